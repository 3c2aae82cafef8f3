import type { Geometry, MultiPolygon, Polygon, Position } from "geojson";
import { askQuestion } from "@/analysis/question/askQuestion";
import { summaryByCommune } from "@/analysis/question/byCommune";
import { type AskedLayer, type QuestionContext, questionContext } from "@/analysis/question/targets";
import type { CommuneGeometry } from "@/analysis/question/things";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadCoarseBoundaries, loadFineBoundaries, loadRegister } from "@/datasets";
import type { CommuneCode } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import { QUESTION_EXAMPLES } from "@/domain/questionExamples";
import type { Register } from "@/domain/register";
import type { BBox } from "@/domain/units";
import { readLayer } from "@/imports/readLayer";
import { decodeBoundaries } from "@/scene/geometry";
import type { FromWorker, OpenLayer, ToWorker } from "./protocol";

interface Ground {
  readonly register: Register;
  readonly communes: CommuneGeometry;
  readonly boundaries: "fine" | "coarse" | "none";
}

/** Milliseconds between two reports of progress, when a question may also be stopped. */
const STRETCH_MS = 40;
/** Corners of a reader's file that can be drawn over the map while it is moved. */
const MOST_DRAWN = 20_000;
/** Days whose prepared ground is kept: the one asked and the one before. */
const KEPT_DAYS = 2;

const rested = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Boundaries as fine as they can be had. */
async function boundariesFrom(base: string): Promise<Pick<Ground, "communes" | "boundaries">> {
  for (const [boundaries, load] of [
    ["fine", loadFineBoundaries],
    ["coarse", loadCoarseBoundaries],
  ] as const) {
    try {
      return { communes: decodeBoundaries(await load(base)).communes, boundaries };
    } catch {
      // The page says which file is broken; the next best is tried here.
    }
  }
  return { communes: new Map<CommuneCode, Polygon | MultiPolygon>(), boundaries: "none" };
}

/**
 * What the worker does with each message, apart from being a worker, so that tests can ask it. One question at a time: a later one, or a stop, ends
 * the one before.
 */
export function answerer(send: (message: FromWorker) => void): (message: ToWorker) => Promise<void> {
  let ground: Promise<Ground> | null = null;
  let layer: AskedLayer | null = null;
  let asked = 0;
  const contexts = new Map<string, QuestionContext>();
  const prepared = new WeakSet<QuestionContext>();

  function contextOf({ register, communes }: Ground, asOf: IsoDate): QuestionContext {
    const key = `${asOf} ${layer?.hash ?? ""}`;
    const found = contexts.get(key) ?? questionContext(takeSnapshot(register, asOf), communes, layer);
    contexts.delete(key);
    contexts.set(key, found);
    const [oldest] = contexts.keys();
    if (contexts.size > KEPT_DAYS && oldest !== undefined) contexts.delete(oldest);
    return found;
  }

  async function ask({ number, question, asOf }: ToWorker & { readonly type: "ask" }): Promise<void> {
    asked = number;
    const known = await ground;
    if (known === null || asked !== number) return;
    const from = performance.now();
    const context = contextOf(known, asOf);
    const asking = askQuestion(question, context);
    let since = from;
    for (;;) {
      const step = asking.next();
      if (step.done === true) {
        const byCommune = summaryByCommune(step.value, context);
        send({
          type: "answer",
          number,
          answered: step.value,
          asOf,
          byCommune,
          boundaries: known.boundaries,
          ms: performance.now() - from,
        });
        await prepare(context, number);
        return;
      }
      if (performance.now() - since < STRETCH_MS) continue;
      send({ type: "progress", number, share: step.value });
      await rested();
      since = performance.now();
      if (asked !== number) return;
    }
  }

  /** While nobody asks, what the ready questions rest on is worked out: the second question of a day is then answered at once. */
  async function prepare(context: QuestionContext, number: number): Promise<void> {
    if (prepared.has(context)) return;
    prepared.add(context);
    for (const { question } of QUESTION_EXAMPLES) {
      for (const _ of askQuestion(question, context)) {
        await rested();
        if (asked !== number) {
          prepared.delete(context);
          return;
        }
      }
    }
  }

  async function open({ number, name, bytes, frame }: ToWorker & { readonly type: "layer" }): Promise<void> {
    const {
      layer: read,
      problems,
      totals,
      rows,
      format,
    } = await readLayer(name, new Uint8Array(bytes), frame);
    // A file that was refused takes nothing away: the one that is open stays.
    if (read !== null)
      layer = { name: read.name, hash: read.hash, geometries: read.features.map(({ geometry }) => geometry) };
    send({
      type: "layer",
      number,
      layer: read === null || layer === null ? null : openLayer(layer),
      problems,
      totals,
      rows,
      format,
    });
  }

  return async (message) => {
    try {
      switch (message.type) {
        case "data":
          ground ??= Promise.all([loadRegister(message.base), boundariesFrom(message.base)]).then(
            ([{ register }, boundaries]) => ({ register, ...boundaries }),
          );
          await ground;
          break;
        case "ask":
          await ask(message);
          break;
        case "stop":
          if (asked === message.number) asked = 0;
          break;
        case "layer":
          await open(message);
          break;
      }
    } catch (cause) {
      send({ type: "failed", number: "number" in message ? message.number : 0, detail: String(cause) });
    }
  };
}

function openLayer({ name, hash, geometries }: AskedLayer): OpenLayer {
  let corners = 0;
  let box: BBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries)
    eachPosition(geometry, ([lon = Number.NaN, lat = Number.NaN]) => {
      corners++;
      box = [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)];
    });
  return { name, hash, features: geometries.length, drawn: corners > MOST_DRAWN ? null : geometries, box };
}

type Nested = readonly (number | Nested)[];

function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  const walk = (nested: Nested): void => {
    if (typeof nested[0] === "number") visit(nested as Position);
    else for (const inner of nested) if (typeof inner !== "number") walk(inner);
  };
  if (geometry.type === "GeometryCollection")
    for (const part of geometry.geometries) eachPosition(part, visit);
  else walk(geometry.coordinates);
}
