import type { DataTable, Metadata } from "@/exports/dataTable";

/** Formats a table can be saved in. */
export const FORMATS = ["csv-comma", "csv-semicolon", "xlsx", "geojson"] as const;
export type Format = (typeof FORMATS)[number];

/** Long enough for any browser to have begun writing the file. */
const KEEP_MS = 60_000;

/** The name of a file says what it is, as of when, and that it holds invented data. */
export const fileName = (table: string, asOf: string, isIllustrative: boolean, format: Format): string => {
  const extension = format.startsWith("csv") ? "csv" : format;
  return `ct22-${table}-${asOf}${isIllustrative ? "-minh-hoa" : ""}.${extension}`;
};

/** The file's content. The code of a format comes when it is asked for. */
export async function tableBlob(
  table: DataTable,
  metadata: Metadata,
  format: Format,
  aboutTitle: string,
): Promise<Blob> {
  switch (format) {
    case "xlsx":
      return (await import("@/exports/xlsx")).toXlsx(table, metadata, aboutTitle);
    case "geojson": {
      const { toGeoJson } = await import("@/exports/geojson");
      return new Blob([toGeoJson(table, metadata)], { type: "application/geo+json" });
    }
    default: {
      const { toCsv } = await import("@/exports/csv");
      const text = toCsv(table, metadata, format === "csv-comma" ? "," : ";");
      return new Blob([text], { type: "text/csv;charset=utf-8" });
    }
  }
}

/** Hands a table to the browser as a file; resolves to its name. Rejects when the file cannot be made. */
export async function saveTable(
  table: DataTable,
  metadata: Metadata,
  format: Format,
  about: { readonly asOf: string; readonly aboutTitle: string; readonly isIllustrative: boolean },
): Promise<string> {
  const blob = await tableBlob(table, metadata, format, about.aboutTitle);
  const name = fileName(table.id, about.asOf, about.isIllustrative, format);
  saveFile(blob, name);
  return name;
}

/** Hands a file to the browser. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
