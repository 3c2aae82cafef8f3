import type { ControlTotal } from "@/domain/manifest";
import { packOf, type Rows } from "../packs";
import type { Problems } from "../problems";

const NEEDED = [
  "works",
  "provincial-capital",
  "communes",
  "communes-commune",
  "communes-ward",
  "area",
  "population",
];
/** Totals of the fixed list of communes and of the scenario, which promises them: a difference is a mistake. */
const OF_COMMUNES = ["communes", "communes-commune", "communes-ward", "area", "population"];

/**
 * Counted against stated. For the real register a difference is a finding to be shown (the plan may have changed),
 * not a reason to refuse the data.
 */
export function validateTotals(rows: Rows, totals: readonly ControlTotal[], problems: Problems): void {
  const file = "data/official/programme.csv";
  for (const id of NEEDED) {
    if (!totals.some((total) => total.id === id)) {
      problems.error(
        { file, row: null },
        "total_id",
        id,
        "is missing",
        "state the total with its quote and source",
      );
    }
  }
  const invented = rows.works.some(({ row, at }) => row.inPlan97 === "yes" && packOf(at) === "illustrative");
  const places = new Map(rows.programme.map(({ row, at }) => [row.totalId, at]));
  for (const { id, expected, found, unit } of totals) {
    if (found === null || found === expected) continue;
    const at = places.get(id) ?? { file, row: null };
    const message = `is stated as ${expected} ${unit}, but the rows add up to ${found}`;
    const remedy = "correct the rows, or the stated total with its new source";
    if (invented || OF_COMMUNES.includes(id)) problems.error(at, "value", id, message, remedy);
    else problems.warning(at, "value", id, message, remedy);
  }
}
