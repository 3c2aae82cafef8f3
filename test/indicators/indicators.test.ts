import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { DATASET_PATHS } from "@/domain/dataset";
import { type IsoDate, isoDate } from "@/domain/date";
import type { HazardShare } from "@/domain/hazard";
import type { Manifest } from "@/domain/manifest";
import type { Poverty } from "@/domain/poverty";
import type { Register } from "@/domain/register";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { INDICATORS, indicatorById } from "@/indicators";
import { classesOf, computeClassBreaks } from "@/indicators/classBreaks";
import { formatIndicatorValue } from "@/indicators/formatValue";
import type { IndicatorValue } from "@/indicators/indicator";
import {
  aCommune,
  aPlan,
  aRegister,
  aReport,
  aWork,
  HERE,
  SOURCE,
  someCapital,
  THERE,
} from "../fixtures/register";

const TODAY = isoDate("2028-09-30");
const read = async (path: string) => readFileSync(`public/data/${path}`, "utf8");
const { register: real } = await parseRegister(read);
const manifest = JSON.parse(await read("manifest.json")) as Manifest;

const measure = (id: string, part: Partial<Register>, day = TODAY): IndicatorValue =>
  indicatorById(id)!.measure(takeSnapshot(aRegister(part), day), HERE);
const valueIn = (id: string, part: Partial<Register>) => {
  const found = measure(id, part);
  return found.kind === "value" ? found.value : found.blank;
};

describe.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))("%s", (id, indicator) => {
  test("has a public id, texts in every language and datasets that exist", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const locale of LOCALES) {
      const { indicators } = messagesFor(locale);
      for (const key of [indicator.label, indicator.unitText, indicator.definition])
        expect(indicators[key].trim()).not.toBe("");
    }
    for (const dataset of indicator.needs) expect(DATASET_PATHS).toHaveProperty([dataset]);
  });
  test("is finite or a named blank for every commune on every recording date of the real data", () => {
    for (const date of manifest.recordingDates) {
      const snapshot = takeSnapshot(real, date as IsoDate);
      for (const { code } of real.communes) {
        const found = indicator.measure(snapshot, code);
        if (found.kind === "value") {
          expect(Number.isFinite(found.value)).toBe(true);
          if (indicator.unit === "percent") expect(found.value).toBeGreaterThanOrEqual(0);
          if (indicator.unit === "percent" && id !== "disbursement")
            expect(found.value).toBeLessThanOrEqual(100.0001);
          if (found.fraction !== null && indicator.unit === "percent")
            expect((100 * found.fraction.numerator) / found.fraction.denominator).toBeCloseTo(found.value, 6);
        }
      }
    }
  });
  test("names the sources of a value, and each is in the register", () => {
    const snapshot = takeSnapshot(real, manifest.defaultAsOf as IsoDate);
    const ids = new Set(real.sources.map(({ sourceId }) => sourceId));
    for (const { code } of real.communes) {
      const found = indicator.measure(snapshot, code);
      if (found.kind === "value") expect(found.sourceIds.length).toBeGreaterThan(0);
      expect(found.sourceIds.filter((source) => !ids.has(source))).toEqual([]);
    }
  });
  test("is blank, never 0, for a register without rows", () => {
    const found = indicator.measure(takeSnapshot(aRegister({ communes: [] }), TODAY), HERE);
    expect(found.kind).toBe("blank");
  });
  test("has classes that rise", () => {
    const classes = classesOf(indicator, [
      computeClassBreaks(indicator, real, manifest.recordingDates as IsoDate[]),
    ])!;
    const chain = [classes.extent[0], ...classes.breaks, classes.extent[1]];
    expect(chain).toEqual([...new Set(chain)].toSorted((a, b) => a - b));
  });
});

describe("tiến độ khối lượng", () => {
  const works = [aWork(), aWork({ workId: "W2" })];
  const plans = [aPlan({ totalInvestment: 1000 }), aPlan({ workId: "W2", totalInvestment: 3000 })];
  const reports = [aReport({ physicalProgress: 100 }), aReport({ workId: "W2", physicalProgress: 20 })];
  test("is weighted by total investment", () => {
    expect(valueIn("physical-progress", { works, workPlans: plans, workReports: reports })).toBe(40);
  });
  test("leaves a work of unknown cost out of the mean, and says so", () => {
    const found = measure("physical-progress", {
      works,
      workPlans: [plans[0]!, aPlan({ workId: "W2", totalInvestment: null })],
      workReports: reports,
    });
    expect(found).toMatchObject({
      value: 100,
      coverage: { counted: 1, of: 2 },
      notes: ["progress.withoutCost"],
    });
  });
  test("weighs all alike, and says so, where no cost is known", () => {
    const workPlans = works.map(({ workId }) => aPlan({ workId, totalInvestment: null }));
    expect(measure("physical-progress", { works, workPlans, workReports: reports })).toMatchObject({
      value: 60,
      notes: ["progress.unweighted"],
    });
  });
  test("lies between its smallest and largest work", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 9999 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (list) => {
          const value = valueIn("physical-progress", {
            works: list.map((_, i) => aWork({ workId: `W${i}` })),
            workPlans: list.map(([, money], i) => aPlan({ workId: `W${i}`, totalInvestment: money })),
            workReports: list.map(([progress], i) =>
              aReport({ workId: `W${i}`, physicalProgress: progress }),
            ),
          }) as number;
          expect(value).toBeGreaterThanOrEqual(Math.min(...list.map(([progress]) => progress)) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...list.map(([progress]) => progress)) + 1e-9);
        },
      ),
    );
  });
  test("states how much of the works and money stands behind it", () => {
    expect(
      measure("physical-progress", { works, workPlans: plans, workReports: [reports[0]!] }),
    ).toMatchObject({
      value: 100,
      coverage: { counted: 1, of: 2, weightShare: 25 },
    });
  });
  test("tells no works, none due, none reported and zero apart", () => {
    expect(valueIn("physical-progress", { works: [aWork({ communeCodes: [THERE] })] })).toBe(
      "not-applicable",
    );
    expect(valueIn("physical-progress", { works: [] })).toBe("no-data");
    expect(
      valueIn("physical-progress", {
        works: [aWork()],
        workPlans: [aPlan({ plannedStart: isoDate("2029-01-01") })],
      }),
    ).toBe("not-yet-due");
    expect(valueIn("physical-progress", { works: [aWork()], workPlans: [aPlan()] })).toBe("no-data");
    expect(
      valueIn("physical-progress", {
        works: [aWork()],
        workPlans: [aPlan()],
        workReports: [aReport({ physicalProgress: 0 })],
      }),
    ).toBe(0);
  });
  test("takes no value from a report older than two periods", () => {
    const old = aReport({ asOf: isoDate("2027-12-25"), reportedOn: isoDate("2027-12-31") });
    expect(valueIn("physical-progress", { works: [aWork()], workPlans: [aPlan()], workReports: [old] })).toBe(
      "no-data",
    );
  });
  test("counts works of the 97 only", () => {
    for (const inPlan97 of ["no", "unknown"] as const)
      expect(
        valueIn("physical-progress", {
          works: [aWork({ inPlan97 }), aWork({ workId: "W2", communeCodes: [THERE] })],
          workPlans: [aPlan()],
          workReports: [aReport()],
        }),
      ).toBe("not-applicable");
  });
});

test("investment of a work in two communes is split, so that the communes make the whole", () => {
  const part = {
    works: [aWork({ communeCodes: [HERE, THERE] })],
    workPlans: [aPlan({ totalInvestment: 1000 })],
  };
  const snapshot = takeSnapshot(aRegister(part), TODAY);
  const indicator = indicatorById("investment-per-inhabitant")!;
  const parts = [HERE, THERE].map((code) => indicator.measure(snapshot, code));
  const numerators = parts.map((found) => (found.kind === "value" ? found.fraction!.numerator : Number.NaN));
  expect(numerators).toEqual([500, 500]);
  const whole = indicator.overall(snapshot);
  expect(whole.kind === "value" && whole.fraction!.numerator).toBe(1000);
});

describe("giải ngân", () => {
  test("is of the year's plan; cumulative stands beside it", () => {
    const found = measure("disbursement", {
      works: [aWork()],
      workPlans: [aPlan()],
      workReports: [aReport({ disbursedYear: 100, disbursedCumulative: 450 })],
      capitalPlans: [someCapital({ amount: 400 }), someCapital({ year: 2027, amount: 500 })],
    });
    expect(found).toMatchObject({
      value: 25,
      fraction: { numerator: 100, denominator: 400 },
      asides: [{ value: 50 }],
    });
  });
  const without = (part: Partial<Register>, day = TODAY) => {
    const found = measure("disbursement", { works: [aWork()], workPlans: [aPlan()], ...part }, day);
    return found.kind === "blank" ? found.blank : found.value;
  };
  test("without a plan for the year is never 0 %: finished, still to come, or unknown", () => {
    expect(without({ workReports: [aReport({ stage: "settled" })] })).toBe("not-applicable");
    expect(without({ workReports: [aReport()], capitalPlans: [someCapital({ year: 2029 })] })).toBe(
      "not-yet-due",
    );
    expect(without({ workPlans: [aPlan({ plannedStart: isoDate("2029-01-01") })] })).toBe("not-yet-due");
    expect(without({ workReports: [aReport()] })).toBe("no-data");
    expect(without({ workReports: [aReport()], capitalPlans: [someCapital({ year: 2027 })] })).toBe(
      "no-data",
    );
  });
  test("a planned year that nobody reported is unknown; before its first period ends, not yet due", () => {
    const capitalPlans = [someCapital()];
    expect(without({ capitalPlans })).toBe("no-data");
    expect(without({ capitalPlans }, isoDate("2028-02-15"))).toBe("not-yet-due");
  });
  test("a reported 0 is 0 %, and more than planned is more than 100 %", () => {
    expect(without({ capitalPlans: [someCapital()], workReports: [aReport({ disbursedYear: 0 })] })).toBe(0);
    expect(without({ capitalPlans: [someCapital()], workReports: [aReport({ disbursedYear: 500 })] })).toBe(
      125,
    );
  });
  test("an unknown cumulative figure is not counted as 0", () => {
    const found = measure("disbursement", {
      works: [aWork(), aWork({ workId: "W2" })],
      workReports: [
        aReport({ disbursedYear: 100, disbursedCumulative: 100 }),
        aReport({ workId: "W2", disbursedYear: 300, disbursedCumulative: null }),
      ],
      capitalPlans: [someCapital(), someCapital({ workId: "W2" })],
    });
    expect(found).toMatchObject({ value: 50, asides: [{ value: null }] });
  });
  test("a work that has plan but no report is in the coverage, with its share of the plan", () => {
    const found = measure("disbursement", {
      works: [aWork(), aWork({ workId: "W2" })],
      workReports: [aReport({ disbursedYear: 100 })],
      capitalPlans: [someCapital(), someCapital({ workId: "W2", amount: 1200 })],
    });
    expect(found).toMatchObject({ value: 25, coverage: { counted: 1, of: 2, weightShare: 25 } });
  });
});

describe("late and finished", () => {
  const works = ["W1", "W2", "W3"].map((workId) => aWork({ workId }));
  const workPlans = works.map(({ workId }) => aPlan({ workId, plannedEnd: isoDate("2028-06-30") }));
  const workReports = [aReport(), aReport({ workId: "W2", stage: "handed-over" })];
  test("a work of which it cannot be told is neither late nor on time", () => {
    expect(measure("works-late", { works, workPlans, workReports })).toMatchObject({
      value: 50,
      coverage: { counted: 2, of: 3 },
    });
  });
  test("finished of all works, silent ones included in the denominator", () => {
    expect(measure("works-finished", { works, workPlans, workReports })).toMatchObject({
      fraction: { numerator: 1, denominator: 3 },
      coverage: { counted: 2, of: 3 },
      notes: ["finished.atLeast"],
    });
  });
  test("accepted is finished with 100 % of the work only; a work not yet due is known to be unfinished", () => {
    const accepted = (physicalProgress: number) =>
      measure("works-finished", {
        works: [aWork(), aWork({ workId: "W2" })],
        workPlans: [aPlan(), aPlan({ workId: "W2", plannedStart: isoDate("2029-01-01") })],
        workReports: [aReport({ stage: "accepted", physicalProgress })],
      });
    expect(accepted(100)).toMatchObject({ value: 50, coverage: { counted: 2, of: 2 }, notes: [] });
    expect(accepted(98)).toMatchObject({ value: 0 });
  });
  test("without a single report finished is unknown, not 0", () => {
    expect(valueIn("works-finished", { works, workPlans })).toBe("no-data");
  });
  test("reporting counts works that owe one", () => {
    expect(measure("report-completeness", { works, workPlans, workReports })).toMatchObject({
      fraction: { numerator: 1, denominator: 2 },
    });
  });
});

describe("nghèo đa chiều", () => {
  const row: Poverty = {
    areaLevel: "commune",
    areaCode: HERE,
    year: 2026,
    standard: "2022-2025",
    households: 1850,
    poor: 193,
    nearPoor: 201,
    poorRate: null,
    nearPoorRate: null,
    recordedOn: isoDate("2027-01-15"),
    sourceId: SOURCE,
  };
  test("is poor plus near-poor of all households, with its standard", () => {
    const found = measure("poverty", { poverty: [row] });
    expect(found).toMatchObject({
      fraction: { numerator: 394, denominator: 1850 },
      notes: ["poverty.standard2022"],
    });
  });
  test("a withheld count is withheld, an unknown one unknown, zero is zero", () => {
    expect(valueIn("poverty", { poverty: [{ ...row, poor: "suppressed" }] })).toBe("suppressed");
    expect(valueIn("poverty", { poverty: [{ ...row, nearPoor: null }] })).toBe("no-data");
    expect(valueIn("poverty", { poverty: [{ ...row, poor: 0, nearPoor: 0 }] })).toBe(0);
  });
  test("rates alone are quoted, never turned into households", () => {
    const found = measure("poverty", {
      poverty: [
        { ...row, households: null, poor: null, nearPoor: null, poorRate: 10.45, nearPoorRate: 10.86 },
      ],
    });
    expect(found).toMatchObject({ kind: "value", fraction: null });
    expect(found.kind === "value" && found.value).toBeCloseTo(21.31, 10);
  });
  test("per poor household is withheld with the count", () => {
    const part = {
      works: [aWork()],
      workPlans: [aPlan()],
      poverty: [{ ...row, poor: "suppressed" as const }],
    };
    expect(valueIn("investment-per-poor-household", part)).toBe("suppressed");
  });
});

describe("đất nguy cơ cao", () => {
  const share = (part: Partial<HazardShare>): HazardShare => ({
    communeCode: HERE,
    recordedOn: isoDate("2026-07-31"),
    low: 0,
    moderate: 0,
    high: 0,
    veryHigh: 0,
    unassessed: 0,
    ...part,
  });
  test("adds high and very high; unassessed stands beside and is said", () => {
    const found = measure("hazard-high", {
      hazardShares: [share({ low: 50, high: 20, veryHigh: 10, unassessed: 20 })],
    });
    expect(found).toMatchObject({ value: 30, asides: [{ value: 20 }], notes: ["landslide.partlyAssessed"] });
  });
  test("wholly unassessed is unassessed, assessed without a zone is 0", () => {
    expect(valueIn("hazard-high", { hazardShares: [share({ unassessed: 100 })] })).toBe("unassessed");
    expect(valueIn("hazard-high", {})).toBe("unassessed");
    expect(valueIn("hazard-high", { hazardShares: [share({ low: 100 })] })).toBe(0);
  });
});

test("density is official people over official area, not the drawn one", () => {
  expect(
    valueIn("population-density", {
      communes: [aCommune({ population: 500, areaKm2: 50, drawnAreaKm2: 10 })],
    }),
  ).toBe(10);
});

test("values carry their unit and the Vietnamese comma", () => {
  const m = messagesFor("vi");
  expect(formatIndicatorValue(indicatorById("physical-progress")!, 46.2, m)).toBe("46,2\u00a0%");
  expect(formatIndicatorValue(indicatorById("population-density")!, 5287.6, m)).toBe("5.288\u00a0người/km²");
});
