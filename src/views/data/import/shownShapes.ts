import type { Geometry, Position } from "geojson";
import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { importToolMessages } from "@/i18n/messages/importTool";
import type { RowChange } from "@/imports/draft/applyTables";
import { SHAPE_COLUMN } from "@/pack/featureText";
import type { ShownShape } from "./protocol";

/** More would make the page slow and the map black. */
const SHOWN = 4000;
/** Positions are told apart to about 100 m: the small map has 260 m to a pixel. */
const DECIMALS = 3;

/** Where the rows lie that are added or changed. */
export function shownShapes(changes: readonly RowChange[]): readonly ShownShape[] {
  const shapes: ShownShape[] = [];
  for (const { after } of changes) {
    if (after === null || shapes.length >= SHOWN) continue;
    const [lon, lat, shape] = ["lon", "lat", SHAPE_COLUMN].map((column) => after.get(column) ?? "");
    if (shape !== undefined && shape !== "") shapes.push(roughly(JSON.parse(shape) as Geometry));
    else if (lon !== undefined && lon !== "" && lat !== undefined && lat !== "")
      shapes.push({ kind: "point", parts: [[[Number(lon), Number(lat)]]] });
  }
  return shapes;
}

function roughly(geometry: Geometry): ShownShape {
  const parts = partsOf(geometry).map(thinned);
  const kind = geometry.type.endsWith("Polygon") ? "polygon" : "line";
  const large = parts.filter(({ length }) => length > (kind === "polygon" ? 3 : 1));
  const [first] = parts;
  return large.length === 0 ? { kind: "point", parts: [first?.slice(0, 1) ?? []] } : { kind, parts: large };
}

function partsOf(geometry: Geometry): readonly Position[][] {
  switch (geometry.type) {
    case "LineString":
      return [geometry.coordinates];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

function thinned(positions: readonly Position[]): [number, number][] {
  const kept: [number, number][] = [];
  for (const position of positions) {
    const [lon = 0, lat = 0] = position.map((degrees) => Number(degrees.toFixed(DECIMALS)));
    const [lastLon, lastLat] = kept.at(-1) ?? [];
    if (lon !== lastLon || lat !== lastLat) kept.push([lon, lat]);
  }
  return kept;
}

/** A shape as a reader of a list can take it in: how many positions it has. */
export function shapeText(text: string, locale: Locale): string {
  if (text === "") return "";
  const positions = partsOf(JSON.parse(text) as Geometry).reduce((sum, { length }) => sum + length, 0);
  return importToolMessages[locale].shape(formatNumber(locale, positions));
}
