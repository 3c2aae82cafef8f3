import { bboxClip, booleanPointInPolygon, feature, featureCollection, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { CommuneCode } from "@/domain/commune";
import { type HazardShare, HIGH_HAZARD } from "@/domain/hazard";
import type { BBox, LonLat } from "@/domain/units";
import type { Village } from "@/domain/village";
import type { Work } from "@/domain/work";
import type { Snapshot } from "./snapshot";

/**
 * Whether a thing lies in ground of high or very high landslide susceptibility. A place is a region: a disc around a point, a line
 * with its error, or whole communes. "Yes" holds wherever in the region the thing is, "no" likewise, and only on assessed
 * ground; everything else cannot be told. Learning less of a place never turns "unknown" into an answer.
 */
export interface HazardAnswer {
  readonly answer: "yes" | "no" | "unknown";
  readonly reason: HazardReason;
}

/**
 * yes: `inside` all of it, `partly` a line (or a work in several communes) of which some part certainly is.
 * no: `outside`, on assessed ground. unknown: `place-is-a-region` that zones cover in part; `unassessed` ground, also where
 * there is no hazard map at all; `unknown-place`.
 */
export type HazardReason =
  | "inside"
  | "partly"
  | "outside"
  | "place-is-a-region"
  | "unassessed"
  | "unknown-place";

/** What is known of where a thing is. */
export type Place = Pick<Work, "locationClass" | "point" | "accuracyM" | "line" | "communeCodes">;

/** Hazard as known on a day. */
export type HazardGround = Pick<Snapshot, "hazardZones" | "hazardAssessed" | "hazardShares">;

/** Where a village is: its circle, or its commune when no point or no error is stated. */
export const placeOfVillage = ({ point, accuracyM, communeCode }: Village): Place => ({
  locationClass: "village",
  point,
  accuracyM,
  line: null,
  communeCodes: [communeCode],
});

/** A position called exact without a stated error, metres: twice the error of a hand-held receiver. */
const UNSTATED_ERROR_M = 30;

type Area = Polygon | MultiPolygon;
type Relation = "inside" | "crosses" | "straddles" | "disjoint";

const YES_INSIDE: HazardAnswer = { answer: "yes", reason: "inside" };
const YES_PARTLY: HazardAnswer = { answer: "yes", reason: "partly" };
const NO: HazardAnswer = { answer: "no", reason: "outside" };
const REGION: HazardAnswer = { answer: "unknown", reason: "place-is-a-region" };
const UNASSESSED: HazardAnswer = { answer: "unknown", reason: "unassessed" };
const UNKNOWN_PLACE: HazardAnswer = { answer: "unknown", reason: "unknown-place" };

const METRES_PER_DEGREE = 111_195;

/** Flat metres around a latitude: within the province its error is far below any error a place is stated with. */
const flatten =
  (latitude: number) =>
  ([lon = 0, lat = 0]: readonly number[]): readonly [x: number, y: number] => [
    lon * METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180),
    lat * METRES_PER_DEGREE,
  ];
type Flat = ReturnType<ReturnType<typeof flatten>>;
type Stretch = readonly [from: Flat, to: Flat];

function distanceToPoint([[ax, ay], [bx, by]]: Stretch, [x, y]: Flat): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const turn = ([ax, ay]: Flat, [bx, by]: Flat, [cx, cy]: Flat): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

function distanceBetween(a: Stretch, b: Stretch): number {
  const cross = turn(...a, b[0]) * turn(...a, b[1]) < 0 && turn(...b, a[0]) * turn(...b, a[1]) < 0;
  return cross
    ? 0
    : Math.min(
        distanceToPoint(a, b[0]),
        distanceToPoint(a, b[1]),
        distanceToPoint(b, a[0]),
        distanceToPoint(b, a[1]),
      );
}

const stretchesOf = (points: readonly Flat[]): Stretch[] =>
  points.flatMap((point, index) => {
    const next = points[index + 1];
    return next === undefined ? [] : [[point, next] as const];
  });

const ringsOf = ({ type, coordinates }: Area): readonly (readonly (readonly number[])[])[] =>
  type === "Polygon" ? coordinates : coordinates.flat();

/** Box around points, wider by metres on every side. */
function boxAround(points: readonly LonLat[], metres: number): BBox {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  const latitude = Math.max(...lats.map(Math.abs));
  const [dx, dy] = [
    metres / METRES_PER_DEGREE / Math.cos((latitude * Math.PI) / 180),
    metres / METRES_PER_DEGREE,
  ];
  return [Math.min(...lons) - dx, Math.min(...lats) - dy, Math.max(...lons) + dx, Math.max(...lats) + dy];
}

/**
 * The ground near a region as one piece: polygons that meet are joined, so that their common edge is no edge. Cut to the box
 * first, because joining long rings is slow; the box is wider than the region, so its sides are never taken for an edge.
 */
function groundIn(box: BBox, grounds: readonly Area[]): Feature<Area> | null {
  const near = grounds.flatMap((geometry) => {
    const cut = bboxClip(feature(geometry), [...box]) as Feature<Area>;
    return ringsOf(cut.geometry).some((ring) => ring.length >= 4) ? [cut] : [];
  });
  const [first] = near;
  return first === undefined || near.length === 1 ? (first ?? null) : union(featureCollection(near));
}

/** Metres kept around a region when ground is cut to it. */
const MARGIN_M = 100;
/** Distance between the points at which a line is asked how deep in the ground it is. */
const SAMPLE_M = 25;

/**
 * How a line (or a single point), known to `errorM` metres, lies to ground. `inside`, `disjoint`: all of it, wherever it is within its
 * error. `crosses`: some part certainly inside. `straddles`: cannot be told.
 */
function relationTo(
  parts: readonly (readonly LonLat[])[],
  errorM: number,
  grounds: readonly Area[],
): Relation {
  const points = parts.flat();
  const ground = groundIn(boxAround(points, errorM + MARGIN_M), grounds);
  if (ground === null) return "disjoint";
  const flat = flatten(points[0]?.[1] ?? 0);
  const edges = ringsOf(ground.geometry).flatMap((ring) => stretchesOf(ring.map(flat)));
  const isIn = (point: LonLat) => booleanPointInPolygon([...point], ground);

  const stretches = parts.flatMap((part): readonly Stretch[] => {
    const [only] = part;
    return part.length === 1 && only !== undefined ? [[flat(only), flat(only)]] : stretchesOf(part.map(flat));
  });
  const isNearEdge = stretches.some((stretch) =>
    edges.some((edge) => distanceBetween(stretch, edge) < errorM),
  );
  const ins = parts.map((part) => part.every(isIn));
  const outs = parts.map((part) => !part.some(isIn));
  const isCut = stretches.some((stretch) => edges.some((edge) => distanceBetween(stretch, edge) === 0));
  if (!isNearEdge && ins.every(Boolean)) return "inside";
  if (!isNearEdge && !isCut && outs.every(Boolean)) return "disjoint";
  if (points.length === 1) return "straddles";

  // Some point of the line may still be so deep inside that no error takes it out.
  const isDeep = (point: LonLat) =>
    isIn(point) && edges.every((edge) => distanceToPoint(edge, flat(point)) >= errorM);
  return parts.some((part) => samples(part, flat).some(isDeep)) ? "crosses" : "straddles";
}

/** Points along a line, its vertices among them. */
function samples(line: readonly LonLat[], flat: (point: LonLat) => Flat): readonly LonLat[] {
  return line.flatMap((from, index) => {
    const to = line[index + 1];
    if (to === undefined) return [from];
    const [[ax, ay], [bx, by]] = [flat(from), flat(to)];
    const count = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / SAMPLE_M));
    return Array.from({ length: count }, (_, step): LonLat => {
      const share = step / count;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    });
  });
}

/** Ground as polygons, prepared once for many places. */
interface PreparedGround {
  readonly high: readonly Area[];
  /** Assessed areas and every zone: a zone is assessed ground by being one. */
  readonly assessed: readonly Area[];
  readonly shares: ReadonlyMap<CommuneCode, HazardShare>;
}

const prepare = ({ hazardZones, hazardAssessed, hazardShares }: HazardGround): PreparedGround => ({
  high: hazardZones
    .filter(({ hazardClass }) => HIGH_HAZARD.includes(hazardClass))
    .map(({ geometry }) => geometry),
  assessed: [...hazardAssessed, ...hazardZones].map(({ geometry }) => geometry),
  shares: hazardShares,
});

function answerAlong(
  parts: readonly (readonly LonLat[])[],
  errorM: number,
  ground: PreparedGround,
): HazardAnswer {
  const high = relationTo(parts, errorM, ground.high);
  if (high === "inside") return YES_INSIDE;
  if (high === "crosses") return YES_PARTLY;
  if (high === "straddles") return REGION;
  return relationTo(parts, errorM, ground.assessed) === "inside" ? NO : UNASSESSED;
}

/** Percent by which rounded shares of the artifact may miss 0 or 100. */
const SHARE_ERROR = 0.001;

/** Somewhere in a commune: told from its area shares, which the data build measures on the fine boundaries. */
function answerInCommune(code: CommuneCode, { shares }: PreparedGround): HazardAnswer {
  const share = shares.get(code);
  if (share === undefined) return UNASSESSED;
  const high = share.high + share.veryHigh;
  if (high >= 100 - SHARE_ERROR) return YES_INSIDE;
  if (high > 0) return REGION;
  return share.unassessed <= SHARE_ERROR ? NO : UNASSESSED;
}

function answerInCommunes(
  codes: readonly CommuneCode[],
  isInEach: boolean,
  ground: PreparedGround,
): HazardAnswer {
  const answers = codes.map((code) => answerInCommune(code, ground));
  const [first] = answers;
  if (first === undefined) return UNKNOWN_PLACE;
  if (answers.every(({ answer }) => answer === first.answer) && first.answer !== "unknown") return first;
  if (isInEach && answers.some(({ answer }) => answer === "yes")) return YES_PARTLY;
  return answers.every(({ reason }) => reason === "unassessed") ? UNASSESSED : REGION;
}

function answerFor(
  { locationClass, point, accuracyM, line, communeCodes }: Place,
  ground: PreparedGround,
): HazardAnswer {
  switch (locationClass) {
    case "unknown":
      return UNKNOWN_PLACE;
    case "exact":
      if (point !== null) return answerAlong([[point]], accuracyM ?? UNSTATED_ERROR_M, ground);
      break;
    case "village":
      if (point !== null && accuracyM !== null) return answerAlong([[point]], accuracyM, ground);
      break;
    case "line":
      if (line !== null && line.flat().length > 0)
        return answerAlong(line, accuracyM ?? UNSTATED_ERROR_M, ground);
      break;
    case "several": {
      // A line given for such a work may be a part of it: what it shows is certain, what it does not show is not.
      const shown =
        line === null || line.flat().length === 0
          ? null
          : answerAlong(line, accuracyM ?? UNSTATED_ERROR_M, ground);
      return shown?.answer === "yes" ? YES_PARTLY : answerInCommunes(communeCodes, true, ground);
    }
    case "commune":
      break;
  }
  return answerInCommunes(communeCodes, false, ground);
}

/** The answer for one place on the ground known on a day. */
export const hazardAnswer = (place: Place, ground: HazardGround): HazardAnswer =>
  answerFor(place, prepare(ground));

/** The answer for every work of a snapshot, by work id. */
export function hazardAnswers(snapshot: Snapshot): ReadonlyMap<string, HazardAnswer> {
  const ground = prepare(snapshot);
  return new Map(snapshot.allWorks.map(({ work }) => [work.workId, answerFor(work, ground)]));
}
