import { parseArgs } from "node:util";
import { type DataProblem, formatProblem } from "@/domain/parse";
import { PACKS, type Pack } from "@/pack/packs";
import { buildData } from "./build";
import { makeRelease, releaseProblems } from "./releases";

const USAGE = `npm run data                                    build public/data from data/
npm run data -- --check                         say which artifacts are stale and what is wrong with releases, write nothing
npm run data -- release                         keep the data as they are as a release (DATA_PACK=official: facts only)
npm run data -- --out <folder>                  build somewhere else (DATA_PACK=official: facts only)
npm run data -- boundaries <folder>             derive boundaries and relief from the official files
npm run data -- scenario                        write data/illustrative anew
npm run data -- hazard <file> [--crs EPSG:9214] [--source <source_id>]
npm run data -- import <files> --source <source_id> [--recorded-on <day>] [--as-of <day>] [--reported-on <day>] [--fill column=value]
                    [--replace <table>] [--encoding <name>] [--crs EPSG:9214] [--check] [--full <folder>]    spreadsheets, GeoJSON, KML, zipped Shapefiles
                    into data/official
npm run data -- reference <roads|rivers|seats> <file> [--crs EPSG:9214] [--source <source_id>]`;

const OUT_DIR = "public/data";

/** A wrong use of the command: shown with the usage, without a stack. */
class UsageError extends Error {}

type Options = {
  readonly check?: boolean;
  readonly out?: string;
  readonly crs?: string;
  readonly source?: string;
  readonly encoding?: string;
  readonly full?: string;
  readonly replace?: readonly string[];
  readonly fill?: readonly string[];
  readonly "recorded-on"?: string;
  readonly "reported-on"?: string;
  readonly "as-of"?: string;
};

function readArguments(args: readonly string[]): {
  readonly positional: readonly string[];
  readonly options: Options;
} {
  const text = { type: "string" } as const;
  const texts = { type: "string", multiple: true } as const;
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        check: { type: "boolean" },
        out: text,
        crs: text,
        source: text,
        encoding: text,
        full: text,
        replace: texts,
        fill: texts,
        "recorded-on": text,
        "reported-on": text,
        "as-of": text,
      },
    });
    return { positional: positionals, options: values };
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

/** Prints every problem and returns the exit code. */
function report(problems: readonly DataProblem[]): number {
  for (const problem of problems) {
    if (problem.severity === "error") console.error(formatProblem(problem));
    else console.warn(formatProblem(problem));
  }
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (problems.length > 0) console.warn(`${errors} error(s), ${problems.length - errors} warning(s)`);
  return errors > 0 ? 1 : 0;
}

/** `DATA_PACK=official`: facts only; unset or `all`: both packs. */
function wantedPacks(setting: string | undefined): readonly Pack[] {
  if (setting === "official") return ["official"];
  if (setting === undefined || setting === "" || setting === "all") return PACKS;
  throw new UsageError(`DATA_PACK is "${setting}": use official or all`);
}

async function build({ out: outDir = OUT_DIR, check = false }: Options): Promise<number> {
  const { problems, written, stale } = await buildData({
    packs: wantedPacks(process.env.DATA_PACK),
    outDir,
    check,
  });
  const code = report(problems);
  if (code !== 0) {
    console.error(`${outDir} is left as it was`);
    return code;
  }
  if (!check) {
    console.log(`${written.length} artifacts written to ${outDir}`);
    return 0;
  }
  for (const path of stale) console.error(`stale: ${outDir}/${path}`);
  console.log(stale.length === 0 ? `${outDir} is up to date` : "run: npm run data");
  const releases = report(releaseProblems(outDir));
  return stale.length === 0 ? releases : 1;
}

async function release({ out: outDir = OUT_DIR }: Options): Promise<number> {
  const packs = wantedPacks(process.env.DATA_PACK);
  const made = await makeRelease({ packs, outDir });
  const code = report(made.problems);
  if (made.release === null) {
    console.error(`no release was made; ${outDir} is left as it was`);
    return code;
  }
  const name = `release ${made.release} (${packs.join(", ")})`;
  console.log(
    made.isKnown
      ? `${name} is there already`
      : `${name} is in ${outDir}: ${made.written} files written, ${made.shared} shared with other releases; next: RECORD_PICTURES=1 npx vitest run test/releases`,
  );
  return 0;
}

/** Values for all rows that lack one: the days and the source by name, anything else as `--fill column=value`. */
function fillOf(options: Options): ReadonlyMap<string, string> {
  const named: readonly (readonly [string, string | undefined])[] = [
    ["source_id", options.source],
    ["recorded_on", options["recorded-on"]],
    ["reported_on", options["reported-on"]],
    ["as_of", options["as-of"]],
  ];
  const others = (options.fill ?? []).map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1) throw new UsageError(`--fill "${pair}": write column=value`);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return new Map(
    [...named, ...others].flatMap(([column, value]) => (value === undefined ? [] : [[column, value]])),
  );
}

async function run(args: readonly string[]): Promise<number> {
  const { positional, options } = readArguments(args);
  const [command, first, second] = positional;
  switch (command) {
    case undefined:
      return build(options);
    case "release":
      return release(options);
    case "boundaries": {
      if (first === undefined) break;
      const { importBoundaries } = await import("../boundaries/import");
      const { importRelief } = await import("../relief/import");
      const boundaries = await importBoundaries(first, "data/official");
      console.log(boundaries.report);
      const relief = await importRelief(first, "data/official");
      return report([...boundaries.problems, ...relief.problems]);
    }
    case "scenario": {
      const { generateScenario } = await import("../scenario/generate");
      await generateScenario("data/illustrative");
      return 0;
    }
    case "hazard": {
      if (first === undefined) break;
      const { importHazard } = await import("./imports/hazard");
      return report(await importHazard(first, options));
    }
    case "import": {
      const files = positional.slice(1);
      if (files.length === 0) break;
      const { importTables } = await import("./imports/tables");
      const given = await importTables(files, {
        packs: wantedPacks(process.env.DATA_PACK),
        dataDir: "data",
        builtDir: OUT_DIR,
        fill: fillOf(options),
        replaced: new Set(options.replace ?? []),
        encoding: options.encoding ?? null,
        crs: options.crs ?? null,
        full: options.full ?? null,
        check: options.check ?? false,
      });
      for (const line of given.lines) console.log(line);
      return given.isRefused ? 1 : 0;
    }
    case "reference": {
      if (first === undefined || second === undefined) break;
      const { importReference } = await import("./imports/reference");
      return report(await importReference(first, second, options));
    }
  }
  throw new UsageError(command === undefined ? "nothing to do" : `not understood: ${positional.join(" ")}`);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (cause) {
  if (!(cause instanceof UsageError)) throw cause;
  console.error(`${cause.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
