import * as turf from "@turf/turf";
import type { Polygon } from "geojson";
import { describe, expect, test } from "vitest";
import { HIGH_HAZARD } from "@/domain/hazard";
import type { LonLat } from "@/domain/units";
import { UNASSESSED } from "../../scripts/scenario/hazard";
import { communeOf, readLand } from "../../scripts/scenario/places";
import { PROGRAMME_CODES } from "../../scripts/scenario/programme";
import { readScenario, values } from "./pack";

const { rows } = readScenario();
const works = values(rows.works);
const villages = values(rows.villages);
const reports = values(rows.workReports);
const zones = values(rows.hazardZones);
const assessed = values(rows.hazardAssessed);
const land = readLand();

const polygonOf = ({ geometry }: { readonly geometry: unknown }) => turf.feature(geometry as Polygon);
const isIn = (point: LonLat, ground: { readonly geometry: unknown }) =>
  turf.booleanPointInPolygon([...point], polygonOf(ground));
const highZones = zones.filter(({ hazardClass }) => HIGH_HAZARD.includes(hazardClass));

describe("what there is to find", () => {
  test("a poor village certainly over 3 km from every finished school", () => {
    const finished = new Set(
      reports
        .filter(({ stage }) => stage === "handed-over" || stage === "settled")
        .map(({ workId }) => workId),
    );
    const schools = works.filter(({ workId, sector }) => sector === "school" && finished.has(workId));
    expect(schools.every(({ point }) => point !== null)).toBe(true);
    const found = values(rows.poverty).filter(({ areaLevel, areaCode, households, poor, nearPoor }) => {
      const village = villages.find(({ villageId }) => villageId === areaCode);
      if (areaLevel !== "village" || village?.point == null) return false;
      if (typeof households !== "number" || typeof poor !== "number" || typeof nearPoor !== "number")
        return false;
      if ((100 * (poor + nearPoor)) / households <= 35) return false;
      const from = village.point;
      return schools.every(({ point, accuracyM }) => {
        const doubt = ((village.accuracyM ?? 0) + (accuracyM ?? 0)) / 1000;
        return turf.distance([...from], [...point!]) - doubt > 3;
      });
    });
    expect(found.length).toBeGreaterThanOrEqual(2);
  });

  test("works in high and in very high zones", () => {
    const hit = (hazardClass: string) =>
      works.filter(
        ({ point }) =>
          point !== null && zones.some((zone) => zone.hazardClass === hazardClass && isIn(point, zone)),
      );
    expect(hit("high").length).toBeGreaterThanOrEqual(3);
    expect(hit("very-high").length).toBeGreaterThanOrEqual(1);
  });

  test("villages in a zone without a work", () => {
    const served = new Set(works.flatMap(({ villageIds }) => villageIds));
    const bare = villages.filter(
      ({ villageId, point }) =>
        point !== null && !served.has(villageId) && highZones.some((zone) => isIn(point, zone)),
    );
    expect(bare.length).toBeGreaterThanOrEqual(3);
  });

  test("one pair of roads looks entered twice: near, nearly one name, and a note", () => {
    const plain = (name: string) => name.replace("(đoạn) ", "");
    const lines = works.filter(({ line }) => line !== null);
    const pairs = lines.flatMap((one, index) =>
      lines
        .slice(index + 1)
        .filter((other) => {
          const near = one
            .line!.flat()
            .some((a) => other.line!.flat().some((b) => turf.distance(a, b) < 0.5));
          return near && plain(one.name) === plain(other.name);
        })
        .map((other) => [one, other] as const),
    );
    expect(pairs.length).toBe(1);
    const [one, other] = pairs[0]!;
    expect(one.name).not.toBe(other.name);
    expect(other.note).toMatch(/trùng/);
  });
});

describe("the ground", () => {
  test("40 to 60 zones of every class, on hilly ground, from two maps", () => {
    expect(zones.length).toBeGreaterThanOrEqual(40);
    expect(zones.length).toBeLessThanOrEqual(60);
    expect(new Set(zones.map(({ hazardClass }) => hazardClass)).size).toBe(4);
    expect([...new Set(zones.map(({ recordedOn }) => recordedOn))].toSorted()).toEqual([
      "2026-07-31",
      "2028-03-31",
    ]);
    for (const zone of zones) {
      expect(turf.booleanIntersects(polygonOf(zone), land.relief), zone.zoneId).toBe(true);
    }
  });

  test("simple, counter-clockwise, at most 60 vertices", () => {
    for (const zone of zones) {
      const [ring = []] = polygonOf(zone).geometry.coordinates;
      expect(ring.length).toBeLessThanOrEqual(61);
      expect(turf.booleanClockwise(ring), zone.zoneId).toBe(false);
      expect(turf.kinks(polygonOf(zone)).features, zone.zoneId).toEqual([]);
    }
  });

  test("every zone lies on ground its map assessed, and every very high one in a high one", () => {
    for (const zone of zones) {
      const home = assessed.filter((area) => area.recordedOn <= zone.recordedOn);
      const [ring = []] = polygonOf(zone).geometry.coordinates;
      expect(
        home.some((area) => ring.every(([lon, lat]) => isIn([lon!, lat!], area))),
        zone.zoneId,
      ).toBe(true);
      if (zone.hazardClass !== "very-high") continue;
      const around = zones.filter(({ hazardClass }) => hazardClass === "high");
      expect(
        around.some((high) => ring.every(([lon, lat]) => isIn([lon!, lat!], high))),
        zone.zoneId,
      ).toBe(true);
    }
  });

  test("about 70 % of the 19 communes is assessed, Sa Lý not at all", () => {
    const share = (code: string) => {
      const { ground } = communeOf(land, code);
      const covered = assessed.reduce((sum, area) => {
        const common = turf.intersect(turf.featureCollection([ground, polygonOf(area)]));
        return sum + (common === null ? 0 : turf.area(common));
      }, 0);
      return { covered, whole: turf.area(ground) };
    };
    const shares = PROGRAMME_CODES.map(share);
    const all =
      shares.reduce((sum, { covered }) => sum + covered, 0) /
      shares.reduce((sum, { whole }) => sum + whole, 0);
    expect(all).toBeGreaterThan(0.65);
    expect(all).toBeLessThan(0.75);
    // Neighbouring areas share a drawn edge, so a sliver of rounding is no ground.
    expect(share(UNASSESSED).covered / 1e6).toBeLessThan(0.01);
  }, 60_000);

  test("roads stay in their commune and bend", () => {
    for (const { workId, line, communeCodes } of works) {
      if (line === null) continue;
      const { ground } = communeOf(land, communeCodes[0]!);
      expect(
        line.flat().every((point) => turf.booleanPointInPolygon(point, ground)),
        workId,
      ).toBe(true);
      const drawn = turf.lineString(line[0]!);
      const straight = turf.distance(line[0]!.at(0)!, line[0]!.at(-1)!);
      expect(turf.length(drawn), workId).toBeGreaterThan(straight * 1.001);
    }
  });
});
