import type { ControlTotal } from "@/domain/manifest";
import type { CapitalPlan, Work } from "@/domain/work";
import type { Rows } from "../packs";

/**
 * What public documents state against what the rows add up to. `found` is null where nothing can be counted yet:
 * only works known to be of the 97 count, and without one of them there is no register to compare.
 */
export function controlTotals(rows: Rows): ControlTotal[] {
  const works = rows.works.map(({ row }) => row).filter(({ inPlan97 }) => inPlan97 === "yes");
  const communes = rows.communes.map(({ row }) => row);
  const statuses = rows.communeStatuses.map(({ row }) => row.communeCode);

  const countOf = (list: readonly unknown[]) => (list.length === 0 ? null : list.length);
  const found = (totalId: string): number | null => {
    if (totalId === "works") return countOf(works);
    if (totalId.startsWith("works-")) {
      const ofSector = works.filter(({ sector }) => `works-${sector}` === totalId);
      return works.length === 0 ? null : ofSector.length;
    }
    if (totalId === "provincial-capital")
      return provincialCapital(
        works,
        rows.capitalPlans.map(({ row }) => row),
      );
    if (totalId === "especially-difficult-communes") return countOf([...new Set(statuses)]);
    if (totalId === "communes") return countOf(communes);
    if (totalId === "communes-commune") return countOf(communes.filter(({ unit }) => unit === "commune"));
    if (totalId === "communes-ward") return countOf(communes.filter(({ unit }) => unit === "ward"));
    // Hundredths are what the official table gives; sums of floats carry noise beyond them.
    if (totalId === "area") return Number(communes.reduce((sum, { areaKm2 }) => sum + areaKm2, 0).toFixed(2));
    if (totalId === "population") return communes.reduce((sum, { population }) => sum + population, 0);
    return null;
  };

  return rows.programme.map(({ row: { totalId, value, unit, sourceId } }) => ({
    id: totalId,
    expected: value,
    found: found(totalId),
    unit,
    sourceId,
  }));
}

/** Triệu đồng of the provincial budget in the latest rows of the works of the 97; null without such rows. */
function provincialCapital(works: readonly Work[], plans: readonly CapitalPlan[]): number | null {
  const ids = new Set(works.map(({ workId }) => workId));
  const latest = new Map<string, CapitalPlan>();
  for (const plan of plans) {
    if (plan.capitalSource !== "provincial" || !ids.has(plan.workId)) continue;
    const key = `${plan.workId} ${plan.year}`;
    const held = latest.get(key);
    if (held === undefined || held.recordedOn < plan.recordedOn) latest.set(key, plan);
  }
  return latest.size === 0 ? null : [...latest.values()].reduce((sum, { amount }) => sum + amount, 0);
}
