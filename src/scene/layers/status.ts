import type { CommuneCode, CommuneStatus } from "@/domain/commune";
import { type Layer, type MapGeometry, sourcesOf } from "../context";
import type { LineMark, Mark, Stroke } from "../scene";

/** Ink over paper: a line of the map, not a selection (accent) and not a value (hue). */
const STROKE: Stroke = {
  color: "ink",
  width: 2.2,
  dash: [9, 3, 2, 3],
  casing: { color: "halo", width: 1.6 },
};

/** The same object for the same communes and shapes: two scenes are compared by their lines, and these are long. */
const known = new WeakMap<
  ReadonlyMap<CommuneCode, CommuneStatus>,
  WeakMap<MapGeometry["borders"], LineMark["parts"]>
>();

/** The outline of a group of communes: borders to communes outside it, and the province's edge along it. */
export const outlineOf = (
  { borders, edges }: Pick<MapGeometry, "borders" | "edges">,
  isInside: (code: CommuneCode) => boolean,
): LineMark["parts"] => [
  ...borders.filter(({ between: [a, b] }) => isInside(a) !== isInside(b)).map(({ line }) => line),
  ...edges.filter(({ commune }) => isInside(commune)).map(({ line }) => line),
];

function partsOf(
  statuses: ReadonlyMap<CommuneCode, CommuneStatus>,
  geometry: MapGeometry,
): LineMark["parts"] {
  const byShape = known.get(statuses) ?? new WeakMap<MapGeometry["borders"], LineMark["parts"]>();
  known.set(statuses, byShape);
  const found = byShape.get(geometry.borders) ?? outlineOf(geometry, (code) => statuses.has(code));
  byShape.set(geometry.borders, found);
  return found;
}

/**
 * The especially difficult communes (the 19) in force on the day, as one outline around the group: nothing but a selection outlines
 * a single commune. The legend states how many and on what basis; without a published list the layer says so and stays off.
 */
export const statusLayer: Layer = {
  id: "status",
  label: "layer.status",
  group: "programme",
  defaultOn: false,
  fixed: false,
  needs: ["commune-statuses"],
  planes: ({ snapshot, geometry }) => {
    const parts = snapshot.statuses.size === 0 ? [] : partsOf(snapshot.statuses, geometry);
    const marks: Mark[] =
      parts.length === 0
        ? []
        : [{ type: "line", id: "status-outline", subject: null, name: null, parts, stroke: STROKE }];
    return [{ id: "status", layer: "status", marks }];
  },
  legend: ({ snapshot, messages }) => {
    const statuses = [...snapshot.statuses.values()];
    if (statuses.length === 0) return { unavailable: messages.scene["none.status"], rows: [], sourceIds: [] };
    const bases = [
      ...new Set(
        statuses.map(({ basis, decisionNo }) => (decisionNo === null ? basis : `${decisionNo}. ${basis}`)),
      ),
    ];
    return {
      unavailable: null,
      rows: [
        {
          label: messages.scene.statusRow,
          count: statuses.length,
          swatch: { type: "line", stroke: STROKE },
        },
        ...bases.map((basis) => ({
          label: messages.scene.statusBasis(basis),
          count: null,
          swatch: { type: "none" as const },
        })),
      ],
      sourceIds: sourcesOf(statuses),
    };
  },
};
