import { changesSince } from "@/analysis/changesSince";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadManifest, parseRegister } from "@/datasets";
import type { StoredDraft } from "@/datasets/draftStore";
import { type Read, ReadError } from "@/datasets/read";
import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import { DATASET_PATHS } from "@/domain/dataset";
import { isoDate } from "@/domain/date";
import type { Manifest } from "@/domain/manifest";
import { releaseOf } from "@/domain/release";
import { toCsvText } from "@/exports/csv";
import { zipFiles } from "@/exports/zip";
import type { Locale } from "@/i18n/locale";
import { importReadingMessages } from "@/i18n/messages/importReading";
import { importToolMessages } from "@/i18n/messages/importTool";
import type { RowChange } from "@/imports/draft/applyTables";
import { type Draft, overlay } from "@/imports/draft/buildDraft";
import { formOf } from "@/imports/forms";
import { type GivenSheet, ImportSession } from "@/imports/importSession";
import type { SheetCell } from "@/imports/sheet";
import { type FileRefusal, readFile } from "@/imports/sheets/readFile";
import type { GivenPlace } from "@/imports/tables/importProblem";
import { textOf } from "@/imports/tables/matchHeadings";
import { problemLines } from "@/imports/tables/problemLines";
import type { SheetCoordinates } from "@/imports/tables/rowPlaces";
import type { Artifacts } from "@/pack/artifacts";
import { SHAPE_COLUMN } from "@/pack/featureText";
import type { PackFiles } from "@/pack/inputs";
import type {
  DraftSummary,
  Excerpt,
  FromImporter,
  RefusedFile,
  SheetSummary,
  ShownChange,
  ShownWorkChange,
  ToImporter,
} from "./protocol";
import { releaseFiles } from "./releaseFiles";
import { shapeText, shownShapes } from "./shownShapes";

/** Problems and changes a page can show; the files hold all. */
const SHOWN_LINES = 1000;
const SHOWN_CHANGES = 1000;
const PREVIEW_ROWS = 6;
const PREVIEW_CHARACTERS = 60;
/** Rows shown above and below the one somebody asked for. */
const EXCERPT_ROWS = 3;
/** The site the import stands on. */
export interface ImportSite {
  /** Artifacts as its pages read them now. */
  readonly read: Read;
  /** The packs it was built of. */
  readonly pack: () => Promise<PackFiles>;
  /** What this device shows in place of what is published; null: nothing. */
  readonly draft: () => Promise<Omit<StoredDraft, "artifacts"> | null>;
  readonly save: (draft: StoredDraft) => Promise<void>;
}

/** Everything the import does, off the page's thread: one instance a worker. `say` answers; nothing it was given is kept anywhere before `apply`. */
export function importer(
  say: (message: FromImporter) => void,
  siteAt: (root: string) => ImportSite,
): (message: ToImporter) => Promise<void> {
  let site: ImportSite | null = null;
  let locale: Locale = "vi";
  let base: PackFiles | null = null;
  let before: Manifest | null = null;
  let session: ImportSession | null = null;
  let draft: Draft | null = null;
  let refused: RefusedFile[] = [];
  let handedIn: string[] = [];

  const needed = <Value>(value: Value | null): Value => {
    if (value === null) throw new Error("the import was not opened, or nothing was worked out yet");
    return value;
  };
  const sayProgress = (share: number) => say({ type: "progress", share });

  const handle = async (message: ToImporter): Promise<void> => {
    switch (message.type) {
      case "open": {
        site = siteAt(message.root);
        locale = message.locale;
        const [files, kept, manifest] = await Promise.all([
          site.pack(),
          site.draft(),
          loadManifest(site.read),
        ]);
        before = manifest;
        // With the warnings that were known before: they are no news.
        const earlier = new Map(kept?.fullFiles ?? kept?.files ?? []);
        base = overlay(files, earlier.set(DATASET_PATHS.manifest, JSON.stringify(manifest)));
        session = new ImportSession(base);
        say({ type: "opened", sources: session.sources, isDraft: kept !== null });
        return;
      }
      case "add":
        await add(message);
        saySheets();
        return;
      case "remove":
        needed(session).remove(message.file);
        refused = refused.filter(({ file }) => file !== message.file);
        handedIn = handedIn.filter((file) => file !== message.file);
        saySheets();
        return;
      case "use":
        needed(session).use(message.id, message.isUsed);
        saySheets();
        return;
      case "take": {
        const form = formOf(message.form);
        if (form !== null) needed(session).takeFor(message.id, form, message.row);
        saySheets();
        return;
      }
      case "crs":
        needed(session).chooseCrs(message.id, message.crs);
        saySheets();
        return;
      case "match":
        needed(session).matchColumn(message.id, message.place, message.column);
        saySheets();
        return;
      case "rows":
        say({ type: "rows", excerpt: excerptAt(message.at) });
        return;
      case "draft": {
        const { packs, source, fill, replaced } = message.wish;
        draft = await needed(session).draft(
          { packs, source, fill: new Map(Object.entries(fill)), replaced: new Set(replaced) },
          sayProgress,
        );
        say({ type: "draft", draft: await summaryOf(draft) });
        return;
      }
      case "apply":
        await apply(needed(draft), message.day);
        say({ type: "applied" });
        return;
      case "file":
        say({ type: "file", ...(await fileOf(message.which, needed(draft), message.day)) });
        return;
    }
  };

  return async (message) => {
    try {
      await handle(message);
    } catch (cause) {
      say({ type: "failed", detail: cause instanceof Error ? cause.message : String(cause) });
    }
  };

  async function add({ name, bytes, encoding }: ToImporter & { readonly type: "add" }): Promise<void> {
    // The same file chosen again, perhaps mended in between, takes the place of the first.
    needed(session).remove(name);
    refused = refused.filter(({ file }) => file !== name);
    const read = await readFile(name, new Uint8Array(bytes), encoding === null ? {} : { encoding });
    handedIn = [...new Set([...handedIn, name])];
    if ("sheets" in read) needed(session).add(read.sheets);
    else {
      const m = importReadingMessages[locale];
      const needs = "needs" in read ? { what: read.needs, candidates: read.candidates } : null;
      const message =
        "refused" in read ? refusalText(locale, read.refused, read.row) : m[`needs.${read.needs}`];
      refused.push({ file: name, message, needs });
    }
  }

  function saySheets(): void {
    draft = null;
    const opened = needed(session);
    const sheets = opened.sheets.map((given) => summaryOfSheet(given, opened.coordinates(given)));
    say({ type: "sheets", sheets, refused });
  }

  async function summaryOf(made: Draft): Promise<DraftSummary> {
    const lines = problemLines(made.problems, made.packProblems, locale);
    const count = (severity: string) => lines.filter((line) => line.severity === severity).length;
    const isReady = made.artifacts !== null && count("error") === 0;
    const changed = made.changes.filter(({ kind }) => kind !== "same");
    return {
      isReady,
      errors: count("error"),
      warnings: count("warning"),
      notes: count("note"),
      lines: lines.slice(0, SHOWN_LINES),
      counts: countsOf(made.changes),
      changes: changed.slice(0, SHOWN_CHANGES).map((change) => shownChange(change, locale)),
      changedRows: changed.length,
      works: isReady ? await worksChanged(made) : [],
      communes: communesOf(changed),
      shapes: shownShapes(changed),
      hasWithheld: made.fullFiles !== null,
      release: made.artifacts === null ? null : releaseOf(manifestOf(made.artifacts)),
    };
  }

  async function worksChanged(made: Draft): Promise<readonly ShownWorkChange[]> {
    const artifacts = needed(made.artifacts);
    const [earlier, later] = await Promise.all([
      parseRegister(needed(site).read),
      parseRegister(artifactReader(artifacts)),
    ]);
    const [from, to] = [needed(before).defaultAsOf, manifestOf(artifacts).defaultAsOf];
    // The same day for both: what time alone changed is none of the draft's doing.
    const day = isoDate(from > to ? from : to);
    const names = new Map(later.register.communes.map(({ code, name }) => [code, name]));
    const works = new Map(later.register.works.map((work) => [work.workId, work]));
    const { changes } = changesSince(takeSnapshot(earlier.register, day), takeSnapshot(later.register, day));
    return changes.map((change) => {
      const work = works.get(change.workId);
      return {
        change,
        name: work?.name ?? change.workId,
        communes: (work?.communeCodes ?? []).map((code) => names.get(code) ?? code),
      };
    });
  }

  function excerptAt(at: GivenPlace): Excerpt {
    const given = needed(session).sheets.find(
      ({ sheet }) => sheet.file === at.file && sheet.name === at.sheet,
    );
    const first = Math.max(1, (at.row ?? 1) - EXCERPT_ROWS);
    const rows = given?.sheet.rows.slice(first - 1, (at.row ?? 1) + EXCERPT_ROWS) ?? [];
    return {
      at,
      first,
      headings: given?.match?.columns.map(({ heading }) => heading) ?? [],
      rows: rows.map((cells) => cells.map(shownCell)),
    };
  }

  async function apply(made: Draft, day: string): Promise<void> {
    const artifacts = needed(made.artifacts);
    if (made.problems.some(({ severity }) => severity === "error")) throw new Error("an error is left");
    const counts = countsOf(made.changes);
    const sum = (of: (count: DraftSummary["counts"][number]) => number) =>
      counts.reduce((total, count) => total + of(count), 0);
    const marked = new Map(artifacts);
    marked.set(
      DATASET_PATHS.manifest,
      new TextEncoder().encode(`${JSON.stringify({ ...manifestOf(artifacts), draft: true })}\n`),
    );
    await needed(site).save({
      state: {
        madeOn: isoDate(day),
        sources: handedIn,
        packs: [...made.packs],
        added: sum(({ added }) => added),
        changed: sum(({ changed }) => changed),
        removed: sum(({ removed }) => removed),
      },
      artifacts: marked,
      files: made.files,
      fullFiles: made.fullFiles,
    });
  }

  async function fileOf(
    which: "problems" | "release" | "full",
    made: Draft,
    day: string,
  ): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer>; mime: string }> {
    const m = importToolMessages[locale];
    if (which === "problems") {
      const head = [m.severity, m.file, m.sheet, m.row, m.column, m.value, m.message, m.remedy];
      const rows = problemLines(made.problems, made.packProblems, locale).map(
        ({ severity, at, value, message, remedy }) => [
          m[`severity.${severity}`],
          at.file,
          at.sheet ?? "",
          at.row === null ? "" : String(at.row),
          at.column ?? "",
          value ?? "",
          message,
          remedy,
        ],
      );
      const text = toCsvText([head, ...rows]);
      return { name: `${m["file.problems"]}.csv`, bytes: new TextEncoder().encode(text), mime: "text/csv" };
    }
    const files = releaseFiles(needed(base), made, which === "full", locale);
    const name = which === "full" ? m["file.full"] : m["file.release"];
    return { name: `${name}-${day}.zip`, bytes: zipFiles(files), mime: "application/zip" };
  }
}

function refusalText(locale: Locale, refused: FileRefusal, row: number): string {
  const text = importReadingMessages[locale][`refused.${refused}`];
  return typeof text === "string" ? text : text(String(row));
}

const manifestOf = (artifacts: Artifacts): Manifest =>
  JSON.parse(new TextDecoder().decode(artifacts.get(DATASET_PATHS.manifest)));

const artifactReader =
  (artifacts: Artifacts): Read =>
  async (path) => {
    const bytes = artifacts.get(path);
    if (bytes === undefined) throw new ReadError("missing", path);
    return new TextDecoder().decode(bytes);
  };

const summaryOfSheet = (
  { id, sheet, match, isUsed, crs }: GivenSheet,
  coordinates: SheetCoordinates | null,
): SheetSummary => ({
  id,
  file: sheet.file,
  name: sheet.name,
  isHidden: sheet.isHidden,
  isMap: sheet.layer !== null,
  isUsed,
  rows: sheet.rows.length,
  form: match?.form.id ?? null,
  first: match?.first ?? 0,
  last: match?.last ?? 0,
  columns: match?.columns ?? [],
  coordinates: coordinates === null ? null : { ...coordinates, chosen: crs },
  preview: sheet.rows
    .slice(match?.last ?? 0, (match?.last ?? 0) + PREVIEW_ROWS)
    .map((cells) => cells.map(shownCell)),
});

const shownCell = (cell: SheetCell): string => textOf(cell).slice(0, PREVIEW_CHARACTERS);

function countsOf(changes: readonly RowChange[]): DraftSummary["counts"] {
  const counts = new Map<string, Record<RowChange["kind"], number>>();
  for (const { form, kind } of changes) {
    const count = counts.get(form) ?? { added: 0, changed: 0, removed: 0, same: 0 };
    count[kind] += 1;
    counts.set(form, count);
  }
  return [...counts].map(([form, count]) => ({ form, ...count }));
}

function shownChange({ form, kind, key, before, after, at }: RowChange, locale: Locale): ShownChange {
  const columns = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  const cells = columns.flatMap((column) => {
    const text = (value: string | undefined) =>
      value === undefined ? null : column === SHAPE_COLUMN ? shapeText(value, locale) : value;
    const [old, now] = [before?.get(column) ?? null, after?.get(column) ?? null];
    return (old ?? "") === (now ?? "")
      ? []
      : [
          {
            column,
            before: before === null ? null : (text(before.get(column)) ?? ""),
            after: after === null ? null : (text(after.get(column)) ?? ""),
          },
        ];
  });
  return {
    form,
    kind: kind === "same" ? "changed" : kind,
    key,
    cells,
    place: at === null ? "" : [at.file, at.sheet, at.row].filter((part) => part !== null).join(" › "),
  };
}

/** Communes the changing rows name, by their own columns. */
function communesOf(changes: readonly RowChange[]): DraftSummary["communes"] {
  const counts = new Map<CommuneCode, number>();
  for (const { before, after } of changes) {
    const values = after ?? before;
    const text = ["commune_code", "commune_codes", "area_code"]
      .map((column) => values?.get(column) ?? "")
      .join(";");
    for (const code of new Set(text.split(";")))
      if (isCommuneCode(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
