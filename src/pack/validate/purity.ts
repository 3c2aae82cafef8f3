import { packOf, type Rows } from "../packs";
import type { Place, Problems } from "../problems";

/** How the ids of the scenario begin; facts never do. */
const INVENTED_ID = /^(MH-|SRC-MH-)/;

/** Nothing invented among the facts, and nothing invented without saying so. */
export function validatePurity(rows: Rows, problems: Problems): void {
  const kinds = new Map(rows.sources.map(({ row }) => [row.sourceId, row.kind]));
  const all = Object.values(rows).flat() as readonly { row: object; at: Place }[];
  for (const { row, at } of all) {
    if (packOf(at) !== "official") continue;
    for (const [field, value] of Object.entries(row)) {
      if (typeof value === "string" && INVENTED_ID.test(value)) {
        problems.error(
          at,
          field,
          value,
          "is an illustrative id among the facts",
          "move the row to data/illustrative",
        );
      }
    }
    const kind = "kind" in row ? row.kind : "sourceId" in row ? kinds.get(String(row.sourceId)) : undefined;
    if (kind === "illustrative") {
      problems.error(
        at,
        "source_id",
        null,
        "is illustrative among the facts",
        "move the row to data/illustrative",
      );
    }
  }
  for (const { row, at } of rows.works) {
    if (packOf(at) === "illustrative" && kinds.get(row.sourceId) !== "illustrative") {
      const remedy = "refer to a source of the kind illustrative";
      problems.error(at, "source_id", row.sourceId, "does not say that this work is invented", remedy);
    }
  }
}
