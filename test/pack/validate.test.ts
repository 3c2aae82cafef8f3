import { describe, expect, it } from "vitest";
import { isoDate } from "@/domain/date";
import type { Village } from "@/domain/village";
import type { CapitalPlan, Work, WorkPlan, WorkReport } from "@/domain/work";
import type { Rows } from "@/pack/packs";
import { Problems } from "@/pack/problems";
import { controlTotals } from "@/pack/steps/controlTotals";
import { validate } from "@/pack/validate";
import { located, readRepository, withTable } from "./pack";

const { rows: facts, polygons } = readRepository(["official"]);
const source = { ...facts.sources[0]!.row, sourceId: "SRC-MH-TEST", kind: "illustrative" as const };
const ANLAC = facts.communes.find(({ row }) => row.code === "07654")!.row;
const SONDONG = facts.communes.find(({ row }) => row.code === "07615")!.row;
const INSIDE = ANLAC.labelPoint;

const village: Village = {
  villageId: "MH-V1",
  name: "Thôn minh họa 1",
  aliases: [],
  communeCode: ANLAC.code,
  point: INSIDE,
  accuracyM: 500,
  sourceId: source.sourceId,
};
const work: Work = {
  workId: "MH-W1",
  name: "Cầu minh họa",
  sector: "transport",
  action: null,
  communeCodes: [ANLAC.code],
  villageIds: [],
  locationClass: "exact",
  point: INSIDE,
  accuracyM: 20,
  line: null,
  owner: null,
  responsibleBody: null,
  projectGroup: null,
  inPlan97: "no",
  note: null,
  sourceId: source.sourceId,
};
const plan: WorkPlan = {
  workId: work.workId,
  recordedOn: isoDate("2026-07-01"),
  totalInvestment: 1000,
  plannedStart: isoDate("2026-08-01"),
  plannedEnd: isoDate("2027-08-01"),
  decisionNo: null,
  sourceId: source.sourceId,
};
const report: WorkReport = {
  workId: work.workId,
  asOf: isoDate("2026-09-30"),
  reportedOn: isoDate("2026-10-05"),
  stage: "construction",
  physicalProgress: 40,
  valueDoneCumulative: 400,
  disbursedYear: 300,
  disbursedCumulative: 300,
  actualStart: isoDate("2026-08-05"),
  acceptedOn: null,
  actualEnd: null,
  obstacle: null,
  proposal: null,
  authority: null,
  correctionReason: null,
  sourceId: source.sourceId,
};
const capital: CapitalPlan = {
  workId: work.workId,
  year: 2026,
  capitalSource: "provincial",
  amount: 500,
  carriedOver: null,
  recordedOn: isoDate("2026-07-01"),
  sourceId: source.sourceId,
};
const zone = {
  zoneId: "MH-Z1",
  hazardClass: "high" as const,
  method: "minh họa",
  recordedOn: isoDate("2026-06-30"),
  sourceId: source.sourceId,
  geometry: {
    type: "Polygon" as const,
    coordinates: [
      [
        [106.8, 21.3],
        [106.9, 21.3],
        [106.9, 21.4],
        [106.8, 21.4],
        [106.8, 21.3],
      ] as [number, number][],
    ],
  },
};
const poverty = {
  areaLevel: "village" as const,
  areaCode: village.villageId,
  year: 2026,
  standard: "2022-2025" as const,
  households: 100,
  poor: 20,
  nearPoor: 15,
  poorRate: null,
  nearPoorRate: null,
  recordedOn: isoDate("2026-12-01"),
  sourceId: source.sourceId,
};

/** Facts and one sound work with all that belongs to it. */
const sound: Rows = {
  ...facts,
  sources: [...facts.sources, located(source)],
  villages: [...facts.villages, located(village)],
  works: [...facts.works, located(work)],
  workPlans: [located(plan)],
  workReports: [located(report)],
  capitalPlans: [located(capital)],
  hazardZones: [located(zone)],
  poverty: [...facts.poverty, located(poverty)],
};

function run(rows: Rows) {
  const problems = new Problems();
  validate(rows, polygons, controlTotals(rows), problems);
  return problems.all();
}
const known = run(sound);
/** What the planted fault adds, as `severity column message`. */
const found = (rows: Rows): string[] => {
  const before = new Set(known.map((problem) => JSON.stringify(problem)));
  return run(rows)
    .filter((problem) => !before.has(JSON.stringify(problem)))
    .map(({ severity, column, value, message }) => `${severity} ${column} ${value} ${message}`);
};
const plant = <Name extends keyof Rows>(name: Name, ...extra: Rows[Name][number][]): Rows =>
  withTable(sound, name, [...sound[name], ...extra] as unknown as Rows[Name]);
const swap = <Name extends keyof Rows>(name: Name, row: Rows[Name][number]["row"]): Rows =>
  withTable(sound, name, [
    ...facts[name],
    ...(name === "sources" ? [located(source)] : []),
    located(row),
  ] as unknown as Rows[Name]);
const changedWork = (change: Partial<Work>) => swap("works", { ...work, ...change });
const changedReport = (change: Partial<WorkReport>) => swap("workReports", { ...report, ...change });
const laterReport = (change: Partial<WorkReport>) =>
  plant(
    "workReports",
    located(
      {
        ...report,
        asOf: isoDate("2026-12-31"),
        reportedOn: isoDate("2027-01-05"),
        disbursedYear: 300,
        ...change,
      },
      undefined,
      3,
    ),
  );
const ring = (...positions: [number, number][]) => ({ type: "Polygon" as const, coordinates: [positions] });

describe("sound rows", () => {
  it("have no error", () => {
    expect(known.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("a planted fault is named", () => {
  const cases: [name: string, rows: Rows, expected: RegExp][] = [
    [
      "an id used twice",
      plant("works", located(work, undefined, 9)),
      /^error null MH-W1 repeats .*planted\.csv:2$/,
    ],
    [
      "an id of the other pack",
      plant("works", located({ ...work, workId: "AL-01" })),
      /AL-01 repeats data\/official\/works\.csv:2/,
    ],
    [
      "an unknown commune",
      changedWork({ communeCodes: ["99999" as never] }),
      /error commune_codes 99999 is not known/,
    ],
    ["an unknown village", changedWork({ villageIds: ["MH-V9"] }), /error village_ids MH-V9 is not known/],
    ["an unknown source", changedWork({ sourceId: "SRC-NONE" }), /error source_id SRC-NONE is not known/],
    ["a report of an unknown work", changedReport({ workId: "MH-W9" }), /error work_id MH-W9 is not known/],
    [
      "a village of another commune",
      changedWork({ communeCodes: [SONDONG.code], point: SONDONG.labelPoint, villageIds: ["MH-V1"] }),
      /village_ids MH-V1 lies in commune 07654/,
    ],
    [
      "a work outside its commune",
      changedWork({ point: SONDONG.labelPoint }),
      /error lon .* lies \d+ m outside 07654/,
    ],
    [
      "a village outside its commune",
      swap("villages", { ...village, point: SONDONG.labelPoint }),
      /error lon .* outside 07654/,
    ],
    [
      "a village outside the province",
      swap("villages", { ...village, point: [105.8, 19.8] }),
      /lies outside the province/,
    ],
    ["swapped coordinates", changedWork({ point: [INSIDE[1], INSIDE[0]] }), /looks like lon\/lat swapped/],
    ["metres", changedWork({ point: [400000, 2360000] }), /looks like projected metres/],
    ["NaN", changedWork({ point: [Number.NaN, 21] }), /is not a pair of numbers/],
    [
      "an end before the start",
      swap("workPlans", { ...plan, plannedEnd: isoDate("2026-07-01") }),
      /planned_end 2026-07-01 comes before planned_start/,
    ],
    [
      "a report before its closing day",
      changedReport({ reportedOn: isoDate("2026-09-01") }),
      /reported_on 2026-09-01 comes before/,
    ],
    [
      "an acceptance before the start",
      changedReport({ acceptedOn: isoDate("2026-08-01") }),
      /accepted_on 2026-08-01 comes before actual_start/,
    ],
    [
      "a start across a blank",
      changedReport({ actualEnd: isoDate("2026-08-01") }),
      /actual_end 2026-08-01 comes before actual_start/,
    ],
    [
      "progress that falls",
      laterReport({ physicalProgress: 30 }),
      /error physical_progress 30 is less than 40 of 2026-09-30/,
    ],
    [
      "money that falls",
      laterReport({ disbursedCumulative: 299 }),
      /error disbursed_cumulative 299 is less than 300/,
    ],
    [
      "a second report of a day without a reason",
      plant("workReports", located({ ...report, reportedOn: isoDate("2026-11-01") }, undefined, 3)),
      /error correction_reason .* was reported before/,
    ],
    [
      "a correction of nothing",
      changedReport({ correctionReason: "nhầm" }),
      /corrects 2026-09-30, which was not reported/,
    ],
    [
      "more in the year than in all",
      changedReport({ disbursedYear: 301 }),
      /error disbursed_year 301 is more than/,
    ],
    [
      "more than the year's capital",
      changedReport({ disbursedYear: 501, disbursedCumulative: 501 }),
      /^warning disbursed_year 501 is more than the capital planned for 2026 \(500\)/,
    ],
    [
      "more than the investment",
      changedReport({ disbursedCumulative: 1001 }),
      /^warning disbursed_cumulative 1001/,
    ],
    [
      "more capital than investment",
      swap("capitalPlans", { ...capital, amount: 1001 }),
      /^warning total_investment 1000/,
    ],
    [
      "more poor than households",
      swap("poverty", { ...poverty, households: 34 }),
      /error households 34 is less than/,
    ],
    [
      "a small village count",
      swap("poverty", { ...poverty, poor: 9 }),
      /error poor 9 is a village count under 10/,
    ],
    [
      "a rate that undoes the withholding",
      swap("poverty", { ...poverty, poor: "suppressed", poorRate: 3 }),
      /error poor_rate 3 gives back/,
    ],
    [
      "a bow-tie",
      swap("hazardZones", {
        ...zone,
        geometry: ring([106.8, 21.3], [106.9, 21.4], [106.9, 21.3], [106.8, 21.4], [106.8, 21.3]),
      }),
      /error geometry MH-Z1 crosses itself/,
    ],
    [
      "a hole",
      swap("hazardZones", {
        ...zone,
        geometry: {
          type: "Polygon",
          coordinates: [
            zone.geometry.coordinates[0]!,
            [
              [106.84, 21.34],
              [106.84, 21.36],
              [106.86, 21.36],
              [106.86, 21.34],
              [106.84, 21.34],
            ],
          ],
        },
      }),
      /^warning geometry MH-Z1 has 1 hole/,
    ],
    [
      "a zone with swapped coordinates",
      swap("hazardZones", {
        ...zone,
        geometry: ring([21.3, 106.8], [21.4, 106.8], [21.4, 106.9], [21.3, 106.8]),
      }),
      /MH-Z1 looks like lon\/lat swapped/,
    ],
    [
      "an invented id among the facts",
      plant("villages", located({ ...village, villageId: "MH-V2" }, "data/official/villages.csv")),
      /error villageId MH-V2 is an illustrative id/,
    ],
    [
      "an invented source among the facts",
      plant("villages", located({ ...village, villageId: "V2" }, "data/official/villages.csv")),
      /source_id null is illustrative among the facts/,
    ],
    [
      "an invented work that does not say so",
      changedWork({ sourceId: "SRC-PLAN-ANLAC" }),
      /does not say that this work is invented/,
    ],
    ["an exact place without a point", changedWork({ point: null }), /error lon exact needs a point/],
    ["a point beyond what is known", changedWork({ locationClass: "commune" }), /commune has a point/],
    ["a line that is not there", changedWork({ locationClass: "line", point: null }), /line needs a line/],
    [
      "a line elsewhere",
      changedWork({
        locationClass: "line",
        point: null,
        line: [
          [
            [106.0, 21.0],
            [106.01, 21.0],
          ],
        ],
      }),
      /07654 is named by MH-W1, whose line does not touch it/,
    ],
    [
      "several communes that are one",
      changedWork({ locationClass: "several", point: null }),
      /needs two or more/,
    ],
    [
      "an unknown place with a commune",
      changedWork({ locationClass: "unknown", point: null }),
      /unknown names a commune/,
    ],
    [
      "a village without its name",
      changedWork({ locationClass: "village" }),
      /village_ids village needs a village/,
    ],
    [
      "works that are not 97",
      changedWork({ inPlan97: "yes" }),
      /error value works is stated as 97 works, but the rows add up to 1/,
    ],
    [
      "capital that is not 4.000 tỷ",
      changedWork({ inPlan97: "yes" }),
      /provincial-capital is stated as 4000000 million VND, but the rows add up to 500/,
    ],
    [
      "a commune lost",
      withTable(sound, "communes", sound.communes.slice(1)),
      /communes is stated as 99 communes, but the rows add up to 98/,
    ],
    [
      "a neighbour that does not know",
      withTable(
        sound,
        "communes",
        sound.communes.map(({ row, at }, index) => ({
          row: index === 0 ? { ...row, neighbours: [] } : row,
          at,
        })),
      ),
      /neighbours .* does not name .* back/,
    ],
  ];
  it.each(cases)("%s", (_name, rows, expected) => {
    expect(found(rows)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });

  it("and all of them at once, each with what to do", () => {
    const rows = withTable(changedWork({ sourceId: "SRC-NONE", point: SONDONG.labelPoint }), "workPlans", [
      located({ ...plan, workId: "MH-W9", plannedEnd: isoDate("2026-07-01") }),
    ]);
    const errors = run(rows).filter(({ severity }) => severity === "error");
    expect(new Set(errors.map(({ column }) => column))).toEqual(
      new Set(["source_id", "lon", "work_id", "planned_end"]),
    );
    expect(errors.every(({ remedy }) => remedy.length > 10)).toBe(true);
  });
});

describe("what is allowed", () => {
  it("a fall that is stated as a correction", () => {
    expect(
      found(laterReport({ physicalProgress: 30, correctionReason: "đo lại" })).filter((m) =>
        /physical/.test(m),
      ),
    ).toEqual([]);
  });

  it("a fall that comes from correcting the earlier report", () => {
    const corrected = located(
      { ...report, physicalProgress: 25, reportedOn: isoDate("2026-11-01"), correctionReason: "ghi nhầm" },
      undefined,
      3,
    );
    const later = located(
      { ...report, physicalProgress: 30, asOf: isoDate("2026-12-31"), reportedOn: isoDate("2027-01-05") },
      undefined,
      4,
    );
    expect(found(plant("workReports", corrected, later))).toEqual([]);
  });

  it("a point outside its commune by less than its stated error, with a warning", () => {
    const [west] = ANLAC.bbox;
    const outside = changedWork({
      point: [west - 0.002, INSIDE[1]],
      accuracyM: 20_000,
      locationClass: "village",
      villageIds: ["MH-V1"],
    });
    const messages = found(outside);
    expect(messages.some((message) => message.startsWith("error"))).toBe(false);
    expect(messages).toEqual([expect.stringMatching(/^warning lon .*within its stated error/)]);
  });
});

describe("withheld counts", () => {
  const second = { ...village, villageId: "MH-V2" };
  const commune = {
    ...poverty,
    areaLevel: "commune" as const,
    areaCode: ANLAC.code,
    poor: 60,
    households: 300,
  };
  const base = (first: number | "suppressed", other: number | "suppressed"): Rows => ({
    ...sound,
    villages: [...sound.villages, located(second)],
    poverty: [
      located(commune),
      located({ ...poverty, poor: first }),
      located({ ...poverty, areaCode: second.villageId, poor: other }),
    ],
  });
  it("cannot stand alone next to the commune's total", () => {
    expect(found(base("suppressed", 40))).toEqual([
      expect.stringMatching(/only withheld count of its commune/),
    ]);
  });
  it("cannot be read off a total that leaves nothing for them", () => {
    const third = located({ ...village, villageId: "MH-V3" });
    const rows = base("suppressed", "suppressed");
    const full = located({ ...poverty, areaCode: "MH-V3", poor: 60 });
    const leaves = { ...rows, villages: [...rows.villages, third], poverty: [...rows.poverty, full] };
    expect(found(leaves)).toEqual([expect.stringMatching(/can be worked out/)]);
  });
  it("are safe in pairs", () => {
    expect(found(base("suppressed", "suppressed"))).toEqual([]);
  });
});
