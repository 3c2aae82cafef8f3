import { expect, test } from "vitest";
import { povertyStandards, standardChange } from "@/analysis/seriesBreak";
import type { Snapshot } from "@/analysis/snapshot";
import type { Poverty } from "@/domain/poverty";

const day = (...rows: readonly (readonly [level: Poverty["areaLevel"], standard: Poverty["standard"]])[]) =>
  ({
    poverty: new Map(
      rows.map(([areaLevel, standard], index) => [
        `${areaLevel}:${index}`,
        { areaLevel, areaCode: String(index), standard } as Poverty,
      ]),
    ),
  }) satisfies Pick<Snapshot, "poverty">;

test("the standards of a day are those of its communes, each once, oldest first", () => {
  const known = day(
    ["commune", "2027-2030"],
    ["commune", "2022-2025"],
    ["commune", "2022-2025"],
    ["village", "2027-2030"],
    ["commune", null],
  );
  expect(povertyStandards(known)).toEqual(["2022-2025", "2027-2030"]);
  expect(povertyStandards(day(["village", "2027-2030"]))).toEqual([]);
});

test("a mix of two standards differs from either of them", () => {
  const [old, mixed, now] = [
    day(["commune", "2022-2025"]),
    day(["commune", "2022-2025"], ["commune", "2027-2030"]),
    day(["commune", "2027-2030"]),
  ];
  expect(standardChange(old, mixed)).toEqual({ before: ["2022-2025"], after: ["2022-2025", "2027-2030"] });
  expect(standardChange(mixed, now)).not.toBeNull();
  expect(standardChange(old, now)).not.toBeNull();
  expect(standardChange(old, old)).toBeNull();
});

test("a day that knows of no poverty is not compared", () => {
  expect(standardChange(day(), day(["commune", "2027-2030"]))).toBeNull();
  expect(standardChange(day(["commune", "2022-2025"]), day(["commune", null]))).toBeNull();
});
