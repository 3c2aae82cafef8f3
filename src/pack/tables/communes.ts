import type { Commune, CommunePlan, CommuneStatus } from "@/domain/commune";
import type { Table } from "../csv";

/** The communes and wards of the province: official figures, and what was measured on the drawn polygons. */
export const communesTable: Table<Commune> = {
  file: "communes.csv",
  read: (cells) => {
    const share100 = cells.optionalPercent("relief_share_100");
    const share200 = cells.optionalPercent("relief_share_200");
    return {
      code: cells.communeCode("code"),
      name: cells.text("name"),
      unit: cells.oneOf("unit", ["commune", "ward"]),
      areaKm2: cells.number("area_km2", { min: 0 }),
      population: cells.number("population", { min: 0, whole: true }),
      seat: cells.text("seat"),
      formerUnits: cells.list("former_units"),
      labelPoint: [cells.number("label_lon"), cells.number("label_lat")],
      bbox: [
        cells.number("bbox_west"),
        cells.number("bbox_south"),
        cells.number("bbox_east"),
        cells.number("bbox_north"),
      ],
      drawnAreaKm2: cells.number("drawn_area_km2", { min: 0 }),
      neighbours: cells.communeCodes("neighbours").toSorted(),
      relief: share100 === null || share200 === null ? null : { share100, share200 },
      sourceId: cells.text("source_id"),
    };
  },
};

export const communeStatusTable: Table<CommuneStatus> = {
  file: "commune_status.csv",
  read: (cells) => ({
    communeCode: cells.communeCode("commune_code"),
    status: cells.oneOf("status", ["especially-difficult"]),
    decisionNo: cells.optionalText("decision_no"),
    validFrom: cells.optionalDate("valid_from"),
    validTo: cells.optionalDate("valid_to"),
    recordedOn: cells.date("recorded_on"),
    basis: cells.text("basis"),
    sourceId: cells.text("source_id"),
  }),
};

export const communePlansTable: Table<CommunePlan> = {
  file: "commune_plans.csv",
  read: (cells) => ({
    communeCode: cells.communeCode("commune_code"),
    dueOn: cells.date("due_on"),
    submittedOn: cells.optionalDate("submitted_on"),
    recordedOn: cells.date("recorded_on"),
    sourceId: cells.text("source_id"),
  }),
};
