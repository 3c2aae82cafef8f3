import { PLANE_ORDER } from "./layers";
import type { Plane } from "./scene";

/**
 * Planes a reader may move, with the layer they move with. The communes, their lines, the selection and the names stay where
 * they are: a map whose ground covers its marks says nothing.
 */
const MOVABLE: Readonly<Record<string, string>> = {
  relief: "relief",
  status: "status",
  unassessed: "unassessed",
  hazard: "hazard",
  reference: "reference",
  villages: "villages",
  "work-lines": "works",
  events: "events",
  works: "works",
  counts: "works",
};

/** Layers that may change places, from the top down as they lie when nobody has moved them. */
export const MOVABLE_LAYERS: readonly string[] = [
  ...new Set(
    PLANE_ORDER.toReversed().flatMap((plane) =>
      Object.hasOwn(MOVABLE, plane) ? [MOVABLE[plane] ?? ""] : [],
    ),
  ),
];

/** Every movable layer from the top down: those of `order` first, the others below in their usual order. Null: the usual order. */
export function completeOrder(order: readonly string[] | null): readonly string[] {
  if (order === null) return MOVABLE_LAYERS;
  const named = [...new Set(order)].filter((layer) => MOVABLE_LAYERS.includes(layer));
  return [...named, ...MOVABLE_LAYERS.filter((layer) => !named.includes(layer))];
}

/**
 * Planes from the ground up: in the usual order, or with the movable ones dealt anew to the places movable ones hold. Nothing is
 * lost or doubled; the planes of one layer keep their order among themselves.
 */
export function arrangePlanes(planes: readonly Plane[], order: readonly string[] | null): readonly Plane[] {
  const usual = planes.toSorted((a, b) => PLANE_ORDER.indexOf(a.id) - PLANE_ORDER.indexOf(b.id));
  if (order === null) return usual;
  const rank = completeOrder(order);
  const isMovable = ({ id }: Plane) => Object.hasOwn(MOVABLE, id);
  const dealt = usual
    .filter(isMovable)
    .toSorted((a, b) => rank.indexOf(MOVABLE[b.id] ?? "") - rank.indexOf(MOVABLE[a.id] ?? ""));
  let next = 0;
  return usual.map((plane) => (isMovable(plane) ? (dealt[next++] ?? plane) : plane));
}
