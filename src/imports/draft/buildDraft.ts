import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from "geojson";
import { DATASET_PATHS } from "@/domain/dataset";
import { type DataProblem, formatProblem } from "@/domain/parse";
import type { Source } from "@/domain/source";
import type { Artifacts } from "@/pack/artifacts";
import { assembleData } from "@/pack/assemble";
import type { PackFiles } from "@/pack/inputs";
import type { Pack } from "@/pack/packs";
import { groundOfZones, isDerivedGround } from "@/pack/steps/assessedGround";
import { hazardAssessedTable, hazardZonesTable } from "@/pack/tables/hazardFeatures";
import { parseTable, writeTable } from "@/pack/tableText";
import { withholdSmall } from "@/pack/withhold";
import type { TableForm } from "../forms/form";
import { type GivenPlace, type ImportProblem, ImportProblems } from "../tables/importProblem";
import type { TableRead } from "../tables/readTable";
import { type Applied, type ApplyMode, applyTables, type GivenOrigin, type RowChange } from "./applyTables";

/** What a person wants done with the tables that were read. */
export interface DraftWish {
  readonly tables: readonly TableRead[];
  readonly mode: (form: TableForm) => ApplyMode;
  /** Packs the draft is built of; the tables go into the official one. */
  readonly packs: readonly Pack[];
  /** A source that is not in sources.csv yet; null: every row names one that is. */
  readonly source: Source | null;
}

/** A problem the checks of the packs found, and where its row was given; null: in what was there before. */
export interface PackProblem {
  readonly problem: DataProblem;
  readonly origin: GivenOrigin | null;
}

/** Everything a draft is, before anybody applies it. */
export interface Draft {
  readonly packs: readonly Pack[];
  /** Path → text of the files of `data/` that differ, as they may be published. */
  readonly files: ReadonlyMap<string, string>;
  /** The same with the counts that are withheld in `files`: for the person's own disk only. Null: nothing is withheld. */
  readonly fullFiles: ReadonlyMap<string, string> | null;
  readonly changes: readonly RowChange[];
  /** What `public/data/` would be; null: an error is left, and nothing can be applied. */
  readonly artifacts: Artifacts | null;
  readonly problems: readonly ImportProblem[];
  readonly packProblems: readonly PackProblem[];
}

const POVERTY = "data/official/poverty.csv";
const VILLAGES = ["data/official/villages.csv", "data/illustrative/villages.csv"] as const;
const SOURCES = "data/official/sources.csv";
const ZONES = `data/official/${hazardZonesTable.file}`;
const ASSESSED = `data/official/${hazardAssessedTable.file}`;

/**
 * Applies tables to the files of the packs, withholds what may not be published, and builds and checks the whole: the same steps in a
 * browser and on the command line. Changes nothing that was given.
 */
export async function buildDraft(base: PackFiles, wish: DraftWish): Promise<Draft> {
  const applied = applyTables(base, "official", wish.tables, wish.mode);
  const full = new Map(applied.files);
  if (wish.source !== null) full.set(SOURCES, withSource(textOf(overlay(base, full), SOURCES), wish.source));
  const problems = new ImportProblems();
  addAssessedGround(overlay(base, full), full, applied, problems);
  const files = published(overlay(base, full), full, applied, problems);
  const found = [...wish.tables.flatMap((table) => table.problems), ...applied.problems, ...problems.all];
  const { artifacts, problems: checked } = await assembleData(wish.packs, overlay(base, files));
  const isRefused = found.some(({ severity }) => severity === "error");
  return {
    packs: wish.packs,
    files,
    fullFiles: sameText(files, full) ? null : full,
    changes: applied.changes,
    artifacts: isRefused ? null : artifacts,
    problems: found,
    packProblems: withOrigins(checked, applied, base, refusedParts(wish.tables)),
  };
}

/** Files of a pack with some in place of, or beside, those of a base. */
export function overlay(base: PackFiles, files: ReadonlyMap<string, string>): PackFiles {
  return {
    has: (path) => files.has(path) || base.has(path),
    bytes: (path) => {
      const text = files.get(path);
      return text === undefined ? base.bytes(path) : new TextEncoder().encode(text);
    },
  };
}

const textOf = (files: PackFiles, path: string): string =>
  files.has(path) ? new TextDecoder().decode(files.bytes(path)) : "";

/** A map of zones that comes without the ground it assessed: the zones are that ground, and somebody is told. */
function addAssessedGround(
  now: PackFiles,
  full: Map<string, string>,
  applied: Applied,
  problems: ImportProblems,
): void {
  const zones = full.get(ZONES);
  if (zones === undefined || full.has(ASSESSED)) return;
  const known = textOf(now, ASSESSED);
  if (known !== "" && !isDerivedGround(featuresIn(known))) return;
  const ground = groundOfZones(featuresIn<Polygon | MultiPolygon>(zones));
  if (ground === null) return;
  const [origin] = applied.origins.get(ZONES)?.values() ?? [];
  if (origin !== undefined) problems.add("assessed-derived", { ...origin.place, row: null });
  full.set(ASSESSED, `{"type":"FeatureCollection",\n"features":[\n${JSON.stringify(ground)}\n]}\n`);
}

const featuresIn = <Shape extends Geometry>(text: string): readonly Feature<Shape>[] =>
  (JSON.parse(text) as FeatureCollection<Shape>).features;

/** The tables with what may not be published taken out; every row it concerns is named. */
function published(
  now: PackFiles,
  full: ReadonlyMap<string, string>,
  applied: Applied,
  problems: ImportProblems,
): ReadonlyMap<string, string> {
  const text = full.get(POVERTY);
  if (text === undefined) return full;
  const communes = new Map(
    VILLAGES.flatMap((path) => {
      const { header, rows } = parseTable(textOf(now, path));
      const [id, commune] = [header.indexOf("village_id"), header.indexOf("commune_code")];
      return rows.map((cells): [string, string] => [cells[id] ?? "", cells[commune] ?? ""]);
    }),
  );
  const { table, small, second } = withholdSmall(parseTable(text), (id) => communes.get(id) ?? null);
  const origins = applied.origins.get(POVERTY);
  for (const [indexes, isSmall] of [
    [small, 1],
    [second, 0],
  ] as const) {
    for (const index of indexes) {
      const origin = origins?.get(index + 2);
      if (origin !== undefined) problems.add("small-number", origin.place, null, { isSmall });
    }
  }
  return small.length + second.length === 0 ? full : new Map([...full, [POVERTY, writeTable(table)]]);
}

function withSource(text: string, source: Source): string {
  const { header, rows } = parseTable(text);
  const values: Readonly<Record<string, string | null>> = {
    source_id: source.sourceId,
    title: source.title,
    publisher: source.publisher,
    kind: source.kind,
    published_on: source.publishedOn,
    retrieved_on: source.retrievedOn,
    licence: source.licence,
    url: source.url,
    note: source.note,
  };
  const columns = header.length > 0 ? header : Object.keys(values);
  const others = rows.filter((cells) => cells[columns.indexOf("source_id")] !== source.sourceId);
  return writeTable({ header: columns, rows: [...others, columns.map((column) => values[column] ?? "")] });
}

const sameText = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  [...one].every(([path, text]) => other.get(path) === text);

/**
 * Warnings the base has as well are no news: they are left out, unless they speak of a row that was given. So is what follows from a cell
 * that could not be understood and was left blank for that.
 */
function withOrigins(
  found: readonly DataProblem[],
  applied: Applied,
  base: PackFiles,
  refused: RefusedParts,
): readonly PackProblem[] {
  const known = knownWarnings(base);
  return found.flatMap((problem): PackProblem[] => {
    const origin =
      problem.row === null ? null : (applied.origins.get(problem.file)?.get(problem.row) ?? null);
    const isOld = origin === null && problem.severity === "warning" && known.has(formatProblem(problem));
    const column = problem.column === null ? null : (origin?.headingOf(problem.column) ?? problem.column);
    const follows =
      origin !== null &&
      (refused.cells.has(cellKey({ ...origin.place, column })) ||
        refused.columns.has(cellKey({ ...origin.place, row: null, column })) ||
        refused.ids.has(problem.value ?? ""));
    return isOld || follows ? [] : [{ problem, origin }];
  });
}

/** What was not understood, by place, and the ids of rows that are lost to other tables because of it. */
interface RefusedParts {
  readonly cells: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

const cellKey = ({ file, sheet, row, column }: GivenPlace): string =>
  [file, sheet, row, column].join("\u0000");

function refusedParts(tables: readonly TableRead[]): RefusedParts {
  const errors = tables.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"));
  const columns = errors.filter(({ code }) => code === "column-missing");
  const ids = tables.flatMap(({ form, rows, problems }) => {
    const broken = problems.filter(({ severity }) => severity === "error");
    const isWhole = broken.some(({ code }) => code === "column-missing");
    const lost = new Set(broken.map(({ at }) => at.row));
    return rows
      .filter(({ row }) => isWhole || lost.has(row))
      .map(({ values }) => values.get(form.key[0] ?? "") ?? "");
  });
  return {
    cells: new Set(errors.map(({ at }) => cellKey(at))),
    columns: new Set(columns.map(({ at }) => cellKey({ ...at, row: null }))),
    ids: new Set(ids.filter((id) => id !== "")),
  };
}

/** Warnings printed when the base was built, where it carries its manifest beside its packs. */
function knownWarnings(base: PackFiles): ReadonlySet<string> {
  if (!base.has(DATASET_PATHS.manifest)) return new Set();
  const manifest: unknown = JSON.parse(new TextDecoder().decode(base.bytes(DATASET_PATHS.manifest)));
  const warnings =
    typeof manifest === "object" && manifest !== null && "warnings" in manifest ? manifest.warnings : [];
  return new Set(Array.isArray(warnings) ? warnings.map(String) : []);
}
