import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import type { Poverty } from "@/domain/poverty";
import type { Register } from "@/domain/register";
import { INDICATORS, indicatorById } from "@/indicators";
import { aPlan, aRegister, aReport, aWork, HERE, SOURCE, someCapital, THERE } from "../fixtures/register";

/** The province is not a mean of its communes: it is measured over all works, households and ground. */

const TODAY = isoDate("2028-09-30");
const overall = (id: string, part: Partial<Register>) =>
  indicatorById(id)!.overall(takeSnapshot(aRegister(part), TODAY));

const works = [
  aWork(),
  aWork({ workId: "W2", communeCodes: [THERE] }),
  aWork({ workId: "W3", communeCodes: [HERE, THERE] }),
];
const money = [1000, 2000, 5000];
const all: Partial<Register> = {
  works,
  workPlans: works.map(({ workId }, index) => aPlan({ workId, totalInvestment: money[index]! })),
  workReports: works.map(({ workId }, index) =>
    aReport({
      workId,
      physicalProgress: 20 * (index + 1),
      disbursedYear: 100 * (index + 1),
      disbursedCumulative: 150,
    }),
  ),
  capitalPlans: works.map(({ workId }) => someCapital({ workId })),
};

describe("communes add up to the province", () => {
  test.each(["disbursement", "investment-per-inhabitant"])(
    "%s: numerators of the communes, works in both split",
    (id) => {
      const snapshot = takeSnapshot(aRegister(all), TODAY);
      const indicator = indicatorById(id)!;
      const numerators = [HERE, THERE].map((code) => {
        const found = indicator.measure(snapshot, code);
        return found.kind === "value" ? found.fraction!.numerator : Number.NaN;
      });
      const whole = indicator.overall(snapshot);
      expect(numerators[0]! + numerators[1]!).toBeCloseTo(
        whole.kind === "value" ? whole.fraction!.numerator : Number.NaN,
        9,
      );
    },
  );
  test("progress is weighted over all works, each once", () => {
    expect(overall("physical-progress", all)).toMatchObject({
      value: (20 * 1000 + 40 * 2000 + 60 * 5000) / 8000,
      coverage: { counted: 3, of: 3, weightShare: 100 },
    });
  });
  test("counts take a work in two communes once", () => {
    expect(
      overall("works-late", {
        ...all,
        workPlans: works.map(({ workId }) => aPlan({ workId, plannedEnd: isoDate("2028-01-01") })),
      }),
    ).toMatchObject({
      fraction: { numerator: 3, denominator: 3 },
    });
  });
  test("a work of no known commune is not shared out among inhabitants, but it is in the progress", () => {
    const lost = aWork({ workId: "W4", locationClass: "unknown", point: null, communeCodes: [] });
    const part = { ...all, works: [...works, lost], workPlans: [...all.workPlans!, aPlan({ workId: "W4" })] };
    expect(overall("investment-per-inhabitant", part)).toMatchObject({
      fraction: { numerator: 8000, denominator: 10_000 },
    });
    expect(overall("physical-progress", part)).toMatchObject({ coverage: { counted: 3, of: 4 } });
  });
});

describe("poverty of the province", () => {
  const row = (part: Partial<Poverty>): Poverty => ({
    areaLevel: "commune",
    areaCode: HERE,
    year: 2026,
    standard: "2022-2025",
    households: 100,
    poor: 10,
    nearPoor: 10,
    poorRate: null,
    nearPoorRate: null,
    recordedOn: isoDate("2027-01-15"),
    sourceId: SOURCE,
    ...part,
  });
  test("is the sum over communes, not the mean of their rates", () => {
    const poverty = [row({}), row({ areaCode: THERE, households: 900, poor: 0, nearPoor: 0 })];
    expect(overall("poverty", { poverty })).toMatchObject({
      value: 2,
      coverage: { counted: 2, of: 2 },
      notes: ["poverty.standard2022"],
    });
  });
  test("is the province's own figure where one is published", () => {
    const own = row({ areaLevel: "province", areaCode: "24", households: 1000, poor: 30, nearPoor: 20 });
    expect(overall("poverty", { poverty: [row({}), own] })).toMatchObject({ value: 5, coverage: null });
    expect(overall("poverty", { poverty: [row({}), { ...own, nearPoor: "suppressed" }] })).toMatchObject({
      value: 20,
    });
  });
  test("does not add households of two standards, and says that the communes differ", () => {
    const newer = row({ areaCode: THERE, year: 2027, standard: "2027-2030", poor: 30, nearPoor: 10 });
    const mixed = overall("poverty", { poverty: [row({}), newer] });
    expect(mixed).toMatchObject({
      value: 40,
      coverage: { counted: 1, of: 2 },
      notes: ["poverty.standard2027", "poverty.standardsMixed"],
    });
    const own = row({ areaLevel: "province", areaCode: "24" });
    expect(overall("poverty", { poverty: [own, row({}), newer] })).toMatchObject({
      notes: ["poverty.standard2022", "poverty.standardsMixed"],
    });
  });
  test("a withheld commune is left out, never counted as 0", () => {
    const poverty = [row({}), row({ areaCode: THERE, poor: "suppressed", nearPoor: "suppressed" })];
    expect(overall("poverty", { poverty })).toMatchObject({ value: 20, coverage: { counted: 1, of: 2 } });
  });
});

test("high ground of the province is weighted by area", () => {
  const share = { recordedOn: TODAY, moderate: 0, veryHigh: 0 };
  const found = overall("hazard-high", {
    communes: [...aRegister().communes.slice(0, 1), { ...aRegister().communes[1]!, areaKm2: 300 }],
    hazardShares: [
      { ...share, communeCode: HERE, high: 40, low: 60, unassessed: 0 },
      { ...share, communeCode: THERE, high: 0, low: 20, unassessed: 80 },
    ],
  });
  expect(found).toMatchObject({
    value: 10,
    fraction: { numerator: 40, denominator: 400 },
    asides: [{ value: 60 }],
  });
});

test("while no work of the 97 is listed, no commune is said to have none", () => {
  const snapshot = takeSnapshot(aRegister({ works: [aWork({ inPlan97: "unknown" })] }), TODAY);
  for (const { id, needs, measure } of INDICATORS) {
    if (!needs.includes("works")) continue;
    expect([id, measure(snapshot, HERE)]).toMatchObject([id, { kind: "blank", blank: "no-data" }]);
  }
});

test("the whole of the real data is a value or a named blank for the province too", async () => {
  const { register } = await parseRegister(async (path: string) =>
    readFileSync(`public/data/${path}`, "utf8"),
  );
  const snapshot = takeSnapshot(register, TODAY);
  for (const { overall: whole } of INDICATORS) {
    const found = whole(snapshot);
    if (found.kind === "value") expect(Number.isFinite(found.value)).toBe(true);
  }
});
