import type { CommuneCode } from "@/domain/commune";
import type { Condition } from "@/domain/question";
import type { Answer } from "@/domain/workFilter";
import { lengthInside } from "../spatial/along";
import { coverage } from "../spatial/coverage";
import {
  type AskedGround,
  areWithin,
  distanceInterval,
  either,
  groundOfShape,
  type Interval,
  intervalBetween,
  isInside,
  isWithin,
  not,
  type Region,
} from "../spatial/region";
import { boxesMeet, lengthOf, type PlaneShape } from "../spatial/shape";
import type { ConditionResult, Reason, Share } from "./answer";
import type { PreparedTarget } from "./targets";
import type { Thing } from "./things";

const BARE = { because: null, interval: null, nearest: null, open: 0, share: null, touched: null } as const;

/** What one condition says of a subject. `nearest` is told of all subjects together: see `nearestResults`. */
export function conditionResult(
  subject: Thing,
  condition: Condition,
  target: PreparedTarget,
): ConditionResult {
  if (target.kind === "layer-missing") return { ...BARE, answer: "unknown", because: "layer-missing" };
  const isRegistered = target.kind === "communes" && subject.communeCodes.length > 0;
  const isNothing = target.kind === "things" && target.things.length + target.uncertain.length === 0;
  if (subject.region.type === "unknown" && !isRegistered && !isNothing)
    return { ...BARE, answer: "unknown", because: "unknown-place" };
  switch (target.kind) {
    case "ground":
      return groundResult(subject.region, condition, target.asked);
    case "communes":
      return communesResult(subject, condition, target);
    case "things":
      return thingsResult(subject, condition, target);
  }
}

const NEGATED: Readonly<Partial<Record<Condition["predicate"], true>>> = { apart: true, beyond: true };
const turned = (answer: Answer, { predicate }: Condition): Answer =>
  NEGATED[predicate] === true ? not(answer) : answer;

/** `inside` asks of the whole thing, every other predicate of its nearest part. */
const positive = (region: Region, { predicate, metres }: Condition, asked: AskedGround): Answer => {
  if (predicate === "inside") return isInside(region, asked);
  return isWithin(region, asked, predicate === "within" || predicate === "beyond" ? metres : 0);
};

const asksDistance = ({ predicate }: Condition): boolean =>
  predicate === "within" || predicate === "beyond" || predicate === "nearest";

function groundResult(region: Region, condition: Condition, asked: AskedGround): ConditionResult {
  const answer = positive(region, condition, asked);
  return {
    ...BARE,
    answer: turned(answer, condition),
    because: answer === "unknown" ? whyUnknown(region, condition, asked) : null,
    interval: asksDistance(condition) ? distanceInterval(region, asked) : null,
    share: asksDistance(condition) ? null : shareInside(region, asked),
  };
}

/** Ground nobody assessed is the reason if, had all been assessed, the answer were no. */
function whyUnknown(region: Region, condition: Condition, { ground, assessed }: AskedGround): Reason {
  if (assessed !== null && positive(region, condition, { ground, assessed: null }) === "no")
    return "unassessed";
  return "place-is-a-region";
}

/** How much of a line or an area lies in areas of the ground; null for what has neither length nor extent, or where the ground has no area. */
export function shareInside(region: Region, { ground }: AskedGround): Share | null {
  if (ground.areas.length === 0) return null;
  if (region.type === "line")
    return { unit: "metres", inside: lengthInside(region.shape, ground), whole: lengthOf(region.shape) };
  if (region.type === "extent") {
    const { ground: whole, covered } = coverage(region.shape, ground.areas);
    return { unit: "squareMetres", inside: covered, whole };
  }
  return null;
}

/** Box around wherever a thing may be; null: anywhere. */
export function reachOf(region: Region): PlaneShape["box"] | null {
  switch (region.type) {
    case "unknown":
      return null;
    case "point":
    case "line": {
      const [west, south, east, north] = region.shape.box;
      const by = region.errorM;
      return [west - by, south - by, east + by, north + by];
    }
    case "extent":
    case "somewhere":
      return region.shape.box;
    case "parts":
      return region.shapes.reduce<PlaneShape["box"]>(
        (box, shape) => [
          Math.min(box[0], shape.box[0]),
          Math.min(box[1], shape.box[1]),
          Math.max(box[2], shape.box[2]),
          Math.max(box[3], shape.box[3]),
        ],
        region.known === null
          ? [Infinity, Infinity, -Infinity, -Infinity]
          : (reachOf(region.known) ?? [Infinity, Infinity, -Infinity, -Infinity]),
      );
  }
}

/** Metres between two boxes: no two places in them are nearer. */
function apart(a: PlaneShape["box"], b: PlaneShape["box"]): number {
  const east = Math.max(0, a[0] - b[2], b[0] - a[2]);
  const north = Math.max(0, a[1] - b[3], b[1] - a[3]);
  return Math.hypot(east, north);
}

/** A subject's error below which it is the target's place that leaves an answer open, metres. */
const FINE_M = 50;
const isFine = (region: Region) =>
  region.type === "extent" ||
  ((region.type === "point" || region.type === "line") && region.errorM <= FINE_M);

function thingsResult(
  subject: Thing,
  condition: Condition,
  { things, uncertain, sameSector }: PreparedTarget & { readonly kind: "things" },
): ConditionResult {
  const counts = (target: Thing) =>
    !(target.set === subject.set && target.id === subject.id) &&
    // What has no sector has none to share.
    (!sameSector || subject.sector === null || target.sector === subject.sector);
  const reach = reachOf(subject.region);
  const targets = things.filter(counts);
  const metres = condition.predicate === "within" || condition.predicate === "beyond" ? condition.metres : 0;
  const placed = targets.filter(({ region }) => region.type !== "unknown");
  const near = (target: Thing): Answer => {
    const box = reachOf(target.region);
    if (reach !== null && box !== null && !boxesMeet(reach, box, metres)) return "no";
    return areWithin(subject.region, target.region, metres);
  };
  const answers = placed.map(near);
  const told = either(answers);
  const doubtful = uncertain.filter(counts).filter((target) => near(target) !== "no");
  const unplaced = targets.length - placed.length;
  const answer = told === "no" && unplaced + doubtful.length > 0 ? "unknown" : told;
  const because = (): Reason => {
    if (told === "no") return unplaced > 0 ? "target-unplaced" : "target-open";
    return isFine(subject.region) ? "target-is-a-region" : "place-is-a-region";
  };
  const { interval: certain, nearest } = intervalToNearest(subject.region, placed);
  const { interval: possible } = intervalToNearest(subject.region, uncertain.filter(counts));
  const interval = nearerOf(certain, possible);
  return {
    ...BARE,
    answer: turned(answer, condition),
    because: answer === "unknown" ? because() : null,
    interval: interval !== null && unplaced > 0 ? { ...interval, atLeast: 0 } : interval,
    nearest: nearest === null ? null : { set: nearest.set, id: nearest.id },
    open: told === "no" ? unplaced + doubtful.length : 0,
  };
}

/** Bounds where some things certainly count and others may: these may be nearer, but are no bound on how far the nearest is. */
function nearerOf(certain: Interval | null, possible: Interval | null): Interval | null {
  if (possible === null) return certain;
  return {
    atLeast: Math.min(certain?.atLeast ?? Infinity, possible.atLeast),
    atMost: certain?.atMost ?? Infinity,
  };
}

/** Bounds of the distance to the nearest of things, and the one whose own distance is least at most. */
export function intervalToNearest(
  region: Region,
  things: readonly Thing[],
): { readonly interval: Interval | null; readonly nearest: Thing | null } {
  const reach = reachOf(region);
  if (reach === null) return { interval: null, nearest: null };
  const inOrder = things
    .flatMap((thing) => {
      const box = reachOf(thing.region);
      return box === null ? [] : [{ thing, from: apart(reach, box) }];
    })
    .toSorted((a, b) => a.from - b.from);
  let interval: Interval | null = null;
  let nearest: Thing | null = null;
  for (const { thing, from } of inOrder) {
    // Nothing from here on can be nearer than what was found.
    if (interval !== null && from > interval.atMost) break;
    const between = intervalBetween(region, thing.region);
    if (between === null) continue;
    if (interval === null || between.atMost < interval.atMost) nearest = thing;
    interval =
      interval === null
        ? between
        : {
            atLeast: Math.min(interval.atLeast, between.atLeast),
            atMost: Math.min(interval.atMost, between.atMost),
          };
  }
  return { interval, nearest };
}

/**
 * Whether a subject lies in one commune. What the register says comes first: a place known to a kilometre is not moved over the border by that error.
 * A line or an extent may leave the communes it is registered in, if its course certainly does.
 */
function touchesCommune(
  { region, communeCodes }: Thing,
  code: CommuneCode,
  shape: PlaneShape | undefined,
): Answer {
  if (communeCodes.includes(code)) return "yes";
  if (region.type !== "line" && communeCodes.length > 0) return "no";
  if (shape === undefined) return "unknown";
  const reach = reachOf(region);
  if (reach !== null && !boxesMeet(reach, shape.box)) return "no";
  return isWithin(region, { ground: groundOfShape(shape), assessed: null }, 0);
}

function communesResult(
  subject: Thing,
  condition: Condition,
  { codes, shapes, asked }: PreparedTarget & { readonly kind: "communes" },
): ConditionResult {
  const { predicate } = condition;
  const missing = codes.size - shapes.size;
  if (predicate === "within" || predicate === "beyond" || predicate === "nearest") {
    const isRegistered = subject.communeCodes.some((code) => codes.has(code));
    if (!isRegistered)
      return withoutSome(groundResult(subject.region, condition, asked()), condition, missing);
    return { ...BARE, answer: turned("yes", condition), interval: { atLeast: 0, atMost: 0 } };
  }
  const touching = [...codes].map((code) => [code, touchesCommune(subject, code, shapes.get(code))] as const);
  const certain = touching.filter(([, answer]) => answer === "yes").map(([code]) => code);
  const possible = touching.filter(([, answer]) => answer === "unknown").map(([code]) => code);
  const answer = ((): Answer => {
    if (predicate === "across") {
      if (certain.length > 1) return "yes";
      return certain.length + possible.length > 1 ? "unknown" : "no";
    }
    if (predicate === "inside") return liesInside(subject, codes, asked(), missing);
    return either(touching.map(([, touches]) => touches));
  })();
  return {
    ...BARE,
    answer: turned(answer, condition),
    because:
      answer === "unknown"
        ? subject.communeCodes.length === 0
          ? "unknown-place"
          : "place-is-a-region"
        : null,
    // Of communes without boundaries nobody can say how much lies in them.
    share: predicate === "across" || missing > 0 ? null : shareInside(subject.region, asked()),
    touched: predicate === "across" ? { certain, possible } : null,
  };
}

/** A result told of the communes whose boundaries are there, when `missing` others are not: these may be nearer. */
function withoutSome(result: ConditionResult, condition: Condition, missing: number): ConditionResult {
  if (missing === 0) return result;
  const interval = result.interval === null ? null : { ...result.interval, atLeast: 0 };
  return result.answer === turned("no", condition)
    ? { ...result, interval, answer: "unknown", because: "target-unplaced", open: missing }
    : { ...result, interval };
}

function liesInside(
  { region, communeCodes }: Thing,
  codes: ReadonlySet<CommuneCode>,
  asked: AskedGround,
  missing: number,
): Answer {
  const isRegistered = communeCodes.length > 0 && communeCodes.every((code) => codes.has(code));
  if (region.type !== "line")
    return communeCodes.length > 0
      ? isRegistered
        ? "yes"
        : "no"
      : either([isInside(region, asked), missing > 0 ? "unknown" : "no"]);
  const inDrawn = isInside(region, asked);
  // It may leave the communes that are drawn for one that is not.
  const drawn = inDrawn === "no" && missing > 0 ? "unknown" : inDrawn;
  return drawn === "unknown" && isRegistered ? "yes" : drawn;
}

const ANYWHERE: Interval = { atLeast: 0, atMost: Infinity };

/**
 * Who is among the `count` subjects nearest to a target: certainly, if fewer than that many others may be nearer; certainly not, if so many others are.
 * Equal distances share a place. `isAsked`: whether each is certainly asked about at all; one that may not be may push another out, or not.
 */
export function nearestResults(
  subjects: readonly Thing[],
  { count }: Condition,
  intervals: readonly ConditionResult[],
  isAsked: readonly boolean[],
): readonly ConditionResult[] {
  const all = intervals.map(({ interval }) => interval ?? ANYWHERE);
  const leasts = all.map(({ atLeast }) => atLeast).toSorted((a, b) => a - b);
  const mosts = all
    .flatMap(({ atMost }, index) => (isAsked[index] === true ? [atMost] : []))
    .toSorted((a, b) => a - b);
  return intervals.slice(0, subjects.length).map((result) => {
    const { interval } = result;
    // Nothing to be near to, or nothing known: there is no rank.
    if (interval === null) return result;
    // Of those that may be nearer the subject itself is one, unless its distance is a point.
    const mayBeNearer = countBelow(leasts, interval.atMost) - (interval.atLeast < interval.atMost ? 1 : 0);
    const areNearer = countBelow(mosts, interval.atLeast);
    const answer: Answer = mayBeNearer < count ? "yes" : areNearer >= count ? "no" : "unknown";
    return { ...result, answer, because: answer === "unknown" ? "rank-open" : null };
  });
}

/** How many of ascending numbers are less than a bound. */
function countBelow(ascending: readonly number[], bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
