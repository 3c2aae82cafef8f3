import { describe, expect, it } from "vitest";
import { locate, toGrid } from "../../scripts/boundaries/grid";
import { locatorOf } from "../../scripts/boundaries/locator";
import { clipLine, grow, outsideRing, surroundingsOf } from "../../scripts/boundaries/surroundings";
import type { LonLat } from "../../src/domain/units";
import { provinces } from "../fixtures/boundaries/folder";
import { box, commune } from "../fixtures/boundaries/shapes";

/** The province's own outline: 106 … 106.03 by 21 … 21.02. */
const outline = commune("x", box(0, 0, 30_000, 20_000)).parts[0]![0]!;

describe("clipLine", () => {
  const frame = [0, 0, 10, 10] as const;
  it("cuts at the sides exactly, and into pieces where the line leaves and returns", () => {
    expect(
      clipLine(
        [
          [-5, 5],
          [5, 5],
          [5, 15],
          [8, 15],
          [8, 5],
        ],
        frame,
      ),
    ).toEqual([
      [
        [0, 5],
        [5, 5],
        [5, 10],
      ],
      [
        [8, 10],
        [8, 5],
      ],
    ]);
  });
  it("keeps what lies within, crosses right through, and drops what passes by", () => {
    expect(
      clipLine(
        [
          [1, 1],
          [2, 3],
        ],
        frame,
      ),
    ).toEqual([
      [
        [1, 1],
        [2, 3],
      ],
    ]);
    expect(
      clipLine(
        [
          [-5, 5],
          [15, 5],
        ],
        frame,
      ),
    ).toEqual([
      [
        [0, 5],
        [10, 5],
      ],
    ]);
    expect(
      clipLine(
        [
          [-5, 8],
          [8, 21],
        ],
        frame,
      ),
    ).toEqual([]);
    expect(
      clipLine(
        [
          [-5, 12],
          [15, 12],
        ],
        frame,
      ),
    ).toEqual([]);
  });
});

describe("outsideRing", () => {
  it("cuts a line where it enters the province and takes it up where it leaves", () => {
    const pieces = outsideRing(
      [
        [105.99, 21.01],
        [106.05, 21.01],
      ],
      outline,
    );
    expect(pieces).toHaveLength(2);
    expect(pieces[0]!.at(-1)![0]).toBeCloseTo(106, 5);
    expect(pieces[1]![0]![0]).toBeCloseTo(106.03, 5);
  });
  it("leaves a line alone that stays outside", () => {
    const line: LonLat[] = [
      [105.9, 20.9],
      [105.95, 21.3],
      [106.2, 21.3],
    ];
    expect(outsideRing(line, outline)).toEqual([line]);
  });
});

describe("surroundingsOf", () => {
  const frame = grow([106, 21, 106.03, 21.02], 0.6);
  const { boundaries } = surroundingsOf(provinces(), outline, frame, "S");
  it("draws only the line between two neighbours: no coast, no border, nothing of Bắc Ninh's own", () => {
    expect(boundaries.coordinates).toHaveLength(1);
    const [line] = boundaries.coordinates;
    expect(line!.every(([, lat]) => lat === 21.01)).toBe(true);
  });
  it("ends at the box", () => {
    expect(Math.max(...boundaries.coordinates.flat().map(([lon]) => lon!))).toBeCloseTo(106.63, 6);
  });
  it("never runs inside the province, even when its outline is drawn farther out", () => {
    const wider = commune("x", box(0, 0, 60_000, 20_000)).parts[0]![0]!;
    for (const [lon, lat] of surroundingsOf(provinces(), wider, frame, "S").boundaries.coordinates.flat())
      expect(locate(wider, toGrid([lon!, lat!]))).not.toBe("inside");
  });
});

describe("locatorOf", () => {
  const { features } = locatorOf(provinces(), "S").features;
  const part = (id: string) => features.find(({ properties }) => properties.id === id)!;
  it("holds the country, the province and both archipelagos under their names", () => {
    expect(features.map(({ properties }) => properties.id)).toEqual([
      "mainland",
      "province",
      "hoang-sa",
      "truong-sa",
    ]);
    expect(part("hoang-sa").properties.name).toBe("Quần đảo Hoàng Sa (TP. Đà Nẵng)");
    expect(part("truong-sa").properties.name).toBe("Quần đảo Trường Sa (tỉnh Khánh Hòa)");
  });
  it("keeps every far island, however small, and leaves inshore ones to the mainland", () => {
    expect(part("hoang-sa").geometry.coordinates).toHaveLength(2);
    expect(part("truong-sa").geometry.coordinates).toHaveLength(1);
    for (const { geometry } of features)
      for (const [ring] of geometry.coordinates) {
        expect(ring!.length).toBeGreaterThanOrEqual(4);
        expect(ring!.at(-1)).toEqual(ring![0]);
      }
  });
});
