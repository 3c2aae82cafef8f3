import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filterSnapshot } from "@/analysis/filterWorks";
import { capitalBySource, handedOver, inProgress, programmeAnswer } from "@/analysis/programmeAnswer";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import { FILTER_STAGES, NO_FILTER } from "@/domain/workFilter";
import { aPlan, aRegister, aReport, aWork, HERE, someCapital, THERE } from "../fixtures/register";

const DAY = isoDate("2028-09-30");

describe("the answer", () => {
  const late = { plannedEnd: isoDate("2028-09-01") };
  const snapshot = takeSnapshot(
    aRegister({
      works: [
        aWork({ workId: "a", communeCodes: [THERE] }),
        aWork({ workId: "b", communeCodes: [THERE, HERE] }),
        aWork({ workId: "c", communeCodes: [], locationClass: "unknown", point: null }),
        aWork({ workId: "d" }),
        aWork({ workId: "e", inPlan97: "unknown" }),
        aWork({ workId: "f", inPlan97: "no" }),
      ],
      workPlans: ["a", "b", "c", "e"].map((workId) => aPlan({ workId, ...late })),
      workReports: [
        ...["a", "b", "c", "e"].map((workId) => aReport({ workId })),
        aReport({ workId: "d", stage: "settled" }),
      ],
    }),
    DAY,
  );

  test("counts late works' communes once each, in the register's order, and late works of nowhere apart", () => {
    expect(programmeAnswer(snapshot)).toMatchObject({
      lateCommunes: [HERE, THERE],
      lateNowhere: 1,
      others: 2,
      all: { named: 4, late: { yes: 3 } },
    });
  });

  test("does not follow the filter of the map", () => {
    const filtered = filterSnapshot(snapshot, { ...NO_FILTER, sectors: ["transport"] });
    expect(programmeAnswer(filtered)).toEqual(programmeAnswer(snapshot));
  });

  test("handed over are two stages, in progress three; preparation, suspended and unknown are neither", () => {
    const stages = Object.fromEntries(FILTER_STAGES.map((stage, at) => [stage, 10 ** at])) as Record<
      (typeof FILTER_STAGES)[number],
      number
    >;
    expect(handedOver({ stages })).toBe(stages["handed-over"] + stages.settled);
    expect(inProgress({ stages })).toBe(stages.started + stages.construction + stages.accepted);
  });
});

describe("capital by source", () => {
  test("each source with how many works have it; a source without a row is left out, 0 is not", () => {
    const { allWorks } = takeSnapshot(
      aRegister({
        works: [aWork({ workId: "a" }), aWork({ workId: "b" })],
        capitalPlans: [
          someCapital({ workId: "a", year: 2027, amount: 100 }),
          someCapital({ workId: "a", year: 2030, amount: 50 }),
          someCapital({ workId: "b", amount: 25 }),
          someCapital({ workId: "b", capitalSource: "loan", amount: 0 }),
        ],
      }),
      DAY,
    );
    expect(capitalBySource(allWorks)).toEqual([
      { source: "provincial", amount: 175, works: 2 },
      { source: "loan", amount: 0, works: 1 },
    ]);
  });

  test("of the scenario: the provincial budget of the 97 works is the Programme's 4.000 tỷ, not more", async () => {
    const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
    const { works } = programmeAnswer(takeSnapshot(register, DAY));
    expect(capitalBySource(works).find(({ source }) => source === "provincial")?.amount).toBe(4_000_000);
    expect(works).toHaveLength(97);
  });
});
