import { describe, expect, test } from "vitest";
import { HAZARD_CLASSES, HAZARD_EVENT_TYPES } from "@/domain/hazard";
import { LOCATION_CLASSES, SECTORS, STAGES } from "@/domain/work";
import { eventPicture } from "@/scene/marks/eventPicture";
import { SECTOR_GLYPHS } from "@/scene/marks/sectorGlyphs";
import {
  signRadius,
  WORK_M_ZOOM,
  WORK_S_ZOOM,
  type WorkSize,
  workPicture,
  workPictureKey,
  workSize,
} from "@/scene/marks/workPicture";
import { COLORS } from "@/scene/palette";
import { patternKey, patternTile } from "@/scene/patterns";
import { arcPath, circlePath, type Picture } from "@/scene/picture";
import type { PatternId, WorkLook } from "@/scene/scene";

const PATTERNS: readonly PatternId[] = [
  ...(["progress", "poverty", "hazard"] as const).map((ramp) => ({ pattern: "zero" as const, ramp })),
  ...(["no-data", "not-yet-due", "not-applicable", "suppressed"] as const).map((blank) => ({
    pattern: "blank" as const,
    blank,
  })),
  ...HAZARD_CLASSES.map((hazardClass) => ({ pattern: "hazard" as const, hazardClass })),
  { pattern: "unassessed" },
];
const LOOK: WorkLook = {
  sector: "school",
  stage: "construction",
  progress: 40,
  locationClass: "exact",
  late: false,
  stale: false,
  corrected: false,
  suspended: false,
};
const SIZES: readonly WorkSize[] = ["dot", "S", "M", "L"];

/** Both renderers must be able to draw it: known colours, path data without NaN, whole pixels. */
function isDrawable({ width, height, shapes }: Picture) {
  expect(Number.isInteger(width) && Number.isInteger(height)).toBe(true);
  for (const { d, fill, stroke } of shapes) {
    expect(d).toMatch(/^M[-\d.\sMmLlHhVvAaCcSsZz,]+$/);
    for (const token of [fill, stroke?.color]) if (token !== undefined) expect(COLORS).toHaveProperty(token);
  }
}

describe("patterns", () => {
  test.each(PATTERNS.map((id) => [patternKey(id), id] as const))(
    "%s can be drawn by both renderers",
    (_, id) => isDrawable(patternTile(id)),
  );

  test("every pattern has its own key and its own drawing", () => {
    expect(new Set(PATTERNS.map(patternKey)).size).toBe(PATTERNS.length);
    expect(new Set(PATTERNS.map((id) => JSON.stringify(patternTile(id)))).size).toBe(PATTERNS.length);
  });

  test("absence is grey on land, zero has the hue of its ramp", () => {
    for (const id of PATTERNS) {
      const colors = patternTile(id).shapes.flatMap(({ fill, stroke }) => [fill ?? stroke?.color]);
      if (id.pattern === "blank")
        expect(colors.every((color) => color === "land" || color?.startsWith("blank-"))).toBe(true);
      if (id.pattern === "zero") expect(colors).toEqual(["land", `zero-${id.ramp}`]);
    }
  });

  test("what lies over a choropleth lets it through and has a casing below its strokes", () => {
    for (const id of PATTERNS.filter(({ pattern }) => pattern === "hazard" || pattern === "unassessed")) {
      const [casing, stroke] = patternTile(id).shapes;
      expect(patternTile(id).shapes.every(({ fill }) => fill === undefined)).toBe(true);
      expect(casing!.stroke!.width).toBeGreaterThan(stroke!.stroke!.width);
    }
  });

  test("hatching grows with the class: closer or heavier, the fourth crossed", () => {
    const weight = HAZARD_CLASSES.map((hazardClass) => {
      const { width, height, shapes } = patternTile({ pattern: "hazard", hazardClass });
      // Ink per area of strokes across the tile's diagonal.
      return (
        ((shapes[1]!.stroke!.width * Math.hypot(width, height)) / (width * height)) *
        (hazardClass === "very-high" ? 2 : 1)
      );
    });
    expect(weight).toEqual(weight.toSorted((a, b) => a - b));
    expect(weight[3]! / weight[0]!).toBeGreaterThan(3);
  });
});

describe("signs of works", () => {
  test("every sector has its own glyph inside the 16 grid", () => {
    expect(new Set(SECTORS.map((sector) => SECTOR_GLYPHS[sector].d)).size).toBe(SECTORS.length);
    for (const sector of SECTORS) {
      const absolute = [...SECTOR_GLYPHS[sector].d.matchAll(/[MLHVCSTQ][^a-zA-Z]*/g)].join(" ");
      for (const number of absolute.match(/-?\d*\.?\d+/g) ?? []) {
        expect(Number(number)).toBeGreaterThanOrEqual(0);
        expect(Number(number)).toBeLessThanOrEqual(16);
      }
    }
  });

  const looks = SECTORS.flatMap((sector) =>
    [null, ...STAGES].flatMap((stage) =>
      LOCATION_CLASSES.map(
        (locationClass): WorkLook => ({
          ...LOOK,
          sector,
          stage,
          locationClass,
          suspended: stage === "suspended",
        }),
      ),
    ),
  );
  test.each(SIZES)("every look can be drawn at size %s", (size) => {
    for (const look of looks) isDrawable(workPicture(look, size));
  });

  test("stages look different; so do location classes, when large enough to be read", () => {
    const drawn = (more: Partial<WorkLook>, size: WorkSize) =>
      JSON.stringify(workPicture({ ...LOOK, ...more }, size));
    expect(
      new Set([null, ...STAGES].map((stage) => drawn({ stage, suspended: stage === "suspended" }, "M"))).size,
    ).toBe(STAGES.length + 1);
    const placed = ["exact", "village", "several"] as const;
    expect(new Set(placed.map((locationClass) => drawn({ locationClass }, "M"))).size).toBe(3);
    expect(new Set(placed.map((locationClass) => drawn({ locationClass }, "S"))).size).toBe(2);
  });

  test("the state of a work never recolours its sign", () => {
    const sign = (look: WorkLook) => workPicture(look, "M").shapes.find(({ placed }) => placed !== undefined);
    for (const stage of STAGES) expect(sign({ ...LOOK, stage, late: true })).toEqual(sign(LOOK));
  });

  test("late is a brick triangle, and never more than two corners are marked", () => {
    const late = workPicture(
      { ...LOOK, late: true, stale: true, corrected: true, suspended: true, stage: "suspended" },
      "M",
    ).shapes;
    const plain = workPicture({ ...LOOK, suspended: false, stage: "suspended" }, "M").shapes;
    expect(late.filter(({ fill }) => fill === "late")).toHaveLength(1);
    expect(late.length - plain.length).toBeLessThanOrEqual(4);
    expect(late.some(({ stroke }) => stroke?.color === "accent")).toBe(false);
    expect(
      workPicture({ ...LOOK, corrected: true }, "M").shapes.some(({ stroke }) => stroke?.color === "accent"),
    ).toBe(true);
  });

  test("what is late stays a brick triangle even as a dot", () => {
    const fills = (late: boolean) => workPicture({ ...LOOK, late }, "dot").shapes.map(({ fill }) => fill);
    expect(fills(true)).toEqual(["late"]);
    expect(fills(false)).toEqual(["sector-school"]);
  });

  test("unknown progress draws an empty ring, not a ring at zero that is full elsewhere", () => {
    const ink = (progress: number | null) =>
      workPicture({ ...LOOK, progress }, "M").shapes.filter(({ stroke }) => stroke?.color === "ink");
    expect(ink(60)[0]!.d).not.toBe(ink(30)[0]!.d);
    expect(
      workPicture({ ...LOOK, stage: null, progress: null }, "M").shapes.some(
        ({ stroke }) => stroke?.color === "ink",
      ),
    ).toBe(false);
  });

  test("equal keys mean equal pictures, to five percent", () => {
    const byKey = new Map<string, string>();
    for (const look of looks)
      for (const size of SIZES) {
        const [key, text] = [workPictureKey(look, size), JSON.stringify(workPicture(look, size))];
        expect(byKey.get(key) ?? text).toBe(text);
        byKey.set(key, text);
      }
    expect(workPictureKey({ ...LOOK, progress: 41 }, "M")).toBe(
      workPictureKey({ ...LOOK, progress: 39 }, "M"),
    );
    expect(workPictureKey({ ...LOOK, progress: null }, "M")).not.toBe(
      workPictureKey({ ...LOOK, progress: 0 }, "M"),
    );
    expect(workPictureKey({ ...LOOK, late: true }, "S")).not.toBe(workPictureKey(LOOK, "S"));
  });

  test("small at province scale, with a ring at commune scale", () => {
    expect(workSize(WORK_S_ZOOM - 0.1)).toBe("dot");
    expect(workSize(WORK_S_ZOOM)).toBe("S");
    expect(workSize(WORK_M_ZOOM)).toBe("M");
    expect(signRadius(12)).toBeGreaterThan(signRadius(8.5));
    expect(2 * signRadius(8.5)).toBeLessThanOrEqual(16);
  });
});

test.each(HAZARD_EVENT_TYPES)("an event of type %s has its own sign", (type) => {
  isDrawable(eventPicture(type));
  const others = HAZARD_EVENT_TYPES.filter((other) => other !== type).map((other) =>
    JSON.stringify(eventPicture(other)),
  );
  expect(others).not.toContain(JSON.stringify(eventPicture(type)));
});

describe("arcs", () => {
  test("start at 12 o'clock and run clockwise", () => {
    expect(arcPath(10, 10, 5, 0.25)).toBe("M10 5A5 5 0 0 1 15 10");
    expect(arcPath(10, 10, 5, 0.75)).toBe("M10 5A5 5 0 1 1 5 10");
    expect(arcPath(10, 10, 5, 1)).toBe(circlePath(10, 10, 5));
  });
});
