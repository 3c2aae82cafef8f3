import type { IsoDate } from "@/domain/date";

/** Rows that were known on a day: recorded on or before it. Order is kept. */
export const knownOn = <Row extends { readonly recordedOn: IsoDate }>(
  rows: readonly Row[],
  asOf: IsoDate,
): Row[] => rows.filter((row) => row.recordedOn <= asOf);

/**
 * One row per key. `supersedes` decides whether a row replaces the one held so far; rows come in file order, and files
 * are append-only, so an answer of `true` between equals lets the later row hold. Keys keep the order of their first row.
 */
export function holdingRows<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  supersedes: (candidate: Row, current: Row) => boolean,
): Map<Key, Row> {
  const held = new Map<Key, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const current = held.get(key);
    if (current === undefined || supersedes(row, current)) held.set(key, row);
  }
  return held;
}

/** The later recording holds; of two recordings of one day, the later row of the file. */
export const recordedLater = (
  candidate: { readonly recordedOn: IsoDate },
  current: { readonly recordedOn: IsoDate },
): boolean => candidate.recordedOn >= current.recordedOn;

/** Rows by key in one pass, each list in file order. */
export function groupRows<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
