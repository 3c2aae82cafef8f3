import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Direction, neighbourWalk } from "@/analysis/neighbourWalk";
import type { Commune } from "@/domain/commune";
import { aCommune, code } from "../fixtures/register";

const KEYS: readonly Direction[] = ["north", "south", "west", "east"];
const [a, b, c] = ["00001", "00002", "00003"].map(code) as [
  Commune["code"],
  Commune["code"],
  Commune["code"],
];
const row = [
  aCommune({ code: a, labelPoint: [106, 21], neighbours: [b] }),
  aCommune({ code: b, labelPoint: [106.1, 21.01], neighbours: [a, c] }),
  aCommune({ code: c, labelPoint: [106.2, 21], neighbours: [b] }),
];

describe("arrow keys", () => {
  test("lead to the neighbour ahead and back again", () => {
    expect(neighbourWalk(row, a, "east")).toBe(b);
    expect(neighbourWalk(row, b, "east")).toBe(c);
    expect(neighbourWalk(row, c, "west")).toBe(b);
  });
  test("a neighbour is preferred to a nearer commune that is none", () => {
    const far = aCommune({ code: code("00009"), labelPoint: [106.01, 21], neighbours: [] });
    expect(neighbourWalk([...row, far], a, "east")).toBe(b);
  });
  test("stay at the edge", () => expect(neighbourWalk(row, c, "east")).toBeNull());
  test("begin in the west", () => expect(neighbourWalk(row, null, "north")).toBe(a));

  const communes = (JSON.parse(readFileSync("public/data/communes.json", "utf8")) as { rows: Commune[] })
    .rows;
  test("reach every one of the 99 communes from the first", () => {
    const start = neighbourWalk(communes, null, "east")!;
    const seen = new Set([start]);
    const queue = [start];
    for (let here = queue.pop(); here !== undefined; here = queue.pop())
      for (const key of KEYS) {
        const next = neighbourWalk(communes, here, key);
        if (next !== null && !seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
      }
    expect(communes).toHaveLength(99);
    expect(communes.filter((commune) => !seen.has(commune.code)).map(({ name }) => name)).toEqual([]);
  });
});
