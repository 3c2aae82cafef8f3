import { expect, test } from "vitest";
import { areaDeviations } from "@/views/data/areas";
import { loadShipped } from "./shipped";

const { communes } = (await loadShipped()).register;

test("of the shipped boundaries: the sum, the median, and the five worth saying, with Chũ first", () => {
  const found = areaDeviations(communes);
  expect(found?.sum).toBeCloseTo(-0.11, 2);
  expect(found?.median).toBeCloseTo(0.2, 1);
  expect(found?.communes.map(({ commune }) => commune.name)).toEqual([
    "Chũ",
    "Biên Sơn",
    "Sơn Hải",
    "Bố Hạ",
    "Yên Trung",
  ]);
  expect(found?.communes[0]?.percent).toBeCloseTo(20.6, 1);
});

test("an even number has its median between two; none has none", () => {
  const [first] = communes;
  if (first === undefined) throw new Error("no communes");
  const off = (percent: number) => ({ ...first, areaKm2: 100, drawnAreaKm2: 100 + percent });
  expect(areaDeviations([off(1), off(-3)])?.median).toBeCloseTo(2);
  expect(areaDeviations([off(1), off(-3)])?.communes).toHaveLength(1);
  expect(areaDeviations([off(5), off(-1), off(-3)])?.median).toBeCloseTo(3);
  expect(areaDeviations([])).toBeNull();
});
