import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REASONS } from "@/analysis/question/answer";
import { answerNow, askQuestion } from "@/analysis/question/askQuestion";
import { both, either, not } from "@/analysis/spatial/region";
import type { CommuneStatus } from "@/domain/commune";
import { isoDate } from "@/domain/date";
import {
  type Base,
  type Condition,
  predicatesFor,
  type Question,
  SUBJECT_SETS,
  type Subject,
  type Target,
} from "@/domain/question";
import { allOf } from "@/domain/questionExamples";
import type { Work } from "@/domain/work";
import { type Answer, NO_FILTER } from "@/domain/workFilter";
import { aPlan, aReport, aWork, SOURCE } from "../../fixtures/register";
import {
  ALL_WORKS,
  anAssessed,
  anEvent,
  aPovertyRow,
  aQuestion,
  aRelocation,
  at,
  aVillage,
  aZone,
  BARE,
  contextOf,
  DAY,
  EAST,
  FAR,
  HIGH,
  inCommunes,
  NORTH,
  told,
  WEST,
  when,
} from "./world";

const exactly = (workId: string, east: number, north: number, part: Partial<Work> = {}) =>
  aWork({ workId, point: at(east, north), accuracyM: 10, communeCodes: [WEST], ...part });
const status = (communeCode: CommuneStatus["communeCode"], recordedOn = "2027-01-01"): CommuneStatus => ({
  communeCode,
  status: "especially-difficult",
  decisionNo: null,
  validFrom: null,
  validTo: null,
  recordedOn: isoDate(recordedOn),
  basis: "",
  sourceId: SOURCE,
});

/** In a zone, beside it, in the commune only, beyond what was assessed, nowhere. */
const REGISTER = {
  works: [
    exactly("in", 1500, 1500),
    exactly("beside", 3000, 1500),
    aWork({ workId: "commune", locationClass: "commune", point: null, communeCodes: [WEST] }),
    exactly("beyond", 5000, 1000, { communeCodes: [EAST], sector: "health" }),
    aWork({ workId: "lost", locationClass: "unknown", point: null, communeCodes: [] }),
  ],
  hazardZones: [aZone("z", [1000, 1000, 2000, 2000])],
  hazardAssessed: [anAssessed("a", 0, 0, 4000, 4000)],
};
const context = contextOf(REGISTER);
const TOUCHES = aQuestion({ conditions: [when("touches", HIGH)] });

describe("one condition", () => {
  test("is told of each work, or why it is not", () => {
    expect(told(TOUCHES, context)).toEqual({
      in: "yes",
      beside: "no",
      commune: "unknown place-is-a-region",
      beyond: "unknown unassessed",
      lost: "unknown unknown-place",
    });
    const { counts, leftOut, base } = answerNow(TOUCHES, context);
    expect({ counts, leftOut, base }).toEqual({
      counts: { yes: 1, no: 1, unknown: 3 },
      leftOut: 0,
      base: null,
    });
  });

  test("knows only what was recorded by the day", () => {
    const before = contextOf(REGISTER, { asOf: isoDate("2026-12-31") });
    expect(told(TOUCHES, before)).toEqual({
      in: "unknown unassessed",
      beside: "unknown unassessed",
      commune: "unknown unassessed",
      beyond: "unknown unassessed",
      lost: "unknown unknown-place",
    });
  });

  test("is told alike of things of every set", () => {
    const all = contextOf({
      ...REGISTER,
      villages: [aVillage({ point: at(1500, 1500) }), aVillage({ villageId: "V2", point: null })],
      hazardEvents: [
        anEvent({ point: at(1500, 1500) }),
        anEvent({ eventId: "E2", recordedOn: isoDate("2030-01-01") }),
      ],
      relocations: [aRelocation(), aRelocation({ communeCode: EAST })],
    });
    const of = (set: Subject["set"]) =>
      Object.values(told(aQuestion({ ...TOUCHES, subject: allOf(set) }), all));
    expect(of("villages")).toEqual(["yes", "unknown place-is-a-region"]);
    expect(of("events")).toEqual(["yes"]);
    expect(of("relocations")).toEqual(["unknown place-is-a-region", "unknown unassessed"]);
    expect(of("communes")).toEqual(["yes", "unknown unassessed", "unknown unassessed", "unknown unassessed"]);
  });

  test("of communes that only border is not touched", () => {
    const question = aQuestion({
      subject: allOf("communes"),
      conditions: [when("touches", inCommunes(EAST))],
    });
    expect(told(question, context)).toEqual({ [WEST]: "no", [EAST]: "yes", [NORTH]: "no", [FAR]: "no" });
    expect(told(aQuestion({ ...question, conditions: [when("within", inCommunes(EAST))] }), context)).toEqual(
      {
        [WEST]: "yes",
        [EAST]: "yes",
        [NORTH]: "yes",
        [FAR]: "no",
      },
    );
  });

  test("across goes by the communes the register names", () => {
    const several = contextOf({
      works: [
        aWork({ workId: "one", communeCodes: [WEST], point: at(3999, 2000), accuracyM: 900 }),
        aWork({ workId: "two", locationClass: "several", communeCodes: [WEST, EAST], point: null }),
        aWork({
          workId: "leaves",
          locationClass: "line",
          point: null,
          line: [[at(3000, 1000), at(5000, 1000)]],
          communeCodes: [WEST],
        }),
        aWork({ workId: "lost", locationClass: "unknown", communeCodes: [], point: null }),
      ],
    });
    const across = (target: Target) => told(aQuestion({ conditions: [when("across", target)] }), several);
    expect(across(inCommunes())).toEqual({
      one: "no",
      two: "yes",
      leaves: "yes",
      lost: "unknown unknown-place",
    });
    expect(across(inCommunes(WEST, FAR))).toMatchObject({ two: "no", leaves: "no" });
  });

  test("a work is not near itself, and near others of its sector only where that is asked", () => {
    const near = (sameSector: boolean) =>
      told(
        aQuestion({ conditions: [when("within", { type: "works", filter: NO_FILTER, sameSector })] }),
        contextOf({
          works: [
            exactly("A", 1000, 1000),
            exactly("B", 1300, 1000, { sector: "health" }),
            exactly("C", 3000, 3000),
          ],
        }),
      );
    expect(near(false)).toEqual({ A: "yes", B: "yes", C: "no" });
    expect(near(true)).toEqual({ A: "no", B: "no", C: "no" });
  });

  test("a target of unknown place leaves it open", () => {
    expect(
      told(
        aQuestion({ subject: allOf("villages"), conditions: [when("beyond", ALL_WORKS)] }),
        contextOf({ ...REGISTER, works: REGISTER.works.slice(-1), villages: [aVillage()] }),
      ),
    ).toEqual({ V1: "unknown target-unplaced" });
  });

  test("a file of the reader's that is not open leaves all of it open", () => {
    const layer: Target = { type: "layer", name: "lop.csv", hash: "0123456789abcdef" };
    expect(
      new Set(Object.values(told(aQuestion({ conditions: [when("touches", layer)] }), context))),
    ).toEqual(new Set(["unknown layer-missing"]));
  });

  test("a drawn shape is asked like any ground, assessed everywhere", () => {
    const circle: Target = {
      type: "drawn",
      shape: { type: "circle", points: [at(1500, 1500)], radiusM: 1200 },
    };
    const polygon: Target = {
      type: "drawn",
      shape: { type: "polygon", points: [at(0, 0), at(2000, 0), at(2000, 4000), at(0, 4000)] },
    };
    const spot: Target = { type: "drawn", shape: { type: "point", points: [at(5000, 1400)] } };
    const road: Target = { type: "drawn", shape: { type: "line", points: [at(0, 1800), at(9000, 1800)] } };
    const asked = (condition: Condition) => told(aQuestion({ conditions: [condition] }), context);
    expect(asked(when("inside", circle))).toMatchObject({ in: "yes", beside: "no", beyond: "no" });
    expect(asked(when("touches", polygon))).toMatchObject({
      in: "yes",
      beside: "no",
      commune: "unknown place-is-a-region",
    });
    expect(asked(when("within", spot))).toMatchObject({ in: "no", beyond: "yes", commune: "no" });
    expect(asked(when("within", road, { metres: 400 }))).toMatchObject({
      in: "yes",
      beside: "yes",
      beyond: "no",
    });
    expect(asked(when("nearest", spot))).toEqual({
      in: "no",
      beside: "no",
      commune: "no",
      beyond: "unknown rank-open",
      lost: "unknown unknown-place",
    });
  });
});

describe("several conditions", () => {
  const HEALTH: Target = { type: "works", filter: { ...NO_FILTER, sectors: ["health"] }, sameSector: false };

  test("are joined by one word", () => {
    const conditions = [when("touches", HIGH), when("within", HEALTH, { metres: 3000 })];
    expect(told(aQuestion({ conditions, joiner: "and" }), context)).toMatchObject({
      in: "no",
      beside: "no",
      beyond: "no",
    });
    expect(told(aQuestion({ conditions, joiner: "or" }), context)).toMatchObject({
      in: "yes",
      beside: "yes",
      beyond: "unknown unassessed",
    });
  });

  test("give every reason, most basic first, once each", () => {
    const village: Target = { type: "villages", povertyFrom: null };
    const conditions = [when("within", village), when("touches", HIGH), when("apart", HIGH)];
    const open = contextOf({ ...REGISTER, villages: [aVillage({ point: null })] });
    expect(told(aQuestion({ conditions }), open).beyond).toBe("no");
    expect(told(aQuestion({ conditions, joiner: "or" }), open).beyond).toBe("unknown unassessed");
    expect(told(aQuestion({ conditions, joiner: "or" }), open).beside).toBe("yes");
    const far = aQuestion({ conditions: [when("within", village, { metres: 3000 }), when("touches", HIGH)] });
    expect(told(far, open).beyond).toBe("unknown unassessed target-is-a-region");
  });

  test("keep their order in the results", () => {
    const { items } = answerNow(
      aQuestion({ conditions: [when("touches", HIGH), when("apart", HIGH)] }),
      context,
    );
    expect(items[0]?.results.map(({ answer }) => answer)).toEqual(["yes", "no"]);
  });
});

describe("where is asked", () => {
  const scoped = (scope: Question["scope"], on = context) => told(aQuestion({ scope }), on);

  test("communes leave out what is registered elsewhere; what is registered nowhere stays, and is open", () => {
    expect(scoped({ type: "communes", codes: [EAST] })).toEqual({
      beyond: "unknown unassessed",
      lost: "unknown unknown-place scope-open",
    });
    expect(answerNow(aQuestion({ scope: { type: "communes", codes: [EAST] } }), context).leftOut).toBe(3);
  });

  test("a work in several communes is in each", () => {
    const several = contextOf({
      works: [aWork({ locationClass: "several", communeCodes: [WEST, FAR], point: null })],
    });
    expect(Object.keys(scoped({ type: "communes", codes: [FAR] }, several))).toEqual(["W1"]);
    expect(Object.keys(scoped({ type: "communes", codes: [EAST] }, several))).toEqual([]);
  });

  test("what is in doubt is no where a condition says no", () => {
    const apart = contextOf({
      hazardEvents: [anEvent({ communeCodes: [], point: at(3500, 3500) })],
      hazardZones: REGISTER.hazardZones,
      hazardAssessed: REGISTER.hazardAssessed,
    });
    const events = (predicate: "touches" | "apart") =>
      told(
        aQuestion({
          subject: allOf("events"),
          conditions: [when(predicate, HIGH)],
          scope: { type: "communes", codes: [EAST] },
        }),
        apart,
      );
    expect(events("touches")).toEqual({ E1: "no" });
    expect(events("apart")).toEqual({ E1: "unknown scope-open" });
  });

  test("difficult communes are those of the list in force; before one is published nothing is told", () => {
    const listed = contextOf({ ...REGISTER, communeStatuses: [status(EAST)] });
    expect(Object.keys(scoped({ type: "difficult" }, listed))).toEqual(["beyond", "lost"]);
    const later = contextOf({ ...REGISTER, communeStatuses: [status(EAST, "2029-01-01")] });
    expect(scoped({ type: "difficult" }, later)).toEqual({
      in: "unknown scope-open",
      beside: "no",
      commune: "unknown scope-open place-is-a-region",
      beyond: "unknown scope-open unassessed",
      lost: "unknown unknown-place scope-open",
    });
  });
});

describe("which are asked about", () => {
  test("works a filter keeps, with the reports of the day", () => {
    const works = contextOf({
      ...REGISTER,
      workPlans: [aPlan({ workId: "in" })],
      workReports: [aReport({ workId: "in", stage: "settled", reportedOn: DAY })],
    });
    const settled: Subject = { ...allOf("works"), filter: { ...NO_FILTER, stages: ["settled"] } };
    expect(told(aQuestion({ subject: settled }), works)).toEqual({ in: "yes" });
    expect(answerNow(aQuestion({ subject: settled }), works).leftOut).toBe(4);
    expect(told(aQuestion({ subject: settled }), contextOf(REGISTER))).toEqual({});
  });

  test("a filter of works says nothing of other things", () => {
    const villages = { ...allOf("villages"), filter: { ...NO_FILTER, sectors: ["health" as const] } };
    const on = contextOf({ ...REGISTER, villages: [aVillage()] });
    expect(Object.keys(told(aQuestion({ subject: villages }), on))).toEqual(["V1"]);
  });

  test("poor villages: the rate itself included, withheld and missing figures open, the others left out", () => {
    const places = { point: at(1500, 1500), accuracyM: 10 };
    const poor = contextOf({
      ...REGISTER,
      villages: ["even", "rich", "hidden", "silent"].map((villageId) => aVillage({ villageId, ...places })),
      poverty: [
        aPovertyRow({ areaCode: "even" }),
        aPovertyRow({ areaCode: "rich", poor: 1, nearPoor: 1 }),
        aPovertyRow({ areaCode: "hidden", nearPoor: "suppressed" }),
      ],
    });
    const question = aQuestion({ subject: { ...allOf("villages"), povertyFrom: 30 } });
    expect(told(question, poor)).toEqual({
      even: "yes",
      hidden: "unknown value-withheld",
      silent: "unknown value-missing",
    });
    expect(answerNow(question, poor).leftOut).toBe(1);
    const outside = aQuestion({ ...question, conditions: [when("apart", HIGH)] });
    expect(told(outside, poor)).toEqual({ even: "no", hidden: "no", silent: "no" });
  });

  test("poor communes by their own rows, as known on the day", () => {
    const rows = [
      aPovertyRow({ areaLevel: "commune", areaCode: WEST, poor: 30 }),
      aPovertyRow({ areaLevel: "commune", areaCode: EAST, poor: 1, nearPoor: 0 }),
      aPovertyRow({ areaLevel: "village", areaCode: FAR, poor: 30 }),
    ];
    const question = aQuestion({ subject: { ...allOf("communes"), povertyFrom: 20 } });
    const on = (asOf: string) =>
      told(question, contextOf({ ...REGISTER, poverty: rows }, { asOf: isoDate(asOf) }));
    expect(on("2028-09-30")).toEqual({
      [WEST]: "yes",
      [NORTH]: "unknown value-missing unassessed",
      [FAR]: "unknown value-missing unassessed",
    });
    expect(Object.keys(on("2027-12-30"))).toHaveLength(4);
  });

  test("a rate says nothing of works", () => {
    const works = { ...allOf("works"), povertyFrom: 50 };
    expect(told(aQuestion({ subject: works }), context)).toEqual(told(TOUCHES, context));
  });
});

describe("going on with an answer", () => {
  const goingOn = (part: Partial<Base>, question: Partial<Question> = {}) =>
    aQuestion({
      conditions: [when("within", inCommunes(WEST), { metres: 50_000 })],
      ...question,
      base: { question: TOUCHES, keep: "yes", as: "subject", ...part },
    });

  test("as subjects keeps its yes, or what may be", () => {
    expect(Object.keys(told(goingOn({}), context))).toEqual(["in"]);
    expect(Object.keys(told(goingOn({ keep: "possible" }), context))).toEqual([
      "in",
      "commune",
      "beyond",
      "lost",
    ]);
    expect(answerNow(goingOn({}), context)).toMatchObject({
      leftOut: 4,
      base: { counts: { yes: 1, no: 1, unknown: 3 }, question: TOUCHES },
    });
  });

  test("as subjects of another kind keeps nothing", () => {
    const villages = contextOf({ ...REGISTER, villages: [aVillage({ villageId: "in" })] });
    const { items, leftOut } = answerNow(goingOn({}, { subject: allOf("villages") }), villages);
    expect([items, leftOut]).toEqual([[], 1]);
  });

  test("as scope keeps the communes its answers are registered in", () => {
    const villages = contextOf({
      ...REGISTER,
      villages: [WEST, EAST, FAR].map((communeCode) =>
        aVillage({ villageId: `V${communeCode}`, communeCode }),
      ),
    });
    const asked = (part: Partial<Base>) =>
      Object.keys(
        told(
          goingOn({ as: "scope", ...part }, { subject: allOf("villages"), scope: { type: "results" } }),
          villages,
        ),
      );
    expect(asked({})).toEqual([`V${WEST}`]);
    // The lost work may lie in any commune: what is left is open, not left out.
    const possible = goingOn(
      { as: "scope", keep: "possible" },
      { subject: allOf("villages"), scope: { type: "results" } },
    );
    const { items, leftOut } = answerNow(possible, villages);
    expect(leftOut).toBe(0);
    expect(items.map(({ id, because }) => [id, because.includes("scope-open")])).toEqual([
      [`V${WEST}`, false],
      [`V${EAST}`, false],
      [`V${FAR}`, true],
    ]);
  });

  test("one on another on another", () => {
    const second = goingOn({ keep: "possible" }, { conditions: [when("touches", HIGH)] });
    const third = aQuestion({ base: { question: second, keep: "yes", as: "subject" } });
    expect(told(third, context)).toEqual({ in: "yes" });
    const wider = aQuestion({ base: { question: second, keep: "possible", as: "subject" } });
    expect(Object.keys(told(wider, context))).toEqual(["in", "commune", "beyond", "lost"]);
    expect(answerNow(third, context).base?.base?.counts.yes).toBe(1);
  });
});

describe("progress", () => {
  test("grows from 0, never past 1, and the last step is the answer", () => {
    const works = Array.from({ length: 50 }, (_, index) => exactly(`W${index}`, 100 * (index % 40), 1500));
    const many = contextOf({ ...REGISTER, works });
    const question = aQuestion({ conditions: [when("touches", HIGH), when("within", ALL_WORKS)] });
    const asking = askQuestion(question, many);
    const shares: number[] = [];
    for (;;) {
      const step = asking.next();
      if (step.done === true) {
        expect(step.value).toEqual(answerNow(question, many));
        break;
      }
      shares.push(step.value);
    }
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeLessThan(1);
  });

  test("of nothing is an answer at once", () => {
    expect(answerNow(TOUCHES, contextOf({})).counts).toEqual({ yes: 0, no: 0, unknown: 0 });
  });
});

/** A place and how well it is known: each grade says less than the one before, and contradicts none. */
const GRADES = ["exact", "village", "commune", "unknown"] as const;
type Grade = (typeof GRADES)[number];
interface Known {
  readonly commune: typeof WEST;
  readonly east: number;
  readonly north: number;
  readonly isLine: boolean;
  readonly sector: Work["sector"];
  readonly grade: Grade;
}
const CORNERS = new Map([
  [WEST, [0, 0]],
  [EAST, [4000, 0]],
  [NORTH, [0, 4000]],
] as const);

function workOf({ commune, east, north, isLine, sector, grade }: Known, index: number): Work {
  const [west = 0, south = 0] = CORNERS.get(commune as typeof WEST) ?? [];
  const [x, y] = [west + east, south + north];
  const base = aWork({ workId: `W${index}`, sector, communeCodes: [commune], point: null });
  switch (grade) {
    case "exact":
      return isLine
        ? { ...base, locationClass: "line", line: [[at(x, y), at(x - 300, y + 400)]], accuracyM: 20 }
        : { ...base, point: at(x, y), accuracyM: 20 };
    case "village":
      return { ...base, locationClass: "village", point: at(x, y), accuracyM: 700 };
    case "commune":
      return { ...base, locationClass: "commune" };
    case "unknown":
      return { ...base, locationClass: "unknown", communeCodes: [] };
  }
}
const coarserGrades = ({ grade, isLine }: Known): readonly Grade[] =>
  GRADES.slice(GRADES.indexOf(grade) + 1).filter((coarser) => !(isLine && coarser === "village"));

const step = fc.integer({ min: 16, max: 64 }).map((count) => count * 50);
const known: fc.Arbitrary<Known> = fc.record({
  commune: fc.constantFrom(WEST, EAST, NORTH),
  east: step,
  north: step,
  isLine: fc.boolean(),
  sector: fc.constantFrom("school" as const, "health" as const),
  grade: fc.constantFrom(...GRADES, "exact" as const),
});
const places = fc.array(known, { minLength: 1, maxLength: 5 });

const STILL = {
  villages: [
    aVillage({ villageId: "V1", point: at(1200, 1200) }),
    aVillage({ villageId: "V2", point: at(5200, 3200), communeCode: EAST, accuracyM: 900 }),
    aVillage({ villageId: "V3", point: null, communeCode: NORTH }),
  ],
  poverty: [
    aPovertyRow({ areaCode: "V1" }),
    aPovertyRow({ areaCode: "V2", poor: "suppressed" }),
    aPovertyRow({ areaLevel: "commune", areaCode: WEST }),
    aPovertyRow({ areaLevel: "commune", areaCode: EAST, poor: 1, nearPoor: 1 }),
  ],
  hazardEvents: [anEvent(), anEvent({ eventId: "E2", point: null, communeCodes: [EAST, NORTH] })],
  relocations: [aRelocation(), aRelocation({ communeCode: FAR })],
  hazardZones: [
    aZone("z1", [1000, 1000, 2500, 2500]),
    aZone("z2", [3500, 2000, 5500, 3000], "very-high"),
    aZone("z3", [0, 4000, 4000, 8000], "moderate"),
  ],
  hazardAssessed: [anAssessed("a", 0, 0, 6000, 4000)],
  communeStatuses: [status(EAST), status(NORTH)],
};
const worldOf = (all: readonly Known[]) => contextOf({ ...STILL, works: all.map(workOf) });

const targets: fc.Arbitrary<Target> = fc.oneof(
  fc.constantFrom<Target>(HIGH, { type: "zones", classes: ["moderate"] }),
  fc.boolean().map((sameSector): Target => ({ type: "works", filter: NO_FILTER, sameSector })),
  fc.constantFrom(null, 20).map((povertyFrom): Target => ({ type: "villages", povertyFrom })),
  fc.constant<Target>({ type: "events" }),
  fc
    .record({ codes: fc.subarray([WEST, EAST, NORTH]), neighbours: fc.boolean() })
    .map((part): Target => ({ type: "communes", ...part })),
  fc.constantFrom<Target>(
    { type: "drawn", shape: { type: "circle", points: [at(4000, 4000)], radiusM: 2000 } },
    { type: "drawn", shape: { type: "line", points: [at(500, 500), at(7500, 3500)] } },
    { type: "drawn", shape: { type: "point", points: [at(2000, 2000)] } },
    { type: "layer", name: "x", hash: "0123456789abcdef" },
  ),
);
const conditions = fc
  .record({
    target: targets,
    metres: fc.constantFrom(100, 500, 1500, 4000),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .chain((part) =>
    fc.constantFrom(...predicatesFor(part.target)).map((predicate) => ({ ...part, predicate })),
  );
const subjects: fc.Arbitrary<Subject> = fc.oneof(
  fc.constant(allOf("works")),
  fc.constantFrom(...SUBJECT_SETS).map(allOf),
  fc
    .constantFrom("villages" as const, "communes" as const)
    .map((set) => ({ ...allOf(set), povertyFrom: 20 })),
  fc.constant<Subject>({ ...allOf("works"), filter: { ...NO_FILTER, sectors: ["health"] } }),
);
const questions = fc.record<Question>({
  subject: subjects,
  joiner: fc.constantFrom("and", "or"),
  conditions: fc.array(conditions, { minLength: 1, maxLength: 3 }),
  scope: fc.constantFrom<Question["scope"]>(
    { type: "province" },
    { type: "difficult" },
    { type: "communes", codes: [WEST, NORTH] },
  ),
  base: fc.constant(null),
});
const withBase = fc.oneof(
  { weight: 3, arbitrary: questions },
  fc.tuple(questions, questions, fc.constantFrom("yes" as const, "possible" as const), fc.boolean()).map(
    ([question, base, keep, isScope]): Question => ({
      ...question,
      scope: isScope ? { type: "results" } : question.scope,
      base: { question: base, keep, as: isScope ? "scope" : "subject" },
    }),
  ),
);

describe("whatever is asked of whatever is known", () => {
  test("yes, no, unknown and what is left out are all the things of the set; reasons stand where nothing is told; it is the same twice", () => {
    fc.assert(
      fc.property(places, withBase, (all, question) => {
        const on = worldOf(all);
        const answered = answerNow(question, on);
        const { items, counts, leftOut } = answered;
        expect(counts.yes + counts.no + counts.unknown).toBe(items.length);
        expect(items.length + leftOut).toBe(on.things(question.subject.set).length);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        for (const { set, answer, because, results } of items) {
          expect(set).toBe(question.subject.set);
          expect(because.length > 0).toBe(answer === "unknown");
          expect(because).toEqual(REASONS.filter((reason) => because.includes(reason)));
          expect(results).toHaveLength(question.conditions.length);
        }
        expect(answerNow(question, worldOf(all))).toEqual(answered);
      }),
      { numRuns: 150 },
    );
  });

  test("conditions joined by and are all of their answers, joined by or any of them", () => {
    fc.assert(
      fc.property(places, questions, (all, question) => {
        const on = worldOf(all);
        const singly = question.conditions.map((condition) =>
          answerNow({ ...question, conditions: [condition] }, on),
        );
        const join = question.joiner === "and" ? both : either;
        for (const [index, { id, answer, results }] of answerNow(question, on).items.entries()) {
          expect(singly.map(({ items }) => items[index]?.id)).toEqual(results.map(() => id));
          expect(answer).toBe(join(singly.map(({ items }) => items[index]?.answer ?? "no")));
        }
      }),
      { numRuns: 100 },
    );
  });

  test("beyond is the negation of within, apart of touches", () => {
    fc.assert(
      fc.property(places, subjects, targets, fc.constantFrom(100, 1500), (all, subject, target, metres) => {
        const on = worldOf(all);
        const results = (predicate: Condition["predicate"]) =>
          answerNow(aQuestion({ subject, conditions: [when(predicate, target, { metres })] }), on).items.map(
            (item) => item.results[0]?.answer ?? "unknown",
          );
        expect(results("beyond")).toEqual(results("within").map(not));
        expect(results("apart")).toEqual(results("touches").map(not));
      }),
      { numRuns: 100 },
    );
  });

  test("knowing places less well never gives an answer, nor another one", () => {
    const vaguer = fc.array(fc.nat(3), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(places, vaguer, questions, (all, steps, question) => {
        const less = all.map((work, index): Known => {
          const grades = [work.grade, ...coarserGrades(work)];
          return { ...work, grade: grades[(steps[index] ?? 0) % grades.length] ?? work.grade };
        });
        const answers = (knowing: readonly Known[]) =>
          new Map<string, Answer>(
            answerNow(question, worldOf(knowing)).items.map(({ id, answer }) => [id, answer]),
          );
        const [finer, coarser] = [answers(all), answers(less)];
        // What is left out is as good as a no.
        for (const id of new Set([...finer.keys(), ...coarser.keys()])) {
          const [now, then] = [finer.get(id) ?? "no", coarser.get(id) ?? "no"];
          if (then !== "unknown") expect(`${id} ${now}`).toBe(`${id} ${then}`);
        }
      }),
      { numRuns: 400 },
    );
  });
});

test("a commune without a boundary leaves what is known by it alone open", () => {
  const bare = contextOf({
    ...REGISTER,
    works: [aWork({ locationClass: "commune", point: null, communeCodes: [BARE] })],
  });
  expect(told(TOUCHES, bare)).toEqual({ W1: "unknown unknown-place" });
  expect(told(aQuestion({ conditions: [when("touches", inCommunes(BARE))] }), bare)).toEqual({ W1: "yes" });
});
