import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CommuneCode } from "@/domain/commune";
import type { DrawnShape } from "@/domain/drawnShape";
import { HAZARD_CLASSES } from "@/domain/hazard";
import {
  COUNT_RANGE,
  type Condition,
  METRES_RANGE,
  MOST_BASES,
  MOST_CONDITIONS,
  predicatesFor,
  type Question,
  type Scope,
  SUBJECT_SETS,
  type Subject,
  type Target,
} from "@/domain/question";
import { allOf, QUESTION_EXAMPLES } from "@/domain/questionExamples";
import type { LonLat } from "@/domain/units";
import { CAPITAL_SOURCES, LOCATION_CLASSES, SECTORS } from "@/domain/work";
import { ANSWERS, FILTER_STAGES, NO_FILTER, type WorkFilter } from "@/domain/workFilter";
import type { Known } from "@/state/params";
import { LONGEST_ADDRESS, readQuestion, writeQuestion } from "@/state/questionText";

const EVERYTHING: Known = {
  indicator: () => true,
  layer: () => true,
  subject: () => true,
  body: () => true,
  days: null,
};
const SOME: Known = { ...EVERYTHING, subject: (type, id) => type !== "commune" || id === "07654" };

const read = (text: string) => readQuestion(text, EVERYTHING);

/** What a spreadsheet may call a body, a village or a file, with every sign the text parts by. */
const sign = fc.constantFrom("~", "!", "%", ":", ",", ".", "%25", "%7E", "%21", "%2C", "b.y.s", "or", " ");
const word = fc
  .array(fc.oneof(sign, fc.string({ maxLength: 3, unit: "grapheme" })), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(""))
  .filter((text) => text !== "");
const code = fc
  .integer({ min: 0, max: 99_999 })
  .map((number) => String(number).padStart(5, "0") as CommuneCode);
const filter: fc.Arbitrary<WorkFilter> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(NO_FILTER) },
  {
    weight: 3,
    arbitrary: fc.record({
      sectors: fc.subarray([...SECTORS]),
      stages: fc.subarray([...FILTER_STAGES]),
      communes: fc.uniqueArray(code, { maxLength: 3 }),
      villages: fc.uniqueArray(word, { maxLength: 2 }),
      late: fc.subarray([...ANSWERS]),
      locations: fc.subarray([...LOCATION_CLASSES]),
      bodies: fc.uniqueArray(word, { maxLength: 2 }),
      capital: fc.subarray([...CAPITAL_SOURCES]),
      inPlan97: fc.subarray([...ANSWERS]),
      investment: fc.option(
        fc
          .tuple(fc.option(fc.nat(9_999_999)), fc.option(fc.nat(9_999_999)))
          .filter(
            ([min, max]) => (min !== null || max !== null) && (min === null || max === null || min <= max),
          ),
      ),
      text: word.map((text) => text.normalize("NFC").trim()),
    }),
  },
);
const povertyFrom = fc.option(fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100));
const degrees = (most: number) =>
  fc.integer({ min: -most * 100_000, max: most * 100_000 }).map((steps) => steps / 100_000 + 0);
const place: fc.Arbitrary<LonLat> = fc.tuple(degrees(180), degrees(85));
const metres = fc.integer({ min: METRES_RANGE[0], max: METRES_RANGE[1] });
const shape: fc.Arbitrary<DrawnShape> = fc.oneof(
  place.map((point): DrawnShape => ({ type: "point", points: [point] })),
  fc.array(place, { minLength: 2, maxLength: 6 }).map((points): DrawnShape => ({ type: "line", points })),
  fc.array(place, { minLength: 3, maxLength: 6 }).map((points): DrawnShape => ({ type: "polygon", points })),
  fc
    .tuple(place, metres)
    .map(([point, radiusM]): DrawnShape => ({ type: "circle", points: [point], radiusM })),
);
const targetsWith = (filters: fc.Arbitrary<WorkFilter>): fc.Arbitrary<Target> =>
  fc.oneof(
    fc.subarray([...HAZARD_CLASSES], { minLength: 1 }).map((classes): Target => ({ type: "zones", classes })),
    fc
      .tuple(filters, fc.boolean())
      .map(([of, sameSector]): Target => ({ type: "works", filter: of, sameSector })),
    povertyFrom.map((from): Target => ({ type: "villages", povertyFrom: from })),
    fc.constant<Target>({ type: "events" }),
    fc
      .record({ codes: fc.uniqueArray(code, { maxLength: 4 }), neighbours: fc.boolean() })
      .map((part): Target => ({ type: "communes", ...part })),
    shape.map((drawn): Target => ({ type: "drawn", shape: drawn })),
    fc
      .record({ name: fc.oneof(word, fc.constant("")), hash: fc.stringMatching(/^[0-9a-f]{16}$/) })
      .map((part): Target => ({ type: "layer", ...part })),
  );
/** Of distance and number a text keeps the one the predicate uses. */
const conditionsWith = (filters: fc.Arbitrary<WorkFilter>): fc.Arbitrary<Condition> =>
  targetsWith(filters)
    .chain((target) =>
      fc.record({
        predicate: fc.constantFrom(...predicatesFor(target)),
        metres,
        count: fc.integer({ min: COUNT_RANGE[0], max: COUNT_RANGE[1] }),
        target: fc.constant(target),
      }),
    )
    .map((condition) => ({
      ...condition,
      metres: ["within", "beyond"].includes(condition.predicate) ? condition.metres : 500,
      count: condition.predicate === "nearest" ? condition.count : 3,
    }));
const subjectsWith = (filters: fc.Arbitrary<WorkFilter>): fc.Arbitrary<Subject> =>
  fc.oneof(
    filters.map((of): Subject => ({ ...allOf("works"), filter: of })),
    fc
      .tuple(fc.constantFrom("villages" as const, "communes" as const), povertyFrom)
      .map(([set, from]): Subject => ({ ...allOf(set), povertyFrom: from })),
    fc.constantFrom(...SUBJECT_SETS).map(allOf),
  );
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom<Scope>({ type: "province" }, { type: "difficult" }),
  fc.uniqueArray(code, { minLength: 1, maxLength: 4 }).map((codes): Scope => ({ type: "communes", codes })),
);
const alone = (filters: fc.Arbitrary<WorkFilter>): fc.Arbitrary<Question> =>
  fc
    .record<Question>({
      subject: subjectsWith(filters),
      joiner: fc.constantFrom("and", "or"),
      conditions: fc.array(conditionsWith(filters), { minLength: 1, maxLength: MOST_CONDITIONS }),
      scope,
      base: fc.constant(null),
    })
    .map(sensible);
/** Only works have a sector to share. */
const sensible = (question: Question): Question =>
  question.subject.set === "works"
    ? question
    : {
        ...question,
        conditions: question.conditions.map((condition) =>
          condition.target.type === "works"
            ? { ...condition, target: { ...condition.target, sameSector: false } }
            : condition,
        ),
      };
const goingOn = (question: Question, base: Question, keep: "yes" | "possible", isScope: boolean): Question =>
  isScope
    ? { ...question, scope: { type: "results" }, base: { question: base, keep, as: "scope" } }
    : sensible({ ...question, subject: base.subject, base: { question: base, keep, as: "subject" } });
const questionsWith = (filters: fc.Arbitrary<WorkFilter>): fc.Arbitrary<Question> =>
  fc
    .tuple(
      alone(filters),
      fc.array(fc.tuple(alone(filters), fc.constantFrom("yes" as const, "possible" as const), fc.boolean()), {
        maxLength: MOST_BASES,
        size: "max",
      }),
    )
    .map(([first, more]) =>
      more.reduce((base, [question, keep, isScope]) => goingOn(question, base, keep, isScope), first),
    )
    .filter((question) => writeQuestion(question).length <= LONGEST_ADDRESS);
const questions = questionsWith(filter);

const EXAMPLE: Question = {
  subject: { ...allOf("works"), filter: { ...NO_FILTER, sectors: ["school"] } },
  joiner: "or",
  conditions: [
    { predicate: "within", metres: 500, count: 3, target: { type: "zones", classes: ["high", "very-high"] } },
    { predicate: "nearest", metres: 500, count: 7, target: { type: "events" } },
  ],
  scope: { type: "difficult" },
  base: null,
};

describe("a question as text", () => {
  test("is the form that links have", () => {
    expect(writeQuestion(EXAMPLE)).toBe("w!fs:school~or~wi500!z:high,very-high~ne7!e~s.19");
    expect(QUESTION_EXAMPLES.map(({ question }) => writeQuestion(question))).toEqual([
      "w~wi500!z:high,very-high",
      "v!p:20~be3000!w!fs:school!fg:handed-over,settled",
      "v~to!z:high,very-high~be1000!w",
      "w~ac!c",
      "w~wi500!w!same",
      "r~to!z:high,very-high",
      "w!fp:exact,line,village~ne3!d:pt:106.8,21.33",
      "c~to!z:high,very-high",
    ]);
  });

  test("gives back every question it was written from, and is written from it again alike", () => {
    fc.assert(
      fc.property(questions, (question) => {
        const text = writeQuestion(question);
        const back = read(text);
        expect(back).toEqual(question);
        expect(back === null ? null : writeQuestion(back)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  test("keeps five decimals of a place and whole metres", () => {
    const circle: Target = {
      type: "drawn",
      shape: { type: "circle", points: [[106.123456789, -0.000001]], radiusM: 499.6 },
    };
    const question: Question = {
      ...EXAMPLE,
      conditions: [{ predicate: "beyond", metres: 99.5, count: 3, target: circle }],
    };
    const text = writeQuestion(question);
    expect(text).toContain("be100!d:ci:106.12346,0,500");
    expect(read(text)?.conditions[0]).toMatchObject({
      metres: 100,
      target: { shape: { points: [[106.12346, 0]], radiusM: 500 } },
    });
  });

  test("differs where questions differ", () => {
    fc.assert(
      fc.property(questions, questions, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(writeQuestion(one)).not.toBe(writeQuestion(other));
      }),
    );
  });
});

describe("a text that is no question", () => {
  test("never throws, and what it is read as is written as itself", () => {
    const subject = fc.constantFrom(
      "w",
      "v",
      "c",
      "w!fs:school",
      "v!p:20",
      "w!__proto__:1",
      "constructor",
      "",
    );
    const condition = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          "to!z:high",
          "wi500!w!same",
          "ne3!e",
          "ac!c",
          "in!d:ci:106,21,500",
          "wi5!v!p:07.50",
        ),
      },
      fc.constantFrom("to!f:0123456789abcdef:x%2", "or", "to!d:constructor:1", "to!toString", "s.19"),
      fc.string({ maxLength: 12 }),
    );
    const end = fc.constantFrom(
      "s.19",
      "s.r",
      "s.c:07654",
      "b.y.s~w~to!z:high",
      "s.r~b.p.c~v~to!c:07654!n",
      "b.y.s",
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc
        .tuple(subject, fc.array(condition, { maxLength: 3 }), fc.array(end, { maxLength: 1 }))
        .map(([first, conditions, last]) => [first, ...conditions, ...last].join("~")),
    );
    let understood = 0;
    fc.assert(
      fc.property(text, fc.constantFrom(EVERYTHING, SOME), (any, known) => {
        const question = readQuestion(any, known);
        if (question === null) return;
        understood++;
        const written = writeQuestion(question);
        expect(readQuestion(written, known)).toEqual(question);
        expect(writeQuestion(question)).toBe(written);
      }),
      { numRuns: 2000 },
    );
    expect(understood).toBeGreaterThan(50);
  });

  test.each([
    ["nothing", ""],
    ["no subject", "to!z:high"],
    ["a subject alone", "w"],
    ["a set nobody knows", "x~to!z:high"],
    ["a key of every object", "constructor~to!z:high"],
    ["an empty clause", "w~to!z:high~"],
    ["a clause too many", "w~to!z:high~to!e~x"],
    ["four conditions", "w~to!z:high~to!z:high~to!z:high~to!z:high"],
    ["no condition after or", "w~or"],
    ["or in the middle", "w~to!z:high~or~to!z:low"],
    ["or twice", "w~or~or~to!z:high"],
    ["a verb nobody knows", "w~xx!z:high"],
    ["a verb alone", "w~to"],
    ["no distance", "w~wi!z:high"],
    ["no metre", "w~wi0!z:high"],
    ["too many metres", "w~wi50001!z:high"],
    ["metres of six digits", "w~wi000500!z:high"],
    ["a fraction of a metre", "w~wi5.5!z:high"],
    ["a distance below nothing", "w~wi-5!z:high"],
    ["nearest none", "w~ne0!e"],
    ["nearest fifty-one", "w~ne51!e"],
    ["nearest without a number", "w~ne!e"],
    ["a number where none is used", "w~to500!z:high"],
    ["inside a point", "w~in!d:pt:106,21"],
    ["touching works", "w~to!w"],
    ["across a zone", "w~ac!z:high"],
    ["zones of no class", "w~to!z:"],
    ["a class nobody knows beside one", "w~to!z:high,steep"],
    ["a target nobody knows", "w~to!y"],
    ["a filter nobody knows", "w!zz:school~to!z:high"],
    ["a filter without any known value", "w!fs:roads~to!z:high"],
    ["a filter on villages", "v!fs:school~to!z:high"],
    ["a rate of works", "w!p:20~to!z:high"],
    ["a rate of events", "e!p:20~to!z:high"],
    ["a rate twice", "v!p:20!p:30~to!z:high"],
    ["an empty rate", "v!p:~to!z:high"],
    ["a rate above all", "v!p:101~to!z:high"],
    ["a rate of three decimals", "v!p:1.234~to!z:high"],
    ["a rate below nothing", "w~wi5!v!p:-1"],
    ["a target's rate twice", "w~wi5!v!p:1!p:2"],
    ["an event with more to it", "w~wi5!e!x"],
    ["a zone with more to it", "w~to!z:high!same"],
    ["a commune with more to it", "w~to!c:07654!x"],
    ["neighbours twice", "w~to!c:07654!n!n"],
    ["a code of four digits", "w~to!c:7654"],
    ["a code and nothing", "w~to!c:07654,"],
    ["a shape nobody knows", "w~to!d:sq:106,21"],
    ["a place of one number", "w~wi5!d:pt:106"],
    ["two places for a point", "w~wi5!d:pt:106,21,107,22"],
    ["a place for a line", "w~wi5!d:ln:106,21"],
    ["two places for a polygon", "w~to!d:pg:106,21,107,22"],
    ["a circle without a radius", "w~to!d:ci:106,21"],
    ["a circle of no radius", "w~to!d:ci:106,21,0"],
    ["a circle too wide", "w~to!d:ci:106,21,50001"],
    ["a latitude of the pole", "w~wi5!d:pt:106,86"],
    ["a longitude beyond all", "w~wi5!d:pt:181,21"],
    ["words for numbers", "w~wi5!d:pt:NaN,21"],
    ["six decimals", "w~wi5!d:pt:106.123456,21"],
    ["an exponent", "w~wi5!d:pt:1e2,21"],
    ["a shape with more to it", "w~wi5!d:pt:106,21!x"],
    ["a file without its mark", "w~to!f:x.csv"],
    ["a mark in capitals", "w~to!f:0123456789ABCDEF:x.csv"],
    ["a mark too long", "w~to!f:0123456789abcdef0:x.csv"],
    ["a scope nobody knows", "w~to!z:high~s.20"],
    ["a scope before a condition", "w~s.19~to!z:high"],
    ["two scopes", "w~to!z:high~s.19~s.19"],
    ["a scope of no commune", "w~to!z:high~s.c:"],
    ["a scope in results of nothing", "w~to!z:high~s.r"],
    ["a base that scopes, without the scope", "w~to!z:high~b.y.c~w~to!z:high"],
    ["a base of subjects, scoped by results", "w~to!z:high~s.r~b.y.s~w~to!z:high"],
    ["a base of other subjects", "w~to!z:high~b.y.s~v~to!z:high"],
    ["a base nobody knows", "w~to!z:high~b.x.s~w~to!z:high"],
    ["a base of nothing", "w~to!z:high~b.y.s"],
    ["a base that is not understood", "w~to!z:high~b.y.s~w~to!z:steep"],
    ["a space in front", " w~to!z:high"],
  ])("is nothing: %s", (_what, text) => expect(read(text)).toBeNull());

  test.each([
    ["w~to!z:high", "w~to!z:high"],
    ["w~wi0500!z:very-high,high,high", "w~wi500!z:high,very-high"],
    ["v!p:020.50~to!c:07654,07654!n", "v!p:20.5~to!c:07654!n"],
    ["w~wi5!w!same!fs:school", "w~wi5!w!fs:school!same"],
    ["w~wi5!d:pt:106.10,-0.0", "w~wi5!d:pt:106.1,0"],
  ])("though one that says the same in other words is: %s", (text, canonical) => {
    const question = read(text);
    expect(question).not.toBeNull();
    if (question !== null) expect(writeQuestion(question)).toBe(canonical);
  });

  test("is one of which any clause is spoiled", () => {
    const spoiled = fc.constantFrom(
      "",
      "x",
      "to",
      "to!",
      "wi!e",
      "ne99!e",
      "to!w",
      "ac!z:high",
      "in!q",
      "s.",
      "b.",
      "or!x",
    );
    fc.assert(
      fc.property(questions, fc.nat(), spoiled, (question, index, clause) => {
        const clauses = writeQuestion(question).split("~");
        const text = clauses.with(index % clauses.length, clause).join("~");
        expect(read(text)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test("is one with anything left out of it, or another question that says just what is left", () => {
    const numbers = (text: string) =>
      text
        .replaceAll(/-?\d+(\.\d+)?/g, (digits) => String(Number(digits) + 0))
        .split(/[~!,]/)
        .toSorted();
    const unfiltered = questionsWith(fc.constant(NO_FILTER));
    const isQuoted = ({ conditions, base }: Question): boolean =>
      conditions.some(({ target }) => target.type === "layer") || (base !== null && isQuoted(base.question));
    fc.assert(
      fc.property(
        unfiltered.filter((question) => !isQuoted(question)),
        fc.nat(),
        (question, at) => {
          const whole = writeQuestion(question);
          const place_ = at % whole.length;
          const text = whole.slice(0, place_) + whole.slice(place_ + 1);
          const found = read(text);
          if (found !== null) expect(numbers(writeQuestion(found))).toEqual(numbers(text));
        },
      ),
      { numRuns: 1500 },
    );
  });

  test("is one too long for an address; what fits is read", () => {
    const cornered = (length: number) => {
      const corner = "106.12345,21.12345";
      const start = "w~to!d:pg:";
      const corners = Math.floor((length - start.length) / (corner.length + 1));
      return start + Array.from({ length: corners }, () => corner).join(",");
    };
    expect(read(cornered(LONGEST_ADDRESS))).not.toBeNull();
    const long = cornered(LONGEST_ADDRESS + 200);
    expect(read(long)).toBeNull();
    // A file may hold more than a link.
    expect(readQuestion(long, EVERYTHING, Number.POSITIVE_INFINITY)).not.toBeNull();
  });

  test("is one that goes on with more questions than are allowed", () => {
    const deep = (bases: number) => Array.from({ length: bases + 1 }, () => "w~to!z:high").join("~b.y.s~");
    expect(read(deep(MOST_BASES))).not.toBeNull();
    expect(read(deep(MOST_BASES + 1))).toBeNull();
  });

  test.each([
    "w~to!c:99999",
    "w~to!c:07654,99999",
    "w~to!z:high~s.c:99999",
    "w!fx:99999~to!z:high",
    "w~wi5!w!fx:99999",
  ])("is one of communes that are not there: %s", (text) => {
    expect(read(text)).not.toBeNull();
    expect(readQuestion(text, SOME)).toBeNull();
    expect(readQuestion(text.replaceAll("99999", "07654"), SOME)).not.toBeNull();
  });

  test.each([
    ["w!fs:school,roads~to!z:high", "a sector there is not"],
    ["w!fs:school!fs:health~to!z:high", "a facet twice"],
    [`w!q:${"a".repeat(90)}~to!z:high`, "a text cut short"],
    ["w:x~to!z:high", "a subject with a value"],
    ["w~to:x!z:high", "a relation with a value"],
    ["w~wi5!w:x", "works with a value"],
    ["w~wi5!e:x", "events with a value"],
    ["w~wi5!v:x", "villages with a value"],
    ["w~to!c:07654!n:x", "neighbours with a value"],
    ["w~wi5!w!same:x", "the same sector with a value"],
    ["w~wi5!w!same!same", "the same sector twice"],
    ["v~wi5!w!same", "the same sector as a village"],
    ["w~to!d:ci:106,21,500:junk", "a circle with more behind it"],
    ["w~to!d:ci:106,21,5.5", "half metres"],
    ["w~to!c:", "communes that are not listed"],
    [`w~to!f:0123456789abcdef:${"x".repeat(201)}`, "a name that is too long"],
  ])("holds nothing at all: %s (%s)", (text) => {
    expect(read(text)).toBeNull();
  });
});
