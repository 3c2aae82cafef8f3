import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LonLat } from "@/domain/units";
import { buildMapScene } from "@/scene/buildScene";
import { fitCamera, projector } from "@/scene/camera";
import { type Obstacle, placeLabels, sceneLabels, textWidth, zoomToFit } from "@/scene/labels";
import type { LabelMark } from "@/scene/scene";
import { sceneInput } from "../fixtures/programme";

const label = (id: number, x: number, y: number, more: Partial<LabelMark> = {}): LabelMark => ({
  type: "label",
  id: `l${id}`,
  subject: null,
  name: null,
  point: [x, y],
  text: "Tên xã",
  size: 11,
  weight: 400,
  color: "ink",
  halo: "halo",
  priority: id,
  spaced: false,
  minZoom: 0,
  ...more,
});
/** Where a name may stand, in widths and line heights from its point, first choice first. */
const PLACES = [
  [0, 0],
  [0, -0.7],
  [0, 0.7],
  [0.25, 0],
  [-0.25, 0],
  [0.25, -0.6],
  [-0.25, -0.6],
  [0.25, 0.6],
  [-0.25, 0.6],
  [0, -1.3],
  [0, 1.3],
  [0.45, 0],
  [-0.45, 0],
  [0.4, -1.1],
  [-0.4, 1.1],
] as const;
/** Longitude and latitude taken as pixels. */
const flat = ([x, y]: LonLat): readonly [number, number] => [x, y];
const place = (labels: readonly LabelMark[], obstacles = [] as Parameters<typeof placeLabels>[5]) =>
  placeLabels(labels, flat, 400, 300, 9, obstacles);

const many = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })), { maxLength: 60 })
  .map((points) => points.map(([x, y], index) => label(index, x, y)));

const boxes = (placed: ReturnType<typeof place>) =>
  placed.map(({ label: { text, size, weight }, x, y }) => {
    const half = textWidth(text, size, weight) / 2;
    return [x - half, y - size / 2, x + half, y + size / 2] as const;
  });

describe("placing names", () => {
  test("no two overlap", () => {
    fc.assert(
      fc.property(many, (labels) => {
        const found = boxes(place(labels));
        for (const [index, a] of found.entries())
          for (const b of found.slice(index + 1))
            expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false);
      }),
    );
  });

  test("does not depend on the order of the marks", () => {
    fc.assert(fc.property(many, (labels) => void expect(place(labels.toReversed())).toEqual(place(labels))));
  });

  test("the highest priority stays at its own place; the lowest is dropped first", () => {
    const crowd = Array.from({ length: 40 }, (_, index) => label(index, 200, 150));
    const placed = place(crowd);
    expect(placed.length).toBeLessThan(40);
    expect(placed[0]).toMatchObject({ label: { id: "l39" }, x: 200, y: 150 });
    expect(placed.map((one) => one.label.priority)).toEqual(placed.map((_, index) => 39 - index));
  });

  test("the selected name is never dropped", () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      label(index, 200, 150, { priority: Number.POSITIVE_INFINITY }),
    );
    expect(place(crowd)).toHaveLength(40);
  });

  test("a name moves off a sign when it can, and rather covers a disc than a number", () => {
    const sign = { x: 200, y: 150, radius: 5, weight: 1 };
    const [moved] = place([label(1, 200, 150)], [sign]);
    expect([moved?.x, moved?.y]).not.toEqual([200, 150]);
    // Discs everywhere, a number in the middle.
    const discs = [-40, -20, 0, 20, 40].flatMap((dx) =>
      [-20, -10, 0, 10, 20].map((dy) => ({ x: 200 + dx, y: 150 + dy, radius: 8, weight: 1 })),
    );
    const [off] = place([label(1, 200, 150)], [...discs, { ...sign, weight: 100 }]);
    const [left, top, right, bottom] = boxes(off === undefined ? [] : [off])[0]!;
    expect(left < 205 && right > 195 && top < 155 && bottom > 145).toBe(false);
  });

  test("of all free places the first that covers least is taken, however many signs there are", () => {
    // The rule said plainly: every place against every name and every sign.
    const plainly = (labels: readonly LabelMark[], signs: readonly Obstacle[]) => {
      const taken: (readonly [number, number, number, number])[] = [];
      return labels
        .toSorted((a, b) => b.priority - a.priority)
        .flatMap((one) => {
          const [px, py] = flat(one.point);
          const [w, h] = [textWidth(one.text, one.size, one.weight) + 4, one.size * 1.25];
          const places = PLACES.map(([dx, dy]) => [px + dx * w, py + dy * h] as const);
          const boxOf = ([x, y]: readonly [number, number]) =>
            [x - w / 2, y - h / 2, x + w / 2, y + h / 2] as const;
          const best = places
            .filter((at) =>
              taken.every(
                (b) =>
                  !(boxOf(at)[0] < b[2] && b[0] < boxOf(at)[2] && boxOf(at)[1] < b[3] && b[1] < boxOf(at)[3]),
              ),
            )
            .map((at) => {
              const [left, top, right, bottom] = boxOf(at);
              const under = signs.filter(
                ({ x, y, radius: r }) => x + r > left && x - r < right && y + r > top && y - r < bottom,
              );
              return { at, cost: under.reduce((sum, { weight }) => sum + weight, 0) };
            })
            .toSorted((a, b) => a.cost - b.cost)[0];
          if (best === undefined) return [];
          taken.push(boxOf(best.at));
          return [{ id: one.id, x: best.at[0], y: best.at[1] }];
        });
    };
    const signs = fc.array(
      fc.record({
        x: fc.integer({ min: -80, max: 480 }),
        y: fc.integer({ min: -80, max: 380 }),
        radius: fc.constantFrom(2, 8, 11, 40),
        weight: fc.constantFrom(1, 4),
      }),
      { maxLength: 150 },
    );
    fc.assert(
      fc.property(many, signs, (labels, covered) => {
        const found = place(labels, covered).map(({ label: { id }, x, y }) => ({ id, x, y }));
        expect(found).toEqual(plainly(labels, covered));
      }),
    );
  });

  test("names outside the view, or wider than what they name, are left out", () => {
    expect(place([label(1, -5, 20), label(2, 20, 500)])).toEqual([]);
    expect(place([label(1, 20, 20, { minZoom: 9.1 })])).toEqual([]);
  });

  test("the zoom at which a text fits a box is that zoom", () => {
    const zoom = zoomToFit(106, 106.5, 80);
    const project = projector({ center: [106.25, 21], zoom }, 800, 600);
    expect(project([106.5, 21])[0] - project([106, 21])[0]).toBeCloseTo(80, 6);
  });
});

describe("the width of a text", () => {
  // Measured in Chromium with the shipped font files at 1000 px.
  test.each([
    ["An Lạc", 400, 3378],
    ["Tây Yên Tử", 400, 5229],
    ["Nghĩa Phương", 400, 6782],
    ["Mỹ Thái", 400, 3816],
    ["Xuân Lương", 600, 5925],
  ] as const)("%s %i", (text, weight, measured) => {
    expect(textWidth(text, 1000, weight) / measured).toBeGreaterThan(0.93);
    expect(textWidth(text, 1000, weight) / measured).toBeLessThan(1.07);
  });

  test("marks add nothing, composed or not", () => {
    expect(textWidth("Biển Động", 11, 400)).toBe(textWidth("Bien Đong", 11, 400));
    expect(textWidth("Biển Động".normalize("NFD"), 11, 400)).toBe(textWidth("Biển Động", 11, 400));
  });
});

describe("names of a scene", () => {
  const names = (selected: string | null) => {
    const scene = buildMapScene(
      sceneInput("physical-progress", {
        selection: selected === null ? null : { type: "commune", id: selected },
      }),
    );
    const view = fitCamera(scene.frame, 746, 730);
    return sceneLabels(scene, projector(view, 746, 730), 746, 730, view.zoom);
  };
  test("all communes of the Programme are named on a map fitted to them", () => {
    const bold = names(null).filter(({ label: { weight } }) => weight === 600);
    expect(bold).toHaveLength(19);
  });
  test("the selected commune is named whatever its size", () => {
    // Đa Mai, a small ward that is otherwise not named.
    expect(names("07228").some(({ label: { text } }) => text === "Đa Mai")).toBe(true);
  });
});
