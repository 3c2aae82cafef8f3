import { group } from "d3";
import type { Count, Poverty } from "@/domain/poverty";
import type { Rows } from "../packs";
import type { Located, Problems } from "../problems";

/** Counts of a village below this are not published (DATA.md › Small numbers). */
export const SMALLEST_PUBLISHED = 10;

const COUNTS = [
  ["poor", "poor"],
  ["nearPoor", "near_poor"],
] as const;
const RATES = { poor: ["poorRate", "poor_rate"], nearPoor: ["nearPoorRate", "near_poor_rate"] } as const;

/** Poverty counts that contradict each other, or that show how few households a village has. */
export function validatePoverty(rows: Rows, problems: Problems): void {
  for (const { row, at } of rows.poverty) {
    const { households, poor, nearPoor } = row;
    if (isNumber(households) && (isNumber(poor) || isNumber(nearPoor))) {
      const counted = (isNumber(poor) ? poor : 0) + (isNumber(nearPoor) ? nearPoor : 0);
      if (counted > households) {
        const message = `is less than poor and near poor together (${counted})`;
        problems.error(at, "households", households, message, "correct the counts");
      }
    }
    const multidimensional = (row.poorRate ?? 0) + (row.nearPoorRate ?? 0);
    if (multidimensional > 100) {
      problems.error(
        at,
        "poor_rate",
        multidimensional,
        "and near_poor_rate exceed 100 %",
        "correct the rates",
      );
    }
    if (row.areaLevel === "village") validateSmallNumbers({ row, at }, problems);
  }
  validateSolvable(rows, problems);
}

const isNumber = (count: Count): count is number => typeof count === "number";

function validateSmallNumbers({ row, at }: Located<Poverty>, problems: Problems): void {
  for (const [field, column] of COUNTS) {
    const count = row[field];
    if (isNumber(count) && count < SMALLEST_PUBLISHED) {
      const message = `is a village count under ${SMALLEST_PUBLISHED} households`;
      problems.error(at, column, count, message, "write * here and in a second village of the commune");
    }
    const [rate, rateColumn] = RATES[field];
    if (count === "suppressed" && row[rate] !== null) {
      const message = "gives back the count that is withheld";
      problems.error(at, rateColumn, row[rate], message, "leave the rate blank where the count is *");
    }
  }
}

/** Withheld villages that subtraction from their commune's total gives back. An unknown village keeps the total from saying. */
function validateSolvable(rows: Rows, problems: Problems): void {
  const communeOf = new Map(rows.villages.map(({ row }) => [row.villageId, row.communeCode as string]));
  const round = ({ row }: Located<Poverty>, commune: string) =>
    [commune, row.year, row.standard, row.recordedOn].join(" ");
  const villages = rows.poverty.filter(({ row }) => row.areaLevel === "village");
  const totals = new Map(
    rows.poverty
      .filter(({ row }) => row.areaLevel === "commune")
      .map((located) => [round(located, located.row.areaCode), located.row]),
  );
  const byRound = group(villages, (located) => round(located, communeOf.get(located.row.areaCode) ?? "?"));
  for (const [key, ofRound] of byRound) {
    for (const [field, column] of COUNTS) {
      const withheld = ofRound.filter(({ row }) => row[field] === "suppressed");
      const total = totals.get(key)?.[field] ?? null;
      const [first] = withheld;
      const complete = ofRound.every(({ row }) => row[field] !== null);
      if (first === undefined || !complete || !isNumber(total)) continue;
      const published = ofRound.reduce((sum, { row }) => sum + (isNumber(row[field]) ? row[field] : 0), 0);
      if (withheld.length === 1) {
        const message = "is the only withheld count of its commune, so the commune's total gives it back";
        problems.error(first.at, column, "*", message, "withhold a second village as well");
      } else if (total <= published) {
        const message = `can be worked out: the commune's total (${total}) leaves nothing for the withheld villages`;
        problems.error(first.at, column, "*", message, "withhold a larger village as well");
      }
    }
  }
}
