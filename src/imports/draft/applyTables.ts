import { group } from "d3";
import { parseFeatureTable, writeFeatureTable } from "@/pack/featureText";
import type { PackFiles } from "@/pack/inputs";
import type { Pack } from "@/pack/packs";
import { parseTable, type TableText, writeTable } from "@/pack/tableText";
import type { TableForm } from "../forms/form";
import { placeOf } from "../tables/dataRows";
import { type GivenPlace, type ImportProblem, ImportProblems } from "../tables/importProblem";
import { keyText, type TableRead } from "../tables/readTable";

/** `add`: rows join those that are there, and take the place of those with their key. `replace`: the table is the whole of it. */
export type ApplyMode = "add" | "replace";

/** What happens to one row of a table of the pack. Values by column, "" where unknown. */
export interface RowChange {
  readonly form: string;
  /** Values of the key columns, in their order. */
  readonly key: readonly string[];
  readonly kind: "added" | "changed" | "removed" | "same";
  readonly before: ReadonlyMap<string, string> | null;
  readonly after: ReadonlyMap<string, string> | null;
  /** Where the new row was given; null: it was removed, or made from what the person said. */
  readonly at: GivenPlace | null;
}

/** The files of a pack after tables were applied. Nothing of the base is written to. */
export interface Applied {
  /** Path → text, of the files that differ. */
  readonly files: ReadonlyMap<string, string>;
  readonly changes: readonly RowChange[];
  readonly problems: readonly ImportProblem[];
  /** By path and row number in it: where the row was given. */
  readonly origins: ReadonlyMap<string, ReadonlyMap<number, GivenOrigin>>;
}

/** Where a row of a pack was given, with the headings its columns had there. */
export interface GivenOrigin {
  readonly place: GivenPlace;
  readonly headingOf: (column: string) => string | null;
}

const NEVER_REWRITTEN = ["recorded_on", "reported_on"] as const;

/** What was recorded on a day stays as it was recorded: a correction is a row of its own, with a later day. */
export const isAppendOnly = ({ key }: TableForm): boolean =>
  NEVER_REWRITTEN.some((column) => key.includes(column));

/**
 * Puts tables into a pack. Rows of tables that record what became known on a day are only ever added; a row of the same key that says
 * something else is refused, so that the past can be replayed.
 */
export function applyTables(
  base: PackFiles,
  pack: Pack,
  tables: readonly TableRead[],
  mode: (form: TableForm) => ApplyMode,
): Applied {
  const problems = new ImportProblems();
  const files = new Map<string, string>();
  const origins = new Map<string, ReadonlyMap<number, GivenOrigin>>();
  const changes: RowChange[] = [];
  for (const [form, reads] of group(tables, ({ form }) => form)) {
    const path = `data/${pack}/${form.table.file}`;
    const before = files.get(path) ?? (base.has(path) ? new TextDecoder().decode(base.bytes(path)) : "");
    const isMap = path.endsWith(".geojson");
    const earlier = isMap ? parseFeatureTable(before) : parseTable(before);
    const result = applyForm(form, earlier, reads, mode(form), problems);
    // One by one: as arguments of a call so many do not fit into a browser's stack.
    for (const change of result.changes) changes.push(change);
    // A row of a CSV comes after its header; a feature has none before it.
    const first = isMap ? 1 : 2;
    origins.set(path, new Map([...result.origins].map(([index, origin]) => [index + first, origin])));
    const text = isMap ? writeFeatureTable(result.table) : writeTable(result.table);
    if (text !== before) files.set(path, text);
  }
  return { files, changes, problems: problems.all, origins };
}

type Values = ReadonlyMap<string, string>;

function applyForm(
  form: TableForm,
  base: TableText,
  reads: readonly TableRead[],
  mode: ApplyMode,
  problems: ImportProblems,
): { readonly table: TableText; readonly changes: RowChange[]; readonly origins: Map<number, GivenOrigin> } {
  const extra = reads.flatMap(({ rows }) => rows.flatMap((row) => [...row.extra.keys()]));
  const own = form.columns.map(({ column }) => column);
  const header = [...new Set([...(base.header.length > 0 ? base.header : own), ...own, ...extra])];
  const valuesOf = (cells: readonly string[]): Values =>
    new Map(base.header.map((column, place) => [column, cells[place] ?? ""]));
  const appendOnly = isAppendOnly(form);

  const held: {
    values: Values;
    key: string | null;
    origin: GivenOrigin | null;
    change: RowChange["kind"];
  }[] = base.rows.map((cells) => {
    const values = valuesOf(cells);
    return {
      values,
      key: keyText(form, values),
      origin: null,
      change: mode === "replace" && !appendOnly ? "removed" : "same",
    };
  });
  const places = new Map(held.flatMap(({ key }, index) => (key === null ? [] : [[key, index] as const])));
  const changes: RowChange[] = [];
  const keyOf = (values: Values) => form.key.map((column) => values.get(column) ?? "");

  for (const read of reads) {
    const given = new Set(read.match.columns.flatMap(({ column }) => (column === null ? [] : [column])));
    const headingOf = (column: string) =>
      read.match.columns.find((each) => each.column === column)?.heading ?? null;
    for (const row of read.rows) {
      const origin: GivenOrigin = { place: placeOf(read.sheet, read.match, row.row, null), headingOf };
      const key = keyText(form, row.values);
      const index = key === null ? undefined : places.get(key);
      const earlier = index === undefined ? undefined : held[index];
      const values = merged(earlier?.values ?? null, row.values, row.extra, given);
      if (earlier === undefined || index === undefined) {
        if (key !== null) places.set(key, held.length);
        held.push({ values, key, origin, change: "added" });
        changes.push({
          form: form.id,
          key: keyOf(values),
          kind: "added",
          before: null,
          after: values,
          at: origin.place,
        });
        continue;
      }
      // The same key twice in what was given is reported where the tables are read; the first one stands.
      if (earlier.origin !== null) continue;
      const isSame = sameValues(earlier.values, values);
      if (!isSame && appendOnly) {
        const differing = differingColumns(earlier.values, values);
        const first = differing[0] ?? "";
        problems.add(
          "already-recorded",
          { ...origin.place, column: headingOf(first) ?? first },
          values.get(first) ?? "",
          { before: earlier.values.get(first) ?? "", columns: differing.join(", ") },
        );
      }
      held[index] = { values, key, origin, change: isSame ? "same" : "changed" };
      changes.push({
        form: form.id,
        key: keyOf(values),
        kind: isSame ? "same" : "changed",
        before: earlier.values,
        after: values,
        at: origin.place,
      });
    }
  }
  for (const { values, change } of held) {
    if (change === "removed")
      changes.push({
        form: form.id,
        key: keyOf(values),
        kind: "removed",
        before: values,
        after: null,
        at: null,
      });
  }
  const kept = held.filter(({ change }) => change !== "removed");
  const origins = new Map(
    kept.flatMap(({ origin }, index) => (origin === null ? [] : [[index, origin] as const])),
  );
  const rows = kept.map(({ values }) => header.map((column) => values.get(column) ?? ""));
  return { table: { header, rows }, changes, origins };
}

/** A new row over an earlier one: a column the sheet does not have stays as it was; a blank cell of one it has is unknown now. */
function merged(before: Values | null, after: Values, extra: Values, given: ReadonlySet<string>): Values {
  const values = new Map(before ?? []);
  for (const [column, value] of after) {
    if (before === null || given.has(column) || (values.get(column) ?? "") === "") values.set(column, value);
  }
  for (const [heading, value] of extra) values.set(heading, value);
  return values;
}

const differingColumns = (before: Values, after: Values): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (column) => (before.get(column) ?? "") !== (after.get(column) ?? ""),
  );

const sameValues = (before: Values, after: Values): boolean => differingColumns(before, after).length === 0;
