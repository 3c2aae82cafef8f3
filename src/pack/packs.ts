import type { LineString, MultiLineString, MultiPolygon, Polygon } from "geojson";
import type { Commune, CommunePlan, CommuneStatus } from "@/domain/commune";
import type { HazardAssessed, HazardEvent, HazardZone } from "@/domain/hazard";
import type { NamedPlace } from "@/domain/namedPlace";
import type { Poverty, Relocation } from "@/domain/poverty";
import type { Source } from "@/domain/source";
import type { Observation, Target } from "@/domain/target";
import type { Village } from "@/domain/village";
import type { CapitalPlan, Work, WorkPlan, WorkReport } from "@/domain/work";
import type { Cells } from "./cells";
import { readTable, type Table } from "./csv";
import { readFeatures, tidy } from "./geojson";
import type { Inputs } from "./inputs";
import type { Located, Place, Problems } from "./problems";
import { communePlansTable, communeStatusTable, communesTable } from "./tables/communes";
import { hazardEventsTable } from "./tables/hazard";
import {
  hazardAssessedTable,
  hazardZonesTable,
  readHazardAssessed,
  readHazardZone,
} from "./tables/hazardFeatures";
import { gazetteerTable, namedPlacesTable } from "./tables/places";
import { povertyTable, relocationsTable } from "./tables/poverty";
import { type Candidate, candidatesTable, type ProgrammeTotal, programmeTable } from "./tables/programme";
import { sourcesTable } from "./tables/sources";
import { observationsTable, targetsTable } from "./tables/targets";
import { villagesTable } from "./tables/villages";
import {
  capitalPlanTable,
  workLinesTable,
  workPlansTable,
  workReportsTable,
  worksTable,
} from "./tables/works";

/** `official`: facts. `illustrative`: the invented scenario that shows the system. Always read in this order. */
export const PACKS = ["official", "illustrative"] as const;
export type Pack = (typeof PACKS)[number];

export const packOf = ({ file }: Place): Pack =>
  file.startsWith("data/illustrative/") ? "illustrative" : "official";

/** Every row of the packs read, still knowing its place. */
export interface Rows {
  readonly communes: readonly Located<Commune>[];
  readonly communeStatuses: readonly Located<CommuneStatus>[];
  readonly communePlans: readonly Located<CommunePlan>[];
  readonly villages: readonly Located<Village>[];
  readonly works: readonly Located<Work>[];
  readonly workPlans: readonly Located<WorkPlan>[];
  readonly workReports: readonly Located<WorkReport>[];
  readonly capitalPlans: readonly Located<CapitalPlan>[];
  readonly poverty: readonly Located<Poverty>[];
  readonly relocations: readonly Located<Relocation>[];
  readonly hazardZones: readonly Located<HazardZone>[];
  readonly hazardAssessed: readonly Located<HazardAssessed>[];
  readonly hazardEvents: readonly Located<HazardEvent>[];
  readonly targets: readonly Located<Target>[];
  readonly observations: readonly Located<Observation>[];
  /** Places to look for: not part of the register, the search asks for them by themselves. */
  readonly places: readonly Located<NamedPlace>[];
  readonly sources: readonly Located<Source>[];
  /** Stated totals and candidates: used by the build, not shipped as datasets. */
  readonly programme: readonly Located<ProgrammeTotal>[];
  readonly candidates: readonly Located<Candidate>[];
}

/** Reads all tables of the packs. A file a pack leaves out has no rows. */
export function readPacks(inputs: Inputs, packs: readonly Pack[], problems: Problems): Rows {
  const rowsOf = <Row>(table: Table<Row>): Located<Row>[] =>
    packs.flatMap((pack) => {
      const path = `data/${pack}/${table.file}`;
      if (!inputs.has(path)) return [];
      const rows = readTable(table, inputs.text(path), path, problems);
      inputs.countRows(path, rows.length);
      return rows;
    });

  const zones = hazardFeatures(hazardZonesTable.file, readHazardZone);
  const assessed = hazardFeatures(hazardAssessedTable.file, readHazardAssessed);
  return {
    communes: rowsOf(communesTable),
    communeStatuses: rowsOf(communeStatusTable),
    communePlans: rowsOf(communePlansTable),
    villages: rowsOf(villagesTable),
    works: withLines(rowsOf(worksTable), inputs, packs, problems),
    workPlans: rowsOf(workPlansTable),
    workReports: rowsOf(workReportsTable),
    capitalPlans: rowsOf(capitalPlanTable),
    poverty: rowsOf(povertyTable),
    relocations: rowsOf(relocationsTable),
    hazardZones: zones,
    hazardAssessed: assessed,
    hazardEvents: rowsOf(hazardEventsTable),
    targets: rowsOf(targetsTable),
    observations: rowsOf(observationsTable),
    places: [...rowsOf(gazetteerTable), ...rowsOf(namedPlacesTable)],
    sources: rowsOf(sourcesTable),
    programme: rowsOf(programmeTable),
    candidates: rowsOf(candidatesTable),
  };

  /**
   * A province's own map takes the place of the invented one: two maps of the same ground would be drawn as one.
   */
  function hazardFeatures<Row>(
    file: string,
    read: (cells: Cells, geometry: Polygon | MultiPolygon) => Row,
  ): Located<Row>[] {
    const own = packs.includes("official") && inputs.has(`data/official/${hazardZonesTable.file}`);
    return packs
      .filter((pack) => pack === "official" || !own)
      .flatMap((pack) => {
        const path = `data/${pack}/${file}`;
        if (!inputs.has(path)) return [];
        const features = readFeatures<Polygon | MultiPolygon>(
          inputs.text(path),
          path,
          ["Polygon", "MultiPolygon"],
          problems,
        );
        inputs.countRows(path, features.length);
        return features.flatMap(({ row: { cells, geometry }, at }) => {
          const row = read(cells, geometry);
          return cells.failed ? [] : [{ row, at }];
        });
      });
  }
}

/** Puts the lines of `work_lines.geojson` into their works; a line without a work is named. */
function withLines(
  works: readonly Located<Work>[],
  inputs: Inputs,
  packs: readonly Pack[],
  problems: Problems,
): Located<Work>[] {
  const lines = new Map<string, [number, number][][]>();
  const known = new Set(works.map(({ row }) => row.workId));
  for (const pack of packs) {
    const path = `data/${pack}/${workLinesTable.file}`;
    if (!inputs.has(path)) continue;
    const features = readFeatures<LineString | MultiLineString>(
      inputs.text(path),
      path,
      ["LineString", "MultiLineString"],
      problems,
    );
    inputs.countRows(path, features.length);
    for (const { row, at } of features) {
      const workId = workLinesTable.read(row.cells);
      if (row.cells.failed) continue;
      if (!known.has(workId)) {
        problems.error(at, "work_id", workId, "is not a work", "add the work to works.csv or correct the id");
        continue;
      }
      const geometry = tidy(row.geometry);
      const parts = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
      const pairs = parts.map((part) => part.map(([lon = 0, lat = 0]): [number, number] => [lon, lat]));
      lines.set(workId, [...(lines.get(workId) ?? []), ...pairs]);
    }
  }
  return works.map(({ row, at }) => ({ row: { ...row, line: lines.get(row.workId) ?? null }, at }));
}
