import { describe, expect, test } from "vitest";
import { type SearchEntry, searchEntries } from "@/analysis/search";
import type { BBox, LonLat } from "@/domain/units";
import { workPoint } from "@/scene/workPlace";
import { placeOfEntry } from "@/views/explore/placeOfEntry";
import { sceneInput } from "../fixtures/programme";

const { snapshot } = sceneInput();
const { register, works } = snapshot;
const lookups = {
  communeByCode: new Map(register.communes.map((commune) => [commune.code, commune])),
  villageById: new Map(register.villages.map((village) => [village.villageId, village])),
};
const placeOf = (entry: SearchEntry) => placeOfEntry(entry, snapshot, lookups);
const holds = ([west, south, east, north]: BBox, [lon, lat]: LonLat) =>
  west <= lon && lon <= east && south <= lat && lat <= north;
const ENTRIES = searchEntries(snapshot);

describe("where something found is shown", () => {
  test("a commune and a unit that became part of it: the whole commune", () => {
    for (const entry of ENTRIES.filter(({ type }) => type === "commune" || type === "former-unit"))
      expect(placeOf(entry)).toEqual(register.communes.find(({ code }) => code === entry.id)?.bbox);
  });
  test("a village or work with a place: that place, near enough to be told apart", () => {
    for (const entry of ENTRIES) {
      const state = works.find(({ work }) => entry.type === "work" && work.workId === entry.id);
      const village =
        entry.type === "village"
          ? register.villages.find(({ villageId }) => villageId === entry.id)
          : undefined;
      const point = state === undefined ? village?.point : workPoint(state, lookups.communeByCode);
      const place = placeOf(entry);
      if (place === null || point === null || point === undefined) continue;
      expect(holds(place, point)).toBe(true);
      if (entry.type === "village") expect(place[3] - place[1]).toBeLessThan(0.05);
    }
  });
  test("known by commune only: its communes together; nowhere known: the map stays", () => {
    const byCommune = works.find(({ work }) => work.locationClass === "commune");
    const entry = ENTRIES.find(({ type, id }) => type === "work" && id === byCommune?.work.workId);
    expect(entry === undefined ? null : placeOf(entry)).toEqual(
      lookups.communeByCode.get(byCommune!.work.communeCodes[0]!)?.bbox,
    );
    const [a, b] = register.communes;
    const both: SearchEntry = {
      type: "work",
      id: "?",
      name: "?",
      aliases: [],
      communeCodes: [a!.code, b!.code],
    };
    const place = placeOf(both)!;
    for (const { bbox } of [a!, b!]) {
      expect(holds(place, [bbox[0], bbox[1]])).toBe(true);
      expect(holds(place, [bbox[2], bbox[3]])).toBe(true);
    }
    expect(placeOf({ ...both, communeCodes: [] })).toBeNull();
  });
});
