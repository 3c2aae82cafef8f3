import { group } from "d3";
import { describe, expect, test } from "vitest";
import { PLAN_TOTALS } from "@/domain/work";
import { PROGRAMME, PROGRAMME_CODES, PROVINCIAL_CAPITAL } from "../../scripts/scenario/programme";
import { buildProblems, readScenario, values } from "./pack";

const { rows, problems } = readScenario();
const works = values(rows.works);
const planned = works.filter(({ inPlan97 }) => inPlan97 === "yes");

test("the data build takes both packs without an error, and says nothing against the scenario", async () => {
  expect(problems.all()).toEqual([]);
  const all = await buildProblems();
  expect(all.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(all.filter(({ file }) => file.startsWith("data/illustrative"))).toEqual([]);
}, 60_000);

describe("the 97", () => {
  test("sectors as the province plan counts them", () => {
    const found = Object.fromEntries(
      [...group(planned, ({ sector }) => sector)].map(([key, list]) => [key, list.length]),
    );
    expect(found).toEqual(PLAN_TOTALS);
    expect(planned.map(({ workId }) => workId)).toEqual(
      Array.from({ length: 97 }, (_, index) => `MH-${String(index + 1).padStart(3, "0")}`),
    );
  });

  test("83 can be placed and 14 cannot", () => {
    const found = Object.fromEntries(
      [...group(planned, ({ locationClass }) => locationClass)].map(([key, list]) => [key, list.length]),
    );
    expect(found).toEqual({ exact: 30, line: 27, village: 20, several: 6, commune: 9, unknown: 5 });
  });

  test("each of the 19 communes has 3 to 8, and only they have any", () => {
    const inCommune = (code: string) =>
      planned.filter(({ communeCodes }) => communeCodes.some((each) => each === code));
    for (const code of PROGRAMME_CODES) {
      expect(inCommune(code).length, code).toBeGreaterThanOrEqual(3);
      expect(inCommune(code).length, code).toBeLessThanOrEqual(8);
    }
    const named = new Set(works.flatMap(({ communeCodes }) => communeCodes));
    expect([...named].toSorted()).toEqual([...PROGRAMME_CODES].toSorted());
  });

  test("codes and names of the 19 agree with the official list", () => {
    const names = new Map(values(rows.communes).map(({ code, name }) => [code, name]));
    for (const { code, name } of PROGRAMME) if (code !== null) expect(names.get(code)).toBe(name);
    expect(new Set(values(rows.communeStatuses).map(({ communeCode }) => communeCode)).size).toBe(19);
  });

  test("works in several communes lie in neighbours", () => {
    const neighbours = new Map(values(rows.communes).map((commune) => [commune.code, commune.neighbours]));
    for (const { workId, communeCodes } of planned.filter(
      ({ locationClass }) => locationClass === "several",
    )) {
      const touched = communeCodes.filter((code) =>
        neighbours.get(code)?.some((each) => communeCodes.includes(each)),
      );
      expect(touched, workId).toEqual(communeCodes);
    }
  });

  test("nothing is named after a real body", () => {
    for (const { name, owner, responsibleBody } of works) {
      expect(`${owner} ${responsibleBody}`).toMatch(/^Chủ đầu tư minh họa \d+ Đơn vị minh họa \d+$/);
      expect(name).toMatch(/minh họa/i);
    }
  });
});

describe("money", () => {
  const capital = values(rows.capitalPlans);
  const ids = new Set(planned.map(({ workId }) => workId));
  const dates = [...new Set(capital.map(({ recordedOn }) => recordedOn))].toSorted();
  const held = (day: string) => {
    const latest = new Map<string, (typeof capital)[number]>();
    for (const row of capital) {
      if (row.recordedOn > day) continue;
      const key = `${row.workId} ${row.year} ${row.capitalSource}`;
      const before = latest.get(key);
      if (before === undefined || before.recordedOn <= row.recordedOn) latest.set(key, row);
    }
    return [...latest.values()];
  };

  test("the provincial budget of the 97 is exactly 4.000 tỷ on every recording day", () => {
    expect(dates[0]).toBe("2026-06-30");
    expect(dates.length).toBeGreaterThan(2);
    for (const day of dates) {
      const provincial = held(day).filter(
        ({ workId, capitalSource }) => ids.has(workId) && capitalSource === "provincial",
      );
      expect(
        provincial.reduce((sum, { amount }) => sum + amount, 0),
        day,
      ).toBe(PROVINCIAL_CAPITAL);
    }
  });

  test("one revision moves money between two works on one day", () => {
    const [before, after] = ["2028-02-27", "2028-02-28"].map(
      (day) =>
        new Map(
          [...group(held(day), ({ workId }) => workId)].map(([id, list]) => [
            id,
            list.reduce((sum, { amount }) => sum + amount, 0),
          ]),
        ),
    );
    const moved = [...after!]
      .map(([id, sum]) => sum - (before!.get(id) ?? 0))
      .filter((change) => change !== 0);
    expect(moved.toSorted((a, b) => a - b)).toEqual([-1500, 1500]);
  });

  test("no work is planned more capital than its total, on any day", () => {
    for (const day of dates) {
      const sums = group(held(day), ({ workId }) => workId);
      for (const { workId, totalInvestment, recordedOn } of values(rows.workPlans)) {
        if (totalInvestment === null || recordedOn > day) continue;
        const planned = (sums.get(workId) ?? []).reduce((sum, { amount }) => sum + amount, 0);
        expect(planned, `${workId} on ${day}`).toBeLessThanOrEqual(totalInvestment);
      }
    }
  });

  test("disbursed never exceeds the plan up to the year, and what was carried over is stated sometimes", () => {
    for (const { workId, asOf, reportedOn, disbursedCumulative } of values(rows.workReports)) {
      const until = held(reportedOn).filter(
        (row) => row.workId === workId && row.year <= Number(asOf.slice(0, 4)),
      );
      const plan = until.reduce((sum, { amount }) => sum + amount, 0);
      expect(disbursedCumulative ?? 0, `${workId} ${asOf}`).toBeLessThanOrEqual(plan);
    }
    expect(capital.filter(({ carriedOver }) => carriedOver !== null).length).toBeGreaterThan(5);
    expect(new Set(capital.map(({ capitalSource }) => capitalSource)).size).toBeGreaterThanOrEqual(6);
  });
});
