import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadMapData, ReadError } from "@/datasets";
import { loadMessages } from "@/i18n/messages";
import { INDICATORS } from "@/indicators";
import { classesOf } from "@/indicators/classBreaks";
import { buildMapScene } from "@/scene/buildScene";
import { decodeBoundaries } from "@/scene/geometry";
import { DEFAULT_LAYERS } from "@/scene/layers";
import { RAMPS } from "@/scene/palette";
import { DEFAULT_VIEW } from "@/state/params";
import { dayOf } from "@/views/explore/model";
import { findBrowser, NO_BROWSER } from "../browser.mjs";
import { LIST_BUDGET, type ListTask, measureLists } from "./lists";
import { measurePage, type PageMeasures } from "./page";
import { buildPlainPage, measurePanning, PANNING_BUDGET, type PanningMeasures } from "./panning";
import { measureAmongPeers, type PageTimes, PEERS } from "./peers";
import { nationalCommunes, seededData } from "./spatial/seeded";
import { type EngineTimes, measureSpatial, printSpatial } from "./spatial/spatial";
import { type Spread, spread } from "./statistics";
import { TENFOLD, tenfoldSite } from "./tenfold";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = path.join(ROOT, ".cache", "bench");

const option = (name: string): string | null => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const runs = Number(option("runs") ?? 20);
if (!Number.isInteger(runs) || runs < 1) {
  console.error("--runs takes a whole number from 1");
  process.exit(1);
}
const shared = option("shared");
const dist = path.resolve(ROOT, option("dist") ?? "dist");

/** Times of the pure parts, in Node. */
interface NodeMeasures {
  /** The register as known on a day. */
  readonly snapshot: Spread;
  /** One scene of the default view, over all indicators. */
  readonly scene: Spread;
}

async function measureNode(site: string): Promise<NodeMeasures> {
  const folder = path.join(site, "data");
  const data = await loadMapData(async (file) => {
    try {
      return await readFile(path.join(folder, file), "utf8");
    } catch (cause) {
      throw new ReadError("missing", String(cause));
    }
  });
  const messages = await loadMessages("vi");
  const asOf = dayOf(DEFAULT_VIEW, data);
  const boundaries = data.geometry.boundaries === null ? null : decodeBoundaries(data.geometry.boundaries);
  const timed = <T>(times: number[], work: () => T): T => {
    const started = performance.now();
    const result = work();
    times.push(performance.now() - started);
    return result;
  };
  const snapshots: number[] = [];
  const scenes: number[] = [];
  for (let run = 0; run < runs + 3; run++) {
    const snapshot = timed(snapshots, () => takeSnapshot(data.register, asOf));
    for (const indicator of INDICATORS) {
      timed(scenes, () =>
        buildMapScene({
          snapshot,
          indicator,
          classes: classesOf(indicator, data.classBreaks) ?? { breaks: [], extent: [0, 1], version: "none" },
          layers: DEFAULT_LAYERS,
          selection: null,
          geometry: {
            communes: boundaries?.communes ?? new Map(),
            province: boundaries?.province ?? null,
            borders: boundaries?.borders ?? [],
            edges: boundaries?.edges ?? [],
            surroundings: data.geometry.surroundings,
            relief: null,
            reference: data.geometry.reference,
          },
          messages,
        }),
      );
    }
  }
  // The first runs warm the compiler up.
  return { snapshot: spread(snapshots.slice(3)), scene: spread(scenes.slice(3 * INDICATORS.length)) };
}

/** One line of the table: what, how many, p50, p95, and the budget where there is one. */
interface Line {
  readonly name: string;
  readonly spread: Spread;
  readonly budget: number | null;
}

function linesOf(node: NodeMeasures, page: PageMeasures): Line[] {
  return [
    { name: "indicator switch, main thread (WebGL)", spread: page.switchMainThread, budget: 50 },
    { name: "indicator switch, main thread (SVG)", spread: page.switchMainThreadSvg, budget: null },
    { name: "SVG repaint after a switch", spread: page.svgRepaint, budget: 100 },
    { name: "  of it work of the page", spread: page.svgRepaintWork, budget: null },
    { name: "hover → name in the DOM (SVG)", spread: page.hoverSvg, budget: 50 },
    { name: "hover → name in the DOM (WebGL)", spread: page.hoverGl, budget: 50 },
    { name: "snapshot of the register (Node)", spread: node.snapshot, budget: null },
    { name: "scene (Node)", spread: node.scene, budget: null },
  ];
}

const cell = (value: number | null, width: number) => (value === null ? "–" : String(value)).padStart(width);

function printTable(title: string, lines: readonly Line[]): void {
  console.log(
    `\n${`${title}, ms`.padEnd(40)}${"n".padStart(6)}${"p50".padStart(9)}${"p95".padStart(9)}${"budget".padStart(9)}`,
  );
  for (const { name, spread: found, budget } of lines) {
    const verdict =
      budget === null ? "" : found.p95 === null ? "  not measured" : found.p95 <= budget ? "  ok" : "  OVER";
    console.log(
      `${name.padEnd(40)}${cell(found.n, 6)}${cell(found.p50, 9)}${cell(found.p95, 9)}${cell(budget, 9)}${verdict}`,
    );
  }
}

function printPanning(name: string, { ours, plain, ratio, ratioP95 }: PanningMeasures): void {
  console.log(
    `\n${`frame while panning, ${name}, ms`.padEnd(40)}${"n".padStart(6)}${"p50".padStart(9)}${"p95".padStart(9)}`,
  );
  for (const [who, found] of [
    ["ours", ours],
    ["MapLibre with the communes alone", plain],
  ] as const)
    console.log(`${who.padEnd(40)}${cell(found.n, 6)}${cell(found.p50, 9)}${cell(found.p95, 9)}`);
  const verdict = ratio === null ? "not measured" : ratio <= PANNING_BUDGET ? "ok" : "OVER";
  console.log(
    `${"ratio, median of the rounds".padEnd(46)}${cell(ratio, 9)}${cell(ratioP95, 9)}  of ${PANNING_BUDGET}  ${verdict}`,
  );
}

function printLists(tasks: readonly ListTask[]): void {
  console.log(
    `\n${"longest task of a list, ms".padEnd(46)}${"longest".padStart(9)}${"over".padStart(6)}${"budget".padStart(9)}`,
  );
  for (const { name, longest, over } of tasks) {
    const verdict = longest === null ? "  not measured" : longest <= LIST_BUDGET ? "  ok" : "  OVER";
    console.log(`${name.padEnd(46)}${cell(longest, 9)}${cell(over, 6)}${cell(LIST_BUDGET, 9)}${verdict}`);
  }
}

function printPeers(times: readonly PageTimes[]): void {
  for (const condition of [...new Set(times.map((time) => time.condition))]) {
    const rows = times
      .filter((time) => time.condition === condition)
      .toSorted((a, b) => (a.seen ?? Number.POSITIVE_INFINITY) - (b.seen ?? Number.POSITIVE_INFINITY));
    console.log(
      `\nchoropleth seen, ${condition === "slow" ? "CPU 4× and Slow 4G" : "no throttle"}${" ".repeat(6)}ms   of floor      kB`,
    );
    for (const { name, seen, ratio, kilobytes, runs: count } of rows) {
      console.log(`${name.padEnd(36)}${cell(seen, 8)}${cell(ratio, 11)}${cell(kilobytes, 8)}   n=${count}`);
    }
  }
}

/** Points and polygons of the spatial benchmark, and how many of them plain turf is asked. */
const SPATIAL = { points: 100_000, polygons: 5000, turf: { points: 1000, communes: 60 } } as const;

/** Node's garbage collector, so that what an index holds is not mixed with what was thrown away. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

function spatialTimes(folder: string): readonly EngineTimes[] {
  const communes = nationalCommunes(folder);
  const data = seededData(communes, SPATIAL);
  const times = measureSpatial(data, SPATIAL.turf, collector());
  const count = (value: number) => value.toLocaleString("en");
  printSpatial(
    times,
    `${count(data.points.length)} points, ${count(data.polygons.length)} polygons, ${count(communes.length)} communes`,
  );
  return times;
}

const spatial = shared === null ? [] : spatialTimes(path.resolve(shared));
const written = path.join(CACHE, "bench.json");
if (option("only") === "spatial") {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(written, `${JSON.stringify({ node: process.version, spatial }, null, 1)}\n`);
  console.log(
    shared === null
      ? "\nskipped: the spatial kernel needs `-- --shared ../shared`"
      : `\n${path.relative(ROOT, written)}`,
  );
  process.exit(0);
}

const browser = findBrowser();
if (browser === null) {
  console.error(NO_BROWSER);
  process.exit(1);
}
if (!existsSync(path.join(dist, "index.html"))) {
  console.error(`${dist} is not built: run \`npm run build\` first`);
  process.exit(1);
}
mkdirSync(CACHE, { recursive: true });
const tenfold = await tenfoldSite(dist, path.join(CACHE, "tenfold"));
const plain = path.join(CACHE, "plain");
await buildPlainPage(ROOT, plain, dist);
/** Everything that is measured of one built site, printed as it comes. */
async function measureSite(title: string, site: string, executable: string) {
  const lines = linesOf(
    await measureNode(site),
    await measurePage({ dist: site, browser: executable, runs }),
  );
  printTable(title, lines);
  const panning = await measurePanning({ dist: site, plain, browser: executable, rounds: 5 });
  printPanning(title, panning);
  return { title, lines, panning };
}
const sites = [
  await measureSite("shipped data", dist, browser),
  await measureSite(`${TENFOLD.works} works, ${TENFOLD.villages} villages`, tenfold, browser),
];
const lists = await measureLists({ dist: tenfold, browser });
printLists(lists);

let peers: { times: PageTimes[]; skipped: string[] };
if (shared === null) {
  peers = {
    times: [],
    skipped: [
      "spatial kernel against turf and JSTS: needs `-- --shared ../shared`",
      "comparison with peers and time until the choropleth is seen: needs `-- --shared ../shared`",
    ],
  };
} else {
  const light = (ramp: keyof typeof RAMPS) => RAMPS[ramp].map((colour) => colour.light).join(",");
  const official = path.join(ROOT, "dist-official");
  const ours = [
    { name: "ours", dir: dist, palette: light("progress") },
    // Maps in other people's pages: the province, whose middle class no commune is in, and the 19.
    {
      name: "embed",
      dir: dist,
      path: "nhung/poverty/",
      palette: light("poverty")
        .split(",")
        .filter((_, place) => place !== 2)
        .join(","),
    },
    { name: "embed-19", dir: dist, path: "nhung/physical-progress-19/", palette: light("progress") },
    // The official build opens on density over all 99 communes: more shapes in every class.
    ...(existsSync(path.join(official, "index.html"))
      ? [{ name: "ours-official", dir: official, palette: light("progress") }]
      : []),
  ];
  peers = measureAmongPeers({
    shared: path.resolve(shared),
    work: path.join(CACHE, "shared"),
    root: ROOT,
    ours,
    runs: Math.min(runs, Number(option("peer-runs") ?? 5)),
    browser,
    peers: option("peers")?.split(",") ?? PEERS,
    waitQuiet: Number(option("wait-quiet") ?? 45),
  });
  printPeers(peers.times);
}
for (const skipped of peers.skipped) console.log(`\nskipped: ${skipped}`);

const version: string = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).version;
writeFileSync(
  written,
  `${JSON.stringify({ version, node: process.version, runs, sites, lists, spatial, peers: peers.times, skipped: peers.skipped }, null, 1)}\n`,
);
console.log(`\n${path.relative(ROOT, written)}`);
