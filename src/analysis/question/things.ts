import type { MultiPolygon, Polygon } from "geojson";
import type { CommuneCode } from "@/domain/commune";
import type { SubjectSet } from "@/domain/question";
import type { LonLat } from "@/domain/units";
import type { Sector } from "@/domain/work";
import type { Snapshot } from "../snapshot";
import { toPlane } from "../spatial/plane";
import type { Region } from "../spatial/region";
import { type PlaneShape, shapeOf, shapesOf } from "../spatial/shape";

/** A subject or target of a question with what is known of its place. */
export interface Thing {
  readonly set: SubjectSet;
  /** Unique within its set; for a place with households to move the number of its row. */
  readonly id: string;
  /** Communes the register says it lies in; empty: not stated. */
  readonly communeCodes: readonly CommuneCode[];
  readonly region: Region;
  /** Works only. */
  readonly sector: Sector | null;
}

export type CommuneGeometry = ReadonlyMap<CommuneCode, Polygon | MultiPolygon>;

/** A position called exact without a stated error, metres: twice the error of a hand-held receiver. */
const UNSTATED_ERROR_M = 30;

const UNKNOWN: Region = { type: "unknown" };

const areaShapes = new WeakMap<Polygon | MultiPolygon, PlaneShape>();
/** A commune's or zone's ground on the plane, worked out once a geometry. */
export function areaShape(geometry: Polygon | MultiPolygon): PlaneShape {
  const known = areaShapes.get(geometry);
  if (known !== undefined) return known;
  const shape = shapesOf(geometry)[0] ?? shapeOf("areas", []);
  areaShapes.set(geometry, shape);
  return shape;
}

const pointRegion = (point: LonLat, errorM: number): Region => ({
  type: "point",
  shape: shapeOf("points", [[toPlane(point)]]),
  errorM,
});

const lineRegion = (line: readonly (readonly LonLat[])[], errorM: number): Region => ({
  type: "line",
  shape: shapeOf(
    "lines",
    line.map((part) => part.map(toPlane)),
  ),
  errorM,
});

/** Somewhere in communes: in one, or with a part in each. A commune without boundaries leaves the place unknown. */
function inCommunes(codes: readonly CommuneCode[], communes: CommuneGeometry, known: Region | null): Region {
  const shapes = codes.flatMap((code) => {
    const geometry = communes.get(code);
    return geometry === undefined ? [] : [areaShape(geometry)];
  });
  const [first] = shapes;
  // Its course tells of one part; where the others lie nobody can say without the boundaries.
  if (first === undefined || shapes.length < codes.length) return UNKNOWN;
  return shapes.length === 1 && known === null
    ? { type: "somewhere", shape: first }
    : { type: "parts", shapes, known };
}

/** What the register knows of a work's place. A line of a work in several communes may be only a part of it. */
export function regionOfWork(
  { locationClass, point, accuracyM, line, communeCodes }: Snapshot["allWorks"][number]["work"],
  communes: CommuneGeometry,
): Region {
  const drawn =
    line === null || line.flat().length === 0 ? null : lineRegion(line, accuracyM ?? UNSTATED_ERROR_M);
  switch (locationClass) {
    case "unknown":
      return UNKNOWN;
    case "exact":
      return point === null
        ? inCommunes(communeCodes, communes, null)
        : pointRegion(point, accuracyM ?? UNSTATED_ERROR_M);
    case "village":
      return point === null || accuracyM === null
        ? inCommunes(communeCodes, communes, null)
        : pointRegion(point, accuracyM);
    case "line":
      return drawn ?? inCommunes(communeCodes, communes, null);
    case "several":
      return inCommunes(communeCodes, communes, drawn);
    case "commune":
      return inCommunes(communeCodes, communes, null);
  }
}

/** Every thing of a set as known on the snapshot's day, whatever filter it carries. */
export function thingsOf(set: SubjectSet, snapshot: Snapshot, communes: CommuneGeometry): readonly Thing[] {
  const { register } = snapshot;
  switch (set) {
    case "works":
      return snapshot.allWorks.map(({ work }) => ({
        set,
        id: work.workId,
        communeCodes: work.communeCodes,
        region: regionOfWork(work, communes),
        sector: work.sector,
      }));
    case "villages":
      return register.villages.map(({ villageId, communeCode, point, accuracyM }) => ({
        set,
        id: villageId,
        communeCodes: [communeCode],
        region:
          point === null || accuracyM === null
            ? inCommunes([communeCode], communes, null)
            : pointRegion(point, accuracyM),
        sector: null,
      }));
    case "events":
      return snapshot.hazardEvents.map(({ eventId, communeCodes, point, accuracyM }) => ({
        set,
        id: eventId,
        communeCodes,
        region:
          point === null
            ? inCommunes(communeCodes, communes, null)
            : pointRegion(point, accuracyM ?? UNSTATED_ERROR_M),
        sector: null,
      }));
    case "relocations":
      return latestPlaces(snapshot).map(({ id, communeCode }) => ({
        set,
        id,
        communeCodes: [communeCode],
        region: inCommunes([communeCode], communes, null),
        sector: null,
      }));
    case "communes":
      return register.communes.map(({ code }) => {
        const geometry = communes.get(code);
        return {
          set,
          id: code,
          communeCodes: [code],
          region: geometry === undefined ? UNKNOWN : { type: "extent", shape: areaShape(geometry) },
          sector: null,
        };
      });
  }
}

/** A place with households to move, once however often it was reported; its counts are never part of an answer. */
export interface RelocationPlace {
  readonly id: string;
  readonly place: string;
  readonly communeCode: CommuneCode;
  readonly sourceId: string;
}

/**
 * Places with households to move known on the day, the latest report of each, in the register's order. Ids count all places of the register, so that a
 * place has the same on every day.
 */
export function latestPlaces({ asOf, register }: Snapshot): readonly RelocationPlace[] {
  const numbers = new Map<string, number>();
  const latest = new Map<string, (typeof register.relocations)[number]>();
  for (const report of register.relocations) {
    const key = `${report.communeCode}:${report.place}`;
    numbers.set(key, numbers.get(key) ?? numbers.size + 1);
    const known = latest.get(key);
    if (report.recordedOn <= asOf && (known === undefined || known.recordedOn <= report.recordedOn))
      latest.set(key, report);
  }
  return [...numbers].flatMap(([key, number]) => {
    const report = latest.get(key);
    if (report === undefined) return [];
    const { place, communeCode, sourceId } = report;
    return [{ id: `${communeCode}-${number}`, place, communeCode, sourceId }];
  });
}
