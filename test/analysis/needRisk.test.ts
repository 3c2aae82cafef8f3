import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellCounts, cellName, needRisk, type Thresholds } from "@/analysis/needRisk";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { type IsoDate, isoDate } from "@/domain/date";
import type { HazardShare } from "@/domain/hazard";
import type { Poverty } from "@/domain/poverty";
import type { Register } from "@/domain/register";
import { hazardHigh } from "@/indicators/hazardHigh";
import { poverty as povertyIndicator } from "@/indicators/poverty";
import { aRegister, aWork, HERE, SOURCE, THERE } from "../fixtures/register";

const DAY = isoDate("2028-09-30");
const AT: Thresholds = { needFrom: 20, riskFrom: 10 };

const poor = (part: Partial<Poverty> = {}): Poverty => ({
  areaLevel: "commune",
  areaCode: HERE,
  year: 2027,
  standard: "2027-2030",
  households: 1000,
  poor: 150,
  nearPoor: 100,
  poorRate: null,
  nearPoorRate: null,
  recordedOn: isoDate("2028-01-15"),
  sourceId: SOURCE,
  ...part,
});
const ground = (high: number, unassessed: number, part: Partial<HazardShare> = {}): HazardShare => ({
  communeCode: HERE,
  recordedOn: isoDate("2027-01-01"),
  low: 100 - high - unassessed,
  moderate: 0,
  high,
  veryHigh: 0,
  unassessed,
  ...part,
});
const here = (part: Partial<Register>, thresholds = AT) =>
  needRisk(takeSnapshot(aRegister(part), DAY), [HERE], thresholds).rows[0]!;

describe("whether a commune is at risk", () => {
  const cases = [
    { high: 12, unassessed: 0, answer: "yes", level: 2, what: "its assessed ground passes the threshold" },
    { high: 12, unassessed: 80, answer: "yes", level: 2, what: "it passes already, whatever the rest is" },
    { high: 4, unassessed: 5.9, answer: "no", level: null, what: "the rest cannot lift it to 10 %" },
    { high: 4, unassessed: 6, answer: "unknown", level: null, what: "the rest can lift it to 10 %" },
    { high: 4, unassessed: 0, answer: "no", level: 0, what: "all is assessed" },
    { high: 5, unassessed: 0, answer: "no", level: 1, what: "half the threshold is the middle level" },
    { high: 0, unassessed: 4, answer: "no", level: 0, what: "the rest cannot reach the middle level" },
    { high: 0, unassessed: 100, answer: "unknown", level: null, what: "nothing is assessed: never low" },
  ] as const;
  test.each(cases)(
    "$answer with $high % high and $unassessed % unassessed: $what",
    ({ high, unassessed, answer, level }) => {
      const row = here({ hazardShares: [ground(high, unassessed)] });
      expect([row.isAtRisk, row.riskLevel]).toEqual([answer, level]);
    },
  );

  test("counts very high with high, and is unknown without a row", () => {
    expect(here({ hazardShares: [ground(6, 0, { veryHigh: 5, low: 89 })] }).isAtRisk).toBe("yes");
    expect(here({})).toMatchObject({ risk: null, isAtRisk: "unknown", riskLevel: null });
  });
});

describe("whether a commune is poor", () => {
  const rows = [
    [poor(), "yes", 2],
    [poor({ poor: 100, nearPoor: 100 }), "yes", 2],
    [poor({ poor: 100, nearPoor: 99 }), "no", 1],
    [poor({ poor: 50, nearPoor: 49 }), "no", 0],
    [poor({ households: null, poor: null, nearPoor: null, poorRate: 10.45, nearPoorRate: 10.86 }), "yes", 2],
    [poor({ poor: "suppressed", nearPoor: "suppressed" }), "unknown", null],
    [poor({ households: null }), "unknown", null],
  ] as const;
  test.each(rows)("%#", (row, answer, level) => {
    const found = here({ poverty: [row] });
    expect([found.isPoor, found.needLevel]).toEqual([answer, level]);
    expect(found).toMatchObject({ year: 2027, standard: "2027-2030", povertySource: SOURCE });
  });
  test("is unknown without a row, and by the row known on the day", () => {
    expect(here({}).isPoor).toBe("unknown");
    expect(here({ poverty: [poor({ recordedOn: isoDate("2028-12-01") })] }).isPoor).toBe("unknown");
  });
});

describe("both", () => {
  const withheld = poor({ poor: "suppressed", nearPoor: "suppressed" });
  const bare = ground(0, 100);
  test.each([
    [poor(), ground(12, 0), "yes", []],
    [poor(), bare, "unknown", ["ground-unassessed"]],
    [poor(), ground(1, 60), "unknown", ["ground-partly-assessed"]],
    [withheld, ground(12, 0), "unknown", ["poverty-withheld"]],
    [withheld, bare, "unknown", ["poverty-withheld", "ground-unassessed"]],
    [poor({ households: null }), ground(12, 0), "unknown", ["poverty-missing"]],
    // One sure "no" settles it, and says nothing of the other side.
    [poor({ poor: 1, nearPoor: 1 }), bare, "no", ["ground-unassessed"]],
    [withheld, ground(1, 0), "no", ["poverty-withheld"]],
  ] as const)("%#: three-valued", (rate, share, answer, doubts) => {
    const row = here({ poverty: [rate], hazardShares: [share] });
    expect([row.isGap, row.doubts]).toEqual([answer, doubts]);
  });
});

describe("works of a commune", () => {
  const wall = { sector: "landslide-protection" } as const;
  test("of the 97 and, of them, of protection; others of protection apart", () => {
    const row = here({
      works: [
        aWork({ workId: "a" }),
        aWork({ workId: "b", ...wall, communeCodes: [HERE, THERE] }),
        aWork({ workId: "c", ...wall, inPlan97: "unknown" }),
        aWork({ workId: "d", inPlan97: "no" }),
      ],
    });
    expect(row).toMatchObject({ works: 2, protection: 1, otherProtection: 1 });
  });
  test("whose commune is unknown may be anywhere; without a list nobody knows", () => {
    const nowhere = aWork({ workId: "x", ...wall, communeCodes: [], locationClass: "unknown", point: null });
    expect(needRisk(takeSnapshot(aRegister({ works: [nowhere] }), DAY), [HERE], AT)).toMatchObject({
      unplacedProtection: 1,
      isListed: true,
    });
    expect(needRisk(takeSnapshot(aRegister({}), DAY), [HERE], AT).isListed).toBe(false);
  });
});

test("cells are named by row and number", () => {
  expect([cellName(0, 0), cellName(1, 2), cellName(2, 0)]).toEqual(["A1", "B3", "C1"]);
});

describe("on every recording day of the data", () => {
  const read = (file: string) => readFileSync(new URL(`../../public/data/${file}`, import.meta.url), "utf8");
  const days: IsoDate[] = JSON.parse(read("manifest.json")).recordingDates;
  const threshold = fc.integer({ min: 1, max: 100 });

  test("the groups make all, in order, and higher thresholds never add a gap nor turn a no", async () => {
    const { register } = await parseRegister(async (file) => read(file));
    const codes = register.communes.map(({ code }) => code);
    for (const day of days) {
      const snapshot = takeSnapshot(register, day);
      fc.assert(
        fc.property(
          threshold,
          threshold,
          fc.nat(20),
          fc.nat(20),
          (needFrom, riskFrom, moreNeed, moreRisk) => {
            const low = needRisk(snapshot, codes, { needFrom, riskFrom });
            const high = needRisk(snapshot, codes, {
              needFrom: needFrom + moreNeed,
              riskFrom: riskFrom + moreRisk,
            });
            expect(low.gaps.length + low.unknown.length + low.others.length).toBe(codes.length);
            const { cells, unknown } = cellCounts(low.rows);
            expect(cells.flat().reduce((sum, count) => sum + count, 0) + unknown).toBe(codes.length);
            const gaps = new Set(low.gaps.map(({ code }) => code));
            for (const { code } of high.gaps) expect(gaps.has(code)).toBe(true);
            const others = new Set(high.others.map(({ code }) => code));
            for (const { code } of low.others) expect(others.has(code)).toBe(true);
            const rates = low.gaps.map(({ rate }) => (rate.kind === "rate" ? rate.percent : Number.NaN));
            expect(rates).toEqual(rates.toSorted((a, b) => b - a));
            // A commune surely over both thresholds stands in the last cell, and only such a one.
            expect(cells[2]![2]).toBe(low.gaps.length);
          },
        ),
        { numRuns: 25 },
      );
    }
  });

  test("the figures are those of the indicators", async () => {
    const { register } = await parseRegister(async (file) => read(file));
    for (const day of days) {
      const snapshot = takeSnapshot(register, day);
      for (const row of needRisk(
        snapshot,
        register.communes.map(({ code }) => code),
        AT,
      ).rows) {
        const rate = povertyIndicator.measure(snapshot, row.code);
        const high = hazardHigh.measure(snapshot, row.code);
        if (row.rate.kind === "rate")
          expect(rate).toMatchObject({ kind: "value", value: expect.closeTo(row.rate.percent, 9) });
        else expect(rate).toMatchObject({ blank: row.rate.kind === "withheld" ? "suppressed" : "no-data" });
        if (high.kind === "value") expect(row.risk?.from).toBeCloseTo(high.value, 9);
        else expect(row.isAtRisk).toBe("unknown");
      }
    }
  });
});
