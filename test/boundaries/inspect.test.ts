import { describe, expect, it } from "vitest";
import { cleanShapes, type GridShape } from "../../scripts/boundaries/clean";
import { inspectShapes } from "../../scripts/boundaries/inspect";
import { formatProblem } from "../../src/domain/parse";
import { box, commune, tiling } from "../fixtures/boundaries/shapes";

const named = (...shapes: GridShape[]): string[] =>
  inspectShapes(cleanShapes(shapes).shapes, "communes.geojson").map(formatProblem);

describe("inspectShapes", () => {
  it("finds nothing in a tiling, in any order", () => {
    const shapes = tiling(3, 3, [0.5, -0.7, 0.2]);
    expect(named(...shapes)).toEqual([]);
    expect(named(...[...shapes].reverse())).toEqual([]);
  });
  it("accepts an enclave: a hole that another commune fills", () => {
    expect(
      named(
        commune("00001", box(0, 0, 9000, 9000), box(3000, 3000, 6000, 6000)),
        commune("00002", box(3000, 3000, 6000, 6000)),
      ),
    ).toEqual([]);
  });
  it("names a bow-tie, the commune and the place", () => {
    const problems = named(
      commune("00007", [
        [0, 0],
        [10_000, 10_000],
        [10_000, 0],
        [0, 11_000],
      ]),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^error communes\.geojson \[00007\] "106\.\d{5} 21\.\d{5}" .*bow-tie/);
  });
  it("names an overlap of crossing boundaries, both codes", () => {
    const problems = named(
      commune("00001", box(0, 0, 1000, 1000)),
      commune("00002", box(900, 500, 2000, 1500)),
    );
    expect(problems.filter((text) => /\[00001 00002\].*overlap/.test(text))).toHaveLength(1);
  });
  it("names an overlap whose every corner is shared", () => {
    const problems = named(
      commune("00001", box(0, 0, 1000, 1000)),
      commune("00002", [
        [0, -1000],
        [0, 0],
        [0, 1000],
        [1000, 1000],
        [1000, 0],
        [1000, -1000],
      ]),
    );
    expect(problems.filter((text) => /overlap/.test(text))).toHaveLength(1);
  });
  it("names a commune drawn inside another, and one drawn twice", () => {
    expect(
      named(commune("00001", box(0, 0, 9000, 9000)), commune("00002", box(3000, 3000, 6000, 6000))),
    ).toEqual([
      expect.stringMatching(/\[00001 00002\].*one lies inside the other/),
      // The inner one is also a piece of its own in the merged outline.
      expect.stringMatching(/hole|gap|one piece/),
    ]);
    expect(named(commune("00001", box(0, 0, 900, 900)), commune("00002", box(0, 0, 900, 900)))[0]).toMatch(
      /overlap/,
    );
  });
  it("names a gap with its size and its neighbours", () => {
    const shapes = tiling(3, 3).filter(({ code }) => code !== "00005");
    const problems = named(...shapes);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/A gap of \d{7} m² lies between communes/);
    for (const code of ["00002", "00004", "00006", "00008"]) expect(problems[0]).toContain(code);
  });
  it("names a hole that nobody fills", () => {
    const [problem] = named(commune("00001", box(0, 0, 9000, 9000), box(3000, 3000, 6000, 6000)));
    expect(problem).toMatch(/\[00001\].*hole of \d+ m²/);
  });
  it("names a part that hangs together with nothing", () => {
    expect(named(commune("00001", box(0, 0, 900, 900)), commune("00002", box(2000, 0, 3000, 900)))).toEqual([
      expect.stringMatching(/"2" The communes do not join into one piece/),
    ]);
  });
  it("names every fault of a set, not the first", () => {
    const problems = named(
      commune("00001", [
        [0, 0],
        [10_000, 10_000],
        [10_000, 0],
        [0, 11_000],
      ]),
      commune("00002", box(20_000, 0, 30_000, 10_000)),
      commune("00003", box(29_000, 5000, 40_000, 15_000)),
      commune("00004", box(50_000, 0, 60_000, 9000), box(52_000, 2000, 54_000, 4000)),
    );
    for (const kind of [/bow-tie/, /overlap/, /hole/, /one piece/])
      expect(problems.filter((text) => kind.test(text)).length).toBeGreaterThan(0);
  });
});
