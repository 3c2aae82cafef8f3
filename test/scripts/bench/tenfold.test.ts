import { readFile } from "node:fs/promises";
import { geoContains } from "d3";
import { feature } from "topojson-client";
import { beforeAll, describe, expect, it } from "vitest";
import { loadFineBoundaries, loadMapData, parseRegister, type Read } from "@/datasets";
import type { Register } from "@/domain/register";
import type { Artifacts } from "@/pack/artifacts";
import { CROWDED, TENFOLD, tenfoldArtifacts } from "../../../scripts/bench/tenfold";

const shippedRead: Read = (file) => readFile(`public/data/${file}`, "utf8");
const readOf =
  (artifacts: Artifacts): Read =>
  async (file) =>
    Buffer.from(artifacts.get(file) ?? "").toString("utf8");

describe("ten times the data", () => {
  let artifacts: Artifacts;
  let shipped: Register;
  let tenfold: Register;
  beforeAll(async () => {
    artifacts = await tenfoldArtifacts("public/data");
    shipped = (await parseRegister(shippedRead)).register;
    tenfold = (await parseRegister(readOf(artifacts))).register;
  });

  it("is as much as it says, and the page reads all of it without a complaint", async () => {
    expect(tenfold.works).toHaveLength(TENFOLD.works);
    expect(tenfold.villages).toHaveLength(TENFOLD.villages);
    const data = await loadMapData(readOf(artifacts));
    expect(data.failures).toEqual([]);
  });

  it("is the same every time: numbers of two days are of the same data", async () => {
    const again = await tenfoldArtifacts("public/data");
    for (const [file, bytes] of artifacts)
      expect(Buffer.from(again.get(file) ?? "").equals(Buffer.from(bytes)), file).toBe(true);
  });

  it("keeps what was there, and no id stands for two things", () => {
    expect(tenfold.works.slice(0, shipped.works.length)).toEqual(shipped.works);
    expect(new Set(tenfold.works.map(({ workId }) => workId)).size).toBe(TENFOLD.works);
    expect(new Set(tenfold.villages.map(({ villageId }) => villageId)).size).toBe(TENFOLD.villages);
  });

  it("has every class of location, and plans and reports with every copy of a work that had them", () => {
    const classes = (works: Register["works"]) => new Set(works.map(({ locationClass }) => locationClass));
    expect(classes(tenfold.works.slice(shipped.works.length))).toEqual(
      classes(shipped.works.filter(({ workId }) => workId.startsWith("MH-"))),
    );
    const ratio = tenfold.workReports.length / shipped.workReports.length;
    expect(ratio).toBeGreaterThan(7);
  });

  it("has one commune with a list of two hundred", () => {
    const here = tenfold.works.filter(({ communeCodes }) => communeCodes.some((code) => code === CROWDED));
    expect(here.length).toBeGreaterThan(150);
  });

  it("puts an invented village into its own commune", async () => {
    const topology = await loadFineBoundaries(shippedRead);
    const shapes = new Map(
      feature(topology, topology.objects.communes).features.map((shape) => [String(shape.id), shape]),
    );
    const added = tenfold.villages.slice(shipped.villages.length).filter((_, index) => index % 50 === 0);
    expect(added.length).toBeGreaterThan(50);
    for (const { villageId, communeCode, point } of added) {
      const shape = shapes.get(communeCode);
      expect(
        shape !== undefined && point !== null && geoContains(shape, [point[0], point[1]]),
        villageId,
      ).toBe(true);
    }
  });
});
