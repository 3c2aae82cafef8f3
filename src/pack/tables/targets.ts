import type { Observation, Target } from "@/domain/target";
import type { Table } from "../csv";

export const targetsTable: Table<Target> = {
  file: "targets.csv",
  read: (cells) => ({
    targetId: cells.text("target_id"),
    indicator: cells.text("indicator"),
    areaLevel: cells.oneOf("area_level", ["province", "commune", "village"]),
    areaCode: cells.text("area_code"),
    unit: cells.text("unit"),
    baselineYear: cells.optionalNumber("baseline_year", { whole: true }),
    baselineValue: cells.optionalNumber("baseline_value"),
    targetYear: cells.optionalNumber("target_year", { whole: true }),
    targetValue: cells.optionalNumber("target_value"),
    direction: cells.oneOf("direction", ["below", "at-most", "at-least", "above", "exactly"]),
    statedPace: cells.optionalNumber("stated_pace"),
    standard: cells.optionalText("standard"),
    responsibleBody: cells.optionalText("responsible_body"),
    quote: cells.optionalText("quote"),
    note: cells.optionalText("note"),
    sourceId: cells.text("source_id"),
  }),
};

export const observationsTable: Table<Observation> = {
  file: "observations.csv",
  read: (cells) => ({
    targetId: cells.text("target_id"),
    year: cells.number("year", { whole: true }),
    value: cells.number("value"),
    standard: cells.optionalText("standard"),
    recordedOn: cells.date("recorded_on"),
    sourceId: cells.text("source_id"),
  }),
};
