import { expect, test } from "vitest";
import { fitCamera, projector } from "@/scene/camera";
import { sceneLabels, textWidth } from "@/scene/labels";
import type { AreaMark, LabelMark, MapScene, Mark } from "@/scene/scene";
import { thinLabels } from "../../../../scripts/prerender/images/thinLabels";

const SIZE = { width: 300, height: 200 };
const camera = fitCamera([106, 21, 107, 21.6], SIZE.width, SIZE.height);
const project = projector(camera, SIZE.width, SIZE.height);
const label = (
  id: string,
  text: string,
  point: readonly [number, number],
  rest: Partial<LabelMark> = {},
): LabelMark => ({
  type: "label",
  id,
  subject: { type: "commune", id: id as never },
  name: null,
  point,
  text,
  size: 11,
  weight: 400,
  color: "ink",
  halo: "halo",
  priority: 1,
  spaced: false,
  minZoom: 0,
  ...rest,
});
const area = (id: string, west: number, east: number): AreaMark => ({
  type: "area",
  id: `a-${id}`,
  subject: { type: "commune", id: id as never },
  name: null,
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, 21.2],
        [east, 21.2],
        [east, 21.3],
        [west, 21.3],
        [west, 21.2],
      ],
    ],
  },
  fill: null,
  stroke: null,
});
const sceneOf = (marks: readonly Mark[]) =>
  ({ planes: [{ id: "p", layer: "p", marks }] }) as unknown as MapScene;
const kept = (
  marks: readonly Mark[],
  covered: readonly { x: number; y: number; width: number; height: number }[] = [],
) =>
  thinLabels(sceneOf(marks), { camera, ...SIZE, covered })
    .planes.flatMap((plane) => plane.marks)
    .flatMap((mark) => (mark.type === "label" ? [mark.id] : []));

test("a name much wider than its commune goes, one that nearly fits stays, areas are not touched", () => {
  const room = project([106.5, 21])[0] - project([106.4, 21])[0];
  const text = "Lục Sơn";
  const share = textWidth(text, 11, 400) / room;
  const wide = area("w", 106.4, 106.4 + 0.1 * share * 0.9);
  const narrow = area("n", 106.4, 106.4 + 0.1 * share * 0.5);
  expect(kept([wide, label("w", text, [106.5, 21.25])])).toEqual(["w"]);
  expect(kept([narrow, label("n", text, [106.5, 21.25])])).toEqual([]);
  expect(thinLabels(sceneOf([narrow]), { camera, ...SIZE, covered: [] }).planes[0]!.marks).toEqual([narrow]);
});

test("a name cut by any edge goes", () => {
  const corners: readonly (readonly [number, number])[] = [
    [2, 100],
    [298, 100],
    [150, 1],
    [150, 199],
  ];
  const world = corners.map(([x, y]): readonly [number, number] => {
    const [w, n] = project([106, 21.6]);
    const [e, s] = project([107, 21]);
    return [106 + (x - w) / (e - w), 21.6 - (0.6 * (y - n)) / (s - n)];
  });
  const marks = world.map((point, index) => label(`${index}`, "QUẢNG NINH", point, { subject: null }));
  expect(kept(marks)).toEqual([]);
});

test("a name under what lies on the map goes, also one that moved there when another went", () => {
  const place: readonly [number, number] = [106.5, 21.3];
  const [x, y] = project(place);
  const covered = [{ x: x - 5, y: y - 3, width: 10, height: 6 }];
  expect(kept([label("a", "Chũ", place)], covered)).toEqual([]);
  expect(kept([label("a", "Chũ", place)])).toEqual(["a"]);
  const rest = kept([label("a", "Chũ", place, { priority: 2 }), label("b", "Kép", place)], covered);
  const labels = sceneLabels(
    sceneOf(
      [label("a", "Chũ", place, { priority: 2 }), label("b", "Kép", place)].filter(({ id }) =>
        rest.includes(id),
      ),
    ),
    project,
    SIZE.width,
    SIZE.height,
    camera.zoom,
  );
  for (const { y: at } of labels) expect(Math.abs(at - y)).toBeGreaterThan(6);
});

test("the selected name stays whatever it covers", () => {
  const place: readonly [number, number] = [106.5, 21.3];
  const [x, y] = project(place);
  const chosen = label("a", "Chũ", place, { priority: Number.POSITIVE_INFINITY });
  expect(kept([area("a", 106.5, 106.501), chosen], [{ x: x - 9, y: y - 9, width: 18, height: 18 }])).toEqual([
    "a",
  ]);
});
