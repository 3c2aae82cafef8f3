import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { neutraliseText, restoreText } from "@/domain/spreadsheetText";
import { toCsv } from "@/exports/csv";
import { type Cell, type DataTable, type Metadata, sortRows } from "@/exports/dataTable";
import { publishedGeometry, toGeoJson } from "@/exports/geojson";
import { toWorkbook, toXlsx } from "@/exports/xlsx";

const METADATA: Metadata = {
  kindHeading: "Loại",
  kindNames: {
    official: "chính thức",
    published: "công bố",
    derived: "tính từ số gốc",
    inference: "suy luận",
    illustrative: "minh họa",
  },
  pairs: [
    ["Bảng", "Thử"],
    ["Nguồn", 'A "B", C; D\nE'],
  ],
};

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value + 0),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("=1+1", "+84", "-5", "@x", "\tx", "\rx", "'x", 'a"b', "a,b;c", "dòng\nhai"),
);
const tableOf = (cells: readonly (readonly Cell[])[]): DataTable => ({
  id: "t",
  title: "Thử: [1]",
  columns: [
    { id: "a", heading: "A", type: "text", digits: 0, first: true },
    { id: "b", heading: "B; (triệu đồng)", type: "money", digits: 0, first: true },
  ],
  rows: cells.map((row, index) => ({
    key: `k${index}`,
    kind: index % 2 === 0 ? "illustrative" : "official",
    sourceIds: [],
    cells: [row[0] ?? null, row[1] ?? null],
    blanks: row[1] === null ? { b: "chưa có số liệu" } : {},
    geometry: null,
  })),
});
const rows = fc.array(fc.tuple(cell, cell), { maxLength: 6 });

describe("neutralising", () => {
  it("leaves no text that begins a formula, and gives every text back", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom("=1", "'=1", "''", "", "-", "@", "\t", "\r")),
        (text) => {
          expect(neutraliseText(text)).not.toMatch(/^[=+\-@\t\r]/);
          expect(restoreText(neutraliseText(text))).toBe(text);
        },
      ),
    );
  });
  it("does not touch what is harmless", () => {
    expect(neutraliseText("Đường liên xã")).toBe("Đường liên xã");
    expect(neutraliseText("a=b")).toBe("a=b");
  });
});

describe("a table as CSV", () => {
  it.each([",", ";"] as const)("with %s is read back cell by cell, kinds and metadata too", (separator) => {
    fc.assert(
      fc.property(rows, (cells) => {
        const text = toCsv(tableOf(cells), METADATA, separator);
        expect(text.startsWith("\uFEFF")).toBe(true);
        const read = Papa.parse<string[]>(text.slice(1), { delimiter: separator, newline: "\r\n" }).data;
        expect(read[0]).toEqual(["A", "B; (triệu đồng)", "Loại"]);
        for (const [index, [a, b]] of cells.entries()) {
          const line = read[index + 1] ?? [];
          const back = (value: Cell, written: string | undefined): Cell => {
            if (value === null) return written === "" ? null : "not empty";
            if (typeof value === "string") return restoreText(written ?? "");
            return Number(separator === ";" ? written?.replace(",", ".") : written) + 0;
          };
          expect(back(a, line[0])).toEqual(a);
          expect(back(b, line[1])).toEqual(b);
          expect(line[2]).toBe(index % 2 === 0 ? "minh họa" : "chính thức");
        }
        expect(read.at(-3)).toEqual(["Bảng", "Thử"]);
        expect(read.at(-2)).toEqual(["Nguồn", 'A "B", C; D\nE']);
      }),
      { numRuns: 60 },
    );
  });
  it("never writes an unknown number as 0", () => {
    const text = toCsv(tableOf([["x", null]]), METADATA, ",");
    expect(text.split("\r\n")[1]).toBe("x,,minh họa");
  });
});

describe("a table as a workbook", () => {
  it("is a zip whose sheets hold real numbers, real days, neutral texts and the metadata", async () => {
    const table = tableOf([
      ["=HYPERLINK()", 12.5],
      ["Tên", null],
    ]);
    const dated: DataTable = {
      ...table,
      columns: [...table.columns, { id: "d", heading: "Ngày", type: "date", digits: 0, first: true }],
      rows: table.rows.map((row) => ({ ...row, cells: [...row.cells, "2028-09-30"] })),
    };
    const blob = await toXlsx(dated, METADATA, "Về tệp này");
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    const { unzipSync, strFromU8 } = await import("fflate");
    const files = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
    );
    const sheets = Object.keys(files).filter((name) => /worksheets\/sheet\d/.test(name));
    expect(sheets).toHaveLength(2);
    const first = files[sheets.sort()[0] ?? ""] ?? "";
    expect(first).toContain("<v>12.5</v>");
    // 30/9/2028 in Excel's days since 1899-12-30.
    expect(first).toContain("<v>47026</v>");
    expect(first).not.toContain("<f>");
    const all = Object.values(files).join("");
    expect(all).toContain("&apos;=HYPERLINK()".replace("&apos;", "")); // the text itself
    expect(all).toMatch(/(&apos;|&#39;|')=HYPERLINK/);
    expect(all).toContain("minh họa");
    expect(files["xl/workbook.xml"]).toContain("Về tệp này");
    expect(files["xl/workbook.xml"]).not.toMatch(/name="[^"]*[[\]:]/);
  });
});

describe("several tables as one workbook", () => {
  it("has a sheet for each in their order, the metadata last, and names Excel accepts: no two alike, none too long", async () => {
    const long = "Danh mục công trình của Chương trình 22: chậm/đúng hạn";
    const tables = [long, long, "Vốn"].map((title, index) => ({
      ...tableOf([[`dòng ${index}`, index]]),
      title,
    }));
    const bytes = new Uint8Array(await (await toWorkbook(tables, METADATA, "vốn")).arrayBuffer());
    const { unzipSync, strFromU8 } = await import("fflate");
    const files = unzipSync(bytes);
    const names = [...strFromU8(files["xl/workbook.xml"]!).matchAll(/<sheet [^>]*\bname="([^"]*)"/g)].map(
      (found) => found[1]!,
    );
    expect(names).toHaveLength(4);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]/);
    }
    expect(names[1]).toMatch(/ 2$/);
    expect(names[3]).toBe("vốn 2");
    const sheet = (number: number) => strFromU8(files[`xl/worksheets/sheet${number}.xml`]!);
    expect([1, 2, 3].map((number) => sheet(number).includes(`<v>${number - 1}</v>`))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("a table as GeoJSON", () => {
  const square = [
    [106, 21],
    [106, 21.1234567],
    [106.1, 21.1],
    [106.1, 21],
    [106, 21],
  ];
  it("keeps rows without a place, counts them, and says why a value is null", () => {
    const made = JSON.parse(toGeoJson(tableOf([["x", null]]), METADATA));
    expect(made.type).toBe("FeatureCollection");
    expect(made.features[0]).toEqual({
      type: "Feature",
      id: "k0",
      geometry: null,
      properties: { a: "x", b: null, b_blank: "chưa có số liệu", kind: "illustrative" },
    });
    expect(made.metadata).toMatchObject({ rows: 1, rows_without_place: 1, Bảng: "Thử" });
  });
  it("writes six decimals and rings by the right-hand rule, whichever way they came", () => {
    for (const ring of [square, square.toReversed()]) {
      const made = publishedGeometry({ type: "Polygon", coordinates: [ring] });
      if (made?.type !== "Polygon") throw new Error("no polygon");
      const [out = []] = made.coordinates;
      const turn = out.reduce((sum, [x = 0, y = 0], index) => {
        const [nx = x, ny = y] = out[index + 1] ?? [];
        return sum + x * ny - nx * y;
      }, 0);
      expect(turn).toBeGreaterThan(0);
      expect(out.flat().every((value) => Number(value.toFixed(6)) === value)).toBe(true);
      expect(out).toContainEqual([106, 21.123457]);
    }
    expect(publishedGeometry({ type: "Point", coordinates: [106.12345678, 21] })).toEqual({
      type: "Point",
      coordinates: [106.123457, 21],
    });
    expect(publishedGeometry(null)).toBeNull();
  });
});

describe("sorting", () => {
  const compare = new Intl.Collator("vi").compare;
  it("puts blanks last both ways, keeps every row, and đ after d", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (cells, descending) => {
        const table = tableOf(cells);
        const sorted = sortRows(table, "b", descending, compare);
        expect(sorted.map(({ key }) => key).toSorted()).toEqual(table.rows.map(({ key }) => key).toSorted());
        const blanks = sorted.map(({ cells: [, b] }) => b === null);
        expect(blanks.lastIndexOf(false)).toBeLessThan(blanks.includes(true) ? blanks.indexOf(true) : 1e9);
      }),
    );
    const names = sortRows(
      tableOf([
        ["Đèo Gia", 1],
        ["Dương Hưu", 1],
        ["An Lạc", 1],
        ["Yên Định", 1],
      ]),
      "a",
      false,
      compare,
    );
    expect(names.map(({ cells: [name] }) => name)).toEqual(["An Lạc", "Dương Hưu", "Đèo Gia", "Yên Định"]);
  });
  it("orders numbers as numbers", () => {
    const sorted = sortRows(
      tableOf([
        ["a", 9],
        ["b", 100],
        ["c", null],
        ["d", -1],
      ]),
      "b",
      true,
      compare,
    );
    expect(sorted.map(({ cells: [, b] }) => b)).toEqual([100, 9, -1, null]);
  });
});
