import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { buildData } from "../../scripts/data/build";
import { importTables, type TableImport } from "../../scripts/data/imports/tables";
import { copyOfData } from "../pack/pack";

const copies: ReturnType<typeof copyOfData>[] = [];
afterEach(() => {
  for (const copy of copies.splice(0)) copy.remove();
});

function prepared() {
  const copy = copyOfData();
  copies.push(copy);
  const folder = join(copy.folder, "..");
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const wish: TableImport = {
    packs: ["official"],
    dataDir: copy.folder,
    builtDir: join(folder, "built"),
    fill: new Map([["source_id", "SRC-PLAN-PROVINCE"]]),
    replaced: new Set(),
    encoding: null,
    crs: null,
    full: null,
    check: false,
  };
  const read = (path: string) => readFileSync(join(copy.folder, path), "utf8");
  return { folder, file, wish, read, dataDir: copy.folder };
}

const WORKS =
  "Mã công trình;Tên công trình;Lĩnh vực;Địa bàn (xã);Mức rõ của vị trí;Thuộc 97 công trình\nCT-001;Trường A;Trường học;An Lạc;Chỉ biết xã;Có\n";
const VILLAGES = "Mã thôn,Tên thôn,Mã xã\nTH-001,Thôn Một,07654\nTH-002,Thôn Hai,07654\n";
const POVERTY =
  "Mã địa bàn\tNăm\tTổng số hộ\tSố hộ nghèo\tSố hộ cận nghèo\tNgày ghi nhận\nTH-001\t2025\t90\t4\t20\t15/1/2026\nTH-002\t2025\t90\t40\t20\t15/1/2026\n";

describe("npm run data -- import", () => {
  test("files go into data/official, and npm run data takes it as it is; small counts lie elsewhere", async () => {
    const { folder, file, wish, read, dataDir } = prepared();
    const full = join(folder, "full");
    const given = [file("works.csv", WORKS), file("villages.csv", VILLAGES), file("poverty.txt", POVERTY)];
    const { isRefused, written, lines } = await importTables(given, { ...wish, full });
    expect(lines.filter((line) => line.startsWith("error"))).toEqual([]);
    expect([isRefused, written.toSorted()]).toEqual([
      false,
      ["official/poverty.csv", "official/villages.csv", "official/works.csv"],
    ]);
    expect(read("official/works.csv")).toContain("CT-001,Trường A,school,,07654");
    expect(read("official/poverty.csv")).toContain("village,TH-001,2025,,90,*,*");
    expect(readFileSync(join(full, "poverty.csv"), "utf8")).toContain("village,TH-001,2025,,90,4,20");
    const built = await buildData({ packs: ["official"], outDir: join(folder, "out"), dataDir });
    expect(built.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(readFileSync(join(folder, "out", "works.json"), "utf8")).toContain("CT-001");
    const again = await importTables(given, wish);
    expect(again.lines).toContain("works same: 1");
  }, 60_000);

  test("a map in metres goes in with its system, and npm run data takes the zones as they are", async () => {
    const { folder, file, wish, read, dataDir } = prepared();
    const [east, north] = [494_883.21, 2_356_900.5];
    const ring = [
      [east, north],
      [east + 900, north],
      [east + 900, north + 900],
      [east, north],
    ];
    const zone = { type: "Polygon", coordinates: [ring] };
    const properties = { id: 1, "Cấp nguy cơ": "Cao", "Phương pháp": "Bản đồ thử" };
    const given = file(
      "sat-lo.geojson",
      JSON.stringify({
        type: "FeatureCollection",
        features: [{ type: "Feature", properties, geometry: zone }],
      }),
    );
    const fill = new Map([...wish.fill, ["recorded_on", "2026-06-30"]]);
    const unknown = await importTables([given], { ...wish, fill });
    expect(unknown.isRefused).toBe(true);
    expect(unknown.lines.join("\n")).toContain("EPSG:9209");
    const foreign = await importTables([given], { ...wish, fill, crs: "EPSG:5899" });
    expect(foreign.lines).toEqual([expect.stringMatching(/^--crs EPSG:5899: not a known reference system/)]);
    const { isRefused, written, lines } = await importTables([given], { ...wish, fill, crs: "9214" });
    expect(lines.filter((line) => line.startsWith("error"))).toEqual([]);
    expect([isRefused, written.toSorted()]).toEqual([
      false,
      ["official/hazard_assessed.geojson", "official/hazard_zones.geojson"],
    ]);
    const [feature] = JSON.parse(read("official/hazard_zones.geojson")).features;
    expect(feature.properties).toMatchObject({ zone_id: "1", class: "high", source_id: "SRC-PLAN-PROVINCE" });
    expect(Math.abs(feature.geometry.coordinates[0][0][0] - 106.95)).toBeLessThan(0.01);
    const built = await buildData({ packs: ["official"], outDir: join(folder, "out"), dataDir });
    expect(built.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(readFileSync(join(folder, "out", "hazard-zones.json"), "utf8")).toContain("Bản đồ thử");
  }, 60_000);

  test("an error anywhere: nothing of any file is written", async () => {
    const { file, wish, read } = prepared();
    const before = read("official/works.csv");
    const broken = WORKS.replace("An Lạc", "Xã Không Có");
    const { isRefused, lines } = await importTables(
      [file("villages.csv", VILLAGES), file("works.csv", broken)],
      wish,
    );
    expect(isRefused).toBe(true);
    expect(lines.find((line) => line.startsWith("error"))).toMatch(
      /works.csv › row 2 \[Địa bàn \(xã\)\] "Xã Không Có"/,
    );
    expect(lines.at(-1)).toBe("nothing was written");
    expect(read("official/works.csv")).toBe(before);
    expect(read("official/villages.csv")).not.toContain("TH-001");
  });

  test("says what would be, and writes nothing", async () => {
    const { file, wish, read } = prepared();
    const { isRefused, lines, written } = await importTables([file("works.csv", WORKS)], {
      ...wish,
      check: true,
    });
    expect([isRefused, written]).toEqual([false, []]);
    expect(lines).toContain("works added: 1");
    expect(read("official/works.csv")).not.toContain("CT-001");
  });

  test.each<[string, (wish: TableImport) => TableImport, string, RegExp]>([
    [
      "a table that is none",
      (wish) => ({ ...wish, replaced: new Set(["houses"]) }),
      WORKS,
      /--replace houses: no such table/,
    ],
    [
      "withheld figures into a published folder",
      (wish) => ({ ...wish, full: "public/x" }),
      WORKS,
      /must not lie below/,
    ],
    ["a file that is no table", (wish) => wish, "%PDF-1.4", /cannot be read: other-format/],
    ["a letter", (wish) => wish, "Kính gửi\nTrân trọng\n", /No row of the sheet looks like/],
  ])("refuses %s", async (_, change, text, expected) => {
    const { file, wish } = prepared();
    const { isRefused, lines } = await importTables([file("a.csv", text)], change(wish));
    expect(isRefused).toBe(true);
    expect(lines.join("\n")).toMatch(expected);
  });

  test("an encoding that is not certain is asked for", async () => {
    const { folder, wish } = prepared();
    const path = join(folder, "b.csv");
    mkdirSync(join(tmpdir()), { recursive: true });
    writeFileSync(path, Uint8Array.from([0x41, 0x3b, 0x42, 0x0a, 0x80, 0x3b, 0x90]));
    const { lines } = await importTables([path], wish);
    expect(lines.join()).toMatch(/give --encoding: one of .*tcvn3/);
  });
});
