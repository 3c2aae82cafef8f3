import type { Geometry } from "geojson";
import type { CommuneCode } from "@/domain/commune";
import type { DrawnShape } from "@/domain/drawnShape";
import type { SubjectSet, Target } from "@/domain/question";
import { filterSnapshot } from "../filterWorks";
import type { Snapshot } from "../snapshot";
import { type Ground, groundOf } from "../spatial/ground";
import { toPlane } from "../spatial/plane";
import type { AskedGround } from "../spatial/region";
import { type PlaneShape, shapeOf, shapesOf } from "../spatial/shape";
import { povertyKey } from "../takeSnapshot";
import { povertyRate } from "./povertyRate";
import { areaShape, type CommuneGeometry, type Thing, thingsOf } from "./things";

/** A reader's own layer, read and checked before: lon lat WGS 84. */
export interface AskedLayer {
  readonly name: string;
  readonly hash: string;
  readonly geometries: readonly Geometry[];
}

/** A target ready to be held against many subjects. */
export type PreparedTarget =
  | { readonly kind: "ground"; readonly asked: AskedGround }
  /** `uncertain`: things that may or may not be among the targets, because a number that decides it is not known. */
  | {
      readonly kind: "things";
      readonly things: readonly Thing[];
      readonly uncertain: readonly Thing[];
      readonly sameSector: boolean;
    }
  | {
      readonly kind: "communes";
      readonly codes: ReadonlySet<CommuneCode>;
      readonly shapes: ReadonlyMap<CommuneCode, PlaneShape>;
      /** All of them together; joined when first asked for, which takes a third of a second for the whole province. */
      readonly asked: () => AskedGround;
    }
  /** The link names a file this reader has not opened (or another of the same name). */
  | { readonly kind: "layer-missing" };

/** Corners of the polygon a circle is measured as: radius and area right to 0.001 %. */
const CIRCLE_CORNERS = 720;

/** A drawn shape on the plane. */
export function drawnOnPlane(shape: DrawnShape): PlaneShape {
  const places = shape.points.map(toPlane);
  switch (shape.type) {
    case "point":
      return shapeOf("points", [places]);
    case "line":
      return shapeOf("lines", [places]);
    case "polygon":
      return shapeOf("areas", [places]);
    case "circle": {
      const [[x, y] = [Number.NaN, Number.NaN]] = places;
      // The polygon's area is the circle's: half of it lies a little outside.
      const turn = (2 * Math.PI) / CIRCLE_CORNERS;
      const radius = shape.radiusM * Math.sqrt(turn / Math.sin(turn));
      return shapeOf("areas", [
        Array.from({ length: CIRCLE_CORNERS }, (_, corner) => [
          x + radius * Math.cos(corner * turn),
          y + radius * Math.sin(corner * turn),
        ]),
      ]);
    }
  }
}

/** Everything questions are asked of on one day, with what was prepared for one kept for the next. */
export interface QuestionContext {
  readonly snapshot: Snapshot;
  readonly communes: CommuneGeometry;
  readonly layer: AskedLayer | null;
  readonly things: (set: SubjectSet) => readonly Thing[];
  readonly target: (target: Target) => PreparedTarget;
  readonly communeShape: (code: CommuneCode) => PlaneShape | null;
}

/** `communes`: boundaries, as fine as they are; a commune without any leaves what lies in it unplaced. */
export function questionContext(
  snapshot: Snapshot,
  communes: CommuneGeometry,
  layer: AskedLayer | null,
): QuestionContext {
  const things = new Map<SubjectSet, readonly Thing[]>();
  const targets = new Map<string, PreparedTarget>();
  let assessed: Ground | null = null;
  const context: QuestionContext = {
    snapshot,
    communes,
    layer,
    things: (set) => {
      const found = things.get(set) ?? thingsOf(set, snapshot, communes);
      things.set(set, found);
      return found;
    },
    target: (target) => {
      const key = JSON.stringify(target);
      const found = targets.get(key) ?? prepare(target);
      targets.set(key, found);
      return found;
    },
    communeShape: (code) => {
      const geometry = communes.get(code);
      return geometry === undefined ? null : areaShape(geometry);
    },
  };
  return context;

  function prepare(target: Target): PreparedTarget {
    switch (target.type) {
      case "zones": {
        // A zone of any class is ground somebody assessed.
        assessed ??= groundOf(
          [...snapshot.hazardAssessed, ...snapshot.hazardZones].map(({ geometry }) => areaShape(geometry)),
        );
        const zones = snapshot.hazardZones.filter(({ hazardClass }) => target.classes.includes(hazardClass));
        return {
          kind: "ground",
          asked: { ground: groundOf(zones.map(({ geometry }) => areaShape(geometry))), assessed },
        };
      }
      case "works": {
        const shown = new Set(filterSnapshot(snapshot, target.filter).works.map(({ work }) => work.workId));
        const found = context.things("works").filter(({ id }) => shown.has(id));
        return { kind: "things", things: found, uncertain: [], sameSector: target.sameSector };
      }
      case "villages": {
        const { povertyFrom } = target;
        const isPoor = ({ id }: Thing) => {
          if (povertyFrom === null) return "yes";
          const rate = povertyRate(snapshot.poverty.get(povertyKey("village", id)));
          if (rate.kind !== "rate") return "unknown";
          return rate.percent >= povertyFrom ? "yes" : "no";
        };
        const villages = context.things("villages");
        return {
          kind: "things",
          things: villages.filter((village) => isPoor(village) === "yes"),
          uncertain: villages.filter((village) => isPoor(village) === "unknown"),
          sameSector: false,
        };
      }
      case "events":
        return { kind: "things", things: context.things("events"), uncertain: [], sameSector: false };
      case "communes": {
        const { communes: rows } = snapshot.register;
        const chosen = new Set(target.codes.length === 0 ? rows.map(({ code }) => code) : target.codes);
        const around = target.neighbours
          ? rows.filter(({ code }) => chosen.has(code)).flatMap(({ neighbours }) => neighbours)
          : [];
        const codes = new Set([...chosen, ...around]);
        const shapes = new Map(
          [...codes].flatMap((code) => {
            const shape = context.communeShape(code);
            return shape === null ? [] : [[code, shape] as const];
          }),
        );
        let joined: AskedGround | null = null;
        const asked = () => {
          joined ??= { ground: groundOf([...shapes.values()]), assessed: null };
          return joined;
        };
        return { kind: "communes", codes, shapes, asked };
      }
      case "drawn":
        return { kind: "ground", asked: { ground: groundOf([drawnOnPlane(target.shape)]), assessed: null } };
      case "layer":
        return layer === null || layer.hash !== target.hash
          ? { kind: "layer-missing" }
          : {
              kind: "ground",
              asked: { ground: groundOf(layer.geometries.flatMap(shapesOf)), assessed: null },
            };
    }
  }
}
