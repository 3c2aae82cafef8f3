import type { Work, WorkPlan, WorkReport } from "@/domain/work";
import { CAPITAL_SOURCES, type CapitalPlan, LOCATION_CLASSES, SECTORS, STAGES } from "@/domain/work";
import type { Table } from "../csv";

/** Works; a line comes from `work_lines.geojson` and is put in afterwards. */
export const worksTable: Table<Work> = {
  file: "works.csv",
  read: (cells) => ({
    workId: cells.text("work_id"),
    name: cells.text("name"),
    sector: cells.oneOf("sector", SECTORS),
    action: cells.optionalText("action"),
    communeCodes: cells.communeCodes("commune_codes"),
    villageIds: cells.list("village_ids"),
    locationClass: cells.oneOf("location_precision", LOCATION_CLASSES),
    point: cells.optionalLonLat("lon", "lat"),
    accuracyM: cells.optionalNumber("accuracy_m", { min: 0 }),
    line: null,
    owner: cells.optionalText("owner"),
    responsibleBody: cells.optionalText("responsible_body"),
    projectGroup: cells.optionalOneOf("project_group", ["A", "B", "C"]),
    inPlan97: cells.oneOf("in_plan_97", ["yes", "no", "unknown"]),
    note: cells.optionalText("note"),
    sourceId: cells.text("source_id"),
  }),
};

/** Of a line only the id of its work is a property; the shape comes beside it. */
export const workLinesTable: Table<string> = {
  file: "work_lines.geojson",
  read: (cells) => cells.text("work_id"),
};

export const workPlansTable: Table<WorkPlan> = {
  file: "work_plans.csv",
  read: (cells) => ({
    workId: cells.text("work_id"),
    recordedOn: cells.date("recorded_on"),
    totalInvestment: cells.optionalMoney("total_investment"),
    plannedStart: cells.optionalDate("planned_start"),
    plannedEnd: cells.optionalDate("planned_end"),
    decisionNo: cells.optionalText("decision_no"),
    sourceId: cells.text("source_id"),
  }),
};

export const workReportsTable: Table<WorkReport> = {
  file: "work_reports.csv",
  read: (cells) => ({
    workId: cells.text("work_id"),
    asOf: cells.date("as_of"),
    reportedOn: cells.date("reported_on"),
    stage: cells.optionalOneOf("stage", STAGES),
    physicalProgress: cells.optionalPercent("physical_progress"),
    valueDoneCumulative: cells.optionalMoney("value_done_cumulative"),
    disbursedYear: cells.optionalMoney("disbursed_year"),
    disbursedCumulative: cells.optionalMoney("disbursed_cumulative"),
    actualStart: cells.optionalDate("actual_start"),
    acceptedOn: cells.optionalDate("accepted_on"),
    actualEnd: cells.optionalDate("actual_end"),
    obstacle: cells.optionalText("obstacle"),
    proposal: cells.optionalText("proposal"),
    authority: cells.optionalText("authority"),
    correctionReason: cells.optionalText("correction_reason"),
    sourceId: cells.text("source_id"),
  }),
};

export const capitalPlanTable: Table<CapitalPlan> = {
  file: "capital_plan.csv",
  read: (cells) => ({
    workId: cells.text("work_id"),
    year: cells.number("year", { min: 2000, max: 2100, whole: true }),
    capitalSource: cells.oneOf("capital_source", CAPITAL_SOURCES),
    amount: cells.number("amount", { min: 0, whole: true }),
    carriedOver: cells.optionalMoney("carried_over"),
    recordedOn: cells.date("recorded_on"),
    sourceId: cells.text("source_id"),
  }),
};
