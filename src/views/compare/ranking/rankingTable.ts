import { releaseOf } from "@/domain/release";
import { KINDS } from "@/domain/source";
import type { Cell, Column, DataTable, Metadata, Row } from "@/exports/dataTable";
import { formatDate } from "@/i18n/format";
import { compareRankingMessages } from "@/i18n/messages/compareRanking";
import { classLabels } from "@/scene/classLabels";
import { indicatorText } from "../../explore/valueText";
import { leastTrusted } from "../../explore/words";
import type { ReadingPage } from "../../page/context";
import type { Comparison } from "../context";
import { peersText } from "./peersText";
import type { RankingModel, RankingRow } from "./rankingRows";

/** The ranking as a table for a file: those with a rank, then small numbers, then blanks; nothing of the page is left out. */
export function rankingTable(comparison: Comparison, model: RankingModel, page: ReadingPage): DataTable {
  const { locale, messages, communeByCode, sourceById } = page;
  const { indicator, classes, now } = comparison;
  const m = compareRankingMessages[locale];
  const isPercent = indicator.unit === "percent";
  const column = (id: string, heading: string, type: Column["type"], digits = 0): Column => ({
    id,
    heading,
    type,
    digits,
    first: true,
  });
  const labels = classLabels({ indicator, classes, messages });
  const kindOf = (sourceIds: readonly string[]) =>
    leastTrusted(sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? []));
  const nameOf = (code: RankingRow["code"]) => communeByCode.get(code)?.name ?? code;
  const rowOf = (row: RankingRow): Row => ({
    key: row.code,
    kind: kindOf(row.measured.sourceIds),
    sourceIds: row.measured.sourceIds,
    cells: [
      row.rank,
      row.code,
      nameOf(row.code),
      row.value,
      row.classIndex === null ? messages.domain["blank.zero"] : (labels[row.classIndex] ?? null),
      row.basis?.count ?? null,
      row.plan,
      row.late,
      row.rank === null ? m.small : null,
    ],
    blanks: {},
    geometry: null,
  });
  const blankRows = model.blanks.flatMap(({ blank, codes }) =>
    codes.map((code): Row => {
      const { sourceIds } = indicator.measure(now, code);
      const cells: Cell[] = [null, code, nameOf(code), null, null, null, null, null];
      return {
        key: code,
        kind: kindOf(sourceIds),
        sourceIds,
        cells: [...cells, messages.domain[`blank.${blank}`]],
        blanks: {},
        geometry: null,
      };
    }),
  );
  return {
    id: `xep-hang-${indicator.id}`,
    title: m.table,
    columns: [
      column("rank", m.rank, "number"),
      column("code", m["column.code"], "text"),
      column("name", m.name, "text"),
      column(
        "value",
        `${indicatorText(messages, indicator.label)} (${indicatorText(messages, indicator.unitText)})`,
        isPercent ? "percent" : "number",
        indicator.digits,
      ),
      column("class", m["column.class"], "text"),
      column("basis", m["column.basis"], "number"),
      column("plan", m["column.plan"], "percent", 1),
      column("late", m.late, "number"),
      column("why", m["column.why"], "text"),
    ],
    rows: [...model.ranked.map(rowOf), ...model.small.map(rowOf), ...blankRows],
  };
}

/** What must travel with it. */
export function rankingMetadata(
  comparison: Comparison,
  table: DataTable,
  page: ReadingPage,
  address: string,
): Metadata {
  const { locale, messages, manifest, sourceById, communeByCode } = page;
  const { indicator, now } = comparison;
  const m = compareRankingMessages[locale];
  const kind = leastTrusted(table.rows.map((row) => row.kind));
  const release = releaseOf(manifest);
  const used = new Set(table.rows.flatMap(({ sourceIds }) => sourceIds));
  const kindNames = Object.fromEntries(
    KINDS.map((one) => [one, messages.domain[`kind.${one}`]]),
  ) as Metadata["kindNames"];
  return {
    kindHeading: m.kind,
    kindNames,
    pairs: [
      [m.table, indicatorText(messages, indicator.label)],
      [m.definition, indicatorText(messages, indicator.definition)],
      [m.peers, peersText(locale, messages, comparison.peers, communeByCode)],
      [m.asOf, formatDate(locale, now.asOf)],
      [m.kind, kindNames[kind]],
      ...(kind === "illustrative" ? [[m.remark, m.illustrative] as const] : []),
      [m.remark, m.blankCells],
      [
        m.sources,
        [...sourceById.values()]
          .filter(({ sourceId }) => used.has(sourceId))
          .map(({ title, publisher, licence }) => `${title} (${publisher}; ${licence})`)
          .join(" | "),
      ],
      [m.address, address],
      ...(release === null ? [] : [[m.release, release] as const]),
    ],
  };
}
