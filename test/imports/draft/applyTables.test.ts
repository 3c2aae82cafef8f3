import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlay } from "@/imports/draft/buildDraft";
import { ImportSession } from "@/imports/importSession";
import type { SheetCell } from "@/imports/sheet";
import type { PackFiles } from "@/pack/inputs";
import { folderFiles } from "../../../scripts/data/folderFiles";

const DATA = folderFiles("data");
const FILL = new Map([["source_id", "SRC-PLAN-PROVINCE"]]);
const sheet = (rows: SheetCell[][]) => ({
  file: "a.csv",
  name: null,
  isHidden: false,
  rows,
  merged: [],
  layer: null,
});

async function draft(base: PackFiles, tables: SheetCell[][][], replaced: readonly string[] = []) {
  const session = new ImportSession(base);
  session.add(tables.map(sheet));
  return session.draft({ packs: ["official"], source: null, fill: FILL, replaced: new Set(replaced) });
}
const kinds = ({ changes }: Awaited<ReturnType<typeof draft>>) => changes.map(({ kind }) => kind);
const codes = ({ problems }: Awaited<ReturnType<typeof draft>>) =>
  problems.filter(({ severity }) => severity === "error").map(({ code }) => code);

const WORKS = [
  [
    "Mã công trình",
    "Tên công trình",
    "Lĩnh vực",
    "Địa bàn (xã)",
    "Mức rõ của vị trí",
    "Thuộc 97 công trình",
    "Cán bộ phụ trách",
  ],
  ["CT-001", "Trường A", "Trường học", "An Lạc", "Chỉ biết xã", "Có", "Bà Bịa"],
  ["CT-002", "Đường B", "Giao thông", "An Lạc", "Chỉ biết xã", "Có", ""],
];
const PLANS = [
  ["Mã công trình", "Ngày ghi nhận", "Tổng mức đầu tư"],
  ["CT-001", "30/6/2026", 100],
];

describe("tables into a pack", () => {
  test("the same again changes nothing; columns nobody knows are kept", async () => {
    const first = await draft(DATA, [WORKS, PLANS]);
    expect(kinds(first)).toEqual(["added", "added", "added"]);
    expect(first.artifacts).not.toBeNull();
    const works = first.files.get("data/official/works.csv") ?? "";
    expect(works.split("\n")[0]).toMatch(/,Cán bộ phụ trách$/);
    expect(works).toMatch(/CT-001,.*,Bà Bịa\n/);
    // Rows that were there stay, byte for byte up to the further column.
    const before = new TextDecoder().decode(DATA.bytes("data/official/works.csv")).trimEnd().split("\n");
    expect(works.split("\n").slice(1, before.length)).toEqual(before.slice(1).map((line) => `${line},`));
    const again = await draft(overlay(DATA, first.files), [WORKS, PLANS]);
    expect(kinds(again)).toEqual(["same", "same", "same"]);
    expect(again.files.size).toBe(0);
  });

  test("rows may name a source that is handed in with them, and no other", async () => {
    const sources = [
      ["Mã nguồn", "Tên văn bản", "Cơ quan ban hành", "Tính chất", "Giấy phép"],
      ["SRC-MOI", "Báo cáo mới", "Sở A", "Chính thức", "văn bản nhà nước"],
    ];
    const works = (source: string) => [
      [...(WORKS[0] ?? []), "Nguồn"],
      [...(WORKS[1] ?? []), source],
    ];
    const made = await draft(DATA, [works("SRC-MOI"), sources]);
    expect(codes(made)).toEqual([]);
    expect(made.artifacts).not.toBeNull();
    expect(made.files.get("data/official/sources.csv")).toContain("SRC-MOI,Báo cáo mới,Sở A,official");
    expect((await draft(DATA, [works("SRC-MOI")])).artifacts).toBeNull();
  });

  test("a work may be changed: only the columns that were given", async () => {
    const first = await draft(DATA, [WORKS]);
    const second = await draft(overlay(DATA, first.files), [
      [
        [
          "Mã công trình",
          "Tên công trình",
          "Lĩnh vực",
          "Mức rõ của vị trí",
          "Thuộc 97 công trình",
          "Chủ đầu tư",
        ],
        ["CT-001", "Trường A mới", "Trường học", "Chỉ biết xã", "Có", "Ban B"],
      ],
    ]);
    const [change] = second.changes;
    expect(change?.kind).toBe("changed");
    expect([change?.before?.get("name"), change?.after?.get("name")]).toEqual(["Trường A", "Trường A mới"]);
    expect(change?.after?.get("commune_codes")).toBe("07654");
    expect(second.files.get("data/official/works.csv")).toContain("CT-001,Trường A mới,school,,07654");
  });

  test("what was recorded on a day is never written over: a correction is a row of its own", async () => {
    const first = await draft(DATA, [WORKS, PLANS]);
    const base = overlay(DATA, first.files);
    const over = await draft(base, [
      [
        ["Mã công trình", "Ngày ghi nhận", "Tổng mức đầu tư"],
        ["CT-001", "30/6/2026", 200],
      ],
    ]);
    expect(codes(over)).toEqual(["already-recorded"]);
    expect(over.artifacts).toBeNull();
    const later = await draft(base, [
      [
        ["Mã công trình", "Ngày ghi nhận", "Tổng mức đầu tư"],
        ["CT-001", "30/9/2026", 200],
      ],
    ]);
    expect(kinds(later)).toEqual(["added"]);
    const plans = later.files.get("data/official/work_plans.csv") ?? "";
    expect(plans).toContain("CT-001,2026-06-30,100");
    expect(plans).toContain("CT-001,2026-09-30,200");
  });

  test("a whole register takes the place of the old one, and says what goes; records are never replaced", async () => {
    const first = await draft(DATA, [WORKS, PLANS]);
    const base = overlay(DATA, first.files);
    const only = [WORKS[0] ?? [], WORKS[1] ?? []];
    const second = await draft(base, [only, PLANS], ["works", "work-plans"]);
    const gone = second.changes.filter(({ kind }) => kind === "removed");
    expect(gone.map(({ key }) => key[0])).toContain("CT-002");
    expect(gone.every(({ form, after }) => form === "works" && after === null)).toBe(true);
    expect(second.files.get("data/official/work_plans.csv")).toBeUndefined();
  });

  test("villages handed in beside their figures are known", async () => {
    const result = await draft(DATA, [
      [
        ["Thôn", "Xã", "Năm", "Tổng số hộ", "Số hộ nghèo", "Số hộ cận nghèo", "Ngày ghi nhận"],
        ["Thôn Một", "An Lạc", 2025, 90, 40, 20, "15/1/2026"],
        [null, "An Lạc", 2025, 900, 400, 200, "15/1/2026"],
      ],
      [
        ["Mã thôn", "Tên thôn", "Mã xã"],
        ["TH-001", "Thôn Một", "An Lạc"],
      ],
    ]);
    expect(codes(result)).toEqual([]);
    const poverty = result.files.get("data/official/poverty.csv") ?? "";
    expect(poverty).toContain("village,TH-001,2025,,90,40,20");
    expect(poverty).toContain("commune,07654,2025,,900,400,200");
  });

  test("whatever stands in the cells: nothing throws, the base is as it was, and an error leaves nothing to apply", async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom("=1+1", "__proto__", "<b>x</b>", "1.234", "31/2/2026", "*", "An Lạc"),
    );
    const before = new TextDecoder().decode(DATA.bytes("data/official/works.csv"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(1), fc.nat(6), cell), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const rows: SheetCell[][] = WORKS.map((cells) => [...cells]);
          for (const [row, place, value] of changes) (rows[row + 1] ?? [])[place] = value;
          const result = await draft(DATA, [rows]);
          expect(new TextDecoder().decode(DATA.bytes("data/official/works.csv"))).toBe(before);
          if (codes(result).length > 0) expect(result.artifacts).toBeNull();
          else if (result.artifacts !== null)
            expect([...result.files.keys()]).toEqual(["data/official/works.csv"]);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
