import fc from "fast-check";
import { expect, test } from "vitest";
import { FORMS, formOf } from "@/imports/forms";
import type { TableForm } from "@/imports/forms/form";
import type { Sheet, SheetCell } from "@/imports/sheet";
import {
  fieldMeant,
  headingsAt,
  matchHeadings,
  missingColumns,
  withChoice,
} from "@/imports/tables/matchHeadings";

const sheet = (rows: SheetCell[][], merged: Sheet["merged"] = []): Sheet => ({
  file: "a.xlsx",
  name: "S",
  isHidden: false,
  rows,
  merged,
  layer: null,
});
const found = (given: Sheet) => {
  const match = matchHeadings(given, FORMS);
  return match === null
    ? null
    : [match.form.id, match.first, match.last, match.columns.map(({ column }) => column)];
};

test("headings below a title, in any order, with units, marks and columns nobody knows", () => {
  const rows = [
    ["ỦY BAN NHÂN DÂN XÃ", null, null],
    [null],
    ["STT", "TỔNG MỨC ĐẦU TƯ (triệu đồng)", "Mã công trình *", "Người nhập", "ngay ghi nhan"],
    [1, 100, "CT-1", "A", "1/1/2026"],
  ];
  expect(found(sheet(rows))).toEqual([
    "work-plans",
    3,
    3,
    [null, "total_investment", "work_id", null, "recorded_on"],
  ]);
});

test("a group heading merged over two columns is read with what stands below it", () => {
  const rows = [
    ["Mã công trình", "Ngày chốt số liệu", "Giải ngân", "Giải ngân", "Giai đoạn"],
    ["Mã công trình", "Ngày chốt số liệu", "Trong năm", "Lũy kế", "Giai đoạn"],
    ["CT-1", "1/1/2026", 1, 2, "Khởi công"],
  ];
  const merged = [
    { top: 0, left: 2, bottom: 0, right: 3 },
    { top: 0, left: 0, bottom: 1, right: 0 },
  ];
  expect(found(sheet(rows, merged))).toEqual([
    "work-reports",
    1,
    2,
    ["work_id", "as_of", "disbursed_year", "disbursed_cumulative", "stage"],
  ]);
});

test("a share is not a count; two columns of one meaning leave the second to the person", () => {
  const rows = [["Mã xã", "Hộ nghèo", "% hộ nghèo", "Số hộ nghèo"]];
  expect(found(sheet(rows))?.[3]).toEqual(["area_code", "poor", "poor_rate", null]);
});

test("a letter is no table, and neither is a single known word", () => {
  expect(found(sheet([["Kính gửi: Ủy ban nhân dân tỉnh"], ["Tên", "abc"], ["Ghi chú"]]))).toBeNull();
  expect(found(sheet([]))).toBeNull();
});

const NOWHERE = { crs: null, said: null, geometries: new Map(), faults: new Map() };
/** What a map must hold to be this table; null: it is a plain one. */
const shapesOf = ({ columns }: TableForm) =>
  columns.some(({ type }) => type === "lines")
    ? ("line" as const)
    : columns.some(({ type }) => type === "polygons")
      ? ("polygon" as const)
      : null;

test("a map is told by its shapes as well: no line is an area, no table has shapes", () => {
  const rows = [["work_id", "name", "sector"]];
  const kinds = [null, "point", "line", "polygon"] as const;
  const forms = kinds.map(
    (kind) =>
      matchHeadings({ ...sheet(rows), layer: kind === null ? null : { ...NOWHERE, kind } }, FORMS)?.form.id,
  );
  expect(forms).toEqual(["works", "works", "work-lines", undefined]);
});

test("where the shapes say the place, fields of the same meaning are kept and not read", () => {
  const match = matchHeadings(
    { ...sheet([["work_id", "name", "lon", "Y"]]), layer: { ...NOWHERE, kind: "point" } },
    FORMS,
  );
  expect(match?.columns.map(({ column }) => column)).toEqual(["work_id", "name", null, null]);
});

test.each([
  ["works", "MA_CT", "work_id"],
  ["works", "MA_CONG_TR", "work_id"],
  ["works", "TENCONGTRI", "name"],
  ["works", "LINHVUC", "sector"],
  // Two columns begin so: not guessed at.
  ["work-plans", "NGAY_HOAN", null],
  ["work-plans", "TONG_MUC_D", "total_investment"],
  ["hazard-zones", "CAP_NGUYCO", "class"],
  ["hazard-zones", "OBJECTID", "zone_id"],
] as const)("a field of %s may be cut or run together: %s", (id, field, column) => {
  const form = formOf(id);
  if (form === null) throw new Error("no form");
  expect(fieldMeant(form, field)).toBe(column);
});

test("each form is recognised by its own headings, in both languages and by the names of its files, shuffled", () => {
  for (const form of FORMS) {
    for (const name of ["vi", "en", "file"] as const) {
      const headings = form.columns.map((column) => (name === "file" ? column.column : column.heading[name]));
      fc.assert(
        fc.property(fc.shuffledSubarray(headings, { minLength: headings.length }), (shuffled) => {
          const kind = shapesOf(form);
          const match = matchHeadings(
            { ...sheet([[...shuffled]]), layer: kind === null ? null : { ...NOWHERE, kind } },
            FORMS,
          );
          expect(match?.form.id).toBe(form.id);
          const own = form.columns.filter(({ type }) => type !== "lines" && type !== "polygons");
          expect(match?.columns.filter(({ column }) => column !== null)).toHaveLength(own.length);
        }),
        { numRuns: 10 },
      );
    }
  }
});

test("a person's choice moves a column; what is missing is named", () => {
  const form = formOf("work-plans");
  if (form === null) throw new Error("no form");
  const given = sheet([["Mã công trình", "Số"]]);
  const match = headingsAt(given, form, 1);
  expect(missingColumns(given, match).map(({ column }) => column)).toEqual(["recorded_on", "source_id"]);
  const moved = withChoice(match, 1, "work_id");
  expect(moved.columns.map(({ column }) => column)).toEqual([null, "work_id"]);
  expect(missingColumns(given, withChoice(moved, 1, null)).map(({ column }) => column)).toContain("work_id");
});

test("headings called like what every object has are headings", () => {
  const rows = [["Mã công trình", "Ngày ghi nhận", "__proto__", "constructor"]];
  expect(found(sheet(rows))?.[3]).toEqual(["work_id", "recorded_on", null, null]);
});
