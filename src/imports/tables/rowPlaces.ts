import { coordinateFault, type Frame } from "@/pack/frame";
import { tidy } from "@/pack/geojson";
import { readNumber } from "../cells/number";
import { type Crs, KNOWN_CRS, toLonLat } from "../layers/projection";
import { mendGeometry } from "../mendGeometry";
import { eachPosition, mapPositions } from "../positions";
import type { LayerKind, Sheet, SheetLayer } from "../sheet";
import type { UploadedGeometry } from "../uploadedLayer";
import { type GivenRecord, placeOf } from "./dataRows";
import type { ImportProblems } from "./importProblem";
import { type HeadingMatch, takesShapes } from "./matchHeadings";

const positionsOf = (geometry: UploadedGeometry): readonly (readonly [number, number])[] => {
  const positions: [number, number][] = [];
  eachPosition(geometry, (x, y) => positions.push([x, y]));
  return positions;
};

/** Where a row lies, as a pack holds it: degrees, or the shape as GeoJSON text; "" where it has none of that kind. */
export interface RowPlace {
  readonly lon: string;
  readonly lat: string;
  readonly shape: string;
}

const NOWHERE: RowPlace = { lon: "", lat: "", shape: "" };
const DECIMALS = 6;
/** No degree is as large. */
const METRES = 1000;

const isInMetres = (value: number): boolean => Math.abs(value) > METRES;

/**
 * Where the rows lie when that takes more than reading two cells: the shapes of a layer, or coordinates in metres, both in the reference
 * system the person or the file named. Null: the cells say it themselves.
 * @param crs null: nobody has said it yet, and nothing is guessed – 224 m, or 155 km, are between the systems of the province
 */
export function placesOfRows(
  sheet: Sheet,
  match: HeadingMatch,
  records: readonly GivenRecord[],
  crs: Crs | null,
  frame: Frame | null,
  numberIn: (column: string, record: GivenRecord) => number | null,
  problems: ImportProblems,
): ReadonlyMap<number, RowPlace> | null {
  if (sheet.layer !== null)
    return takesShapes(match.form, sheet)
      ? placesOfShapes(sheet, sheet.layer, match, records, crs, frame, problems)
      : notTaken(sheet, match, records, problems);
  return placesInMetres(sheet, match, records, crs, frame, numberIn, problems);
}

/** A table that has no place for such shapes keeps the fields and says so. */
function notTaken(
  sheet: Sheet,
  match: HeadingMatch,
  records: readonly GivenRecord[],
  problems: ImportProblems,
): ReadonlyMap<number, RowPlace> {
  problems.add("geometry-unused", placeOf(sheet, match, match.last, null), sheet.layer?.kind ?? null);
  return new Map(records.map(({ row }) => [row, NOWHERE]));
}

/** The first column of numbers is called longitude or X, but in VN-2000 X is the northing: in this province the northing is always larger. */
const eastingFirst = (one: number, other: number): [number, number] =>
  one > other ? [other, one] : [one, other];

function placesInMetres(
  sheet: Sheet,
  match: HeadingMatch,
  records: readonly GivenRecord[],
  crs: Crs | null,
  frame: Frame | null,
  numberIn: (column: string, record: GivenRecord) => number | null,
  problems: ImportProblems,
): ReadonlyMap<number, RowPlace> | null {
  const columnOf = (type: "longitude" | "latitude") =>
    match.form.columns.find((column) => column.type === type)?.column ?? null;
  const [x, y] = [columnOf("longitude"), columnOf("latitude")];
  if (x === null || y === null) return null;
  const given = records.flatMap((record): [number, number, number][] => {
    const [one, other] = [numberIn(x, record), numberIn(y, record)];
    return one !== null && other !== null && isInMetres(one) && isInMetres(other)
      ? [[record.row, one, other]]
      : [];
  });
  if (given.length === 0) return null;
  const at = (row: number | null) => placeOf(sheet, match, row, x);
  if (crs === null || crs === "EPSG:4326") {
    problems.add("crs-unknown", at(match.last), null, { systems: KNOWN_CRS.join(", ") });
    return new Map(given.map(([row]) => [row, NOWHERE]));
  }
  const turned = given.find(([, one, other]) => one > other);
  if (turned !== undefined) problems.add("axes-turned", at(match.last), null, { row: turned[0] });
  const convert = toLonLat(crs);
  const places = new Map<number, RowPlace>();
  const looked = elsewhere(crs, frame);
  for (const [row, one, other] of given) {
    const position = eastingFirst(one, other);
    const [lon, lat] = convert(position);
    const instead = looked(position, [lon, lat]);
    if (instead !== null) problems.add("crs-elsewhere", at(row), position.join(" "), { crs, other: instead });
    places.set(row, { lon: degrees(lon), lat: degrees(lat), shape: "" });
  }
  return places;
}

const degrees = (value: number): string => String(Number(value.toFixed(DECIMALS)));

/** The system in which a position outside the province would lie inside it; null: it is inside, or in none. */
function elsewhere(crs: Crs, frame: Frame | null) {
  const others = KNOWN_CRS.filter((each) => each !== crs).map((each) => [each, toLonLat(each)] as const);
  return (position: readonly number[], lonLat: readonly number[]): Crs | null => {
    if (frame === null || coordinateFault(lonLat, frame) === null) return null;
    return others.find(([, convert]) => coordinateFault(convert(position), frame) === null)?.[0] ?? null;
  };
}

/** What a person has to know to say in which system the coordinates of a sheet are. */
export interface SheetCoordinates {
  /** The system as the file names it; null: it names none. */
  readonly said: string | null;
  /** Every system that can be chosen, and whether the first position of the sheet would lie in the province by it. */
  readonly systems: readonly { readonly crs: Crs; readonly isInside: boolean }[];
}

/** Null: the sheet has no shapes, and no coordinates in metres, so that nothing is to be chosen. */
export function coordinatesOf(
  sheet: Sheet,
  match: HeadingMatch | null,
  frame: Frame | null,
): SheetCoordinates | null {
  const position = sheet.layer === null ? firstInMetres(sheet, match) : firstOf(sheet.layer);
  if (position === null || (sheet.layer !== null && match !== null && !takesShapes(match.form, sheet)))
    return null;
  const isInside = (crs: Crs) => frame !== null && coordinateFault(toLonLat(crs)(position), frame) === null;
  return {
    said: sheet.layer?.said ?? null,
    systems: KNOWN_CRS.map((crs) => ({ crs, isInside: isInside(crs) })),
  };
}

function firstOf({ geometries }: SheetLayer): readonly number[] | null {
  const [first] = geometries.values();
  return first === undefined ? null : (positionsOf(first)[0] ?? null);
}

function firstInMetres(sheet: Sheet, match: HeadingMatch | null): readonly number[] | null {
  const placeOfType = (type: "longitude" | "latitude") => {
    const column = match?.form.columns.find((each) => each.type === type)?.column;
    return column === undefined ? -1 : (match?.columns.findIndex((each) => each.column === column) ?? -1);
  };
  const [x, y] = [placeOfType("longitude"), placeOfType("latitude")];
  if (match === null || x < 0 || y < 0) return null;
  for (const cells of sheet.rows.slice(match.last)) {
    const [one, other] = [x, y].map((place) => readNumber(cells[place] ?? null, null));
    if (
      one?.kind === "number" &&
      other?.kind === "number" &&
      isInMetres(one.value) &&
      isInMetres(other.value)
    )
      return eastingFirst(one.value, other.value);
  }
  return null;
}

const FAULTS = {
  "empty-geometry": "geometry-short",
  "line-too-short": "geometry-short",
  "ring-too-short": "geometry-short",
  "not-a-number": "geometry-numbers",
  "missing-coordinate": "geometry-numbers",
  "wrong-nesting": "geometry-numbers",
} as const;
const faultCode = (code: string) =>
  code in FAULTS ? FAULTS[code as keyof typeof FAULTS] : ("geometry-type" as const);

function placesOfShapes(
  sheet: Sheet,
  layer: SheetLayer,
  match: HeadingMatch,
  records: readonly GivenRecord[],
  crs: Crs | null,
  frame: Frame | null,
  problems: ImportProblems,
): ReadonlyMap<number, RowPlace> {
  const at = (row: number | null) => placeOf(sheet, match, row, null);
  if (crs === null) {
    problems.add("crs-unknown", at(match.last), layer.said, { systems: KNOWN_CRS.join(", ") });
    return new Map(records.map(({ row }) => [row, NOWHERE]));
  }
  const convert = toLonLat(crs);
  const looked = elsewhere(crs, frame);
  let closed = 0;
  const places = new Map(records.map(({ row }): [number, RowPlace] => [row, placeOfShape(row) ?? NOWHERE]));
  if (closed > 0) problems.add("rings-closed", at(match.last), null, { rings: closed });
  return places;

  function placeOfShape(row: number): RowPlace | null {
    const fault = layer.faults.get(row);
    if (fault !== undefined) {
      problems.add(faultCode(fault.code), at(row), fault.value);
      return null;
    }
    const given = layer.geometries.get(row);
    if (given === undefined) {
      // A point may be unknown; a line or an area without its shape is nothing.
      if (layer.kind !== "point") problems.add("geometry-missing", at(row));
      return null;
    }
    const placed = mapPositions(given, convert);
    // Numbers no place of the system has come out as none.
    if (!positionsOf(placed).flat().every(Number.isFinite)) {
      problems.add("geometry-numbers", at(row), positionsOf(given)[0]?.join(" ") ?? null);
      return null;
    }
    const mended = mendGeometry(placed);
    if (mended.geometry === null) {
      problems.add(faultCode(mended.code), at(row), String(mended.positions));
      return null;
    }
    closed += mended.mending.unclosed;
    const [position] = positionsOf(given);
    const [lonLat] = positionsOf(mended.geometry);
    if (position !== undefined && lonLat !== undefined && crs !== null) {
      const instead = looked(position, lonLat);
      if (instead !== null)
        problems.add("crs-elsewhere", at(row), position.join(" "), { crs, other: instead });
    }
    return written(layer.kind, mended.geometry) ?? several(row, mended.geometry);
  }

  function several(row: number, geometry: UploadedGeometry): null {
    problems.add("geometry-type", at(row), geometry.type);
    return null;
  }
}

/** Null: several points, of which nobody knows which is meant. */
function written(kind: LayerKind, geometry: UploadedGeometry): RowPlace | null {
  if (kind !== "point") return { lon: "", lat: "", shape: JSON.stringify(tidy(geometry)) };
  const positions = positionsOf(geometry);
  const [position] = positions;
  if (position === undefined || positions.length > 1) return null;
  const [lon = Number.NaN, lat = Number.NaN] = position;
  return { lon: degrees(lon), lat: degrees(lat), shape: "" };
}
