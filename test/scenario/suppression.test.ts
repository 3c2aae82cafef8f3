import { describe, expect, test } from "vitest";
import type { Count, Poverty } from "@/domain/poverty";
import { readScenario, values } from "./pack";

const SMALLEST_PUBLISHED = 10;
const { rows } = readScenario();
const poverty = values(rows.poverty);
const communeOf = new Map(
  values(rows.villages).map(({ villageId, communeCode }) => [villageId, communeCode as string]),
);

type Cells = Pick<
  Poverty,
  "areaLevel" | "areaCode" | "households" | "poor" | "nearPoor" | "poorRate" | "nearPoorRate"
>;
const COLUMNS = ["households", "poor", "nearPoor"] as const;
const known = (count: Count): number | null => (typeof count === "number" ? count : null);

/** Reduced row echelon form; each row is coefficients and then the right side. */
function reduce(equations: readonly (readonly number[])[], unknowns: number): number[][] {
  const matrix = equations.map((row) => [...row]);
  let top = 0;
  for (let column = 0; column < unknowns; column++) {
    const pivot = matrix.findIndex((row, index) => index >= top && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [matrix[top], matrix[pivot]] = [matrix[pivot]!, matrix[top]!];
    const lead = matrix[top]!.map((value) => value / matrix[top]![column]!);
    matrix.forEach((row, index) => {
      const factor = row[column]!;
      matrix[index] = index === top ? lead : row.map((value, at) => value - factor * lead[at]!);
    });
    top++;
  }
  return matrix;
}

/**
 * What a reader can work out: cells withheld although the published ones force them. Every published number is used:
 * villages add up to their commune, and a rate times the households is a count.
 */
function workedOut(villages: readonly Cells[], total: Cells): string[] {
  const cells = [...villages, total].flatMap((area) =>
    COLUMNS.map((column) => ({ id: `${area.areaCode} ${column}`, value: known(area[column]) })),
  );
  const hidden = cells.filter(({ value }) => value === null).map(({ id }) => id);
  const equation = (terms: readonly (readonly [string, number])[], right: number): number[] => {
    const row = new Array<number>(hidden.length + 1).fill(0);
    row[hidden.length] = right;
    for (const [id, factor] of terms) {
      const at = hidden.indexOf(id);
      const value = cells.find((cell) => cell.id === id)!.value;
      if (at >= 0) row[at]! += factor;
      else row[hidden.length]! -= factor * value!;
    }
    return row;
  };
  const sums = COLUMNS.map((column) =>
    equation(
      [
        ...villages.map(({ areaCode }) => [`${areaCode} ${column}`, 1] as const),
        [`${total.areaCode} ${column}`, -1],
      ],
      0,
    ),
  );
  const rates = [...villages, total].flatMap((area) =>
    (["poor", "nearPoor"] as const).flatMap((column) => {
      const rate = area[`${column}Rate`];
      if (rate === null) return [];
      return [
        equation(
          [
            [`${area.areaCode} ${column}`, 1],
            [`${area.areaCode} households`, -rate / 100],
          ],
          0,
        ),
      ];
    }),
  );
  const solved = reduce([...sums, ...rates], hidden.length);
  return hidden.filter((_, at) =>
    solved.some((row) =>
      row.slice(0, hidden.length).every((value, index) => Math.abs(value - (index === at ? 1 : 0)) < 1e-9),
    ),
  );
}

/**
 * Fewest and most households each withheld count can be, knowing that poor and near poor of a village are not more than
 * its households: narrowed until nothing narrows further.
 */
function ranges(villages: readonly Cells[], total: Cells): Map<string, readonly [number, number]> {
  const secret = villages.filter(({ poor, nearPoor }) => known(poor) === null && known(nearPoor) === null);
  const bounds = new Map<string, [number, number]>();
  for (const { areaCode, households } of secret)
    for (const column of ["poor", "nearPoor"]) bounds.set(`${areaCode} ${column}`, [0, Number(households)]);
  const left = (column: "poor" | "nearPoor") =>
    Number(total[column]) - villages.reduce((sum, village) => sum + (known(village[column]) ?? 0), 0);
  for (let round = 0; round < 50; round++) {
    for (const column of ["poor", "nearPoor"] as const) {
      const other = column === "poor" ? "nearPoor" : "poor";
      for (const { areaCode, households } of secret) {
        const own = bounds.get(`${areaCode} ${column}`)!;
        const rest = secret
          .filter((each) => each.areaCode !== areaCode)
          .map((each) => bounds.get(`${each.areaCode} ${column}`)!);
        const [restLeast, restMost] = [0, 1].map((end) => rest.reduce((sum, bound) => sum + bound[end]!, 0));
        own[0] = Math.max(own[0], left(column) - restMost!);
        own[1] = Math.min(
          own[1],
          left(column) - restLeast!,
          Number(households) - bounds.get(`${areaCode} ${other}`)![0],
        );
      }
    }
  }
  return bounds;
}

const groups = [...new Set(communeOf.values())].toSorted().map((code) => ({
  code,
  villages: poverty.filter(
    ({ areaLevel, areaCode }) => areaLevel === "village" && communeOf.get(areaCode) === code,
  ),
  total: poverty.find(
    ({ areaLevel, areaCode, year }) => areaLevel === "commune" && areaCode === code && year === 2027,
  )!,
}));

describe("the solver itself", () => {
  const area = (areaCode: string, poor: Count, nearPoor: Count, poorRate: number | null = null): Cells => ({
    areaLevel: "village",
    areaCode,
    households: 100,
    poor,
    nearPoor,
    poorRate,
    nearPoorRate: null,
  });
  const total = { ...area("total", 60, 60), households: 300 };

  test("finds the one count that is withheld alone", () => {
    const villages = [area("a", "suppressed", 20), area("b", 25, 20), area("c", 30, 20)];
    expect(workedOut(villages, total)).toEqual(["a poor"]);
  });

  test("finds both where a rate gives one away, and none of two without it", () => {
    const two = [area("a", "suppressed", 20), area("b", "suppressed", 20), area("c", 30, 20)];
    expect(workedOut(two, total)).toEqual([]);
    const withRate = [area("a", "suppressed", 20, 5), ...two.slice(1)];
    expect(workedOut(withRate, total).toSorted()).toEqual(["a poor", "b poor"]);
  });

  test("sees that nothing is left for two small ones", () => {
    const villages = [
      area("a", "suppressed", "suppressed"),
      area("b", "suppressed", "suppressed"),
      area("c", 60, 58),
    ];
    expect(workedOut(villages, total)).toEqual([]);
    expect(ranges(villages, total).get("a poor")).toEqual([0, 0]);
    expect(ranges(villages, total).get("a nearPoor")).toEqual([0, 2]);
  });
});

describe("villages of the scenario", () => {
  test("there is something to withhold in most communes", () => {
    expect(groups.length).toBe(19);
    const withheld = groups.filter(({ villages }) => villages.some(({ poor }) => poor === "suppressed"));
    expect(withheld.length).toBeGreaterThanOrEqual(10);
  });

  test.each(groups)("$code: no equation gives a withheld count back", ({ villages, total }) => {
    expect(workedOut(villages, total)).toEqual([]);
    for (const column of COLUMNS) {
      const unknown = villages.filter((village) => village[column] === "suppressed").length;
      expect(unknown === 0 || unknown >= 2, column).toBe(true);
    }
  });

  test.each(groups)(
    "$code: no bound narrows a withheld count to fewer than 10 values",
    ({ villages, total }) => {
      for (const [id, [least, most]] of ranges(villages, total))
        expect(most - least + 1, `${id} is ${least} to ${most}`).toBeGreaterThanOrEqual(SMALLEST_PUBLISHED);
    },
  );

  test("no village count under 10 stands in any column", () => {
    for (const { villages } of groups)
      for (const village of villages)
        for (const column of COLUMNS) {
          const count = known(village[column]);
          if (count !== null)
            expect(count, `${village.areaCode} ${column}`).toBeGreaterThanOrEqual(SMALLEST_PUBLISHED);
        }
  });

  test("villages are told for one round only, so no difference between rounds tells more", () => {
    const rounds = new Set(
      poverty
        .filter(({ areaLevel }) => areaLevel === "village")
        .map(({ year, recordedOn }) => `${year} ${recordedOn}`),
    );
    expect([...rounds]).toEqual(["2027 2028-01-15"]);
  });
});
