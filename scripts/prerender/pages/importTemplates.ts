import writeExcel, { type Feature, type SheetData } from "write-excel-file/universal";
import {
  getOpeningTagMarkup,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from "write-excel-file/utility";
import type { Commune } from "@/domain/commune";
import type { Locale } from "@/i18n/locale";
import { dataPageMessages } from "@/i18n/messages/dataPage";
import { EXAMPLE_SHEETS } from "@/imports/forms";
import type { ColumnForm, TableForm } from "@/imports/forms/form";
import { withoutTimes } from "./withoutTimes";

/** Rows below the headings that offer their lists; LibreOffice keeps no more. */
const PREPARED_ROWS = 1000;
/** What a spreadsheet shows beside a cell: Excel takes no more. */
const PROMPT = 255;
const PROMPT_TITLE = 32;
const SHEET_FILE = "xl/worksheets/sheet{id}.xml";
const LIST_TYPES: ReadonlySet<ColumnForm["type"]> = new Set<ColumnForm["type"]>([
  "commune",
  "communes",
  "area",
]);

/** "Tổng mức đầu tư (triệu đồng) *": unit and mark do not matter to the import. */
const headingOf = ({ heading, unit, isRequired }: ColumnForm, locale: Locale): string =>
  `${heading[locale]}${unit === null ? "" : ` (${unit[locale]})`}${isRequired ? " *" : ""}`;

const unitNames = { commune: "Xã", ward: "Phường" } as const;
/** As the official list names it; the same in both languages, because it is a name. */
export const communeText = ({ unit, name }: Pick<Commune, "unit" | "name">): string =>
  `${unitNames[unit]} ${name}`;

/** What may be chosen in a column; null: anything may be written. */
function listOf(
  { words, type }: ColumnForm,
  communes: readonly Commune[],
  locale: Locale,
): readonly string[] | null {
  if (words !== null) return Object.values(words).map((names) => names[locale]);
  return LIST_TYPES.has(type) ? communes.map(communeText) : null;
}

const columnLetter = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : `${columnLetter(Math.floor(place / 26) - 1)}${columnLetter(place % 26)}`;

/** One rule of a column: its list, and what is said beside its cells. A word outside its list is refused, a commune's old name only asked about. */
function validation(
  column: ColumnForm,
  place: number,
  list: { readonly place: number; readonly length: number } | null,
  listsName: string,
  locale: Locale,
): string {
  const letter = columnLetter(place);
  const attributes = {
    ...(list === null ? {} : { type: "list", errorStyle: column.words === null ? "warning" : "stop" }),
    allowBlank: 1,
    showInputMessage: 1,
    showErrorMessage: list === null ? 0 : 1,
    promptTitle: column.heading[locale].slice(0, PROMPT_TITLE),
    prompt: column.note[locale].slice(0, PROMPT),
    sqref: `${letter}2:${letter}${PREPARED_ROWS + 1}`,
  };
  const opened = getOpeningTagMarkup("dataValidation", attributes);
  if (list === null) return `${opened}</dataValidation>`;
  const listLetter = columnLetter(list.place);
  const range = `'${listsName}'!$${listLetter}$2:$${listLetter}$${list.length + 1}`;
  return `${opened}<formula1>${sanitizeTextContent(range)}</formula1></dataValidation>`;
}

/**
 * The workbook somebody fills in for a table: headings with lists to choose from, an example that is never read, what goes into each
 * column, and the lists. Made from the very form the import reads by, so that the two cannot differ; the same bytes each time.
 */
export async function importTemplate(
  form: TableForm,
  communes: readonly Commune[],
  locale: Locale,
): Promise<Uint8Array> {
  const m = dataPageMessages[locale];
  const bold = (value: string) => ({ type: String, value, fontWeight: "bold" as const, wrap: true });
  const plain = (value: string) => ({ type: String, value, wrap: true });
  const headings = form.columns.map((column) => bold(headingOf(column, locale)));
  const lists = form.columns.flatMap((column, place) => {
    const entries = listOf(column, communes, locale);
    return entries === null ? [] : [{ place, column, entries }];
  });
  const longest = Math.max(0, ...lists.map(({ entries }) => entries.length));
  const rules = form.columns.map((column, place) => {
    const at = lists.findIndex((list) => list.place === place);
    const entries = lists[at]?.entries;
    const list = entries === undefined ? null : { place: at, length: entries.length };
    return validation(column, place, list, m.listsSheet, locale);
  });
  const markup = `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
  const feature: Feature<Blob> = {
    files: {
      transform: {
        [SHEET_FILE]: {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0
              ? insertElementMarkupAccordingToOrderOfSiblings(
                  xml,
                  markup,
                  getOrderOfSiblings(SHEET_FILE, "worksheet") ?? [],
                  "worksheet",
                )
              : xml,
        },
      },
    },
  };
  const widths = form.columns.map(({ type }) => ({ width: type === "text" ? 28 : 18 }));
  const guide: SheetData = [
    [bold(form.about[locale])],
    [plain(m.templateNote)],
    [],
    [bold(m.columnsTitle)],
    ...form.columns.map((column) => [
      bold(headingOf(column, locale)),
      plain(column.note[locale]),
      plain(
        column.words === null
          ? ""
          : Object.values(column.words)
              .map((names) => names[locale])
              .join(" · "),
      ),
    ]),
  ];
  // Headings that no table has: the lists must not be taken for data.
  const listRows: SheetData = [
    lists.map(({ column }) => bold(`${m.listsSheet}: ${column.heading[locale]}`)),
    ...Array.from({ length: longest }, (_, row) =>
      lists.map(({ entries }) => (entries[row] === undefined ? null : plain(entries[row]))),
    ),
  ];
  const blob = await writeExcel(
    [
      { sheet: form.title[locale].slice(0, 31), data: [headings], columns: widths, stickyRowsCount: 1 },
      {
        sheet: EXAMPLE_SHEETS[locale],
        data: [headings, form.columns.map(({ example }) => (example === "" ? null : plain(example)))],
        columns: widths,
        stickyRowsCount: 1,
      },
      { sheet: m.guideSheet, data: guide, columns: [{ width: 36 }, { width: 80 }, { width: 60 }] },
      ...(lists.length === 0
        ? []
        : [{ sheet: m.listsSheet, data: listRows, columns: lists.map(() => ({ width: 30 })) }]),
    ],
    { features: [feature] },
  ).toBlob();
  return withoutTimes(new Uint8Array(await blob.arrayBuffer()));
}
