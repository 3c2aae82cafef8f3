import { expect, test } from "vitest";
import { foldAccents } from "@/analysis/foldAccents";
import { LOCALES } from "@/i18n/locale";
import { FORMS, formOf } from "@/imports/forms";
import type { ColumnForm, TableForm } from "@/imports/forms/form";
import { ImportSession } from "@/imports/importSession";
import { columnMeant, namesOf } from "@/imports/tables/matchHeadings";
import { Cells } from "@/pack/cells";
import { columnsOf } from "@/pack/csv";
import { Problems } from "@/pack/problems";
import { folderFiles } from "../../scripts/data/folderFiles";

const each = FORMS.map((form) => [form.id, form] as const);
const read = (form: TableForm, values: ReadonlyMap<string, string>) => {
  const problems = new Problems();
  form.table.read(new Cells({ file: "a.csv", row: 2 }, values, problems));
  return problems.all();
};
/** Text that every parser takes for a column of this type. */
const canonical = ({ type, words, example }: ColumnForm): string => {
  if (words !== null) return Object.keys(words)[0] ?? "";
  if (type === "day" || type === "partial-day") return "2026-06-30";
  if (type === "commune" || type === "communes" || type === "area") return "07654";
  if (["year", "whole"].includes(type)) return "2026";
  if (["number", "percent", "money", "count", "longitude", "latitude", "metres"].includes(type)) return "1";
  return example || "x";
};
const isShape = ({ type }: ColumnForm) => type === "lines" || type === "polygons";
const full = (form: TableForm) => new Map(form.columns.map((column) => [column.column, canonical(column)]));

test("ids are different, and find their form", () => {
  expect(new Set(FORMS.map(({ id }) => id)).size).toBe(FORMS.length);
  for (const form of FORMS) expect(formOf(form.id)).toBe(form);
  expect(formOf("__proto__")).toBeNull();
});

test.each(each)("%s: exactly the columns its parser asks for, the key among them", (_, form) => {
  const asked = form.columns.filter((column) => !isShape(column)).map(({ column }) => column);
  expect(asked.toSorted()).toEqual([...columnsOf(form.table)].toSorted());
  for (const column of form.key) expect(form.columns.some((one) => one.column === column)).toBe(true);
});

test.each(each)("%s: a full row is taken; required is what the parser cannot do without", (_, form) => {
  expect(read(form, full(form))).toEqual([]);
  for (const column of form.columns) {
    const problems = read(form, new Map([...full(form), [column.column, ""]]));
    // Longitude and latitude stand or fall together.
    if (["lon", "lat"].includes(column.column)) continue;
    // A shape is no property: the checks of map files ask for it.
    if (isShape(column)) continue;
    const isRefused = problems.some((problem) => problem.column === column.column);
    expect(isRefused, column.column).toBe(column.isRequired);
  }
});

test.each(each)("%s: the words of the lists are those the parser takes, and no other", (_, form) => {
  for (const column of form.columns) {
    expect(column.words !== null, column.column).toBe(column.type === "word");
    for (const word of Object.keys(column.words ?? {}))
      expect(read(form, new Map([...full(form), [column.column, word]])), word).toEqual([]);
    if (column.words === null) continue;
    const [problem] = read(form, new Map([...full(form), [column.column, "planted"]]));
    const listed = problem?.remedy.replace(/^.*: /, "").split(", ");
    expect(listed?.toSorted(), column.column).toEqual(Object.keys(column.words).toSorted());
  }
});

test.each(each)("%s: texts in both languages, composed; no heading means two columns", (_, form) => {
  const texts = (texts: Readonly<Record<string, string>>) =>
    LOCALES.map((locale) => texts[locale] ?? "").forEach((text) => {
      expect(text.trim()).not.toBe("");
      expect(text.normalize("NFC")).toBe(text);
    });
  texts(form.title);
  texts(form.about);
  const taken = new Map<string, string>();
  for (const column of form.columns) {
    texts(column.heading);
    texts(column.note);
    for (const words of Object.values(column.words ?? {})) texts(words);
    for (const name of namesOf(column)) {
      expect(taken.get(name) ?? column.column, name).toBe(column.column);
      taken.set(name, column.column);
    }
    for (const heading of [column.heading.vi, column.heading.en, column.column, ...column.aliases])
      expect(columnMeant(form, `${heading.toUpperCase()} (đơn vị) *`), heading).toBe(column.column);
    expect(foldAccents(column.heading.vi)).not.toBe("");
  }
});

test.each(each.filter(([, form]) => form.hasTemplate))(
  "%s: the example of its template is understood",
  (_, form) => {
    const session = new ImportSession(folderFiles("data"));
    const rows = [
      form.columns.map(({ heading }) => heading.vi),
      form.columns.map(({ example }) => example || null),
    ];
    session.add([{ file: "mau.xlsx", name: "Mẫu", isHidden: false, rows, merged: [], layer: null }]);
    expect(session.sheets[0]?.match?.form.id).toBe(form.id);
    const [table] = session.read(new Map());
    expect(table?.problems).toEqual([]);
    expect(table?.rows).toHaveLength(1);
    const values = new Map(table?.rows[0]?.values);
    const fill = new Map([...values].filter(([, value]) => value !== ""));
    expect(
      read(form, new Map([...form.columns.map(({ column }): [string, string] => [column, ""]), ...fill])),
    ).toEqual([]);
  },
);
