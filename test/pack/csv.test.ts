import { describe, expect, it } from "vitest";
import { columnsOf, readTable, type Table } from "@/pack/csv";
import { Problems } from "@/pack/problems";
import { povertyTable } from "@/pack/tables/poverty";
import { capitalPlanTable, workReportsTable, worksTable } from "@/pack/tables/works";

function read<Row>(table: Table<Row>, text: string) {
  const problems = new Problems();
  const rows = readTable(table, text, "data/official/x.csv", problems);
  return { rows: rows.map(({ row }) => row), problems: problems.all() };
}

const CAPITAL = "work_id,year,capital_source,amount,carried_over,recorded_on,source_id";
const POVERTY =
  "area_level,area_code,year,standard,households,poor,near_poor,poor_rate,near_poor_rate,recorded_on,source_id";

describe("a table", () => {
  it("takes columns in any order, ignores extra ones and keeps blanks unknown", () => {
    const { rows, problems } = read(
      capitalPlanTable,
      "source_id,remark,recorded_on,carried_over,amount,capital_source,year,work_id\nS,x,2026-06-30,,0,loan,2026,W\n",
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        workId: "W",
        year: 2026,
        capitalSource: "loan",
        amount: 0,
        carriedOver: null,
        recordedOn: "2026-06-30",
        sourceId: "S",
      },
    ]);
  });

  it("names every bad cell of every row, with the row number a spreadsheet shows", () => {
    const { rows, problems } = read(
      capitalPlanTable,
      `${CAPITAL}\nW,2026,loan,12.5,,2026-02-30,S\n\nW,NaN,gold,"1,000",-1,2026-06-30,\n`,
    );
    expect(rows).toEqual([]);
    expect(problems.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, "amount", "12.5"],
      [2, "recorded_on", "2026-02-30"],
      [4, "amount", "1,000"],
      [4, "capital_source", "gold"],
      [4, "carried_over", "-1"],
      [4, "source_id", null],
      [4, "year", "NaN"],
    ]);
    expect(problems.every(({ remedy }) => remedy.length > 10)).toBe(true);
  });

  it("names a missing column once, even without rows", () => {
    const { problems } = read(capitalPlanTable, "work_id,year,capital_source,amount,recorded_on,source_id\n");
    expect(problems.map(({ row, column }) => [row, column])).toEqual([[1, "carried_over"]]);
  });

  it("names a column that comes twice and a row of the wrong width", () => {
    const { problems } = read(capitalPlanTable, `${CAPITAL},amount\nW,2026,loan\n`);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [1, "amount"],
      [2, null],
    ]);
  });

  it("refuses a percentage over 100 and takes 0 as a value", () => {
    const columns = columnsOf(workReportsTable);
    const cells = new Map([
      ["work_id", "W"],
      ["as_of", "2026-09-30"],
      ["reported_on", "2026-10-05"],
      ["source_id", "S"],
    ]);
    const line = (progress: string) =>
      columns.map((name) => (name === "physical_progress" ? progress : (cells.get(name) ?? ""))).join(",");
    const { rows, problems } = read(
      workReportsTable,
      `${columns.join(",")}\n${line("0")}\n${line("100.1")}\n`,
    );
    expect(rows.map(({ physicalProgress }) => physicalProgress)).toEqual([0]);
    expect(problems.map(({ row, column, value }) => [row, column, value])).toEqual([
      [3, "physical_progress", "100.1"],
    ]);
  });

  it("keeps a withheld count apart from an unknown one and from 0", () => {
    const line = (poor: string) => `village,V,2026,2022-2025,100,${poor},,,,2026-12-01,S`;
    const { rows } = read(povertyTable, [POVERTY, line("*"), line(""), line("0")].join("\n"));
    expect(rows.map(({ poor }) => poor)).toEqual(["suppressed", null, 0]);
  });

  it("splits lists, keeps the leading zero of codes and wants both coordinates or none", () => {
    const columns = columnsOf(worksTable);
    const cells: Record<string, string> = {
      work_id: "W",
      name: "Cầu",
      sector: "transport",
      commune_codes: "07654; 07615",
      location_precision: "several",
      in_plan_97: "no",
      source_id: "S",
    };
    const line = (extra: Record<string, string>) =>
      columns.map((name) => ({ ...cells, ...extra })[name] ?? "").join(",");
    const { rows, problems } = read(
      worksTable,
      [columns.join(","), line({}), line({ lon: "106.5" }), line({ commune_codes: "7654" })].join("\n"),
    );
    expect(rows.map(({ communeCodes, villageIds }) => [communeCodes, villageIds])).toEqual([
      [["07654", "07615"], []],
    ]);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, "lat"],
      [4, "commune_codes"],
    ]);
  });

  it("composes decomposed letters and drops a byte-order mark", () => {
    const { rows } = read(
      capitalPlanTable,
      `\uFEFF${CAPITAL}\n${"Cầu".normalize("NFD")},2026,loan,1,,2026-06-30,S\n`,
    );
    expect(rows.map(({ workId }) => workId)).toEqual(["Cầu"]);
  });
});
