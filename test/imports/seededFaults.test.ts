import { utils, write } from "@e965/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { ImportSession } from "@/imports/importSession";
import { readFile } from "@/imports/sheets/readFile";
import { problemLines } from "@/imports/tables/problemLines";
import { folderFiles } from "../../scripts/data/folderFiles";

/** A workbook as an office sends it, without a fault: each test plants one, and that one is named, where it stands, and nothing else. */
type Cells = (string | number | null)[][];
type Book = Record<"works" | "plans" | "reports" | "capital" | "poverty" | "villages", Cells>;

const SOURCE = "SRC-PLAN-PROVINCE";
const book = (): Book => ({
  works: [
    ["DANH MỤC CÔNG TRÌNH TRỌNG ĐIỂM", null, null, null, null, null, null, null, null, null],
    [
      "STT",
      "Mã công trình",
      "Tên công trình",
      "Lĩnh vực",
      "Địa bàn (xã)",
      "Thôn",
      "Mức rõ của vị trí",
      "Kinh độ",
      "Vĩ độ",
      "Thuộc 97 công trình",
      "Sai số vị trí",
    ],
    [1, "CT-001", "Trường tiểu học A", "Trường học", "An Lạc", null, "Chỉ biết xã", null, null, "Có", null],
    [
      2,
      "CT-002",
      "Đường B",
      "Giao thông",
      "An Lạc",
      "Thôn Một",
      "Theo thôn (± bán kính)",
      106.968,
      21.311,
      "Có",
      300,
    ],
    [3, "CT-003", "Trạm y tế C", "Y tế", "An Lạc", null, "Vị trí chính xác", 106.968, 21.311, "Không", 10],
  ],
  plans: [
    [
      "Mã công trình",
      "Ngày ghi nhận",
      "TMĐT (triệu đồng)",
      "Ngày khởi công kế hoạch",
      "Ngày hoàn thành kế hoạch",
    ],
    ["CT-001", "30/6/2026", "39.230", "5/9/2026", "6/2/2028"],
    ["CT-002", "30/6/2026", "1.234.567", "5/9/2026", "6/2/2028"],
  ],
  reports: [
    [
      "Mã công trình",
      "Ngày chốt số liệu",
      "Ngày báo cáo",
      "Giai đoạn",
      "Tiến độ khối lượng",
      "Giải ngân trong năm",
      "Giải ngân lũy kế",
      "Ngày khởi công thực tế",
      "Lý do đính chính",
    ],
    ["CT-001", "25/9/2026", "30/9/2026", "Khởi công", 10, 900, 900, "10/9/2026", null],
    ["CT-001", "25/12/2026", "31/12/2026", "Đang thi công", 20, 1900, 1900, "10/9/2026", null],
  ],
  capital: [
    ["Mã công trình", "Năm", "Nguồn vốn", "Kế hoạch vốn năm", "Ngày ghi nhận"],
    ["CT-001", 2026, "Ngân sách tỉnh", 12000, "30/6/2026"],
    ["Tổng cộng", null, null, 12000, null],
  ],
  poverty: [
    ["Xã, phường", "Năm", "Chuẩn nghèo", "Tổng số hộ", "Số hộ nghèo", "Số hộ cận nghèo", "Ngày ghi nhận"],
    ["Sa Lý", 2025, "2022-2025", 1200, 150, 90, "15/1/2026"],
  ],
  villages: [
    ["Mã thôn", "Tên thôn", "Mã xã", "Kinh độ", "Vĩ độ", "Sai số vị trí"],
    ["TH-001", "Thôn Một", "07654", 106.968, 21.311, 100],
  ],
});

const base = folderFiles("data");
const fill = new Map([["source_id", SOURCE]]);

async function draftOf(change: (given: Book) => void, sheets = book()) {
  change(sheets);
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), name);
  const read = await readFile(
    "so-lieu.xlsx",
    new Uint8Array(write(workbook, { type: "array", bookType: "xlsx" })),
  );
  if (!("sheets" in read)) throw new Error(JSON.stringify(read));
  const session = new ImportSession(base);
  session.add(read.sheets);
  const draft = await session.draft({ packs: ["official"], source: null, fill, replaced: new Set() });
  const lines = problemLines(draft.problems, draft.packProblems, "en").filter(({ isGiven }) => isGiven);
  return {
    draft,
    said: lines.map(
      ({ severity, at, message }) =>
        `${severity} ${at.sheet} ${at.row ?? "-"} ${at.column ?? "-"}: ${message}`,
    ),
  };
}

let innocent: readonly string[] = [];
beforeAll(async () => {
  const { draft, said } = await draftOf(() => undefined);
  innocent = said;
  expect(draft.artifacts).not.toBeNull();
});

test("without a fault nothing has to be mended, and every row arrives", async () => {
  const { draft, said } = await draftOf(() => undefined);
  expect(said.filter((line) => line.startsWith("error"))).toEqual([]);
  expect(said.filter((line) => line.includes("A total"))).toHaveLength(1);
  expect(draft.changes.filter(({ kind }) => kind === "added")).toHaveLength(10);
  expect(draft.files.get("data/official/works.csv")).toContain(
    "CT-002,Đường B,transport,,07654,TH-001,village",
  );
  expect(draft.files.get("data/official/work_plans.csv")).toContain(
    "CT-002,2026-06-30,1234567,2026-09-05,2028-02-06",
  );
});

/** Sets a cell by row number of the sheet and place of the column, from 0. */
const set =
  (sheet: keyof Book, row: number, place: number, value: string | number | null) => (given: Book) => {
    const cells = given[sheet][row - 1];
    if (cells === undefined) throw new Error("no such row");
    cells[place] = value;
  };

describe("one fault planted, that one named where it stands", () => {
  test.each<[string, (given: Book) => void, RegExp[]]>([
    ["unknown commune", set("works", 3, 4, "Xã Không Có"), [/error works 3 Địa bàn \(xã\): No commune/]],
    [
      "ambiguous old name",
      set("works", 3, 4, "Xã Đồng Tiến"),
      [/error works 3 Địa bàn \(xã\): Several units/],
    ],
    [
      "merged old name is a note",
      set("works", 3, 4, "Xã Lệ Viễn"),
      [/note works 3 Địa bàn \(xã\): Name of a former unit/],
    ],
    ["unknown village", set("works", 4, 5, "Thôn Hai"), [/error works 4 Thôn: The commune has no village/]],
    ["a word of no list", set("works", 3, 3, "Trường lớp"), [/error works 3 Lĩnh vực: Is not in the list/]],
    [
      "point in another commune",
      (given) => {
        set("works", 5, 7, 106.1)(given);
        set("works", 5, 8, 21.28)(given);
      },
      [/(error|warning) works 5 /],
    ],
    ["point outside the province", set("works", 5, 7, 105.2), [/error works 5 Kinh độ: Lies outside/]],
    [
      "coordinates swapped",
      (given) => {
        set("works", 5, 7, 21.311)(given);
        set("works", 5, 8, 106.968)(given);
      },
      [/error works 5 Kinh độ: Looks like lon\/lat swapped|error works 5 Vĩ độ/],
    ],
    ["planned end before start", set("plans", 2, 4, "1/9/2026"), [/error plans 2 .*: /]],
    [
      "a day that is none",
      set("plans", 2, 3, "31/9/2026"),
      [/error plans 2 Ngày khởi công kế hoạch: Is not a day/],
    ],
    [
      "a month is no day",
      set("plans", 2, 3, "9/2026"),
      [/error plans 2 Ngày khởi công kế hoạch: Says 2026-09 only/],
    ],
    [
      "an American day",
      set("plans", 2, 3, "9/25/2026"),
      [/error plans 2 Ngày khởi công kế hoạch: Is not a day/],
    ],
    [
      "progress falls unsaid",
      set("reports", 3, 4, 5),
      [/error reports 3 Tiến độ khối lượng: Is less than 10/],
    ],
    ["more than everything", set("reports", 3, 4, 120), [/error reports 3 Tiến độ khối lượng: Is above 100/]],
    [
      "disbursed this year more than ever",
      set("reports", 3, 5, 2900),
      [/error reports 3 Giải ngân trong năm: Is more than/],
    ],
    ["an unknown work", set("reports", 3, 0, "CT-999"), [/error reports 3 Mã công trình: Is not known/]],
    [
      "the same row twice",
      (given) => void given.reports.push([...(given.reports[1] ?? [])]),
      [/error reports 4 -: Repeats row 2/],
    ],
    [
      "a total that is none",
      set("capital", 3, 3, 13000),
      [/warning capital 3 Kế hoạch vốn năm: The total stated/],
    ],
    [
      "a thousand times too much",
      set("plans", 3, 2, "39.230.000"),
      [/warning plans 3 TMĐT \(triệu đồng\): 39,?230,?000 million/],
    ],
    [
      "a number in words",
      set("capital", 2, 3, "mười hai tỷ"),
      [/error capital 2 Kế hoạch vốn năm: Is not a number/],
    ],
    [
      "another unit is converted and said",
      set("plans", 2, 2, "39,23 tỷ"),
      [/note plans 2 TMĐT \(triệu đồng\): Converted to million dong: 39,?230/],
    ],
    [
      "more poor than households",
      set("poverty", 2, 4, 1150),
      [/error poverty 2 Tổng số hộ: Is less than poor and near poor/],
    ],
    [
      "a formula that failed",
      set("capital", 2, 3, "#REF!"),
      [/error capital 2 Kế hoạch vốn năm: Is not a number/],
    ],
    [
      "a required column is gone",
      (given) => {
        for (const cells of given.works) cells.splice(9, 1);
      },
      [/error works 2 in_plan_97: The column “Thuộc 97/],
    ],
  ])("%s", async (_, change, expected) => {
    const { draft, said } = await draftOf(change);
    const planted = said.filter((line) => !innocent.includes(line));
    for (const pattern of expected) expect(planted.join("\n")).toMatch(pattern);
    expect(planted).toHaveLength(expected.length);
    if (expected.some((pattern) => pattern.source.startsWith("error"))) expect(draft.artifacts).toBeNull();
  });
});

test("small counts of villages are withheld in what is published, and kept apart in full", async () => {
  const { draft, said } = await draftOf((given) => {
    given.villages.push(
      ["TH-002", "Thôn Hai", "07654", null, null, null],
      ["TH-003", "Thôn Ba", "07654", null, null, null],
    );
    given.poverty = [
      ["Thôn", "Xã", "Năm", "Chuẩn nghèo", "Tổng số hộ", "Số hộ nghèo", "Số hộ cận nghèo", "Ngày ghi nhận"],
      ["Thôn Một", "An Lạc", 2025, "2022-2025", 90, 4, 20, "15/1/2026"],
      ["Thôn Hai", "An Lạc", 2025, "2022-2025", 90, 30, 20, "15/1/2026"],
      ["Thôn Ba", "An Lạc", 2025, "2022-2025", 90, 40, 40, "15/1/2026"],
    ];
  });
  expect(said.filter((line) => line.startsWith("warning poverty"))).toHaveLength(2);
  const published = draft.files.get("data/official/poverty.csv") ?? "";
  expect(published).toContain("village,TH-001,2025,2022-2025,90,*,*");
  expect(published).toContain("village,TH-002,2025,2022-2025,90,*,*");
  expect(published).toContain("village,TH-003,2025,2022-2025,90,40,40");
  expect(draft.fullFiles?.get("data/official/poverty.csv")).toContain(
    "village,TH-001,2025,2022-2025,90,4,20",
  );
  for (const bytes of draft.artifacts?.values() ?? [])
    expect(new TextDecoder().decode(bytes)).not.toMatch(/"TH-001"[^}]*"poor":4\b/);
});
