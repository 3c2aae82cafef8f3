import { group } from "d3";
import { SUPPRESSED_MARK } from "./cells";
import type { TableText } from "./tableText";
import { SMALLEST_PUBLISHED } from "./validate/poverty";

/** `poverty.csv` as it may be published, and which of its rows lost counts. */
export interface Withheld {
  readonly table: TableText;
  /** Indexes of rows whose counts were withheld, because one of them is small. */
  readonly small: readonly number[];
  /** Indexes of rows withheld with them, so that no total gives the small ones back. */
  readonly second: readonly number[];
}

const COUNTS = ["poor", "near_poor"] as const;
const RATES = ["poor_rate", "near_poor_rate"] as const;
/** Rows that can be subtracted from one another. */
const ROUND = ["year", "standard", "recorded_on"] as const;

/**
 * Withholds what may not be published of counts by village: those under ten, and with them the smallest of the others of the commune, so
 * that neither the commune's total nor a rate gives them back. Where a commune has no larger village its own counts go too, and with them
 * those of the smallest other commune. Both counts of a row go together; rates go with them. Rows withheld already stay so.
 * @param communeOf commune of a village; null: not known, and then its village stands alone
 */
export function withholdSmall(table: TableText, communeOf: (villageId: string) => string | null): Withheld {
  const at = (column: string) => table.header.indexOf(column);
  const cell = (row: number, column: string): string => table.rows[row]?.[at(column)] ?? "";
  const counts = (row: number): number[] =>
    COUNTS.flatMap((column) => {
      const text = cell(row, column);
      return /^\d+$/.test(text) ? [Number(text)] : [];
    });
  const isMarked = (row: number): boolean => COUNTS.some((column) => cell(row, column) === SUPPRESSED_MARK);
  const least = (row: number): number => Math.min(...counts(row));
  const round = (row: number): string => ROUND.map((column) => cell(row, column)).join("\u0000");

  const indexes = table.rows.map((_, index) => index);
  const ofLevel = (level: string) => indexes.filter((row) => cell(row, "area_level") === level);
  const villages = group(
    ofLevel("village"),
    (row) => `${communeOf(cell(row, "area_code")) ?? `?${row}`}\u0000${round(row)}`,
  );
  const communes = group(ofLevel("commune"), round);
  const small = new Set<number>();
  const second = new Set<number>();

  for (const [place, rows] of villages) {
    const own = rows.filter((row) => counts(row).some((count) => count < SMALLEST_PUBLISHED));
    for (const row of own) small.add(row);
    const hidden = rows.filter((row) => own.includes(row) || isMarked(row));
    // Withheld by whoever made the table, with a second one: nothing of theirs is known here to weigh.
    if (own.length === 0 && hidden.length !== 1) continue;
    const others = rows.filter((row) => !hidden.includes(row) && counts(row).length > 0);
    const next = others.toSorted((a, b) => least(a) - least(b) || a - b)[0];
    if (next !== undefined) second.add(next);
    else withholdCommune(place);
  }
  const all = new Set([...small, ...second]);
  const hide = new Set([...COUNTS, ...RATES].map(at).filter((place) => place >= 0));
  const marks = new Set(COUNTS.map(at));
  const rows = table.rows.map((cells, row) =>
    all.has(row)
      ? cells.map((text, column) =>
          hide.has(column) ? (marks.has(column) ? (text === "" ? "" : SUPPRESSED_MARK) : "") : text,
        )
      : cells,
  );
  return { table: { header: table.header, rows }, small: [...small], second: [...second] };

  /** No larger village stands beside the small ones: the commune's own counts would give their sum. */
  function withholdCommune(place: string): void {
    const [code = "", ...rest] = place.split("\u0000");
    const ofRound = communes.get(rest.join("\u0000")) ?? [];
    const home = ofRound.find((row) => cell(row, "area_code") === code);
    if (home === undefined || isMarked(home)) return;
    second.add(home);
    const others = ofRound.filter(
      (row) => row !== home && !isMarked(row) && !second.has(row) && counts(row).length > 0,
    );
    const next = others.toSorted((a, b) => least(a) - least(b) || a - b)[0];
    if (next !== undefined) second.add(next);
  }
}
