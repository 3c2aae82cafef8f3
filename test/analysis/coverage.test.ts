import { expect, test } from "vitest";
import { COVERED, coverage } from "@/analysis/coverage";
import { EMPTY_REGISTER, type Register } from "@/domain/register";
import { loadShipped } from "../views/data/shipped";

const register: Register = (await loadShipped()).register;

test("every commune has every dataset, and a blank is no zero", () => {
  const { communes } = coverage(register);
  expect(communes.size).toBe(99);
  for (const cells of communes.values()) {
    expect(Object.keys(cells).toSorted()).toEqual([...COVERED].toSorted());
    for (const cell of Object.values(cells)) expect(cell === null || cell.rows > 0).toBe(true);
  }
});

test("rows of one commune each add up to the register's; of several they count in each", () => {
  const { communes, elsewhere } = coverage(register);
  const sum = (dataset: (typeof COVERED)[number]) =>
    [...communes.values()].reduce((total, cells) => total + (cells[dataset]?.rows ?? 0), 0) +
    elsewhere[dataset];
  expect(sum("villages")).toBe(register.villages.length);
  expect(sum("status")).toBe(register.communeStatuses.length);
  expect(sum("communePlan")).toBe(register.communePlans.length);
  expect(sum("relocations")).toBe(register.relocations.length);
  expect(sum("targets")).toBe(register.targets.length);
  expect(sum("poverty") + sum("villagePoverty")).toBe(register.poverty.length);
  const placed = register.works.reduce(
    (total, { communeCodes }) => total + Math.max(1, new Set(communeCodes).size),
    0,
  );
  expect(sum("works")).toBe(placed);
  const reports = register.workReports.reduce((total, { workId }) => {
    const codes = register.works.find((work) => work.workId === workId)?.communeCodes ?? [];
    return total + Math.max(1, new Set(codes).size);
  }, 0);
  expect(sum("reports")).toBe(reports);
});

test("the latest day is the latest of its rows", () => {
  const { communes } = coverage(register);
  for (const [code, cells] of communes) {
    const days = register.communePlans
      .filter(({ communeCode }) => communeCode === code)
      .map(({ recordedOn }) => recordedOn);
    expect(cells.communePlan?.latest ?? null).toBe(days.toSorted().at(-1) ?? null);
  }
  expect([...communes.values()].some(({ works }) => works !== null && works.latest === null)).toBe(true);
});

test("a commune of which nothing was assessed is not covered by its share of nothing", () => {
  const { communes } = coverage(register);
  for (const [code, { assessed }] of communes) {
    const shares = register.hazardShares.filter(
      ({ communeCode, unassessed }) => communeCode === code && unassessed < 100,
    );
    expect(assessed?.rows ?? 0).toBe(shares.length);
  }
});

test("nothing gives nothing", () => {
  const { communes, elsewhere } = coverage(EMPTY_REGISTER);
  expect(communes.size).toBe(0);
  expect(Object.values(elsewhere).every((rows) => rows === 0)).toBe(true);
});
