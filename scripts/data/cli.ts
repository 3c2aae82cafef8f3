import { type DataProblem, formatProblem } from "@/domain/parse";
import { buildData } from "./build";
import { PACKS, type Pack } from "./packs";

const USAGE = `npm run data                                    build public/data from data/
npm run data -- --check                         say which artifacts are stale, write nothing
npm run data -- --out <folder>                  build somewhere else (DATA_PACK=official: facts only)
npm run data -- boundaries <folder>             derive boundaries and relief from the official files
npm run data -- scenario                        write data/illustrative anew
npm run data -- hazard <file> [--crs EPSG:9214] [--source <source_id>]
npm run data -- reference <roads|rivers|seats> <file> [--crs EPSG:9214] [--source <source_id>]`;

const OUT_DIR = "public/data";

/** Arguments without options, and `--name value` pairs; `--check` stands alone. */
function readArguments(args: readonly string[]) {
  const positional: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? "";
    if (!argument.startsWith("--")) positional.push(argument);
    else if (argument === "--check") options.set("check", "");
    else {
      options.set(argument.slice(2), args[index + 1] ?? "");
      index += 1;
    }
  }
  return { positional, options };
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
  throw new Error(`DATA_PACK is "${setting}": use official or all`);
}

async function build(options: ReadonlyMap<string, string>): Promise<number> {
  const outDir = options.get("out") ?? OUT_DIR;
  const check = options.has("check");
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
  return stale.length === 0 ? 0 : 1;
}

async function run(args: readonly string[]): Promise<number> {
  const { positional, options } = readArguments(args);
  const [command, first, second] = positional;
  switch (command) {
    case undefined:
      return build(options);
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
      return report(await importHazard(first, { crs: options.get("crs"), source: options.get("source") }));
    }
    case "reference": {
      if (first === undefined || second === undefined) break;
      const { importReference } = await import("./imports/reference");
      return report(
        await importReference(first, second, { crs: options.get("crs"), source: options.get("source") }),
      );
    }
  }
  console.error(USAGE);
  return 2;
}

process.exitCode = await run(process.argv.slice(2));
