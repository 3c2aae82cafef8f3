import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadFineBoundaries, loadMapData, loadRelief, type Read } from "@/datasets";
import { DATASET_PATHS } from "@/domain/dataset";
import { PLAN_TOTAL, PLAN_TOTALS } from "@/domain/work";
import { PACKS } from "@/pack/packs";
import { buildData } from "../../scripts/data/build";
import { sha256 } from "../../scripts/data/sha256";

const FOLDER = "public/data";
const disk: Read = (path) => readFile(join(FOLDER, path), "utf8");
const { register, manifest, geometry, classBreaks, failures } = await loadMapData(disk);
const codes = new Set<string>(register.communes.map(({ code }) => code));
const idsOf = (geometries: readonly { readonly id?: string | number | undefined }[]) =>
  geometries.map(({ id }) => String(id)).toSorted();

describe("public/data", () => {
  it("is what a build of data/ writes", async () => {
    const { stale, problems } = await buildData({ packs: PACKS, outDir: FOLDER, check: true });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(stale).toEqual([]);
  }, 120_000);

  it("has every dataset, and its manifest describes each byte of it", async () => {
    expect(failures).toEqual([]);
    for (const path of Object.values(DATASET_PATHS)) expect(existsSync(join(FOLDER, path)), path).toBe(true);
    for (const { path, bytes, sha256: hash } of manifest?.outputs ?? []) {
      const content = await readFile(join(FOLDER, path));
      expect([content.length, sha256(content)], path).toEqual([bytes, hash]);
    }
    for (const { path, bytes, sha256: hash } of manifest?.inputs ?? []) {
      const content = await readFile(path);
      expect([content.length, sha256(content)], path).toEqual([bytes, hash]);
    }
    const described = new Set(manifest?.outputs.map(({ path }) => path));
    const undescribed = Object.values(DATASET_PATHS).filter((path) => !described.has(path));
    expect(undescribed).toEqual(["manifest.json"]);
  });

  it("draws exactly the communes of the list, at both levels of detail", async () => {
    const fine = await loadFineBoundaries(disk);
    const wanted = [...codes].toSorted();
    expect(wanted).toHaveLength(99);
    expect(idsOf(geometry.boundaries?.objects.communes.geometries ?? [])).toEqual(wanted);
    expect(idsOf(fine.objects.communes.geometries)).toEqual(wanted);
  });

  it("names only communes, villages, works and sources that are there", () => {
    const sources = new Set(register.sources.map(({ sourceId }) => sourceId));
    const villages = new Set(register.villages.map(({ villageId }) => villageId));
    const works = new Set(register.works.map(({ workId }) => workId));
    const { hazardShares, ...sourced } = register;
    for (const [name, rows] of Object.entries(sourced)) {
      for (const row of rows as readonly { sourceId: string }[])
        expect(sources, name).toContain(row.sourceId);
    }
    for (const { communeCode } of [...register.villages, ...hazardShares, ...register.communeStatuses]) {
      expect(codes).toContain(communeCode);
    }
    for (const { communeCodes, villageIds } of register.works) {
      for (const code of communeCodes) expect(codes).toContain(code);
      for (const id of villageIds) expect(villages).toContain(id);
    }
    for (const { workId } of [...register.workPlans, ...register.workReports, ...register.capitalPlans]) {
      expect(works).toContain(workId);
    }
  });

  it("opens on a day the control offers, and classes stand in order", () => {
    expect(manifest?.recordingDates).toContain(manifest?.defaultAsOf);
    expect(manifest?.recordingDates).toEqual([...new Set(manifest?.recordingDates)].toSorted());
    for (const { breaks, extent } of classBreaks) {
      expect(breaks).toEqual([...breaks].toSorted((a, b) => a - b));
      expect(extent[0]).toBeLessThanOrEqual(extent[1]);
    }
  });

  it("meets every control total it can count", () => {
    for (const { id, found, expected } of manifest?.controlTotals ?? []) {
      if (found !== null) expect([id, found]).toEqual([id, expected]);
    }
    const total = (id: string) => manifest?.controlTotals.find((each) => each.id === id);
    expect(total("works")?.expected).toBe(PLAN_TOTAL);
    for (const [sector, expected] of Object.entries(PLAN_TOTALS)) {
      expect(total(`works-${sector}`)?.expected, sector).toBe(expected);
    }
    expect(total("communes")).toMatchObject({ expected: 99, found: 99 });
    expect(total("communes-commune")).toMatchObject({ expected: 66, found: 66 });
    expect(total("communes-ward")).toMatchObject({ expected: 33, found: 33 });
  });

  it("has the hill shading that the relief names", async () => {
    const { shading, classes } = await loadRelief(disk);
    expect(classes.map(({ fromM }) => fromM)).toEqual([100, 200]);
    if (shading !== null) expect(existsSync(join(FOLDER, shading.path))).toBe(true);
  });

  it("holds hazard shares that sum to 100", () => {
    for (const { low, moderate, high, veryHigh, unassessed } of register.hazardShares) {
      expect(low + moderate + high + veryHigh + unassessed).toBeCloseTo(100, 3);
    }
  });

  it("maps no candidate as an especially difficult commune of a public list", () => {
    const kinds = new Map(register.sources.map(({ sourceId, kind }) => [sourceId, kind]));
    for (const { sourceId } of register.communeStatuses) expect(kinds.get(sourceId)).not.toBe("inference");
  });
});

describe("small numbers", () => {
  const communeOf = new Map(
    register.villages.map(({ villageId, communeCode }) => [villageId, communeCode as string]),
  );
  const villages = register.poverty.filter(({ areaLevel }) => areaLevel === "village");
  it("of villages are not published", () => {
    for (const { areaCode, poor, nearPoor } of villages) {
      for (const count of [poor, nearPoor]) {
        expect(typeof count === "number" ? count : 10, areaCode).toBeGreaterThanOrEqual(10);
      }
    }
  });
  it("cannot be solved for from the commune's total", () => {
    const totals = register.poverty.filter(({ areaLevel }) => areaLevel === "commune");
    for (const total of totals) {
      const parts = villages.filter(
        (row) =>
          communeOf.get(row.areaCode) === total.areaCode &&
          row.year === total.year &&
          row.standard === total.standard,
      );
      for (const field of ["poor", "nearPoor"] as const) {
        const unknowns = parts.filter((row) => typeof row[field] !== "number");
        const known = parts.reduce((sum, row) => sum + (typeof row[field] === "number" ? row[field] : 0), 0);
        const whole = total[field];
        if (typeof whole !== "number" || unknowns.length === 0) continue;
        expect(unknowns.length, `${total.areaCode} ${total.year} ${field}`).toBeGreaterThan(1);
        expect(whole - known, `${total.areaCode} ${total.year} ${field}`).toBeGreaterThan(0);
      }
    }
  });
});

describe("An Lạc", () => {
  const works = register.works.filter(({ workId }) => workId.startsWith("AL-"));
  it("has its 16 named works, none claimed for the 97, none put on a point nobody stated", () => {
    expect(works).toHaveLength(16);
    expect(new Set(works.map(({ inPlan97 }) => inPlan97))).toEqual(new Set(["unknown"]));
    expect(
      works.every(
        ({ point, line, locationClass }) => point === null && line === null && locationClass === "commune",
      ),
    ).toBe(true);
  });
  it("keeps the poverty rates the plan states without a year or a standard of our own", () => {
    const row = register.poverty.find(({ sourceId }) => sourceId === "SRC-PLAN-ANLAC");
    expect(row).toMatchObject({
      areaCode: "07654",
      year: null,
      standard: null,
      poorRate: 10.45,
      nearPoorRate: 10.86,
      poor: null,
    });
  });
});

describe("hazard events", () => {
  it("are merged and only placed where the place is known", () => {
    const ids = register.hazardEvents.filter(({ eventId }) => eventId.startsWith("SK-"));
    expect(ids).toHaveLength(28);
    const placed = ids.filter(({ point }) => point !== null);
    expect(placed.map(({ accuracyM }) => accuracyM)).toEqual([1000]);
    expect(ids.every(({ url }) => url?.startsWith("https://"))).toBe(true);
  });
});
