import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scenarioFiles } from "../../scripts/scenario/generate";
import { randomFor } from "../../scripts/scenario/random";
import { csvText } from "../../scripts/scenario/write";

const FOLDER = "data/illustrative";
/** A run takes seconds: two tests share the first, a third repeats it. */
const files = scenarioFiles();
const SLOW_MS = 60_000;

test("the generator writes the committed pack to the byte, and nothing else is in the folder", () => {
  expect([...files.keys()].toSorted()).toEqual(readdirSync(FOLDER).toSorted());
  const different = [...files].filter(([name, text]) => readFileSync(`${FOLDER}/${name}`, "utf8") !== text);
  expect(different.map(([name]) => name)).toEqual([]);
});

test(
  "two runs agree",
  () => {
    expect(scenarioFiles()).toEqual(files);
  },
  SLOW_MS,
);

test("texts are NFC, with LF, and no cell is NaN, undefined or Infinity", () => {
  for (const [name, text] of files) {
    expect(text.normalize("NFC"), name).toBe(text);
    expect(text, name).not.toMatch(/\r|NaN|undefined|Infinity/);
  }
});

test("a stream depends on its purpose alone", () => {
  const take = (purpose: string) => {
    const random = randomFor(purpose);
    return Array.from({ length: 8 }, () => random.next());
  };
  expect(take("works")).toEqual(take("works"));
  expect(take("works")).not.toEqual(take("works 2"));
  for (const value of take("range")) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(1);
  }
});

test("whole numbers reach both ends and no further", () => {
  const random = randomFor("ends");
  const seen = new Set(Array.from({ length: 400 }, () => random.whole(8, 12)));
  expect([...seen].toSorted((a, b) => a - b)).toEqual([8, 9, 10, 11, 12]);
});

test("cells with commas and quotes are quoted, null is blank, zero is not", () => {
  const rows = [{ a: 'nói "không", rồi', b: null, c: 0 }];
  expect(csvText({ file: "t.csv", columns: ["a", "b", "c"], rows })).toBe('a,b,c\n"nói ""không"", rồi",,0\n');
});
