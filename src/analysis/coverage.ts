import type { CommuneCode } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import type { Register } from "@/domain/register";

/** What a commune may have rows of. */
export const COVERED = [
  "works",
  "plans",
  "reports",
  "capital",
  "poverty",
  "villages",
  "villagePoverty",
  "assessed",
  "events",
  "status",
  "communePlan",
  "relocations",
  "targets",
] as const;
export type Covered = (typeof COVERED)[number];

/** Rows of one dataset about one commune, and the latest day they speak of or were recorded on; null: they carry no day. */
export interface CoverageCell {
  readonly rows: number;
  readonly latest: IsoDate | null;
}

/** Which data there are of which commune. */
export interface Coverage {
  /** Null: no row. Every commune of the register has every dataset. */
  readonly communes: ReadonlyMap<CommuneCode, Readonly<Record<Covered, CoverageCell | null>>>;
  /** Rows that name no commune of the register: of the province, or of a place nobody could say. */
  readonly elsewhere: Readonly<Record<Covered, number>>;
}

interface Entry {
  readonly dataset: Covered;
  readonly codes: readonly string[];
  readonly day: IsoDate | null;
}

/** Counts the rows of a register by commune: a row that names two communes counts in both. Blank is never 0: where there is no row there is no cell. */
export function coverage(register: Register): Coverage {
  const works = new Map(register.works.map((work) => [work.workId, work.communeCodes]));
  const villages = new Map(register.villages.map((village) => [village.villageId, village.communeCode]));
  const ofWork = (workId: string) => works.get(workId) ?? [];
  const ofArea = (level: string, code: string): readonly string[] =>
    level === "commune" ? [code] : level === "village" ? [villages.get(code) ?? ""] : [];
  const entries: readonly Entry[] = [
    ...register.works.map(
      ({ communeCodes }): Entry => ({ dataset: "works", codes: communeCodes, day: null }),
    ),
    ...register.workPlans.map(
      ({ workId, recordedOn }): Entry => ({ dataset: "plans", codes: ofWork(workId), day: recordedOn }),
    ),
    ...register.workReports.map(
      ({ workId, asOf }): Entry => ({ dataset: "reports", codes: ofWork(workId), day: asOf }),
    ),
    ...register.capitalPlans.map(
      ({ workId, recordedOn }): Entry => ({ dataset: "capital", codes: ofWork(workId), day: recordedOn }),
    ),
    ...register.poverty.map(
      ({ areaLevel, areaCode, recordedOn }): Entry => ({
        dataset: areaLevel === "village" ? "villagePoverty" : "poverty",
        codes: ofArea(areaLevel, areaCode),
        day: recordedOn,
      }),
    ),
    ...register.villages.map(
      ({ communeCode }): Entry => ({ dataset: "villages", codes: [communeCode], day: null }),
    ),
    // A commune nothing of which was assessed has a share as well: all of it unassessed.
    ...register.hazardShares
      .filter(({ unassessed }) => unassessed < 100)
      .map(
        ({ communeCode, recordedOn }): Entry => ({
          dataset: "assessed",
          codes: [communeCode],
          day: recordedOn,
        }),
      ),
    ...register.hazardEvents.map(
      ({ communeCodes, recordedOn }): Entry => ({ dataset: "events", codes: communeCodes, day: recordedOn }),
    ),
    ...register.communeStatuses.map(
      ({ communeCode, recordedOn }): Entry => ({ dataset: "status", codes: [communeCode], day: recordedOn }),
    ),
    ...register.communePlans.map(
      ({ communeCode, recordedOn }): Entry => ({
        dataset: "communePlan",
        codes: [communeCode],
        day: recordedOn,
      }),
    ),
    ...register.relocations.map(
      ({ communeCode, recordedOn }): Entry => ({
        dataset: "relocations",
        codes: [communeCode],
        day: recordedOn,
      }),
    ),
    ...register.targets.map(
      ({ areaLevel, areaCode }): Entry => ({
        dataset: "targets",
        codes: ofArea(areaLevel, areaCode),
        day: null,
      }),
    ),
  ];

  const none = <Value>(value: Value) =>
    Object.fromEntries(COVERED.map((dataset) => [dataset, value])) as Record<Covered, Value>;
  const communes = new Map(
    register.communes.map(({ code }) => [code, none<CoverageCell | null>(null)] as const),
  );
  const cellsOf: ReadonlyMap<string, Record<Covered, CoverageCell | null>> = communes;
  const elsewhere = none(0);
  for (const { dataset, codes, day } of entries) {
    const cells = [...new Set(codes)].flatMap((code) => cellsOf.get(code) ?? []);
    if (cells.length === 0) elsewhere[dataset] += 1;
    for (const cell of cells) {
      const before = cell[dataset];
      const latest = before?.latest ?? null;
      cell[dataset] = {
        rows: (before?.rows ?? 0) + 1,
        latest: day === null || (latest !== null && latest > day) ? latest : day,
      };
    }
  }
  return { communes, elsewhere };
}
