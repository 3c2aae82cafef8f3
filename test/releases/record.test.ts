import { describe, expect, it } from "vitest";
import { compareWithRecord, type Pictures } from "./record";

const sums = (letter: string) => ({ embed: `${letter}1`, svg: `${letter}2`, texts: `${letter}3` });
const A: Pictures = { "": sums("a"), "?p=19": sums("b") };

describe("pictures held against their record", () => {
  it("are all right when they are the same", () => {
    const record = { r1: { "1": A } };
    expect(compareWithRecord(record, { r1: A }, 1)).toEqual({ problems: [], missing: [], next: record });
  });

  it.each(["embed", "svg", "texts"] as const)(
    "fail when %s changed, say what to do, and leave the record as it was",
    (part) => {
      const changed = { ...A, "": { ...sums("a"), [part]: "other" } };
      const { problems, next } = compareWithRecord({ r1: { "1": A } }, { r1: changed }, 1);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(
        new RegExp(`r1: "" is another picture \\(${part}\\).*raise RENDERER_VERSION.*RECORD_PICTURES=1`),
      );
      expect(next).toEqual({ r1: { "1": A } });
    },
  );

  it("are recorded beside the older ones when the version is raised", () => {
    const changed = { "": sums("c") };
    const { problems, missing, next } = compareWithRecord({ r1: { "1": A } }, { r1: changed }, 2);
    expect(problems).toEqual([]);
    expect(missing).toEqual(['r1: ""']);
    expect(next).toEqual({ r1: { "1": A, "2": changed } });
  });

  it("of a new release and of a new indicator are missing until they are recorded, and change nothing else", () => {
    const more = { ...A, "?i=new": sums("n") };
    const { problems, missing, next } = compareWithRecord({ r1: { "1": A } }, { r1: more, r2: A }, 1);
    expect(problems).toEqual([]);
    expect(missing).toEqual(['r1: "?i=new"', 'r2: ""', 'r2: "?p=19"']);
    expect(next).toEqual({ r1: { "1": more }, r2: { "1": A } });
    expect(compareWithRecord(next, { r1: more, r2: A }, 1).missing).toEqual([]);
  });

  it("that can no longer be drawn, or whose release is gone, fail and stay recorded", () => {
    const fewer = { "": sums("a") };
    const gone = compareWithRecord({ r1: { "1": A }, r2: { "1": A } }, { r1: fewer }, 1);
    expect(gone.problems).toEqual([
      expect.stringMatching(/r1: "\?p=19" was drawn by renderer version 1 and can no longer be/),
      expect.stringMatching(/r2: recorded, but no release of this name is kept/),
    ]);
    expect(gone.next).toEqual({ r1: { "1": A }, r2: { "1": A } });
  });
});
