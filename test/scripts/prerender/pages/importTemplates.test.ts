import { read } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Commune } from "@/domain/commune";
import { LOCALES, type Locale } from "@/i18n/locale";
import { dataPageMessages } from "@/i18n/messages/dataPage";
import { EXAMPLE_SHEETS, FORMS } from "@/imports/forms";
import type { TableForm } from "@/imports/forms/form";
import { ImportSession } from "@/imports/importSession";
import { readFile } from "@/imports/sheets/readFile";
import { communeMatcher } from "@/imports/tables/matchCommune";
import { missingColumns } from "@/imports/tables/matchHeadings";
import { folderFiles } from "../../../../scripts/data/folderFiles";
import { communeText, importTemplate } from "../../../../scripts/prerender/pages/importTemplates";
import { loadShipped } from "../../../views/data/shipped";

let communes: readonly Commune[];
beforeAll(async () => {
  communes = (await loadShipped()).register.communes;
});

const CASES = FORMS.filter(({ hasTemplate }) => hasTemplate).flatMap((form) =>
  LOCALES.map((locale): [string, Locale, TableForm] => [form.id, locale, form]),
);
const sheetsOf = async (name: string, bytes: Uint8Array) => {
  const found = await readFile(name, bytes);
  if (!("sheets" in found)) throw new Error(JSON.stringify(found));
  return found.sheets;
};

test("there is a template for everything offices report", () => {
  expect(CASES.map(([id]) => id)).toEqual(
    expect.arrayContaining([
      "works",
      "work-plans",
      "work-reports",
      "capital-plan",
      "poverty",
      "villages",
      "targets",
      "commune-status",
      "relocations",
    ]),
  );
});

describe.each(CASES)("the template of %s, %s", (_, locale, form) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await importTemplate(form, communes, locale);
  });

  test("handed in empty, it is known by its headings, nothing is missing, and nothing would change", async () => {
    const session = new ImportSession(folderFiles("data"));
    session.add(await sheetsOf("mau.xlsx", bytes));
    const [first, example, guide, lists] = session.sheets;
    expect(first?.match?.form.id).toBe(form.id);
    expect(first?.isUsed).toBe(true);
    expect(first?.match && missingColumns(first.sheet, first.match)).toEqual([]);
    expect(first?.match?.columns.map(({ column }) => column)).toEqual(
      form.columns.map(({ column }) => column),
    );
    expect(example?.sheet.name).toBe(EXAMPLE_SHEETS[locale]);
    expect(example?.isUsed).toBe(false);
    expect(guide?.match).toBeNull();
    expect(lists?.match ?? null).toBeNull();
    expect(session.read(new Map()).flatMap(({ rows }) => rows)).toEqual([]);
  });

  test("its example, said to be data, is read whole", async () => {
    const session = new ImportSession(folderFiles("data"));
    session.add(await sheetsOf("mau.xlsx", bytes));
    session.use(1, false);
    session.use(2, true);
    const [table] = session.read(new Map());
    expect(table?.rows.length).toBe(1);
    const errors = table?.problems.filter(({ severity }) => severity === "error") ?? [];
    // The example's village is invented: its commune has none of that name.
    expect(errors.filter(({ code }) => code !== "unknown-village")).toEqual([]);
  });

  test("every column tells what goes in, and every list leads to choices the import understands", () => {
    const files = unzipSync(bytes);
    const xml = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const rules = [
      ...xml.matchAll(/<dataValidation ([^>]*)>(?:<formula1>([^<]*)<\/formula1>)?<\/dataValidation>/g),
    ];
    expect(rules.length).toBe(form.columns.length);
    expect(xml).toContain(`<dataValidations count="${rules.length}">`);
    // The order the format demands: after the rows, before the page.
    expect(xml.indexOf("</sheetData>")).toBeLessThan(xml.indexOf("<dataValidations"));
    const book = read(bytes, { dense: true });
    const lists = book.Sheets[dataPageMessages[locale].listsSheet]?.["!data"] ?? [];
    const matcher = communeMatcher(communes);
    form.columns.forEach((column, place) => {
      const [, attributes = "", range] = rules[place] ?? [];
      expect(/prompt="([^"]{1,255})"/.test(attributes), column.column).toBe(true);
      const isList = column.words !== null || ["commune", "communes", "area"].includes(column.type);
      expect([column.column, range !== undefined]).toEqual([column.column, isList]);
      if (range === undefined) return;
      const at = /!\$([A-Z]+)\$2:\$\1\$(\d+)$/.exec(range);
      const letter = (at?.[1] ?? "A").charCodeAt(0) - 65;
      const entries = lists.slice(1, Number(at?.[2])).map((row) => String(row[letter]?.v ?? ""));
      if (column.words !== null)
        expect(entries).toEqual(Object.values(column.words).map((names) => names[locale]));
      else
        expect(
          entries
            .map((entry) => matcher(entry))
            .map((found) => (found.kind === "found" ? found.code : found))
            .sort(),
        ).toEqual(communes.map(({ code }) => code).sort());
    });
  });

  test("is the same bytes each time", async () => {
    expect(Buffer.compare(bytes, await importTemplate(form, communes, locale))).toBe(0);
  });
});

test("communes are named as the official list names them", () => {
  expect(communeText({ unit: "ward", name: "Chũ" })).toBe("Phường Chũ");
});
