import { readFileSync } from "node:fs";
import { utils, type WorkBook, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { StoredDraft } from "@/datasets/draftStore";
import { releaseOf } from "@/domain/release";
import { formOf } from "@/imports/forms";
import { type ImportSite, importer } from "@/views/data/import/importer";
import type { FromImporter, ToImporter, Wish } from "@/views/data/import/protocol";
import { folderFiles } from "../../../../scripts/data/folderFiles";

/** An import on the shipped site, and everything it says. */
function started(kept: StoredDraft | null = null) {
  const said: FromImporter[] = [];
  const saved: StoredDraft[] = [];
  const site: ImportSite = {
    read: async (path) => readFileSync(`public/data/${path}`, "utf8"),
    pack: async () => folderFiles("data"),
    draft: async () => kept,
    save: async (draft) => {
      saved.push(draft);
    },
  };
  const handle = importer(
    (message) => said.push(message),
    () => site,
  );
  const ask = async (message: ToImporter): Promise<FromImporter> => {
    await handle(message);
    const last = said.at(-1);
    if (last === undefined) throw new Error("nothing was said");
    return last;
  };
  return { ask, said, saved };
}

function workbook(sheets: Readonly<Record<string, unknown[][]>>): ArrayBuffer {
  const book: WorkBook = utils.book_new();
  for (const [title, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), title);
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true })).buffer;
}

const add = (name: string, bytes: ArrayBuffer): ToImporter => ({
  type: "add",
  name,
  bytes,
  encoding: null,
});
const OPEN: ToImporter = { type: "open", root: "https://site/", locale: "vi" };
const WISH: Wish = {
  packs: ["official", "illustrative"],
  source: {
    sourceId: "SRC-THU-01",
    title: "Báo cáo thử",
    publisher: "Văn phòng thử",
    kind: "official",
    publishedOn: null,
    retrievedOn: null,
    licence: "CC0-1.0",
    url: null,
    note: null,
  },
  fill: { source_id: "SRC-THU-01", location_precision: "commune", recorded_on: "2029-01-15" },
  replaced: [],
};
const WORKS = [
  ["Mã công trình", "Tên công trình", "Lĩnh vực", "Xã", "Thuộc danh mục 97", "Ghi riêng"],
  ["CT-01", "Kè <b>thôn</b> Thử", "Chống sạt lở", "An Lạc", "Không", "=1+1"],
];
const REPORTS = [
  ["Mã công trình", "Ngày chốt số liệu", "Ngày báo cáo", "Giai đoạn", "Tiến độ khối lượng (%)"],
  ["CT-01", "31/12/2028", "15/01/2029", "Đang thi công", "45,5"],
];

test("sheets are shown with what was understood; a choice of a column changes it and forgets the draft", async () => {
  const { ask } = started();
  expect(await ask(OPEN)).toMatchObject({ type: "opened", isDraft: false });
  const sheets = await ask(add("a.xlsx", workbook({ "Danh mục": WORKS, Lạ: [["x"]] })));
  expect(sheets).toMatchObject({
    type: "sheets",
    sheets: [
      { id: 1, file: "a.xlsx", name: "Danh mục", form: "works", first: 1, isUsed: true, rows: 2 },
      { name: "Lạ", form: null, isUsed: false },
    ],
    refused: [],
  });
  const [first] = sheets.type === "sheets" ? sheets.sheets : [];
  expect(first?.columns.map(({ column }) => column)).toEqual([
    "work_id",
    "name",
    "sector",
    "commune_codes",
    "in_plan_97",
    null,
  ]);
  expect(first?.preview[0]?.[1]).toBe("Kè <b>thôn</b> Thử");
  const chosen = await ask({ type: "match", id: 1, place: 5, column: "note" });
  expect(chosen.type === "sheets" && chosen.sheets[0]?.columns[5]?.column).toBe("note");
  expect(await ask({ type: "apply", day: "2029-01-20" })).toMatchObject({ type: "failed" });
  const other = await ask({ type: "take", id: 1, form: "work-reports", row: null });
  expect(other.type === "sheets" && other.sheets[0]?.form).toBe("work-reports");
  const unused = await ask({ type: "use", id: 1, isUsed: false });
  expect(unused.type === "sheets" && unused.sheets[0]?.isUsed).toBe(false);
  const removed = await ask({ type: "remove", file: "a.xlsx" });
  expect(removed).toEqual({ type: "sheets", sheets: [], refused: [] });
});

test("the same file again takes the place of the first; what is no table is refused in words", async () => {
  const { ask } = started();
  await ask(OPEN);
  await ask(add("a.xlsx", workbook({ S: WORKS })));
  const again = await ask(add("a.xlsx", workbook({ S: REPORTS })));
  expect(again.type === "sheets" && again.sheets.map(({ form }) => form)).toEqual(["work-reports"]);
  const refused = await ask(add("b.pdf", new TextEncoder().encode("%PDF-1.7").buffer));
  expect(refused).toMatchObject({ refused: [{ file: "b.pdf", needs: null }] });
  expect(refused.type === "sheets" && refused.refused[0]?.message).toContain("Không phải bảng tính");
});

test("a draft says what changes and where, is kept marked, and leaves as a release that is not", async () => {
  const { ask, saved } = started();
  await ask(OPEN);
  await ask(add("q4.xlsx", workbook({ "Danh mục": WORKS, "Báo cáo": REPORTS })));
  const made = await ask({ type: "draft", wish: WISH });
  if (made.type !== "draft") throw new Error(JSON.stringify(made));
  const { draft } = made;
  expect(draft.lines.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(draft).toMatchObject({ isReady: true, errors: 0, changedRows: 2, hasWithheld: false });
  expect(draft.counts).toEqual([
    { form: "works", added: 1, changed: 0, removed: 0, same: 0 },
    { form: "work-reports", added: 1, changed: 0, removed: 0, same: 0 },
  ]);
  expect(draft.communes).toEqual([["07654", 1]]);
  // Nothing but the import changed: time alone is none of its doing.
  expect(draft.works).toEqual([]);
  expect(draft.changes[0]).toMatchObject({ form: "works", kind: "added", key: ["CT-01"] });

  expect(await ask({ type: "apply", day: "2029-01-20" })).toEqual({ type: "applied" });
  const [kept] = saved;
  const manifest = JSON.parse(strFromU8(kept?.artifacts.get("manifest.json") ?? new Uint8Array()));
  expect(manifest.draft).toBe(true);
  expect(releaseOf(manifest)).toBe(`nhap-${draft.release}`);
  expect(kept?.state).toEqual({
    madeOn: "2029-01-20",
    sources: ["q4.xlsx"],
    packs: ["official", "illustrative"],
    added: 2,
    changed: 0,
    removed: 0,
  });

  const file = await ask({ type: "file", which: "release", day: "2029-01-20" });
  if (file.type !== "file") throw new Error(JSON.stringify(file));
  const zip = unzipSync(file.bytes);
  expect(JSON.parse(strFromU8(zip["public/data/manifest.json"] ?? new Uint8Array()))).not.toHaveProperty(
    "draft",
  );
  expect(strFromU8(zip["data/official/works.csv"] ?? new Uint8Array())).toContain("Kè <b>thôn</b> Thử");
  expect(Object.keys(zip).filter((path) => path.includes("site.json"))).toEqual(["public/data/site.json"]);
  expect(Object.keys(zip).some((path) => path.startsWith("khong-cong-bo"))).toBe(false);
});

test("what a draft holds is the ground of the next one, and a change of a work is said in its own terms", async () => {
  const one = started();
  await one.ask(OPEN);
  await one.ask(add("a.xlsx", workbook({ S: WORKS, T: REPORTS })));
  await one.ask({ type: "draft", wish: WISH });
  await one.ask({ type: "apply", day: "2029-01-20" });
  const two = started(one.saved[0] ?? null);
  expect(await two.ask(OPEN)).toMatchObject({ isDraft: true });
  const changed = [WORKS[0] ?? [], ["CT-01", "Tên khác", "Chống sạt lở", "An Lạc", "Không", "x"]];
  await two.ask(add("b.xlsx", workbook({ S: changed })));
  const made = await two.ask({ type: "draft", wish: WISH });
  expect(made).toMatchObject({
    draft: {
      isReady: true,
      changes: [
        { kind: "changed", cells: [{ column: "name", before: "Kè <b>thôn</b> Thử", after: "Tên khác" }, {}] },
      ],
    },
  });
});

test("withheld counts are in the full file alone", async () => {
  const { ask } = started();
  await ask(OPEN);
  const form = formOf("poverty");
  const heading = (column: string) => form?.columns.find((each) => each.column === column)?.heading.vi ?? "";
  const columns = ["area_code", "year", "standard", "households", "poor", "near_poor"];
  const known = columns.filter((column) => heading(column) !== "");
  const villages = readFileSync("data/official/villages.csv", "utf8").split("\n").slice(1, 3);
  const [one = "", two = ""] = villages.map((line) => line.split(",")[0] ?? "");
  const valuesOf = (village: string, poor: number): Record<string, unknown> => ({
    area_code: village,
    year: 2027,
    standard: "2022-2025",
    households: 90,
    poor,
    near_poor: 20,
  });
  const rows = [
    known.map(heading),
    ...[valuesOf(one, 4), valuesOf(two, 30)].map((values) => known.map((column) => values[column])),
  ];
  await ask(add("p.xlsx", workbook({ S: rows })));
  const made = await ask({ type: "draft", wish: WISH });
  if (made.type !== "draft") throw new Error(JSON.stringify(made));
  expect(made.draft.lines.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(made.draft.hasWithheld).toBe(true);
  const file = async (which: "release" | "full") => {
    const answer = await ask({ type: "file", which, day: "2029-01-20" });
    if (answer.type !== "file") throw new Error(JSON.stringify(answer));
    return Object.entries(unzipSync(answer.bytes));
  };
  const lineOf = (files: readonly (readonly [string, Uint8Array])[], ending: string) =>
    strFromU8(files.find(([path]) => path.endsWith(ending))?.[1] ?? new Uint8Array())
      .split("\n")
      .find((line) => line.includes(`${one},2027`));
  const full = await file("full");
  expect(full.every(([path]) => path.startsWith("khong-cong-bo/"))).toBe(true);
  expect(lineOf(full, "official/poverty.csv")).toContain(",4,");
  expect(lineOf(await file("release"), "data/official/poverty.csv")).toContain("*");
});

test("the list of problems is a file a spreadsheet does not run", async () => {
  const { ask } = started();
  await ask(OPEN);
  await ask(
    add(
      "a.xlsx",
      workbook({ S: [WORKS[0] ?? [], ["CT-01", "Kè", "=HYPERLINK(1)", "Nơi nào", "Không", ""]] }),
    ),
  );
  const made = await ask({ type: "draft", wish: WISH });
  expect(made).toMatchObject({ draft: { isReady: false } });
  const file = await ask({ type: "file", which: "problems", day: "2029-01-20" });
  const text = file.type === "file" ? strFromU8(file.bytes) : "";
  expect(text).toContain("Nơi nào");
  expect(text).toContain("'=HYPERLINK(1)");
  expect(text).not.toMatch(/(^|,)"?=/m);
  const rows = await ask({
    type: "rows",
    at: { file: "a.xlsx", sheet: "S", row: 2, column: "Xã" },
  });
  expect(rows).toMatchObject({ excerpt: { first: 1, headings: WORKS[0] } });
});

const METRES = [494_883.21, 2_356_900.5] as const;
const mapFile = (geometry: unknown, properties: object) =>
  strToU8(
    JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", geometry, properties }] }),
  ).buffer as ArrayBuffer;

test("a map asks for its reference system where it names none, and shows where its shapes would lie", async () => {
  const { ask } = started();
  await ask(OPEN);
  const [east, north] = METRES;
  const ring = [
    [east, north],
    [east + 900, north],
    [east + 900, north + 900],
    [east, north],
  ];
  const zone = mapFile({ type: "Polygon", coordinates: [ring] }, { id: 5, "Cấp nguy cơ": "Cao" });
  const sheets = await ask(add("sat-lo.geojson", zone));
  const [sheet] = sheets.type === "sheets" ? sheets.sheets : [];
  expect(sheet).toMatchObject({
    form: "hazard-zones",
    isMap: true,
    coordinates: { chosen: null, said: null },
  });
  const inside = sheet?.coordinates?.systems.filter(({ isInside }) => isInside).map(({ crs }) => crs);
  expect(inside).toEqual(["EPSG:9214"]);
  const wish: Wish = { ...WISH, fill: { ...WISH.fill, method: "Bản đồ thử" } };
  const unknown = await ask({ type: "draft", wish });
  expect(unknown.type === "draft" && unknown.draft.isReady).toBe(false);

  const chosen = await ask({ type: "crs", id: sheet?.id ?? 0, crs: "EPSG:9214" });
  expect(chosen.type === "sheets" && chosen.sheets[0]?.coordinates?.chosen).toBe("EPSG:9214");
  const made = await ask({ type: "draft", wish });
  if (made.type !== "draft") throw new Error(JSON.stringify(made));
  expect(made.draft.lines.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(made.draft.isReady).toBe(true);
  expect(made.draft.shapes).toHaveLength(1);
  const [shape] = made.draft.shapes;
  expect(shape?.kind).toBe("polygon");
  const [lon, lat] = shape?.parts[0]?.[0] ?? [];
  expect(Math.abs((lon ?? 0) - 106.95)).toBeLessThan(0.01);
  expect(Math.abs((lat ?? 0) - 21.31)).toBeLessThan(0.01);
  const [change] = made.draft.changes;
  expect(change?.cells.find(({ column }) => column === "geometry")?.after).toBe("hình 4 điểm");
});
