import { addDays, daysBetween, type IsoDate, isoDate } from "@/domain/date";
import { AS_OF, FIRST_RECORDED, SOURCE, TIE } from "./programme";
import { randomFor } from "./random";
import type { ScenarioWork } from "./works";

/** The true course of a work, of which plans and reports tell. Null: has not come. */
export interface Course {
  /** As planned on 2026-06-30; null in the few plans that state no days. */
  readonly plannedStart: IsoDate | null;
  readonly plannedEnd: IsoDate | null;
  /** A later plan, where there is one. */
  readonly replan: {
    readonly recordedOn: IsoDate;
    readonly plannedEnd: IsoDate;
    readonly plannedStart: IsoDate;
  } | null;
  readonly actualStart: IsoDate | null;
  readonly acceptedOn: IsoDate | null;
  readonly actualEnd: IsoDate | null;
  readonly settledOn: IsoDate | null;
  readonly suspendedOn: IsoDate | null;
}

const NOTHING_YET = {
  replan: null,
  actualStart: null,
  acceptedOn: null,
  actualEnd: null,
  settledOn: null,
  suspendedOn: null,
};

/** Works under construction whose first plan had passed: a new plan cures the lateness. */
const CURED: readonly string[] = ["07627 4", "07615 3", "07642 2", "07573 1"];
/** Late works that were re-planned once and are late again. */
const LATE_AGAIN: readonly string[] = ["07654 2", "07672 1"];
/** Works whose plan states no days: late or not cannot be told. */
export const WITHOUT_DAYS: readonly string[] = ["07537 3", "null 3"];

/** `07654 2`: the third work of An Lạc. */
export const placeOf = ({ home, place }: ScenarioWork): string => `${home} ${place}`;

/** What happened to a work, by its fate. */
export function courseOf(work: ScenarioWork): Course {
  const random = randomFor(`course ${work.id}`);
  const day = (from: string, spread: number): IsoDate => addDays(isoDate(from), random.whole(0, spread));
  const after = (start: IsoDate, from: number, to: number): IsoDate => addDays(start, random.whole(from, to));
  switch (work.slot.fate) {
    case "settled": {
      const plannedStart = day("2026-07-15", 60);
      const actualStart = after(plannedStart, 0, 30);
      const acceptedOn = day("2027-09-01", 100);
      const actualEnd = after(acceptedOn, 15, 35);
      const plannedEnd = after(acceptedOn, -60, 90);
      return {
        ...NOTHING_YET,
        plannedStart,
        plannedEnd,
        actualStart,
        acceptedOn,
        actualEnd,
        settledOn: after(actualEnd, 120, 200),
      };
    }
    case "handed-over": {
      const plannedStart = day("2026-09-01", 150);
      const actualStart = after(plannedStart, 0, 45);
      const acceptedOn = day("2028-01-15", 170);
      const actualEnd = after(acceptedOn, 15, 45);
      const plannedEnd = after(acceptedOn, -90, 120);
      return { ...NOTHING_YET, plannedStart, plannedEnd, actualStart, acceptedOn, actualEnd };
    }
    case "accepted": {
      const plannedStart = day("2027-01-10", 60);
      return {
        ...NOTHING_YET,
        plannedStart,
        plannedEnd: day("2028-11-15", 60),
        actualStart: after(plannedStart, 5, 40),
        acceptedOn: day("2028-08-20", 25),
      };
    }
    case "construction": {
      const plannedStart = day("2027-01-15", 240);
      const actualStart = after(plannedStart, 0, 50);
      const plannedEnd = day("2028-12-31", 360);
      if (WITHOUT_DAYS.includes(placeOf(work)))
        return { ...NOTHING_YET, plannedStart: null, plannedEnd: null, actualStart };
      if (!CURED.includes(placeOf(work))) return { ...NOTHING_YET, plannedStart, plannedEnd, actualStart };
      const replan = { recordedOn: day("2028-05-10", 40), plannedStart, plannedEnd };
      return { ...NOTHING_YET, plannedStart, plannedEnd: day("2028-06-15", 70), actualStart, replan };
    }
    case "late-end": {
      const plannedStart = day("2026-11-01", 120);
      const actualStart = after(plannedStart, 20, 90);
      const plannedEnd = day("2028-03-01", 180);
      if (!LATE_AGAIN.includes(placeOf(work)))
        return { ...NOTHING_YET, plannedStart, plannedEnd, actualStart };
      const replan = { recordedOn: day("2028-02-01", 30), plannedStart, plannedEnd: day("2028-08-15", 30) };
      return { ...NOTHING_YET, plannedStart, plannedEnd: day("2027-12-15", 45), actualStart, replan };
    }
    case "late-start": {
      const plannedStart = day("2028-02-01", 170);
      return { ...NOTHING_YET, plannedStart, plannedEnd: after(plannedStart, 420, 560) };
    }
    case "started": {
      const plannedStart = day("2028-03-15", 60);
      return {
        ...NOTHING_YET,
        plannedStart,
        plannedEnd: day("2029-08-31", 240),
        actualStart: after(plannedStart, 0, 35),
      };
    }
    case "suspended": {
      const plannedStart = day("2027-02-01", 120);
      return {
        ...NOTHING_YET,
        plannedStart,
        plannedEnd: day("2028-12-15", 200),
        actualStart: after(plannedStart, 0, 40),
        suspendedOn: day("2028-01-20", 60),
      };
    }
    case "silent": {
      const plannedStart = day("2026-12-01", 120);
      const plannedEnd = work.place === 1 ? day("2028-06-01", 60) : day("2028-11-30", 240);
      return { ...NOTHING_YET, plannedStart, plannedEnd, actualStart: after(plannedStart, 0, 60) };
    }
    case "preparation":
    case "not-due": {
      const plannedStart = day("2028-11-15", 280);
      return { ...NOTHING_YET, plannedStart, plannedEnd: after(plannedStart, 330, 480) };
    }
  }
}

/** The planned end that holds on the as-of day. */
export const lastPlannedEnd = ({ plannedEnd, replan }: Course): IsoDate | null =>
  replan?.plannedEnd ?? plannedEnd;

/** Whether the scenario means a work to be late on the as-of day. */
export const isMeantLate = ({ slot }: ScenarioWork): boolean =>
  slot.fate === "late-end" || slot.fate === "late-start";

/** Days from the first record to a day; for rows that grow with time. */
export const sinceBeginning = (day: IsoDate): number => daysBetween(FIRST_RECORDED, day);

/**
 * Rows of work_plans.csv.
 * @param investments total investment by work, triệu đồng; null: not stated
 */
export function planRows(
  works: readonly ScenarioWork[],
  courses: ReadonlyMap<string, Course>,
  investments: ReadonlyMap<string, number | null>,
) {
  return works.flatMap((work) => {
    const course = courses.get(work.id);
    if (course === undefined) return [];
    const number = Number(work.id.slice(3));
    const total = investments.get(work.id) ?? null;
    const row = {
      work_id: work.id,
      recorded_on: FIRST_RECORDED as string,
      total_investment: total,
      planned_start: course.plannedStart as string | null,
      planned_end: course.plannedEnd as string | null,
      decision_no: number % 16 === 0 ? null : `QĐ-MH-${String(100 + number).padStart(4, "0")}`,
      source_id: SOURCE.programme,
    };
    if (course.replan === null) return [row];
    const { recordedOn, plannedStart, plannedEnd } = course.replan;
    if (recordedOn > AS_OF) throw new Error(`${work.id} is planned anew after the as-of day`);
    return [
      row,
      {
        ...row,
        recorded_on: recordedOn,
        planned_start: plannedStart,
        planned_end: plannedEnd,
        decision_no: `QĐ-MH-${String(500 + number).padStart(4, "0")}`,
      },
    ];
  });
}

/** The work a tied work copies its money and progress from; itself for all others. */
export function modelOf(work: ScenarioWork, works: readonly ScenarioWork[]): ScenarioWork {
  if (work.home !== TIE.second || work.inPlan97 === "no") return work;
  return works.find(({ home, place }) => home === TIE.first && place === work.place) ?? work;
}
