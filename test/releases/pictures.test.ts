import { readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadReleases, releaseReader } from "@/datasets/release";
import { INDICATORS } from "@/indicators";
import { RENDERER_VERSION } from "@/scene/rendererVersion";
import { picturesOf } from "./draw";
import { compareWithRecord, type PictureRecord, type Pictures, RECORD_COMMAND } from "./record";

const FILE = "test/releases/pictures.json";
const disk = (path: string) => readFile(join("public/data", path), "utf8");

/**
 * What a frozen embed promises: the same release gives the same picture until the renderer version is raised. `RECORD_PICTURES=1` adds
 * what is missing from the record: pictures of a new release, a new indicator or a raised version.
 */
describe("the pictures of every release", () => {
  it("are those recorded for this renderer version", async () => {
    const record: PictureRecord = JSON.parse(readFileSync(FILE, "utf8"));
    const releases = await loadReleases(disk);
    expect(releases.map(({ packs }) => packs.join())).toEqual(
      expect.arrayContaining(["official,illustrative", "official"]),
    );
    const drawn: Record<string, Pictures> = {};
    for (const { release } of releases) drawn[release] = await picturesOf(releaseReader(disk, release));
    for (const pictures of Object.values(drawn))
      expect(Object.keys(pictures).length).toBe(7 + 2 * INDICATORS.length);

    const { problems, missing, next } = compareWithRecord(record, drawn, RENDERER_VERSION);
    expect(problems).toEqual([]);
    if (process.env.RECORD_PICTURES === "1") {
      writeFileSync(FILE, `${JSON.stringify(next, null, 2)}\n`);
      return;
    }
    expect(missing, `not recorded yet; run: ${RECORD_COMMAND}`).toEqual([]);
  }, 120_000);
});
