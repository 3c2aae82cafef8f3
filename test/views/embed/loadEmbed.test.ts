import { describe, expect, it } from "vitest";
import { loadEmbedData, loadMapData, type Read, ReadError } from "@/datasets";
import { releaseReader } from "@/datasets/release";
import { DATASET_PATHS } from "@/domain/dataset";
import { DEFAULT_EMBED_VIEW, readEmbedView, writeEmbedView } from "@/state/embedView";
import { embedModel, knownToEmbed } from "@/views/embed/embedModel";
import { loadEmbed, needsHazard } from "@/views/embed/loadEmbed";
import { code } from "../../fixtures/register";
import { disk } from "./shipped";

const AN_LAC = code("07654");
const SHAPES = [DATASET_PATHS["hazard-zones"], DATASET_PATHS["hazard-assessed"]];
/** The disk, noting what is asked for; some files are not to be had. */
function reading(missing: readonly string[] = []) {
  const asked: string[] = [];
  const read: Read = async (path) => {
    asked.push(path);
    if (missing.includes(path)) throw new ReadError("missing", path);
    return disk(path);
  };
  return { asked, read };
}

describe("what a link to an embedded map loads", () => {
  it("are zones and assessed ground only where they are drawn", () => {
    for (const [search, needed] of [
      ["", false],
      // Its numbers have no source but the zones they were measured in.
      ["?i=hazard-high", true],
      ["?p=19&i=hazard-high", true],
      ["?i=poverty&i=hazard-high", false],
      ["?p=19", false],
      [`?p=${AN_LAC}`, true],
      ["?p=99999", true],
      ["?l=hazard", true],
      ["?l=works,unassessed", true],
      ["?l=works,labels", false],
      // The table below the map says how much ground is dangerous.
      [`?p=${AN_LAC}&l=-`, true],
      [`?p=${AN_LAC}&l=labels`, true],
      ["?p=constructor", false],
    ] as const)
      expect(needsHazard(search), search).toBe(needed);
  });

  it("is each file once, and none that no embedded map reads", async () => {
    const { asked, read } = reading();
    const { failures } = await loadEmbed(read, "?p=19");
    expect(failures).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
    for (const path of [
      ...SHAPES,
      DATASET_PATHS.relocations,
      DATASET_PATHS["hazard-events"],
      DATASET_PATHS.targets,
      DATASET_PATHS.observations,
      DATASET_PATHS["commune-plans"],
      DATASET_PATHS.relief,
      DATASET_PATHS.places,
      DATASET_PATHS["communes-fine"],
    ])
      expect(asked).not.toContain(path);
    const whole = reading();
    await loadEmbed(whole.read, `?p=${AN_LAC}`);
    expect(whole.asked.toSorted()).toEqual([...asked, ...SHAPES].toSorted());
  });

  it("gives the very map that all data give: nothing is missed", async () => {
    const all = await loadMapData(disk);
    for (const search of [
      "",
      "?i=hazard-high",
      "?p=19&i=investment-per-poor-household",
      `?p=${AN_LAC}`,
      "?p=07210",
      "?l=works,hazard,unassessed,status",
      `?p=${AN_LAC}&l=-`,
      `?p=07210&l=labels`,
    ]) {
      const { data } = await loadEmbed(disk, search);
      const view = readEmbedView(search, knownToEmbed(data));
      const own = embedModel(data, view, "vi");
      const full = embedModel({ ...data, register: all.register }, view, "vi");
      expect(own.scene.table, search).toEqual(full.scene.table);
      expect(own.scene.legend, search).toEqual(full.scene.legend);
      expect(own.kind, search).toBe(full.kind);
      expect(
        own.works.map(({ lateness, progress }) => [lateness, progress]),
        search,
      ).toEqual(full.works.map(({ lateness, progress }) => [lateness, progress]));
      const marks = (model: typeof own) => model.scene.planes.map(({ id, marks: of }) => [id, of.length]);
      expect(marks(own), search).toEqual(marks(full));
    }
  });

  it("is named where it is missing, and the rest still makes a map", async () => {
    for (const missing of [
      DATASET_PATHS["work-reports"],
      DATASET_PATHS["communes-coarse"],
      DATASET_PATHS.surroundings,
      DATASET_PATHS.locator,
      DATASET_PATHS["class-breaks"],
      DATASET_PATHS.manifest,
      DATASET_PATHS.site,
      DATASET_PATHS["commune-statuses"],
    ]) {
      const { data, failures } = await loadEmbed(reading([missing]).read, "?p=19");
      expect(
        failures.map(({ path, reason }) => [path, reason]),
        missing,
      ).toEqual([[missing, "missing"]]);
      // Without a list of files the day is one on which nothing was recorded yet.
      if (missing === DATASET_PATHS.manifest) continue;
      const model = embedModel(data, { ...DEFAULT_EMBED_VIEW, place: "19" }, "vi");
      expect(model.scene.table.length, missing).toBe(missing === DATASET_PATHS["commune-statuses"] ? 99 : 19);
      expect(model.lacksList, missing).toBe(missing === DATASET_PATHS["commune-statuses"]);
    }
    const { data } = await loadEmbed(reading([DATASET_PATHS.communes]).read, "");
    expect(data.register.communes).toEqual([]);
  });

  it("shows no share of dangerous ground that nobody can be named for", async () => {
    for (const missing of SHAPES) {
      const { data, failures } = await loadEmbed(reading([missing]).read, "?i=hazard-high");
      expect(failures.map(({ path }) => path)).toEqual([missing]);
      const { scene } = embedModel(data, { ...DEFAULT_EMBED_VIEW, indicator: "hazard-high" }, "vi");
      expect(scene.table.filter(({ number }) => number !== null)).toEqual([]);
    }
    const { data } = await loadEmbed(disk, "?i=hazard-high");
    const model = embedModel(data, { ...DEFAULT_EMBED_VIEW, indicator: "hazard-high" }, "vi");
    expect(model.kind).toBe("illustrative");
    expect(model.scene.table.filter(({ number }) => number !== null).length).toBeGreaterThan(10);
  });

  it("does not hide what is no failure of a file", async () => {
    await expect(
      loadEmbedData(async () => Promise.reject(new Error("bug")), { hazard: true }),
    ).rejects.toThrow("bug");
  });

  it("of a release that is gone is a failure of every file, the list first of all", async () => {
    const search = writeEmbedView({ ...DEFAULT_EMBED_VIEW, release: "0123456789ab" });
    const nothing: Read = async (path) => Promise.reject(new ReadError("missing", path));
    const { data, failures } = await loadEmbed(releaseReader(nothing, "0123456789ab"), search);
    expect(data.manifest).toBeNull();
    expect(failures.length).toBeGreaterThan(10);
    expect(failures.map(({ path }) => path)).toContain(DATASET_PATHS.manifest);
  });
});
