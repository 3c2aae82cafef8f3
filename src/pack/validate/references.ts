import type { Rows } from "../packs";
import type { Place, Problems } from "../problems";

const PROVINCE = "24";

/** Codes and ids that point at rows which are not there. */
export function validateReferences(rows: Rows, problems: Problems): void {
  const communes = new Set<string>(rows.communes.map(({ row }) => row.code));
  const villages = new Map(rows.villages.map(({ row }) => [row.villageId, row]));
  const works = new Set(rows.works.map(({ row }) => row.workId));
  const targets = new Set(rows.targets.map(({ row }) => row.targetId));
  const sources = new Set(rows.sources.map(({ row }) => row.sourceId));

  const check = (
    known: { has(id: string): boolean },
    at: Place,
    column: string,
    id: string,
    remedy: string,
  ) => {
    if (!known.has(id)) problems.error(at, column, id, "is not known", remedy);
  };
  const commune = (at: Place, column: string, code: string) =>
    check(
      communes,
      at,
      column,
      code,
      "use a code of data/official/communes.csv; old names map through former_units",
    );
  const work = (at: Place, id: string) =>
    check(works, at, "work_id", id, "add the work to works.csv or correct the id");
  const village = (at: Place, column: string, id: string) =>
    check(villages, at, column, id, "add the village to villages.csv or correct the id");
  const area = (at: Place, { areaLevel, areaCode }: { areaLevel: string; areaCode: string }) => {
    if (areaLevel === "commune") commune(at, "area_code", areaCode);
    else if (areaLevel === "village") village(at, "area_code", areaCode);
    else if (areaCode !== PROVINCE)
      problems.error(at, "area_code", areaCode, "is not the province", "write 24");
  };

  const withSource = Object.values(rows).flat() as readonly { row: { sourceId: string }; at: Place }[];
  for (const { row, at } of withSource) {
    check(sources, at, "source_id", row.sourceId, "add the source to sources.csv, with its licence");
  }
  for (const { row, at } of rows.communes) for (const code of row.neighbours) commune(at, "neighbours", code);
  for (const { row, at } of [
    ...rows.communeStatuses,
    ...rows.communePlans,
    ...rows.villages,
    ...rows.relocations,
  ]) {
    commune(at, "commune_code", row.communeCode);
  }
  for (const { row, at } of rows.candidates) commune(at, "commune_code", row.communeCode);
  for (const { row, at } of [...rows.works, ...rows.hazardEvents, ...rows.places]) {
    for (const code of row.communeCodes) commune(at, "commune_codes", code);
  }
  for (const { row, at } of rows.works) {
    for (const id of row.villageIds) {
      village(at, "village_ids", id);
      const home = villages.get(id);
      if (home !== undefined && !row.communeCodes.includes(home.communeCode)) {
        const message = `lies in commune ${home.communeCode}, which the work does not name`;
        problems.error(
          at,
          "village_ids",
          id,
          message,
          "add the commune to commune_codes or correct the village",
        );
      }
    }
  }
  for (const { row, at } of rows.hazardEvents) {
    if (row.type !== "warning" && row.communeCodes.length === 0) {
      const remedy = "add the commune once its old name is matched; until then it is listed, not drawn";
      problems.warning(
        at,
        "commune_codes",
        row.place,
        "happened somewhere, but names no commune of today",
        remedy,
      );
    }
  }
  for (const { row, at } of [...rows.workPlans, ...rows.workReports, ...rows.capitalPlans])
    work(at, row.workId);
  for (const { row, at } of [...rows.poverty, ...rows.targets]) area(at, row);
  for (const { row, at } of rows.observations) {
    check(targets, at, "target_id", row.targetId, "add the target to targets.csv or correct the id");
  }
  validateNeighbours(rows, problems);
}

/** A boundary has two sides. */
function validateNeighbours(rows: Rows, problems: Problems): void {
  const byCode = new Map(rows.communes.map(({ row }) => [row.code, row]));
  for (const { row, at } of rows.communes) {
    for (const code of row.neighbours) {
      if (byCode.get(code)?.neighbours.includes(row.code) === false) {
        problems.error(
          at,
          "neighbours",
          code,
          `does not name ${row.code} back`,
          "import the boundaries again",
        );
      }
    }
  }
}
