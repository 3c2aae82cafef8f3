/** Three classes on either side of "no change", which is a class of its own: a diverging scale pinned at zero. */
export const CHANGE_STEPS = 3;
/** −3 … 3; 0 is no change. */
export type ChangeClass = -3 | -2 | -1 | 0 | 1 | 2 | 3;

export interface ChangeClasses {
  /** Width of each class in the indicator's unit; the outermost is open. */
  readonly step: number;
  /** Fraction digits with which a difference is read: one that reads 0 is no change. */
  readonly digits: number;
}

const ROUND = [1, 2, 2.5, 5, 10];

/** The smallest 1, 2, 2.5, 5 × 10ⁿ not below a size > 0, exact to twelve digits. */
function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const step = ROUND.map((round) => round * power).find((candidate) => candidate >= size * (1 - 1e-9));
  return Number((step ?? 10 * power).toPrecision(12));
}

/** Classes for some differences, the same on both sides whatever their signs. Null: nothing has changed, or there is nothing. */
export function changeClasses(differences: readonly number[], digits: number): ChangeClasses | null {
  const most = Math.max(0, ...differences.map(Math.abs));
  const least = 10 ** -digits;
  return most < least / 2 ? null : { step: Math.max(least, roundUp(most / CHANGE_STEPS)), digits };
}

/** The class of a difference. Opposite differences are of opposite classes. */
export function changeClassOf({ step, digits }: ChangeClasses, difference: number): ChangeClass {
  const size = Math.abs(difference);
  if (Math.round(size * 10 ** digits) === 0) return 0;
  const out = Math.min(CHANGE_STEPS, Math.max(1, Math.ceil(size / step - 1e-9)));
  return (difference < 0 ? -out : out) as ChangeClass;
}
