import type { ControlTotal } from "@/domain/manifest";
import type { Rows } from "../packs";
import type { Problems } from "../problems";
import type { CommunePolygon } from "../steps/geometry";
import { validateAreas } from "./areas";
import { validateDates } from "./dates";
import { validateKeys } from "./keys";
import { validateMoney } from "./money";
import { validatePlaces } from "./places";
import { validatePolygons } from "./polygons";
import { validatePoverty } from "./poverty";
import { validatePurity } from "./purity";
import { validateReferences } from "./references";
import { validateReports } from "./reports";
import { validateTotals } from "./totals";

/** Every check across rows and datasets. All of them run; none stops another. */
export function validate(
  rows: Rows,
  polygons: ReadonlyMap<string, CommunePolygon>,
  totals: readonly ControlTotal[],
  problems: Problems,
): void {
  validateKeys(rows, problems);
  validateReferences(rows, problems);
  validateDates(rows, problems);
  validateReports(rows, problems);
  validateMoney(rows, problems);
  validatePoverty(rows, problems);
  validatePlaces(rows, polygons, problems);
  validatePolygons(rows, problems);
  validateAreas(rows, polygons, problems);
  validatePurity(rows, problems);
  validateTotals(rows, totals, problems);
}
