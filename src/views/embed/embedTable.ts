import { NO_FILTER } from "@/domain/workFilter";
import type { Column, DataTable, Metadata, Row } from "@/exports/dataTable";
import { messagesFor } from "@/i18n/messages";
import { embedMessages } from "@/i18n/messages/embed";
import { tableMessages } from "@/i18n/messages/table";
import { aboutFile } from "../explore/table/aboutFile";
import { leastTrusted } from "../explore/words";
import { type EmbedModel, sourcesOfCommune } from "./embedModel";

/** The table of an embedded map as a file: the very rows of the page. `address`: of the page, for whoever finds the file later. */
export function embedTable(
  model: EmbedModel,
  address: string,
): { readonly table: DataTable; readonly metadata: Metadata } {
  const { locale, scene, snapshot, indicator, communes, title, release } = model;
  const messages = messagesFor(locale);
  const m = embedMessages[locale];
  const sourceById = new Map(snapshot.register.sources.map((source) => [source.sourceId, source]));
  const communeByCode = new Map(communes.map((commune) => [commune.code, commune]));
  const column = (id: string, heading: string, type: Column["type"] = "text"): Column => ({
    id,
    heading,
    type,
    digits: 2,
    first: true,
  });
  const table: DataTable = {
    id: indicator.id,
    title,
    columns: [
      column("code", tableMessages[locale].code),
      column("commune", m.commune),
      column(
        "value",
        `${messages.indicators[indicator.label]} (${messages.indicators[indicator.unitText]})`,
        indicator.unit === "percent" ? "percent" : "number",
      ),
      column("class", m.className),
      column("reason", m.value),
      column("basis", m.basis),
    ],
    rows: scene.table.map(({ code, name, value, number, className, detail }): Row => {
      const sourceIds = sourcesOfCommune(model, code);
      return {
        key: code,
        kind: leastTrusted(sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? [])),
        sourceIds,
        cells: [
          code,
          name,
          number,
          className === "" ? null : className,
          value,
          detail === "" ? null : detail,
        ],
        blanks: number === null ? { value } : {},
        geometry: null,
      };
    }),
  };
  const metadata = aboutFile(
    table,
    {
      locale,
      messages,
      snapshot,
      indicator,
      scene,
      communeByCode,
      villageById: new Map(),
      sourceById,
      shapes: new Map(),
    },
    { filter: NO_FILTER, mapTitle: title, address, release },
  );
  return { table, metadata };
}
