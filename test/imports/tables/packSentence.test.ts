import { describe, expect, test } from "vitest";
import { PACK_MESSAGES_VI, PACK_REMEDIES_VI } from "@/i18n/packSentences";
import { packSentence } from "@/imports/tables/packSentence";
import { sentencesIn } from "../../pack/sentences";

const { messages, remedies } = sentencesIn("src/pack");

test("the sentences are found in the source, whichever way they are given", () => {
  expect(messages.length).toBeGreaterThan(60);
  expect(remedies.length).toBeGreaterThan(55);
  // Directly, by a name, through a function of the file, in what a check hands back, as one of two.
  for (const each of [
    "is not a day",
    "comes before {} {}",
    "needs a point",
    "looks like lon/lat swapped",
    "is not known",
  ])
    expect(messages).toContain(each);
});

describe.each([
  ["message", messages, PACK_MESSAGES_VI],
  ["remedy", remedies, PACK_REMEDIES_VI],
] as const)("every %s of the checks", (kind, found, catalogue) => {
  test("has its Vietnamese, and nothing else has one", () => {
    expect(Object.keys(catalogue).sort()).toEqual([...found].sort());
  });

  test("is found again with its values, each of them repeated", () => {
    for (const english of found) {
      let count = 0;
      const spoken = english.replaceAll("{}", () => `«${++count}»`);
      const said = packSentence("vi", kind, spoken);
      expect([english, said]).toEqual([english, expect.any(String)]);
      for (let place = 1; place <= count; place++)
        expect([english, said?.includes(`«${place}»`)]).toEqual([english, true]);
      expect([english, /\{\d?\}/.test(said ?? "")]).toEqual([english, false]);
      expect(said).toBe(said?.normalize("NFC"));
      expect(packSentence("en", kind, spoken)).toBe(spoken);
    }
  });
});

test("a sentence within a sentence is put into the language as well", () => {
  expect(packSentence("vi", "message", "lies 120 m outside 07654, within its stated error")).toBe(
    "nằm cách 07654 120 m về phía ngoài, trong phạm vi sai số đã ghi",
  );
  expect(packSentence("vi", "message", "has a line that lies outside the province")).toBe(
    "có tuyến đường bị lỗi: nằm ngoài tỉnh",
  );
});

test("what nobody put into Vietnamese is not guessed at", () => {
  expect(packSentence("vi", "message", "is of no known kind")).toBeNull();
});
