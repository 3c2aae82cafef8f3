import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The page every other is held against: SVG in the HTML, no script. */
const FLOOR = "floor-svg";
export const PEERS: readonly string[] = [FLOOR, "leaflet", "plot", "echarts", "vega-lite", "maplibre"];

/** Time until the choropleth is seen, and what that took, of one page under one condition. */
export interface PageTimes {
  readonly name: string;
  readonly condition: string;
  /** Median milliseconds until the pixels of the choropleth are in hand; null: never seen. */
  readonly seen: number | null;
  /** Fastest and slowest run. */
  readonly seenRange: readonly [number, number] | null;
  readonly kilobytes: number | null;
  /** `seen` over that of the floor. */
  readonly ratio: number | null;
  readonly runs: number;
}

/** What the harness writes for one target and condition; only what is read here. */
interface Summary {
  readonly n: number;
  readonly tSeen: number | null;
  readonly tSeenRange: [number, number] | null;
  readonly bytes: number | null;
}

function run(command: string, args: readonly string[], cwd: string): boolean {
  const { status } = spawnSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  return status === 0;
}

/**
 * Copies the shared bench into `work` (it is read-only where it lies), builds the peers there, and measures our pages
 * among them, interleaved. Peers that cannot be built are told in `skipped`, never left out in silence.
 */
export function measureAmongPeers(options: {
  readonly shared: string;
  readonly work: string;
  readonly root: string;
  readonly ours: readonly {
    readonly name: string;
    readonly dir: string;
    readonly palette: string;
    /** Of the page below the folder; absent: its index. */
    readonly path?: string;
  }[];
  readonly runs: number;
  readonly browser: string;
  /** Which of `PEERS` to measure; the floor is always among them. */
  readonly peers: readonly string[];
  /** Seconds to wait for other processes to calm down before each run. */
  readonly waitQuiet: number;
}): { times: PageTimes[]; skipped: string[] } {
  const { shared, work, root, ours, runs } = options;
  const source = path.join(shared, "bench");
  if (!existsSync(path.join(source, "harness.mjs")))
    return { times: [], skipped: [`peers: ${source}/harness.mjs is not there`] };
  mkdirSync(work, { recursive: true });
  cpSync(source, work, {
    recursive: true,
    force: true,
    mode: 0,
    filter: (file) => !/node_modules|[/\\]dist$/.test(file),
  });
  spawnSync("chmod", ["-R", "u+w", work]);
  // The harness asks for playwright-core and pngjs beside itself; ours are the same.
  const modules = path.join(work, "tools", "node_modules");
  if (!existsSync(modules)) symlinkSync(path.join(root, "node_modules"), modules);

  const skipped: string[] = [];
  const targets: object[] = [...ours];
  for (const peer of PEERS.filter((name) => name === FLOOR || options.peers.includes(name))) {
    const folder = path.join(work, "peers", peer);
    const built = path.join(folder, "dist", "index.html");
    if (!existsSync(built)) {
      const ok =
        peer === FLOOR
          ? run(process.execPath, ["build.mjs"], folder)
          : run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder) &&
            run("npm", ["run", "build"], folder);
      if (!ok || !existsSync(built)) {
        skipped.push(`peer ${peer}: could not be built`);
        continue;
      }
    }
    targets.push({ name: peer, dir: path.join(folder, "dist") });
  }

  const config = path.join(work, "targets.json");
  const out = path.join(work, "all.json");
  rmSync(out, { force: true });
  writeFileSync(config, JSON.stringify(targets));
  const { status } = spawnSync(
    process.execPath,
    [
      "harness.mjs",
      "--config",
      config,
      "--runs",
      String(runs),
      "--cond",
      "fast,slow",
      "--pan",
      "0",
      "--waitQuiet",
      String(options.waitQuiet),
      "--out",
      out,
    ],
    { cwd: work, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CHROMIUM: options.browser } },
  );
  if (status !== 0 || !existsSync(out))
    return { times: [], skipped: [...skipped, "peers: the harness failed"] };
  const summary: Record<string, Record<string, Summary>> = JSON.parse(readFileSync(out, "utf8")).summary;
  const times = Object.entries(summary).flatMap(([name, conditions]) =>
    Object.entries(conditions).map(([condition, { n, tSeen, tSeenRange, bytes }]) => {
      const floor = summary[FLOOR]?.[condition]?.tSeen ?? null;
      return {
        name,
        condition,
        seen: tSeen,
        seenRange: tSeenRange,
        kilobytes: bytes === null ? null : Math.round(bytes / 100) / 10,
        ratio: tSeen === null || floor === null ? null : Math.round((tSeen / floor) * 100) / 100,
        runs: n,
      };
    }),
  );
  return { times, skipped };
}
