import { describe, expect, test } from "vitest";
import { placeOnMap } from "@/views/compare/maps/CommuneMap";
import { frameOf, SHEET_WIDTH, shapeId, sheetOf } from "@/views/compare/maps/mapSheet";
import { aCommune, code } from "../../fixtures/register";
import { shippedData } from "./shipped";

const { register } = await shippedData();
const { communes } = register;
const sheet = sheetOf(communes);

describe("the sheet of shapes", () => {
  test("is as wide as said and just high enough for all communes", () => {
    const frame = frameOf(sheet, communes, 0);
    expect(sheet.width).toBe(SHEET_WIDTH);
    expect(frame.x).toBeCloseTo(0, 3);
    expect(frame.width).toBeCloseTo(SHEET_WIDTH, 3);
    expect(sheet.height - frame.height).toBeGreaterThanOrEqual(0);
    expect(sheet.height - frame.height).toBeLessThan(1);
  });

  test("of no communes is still a sheet", () => {
    const empty = sheetOf([]);
    expect(empty.height).toBeGreaterThan(0);
    expect(frameOf(empty, [])).toEqual({ x: 0, y: 0, width: empty.width, height: empty.height });
  });

  test("names each commune's shape by its code, once", () => {
    expect(new Set(communes.map((commune) => shapeId(commune.code))).size).toBe(99);
    expect(shapeId(code("07654"))).toBe("shape-07654");
  });
});

describe("a frame", () => {
  const one = communes.find((commune) => commune.code === "07654")!;

  test("holds its communes with an equal margin on all sides, in percent of the larger one", () => {
    const [tight, wide] = [frameOf(sheet, [one], 0), frameOf(sheet, [one], 10)];
    const margin = Math.max(tight.width, tight.height) / 10;
    expect(wide.x).toBeCloseTo(tight.x - margin);
    expect(wide.y).toBeCloseTo(tight.y - margin);
    expect(wide.width).toBeCloseTo(tight.width + 2 * margin);
    expect(wide.height).toBeCloseTo(tight.height + 2 * margin);
  });

  test("of two communes holds the frame of each", () => {
    const other = communes.find((commune) => commune.code !== one.code)!;
    const both = frameOf(sheet, [one, other], 0);
    for (const commune of [one, other]) {
      const own = frameOf(sheet, [commune], 0);
      expect(own.x).toBeGreaterThanOrEqual(both.x - 1e-6);
      expect(own.y).toBeGreaterThanOrEqual(both.y - 1e-6);
      expect(own.x + own.width).toBeLessThanOrEqual(both.x + both.width + 1e-6);
      expect(own.y + own.height).toBeLessThanOrEqual(both.y + both.height + 1e-6);
    }
  });

  test("puts north above south and west left of east", () => {
    const near = aCommune({ bbox: [106.1, 21.0, 106.2, 21.1] });
    const far = aCommune({ bbox: [106.6, 21.4, 106.7, 21.5] });
    const [a, b] = [frameOf(sheet, [near], 0), frameOf(sheet, [far], 0)];
    expect(b.x).toBeGreaterThan(a.x);
    expect(b.y).toBeLessThan(a.y);
  });

  test("every label point lies in its commune's own frame, drawn at any width", () => {
    for (const commune of communes) {
      const frame = frameOf(sheet, [commune], 0);
      const place = placeOnMap(sheet, frame, 200);
      const [x, y] = place(commune.labelPoint);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(200);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan((200 * frame.height) / frame.width);
    }
  });
});
