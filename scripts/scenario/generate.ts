import { pathToFileURL } from "node:url";
import { capitalRows, planMoney } from "./capital";
import { hazardLayers } from "./hazard";
import { placeVillages, readLand, villageRows } from "./places";
import { courseOf, modelOf, planRows } from "./plans";
import { povertyRows } from "./poverty";
import { README } from "./readme";
import {
  communePlanRows,
  observationRows,
  relocationRows,
  sourceRows,
  statusRows,
  targetRows,
} from "./records";
import { carriedOver, reportRows } from "./reports";
import { placeWorks, workLines, workRows } from "./works";
import { type Cell, csvText, featuresText, writeFiles } from "./write";

/** A table whose columns are those of its first row. */
function table(file: string, rows: readonly Readonly<Record<string, Cell>>[]): [string, string] {
  return [file, csvText({ file, columns: Object.keys(rows[0] ?? {}), rows })];
}

/**
 * The whole invented pack, file name → text, from the official communes, boundaries and relief alone. The same facts
 * give the same bytes: no clock, no chance but the seeded one.
 * @param officialDir the folder of the facts
 */
export function scenarioFiles(officialDir = "data/official"): ReadonlyMap<string, string> {
  const land = readLand(officialDir);
  const villages = placeVillages(land);
  const works = placeWorks(land, villages);
  const courses = new Map(works.map((work) => [work.id, courseOf(work)]));
  const money = planMoney(works, courses);
  // A tied work has the total of its model: what is weighed must be equal to the million.
  const investments = new Map(
    works.map((work) => [work.id, money.get(modelOf(work, works).id)?.totalInvestment ?? null]),
  );
  const { zones, assessed } = hazardLayers(land, villages, works);
  return new Map([
    ["README.md", README],
    table("sources.csv", sourceRows()),
    table("commune_status.csv", statusRows()),
    table("commune_plans.csv", communePlanRows()),
    table("villages.csv", villageRows(villages)),
    table("works.csv", workRows(works)),
    ["work_lines.geojson", featuresText(workLines(works))],
    table("work_plans.csv", planRows(works, courses, investments)),
    table("capital_plan.csv", capitalRows(works, money, carriedOver(works, courses, money))),
    table(
      "work_reports.csv",
      reportRows(works, courses, money).map((row) => ({ ...row })),
    ),
    table(
      "poverty.csv",
      povertyRows(land, villages, works).map((row) => ({ ...row })),
    ),
    table("relocations.csv", relocationRows()),
    ["hazard_zones.geojson", featuresText(zones)],
    ["hazard_assessed.geojson", featuresText(assessed)],
    table("targets.csv", targetRows()),
    table("observations.csv", observationRows()),
  ]);
}

/** Writes the pack anew. */
export async function generateScenario(outDir = "data/illustrative"): Promise<void> {
  writeFiles(outDir, scenarioFiles());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await generateScenario();
