import { describe, expect, test } from "vitest";
import { filterSnapshot } from "@/analysis/filterWorks";
import { NO_FILTER } from "@/domain/workFilter";
import { messagesFor } from "@/i18n/messages";
import { INDICATORS } from "@/indicators";
import { buildMapScene } from "@/scene/buildScene";
import { remember } from "@/scene/remember";
import type { MapScene } from "@/scene/scene";
import { sceneInput } from "../fixtures/programme";

const marks = (scene: MapScene, plane: string) => scene.planes.find(({ id }) => id === plane)?.marks;
const LAYERS = ["works", "villages"];

describe("what is remembered", () => {
  test("is made once for the same owner and parts, and anew for other ones", () => {
    const known = remember<object, object>();
    const [one, two] = [{}, {}];
    const first = known(one, [1, null], () => ({}));
    expect(known(one, [1, null], () => ({}))).toBe(first);
    expect(known(two, [1, null], () => ({}))).not.toBe(first);
    expect(known(one, [2, null], () => ({}))).not.toBe(first);
    // Fewer or more parts are other parts.
    expect(known(one, [2], () => ({ of: "fewer" }))).toEqual({ of: "fewer" });
    expect(known(one, [2, null], () => ({ of: "more" }))).toEqual({ of: "more" });
    expect(known(one, [], () => ({ of: "none" }))).toEqual({ of: "none" });
  });
});

describe("a scene of another indicator", () => {
  const input = sceneInput("physical-progress", { layers: LAYERS });
  const scene = buildMapScene(input);
  test("has the very marks of works and villages, and the tray, of the one before", () => {
    for (const indicator of INDICATORS) {
      const other = buildMapScene({ ...input, indicator });
      for (const plane of ["work-lines", "works", "counts", "villages"]) {
        expect(marks(other, plane)?.length).toBeGreaterThan(0);
        expect(marks(other, plane)).toBe(marks(scene, plane));
      }
      expect(other.tray).toBe(scene.tray);
    }
  });
  test("but not those of another selection, language, day or filter", () => {
    const [work] = input.snapshot.works;
    const [village] = input.snapshot.register.villages.filter(({ point }) => point !== null);
    const selected = buildMapScene({ ...input, selection: { type: "work", id: work!.work.workId } });
    expect(marks(selected, "works")).not.toBe(marks(scene, "works"));
    expect(marks(selected, "villages")).toBe(marks(scene, "villages"));
    const inVillage = buildMapScene({ ...input, selection: { type: "village", id: village!.villageId } });
    expect(marks(inVillage, "villages")).not.toEqual(marks(scene, "villages"));
    expect(marks(inVillage, "works")).toEqual(marks(scene, "works"));
    // Let go again, the map is what it was.
    expect(buildMapScene(input)).toEqual(scene);
    const english = buildMapScene({ ...input, messages: messagesFor("en") });
    expect(marks(english, "works")?.map(({ name }) => name)).not.toEqual(
      marks(scene, "works")?.map(({ name }) => name),
    );
    expect(english.layerLegends).not.toEqual(scene.layerLegends);
    const schools = filterSnapshot(input.snapshot, { ...NO_FILTER, sectors: ["school"] });
    const filtered = buildMapScene({ ...input, snapshot: schools });
    expect(filtered.tray?.total).toBeLessThan(scene.tray?.total ?? 0);
    expect(marks(filtered, "works")?.length).toBeLessThan(marks(scene, "works")?.length ?? 0);
  });
  test("survives JSON and equals one made from a fresh day", () => {
    const fresh = buildMapScene({ ...input, snapshot: { ...input.snapshot } });
    expect(fresh).toEqual(scene);
    expect(fresh.tray).not.toBe(scene.tray);
  });
});
