import { toCsv } from "@/exports/csv";
import { toXlsx } from "@/exports/xlsx";
import type { DossierFile } from "@/views/dossier/dossierFiles";
import { CSV_FILE, XLSX_FILE } from "@/views/dossier/Parts";
import type { SiteFile } from "./sitePage";
import { withoutTimes } from "./withoutTimes";

/** A dossier's files beside its page, the same bytes from the same data. `folder`: of the page, below the site's root, with its slash. */
export async function filesBeside(
  folder: string,
  { table, metadata, about }: DossierFile,
): Promise<SiteFile[]> {
  const workbook = await toXlsx(table, metadata, about);
  return [
    { path: `${folder}${CSV_FILE}`, content: toCsv(table, metadata, ",") },
    { path: `${folder}${XLSX_FILE}`, content: withoutTimes(new Uint8Array(await workbook.arrayBuffer())) },
  ];
}
