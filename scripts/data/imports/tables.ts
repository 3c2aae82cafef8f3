import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { DATASET_PATHS } from "@/domain/dataset";
import { overlay } from "@/imports/draft/buildDraft";
import { FORMS, formOf } from "@/imports/forms";
import { ImportSession } from "@/imports/importSession";
import { crsNamed, KNOWN_CRS } from "@/imports/layers/projection";
import { type FileRead, readFile } from "@/imports/sheets/readFile";
import { type ProblemLine, problemLines } from "@/imports/tables/problemLines";
import type { PackFiles } from "@/pack/inputs";
import type { Pack } from "@/pack/packs";
import { folderFiles } from "../folderFiles";

/** What was asked for beside the files. */
export interface TableImport {
  readonly packs: readonly Pack[];
  readonly dataDir: string;
  /** What was built of it before: its warnings are known, and not said again. */
  readonly builtDir: string;
  /** One value for all rows that lack it, by column. */
  readonly fill: ReadonlyMap<string, string>;
  /** Forms whose table takes the place of what was there. */
  readonly replaced: ReadonlySet<string>;
  readonly encoding: string | null;
  /** Reference system of everything that has shapes or coordinates in metres, whatever it says of itself; null: what it says. */
  readonly crs: string | null;
  /** Folder for the tables with what is withheld; null: they are kept nowhere. */
  readonly full: string | null;
  /** Say what would be, write nothing. */
  readonly check: boolean;
}

/** What came of it, for people. */
export interface TablesImported {
  readonly lines: readonly string[];
  /** Nothing was written: an error is left. */
  readonly isRefused: boolean;
  /** Files written, below `dataDir`. */
  readonly written: readonly string[];
}

/**
 * Spreadsheets into `data/official`, by the very steps of the page: read, understood, checked with everything that is there, and then all
 * of it written or nothing. What may not be published is withheld in what is written.
 */
export async function importTables(files: readonly string[], wish: TableImport): Promise<TablesImported> {
  const lines: string[] = [];
  const refuse = (): TablesImported => ({ lines, isRefused: true, written: [] });
  const unknown = [...wish.replaced].filter((id) => formOf(id) === null);
  if (unknown.length > 0) {
    lines.push(`--replace ${unknown.join(", ")}: no such table; use ${FORMS.map(({ id }) => id).join(", ")}`);
    return refuse();
  }
  if (wish.full !== null && isPublished(wish.full)) {
    lines.push(
      `--full ${wish.full}: what is withheld must not lie below data/ or public/; name another folder`,
    );
    return refuse();
  }
  const crs = wish.crs === null ? null : crsNamed(wish.crs);
  if (wish.crs !== null && crs === null) {
    lines.push(`--crs ${wish.crs}: not a known reference system; use ${KNOWN_CRS.join(", ")}`);
    return refuse();
  }
  const session = new ImportSession(withManifest(folderFiles(wish.dataDir), wish.builtDir));
  for (const file of files) {
    const read = await readFile(
      basename(file),
      readFileSync(file),
      wish.encoding === null ? {} : { encoding: wish.encoding },
    );
    if ("sheets" in read) session.add(read.sheets);
    else lines.push(`error ${file} ${sayRefusal(read)}`);
  }
  if (lines.length > 0) return refuse();
  for (const given of session.sheets)
    if (crs !== null && session.coordinates(given) !== null) session.chooseCrs(given.id, crs);
  for (const { sheet, match, isUsed } of session.sheets) {
    const place = `${sheet.file}${sheet.name === null ? "" : ` › ${sheet.name}`}`;
    const said = match === null ? "no table" : `${match.form.id}, headings in row ${match.first}`;
    lines.push(`${place}: ${said}${isUsed ? "" : " (not read)"}`);
  }
  const draft = await session.draft({ ...wish, source: null });
  const problems = problemLines(draft.problems, draft.packProblems, "en");
  lines.push(...problems.map(lineOf));
  const counts = new Map<string, number>();
  for (const { form, kind } of draft.changes)
    counts.set(`${form} ${kind}`, (counts.get(`${form} ${kind}`) ?? 0) + 1);
  lines.push(...[...counts].map(([what, rows]) => `${what}: ${rows}`));
  const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  lines.push(`${count("error")} error(s), ${count("warning")} warning(s)`);
  if (draft.artifacts === null || count("error") > 0 || session.sheets.every(({ isUsed }) => !isUsed)) {
    lines.push("nothing was written");
    return refuse();
  }
  if (wish.check) return { lines, isRefused: false, written: [] };
  const written = writeWhole(wish.dataDir, draft.files);
  if (wish.full !== null && draft.fullFiles !== null)
    writeWhole(
      wish.full,
      new Map([...draft.fullFiles].map(([path, text]) => [`data/${basename(path)}`, text])),
    );
  lines.push(...written.map((path) => `written: ${wish.dataDir}/${path}`), "next: npm run data");
  return { lines, isRefused: false, written };
}

function withManifest(files: PackFiles, builtDir: string): PackFiles {
  const file = join(builtDir, DATASET_PATHS.manifest);
  return existsSync(file)
    ? overlay(files, new Map([[DATASET_PATHS.manifest, readFileSync(file, "utf8")]]))
    : files;
}

const isPublished = (folder: string): boolean =>
  ["data", "public"].some((name) => `${resolve(folder)}${sep}`.startsWith(`${resolve(name)}${sep}`));

/** All beside their places first, then all in place: a run that is stopped leaves the old files or the new ones of each. */
function writeWhole(folder: string, files: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...files].map(([path, text]) => {
    const below = path.replace(/^data\//, "");
    const file = join(folder, below);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    return below;
  });
  for (const path of paths) renameSync(`${join(folder, path)}.new`, join(folder, path));
  return paths;
}

const sayRefusal = (read: Exclude<FileRead, { readonly sheets: unknown }>): string =>
  "needs" in read
    ? `cannot be read for certain → give --${read.needs}: one of ${read.candidates.join(", ")}`
    : `cannot be read: ${read.refused}${read.row > 0 ? ` in row ${read.row}` : ""} → save it again as .xlsx, CSV or GeoJSON`;

const lineOf = ({ severity, at, value, message, remedy }: ProblemLine): string => {
  const place = [at.file, at.sheet, at.row === null ? null : `row ${at.row}`].filter((part) => part !== null);
  const column = at.column === null ? "" : ` [${at.column}]`;
  return `${severity} ${place.join(" › ")}${column}${value === null ? "" : ` "${value.slice(0, 60)}"`} ${message} → ${remedy}`;
};
