import { expect, test } from "vitest";
import { ImportSession } from "@/imports/importSession";
import { folderFiles } from "../../../scripts/data/folderFiles";

const DATA = folderFiles("data");

/** What one cell of a table of plans comes to: a number as text, or the problem it is. */
function read(heading: string, cell: string): string {
  const session = new ImportSession(DATA);
  const rows = [
    ["Mã công trình", "Ngày ghi nhận", heading],
    ["CT-1", "30/6/2026", cell],
  ];
  session.add([{ file: "a.csv", name: null, isHidden: false, rows, merged: [], layer: null }]);
  const [table] = session.read(new Map([["source_id", "SRC-PLAN-PROVINCE"]]));
  const problem = table?.problems.find(({ severity }) => severity === "error");
  return problem?.code ?? table?.rows[0]?.values.get("total_investment") ?? "";
}

test.each([
  // Half a million is none of the column's numbers: one reading is left.
  ["Tổng mức đầu tư (triệu đồng)", "12.500", "12500"],
  ["Tổng mức đầu tư", "12.500", "12500"],
  ["Tổng mức đầu tư (triệu đồng)", "12,500", "12500"],
  // Twelve or twelve thousand: nobody knows.
  ["Tổng mức đầu tư (triệu đồng)", "12.000", "ambiguous-number"],
  // In tỷ both can be meant, and they are a thousand apart.
  ["Tổng mức đầu tư (tỷ đồng)", "12.500", "ambiguous-number"],
  ["Tổng mức đầu tư (tỷ đồng)", "12,5", "12500"],
])("%s: %s", (heading, cell, expected) => expect(read(heading, cell)).toBe(expected));
