import { utils, type WorkBook, write } from "@e965/xlsx";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDelimited } from "@/imports/sheets/readDelimited";
import { readFile } from "@/imports/sheets/readFile";
import { unzipSafely } from "@/imports/sheets/zipGuard";

const bytesOf = (book: WorkBook, bookType: "xlsx" | "biff8" | "ods" = "xlsx"): Uint8Array =>
  new Uint8Array(write(book, { type: "array", bookType, compression: true }));
const bookOf = (sheets: Record<string, unknown[][]>): WorkBook => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return book;
};
const sheetsOf = async (name: string, bytes: Uint8Array) => {
  const read = await readFile(name, bytes);
  if (!("sheets" in read)) throw new Error(JSON.stringify(read));
  return read.sheets;
};

describe("a workbook", () => {
  test("texts, numbers, days, blanks in their rows; hidden sheets are marked", async () => {
    const book = bookOf({ "Báo cáo": [["Mã", "Ngày"], [], ["CT-1", 46109], [" ", true]], Ẩn: [["x"]] });
    const cell = book.Sheets["Báo cáo"]?.B3;
    if (cell !== undefined) cell.z = "dd/mm/yyyy";
    book.Workbook = { Sheets: [{ name: "Báo cáo" }, { name: "Ẩn", Hidden: 2 }] };
    const [first, second] = await sheetsOf("a.xlsx", bytesOf(book));
    expect(first).toMatchObject({ file: "a.xlsx", name: "Báo cáo", isHidden: false });
    expect(first?.rows).toEqual([["Mã", "Ngày"], [], ["CT-1", { day: "2026-03-28" }], [null, true]]);
    expect(second).toMatchObject({ name: "Ẩn", isHidden: true });
  });

  test("the other system of days", async () => {
    const book = bookOf({ S: [[46109 - 1462]] });
    const cell = book.Sheets.S?.A1;
    if (cell !== undefined) cell.z = "yyyy-mm-dd";
    book.Workbook = { WBProps: { date1904: true } };
    expect((await sheetsOf("a.xlsx", bytesOf(book)))[0]?.rows).toEqual([[{ day: "2026-03-28" }]]);
  });

  test("a formula is its last value; one that was never computed, or failed, is a fault", async () => {
    const book = bookOf({ S: [[1, 2, 3]] });
    const sheet = book.Sheets.S;
    if (sheet !== undefined) {
      sheet.A1 = { t: "n", v: 7, f: "3+4" };
      sheet.B1 = { t: "e", v: 23, f: "X1" };
    }
    expect((await sheetsOf("a.xlsx", bytesOf(book)))[0]?.rows).toEqual([[7, { fault: "#REF!" }, 3]]);
    const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><f>SUM(B1:B9)</f></c></row></sheetData></worksheet>`;
    const found = await unzipSafely(bytesOf(bookOf({ S: [[1]] })));
    if (!("files" in found)) throw new Error("no files");
    const parts = Object.fromEntries(found.files);
    const [uncomputed] = await sheetsOf(
      "a.xlsx",
      zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(xml) }),
    );
    expect(uncomputed?.rows[0]?.[0]).toEqual({ fault: "=SUM(B1:B9)" });
  });

  test("a merged block repeats its value and is listed", async () => {
    const book = bookOf({
      S: [
        ["a", null, "b"],
        [null, null, "c"],
      ],
    });
    const sheet = book.Sheets.S;
    if (sheet !== undefined) sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 1 } }];
    const [read] = await sheetsOf("a.xlsx", bytesOf(book));
    expect(read?.rows).toEqual([
      ["a", "a", "b"],
      ["a", "a", "c"],
    ]);
    expect(read?.merged).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });

  test.each(["biff8", "ods"] as const)(
    "of another program (%s), whatever the file is called",
    async (type) => {
      const [read] = await sheetsOf(
        "bang.csv",
        bytesOf(
          bookOf({
            S: [
              ["Mã", "Tên"],
              ["CT-1", "Đường"],
            ],
          }),
          type,
        ),
      );
      expect(read?.rows).toEqual([
        ["Mã", "Tên"],
        ["CT-1", "Đường"],
      ]);
    },
  );
});

describe("a text of columns", () => {
  test.each([
    [
      "comma",
      'a,b\n1,"x,y"\n',
      [
        ["a", "b"],
        ["1", "x,y"],
      ],
    ],
    [
      "semicolon with decimal commas",
      "a;b\n1,5;2,5\n3,5;4\n",
      [
        ["a", "b"],
        ["1,5", "2,5"],
        ["3,5", "4"],
      ],
    ],
    [
      "tab, ends of lines of every kind",
      "a\tb\r\n1\t2\r3\t4",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["a line that names the separator", "sep=;\na;b\n1;2\n", [[], ["a", "b"], ["1", "2"]]],
    ["blank rows keep their numbers", "a;b\n\n1;2\n", [["a", "b"], [null], ["1", "2"]]],
    [
      "a line break in quotes",
      'a;b\n"1\n2";3\n',
      [
        ["a", "b"],
        ["1\n2", "3"],
      ],
    ],
  ])("%s", (_, text, rows) => expect(readDelimited("a.csv", text)).toMatchObject({ rows, name: null }));

  test("a quote that never ends, and nothing at all", () => {
    expect(readDelimited("a.csv", 'a;b\n"1;2\n')).toMatchObject({ refused: "unclosed-quote" });
    expect(readDelimited("a.csv", " \n")).toEqual({ refused: "empty", row: 0 });
  });
});

describe("what is refused", () => {
  const encrypted = new Uint8Array(2048);
  encrypted.set([0xd0, 0xcf, 0x11, 0xe0]);
  encrypted.set(
    [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]),
    1024,
  );
  const locked = zipSync({ a: strToU8("x") });
  locked[6] = 1;
  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "empty"],
    ["a password", encrypted, "password"],
    ["an encrypted archive", locked, "encrypted"],
    ["half a workbook", bytesOf(bookOf({ S: [["a", 1]] })).subarray(0, 900), "broken"],
    ["a PDF", strToU8("%PDF-1.7 …"), "other-format"],
    ["JSON", strToU8('{"a":1}'), "no-layer"],
    ["zeros", new Uint8Array(64), "other-format"],
  ])("%s", async (_, bytes, refused) => expect(await readFile("a.xlsx", bytes)).toMatchObject({ refused }));

  test("an encoding nobody can be sure of is asked for, and then read", async () => {
    const bytes = Uint8Array.from([0x41, 0x3b, 0x42, 0x0a, 0x80, 0x3b, 0x90]);
    expect(await readFile("a.csv", bytes)).toMatchObject({ needs: "encoding" });
    expect(await readFile("a.csv", bytes, { encoding: "tcvn3" })).toHaveProperty("sheets");
  });

  test("a bomb goes no further than the limit, whatever it says of its size", async () => {
    const bomb = zipSync({ "xl/a.xml": new Uint8Array(20_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(40_000);
    const limits = { file: 1e6, inflated: 1e6, entries: 10 };
    expect(await unzipSafely(bomb, limits)).toEqual({ refused: "bomb" });
    // Sizes in the headers set to 1.
    const lying = bomb.slice();
    new DataView(lying.buffer).setUint32(22, 1, true);
    expect(await unzipSafely(lying, limits)).toEqual({ refused: "bomb" });
    expect(await unzipSafely(new Uint8Array(1e6 + 1), limits)).toEqual({ refused: "too-large" });
  });

  test("paths that climb, and entries without end", async () => {
    expect(await unzipSafely(zipSync({ "../a": strToU8("x") }))).toEqual({ refused: "bad-path" });
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`a${index}`, strToU8("x")]));
    expect(await unzipSafely(zipSync(many), { file: 1e6, inflated: 1e6, entries: 10 })).toEqual({
      refused: "too-many-entries",
    });
    const read = await unzipSafely(zipSync(many));
    expect("files" in read && read.files.size).toBe(20);
  });
});

test("no bytes make the reader throw: random ones, and workbooks and archives spoilt anywhere", async () => {
  const whole = bytesOf(
    bookOf({
      S: [
        ["Mã", "Tên"],
        ["CT-1", 3],
      ],
      T: [["x"]],
    }),
  );
  const spoilt = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    .map((changes) => {
      const copy = whole.slice();
      for (const [at, byte] of changes) copy[at] = byte;
      return copy;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), spoilt), async (bytes) => {
      const read = await readFile("a.xlsx", bytes);
      expect("sheets" in read || "refused" in read || "needs" in read).toBe(true);
    }),
    { numRuns: 150 },
  );
}, 60_000);
