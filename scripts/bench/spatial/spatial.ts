import { type PreparedEngine, type SpatialEngine, TASKS, type Task } from "./engine";
import { JSTS } from "./jsts";
import { OURS } from "./ours";
import type { SpatialData } from "./seeded";
import { TURF } from "./turf";

/** Times of one engine, milliseconds for all points or communes; `sample` says of how many they were measured and scaled. */
export interface EngineTimes {
  readonly name: string;
  readonly prepareMs: number;
  readonly tasks: Readonly<Record<Task, { readonly ms: number; readonly sample: string | null }>>;
  /** Megabytes the prepared engine holds; null where the garbage cannot be collected first. */
  readonly megabytes: number | null;
  /** Answers that differ from ours beyond rounding, of those both gave. */
  readonly differing: Readonly<Record<Task, { readonly count: number; readonly of: number }>>;
}

/** How large a sample plain turf is asked; every engine is told how it was scaled. */
export interface SampleSizes {
  readonly points: number;
  readonly communes: number;
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
/** Evenly spread over all, so that the sample is like the whole. */
export const spreadOver = (all: number, sample: number): readonly number[] =>
  sample >= all ? upTo(all) : upTo(sample).map((index) => Math.floor((index * all) / sample));

const timed = <Value>(work: () => Value): readonly [value: Value, ms: number] => {
  const started = performance.now();
  const value = work();
  return [value, performance.now() - started];
};

/** Runs of which the fastest counts: what else the machine does only ever makes a run slower. */
const RUNS = 3;

/** Whether two answers are the same: numbers of communes exactly, metres to a centimetre, areas to a square metre or a millionth – turf, on a sphere, to 0.6 %. */
function isSame(task: Task, one: number, other: number, isSphere: boolean): boolean {
  if (task === "inside" || task === "within") return one === other;
  const apart = Math.abs(one - other);
  if (isSphere) return apart <= 0.006 * Math.max(one, other) + 1;
  return apart <= (task === "nearest" ? 0.01 : Math.max(1, 1e-6 * one));
}

const asksPoints = (task: Task) => task !== "overlaps";

/** Measures one engine; `expected` are our own answers for all points and communes. */
export function measureEngine(
  engine: SpatialEngine,
  data: SpatialData,
  sizes: SampleSizes | null,
  expected: PreparedEngine | null,
  collectGarbage: (() => void) | null,
): { readonly times: EngineTimes; readonly prepared: PreparedEngine } {
  collectGarbage?.();
  const before = process.memoryUsage();
  const [prepared, prepareMs] = timed(() => engine.prepare(data));
  collectGarbage?.();
  const after = process.memoryUsage();
  const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  const measure = (task: Task) => {
    const all = asksPoints(task) ? data.points.length : data.communes.length;
    const asked = spreadOver(all, sizes === null ? all : asksPoints(task) ? sizes.points : sizes.communes);
    const runs = upTo(sizes === null ? RUNS : 1).map(() => timed(() => prepared[task](asked)));
    const [answers] = runs[0] ?? [[]];
    const fewer =
      engine.polygonsAsked !== null && (task === "within" || task === "nearest")
        ? Math.min(engine.polygonsAsked, data.polygons.length)
        : null;
    const scale = (all / asked.length) * (fewer === null ? 1 : data.polygons.length / fewer);
    const mine = expected === null || fewer !== null ? null : expected[task](asked);
    const differing =
      mine === null
        ? { count: 0, of: 0 }
        : {
            count: answers.filter(
              (answer, index) => !isSame(task, answer, mine[index] ?? Number.NaN, sizes !== null),
            ).length,
            of: asked.length,
          };
    return {
      ms: Math.min(...runs.map(([, ms]) => ms)) * scale,
      sample:
        scale === 1
          ? null
          : `${asked.length} of ${all}${fewer === null ? "" : ` × ${fewer} of ${data.polygons.length}`}`,
      differing,
    };
  };
  const measured = Object.fromEntries(TASKS.map((task) => [task, measure(task)])) as Record<
    Task,
    ReturnType<typeof measure>
  >;
  const of = <Value>(pick: (of: ReturnType<typeof measure>) => Value) =>
    Object.fromEntries(TASKS.map((task) => [task, pick(measured[task])])) as Record<Task, Value>;
  return {
    times: {
      name: engine.name,
      prepareMs,
      tasks: of(({ ms, sample }) => ({ ms, sample })),
      megabytes: collectGarbage === null ? null : held / 1e6,
      differing: of(({ differing }) => differing),
    },
    prepared,
  };
}

/** All engines on the same data in one run, ours first. */
export function measureSpatial(
  data: SpatialData,
  sizes: SampleSizes,
  collectGarbage: (() => void) | null,
): readonly EngineTimes[] {
  const ours = measureEngine(OURS, data, null, null, collectGarbage);
  const jsts = measureEngine(JSTS, data, null, ours.prepared, collectGarbage);
  const turf = measureEngine(TURF, data, sizes, ours.prepared, collectGarbage);
  return [ours.times, jsts.times, turf.times];
}

/** How much faster than plain turf, and how much slower than the best, each task must be. */
export const SPATIAL_TARGETS = { timesTurf: 50, ofBest: 2 } as const;

/** What the table says of a task: our time against turf's and against the best of all. */
export interface SpatialVerdict {
  readonly task: Task;
  readonly ours: number;
  readonly timesTurf: number;
  readonly ofBest: number;
  readonly isMet: boolean;
}

export function verdictsOf(engines: readonly EngineTimes[]): readonly SpatialVerdict[] {
  const [ours] = engines;
  const turf = engines.at(-1);
  if (ours === undefined || turf === undefined) return [];
  return TASKS.map((task) => {
    const own = ours.tasks[task].ms;
    const timesTurf = turf.tasks[task].ms / own;
    const ofBest = own / Math.min(...engines.map(({ tasks }) => tasks[task].ms));
    const isMet = timesTurf >= SPATIAL_TARGETS.timesTurf && ofBest <= SPATIAL_TARGETS.ofBest;
    return { task, ours: own, timesTurf, ofBest, isMet };
  });
}

const number = (value: number, digits = 0) => value.toFixed(digits);

export function printSpatial(engines: readonly EngineTimes[], sizes: string): void {
  console.log(`\nspatial kernel, ${sizes}, ms (fastest of ${RUNS})`);
  console.log(`${"".padEnd(16)}${["prepare", ...TASKS, "MB"].map((head) => head.padStart(12)).join("")}`);
  for (const { name, prepareMs, tasks, megabytes } of engines) {
    const cells = [prepareMs, ...TASKS.map((task) => tasks[task].ms)].map((ms) => number(ms));
    console.log(
      `${name.padEnd(16)}${[...cells, megabytes === null ? "–" : number(megabytes)].map((text) => text.padStart(12)).join("")}`,
    );
  }
  for (const { name, tasks } of engines)
    for (const task of TASKS) {
      const { sample } = tasks[task];
      if (sample !== null) console.log(`  ${name}, ${task}: measured on ${sample}, scaled`);
    }
  for (const { task, timesTurf, ofBest, isMet } of verdictsOf(engines))
    console.log(
      `${task.padEnd(16)}${number(timesTurf)} × turf (≥ ${SPATIAL_TARGETS.timesTurf}), ${number(ofBest, 2)} × the best (≤ ${SPATIAL_TARGETS.ofBest})  ${isMet ? "ok" : "OVER"}`,
    );
  for (const { name, differing } of engines)
    for (const task of TASKS)
      if (differing[task].count > 0)
        console.log(
          `  ${name}, ${task}: ${differing[task].count} of ${differing[task].of} answers differ from ours`,
        );
}
