import { describe, expect, test } from "vitest";
import { answerMarks } from "@/views/explore/questions/answerMarks";
import { answered, factsIn, readingIn } from "./shipped";

const { communeByCode } = readingIn("vi");
const factsOf = factsIn("vi");

describe.each(answered)("$id", ({ question, answered: { items, counts } }) => {
  const { marks, unplaced } = answerMarks(items, factsOf, communeByCode);

  test("has a mark for everything with a place, a count for what is known by commune, and the rest counted", () => {
    const alone = marks.filter(({ type }) => type !== "count").length;
    const byCommune = items.filter((item) => {
      const { point, line } = factsOf(item);
      return item.set !== "communes" && point === null && line === null && item.communeCodes.length > 0;
    });
    expect(alone + byCommune.length + unplaced).toBe(items.length);
    const counted = marks.flatMap((mark) => (mark.type === "count" ? [mark.counts] : []));
    const sum = counted.reduce((all, each) => all + each.yes + each.no + each.unknown, 0);
    expect(sum).toBe(byCommune.reduce((all, { communeCodes }) => all + communeCodes.length, 0));
  });

  test("draws what is so above what is not", () => {
    const answers = marks.flatMap((mark) => (mark.type === "count" ? [] : [mark.answer]));
    expect(answers.lastIndexOf("no")).toBeLessThan(
      answers.includes("yes") ? answers.indexOf("yes") : answers.length,
    );
  });

  test("has keys that are its own", () => {
    expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
    if (question.subject.set === "communes")
      expect(marks.filter((mark) => mark.type === "commune" && mark.answer === "yes").length).toBe(
        counts.yes,
      );
  });
});

test("a work known by its commune only is never a ring at a point", () => {
  const works = answered.find(({ id }) => id === "worksNearHighRisk")!.answered;
  const { marks } = answerMarks(works.items, factsOf, communeByCode);
  const drawn = new Set(marks.flatMap(({ type, key }) => (type === "count" ? [] : [key])));
  const vague = works.items.filter(({ id }) => {
    const work = readingIn("vi").snapshot.workById.get(id)?.work;
    return work?.locationClass === "commune" || work?.locationClass === "unknown";
  });
  expect(vague.length).toBeGreaterThan(0);
  for (const { id } of vague) expect(drawn.has(`works-${id}`)).toBe(false);
});
