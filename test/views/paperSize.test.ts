import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projector, unprojector } from "@/scene/camera";
import { cameraOnPaper, ORIENTATIONS, SHEET_FORMATS, sheetSize } from "@/views/explore/paper/paperSize";

test("a sheet is never larger than its paper, and less than a pixel smaller", () => {
  const mm = { A4: [210, 297], A3: [297, 420] } as const;
  for (const format of SHEET_FORMATS)
    for (const orientation of ORIENTATIONS) {
      const { width, height } = sheetSize(format, orientation);
      const sides = orientation === "portrait" ? mm[format] : mm[format].toReversed();
      [width, height].forEach((px, index) => {
        const paper = ((sides[index] ?? 0) * 96) / 25.4;
        expect(px).toBeLessThanOrEqual(paper);
        expect(px).toBeGreaterThan(paper - 1);
      });
    }
});

describe("cameraOnPaper", () => {
  const size = fc.record({
    width: fc.integer({ min: 200, max: 2000 }),
    height: fc.integer({ min: 200, max: 2000 }),
  });
  const camera = fc.record({
    center: fc.tuple(
      fc.double({ min: 106, max: 107, noNaN: true }),
      fc.double({ min: 21, max: 21.6, noNaN: true }),
    ),
    zoom: fc.double({ min: 7, max: 13, noNaN: true }),
  });
  test("all that the screen showed is on the paper, and fills it one way", () => {
    fc.assert(
      fc.property(camera, size, size, (shown, screen, paper) => {
        const project = projector(cameraOnPaper(shown, screen, paper), paper.width, paper.height);
        const unproject = unprojector(shown, screen.width, screen.height);
        const [left, top] = project(unproject([0, 0]));
        const [right, bottom] = project(unproject([screen.width, screen.height]));
        for (const edge of [left, top, paper.width - right, paper.height - bottom])
          expect(edge).toBeGreaterThan(-0.5);
        const filled = Math.max((right - left) / paper.width, (bottom - top) / paper.height);
        expect(filled).toBeCloseTo(1, 2);
      }),
    );
  });
});
