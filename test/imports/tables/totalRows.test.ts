import { expect, test } from "vitest";
import { ImportSession } from "@/imports/importSession";
import type { SheetCell } from "@/imports/sheet";
import { folderFiles } from "../../../scripts/data/folderFiles";

const FILES = folderFiles("data");
const HEADINGS = ["Mã công trình", "Tên công trình", "Lĩnh vực", "Ghi chú"];

/** What becomes of a second row below one of data. */
function fateOf(cells: readonly SheetCell[]): "total" | "data" | "group" {
  const session = new ImportSession(FILES);
  const rows = [HEADINGS, ["CT-1", "Cầu", "Giao thông", "x"], cells];
  session.add([{ file: "a.csv", name: null, isHidden: false, rows, merged: [], layer: null }]);
  const [table] = session.read(new Map());
  if (table?.problems.some(({ code }) => code === "total-row")) return "total";
  return table?.rows.length === 2 ? "data" : "group";
}

test("totals are known however they are spelled", () => {
  const words = [
    "Tổng",
    "Tổng cộng",
    "TỔNG SỐ",
    "tổng toàn tỉnh",
    "Cộng",
    "Cộng tổng",
    "Total",
    "Sum",
    "tong cong",
  ];
  for (const word of words)
    for (const text of [word, word.toUpperCase(), `${word}:`, `* ${word}`, word.normalize("NFD")]) {
      expect([text, fateOf(["", text, "", "9"])]).toEqual([text, "total"]);
      expect([text, fateOf([text, "", "", "9"])]).toEqual([text, "total"]);
    }
});

test("a work whose name begins like a total is a work", () => {
  for (const name of ["Cổng trường", "Tông đường", "Trạm y tế", "Suối cạn", "Tổng kho", "Công viên"])
    expect([name, fateOf(["CT-2", name, "Giao thông", "x"])]).toEqual([name, "data"]);
});
