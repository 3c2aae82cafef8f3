import type { Source } from "@/domain/source";
import { readTable as readPackTable } from "@/pack/csv";
import { frameOf } from "@/pack/frame";
import type { PackFiles } from "@/pack/inputs";
import type { Pack } from "@/pack/packs";
import { type Located, Problems } from "@/pack/problems";
import { communesTable } from "@/pack/tables/communes";
import { sourcesTable } from "@/pack/tables/sources";
import { villagesTable } from "@/pack/tables/villages";
import type { ApplyMode } from "./draft/applyTables";
import { buildDraft, type Draft } from "./draft/buildDraft";
import { EXAMPLE_SHEETS, FORMS } from "./forms";
import type { TableForm } from "./forms/form";
import type { Crs } from "./layers/projection";
import type { Sheet } from "./sheet";
import { type ImportProblem, ImportProblems } from "./tables/importProblem";
import { type HeadingMatch, headingsAt, matchHeadings, withChoice } from "./tables/matchHeadings";
import { type KnownPlaces, type OnProgress, readTable, type TableRead } from "./tables/readTable";
import { coordinatesOf, type SheetCoordinates } from "./tables/rowPlaces";

/** One sheet that was handed in, and how it is to be read. */
export interface GivenSheet {
  readonly id: number;
  readonly sheet: Sheet;
  /** Null: nothing in it looks like headings of a table. */
  readonly match: HeadingMatch | null;
  /** Reference system of its shapes, or of its coordinates where they are in metres; null: not known. */
  readonly crs: Crs | null;
  /** Whether it is read at all; a hidden sheet, or the example of a template, is not unless somebody says so. */
  readonly isUsed: boolean;
}

/** What one person wants of all that was handed in. */
export interface SessionWish {
  readonly packs: readonly Pack[];
  readonly source: Source | null;
  /** One value for all rows that lack it, by column: canonical. */
  readonly fill: ReadonlyMap<string, string>;
  /** Forms whose table replaces what was there. */
  readonly replaced: ReadonlySet<string>;
}

const EXAMPLES: ReadonlySet<string> = new Set(Object.values(EXAMPLE_SHEETS));
const FILES = ["official", "illustrative"] as const;
/** Villages first: other tables may name them. */
const isVillages = ({ match }: GivenSheet): boolean => match?.form.id === "villages";

/** Share of the time of a draft that goes into reading; the rest is building and checking the whole. */
const READING = 0.4;

/** Files that were handed in, from reading them to a draft: the same for a page and for the command line. Holds everything in memory. */
export class ImportSession {
  readonly #base: PackFiles;
  readonly #places: KnownPlaces;
  readonly sources: readonly Source[];
  #sheets: GivenSheet[] = [];
  #next = 1;

  /** @param base the packs as they are; broken rows of theirs are left out here and named when a draft is built */
  constructor(base: PackFiles) {
    this.#base = base;
    this.#places = {
      communes: rowsOf(base, communesTable),
      villages: rowsOf(base, villagesTable),
    };
    this.sources = rowsOf(base, sourcesTable);
  }

  get sheets(): readonly GivenSheet[] {
    return this.#sheets;
  }

  add(sheets: readonly Sheet[]): void {
    for (const sheet of sheets) {
      const match = matchHeadings(sheet, FORMS);
      const isExample = sheet.name !== null && EXAMPLES.has(sheet.name);
      const isUsed = match !== null && !sheet.isHidden && !isExample;
      this.#sheets.push({ id: this.#next++, sheet, match, isUsed, crs: sheet.layer?.crs ?? null });
    }
  }

  remove(file: string): void {
    this.#sheets = this.#sheets.filter(({ sheet }) => sheet.file !== file);
  }

  use(id: number, isUsed: boolean): void {
    this.#change(id, (given) => ({ ...given, isUsed: isUsed && given.match !== null }));
  }

  /** Takes a sheet for another table; its headings are looked for again. `row`: where they are, from 1; null: wherever they fit best. */
  takeFor(id: number, form: TableForm, row: number | null): void {
    this.#change(id, (given) => {
      const match =
        (row === null ? matchHeadings(given.sheet, [form]) : null) ?? headingsAt(given.sheet, form, row ?? 1);
      return { ...given, match, isUsed: true };
    });
  }

  /** Takes the coordinates of a sheet for those of a reference system, whatever the file says of itself. */
  chooseCrs(id: number, crs: Crs | null): void {
    this.#change(id, (given) => ({ ...given, crs }));
  }

  /** What there is to choose from for a sheet with shapes, or with coordinates in metres; null: nothing. */
  coordinates({ sheet, match }: GivenSheet): SheetCoordinates | null {
    const { communes } = this.#places;
    return coordinatesOf(sheet, match, communes.length === 0 ? null : frameOf(communes));
  }

  /** @param place column of the sheet, from 0 @param column of the form; null: keep it as it is */
  matchColumn(id: number, place: number, column: string | null): void {
    this.#change(id, (given) =>
      given.match === null ? given : { ...given, match: withChoice(given.match, place, column) },
    );
  }

  /** Everything that is used, understood. Sheets nobody uses are named where they might have been meant. */
  read(fill: ReadonlyMap<string, string>, onProgress: OnProgress = () => undefined): readonly TableRead[] {
    const used = this.#sheets.filter(({ isUsed }) => isUsed);
    const ordered = [...used.filter(isVillages), ...used.filter((given) => !isVillages(given))];
    const reads: TableRead[] = [];
    let places = this.#places;
    ordered.forEach(({ sheet, match, crs }, index) => {
      if (match === null) return;
      const read = readTable(sheet, match, places, { fill, crs }, (share) =>
        onProgress((index + share) / ordered.length),
      );
      reads.push(read);
      if (match.form.id === "villages")
        places = { ...places, villages: [...places.villages, ...villagesIn(read)] };
    });
    return reads;
  }

  /** What would be, were it applied; nothing is. */
  async draft(wish: SessionWish, onProgress: OnProgress = () => undefined): Promise<Draft> {
    const tables = this.read(wish.fill, (share) => onProgress(share * READING));
    const draft = await buildDraft(this.#base, {
      tables,
      packs: wish.packs,
      source: wish.source,
      mode: ({ id }): ApplyMode => (wish.replaced.has(id) ? "replace" : "add"),
    });
    return { ...draft, problems: [...this.#notRead(), ...draft.problems] };
  }

  #notRead(): readonly ImportProblem[] {
    const problems = new ImportProblems();
    for (const { sheet, match, isUsed } of this.#sheets) {
      const at = { file: sheet.file, sheet: sheet.name, row: null, column: null };
      if (sheet.isHidden && !isUsed) problems.add("hidden-sheet", at);
      // Sheets of explanations are no mistake as long as something was found.
      else if (
        match === null &&
        !this.#sheets.some((other) => other.sheet.file === sheet.file && other.match !== null)
      )
        problems.add("no-table", at);
    }
    return problems.all;
  }

  #change(id: number, change: (given: GivenSheet) => GivenSheet): void {
    this.#sheets = this.#sheets.map((given) => (given.id === id ? change(given) : given));
  }
}

function rowsOf<Row>(base: PackFiles, table: Parameters<typeof readPackTable<Row>>[0]): Row[] {
  return FILES.flatMap((pack): Located<Row>[] => {
    const path = `data/${pack}/${table.file}`;
    if (!base.has(path)) return [];
    return readPackTable(table, new TextDecoder().decode(base.bytes(path)), path, new Problems());
  }).map(({ row }) => row);
}

const villagesIn = ({ rows }: TableRead): KnownPlaces["villages"] =>
  rows.flatMap(({ values }) => {
    const villageId = values.get("village_id") ?? "";
    const communeCode = values.get("commune_code") ?? "";
    if (villageId === "" || communeCode === "") return [];
    const aliases = (values.get("aliases") ?? "").split(";").filter((alias) => alias !== "");
    return [
      {
        villageId,
        name: values.get("name") ?? "",
        aliases,
        communeCode: communeCode as KnownPlaces["communes"][number]["code"],
      },
    ];
  });
