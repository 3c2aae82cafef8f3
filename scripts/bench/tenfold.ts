import { cpSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { loadFineBoundaries, loadManifest, loadPlaces, parseRegister, type Read } from "@/datasets";
import type { Commune, CommuneCode } from "@/domain/commune";
import { DATASET_PATHS } from "@/domain/dataset";
import { isoDate } from "@/domain/date";
import type { Manifest } from "@/domain/manifest";
import type { Register } from "@/domain/register";
import type { LonLat } from "@/domain/units";
import type { Village } from "@/domain/village";
import type { Work } from "@/domain/work";
import { type Artifacts, countRows, describeArtifacts, rowArtifacts } from "@/pack/artifacts";
import { classBreaks } from "@/pack/steps/classBreaks";
import { jsonBytes } from "@/pack/steps/geometry";
import { writeArtifacts } from "../data/output";
import { type Ground, pointOn, roundPoint } from "../scenario/places";
import { type Random, randomFor } from "../scenario/random";

/** How much there is tenfold. */
export const TENFOLD = { works: 1000, villages: 5000, crowdedWorks: 200 } as const;
/** The commune that gets `crowdedWorks` of the works: a panel with a long list. */
export const CROWDED = "07654";

/** What copies need of a commune. */
interface Home {
  readonly commune: Commune;
  readonly ground: Ground;
  readonly villages: readonly Village[];
}

const homeOf = (homes: ReadonlyMap<string, Home>, code: string): Home => {
  const home = homes.get(code);
  if (home === undefined) throw new Error(`${code} is not a commune of the register`);
  return home;
};

/** Villages up to the wanted number: those of the register, then invented ones, the communes in turn. */
function moreVillages(register: Register, grounds: ReadonlyMap<string, Ground>): Village[] {
  const random = randomFor("tenfold villages");
  const [pattern] = register.villages.filter(({ point }) => point !== null);
  if (pattern === undefined) throw new Error("no village has a point: nothing to multiply");
  const { communes, villages } = register;
  const more = Array.from({ length: TENFOLD.villages - villages.length }, (_, index): Village => {
    const { code } = communes[index % communes.length] ?? { code: pattern.communeCode };
    const ground = grounds.get(code);
    if (ground === undefined) throw new Error(`no boundary for ${code}`);
    const [lon, lat] = pointOn(ground, random, () => true);
    return {
      ...pattern,
      villageId: `MH-X${String(index + 1).padStart(4, "0")}`,
      name: `Minh họa ${index + 1001}`,
      aliases: [],
      communeCode: code,
      point: [lon, lat],
      accuracyM: 300,
    };
  });
  return [...villages, ...more];
}

/** A line of the same length and turns that begins at `start`. */
const lineFrom = (line: NonNullable<Work["line"]>, start: LonLat): NonNullable<Work["line"]> => {
  const [lon = 0, lat = 0] = line[0]?.[0] ?? [];
  return line.map((part) =>
    part.map(([x, y]): [number, number] => {
      const [movedLon, movedLat] = roundPoint([x - lon + start[0], y - lat + start[1]]);
      return [movedLon, movedLat];
    }),
  );
};

/** The place of a copy: of the class of its pattern, in another commune. */
function placeOfCopy(
  pattern: Work,
  { commune, ground, villages }: Home,
  random: Random,
): Pick<Work, "communeCodes" | "villageIds" | "point" | "line" | "accuracyM"> {
  const [village] = villages;
  const nowhere = { villageIds: [], point: null, line: null, accuracyM: null };
  const [lon, lat] = pointOn(ground, random, () => true);
  switch (pattern.locationClass) {
    case "exact":
      return { ...nowhere, communeCodes: [commune.code], point: [lon, lat], accuracyM: pattern.accuracyM };
    case "village": {
      if (village?.point == null) throw new Error(`no village in ${commune.code}`);
      const at = villages[random.whole(0, villages.length - 1)] ?? village;
      return {
        ...nowhere,
        communeCodes: [commune.code],
        villageIds: [at.villageId],
        point: at.point ?? village.point,
        accuracyM: at.accuracyM ?? village.accuracyM,
      };
    }
    case "line":
      return {
        ...nowhere,
        communeCodes: [commune.code],
        line: pattern.line === null ? null : lineFrom(pattern.line, [lon, lat]),
      };
    case "several":
      return { ...nowhere, communeCodes: [commune.code, ...commune.neighbours.slice(0, 1)] };
    case "commune":
      return { ...nowhere, communeCodes: [commune.code] };
    case "unknown":
      return { ...nowhere, communeCodes: [] };
  }
}

/** Rows of the copies of a work, under the copy's id. */
const copied = <Row extends { readonly workId: string }>(
  rows: readonly Row[],
  patternOf: ReadonlyMap<string, string>,
): Row[] => {
  const byWork = new Map<string, Row[]>();
  for (const row of rows) byWork.set(row.workId, [...(byWork.get(row.workId) ?? []), row]);
  return [
    ...rows,
    ...[...patternOf].flatMap(([workId, pattern]) =>
      (byWork.get(pattern) ?? []).map((row) => ({ ...row, workId })),
    ),
  ];
};

/**
 * The register with ten times the works and twenty-five times the villages: copies of what is there, at seeded places, with all their
 * plans, reports and money, every location class among them. Valid by the same schemas; it stands for no province.
 */
export function tenfoldRegister(register: Register, grounds: ReadonlyMap<string, Ground>): Register {
  const villages = moreVillages(register, grounds);
  const villagesOf = new Map<string, Village[]>();
  for (const village of villages)
    if (village.point !== null)
      villagesOf.set(village.communeCode, [...(villagesOf.get(village.communeCode) ?? []), village]);
  const homes = new Map(
    register.communes.map((commune): [string, Home] => {
      const ground = grounds.get(commune.code);
      if (ground === undefined) throw new Error(`no boundary for ${commune.code}`);
      return [commune.code, { commune, ground, villages: villagesOf.get(commune.code) ?? [] }];
    }),
  );
  const random = randomFor("tenfold works");
  const patterns = register.works.filter(({ workId }) => workId.startsWith("MH-"));
  const patternOf = new Map<string, string>();
  const copies = Array.from({ length: TENFOLD.works - register.works.length }, (_, index): Work => {
    const pattern = patterns[index % patterns.length];
    if (pattern === undefined) throw new Error("the register has no invented works to multiply");
    const workId = `MH-X${String(index + 1).padStart(3, "0")}`;
    patternOf.set(workId, pattern.workId);
    const crowd = index < TENFOLD.crowdedWorks && pattern.locationClass !== "unknown";
    const code: CommuneCode | undefined = register.communes[index % register.communes.length]?.code;
    const home = homeOf(homes, crowd ? CROWDED : (code ?? CROWDED));
    return {
      ...pattern,
      ...placeOfCopy(pattern, home, random),
      workId,
      name: `${pattern.name} (bản ${index + 1})`,
    };
  });
  const known = new Set(register.villages.map(({ villageId }) => villageId));
  const povertyPatterns = register.poverty.filter(
    ({ areaLevel, areaCode }) => areaLevel === "village" && areaCode.startsWith("MH-"),
  );
  const rowsOf = new Map<string, (typeof povertyPatterns)[number][]>();
  for (const row of povertyPatterns) rowsOf.set(row.areaCode, [...(rowsOf.get(row.areaCode) ?? []), row]);
  const patternsOfPoverty = [...rowsOf.values()];
  return {
    ...register,
    villages,
    works: [...register.works, ...copies],
    workPlans: copied(register.workPlans, patternOf),
    workReports: copied(register.workReports, patternOf),
    capitalPlans: copied(register.capitalPlans, patternOf),
    poverty: [
      ...register.poverty,
      ...villages
        .filter(({ villageId }) => !known.has(villageId))
        .flatMap(({ villageId }, index) =>
          (patternsOfPoverty[index % Math.max(1, patternsOfPoverty.length)] ?? []).map((row) => ({
            ...row,
            areaCode: villageId,
          })),
        ),
    ],
  };
}

/** Polygons of the communes on the fine boundaries, by code. */
async function groundsOf(read: Read): Promise<Map<string, Ground>> {
  const topology = await loadFineBoundaries(read);
  return new Map(
    feature(topology, topology.objects.communes).features.map((each): [string, Ground] => [
      String(each.id),
      each as Ground & { geometry: Polygon | MultiPolygon },
    ]),
  );
}

/** Artifacts of the tenfold register, from those in `source` (a folder like `public/data`). */
export async function tenfoldArtifacts(source: string): Promise<Artifacts> {
  const read: Read = (file) => readFile(path.join(source, file), "utf8");
  const { register, failures } = await parseRegister(read);
  if (failures.length > 0)
    throw new Error(`${source}: ${failures.map((each) => each.path).join(", ")} failed`);
  const shipped = await loadManifest(read);
  const tenfold = tenfoldRegister(register, await groundsOf(read));
  const days = shipped.recordingDates.map(isoDate);
  const artifacts = rowArtifacts(tenfold, classBreaks(tenfold, days), await loadPlaces(read));
  for (const file of Object.values(DATASET_PATHS)) {
    if (artifacts.has(file) || file === DATASET_PATHS.manifest) continue;
    artifacts.set(file, readFileSync(path.join(source, file)));
  }
  const manifest: Manifest = {
    ...shipped,
    outputs: await describeArtifacts(artifacts, countRows(artifacts)),
  };
  artifacts.set(DATASET_PATHS.manifest, jsonBytes(manifest));
  return artifacts;
}

/** A copy of a built site with ten times the data; its prerendered pages are still of the shipped data. */
export async function tenfoldSite(dist: string, outDir: string): Promise<string> {
  const artifacts = await tenfoldArtifacts(path.join(dist, "data"));
  rmSync(outDir, { recursive: true, force: true });
  cpSync(dist, outDir, { recursive: true });
  const shading = readFileSync(path.join(dist, "data", "geo", "shading.png"));
  artifacts.set("geo/shading.png", shading);
  writeArtifacts(path.join(outDir, "data"), artifacts);
  return outDir;
}
