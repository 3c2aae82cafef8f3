import type { Position } from "geojson";
import { projector } from "@/scene/camera";
import { type PlacedLabel, sceneLabels, textWidth } from "@/scene/labels";
import type { Camera, LabelMark, MapScene } from "@/scene/scene";
import type { Box } from "./frame";

/** How much wider than its commune a name may be: in a small picture names must not hide the colours they stand on. */
const WIDER = 1.3;
/** From the edge of the map to a name, CSS px. */
const EDGE = 3;
/** So often at most the rest is placed anew. */
const ROUNDS = 8;

type Span = readonly [west: number, east: number];

function spanOf(points: readonly Position[]): Span {
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [lon = 0] of points) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  return [west, east];
}

/** West and east of every commune that is drawn. */
function spans(scene: MapScene): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  for (const { marks } of scene.planes)
    for (const mark of marks)
      if (mark.type === "area" && mark.subject?.type === "commune") {
        const { geometry } = mark;
        const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
        found.set(mark.subject.id, spanOf(rings.flat()));
      }
  return found;
}

const without = (scene: MapScene, gone: (label: LabelMark) => boolean): MapScene => ({
  ...scene,
  planes: scene.planes.map((plane) => ({
    ...plane,
    marks: plane.marks.filter((mark) => mark.type !== "label" || !gone(mark)),
  })),
});

const isOver = ({ label, x, y }: PlacedLabel, box: Box): boolean => {
  const half = textWidth(label.text, label.size, label.weight, label.spaced) / 2;
  return (
    x + half > box.x &&
    x - half < box.x + box.width &&
    y + label.size * 0.6 > box.y &&
    y - label.size * 0.6 < box.y + box.height
  );
};

/**
 * A scene with the names that a small picture has room for: none much wider than its commune, none cut by the edge, none under what lies on the map
 * (`covered`). A name of infinite priority stays, whatever it covers.
 */
export function thinLabels(
  scene: MapScene,
  {
    camera,
    width,
    height,
    covered,
  }: {
    readonly camera: Camera;
    readonly width: number;
    readonly height: number;
    readonly covered: readonly Box[];
  },
): MapScene {
  const project = projector(camera, width, height);
  const widths = new Map(
    [...spans(scene)].map(([code, [west, east]]) => [code, project([east, 0])[0] - project([west, 0])[0]]),
  );
  const isKept = (label: LabelMark) => label.priority === Number.POSITIVE_INFINITY;
  let thinned = without(scene, (label) => {
    const room = label.subject?.type === "commune" ? widths.get(label.subject.id) : undefined;
    return (
      !isKept(label) && room !== undefined && textWidth(label.text, label.size, label.weight) > room * WIDER
    );
  });
  // What goes makes room for others, which may then move to where they are cut.
  for (let round = 0; round < ROUNDS; round++) {
    const gone = new Set(
      sceneLabels(thinned, project, width, height, camera.zoom)
        .filter((placed) => {
          const half =
            textWidth(placed.label.text, placed.label.size, placed.label.weight, placed.label.spaced) / 2;
          const isCut =
            placed.x - half < EDGE ||
            placed.x + half > width - EDGE ||
            placed.y - placed.label.size * 0.6 < EDGE ||
            placed.y + placed.label.size * 0.6 > height - EDGE;
          return !isKept(placed.label) && (isCut || covered.some((box) => isOver(placed, box)));
        })
        .map(({ label }) => label.id),
    );
    if (gone.size === 0) break;
    thinned = without(thinned, ({ id }) => gone.has(id));
  }
  return thinned;
}
