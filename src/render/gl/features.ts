import type { FeatureCollection, Geometry } from "geojson";
import * as GeoJSON from "geojson";
import type { LonLat } from "@/domain/units";
import type { PlacedLabel } from "@/scene/labels";
import { workPictureKey } from "@/scene/marks/workPicture";
import { colorHex } from "@/scene/palette";
import { patternKey } from "@/scene/patterns";
import type { AreaMark, Fill, GroundCircleMark, LineMark, Mark, Plane, Stroke, Subject } from "@/scene/scene";

export type Theme = "light" | "dark";

/** Kinds of source a plane may need; one GeoJSON source each. */
export type SourceKind = "areas" | "lines" | "points";

/** Properties of a feature; absent ones are null, because a style expression reads null and undefined alike. */
interface Row {
  readonly shape: Geometry;
  /** Id of the mark, unique within the scene: what an update of properties refers to. */
  readonly mark: string;
  readonly subject: string | null;
  readonly [property: string]: unknown;
}

const EARTH_RADIUS_M = 6_371_008.8;
const CIRCLE_STEPS = 64;

export const subjectText = (subject: Subject | null): string | null =>
  subject === null ? null : `${subject.type}:${subject.id}`;

/** The reverse of `subjectText`; null for anything else. */
export function subjectFromText(text: unknown): Subject | null {
  if (typeof text !== "string") return null;
  const colon = text.indexOf(":");
  const [type, id] = [text.slice(0, colon), text.slice(colon + 1)];
  switch (type) {
    case "work":
    case "village":
    case "zone":
    case "event":
      return { type, id };
    case "commune":
      return { type, id: id as Extract<Subject, { type: "commune" }>["id"] };
    default:
      return null;
  }
}

/** A circle of true size as a polygon: great-circle destinations, lon lat. */
export function groundCircle([lon, lat]: LonLat, radiusM: number): Geometry {
  const angle = radiusM / EARTH_RADIUS_M;
  const phi = (lat * Math.PI) / 180;
  const points = Array.from({ length: CIRCLE_STEPS }, (_, step) => {
    const bearing = (-2 * Math.PI * step) / CIRCLE_STEPS;
    const south = Math.asin(
      Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing),
    );
    const east = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
      Math.cos(angle) - Math.sin(phi) * Math.sin(south),
    );
    return [lon + (east * 180) / Math.PI, (south * 180) / Math.PI];
  });
  return { type: "Polygon", coordinates: [[...points, points[0] ?? []]] };
}

/** Dash arrays are a layer's, not a feature's, and are counted in line widths: dashed strokes of one width share a layer. */
export const dashKey = (stroke: Stroke): string =>
  stroke.dash === undefined ? "solid" : `${stroke.dash.join("-")}x${stroke.width}`;

const strokeProperties = (stroke: Stroke | null, theme: Theme) => ({
  stroke: stroke === null ? null : colorHex(stroke.color, theme),
  width: stroke?.width ?? 0,
  dash: stroke === null ? null : dashKey(stroke),
  casing: stroke?.casing === undefined ? null : colorHex(stroke.casing.color, theme),
  casingWidth: stroke?.casing === undefined ? 0 : stroke.width + 2 * stroke.casing.width,
});

function fillProperties(fill: Fill | null, theme: Theme) {
  if (fill === null) return { color: null, opacity: 0, pattern: null };
  if ("pattern" in fill) return { color: null, opacity: 1, pattern: patternKey(fill) };
  return { color: colorHex(fill.color, theme), opacity: fill.opacity ?? 1, pattern: null };
}

const areaRow = (mark: AreaMark, theme: Theme): Row => ({
  shape: mark.geometry,
  mark: mark.id,
  subject: subjectText(mark.subject),
  ...fillProperties(mark.fill, theme),
  ...strokeProperties(mark.stroke, theme),
});

/** The same object for the same line: two scenes are compared by their shapes, and those of 240 borders are long. */
const knownLines = new WeakMap<LineMark["parts"], Geometry>();

function lineShape({ parts }: LineMark): Geometry {
  const shape: Geometry = knownLines.get(parts) ?? {
    type: "MultiLineString",
    coordinates: parts.map((part) => part.map(([lon, lat]) => [lon, lat])),
  };
  knownLines.set(parts, shape);
  return shape;
}

const lineRow = (mark: LineMark | GroundCircleMark, theme: Theme): Row => ({
  shape: mark.type === "line" ? lineShape(mark) : groundCircle(mark.center, mark.radiusM),
  mark: mark.id,
  subject: subjectText(mark.subject),
  ...strokeProperties(mark.stroke, theme),
});

const point = ([lon, lat]: LonLat): Geometry => ({ type: "Point", coordinates: [lon, lat] });

function pointRows(mark: Mark, theme: Theme): Row[] {
  const named = { mark: mark.id, subject: subjectText(mark.subject) };
  switch (mark.type) {
    case "work":
      return [
        {
          shape: point(mark.point),
          ...named,
          kind: "work",
          iconDot: workPictureKey(mark, "dot"),
          iconS: workPictureKey(mark, "S"),
          iconM: workPictureKey(mark, "M"),
        },
      ];
    case "event":
      return [{ shape: point(mark.point), ...named, kind: "event", icon: `event-${mark.eventType}` }];
    case "count":
      return [{ shape: point(mark.point), ...named, kind: "count", text: mark.text }];
    case "dot":
      return [
        {
          shape: point(mark.point),
          ...named,
          kind: "dot",
          radius: mark.radius,
          color: colorHex(mark.fill, theme),
          stroke: mark.stroke === null ? "transparent" : colorHex(mark.stroke.color, theme),
          width: mark.stroke?.width ?? 0,
        },
      ];
    default:
      return [];
  }
}

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

const collect = (rows: readonly Row[]): FeatureCollection =>
  rows.length === 0 ? EMPTY : GeoJSON.parse(rows, { GeoJSON: "shape" });

const known = new WeakMap<Plane["marks"], Map<string, FeatureCollection>>();

/** The features of a plane for one kind of source: the same object for the same marks, so that two scenes are soon compared. */
export function planeFeatures({ marks }: Plane, kind: SourceKind, theme: Theme): FeatureCollection {
  const ofMarks = known.get(marks) ?? new Map<string, FeatureCollection>();
  known.set(marks, ofMarks);
  const key = `${kind} ${theme}`;
  const features = ofMarks.get(key) ?? newFeatures(marks, kind, theme);
  ofMarks.set(key, features);
  return features;
}

function newFeatures(marks: Plane["marks"], kind: SourceKind, theme: Theme): FeatureCollection {
  switch (kind) {
    case "areas":
      return collect(marks.flatMap((mark) => (mark.type === "area" ? [areaRow(mark, theme)] : [])));
    case "lines":
      return collect(
        marks.flatMap((mark) =>
          mark.type === "line" || mark.type === "ground-circle" ? [lineRow(mark, theme)] : [],
        ),
      );
    case "points":
      return collect(marks.flatMap((mark) => pointRows(mark, theme)));
  }
}

/** MapLibre sets a line of text this much lower than the drawing does, in ems. */
const BASELINE = 0.06;

/** Names as placed for a camera: the offset from the point keeps them where the SVG map has them. */
export const labelFeatures = (
  placed: readonly PlacedLabel[],
  project: (point: LonLat) => readonly [number, number],
  theme: Theme,
): FeatureCollection =>
  collect(
    placed.map(({ label, x, y }) => {
      const [px, py] = project(label.point);
      return {
        shape: point(label.point),
        mark: label.id,
        subject: null,
        text: label.text,
        size: label.size,
        bold: label.weight >= 600,
        color: colorHex(label.color, theme),
        halo: colorHex(label.halo, theme),
        spaced: label.spaced,
        offset: [(x - px) / label.size, (y - py) / label.size - BASELINE],
      };
    }),
  );

/** Which kinds of source a plane needs; labels have a source of their own. */
export function kindsOf({ marks }: Plane): readonly SourceKind[] {
  const has = (...types: Mark["type"][]) => marks.some((mark) => types.includes(mark.type));
  return [
    ...(has("area") ? (["areas"] as const) : []),
    ...(has("line", "ground-circle") ? (["lines"] as const) : []),
    ...(has("work", "event", "count", "dot") ? (["points"] as const) : []),
  ];
}
