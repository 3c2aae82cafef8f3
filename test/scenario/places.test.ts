import { readFileSync } from "node:fs";
import * as turf from "@turf/turf";
import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import type { LonLat } from "@/domain/units";
import { communeOf, readLand } from "../../scripts/scenario/places";
import { randomFor } from "../../scripts/scenario/random";
import { readScenario, values } from "./pack";

const { rows } = readScenario();
const land = readLand();
const villages = values(rows.villages).filter(({ villageId }) => villageId.startsWith("MH-"));
const works = values(rows.works).filter(({ workId }) => workId.startsWith("MH-"));

const isInside = (point: LonLat, code: string): boolean =>
  turf.booleanPointInPolygon([...point], communeOf(land, code).ground);

describe("places", () => {
  test("every village with a point lies in its commune", () => {
    expect(villages.length).toBeGreaterThan(150);
    for (const { villageId, point, communeCode } of villages)
      if (point !== null) expect(isInside(point, communeCode), villageId).toBe(true);
  });

  test("every work with a point lies in one of its communes, and its villages too", () => {
    const homeOf = new Map(villages.map(({ villageId, communeCode }) => [villageId, communeCode]));
    for (const { workId, point, communeCodes, villageIds } of works) {
      if (point !== null)
        expect(
          communeCodes.some((code) => isInside(point, code)),
          workId,
        ).toBe(true);
      for (const id of villageIds) expect(communeCodes, `${workId} ${id}`).toContain(homeOf.get(id));
    }
  });

  test("a work told by village stands exactly where the village does, with the village's error", () => {
    for (const { workId, locationClass, point, accuracyM, villageIds } of works) {
      if (locationClass !== "village") continue;
      const village = villages.find(({ villageId }) => villageId === villageIds[0]);
      expect([point, accuracyM], workId).toEqual([village?.point, village?.accuracyM]);
    }
  });
});

describe("names", () => {
  test("villages are numbered, invented and said to be", () => {
    for (const { name, aliases } of villages)
      for (const each of [name, ...aliases]) expect(each).toMatch(/^(Thôn|Bản) minh họa \d+$/);
  });

  test("no name of a real place or village of the facts stands in a work, but those of communes", () => {
    const official = (file: string) => csvParse(readFileSync(`data/official/${file}`, "utf8"));
    const communes = new Set(values(rows.communes).map(({ name }) => name));
    const real = [...official("places.csv"), ...official("villages.csv")]
      .map(({ name = "" }) => name.normalize("NFC"))
      .filter((name) => name.length > 4 && !communes.has(name));
    expect(real.length).toBeGreaterThan(500);
    const words = /[\p{L}\d]+(?: [\p{L}\d]+)*/gu;
    for (const { workId, name } of works) {
      const phrases = (name.match(words) ?? []).map((phrase) => ` ${phrase} `);
      const [hit] = real.filter((place) => phrases.some((phrase) => phrase.includes(` ${place} `)));
      expect(hit, `${workId} ${name}`).toBeUndefined();
    }
  });

  test("decisions are invented and plans carry their number or none", () => {
    for (const { workId, decisionNo } of values(rows.workPlans))
      if (decisionNo !== null) expect(decisionNo, workId).toMatch(/^QĐ-MH-\d{4}$/);
  });

  test("total investment is 6.000 to 180.000 triệu, whole, or not stated", () => {
    for (const { workId, totalInvestment } of values(rows.workPlans)) {
      if (totalInvestment === null) continue;
      expect(Number.isInteger(totalInvestment), workId).toBe(true);
      expect(totalInvestment, workId).toBeGreaterThanOrEqual(6_000);
      expect(totalInvestment, workId).toBeLessThanOrEqual(180_000);
    }
  });
});

describe("chance", () => {
  test("the same purpose gives the same numbers, another one others", () => {
    const three = (purpose: string) => {
      const random = randomFor(purpose);
      return [random.next(), random.next(), random.next()];
    };
    expect(three("work MH-001")).toEqual(three("work MH-001"));
    expect(three("work MH-001")).not.toEqual(three("work MH-002"));
  });

  test("whole numbers reach both ends and stay between them", () => {
    const random = randomFor("dice");
    const thrown = new Set(Array.from({ length: 600 }, () => random.whole(1, 6)));
    expect([...thrown].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
