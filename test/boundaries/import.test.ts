import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importBoundaries } from "../../scripts/boundaries/import";
import { writeFolder } from "../fixtures/boundaries/folder";

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "boundaries-"));
  out = mkdtempSync(join(tmpdir(), "official-"));
});
afterEach(() => {
  for (const path of [folder, out]) rmSync(path, { recursive: true, force: true });
});

const written = () =>
  Object.fromEntries(
    (readdirSync(out, { recursive: true, encoding: "utf8" }) as string[])
      .filter((name) => /\./.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(out, name), "utf8")]),
  );

describe("importBoundaries", () => {
  it("writes both levels, the table, deviations, surroundings and locator; the same bytes every time", async () => {
    writeFolder(folder);
    const { problems, report } = await importBoundaries(folder, out);
    expect(problems).toEqual([]);
    const first = written();
    expect(Object.keys(first)).toEqual([
      "boundaries/area-deviations.csv",
      "boundaries/communes-15m.topojson",
      "boundaries/communes-50m.topojson",
      "boundaries/locator.json",
      "boundaries/surroundings.json",
      "communes.csv",
    ]);
    expect(report).toContain("Communes 6: 3 xã, 3 phường");
    await importBoundaries(folder, out);
    expect(written()).toEqual(first);
  });
  it("writes the same whatever the order of features and rows", async () => {
    writeFolder(folder);
    await importBoundaries(folder, out);
    const first = written();
    writeFolder(folder, (files) => {
      const shapes = JSON.parse(files["communes_bac_ninh_official.geojson"]!);
      shapes.features.reverse();
      const [header, ...rows] = files["communes_bac_ninh_official.csv"]!.split("\n");
      return {
        ...files,
        "communes_bac_ninh_official.geojson": JSON.stringify(shapes),
        "communes_bac_ninh_official.csv": [header, ...rows.reverse()].join("\n"),
      };
    });
    await importBoundaries(folder, out);
    expect(written()).toEqual(first);
  });
  it("names every missing file at once and writes nothing", async () => {
    const { problems, report } = await importBoundaries(folder, out);
    expect(problems.map(({ file }) => file)).toHaveLength(4);
    expect(report).toMatch(/^Nothing was written/);
    expect(written()).toEqual({});
  });
  it("writes nothing when a polygon is wrong, and names it with its neighbours' faults", async () => {
    writeFolder(folder, (files) => {
      const shapes = JSON.parse(files["communes_bac_ninh_official.geojson"]!);
      const ring: number[][] = shapes.features[0].geometry.coordinates[0][0];
      shapes.features[0].geometry.coordinates = [[ring.map(([lon, lat]) => [lat, lon])]];
      return { ...files, "communes_bac_ninh_official.geojson": JSON.stringify(shapes) };
    });
    const { problems } = await importBoundaries(folder, out);
    expect(problems[0]?.message).toMatch(/swapped/);
    expect(written()).toEqual({});
  });
});
