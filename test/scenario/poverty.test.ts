import { group } from "d3";
import { describe, expect, test } from "vitest";
import { SUPPRESSED_WARDS, WITHOUT_POVERTY } from "../../scripts/scenario/poverty";
import { PROGRAMME_CODES } from "../../scripts/scenario/programme";
import { readScenario, values } from "./pack";

const { rows } = readScenario();
const poverty = values(rows.poverty);
const communes = poverty.filter(({ areaLevel }) => areaLevel === "commune");
const villages = poverty.filter(({ areaLevel }) => areaLevel === "village");
const communeOf = new Map(
  values(rows.villages).map(({ villageId, communeCode }) => [villageId, communeCode as string]),
);

const rate = ({ poor, nearPoor, households }: (typeof poverty)[number]): number | null =>
  typeof poor === "number" && typeof nearPoor === "number" && typeof households === "number"
    ? (100 * (poor + nearPoor)) / households
    : null;

describe("communes", () => {
  test("three review years with the break of standard, for all but one commune", () => {
    expect(new Set(communes.map(({ areaCode }) => areaCode)).size).toBe(98);
    expect(communes.some(({ areaCode }) => areaCode === WITHOUT_POVERTY)).toBe(false);
    for (const [year, list] of group(communes, (row) => row.year)) {
      expect(list.length).toBe(98);
      expect(new Set(list.map(({ standard }) => standard))).toEqual(
        new Set([year === 2027 ? "2027-2030" : "2022-2025"]),
      );
    }
  });

  test("poor where the programme is, less elsewhere; the new standard counts more", () => {
    const of = (code: string, year: number) =>
      communes.find((row) => row.areaCode === code && row.year === year)!;
    for (const { areaCode, year } of communes) {
      const share = rate(of(areaCode, year ?? 0));
      if (share === null) continue;
      const [least, most] = PROGRAMME_CODES.some((code) => code === areaCode) ? [8.5, 28] : [0.4, 6];
      expect(share, `${areaCode} ${year}`).toBeGreaterThanOrEqual(least);
      expect(share, `${areaCode} ${year}`).toBeLessThanOrEqual(most);
      expect(rate(of(areaCode, 2027))!).toBeGreaterThan(rate(of(areaCode, 2026))!);
    }
    expect(rate(of("07654", 2025))!).toBeCloseTo(21.3, 0);
  });

  test("two wards are withheld, never one alone", () => {
    const withheld = communes.filter(({ poor }) => poor === "suppressed");
    expect(new Set(withheld.map(({ areaCode }) => areaCode))).toEqual(
      new Set(Object.values(SUPPRESSED_WARDS)),
    );
    for (const row of withheld)
      expect([row.nearPoor, row.poorRate, row.nearPoorRate]).toEqual(["suppressed", null, null]);
  });
});

describe("villages", () => {
  const byCommune = group(villages, ({ areaCode }) => communeOf.get(areaCode));

  test("8 to 12 in each of the 19, some without coordinates, two accuracies", () => {
    expect([...byCommune.keys()].toSorted()).toEqual([...PROGRAMME_CODES].toSorted());
    for (const list of byCommune.values()) {
      expect(list.length).toBeGreaterThanOrEqual(8);
      expect(list.length).toBeLessThanOrEqual(12);
    }
    const places = values(rows.villages);
    expect(places.filter(({ point }) => point === null).length).toBeGreaterThanOrEqual(3);
    expect(new Set(places.map(({ accuracyM }) => accuracyM))).toEqual(new Set([300, 900, null]));
  });

  test("no count below 10 is published, and no rate is stated", () => {
    for (const row of villages) {
      for (const count of [row.poor, row.nearPoor])
        if (typeof count === "number") expect(count).toBeGreaterThanOrEqual(10);
      expect([row.poorRate, row.nearPoorRate]).toEqual([null, null]);
    }
  });

  test("what is withheld cannot be solved for: two unknowns or none per commune and column, with room between them", () => {
    let withheldCommunes = 0;
    for (const [code, list] of byCommune) {
      const total = communes.find((row) => row.areaCode === code && row.year === 2027)!;
      for (const column of ["poor", "nearPoor"] as const) {
        const unknown = list.filter((row) => row[column] === "suppressed");
        if (unknown.length === 0) continue;
        withheldCommunes++;
        expect(unknown.length, `${code} ${column}`).toBeGreaterThanOrEqual(2);
        const published = list.reduce(
          (sum, row) => sum + (typeof row[column] === "number" ? row[column] : 0),
          0,
        );
        const left = Number(total[column]) - published;
        // With n unknowns and at least 10 between any bounds, each of them may be anything from 0 up.
        expect(left, `${code} ${column}`).toBeGreaterThanOrEqual(10);
        const households = unknown.map((row) => Number(row.households));
        for (const own of households) {
          const others = households.reduce((sum, each) => sum + each, 0) - own;
          const [least, most] = [Math.max(0, left - others), Math.min(own, left)];
          expect(most - least, `${code} ${column} is pinned down`).toBeGreaterThanOrEqual(9);
        }
      }
    }
    expect(withheldCommunes).toBeGreaterThan(0);
  });

  test("both columns of a village are withheld together, so that neither gives the other back", () => {
    for (const row of villages)
      expect(row.poor === "suppressed", row.areaCode).toBe(row.nearPoor === "suppressed");
  });

  test("the villages of a commune add up to its households", () => {
    for (const [code, list] of byCommune) {
      const total = communes.find((row) => row.areaCode === code && row.year === 2027)!;
      expect(list.reduce((sum, row) => sum + Number(row.households), 0)).toBe(total.households);
    }
  });
});
