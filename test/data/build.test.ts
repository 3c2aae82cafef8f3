import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { manifestSchema } from "@/domain/manifest";
import { z } from "@/domain/schema";
import { assembleData } from "@/pack/assemble";
import { PACKS } from "@/pack/packs";
import { buildData } from "../../scripts/data/build";
import { folderFiles } from "../../scripts/data/folderFiles";
import { copyOfData } from "../pack/pack";

const copies: ReturnType<typeof copyOfData>[] = [];
const copy = () => {
  const data = copyOfData();
  copies.push(data);
  return { ...data, outDir: join(data.folder, "../public-data") };
};
afterEach(() => {
  for (const { remove } of copies.splice(0)) remove();
});

/** Header kept, rows in the opposite order. Rows of the packs hold no line breaks inside cells. */
const reversed = (text: string) => {
  const [header = "", ...rows] = text.trimEnd().split("\n");
  return `${[header, ...rows.toReversed()].join("\n")}\n`;
};
const same = (a: Uint8Array | undefined, b: Uint8Array) => a !== undefined && Buffer.compare(a, b) === 0;

const manifestOf = (bytes: Uint8Array | undefined) =>
  z.parse(manifestSchema, JSON.parse(new TextDecoder().decode(bytes) ?? ""));

describe("a build", () => {
  it("gives the same bytes twice, and whatever the order of the rows", async () => {
    const data = copy();
    const first = await assembleData(PACKS, folderFiles(data.folder));
    const second = await assembleData(PACKS, folderFiles(data.folder));
    expect(first.artifacts).not.toBeNull();
    for (const pack of ["official", "illustrative"]) {
      const folder = join(data.folder, pack);
      if (!existsSync(folder)) continue;
      for (const file of readdirSync(folder)) {
        if (file.endsWith(".csv")) data.edit(`${pack}/${file}`, reversed);
      }
    }
    const shuffled = await assembleData(PACKS, folderFiles(data.folder));
    expect([...(second.artifacts?.keys() ?? [])]).toEqual([...(first.artifacts?.keys() ?? [])]);
    for (const [path, bytes] of first.artifacts ?? []) {
      expect(same(second.artifacts?.get(path), bytes), path).toBe(true);
      // The manifest names the input files by their hashes, which do change.
      if (path !== "manifest.json") expect(same(shuffled.artifacts?.get(path), bytes), path).toBe(true);
    }
  }, 120_000);

  it("writes, then finds itself up to date; says what is stale and touches nothing with check", async () => {
    const data = copy();
    const options = { packs: ["official"], outDir: data.outDir, dataDir: data.folder } as const;
    const { written } = await buildData(options);
    expect(written).toContain("manifest.json");
    expect(await buildData({ ...options, check: true })).toMatchObject({ stale: [], written: [] });

    writeFileSync(join(data.outDir, "works.json"), "spoilt");
    writeFileSync(join(data.outDir, "left-over.json"), "{}");
    const { stale } = await buildData({ ...options, check: true });
    expect(stale).toEqual(["left-over.json", "works.json"]);
    expect(readFileSync(join(data.outDir, "works.json"), "utf8")).toBe("spoilt");

    await buildData(options);
    expect(existsSync(join(data.outDir, "left-over.json"))).toBe(false);
    data.edit("official/works.csv", (text) => text.replace("xây mới", "xây dựng mới"));
    expect((await buildData({ ...options, check: true })).stale).toEqual(["manifest.json", "works.json"]);
  }, 60_000);

  it("with errors prints all of them and leaves the old artifacts whole", async () => {
    const data = copy();
    mkdirSync(data.outDir);
    writeFileSync(join(data.outDir, "works.json"), "old");
    data.edit("official/works.csv", (text) => text.replace("AL-02", "AL-01").replace("07654", "99999"));
    data.edit("official/targets.csv", (text) => text.replace("21.31", "21,31x"));
    data.edit("site.json", () => '{"adress":null}');
    const { problems, written } = await buildData({
      packs: ["official"],
      outDir: data.outDir,
      dataDir: data.folder,
    });
    const files = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
    expect(files).toEqual(
      new Set(["data/official/works.csv", "data/official/targets.csv", "data/site.json"]),
    );
    expect(written).toEqual([]);
    expect(readdirSync(data.outDir)).toEqual(["works.json"]);
    expect(readFileSync(join(data.outDir, "works.json"), "utf8")).toBe("old");
  }, 60_000);

  it("names the command that makes missing boundaries", async () => {
    const data = copy();
    data.edit("official/boundaries/communes-15m.topojson", () => "{");
    const { artifacts, problems } = await assembleData(["official"], folderFiles(data.folder));
    expect(artifacts).toBeNull();
    expect(problems.find(({ file }) => file.includes("communes-15m"))?.remedy).toMatch(
      /npm run data -- boundaries/,
    );
  }, 60_000);
});

describe("the official pack alone", () => {
  it("has nothing invented, counts no register, and says what it was built from", async () => {
    const { artifacts, problems } = await assembleData(["official"], folderFiles("data"));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const [path, bytes] of artifacts ?? []) {
      expect(Buffer.from(bytes).toString("utf8"), path).not.toMatch(
        /MH-|minh họa|illustrative\/|"illustrative"/,
      );
    }
    const manifest = manifestOf(artifacts?.get("manifest.json"));
    expect(manifest.packs).toEqual(["official"]);
    expect(manifest.inputs.every(({ path }) => !path.includes("illustrative"))).toBe(true);
    const total = (id: string) => manifest.controlTotals.find((each) => each.id === id);
    expect(total("works")).toMatchObject({ expected: 97, found: null });
    expect(total("works-school")).toMatchObject({ expected: 45, found: null });
    expect(total("provincial-capital")).toMatchObject({ expected: 4_000_000, found: null });
    expect(total("especially-difficult-communes")).toMatchObject({ expected: 19, found: null });
    expect(total("area")).toMatchObject({ expected: 4718.61, found: 4718.61 });
    expect(total("population")).toMatchObject({ expected: 3_619_442, found: 3_619_442 });
    expect(manifest.recordingDates).toContain(manifest.defaultAsOf);
  }, 60_000);
});
