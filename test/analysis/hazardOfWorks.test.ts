import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hazardAnswer } from "@/analysis/hazardAnswer";
import { countAnswers, hazardOfWorks } from "@/analysis/hazardOfWorks";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadFineBoundaries, loadRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import { decodeBoundaries } from "@/scene/geometry";

const read = (file: string) => Promise.resolve(readFileSync(`public/data/${file}`, "utf8"));
const { register } = await loadRegister(read);
const snapshot = takeSnapshot(register, isoDate("2028-09-30"));
const { communes } = decodeBoundaries(await loadFineBoundaries(read));
const answers = hazardOfWorks(snapshot, communes);

test("every work of the register is answered for, inside as the panel of the map answers", () => {
  expect([...answers.keys()]).toEqual(snapshot.allWorks.map(({ work }) => work.workId));
  for (const { work } of snapshot.allWorks)
    expect(answers.get(work.workId)?.inside).toEqual(hazardAnswer(work, snapshot));
});
test("what lies inside a zone lies near one; what is not near one is in none", () => {
  for (const { inside, near } of answers.values()) {
    if (inside.answer === "yes") expect(near).toBe("yes");
    if (near === "no") expect(inside.answer).toBe("no");
  }
  expect(new Set([...answers.values()].map(({ near }) => near)).size).toBe(3);
});
test("an answer that cannot be told says why, one that can says nothing", () => {
  for (const { near, nearBecause } of answers.values())
    expect(nearBecause.length > 0).toBe(near === "unknown");
});
test("without any hazard map nothing is safe: every answer is unknown", () => {
  const bare = takeSnapshot({ ...register, hazardZones: [], hazardAssessed: [] }, isoDate("2028-09-30"));
  for (const { inside, near } of hazardOfWorks(bare, communes).values())
    expect([inside.answer, near]).toEqual(["unknown", "unknown"]);
});
test("answers are counted by kind", () => {
  expect(countAnswers(["yes", "no", "yes", "unknown"])).toEqual({ yes: 2, no: 1, unknown: 1 });
});
