import type { Layer } from "../context";
import { communesLayer } from "./communes";
import { eventsLayer } from "./events";
import { hazardLayer } from "./hazard";
import { labelsLayer } from "./labels";
import { referenceLayer } from "./reference";
import { reliefLayer } from "./relief";
import { statusLayer } from "./status";
import { unassessedLayer } from "./unassessed";
import { villagesLayer } from "./villages";
import { worksLayer } from "./works";

/** Every layer, in the order of the list on screen. */
export const LAYERS: readonly Layer[] = [
  communesLayer,
  statusLayer,
  worksLayer,
  hazardLayer,
  unassessedLayer,
  eventsLayer,
  villagesLayer,
  labelsLayer,
  reliefLayer,
  referenceLayer,
];

/** Planes from the ground up; a layer may own planes at several heights. */
export const PLANE_ORDER: readonly string[] = [
  "surroundings",
  "communes",
  "relief",
  "status",
  "unassessed",
  "hazard",
  "commune-lines",
  "reference",
  "province",
  "selection",
  "villages",
  "work-lines",
  "events",
  "works",
  "counts",
  "labels",
];

/** Ids of the layers that are on when nobody has chosen. */
export const DEFAULT_LAYERS: readonly string[] = LAYERS.filter(
  ({ defaultOn, fixed }) => defaultOn && !fixed,
).map(({ id }) => id);
