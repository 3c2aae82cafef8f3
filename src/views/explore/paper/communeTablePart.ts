import { releaseOf } from "@/domain/release";
import { sortRows } from "@/exports/dataTable";
import { formatNumber } from "@/i18n/format";
import { paperMessages } from "@/i18n/messages/paper";
import { writeView } from "@/state/params";
import type { Explore, Shown } from "../context";
import { aboutFile } from "../table/aboutFile";
import { TABLE_BUILDERS } from "../table/tables";
import type { SheetContent } from "./MapSheet";
import type { PaperPart } from "./paperParts";

/** The table of the shown indicator as the drawer would open it: every commune, the highest value first. Its code opens the drawer. */
export function communeTablePart(
  explore: Explore,
  { indicator, view }: Shown,
  { scene, manifest }: Pick<SheetContent, "scene" | "manifest">,
): PaperPart {
  const { locale } = explore;
  const reading = { ...explore, indicator, scene, shapes: new Map() };
  const data = TABLE_BUILDERS.communes(reading);
  const shown = data.columns.flatMap((column, index) => (column.first ? [{ column, index }] : []));
  const rows = sortRows(data, "value", true, new Intl.Collator(locale).compare);
  const address = `${location.origin}${location.pathname}${writeView({ ...view, table: "communes" })}`;
  return {
    title: data.title,
    lead: `${scene.title} · ${paperMessages[locale].rows(formatNumber(locale, rows.length))}`,
    tables: [
      {
        ...data,
        columns: shown.map(({ column }) => column),
        rows: rows.map((row) => ({ ...row, cells: shown.map(({ index }) => row.cells[index] ?? null) })),
      },
    ],
    about: aboutFile(data, reading, {
      filter: view.filter,
      mapTitle: `${scene.title}. ${scene.subtitle}`,
      address,
      release: releaseOf(manifest),
    }),
    address,
  };
}
