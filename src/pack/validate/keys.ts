import type { Rows } from "../packs";
import type { Located, Problems } from "../problems";

/** What makes a row of each table the only one of its kind. */
export const KEYS = {
  communes: (row) => [row.code],
  communeStatuses: (row) => [row.communeCode, row.status, row.validFrom, row.recordedOn],
  communePlans: (row) => [row.communeCode, row.dueOn, row.recordedOn],
  villages: (row) => [row.villageId],
  works: (row) => [row.workId],
  workPlans: (row) => [row.workId, row.recordedOn],
  workReports: (row) => [row.workId, row.asOf, row.reportedOn],
  capitalPlans: (row) => [row.workId, row.year, row.capitalSource, row.recordedOn],
  poverty: (row) => [row.areaLevel, row.areaCode, row.year, row.standard, row.recordedOn],
  relocations: (row) => [row.communeCode, row.place, row.recordedOn],
  hazardZones: (row) => [row.zoneId],
  hazardAssessed: (row) => [row.areaId],
  hazardEvents: (row) => [row.eventId],
  targets: (row) => [row.targetId],
  observations: (row) => [row.targetId, row.year, row.standard, row.recordedOn],
  places: (row) => [row.placeId],
  sources: (row) => [row.sourceId],
  programme: (row) => [row.totalId],
  candidates: (row) => [row.communeCode],
} satisfies { [Name in keyof Rows]: (row: Rows[Name][number]["row"]) => readonly (string | number | null)[] };

/** Also the order of the artifacts: by key, so that the order of rows in a file changes nothing. */
export const keyOf = <Row>(key: (row: Row) => readonly (string | number | null)[], row: Row): string =>
  key(row)
    .map((part) => (part === null ? "" : String(part)))
    .join("\u0000");

/** Every row that repeats the key of an earlier one. */
export function validateKeys(rows: Rows, problems: Problems): void {
  for (const name of Object.keys(KEYS) as (keyof Rows)[]) validateTable(name, rows, problems);
}

function validateTable<Name extends keyof Rows>(name: Name, rows: Rows, problems: Problems): void {
  const key = KEYS[name] as (row: unknown) => readonly (string | number | null)[];
  const first = new Map<string, Located<unknown>>();
  for (const located of rows[name] as readonly Located<unknown>[]) {
    const id = keyOf(key, located.row);
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, located);
      continue;
    }
    const value = id.replaceAll("\u0000", " · ");
    const message = `repeats ${earlier.at.file}:${earlier.at.row}`;
    problems.error(located.at, null, value, message, "give this row another id, or remove one of the two");
  }
}
