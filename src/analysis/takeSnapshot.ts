import type { CommuneCode, CommuneStatus } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import type { HazardShare } from "@/domain/hazard";
import type { Poverty } from "@/domain/poverty";
import type { Register } from "@/domain/register";
import { groupRows, holdingRows, knownOn, recordedLater } from "./known";
import type { Snapshot, WorkState } from "./snapshot";
import { workStateOf } from "./workState";

const NOTHING: readonly never[] = [];

/** Key of `Snapshot.poverty`: one area at one level. */
export const povertyKey = (areaLevel: Poverty["areaLevel"], areaCode: string): string =>
  `${areaLevel}:${areaCode}`;

const hasCounts = (row: Poverty): boolean =>
  row.households !== null && (row.poor !== null || row.nearPoor !== null);

/** The later review year, an unstated year being the earliest; then counts before bare rates; then the later recording. */
function povertySupersedes(candidate: Poverty, current: Poverty): boolean {
  const years = (candidate.year ?? Number.NEGATIVE_INFINITY) - (current.year ?? Number.NEGATIVE_INFINITY);
  // Two unstated years give NaN, which is "the same year".
  if (years > 0 || years < 0) return years > 0;
  if (hasCounts(candidate) !== hasCounts(current)) return hasCounts(candidate);
  return recordedLater(candidate, current);
}

/**
 * Statuses in force. A status is known by commune, status and first day; a later recording of the same one may end it.
 * `validTo` is the first day it no longer holds; an unstated first day counts as long past.
 */
function statusesInForce(rows: readonly CommuneStatus[], asOf: IsoDate): Map<CommuneCode, CommuneStatus> {
  const versions = holdingRows(
    knownOn(rows, asOf),
    (row) => `${row.communeCode}:${row.status}:${row.validFrom ?? ""}`,
    recordedLater,
  );
  const inForce = [...versions.values()].filter(
    (row) =>
      (row.validFrom === null || row.validFrom <= asOf) && (row.validTo === null || row.validTo > asOf),
  );
  return holdingRows(inForce, (row) => row.communeCode, recordedLater);
}

/**
 * The register as it was known on a day: only rows recorded or reported on or before it. A report whose closing day is still
 * to come is left out too. Never mutates the register; the same arguments give the same snapshot.
 */
export function takeSnapshot(register: Register, asOf: IsoDate): Snapshot {
  const plans = groupRows(knownOn(register.workPlans, asOf), (row) => row.workId);
  const reports = groupRows(
    register.workReports.filter((row) => row.reportedOn <= asOf && row.asOf <= asOf),
    (row) => row.workId,
  );
  const capital = groupRows(knownOn(register.capitalPlans, asOf), (row) => row.workId);

  const works = register.works.map((work) =>
    workStateOf(
      work,
      {
        plans: plans.get(work.workId) ?? NOTHING,
        reports: reports.get(work.workId) ?? NOTHING,
        capital: capital.get(work.workId) ?? NOTHING,
      },
      asOf,
    ),
  );
  const worksByCommune = new Map<CommuneCode, WorkState[]>();
  for (const state of works) {
    for (const code of new Set(state.work.communeCodes)) {
      const list = worksByCommune.get(code);
      if (list === undefined) worksByCommune.set(code, [state]);
      else list.push(state);
    }
  }

  return {
    asOf,
    register,
    works,
    allWorks: works,
    workById: new Map(works.map((state) => [state.work.workId, state])),
    worksByCommune,
    statuses: statusesInForce(register.communeStatuses, asOf),
    poverty: holdingRows(
      knownOn(register.poverty, asOf),
      (row) => povertyKey(row.areaLevel, row.areaCode),
      povertySupersedes,
    ),
    hazardZones: [
      ...holdingRows(knownOn(register.hazardZones, asOf), (zone) => zone.zoneId, recordedLater).values(),
    ],
    hazardAssessed: [
      ...holdingRows(knownOn(register.hazardAssessed, asOf), (area) => area.areaId, recordedLater).values(),
    ],
    hazardShares: holdingRows<HazardShare, CommuneCode>(
      knownOn(register.hazardShares, asOf),
      (row) => row.communeCode,
      recordedLater,
    ),
    hazardEvents: [
      ...holdingRows(knownOn(register.hazardEvents, asOf), (event) => event.eventId, recordedLater).values(),
    ],
  };
}
