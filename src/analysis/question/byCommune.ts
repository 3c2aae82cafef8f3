import type { CommuneCode } from "@/domain/commune";
import type { Answer } from "@/domain/workFilter";
import { cutAt, type Ground } from "../spatial/ground";
import { groundOfShape } from "../spatial/region";
import { boxesMeet, eachStretch, type PlaneShape, span } from "../spatial/shape";
import type { Answered } from "./answer";
import type { QuestionContext } from "./targets";

/** One row of a summary by commune. The rows add up to the whole: what lies in several communes, or in none that is stated, has a row of its own. */
export interface CommuneRow {
  readonly code: CommuneCode | "several" | "unstated";
  readonly counts: Readonly<Record<Answer, number>>;
  /** Metres of the subjects' lines, or square metres of the subjects, in the first condition's target and in this commune; null: not measured. */
  readonly inside: number | null;
}

/** The answer by commune, communes with nothing to say left out, in the order of their codes; several and unstated last. */
export function summaryByCommune(answered: Answered, context: QuestionContext): readonly CommuneRow[] {
  const rows = new Map<CommuneRow["code"], { counts: Record<Answer, number>; inside: number | null }>();
  const row = (code: CommuneRow["code"]) => {
    const found = rows.get(code) ?? { counts: { yes: 0, no: 0, unknown: 0 }, inside: null };
    rows.set(code, found);
    return found;
  };
  for (const { communeCodes, answer } of answered.items) {
    const [first, ...more] = communeCodes;
    row(first === undefined ? "unstated" : more.length > 0 ? "several" : first).counts[answer] += 1;
  }
  for (const [code, inside] of insideByCommune(answered, context))
    row(code).inside = (row(code).inside ?? 0) + inside;
  return [...rows]
    .map(([code, { counts, inside }]): CommuneRow => ({ code, counts, inside }))
    .toSorted((a, b) => rankOf(a.code) - rankOf(b.code) || (a.code < b.code ? -1 : 1));
}

const rankOf = (code: CommuneRow["code"]): number => (code === "several" ? 1 : code === "unstated" ? 2 : 0);

/** Lengths or areas in the first condition's target, by the commune they lie in – not by the commune a work is registered in. */
function insideByCommune(
  answered: Answered,
  context: QuestionContext,
): ReadonlyMap<CommuneRow["code"], number> {
  const sums = new Map<CommuneRow["code"], number>();
  const add = (code: CommuneRow["code"], value: number) => sums.set(code, (sums.get(code) ?? 0) + value);
  const [condition] = answered.question.conditions;
  const target = condition === undefined ? null : context.target(condition.target);
  // Joining all communes takes a third of a second: only for lines that have a part inside.
  const groundOfTarget = () =>
    target?.kind === "ground"
      ? target.asked.ground
      : target?.kind === "communes"
        ? target.asked().ground
        : null;
  const things = new Map(context.things(answered.question.subject.set).map((thing) => [thing.id, thing]));
  for (const { id, communeCodes, results } of answered.items) {
    const share = results[0]?.share ?? null;
    const region = things.get(id)?.region;
    if (share === null || region === undefined) continue;
    if (share.unit === "squareMetres") add(communeCodes[0] ?? "unstated", share.inside);
    else if (share.inside === 0)
      add(communeCodes.length > 1 ? "several" : (communeCodes[0] ?? "unstated"), 0);
    else if (region.type === "line") {
      const ground = groundOfTarget();
      if (ground === null) continue;
      for (const [code, metres] of lengthByCommune(region.shape, ground, context)) add(code, metres);
    }
  }
  return sums;
}

/**
 * Metres of a line in ground, by commune. A stretch along a border counts for the commune with the lower code alone, so that the parts add up to the
 * whole; what lies beyond every commune is unstated.
 */
export function lengthByCommune(
  line: PlaneShape,
  ground: Ground,
  { snapshot, communeShape }: Pick<QuestionContext, "snapshot" | "communeShape">,
): ReadonlyMap<CommuneCode | "unstated", number> {
  const near = snapshot.register.communes
    .flatMap(({ code }) => {
      const shape = communeShape(code);
      return shape !== null && boxesMeet(shape.box, line.box) ? [{ code, ground: groundOfShape(shape) }] : [];
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const lengths = new Map<CommuneCode | "unstated", number>();
  eachStretch(line, (ax, ay, bx, by) => {
    const length = span(bx - ax, by - ay);
    const cuts = [0, 1];
    const cut = (cx: number, cy: number, dx: number, dy: number) => {
      cutAt(ax, ay, bx, by, cx, cy, dx, dy, cuts);
      return false;
    };
    for (const { edgesIn } of [ground, ...near.map((commune) => commune.ground)])
      edgesIn(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), cut);
    cuts.sort((a, b) => a - b);
    for (let index = 0; index + 1 < cuts.length; index++) {
      const [from = 0, to = 1] = [cuts[index], cuts[index + 1]];
      const middle = (from + to) / 2;
      const [x, y] = [ax + middle * (bx - ax), ay + middle * (by - ay)];
      if (to <= from || !ground.contains(x, y)) continue;
      const code = near.find((commune) => commune.ground.contains(x, y))?.code ?? "unstated";
      lengths.set(code, (lengths.get(code) ?? 0) + (to - from) * length);
    }
  });
  return lengths;
}
