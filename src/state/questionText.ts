import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import { DRAWN_DIGITS, type DrawnShape } from "@/domain/drawnShape";
import { HAZARD_CLASSES } from "@/domain/hazard";
import {
  type Base,
  COUNT_RANGE,
  type Condition,
  METRES_RANGE,
  MOST_BASES,
  MOST_CONDITIONS,
  type Predicate,
  predicatesFor,
  type Question,
  type Scope,
  type Subject,
  type SubjectSet,
  type Target,
} from "@/domain/question";
import type { LonLat } from "@/domain/units";
import { NO_FILTER, type WorkFilter } from "@/domain/workFilter";
import { DEFAULT_VIEW, type Known, PARAMS } from "./params";

/**
 * A question as text for a link, complete in itself: `w!fs:school~wi500!z:high,very-high~s.19`. Clauses are parted by "~", fields of a clause by "!".
 * The first clause is the subject, then conditions (`or` before them where they are joined by "or"), then the scope (`s.`), then the question it goes on
 * with (`b.`), which takes up the rest. Keys are never renamed: test/links replays every form.
 */

/** Longest address with a question in it: mail and chat programs cut longer ones. Beyond that the question leaves as a file. */
export const LONGEST_ADDRESS = 4000;

const SETS = {
  w: "works",
  v: "villages",
  e: "events",
  r: "relocations",
  c: "communes",
} as const satisfies Readonly<Record<string, SubjectSet>>;
const VERBS = {
  in: "inside",
  to: "touches",
  ap: "apart",
  wi: "within",
  be: "beyond",
  ne: "nearest",
  ac: "across",
} as const satisfies Readonly<Record<string, Predicate>>;
const SHAPES = { pt: "point", ln: "line", pg: "polygon", ci: "circle" } as const satisfies Readonly<
  Record<string, DrawnShape["type"]>
>;

/** Characters of the name of a reader's file. */
const LONGEST_NAME = 200;

/** What a condition carries where its predicate has no use for it. */
const USUAL = { metres: 500, count: 3 } as const;

const keyOf = <Value extends string>(names: Readonly<Record<string, Value>>, value: Value): string =>
  Object.keys(names).find((key) => names[key] === value) ?? "";
const named = <Value extends string>(names: Readonly<Record<string, Value>>, key: string): Value | null =>
  Object.hasOwn(names, key) ? (names[key] ?? null) : null;

/** The parameters of the map's own filter, under their own keys. */
const FILTER_KEYS = ["fs", "fg", "fx", "fv", "fl", "fp", "fb", "fk", "fn", "fi", "q"] as const;

/** Signs that part clauses and fields, inside a value. */
const guarded = (text: string) =>
  text.replaceAll(/[%~!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const unguarded = (text: string) =>
  text.replaceAll(/%(25|7E|21)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const writeFilter = (filter: WorkFilter): string[] =>
  FILTER_KEYS.flatMap((key) => {
    const value = PARAMS[key]?.write({ ...DEFAULT_VIEW, filter }) ?? null;
    return value === null ? [] : [`${key}:${guarded(value)}`];
  });

const percentText = (percent: number) => String(Number(percent.toFixed(2)));
const degrees = (places: readonly LonLat[]) =>
  places.map((place) => place.map((degree) => Number(degree.toFixed(DRAWN_DIGITS)) + 0).join(",")).join(",");

function writeTarget(target: Target): string[] {
  switch (target.type) {
    case "zones":
      return [`z:${target.classes.join(",")}`];
    case "works":
      return ["w", ...writeFilter(target.filter), ...(target.sameSector ? ["same"] : [])];
    case "villages":
      return ["v", ...(target.povertyFrom === null ? [] : [`p:${percentText(target.povertyFrom)}`])];
    case "events":
      return ["e"];
    case "communes":
      return [
        target.codes.length === 0 ? "c" : `c:${target.codes.join(",")}`,
        ...(target.neighbours ? ["n"] : []),
      ];
    case "drawn": {
      const { shape } = target;
      const radius = shape.type === "circle" ? `,${Math.round(shape.radiusM)}` : "";
      return [`d:${keyOf(SHAPES, shape.type)}:${degrees(shape.points)}${radius}`];
    }
    case "layer":
      return [`f:${target.hash}:${guarded(target.name)}`];
  }
}

function writeCondition({ predicate, metres, count, target }: Condition): string {
  const number =
    predicate === "within" || predicate === "beyond"
      ? Math.round(metres)
      : predicate === "nearest"
        ? count
        : "";
  return [`${keyOf(VERBS, predicate)}${number}`, ...writeTarget(target)].join("!");
}

function writeScope(scope: Scope): string[] {
  switch (scope.type) {
    case "province":
      return [];
    case "difficult":
      return ["s.19"];
    case "communes":
      return [`s.c:${scope.codes.join(",")}`];
    case "results":
      return ["s.r"];
  }
}

/** The text of a question. Coordinates keep 5 decimals, distances whole metres. */
export function writeQuestion({ subject, joiner, conditions, scope, base }: Question): string {
  return [
    [
      keyOf(SETS, subject.set),
      ...(subject.set === "works" ? writeFilter(subject.filter) : []),
      ...(subject.povertyFrom === null ? [] : [`p:${percentText(subject.povertyFrom)}`]),
    ].join("!"),
    ...(joiner === "or" ? ["or"] : []),
    ...conditions.map(writeCondition),
    ...writeScope(scope),
    ...(base === null
      ? []
      : [
          `b.${base.keep === "yes" ? "y" : "p"}.${base.as === "subject" ? "s" : "c"}`,
          writeQuestion(base.question),
        ]),
  ].join("~");
}

/** Field name and value; null: the field has no ":". */
type Field = readonly [name: string, value: string | null];
const fieldsOf = (clause: string): readonly Field[] =>
  clause.split("!").map((field): Field => {
    const at = field.indexOf(":");
    return at < 0 ? [field, null] : [field.slice(0, at), field.slice(at + 1)];
  });

function readFilter(fields: readonly Field[], known: Known): WorkFilter | null {
  let filter = NO_FILTER;
  if (new Set(fields.map(([key]) => key)).size < fields.length) return null;
  for (const [key, value] of fields) {
    const param = FILTER_KEYS.some((other) => other === key) ? PARAMS[key] : undefined;
    const text = unguarded(value ?? "");
    const read = param?.read(text, known, { ...DEFAULT_VIEW, filter });
    // A link keeps what it can of the map's filter and says what was lost; of a question it keeps all or nothing.
    if (read?.filter === undefined || (param?.lost?.(text, known) ?? []).length > 0) return null;
    filter = read.filter;
    if (key === "q" && filter.text !== text.normalize("NFC").trim()) return null;
  }
  return filter;
}

function readPercent(text: string): number | null {
  const percent = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  return percent <= 100 ? percent : null;
}

function readSubject(clause: string, known: Known): Subject | null {
  const [[key, value] = ["", null], ...fields] = fieldsOf(clause);
  const set = named(SETS, key);
  if (set === null || value !== null) return null;
  const rate = fields.find(([field]) => field === "p");
  const povertyFrom = rate === undefined ? null : readPercent(rate[1] ?? "");
  if (rate !== undefined && (povertyFrom === null || (set !== "villages" && set !== "communes"))) return null;
  const rest = fields.filter((field) => field !== rate);
  if (set !== "works" && rest.length > 0) return null;
  const filter = readFilter(rest, known);
  return filter === null ? null : { set, filter, povertyFrom };
}

const readCodes = (text: string, known: Known): readonly CommuneCode[] | null => {
  const codes = [...new Set(text.split(","))];
  return codes.every((code) => isCommuneCode(code) && known.subject("commune", code))
    ? (codes as CommuneCode[])
    : null;
};

const inRange = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;

function readShape(text: string): DrawnShape | null {
  const [kind = "", numbers = "", ...more] = text.split(":");
  const type = named(SHAPES, kind);
  if (type === null || more.length > 0 || !/^[\d.,-]+$/.test(numbers)) return null;
  const values = numbers
    .split(",")
    .map((part) => (/^-?\d{1,3}(\.\d{1,5})?$|^\d{1,5}$/.test(part) ? Number(part) : Number.NaN));
  const radiusM = type === "circle" ? (values.pop() ?? Number.NaN) : 0;
  const points = Array.from(
    { length: values.length / 2 },
    (_, index): LonLat => [values[2 * index] ?? Number.NaN, values[2 * index + 1] ?? Number.NaN],
  );
  const isFine =
    values.length % 2 === 0 && points.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 85);
  const [first] = points;
  if (!isFine || first === undefined) return null;
  switch (type) {
    case "point":
      return points.length === 1 ? { type, points: [first] } : null;
    case "circle":
      return points.length === 1 && Number.isInteger(radiusM) && inRange(radiusM, METRES_RANGE)
        ? { type, points: [first], radiusM }
        : null;
    case "line":
      return points.length >= 2 ? { type, points } : null;
    case "polygon":
      return points.length >= 3 ? { type, points } : null;
  }
}

const bare = ([, value]: Field) => value === null;

function readTarget(fields: readonly Field[], known: Known): Target | null {
  const [[key, value] = ["", null], ...rest] = fields;
  switch (key) {
    case "z": {
      const asked = new Set((value ?? "").split(","));
      const classes = HAZARD_CLASSES.filter((hazardClass) => asked.has(hazardClass));
      return classes.length === asked.size && rest.length === 0 ? { type: "zones", classes } : null;
    }
    case "w": {
      const same = rest.filter(([field]) => field === "same");
      if (value !== null || same.length > 1 || !same.every(bare)) return null;
      const filter = readFilter(
        rest.filter(([field]) => field !== "same"),
        known,
      );
      return filter === null ? null : { type: "works", filter, sameSector: same.length > 0 };
    }
    case "v": {
      const [rate, ...more] = rest;
      if (value !== null) return null;
      if (rate === undefined) return { type: "villages", povertyFrom: null };
      const povertyFrom = rate[0] === "p" && more.length === 0 ? readPercent(rate[1] ?? "") : null;
      return povertyFrom === null ? null : { type: "villages", povertyFrom };
    }
    case "e":
      return value === null && rest.length === 0 ? { type: "events" } : null;
    case "c": {
      const codes = value === null ? [] : readCodes(value, known);
      const [near, ...more] = rest;
      const isFine = more.length === 0 && (near === undefined || (near[0] === "n" && bare(near)));
      return codes === null || !isFine ? null : { type: "communes", codes, neighbours: near !== undefined };
    }
    case "d": {
      const shape = readShape(value ?? "");
      return shape === null || rest.length > 0 ? null : { type: "drawn", shape };
    }
    case "f": {
      const [hash = "", ...parts] = (value ?? "").split(":");
      const name = unguarded(parts.join(":"));
      return /^[0-9a-f]{16}$/.test(hash) && name.length <= LONGEST_NAME && rest.length === 0
        ? { type: "layer", hash, name }
        : null;
    }
    default:
      return null;
  }
}

function readCondition(clause: string, known: Known): Condition | null {
  const [[verb, value] = ["", null], ...fields] = fieldsOf(clause);
  if (value !== null) return null;
  const [, letters = "", digits = ""] = /^([a-z]{2})(\d{0,5})$/.exec(verb) ?? [];
  const predicate = named(VERBS, letters);
  const target = predicate === null ? null : readTarget(fields, known);
  if (predicate === null || target === null || !predicatesFor(target).includes(predicate)) return null;
  const number = Number(digits);
  if (predicate === "within" || predicate === "beyond")
    return digits !== "" && inRange(number, METRES_RANGE)
      ? { predicate, ...USUAL, metres: number, target }
      : null;
  if (predicate === "nearest")
    return digits !== "" && inRange(number, COUNT_RANGE)
      ? { predicate, ...USUAL, count: number, target }
      : null;
  return digits === "" ? { predicate, ...USUAL, target } : null;
}

function readScope(clause: string, known: Known): Scope | null {
  if (clause === "s.19") return { type: "difficult" };
  if (clause === "s.r") return { type: "results" };
  const codes = clause.startsWith("s.c:") ? readCodes(clause.slice(4), known) : null;
  return codes === null ? null : { type: "communes", codes };
}

/**
 * The question a text holds; null when any part of it is not understood: a question with a part left out would be another question, and its answer
 * would be taken for the one that was asked. `longest`: characters; a file may hold more than a link. Never throws.
 */
export function readQuestion(text: string, known: Known, longest = LONGEST_ADDRESS): Question | null {
  return text.length > longest ? null : readClauses(text.split("~"), known, 0);
}

function readClauses(clauses: readonly string[], known: Known, depth: number): Question | null {
  const [first = "", ...rest] = clauses;
  const subject = readSubject(first, known);
  if (subject === null || depth > MOST_BASES) return null;
  const from = rest.findIndex((clause) => clause.startsWith("b."));
  const own = from < 0 ? rest : rest.slice(0, from);
  const joiner = own[0] === "or" ? "or" : "and";
  const said = joiner === "or" ? own.slice(1) : own;
  const scoped = said.at(-1)?.startsWith("s.") === true;
  const scope: Scope | null = scoped ? readScope(said.at(-1) ?? "", known) : { type: "province" };
  const read = (scoped ? said.slice(0, -1) : said).map((clause) => readCondition(clause, known));
  const conditions = read.flatMap((condition) => condition ?? []);
  if (scope === null || conditions.length < read.length) return null;
  if (conditions.length === 0 || conditions.length > MOST_CONDITIONS) return null;
  const base = from < 0 ? null : readBase(rest.slice(from), known, depth + 1);
  if (from >= 0 && base === null) return null;
  const goesOn = scope.type === "results" ? base?.as === "scope" : base?.as !== "scope";
  // Only works have a sector to share.
  if (
    subject.set !== "works" &&
    conditions.some(({ target }) => target.type === "works" && target.sameSector)
  )
    return null;
  if (!goesOn || (base?.as === "subject" && base.question.subject.set !== subject.set)) return null;
  return { subject, joiner, conditions, scope, base };
}

function readBase(clauses: readonly string[], known: Known, depth: number): Base | null {
  const [, keep, as] = /^b\.([yp])\.([sc])$/.exec(clauses[0] ?? "") ?? [];
  const question = keep === undefined ? null : readClauses(clauses.slice(1), known, depth);
  return question === null
    ? null
    : { question, keep: keep === "y" ? "yes" : "possible", as: as === "s" ? "subject" : "scope" };
}
