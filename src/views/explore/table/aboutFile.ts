import { KINDS } from "@/domain/source";
import { isUnfiltered, type WorkFilter } from "@/domain/workFilter";
import type { DataTable, Metadata } from "@/exports/dataTable";
import { formatDate } from "@/i18n/format";
import { tableMessages } from "@/i18n/messages/table";
import { conditionsOf } from "../filters/facetWords";
import { leastTrusted } from "../words";
import type { TableReading } from "./tables";

/** What goes with every file: title, day, kind, filter, sources with licence, address, release; notes a reader must not miss. */
export function aboutFile(
  table: DataTable,
  reading: TableReading,
  about: {
    readonly filter: WorkFilter;
    readonly mapTitle: string;
    readonly address: string;
    readonly release: string | null;
  },
): Metadata {
  const { locale, messages, snapshot, sourceById } = reading;
  const m = tableMessages[locale];
  const kind = leastTrusted(table.rows.map((row) => row.kind));
  const kindNames = Object.fromEntries(
    KINDS.map((one) => [one, messages.domain[`kind.${one}`]]),
  ) as Metadata["kindNames"];
  const conditions = conditionsOf(reading, about.filter).map(({ facet, value }) => `${facet}: ${value}`);
  const used = new Set(table.rows.flatMap(({ sourceIds }) => sourceIds));
  const sources = [...sourceById.values()]
    .filter(({ sourceId }) => used.has(sourceId))
    .map(({ title, publisher, licence }) => `${title} (${publisher}; ${licence})`);
  return {
    kindHeading: m.kind,
    kindNames,
    pairs: [
      [m["about.title"], table.title],
      [m["about.map"], about.mapTitle],
      [m["about.asOf"], formatDate(locale, snapshot.asOf)],
      [m["about.kind"], kindNames[kind]],
      [m["about.filter"], isUnfiltered(about.filter) ? m["about.filterNone"] : conditions.join("; ")],
      [m["about.sources"], sources.join(" | ")],
      [m["about.address"], about.address],
      ...(about.release === null ? [] : [[m["about.release"], about.release] as const]),
      ...(kind === "illustrative" ? [[m["about.note"], m.noteIllustrative] as const] : []),
      [m["about.note"], `${m.noteBlank} ${m.noteBoundary}`],
    ],
  };
}
