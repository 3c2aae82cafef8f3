import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answerNow } from "@/analysis/question/askQuestion";
import { summaryByCommune } from "@/analysis/question/byCommune";
import { questionContext } from "@/analysis/question/targets";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadFineBoundaries, parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import { QUESTION_EXAMPLES } from "@/domain/questionExamples";
import { decodeBoundaries } from "@/scene/geometry";

/** The data that is shipped, as a page asks it. */
const read = async (path: string) => readFileSync(`public/data/${path}`, "utf8");
const { register } = await parseRegister(read);
const { communes } = decodeBoundaries(await loadFineBoundaries(read));
const snapshot = takeSnapshot(register, isoDate("2028-09-30"));
const context = questionContext(snapshot, communes, null);
const answers = new Map(QUESTION_EXAMPLES.map(({ id, question }) => [id, answerNow(question, context)]));

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe.each(QUESTION_EXAMPLES)("$id", ({ id, question }) => {
  const answered = answers.get(id)!;
  const { items, counts, leftOut } = answered;
  const rows = summaryByCommune(answered, context);

  test("answers of every thing of its set, or leaves it out", () => {
    expect(items.length + leftOut).toBe(context.things(question.subject.set).length);
    expect(counts.yes + counts.no + counts.unknown).toBe(items.length);
    expect(items.length).toBeGreaterThan(0);
    for (const { answer, because } of items) expect(because.length > 0).toBe(answer === "unknown");
  });

  test("says something: not all of it is unknown", () => expect(counts.yes + counts.no).toBeGreaterThan(0));

  test("has rows by commune that add up to it", () => {
    for (const answer of ["yes", "no", "unknown"] as const)
      expect(sum(rows.map((row) => row.counts[answer]))).toBe(counts[answer]);
    const whole = sum(items.map(({ results }) => results[0]?.share?.inside ?? 0));
    const parts = sum(rows.map(({ inside }) => inside ?? 0));
    expect(Math.abs(parts - whole)).toBeLessThanOrEqual(0.005 * whole);
  });

  test("has a row once for each commune", () =>
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length));
});

describe("the ground of communes under high risk", () => {
  const { items } = answers.get("communesUnderHighRisk")!;

  test("is what the build measured on its rows", () => {
    let most = 0;
    for (const { id, results } of items) {
      const share = results[0]?.share;
      const shipped = snapshot.hazardShares.get(id as (typeof register.communes)[number]["code"]);
      if (share?.unit !== "squareMetres" || shipped === undefined) throw new Error(`nothing for ${id}`);
      const percent = (share.inside / share.whole) * 100;
      expect(Math.abs(percent - shipped.high - shipped.veryHigh), id).toBeLessThan(0.5);
      most = Math.max(most, percent);
    }
    expect(most).toBeGreaterThan(1);
    expect(items).toHaveLength(99);
  });

  test("tells yes where there is some, no only where all was assessed", () => {
    for (const { id, answer } of items) {
      const shipped = snapshot.hazardShares.get(id as (typeof register.communes)[number]["code"])!;
      const high = shipped.high + shipped.veryHigh;
      if (high > 0.05) expect(answer, id).toBe("yes");
      if (high === 0 && shipped.unassessed > 0.5) expect(answer, id).toBe("unknown");
      if (high === 0 && shipped.unassessed === 0) expect(answer, id).toBe("no");
    }
  });
});

test("no work is told to be near high risk that is not even known to be in the province", () => {
  const { items } = answers.get("worksNearHighRisk")!;
  for (const { communeCodes, answer } of items) if (communeCodes.length === 0) expect(answer).toBe("unknown");
});

test("works across communes are those registered in several, and lines that certainly leave theirs", () => {
  const { items } = answers.get("worksAcrossCommunes")!;
  const several = items.filter(({ communeCodes }) => communeCodes.length > 1);
  expect(several.length).toBeGreaterThan(0);
  expect(several.every(({ answer }) => answer === "yes")).toBe(true);
  for (const { id, answer, communeCodes } of items)
    if (answer === "yes" && communeCodes.length < 2)
      expect(snapshot.workById.get(id)?.work.locationClass).toBe("line");
});

test("places with households to move carry nothing but their commune", () => {
  const { items } = answers.get("relocationsInHighRisk")!;
  const known = register.relocations.filter(({ recordedOn }) => recordedOn <= snapshot.asOf);
  expect(items.length).toBe(new Set(known.map(({ communeCode, place }) => `${communeCode} ${place}`)).size);
  expect(JSON.stringify(items)).not.toMatch(/household|done/);
  expect(items.every(({ communeCodes }) => communeCodes.length === 1)).toBe(true);
});
