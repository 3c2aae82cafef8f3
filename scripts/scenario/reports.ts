import { addDays, daysBetween, type IsoDate, isoDate, yearOf } from "@/domain/date";
import type { Stage } from "@/domain/work";
import { type Money, statesCarryOver } from "./capital";
import { type Course, isMeantLate, placeOf } from "./plans";
import {
  CLOSING_DAYS,
  LAST_BEFORE_SILENCE,
  MISSED_CLOSING_DAY,
  REPORTED_MISSED_DAY,
  SOURCE,
} from "./programme";
import { randomFor } from "./random";
import type { ScenarioWork } from "./works";

/** A row of work_reports.csv. */
export interface ReportRow {
  readonly work_id: string;
  readonly as_of: IsoDate;
  readonly reported_on: IsoDate;
  readonly stage: Stage | null;
  readonly physical_progress: number | null;
  readonly value_done_cumulative: number | null;
  readonly disbursed_year: number | null;
  readonly disbursed_cumulative: number | null;
  readonly actual_start: IsoDate | null;
  readonly accepted_on: IsoDate | null;
  readonly actual_end: IsoDate | null;
  readonly obstacle: string | null;
  readonly proposal: string | null;
  readonly authority: string | null;
  readonly correction_reason: string | null;
  readonly source_id: string;
}

const LAST_CLOSING_DAY = isoDate("2028-09-25");
/** Communes where every work stands at a reported zero. */
const AT_ZERO: readonly (string | null)[] = ["07543"];

/** Share of a year's capital spent by the end of each quarter, before a work's own pace. */
const SPENT_BY_QUARTER: Readonly<Record<string, number>> = { "03": 0.1, "06": 0.32, "09": 0.58, "12": 0.9 };

/**
 * First reports that were wrong, put right later: work, closing day, points too high at first, day of the correction.
 * The one of 2028-09-25 is put right in time to be seen on the as-of day.
 */
const CORRECTIONS: readonly {
  readonly place: string;
  readonly asOf: string;
  readonly tooHigh: number;
  readonly reportedOn: string;
  readonly reason: string;
}[] = [
  {
    place: "07654 4",
    asOf: "2028-06-25",
    tooHigh: 12,
    reportedOn: "2028-08-15",
    reason: "Nhập nhầm khối lượng lũy kế (minh họa)",
  },
  {
    place: "07531 1",
    asOf: "2028-03-25",
    tooHigh: 9,
    reportedOn: "2028-05-20",
    reason: "Tính trùng một gói thầu (minh họa)",
  },
  {
    place: "07534 0",
    asOf: "2028-03-25",
    tooHigh: 14,
    reportedOn: "2028-05-05",
    reason: "Nhầm với công trình khác cùng xã (minh họa)",
  },
  {
    place: "07672 2",
    asOf: "2028-06-25",
    tooHigh: 15,
    reportedOn: "2028-07-31",
    reason: "Kiểm tra hiện trường thấy thấp hơn báo cáo (minh họa)",
  },
  {
    place: "07246 4",
    asOf: "2027-12-25",
    tooHigh: 8,
    reportedOn: "2028-02-10",
    reason: "Nhập nhầm khối lượng lũy kế (minh họa)",
  },
  {
    place: "07615 1",
    asOf: "2028-09-25",
    tooHigh: 10,
    reportedOn: "2028-09-30",
    reason: "Nhập nhầm 76 thành 66 (minh họa)",
  },
  {
    place: "07537 2",
    asOf: "2028-06-25",
    tooHigh: 11,
    reportedOn: "2028-08-31",
    reason: "Tính cả vật liệu chưa lắp đặt (minh họa)",
  },
];
const WRONG_IN_TIME = isoDate("2028-09-27");

/** Works that did not report the last closing day; the report of June stands. */
const NOT_IN_LAST_ROUND: readonly string[] = ["07621 4", "07642 3", "07616 1"];

const OBSTACLES = [
  {
    obstacle: "Vướng giải phóng mặt bằng (minh họa)",
    proposal: "Đề nghị chốt phương án bồi thường (minh họa)",
    authority: "UBND cấp xã (minh họa)",
  },
  {
    obstacle: "Nhà thầu thi công chậm (minh họa)",
    proposal: "Đề nghị xử lý theo hợp đồng (minh họa)",
    authority: "Chủ đầu tư (minh họa)",
  },
  {
    obstacle: "Chờ điều chỉnh thiết kế (minh họa)",
    proposal: "Đề nghị thẩm định sớm (minh họa)",
    authority: "Cơ quan chuyên môn cấp tỉnh (minh họa)",
  },
  {
    obstacle: "Mưa lũ làm hỏng đường công vụ (minh họa)",
    proposal: "Đề nghị gia hạn (minh họa)",
    authority: "Người quyết định đầu tư (minh họa)",
  },
] as const;

/** What a work would report on each closing day; later figures of a work never fall. */
export interface Figures {
  readonly progress: number | null;
  readonly valueDone: number | null;
  readonly disbursedYear: number;
  readonly disbursedCumulative: number;
}

/** Works that report no progress figure while they prepare: not due, rather than zero. */
const reportsNoProgress = ({ slot }: ScenarioWork): boolean => slot.progress === null;

function stageOn(work: ScenarioWork, course: Course, day: IsoDate): Stage {
  const past = (date: IsoDate | null): boolean => date !== null && date <= day;
  if (past(course.settledOn)) return "settled";
  if (past(course.actualEnd)) return "handed-over";
  if (past(course.acceptedOn)) return "accepted";
  if (past(course.suspendedOn)) return "suspended";
  if (course.actualStart === null || course.actualStart > day) return "preparation";
  if (work.slot.fate === "started" || daysBetween(course.actualStart, day) < 100) return "started";
  return "construction";
}

/** Percent of the whole work on a day, growing from the start to the fate's figure. */
function progressOn(work: ScenarioWork, course: Course, day: IsoDate): number {
  const goal = work.slot.progress ?? 0;
  const start = course.actualStart;
  if (start === null || start > day) return 0;
  const last = work.slot.fate === "silent" ? LAST_BEFORE_SILENCE : LAST_CLOSING_DAY;
  const until = course.suspendedOn ?? course.acceptedOn ?? last;
  if (day >= until) return goal;
  const share = daysBetween(start, day) / Math.max(1, daysBetween(start, until));
  const power = randomFor(`pace ${work.id}`).between(0.8, 1.7);
  return Math.min(goal, Math.round(goal * share ** power));
}

/** Money of 2027 not spent by its end, for the works that state it. */
export function carriedOver(
  works: readonly ScenarioWork[],
  courses: ReadonlyMap<string, Course>,
  money: ReadonlyMap<string, Money>,
): Map<string, number> {
  return new Map(
    works.filter(statesCarryOver).flatMap((work): [string, number][] => {
      const [course, planned] = [courses.get(work.id), money.get(work.id)];
      const of2027 = planned?.byYear.get(2027);
      if (course === undefined || planned === undefined || of2027 === undefined) return [];
      const left = of2027 - spentInYear(work, course, planned, isoDate("2027-12-25"));
      return left > 0 && planned.byYear.has(2028) ? [[work.id, left]] : [];
    }),
  );
}

function spentInYear(work: ScenarioWork, course: Course, money: Money, day: IsoDate): number {
  const year = yearOf(day);
  const planned = money.byYear.get(year) ?? 0;
  const pace = randomFor(`spending ${work.id}`).between(0.72, 1.08);
  const finished = course.actualEnd !== null && course.actualEnd <= day ? 1.25 : 1;
  const begun = course.actualStart !== null && course.actualStart <= day;
  const late = isMeantLate(work) || work.slot.fate === "suspended" ? 0.75 : 1;
  const share = (SPENT_BY_QUARTER[day.slice(5, 7)] ?? 0) * pace * finished * late * (begun ? 1 : 0.12);
  return Math.floor(planned * Math.min(1, share));
}

/** Everything spent before the year of a day, as the last quarter of each year leaves it. */
function spentBefore(work: ScenarioWork, course: Course, money: Money, day: IsoDate): number {
  let sum = 0;
  for (let year = 2026; year < yearOf(day); year++) {
    sum += spentInYear(work, course, money, isoDate(`${year}-12-25`));
  }
  return sum;
}

function figuresOn(work: ScenarioWork, course: Course, money: Money, day: IsoDate): Figures {
  const progress = progressOn(work, course, day);
  const value = randomFor(`value ${work.id}`).between(0.9, 1);
  const total = money.totalInvestment;
  const disbursedYear = spentInYear(work, course, money, day);
  return {
    progress: reportsNoProgress(work) ? null : progress,
    valueDone:
      reportsNoProgress(work) || total === null ? null : Math.floor((total * value * progress) / 100),
    disbursedYear,
    disbursedCumulative: spentBefore(work, course, money, day) + disbursedYear,
  };
}

const endOfMonth = (day: IsoDate): IsoDate => {
  const nextMonth = addDays(isoDate(`${day.slice(0, 7)}-01`), 31);
  return addDays(isoDate(`${nextMonth.slice(0, 7)}-01`), -1);
};

/** The closing days a work reports. */
function closingDaysOf(work: ScenarioWork): readonly IsoDate[] {
  return CLOSING_DAYS.filter((day) => {
    if (work.slot.fate === "silent") return day <= LAST_BEFORE_SILENCE;
    if (work.slot.fate === "not-due") return day >= "2028-03-25";
    if (day === MISSED_CLOSING_DAY) return work.home !== null && REPORTED_MISSED_DAY.includes(work.home);
    if (day === LAST_CLOSING_DAY) return !NOT_IN_LAST_ROUND.includes(placeOf(work));
    return true;
  });
}

/** Rows of work_reports.csv. */
export function reportRows(
  works: readonly ScenarioWork[],
  courses: ReadonlyMap<string, Course>,
  money: ReadonlyMap<string, Money>,
): ReportRow[] {
  return works.flatMap((work) => {
    const [course, planned] = [courses.get(work.id), money.get(work.id)];
    if (course === undefined || planned === undefined) return [];
    return closingDaysOf(work).flatMap((day) => reportsOf(work, course, planned, day));
  });
}

function reportsOf(work: ScenarioWork, course: Course, money: Money, day: IsoDate): ReportRow[] {
  const random = randomFor(`report ${work.id} ${day}`);
  const correction = CORRECTIONS.find(({ place, asOf }) => place === placeOf(work) && asOf === day);
  const comesLate = correction === undefined && day < "2028-06-01" && random.chance(0.05);
  const reportedOn = addDays(endOfMonth(day), comesLate ? random.whole(20, 60) : 0);
  const { progress, valueDone, disbursedYear, disbursedCumulative } = figuresOn(work, course, money, day);
  const atZero = AT_ZERO.includes(work.home);
  // A cell left blank now and then: unknown, although the report came.
  const blankMoney = !atZero && correction === undefined && day !== LAST_CLOSING_DAY && random.chance(0.02);
  const known = (date: IsoDate | null): IsoDate | null => (date !== null && date <= day ? date : null);
  const stage = stageOn(work, course, day);
  const row: ReportRow = {
    work_id: work.id,
    as_of: day,
    reported_on: reportedOn,
    stage,
    physical_progress: progress,
    value_done_cumulative: valueDone,
    disbursed_year: blankMoney ? null : disbursedYear,
    disbursed_cumulative: blankMoney ? null : disbursedCumulative,
    actual_start: known(course.actualStart),
    accepted_on: known(course.acceptedOn),
    actual_end: known(course.actualEnd),
    ...troubleOf(work, stage, day),
    correction_reason: null,
    source_id: SOURCE.reports,
  };
  if (correction === undefined) return [row];
  const inTime = correction.reportedOn === endOfMonth(day);
  const wrong: ReportRow = {
    ...row,
    reported_on: inTime ? WRONG_IN_TIME : row.reported_on,
    physical_progress: Math.min(100, (progress ?? 0) + correction.tooHigh),
  };
  return [
    wrong,
    { ...row, reported_on: isoDate(correction.reportedOn), correction_reason: correction.reason },
  ];
}

const NO_TROUBLE = { obstacle: null, proposal: null, authority: null };

/** Late and suspended works say why, from 2028 on. */
function troubleOf(
  work: ScenarioWork,
  stage: Stage,
  day: IsoDate,
): Pick<ReportRow, "obstacle" | "proposal" | "authority"> {
  const troubled = isMeantLate(work) || stage === "suspended";
  if (!troubled || day < "2028-03-01") return NO_TROUBLE;
  const number = Number(work.id.slice(3));
  return OBSTACLES[number % OBSTACLES.length] ?? NO_TROUBLE;
}
