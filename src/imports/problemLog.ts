import {
  LAYER_PROBLEMS,
  type LayerProblem,
  type LayerProblemCode,
  LISTED_PER_CODE,
  type ProblemTotals,
} from "./uploadedLayer";

/** Collects what there is to say about one file: lists the first problems of a code, counts all. */
export class ProblemLog {
  readonly listed: LayerProblem[] = [];
  readonly #totals = new Map<LayerProblemCode, number>();

  /** `row` null: about the file as a whole. */
  add(code: LayerProblemCode, row: number | null, value: string | number = ""): void {
    const total = (this.#totals.get(code) ?? 0) + 1;
    this.#totals.set(code, total);
    if (total > LISTED_PER_CODE) return;
    this.listed.push({ code, severity: LAYER_PROBLEMS[code], row, value: String(value) });
  }

  get totals(): ProblemTotals {
    return Object.fromEntries(this.#totals);
  }
}
