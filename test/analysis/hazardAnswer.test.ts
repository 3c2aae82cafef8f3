import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type HazardGround,
  hazardAnswer,
  hazardAnswers,
  type Place,
  placeOfVillage,
} from "@/analysis/hazardAnswer";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isoDate } from "@/domain/date";
import type { HazardClass, HazardShare } from "@/domain/hazard";
import { aRegister, aWork, HERE, SOURCE, THERE } from "../fixtures/register";

type Line = [number, number][];

/** Metres east and north of a corner of the province; one degree is about 111 km. */
const at = (east: number, north: number): [number, number] => [
  106.5 + east / 103_600,
  21.3 + north / 111_195,
];
const rectangle = (west: number, south: number, east: number, north: number) => ({
  type: "Polygon" as const,
  coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
});
const row = { method: "thử", recordedOn: isoDate("2027-01-01"), sourceId: SOURCE };
const zone = (zoneId: string, geometry: ReturnType<typeof rectangle>, hazardClass: HazardClass = "high") => ({
  ...row,
  zoneId,
  hazardClass,
  geometry,
});
const share = (communeCode: HazardShare["communeCode"], high: number, unassessed: number): HazardShare => ({
  communeCode,
  recordedOn: row.recordedOn,
  low: 100 - high - unassessed,
  moderate: 0,
  high,
  veryHigh: 0,
  unassessed,
});

/** Assessed from 0 to 10 km; a far zone first, then high ground from 2 to 3 km that meets very high ground from 3 to 4 km. */
const GROUND: HazardGround = {
  hazardZones: [
    zone("far", rectangle(8000, 8000, 8500, 8500)),
    zone("moderate", rectangle(5000, 0, 6000, 10_000), "moderate"),
    zone("west", rectangle(2000, 2000, 3000, 4000)),
    zone("east", rectangle(3000, 2000, 4000, 4000), "very-high"),
  ],
  hazardAssessed: [
    { ...row, areaId: "a", geometry: rectangle(0, 0, 5000, 10_000) },
    { ...row, areaId: "b", geometry: rectangle(5000, 0, 10_000, 10_000) },
  ],
  hazardShares: new Map(),
};
const withShares = (...shares: HazardShare[]): HazardGround => ({
  ...GROUND,
  hazardShares: new Map(shares.map((entry) => [entry.communeCode, entry])),
});

const place = (part: Partial<Place>): Place => ({
  locationClass: "exact",
  point: null,
  accuracyM: 10,
  line: null,
  communeCodes: [HERE],
  ...part,
});
const told = (part: Partial<Place>, ground: HazardGround = GROUND) =>
  Object.values(hazardAnswer(place(part), ground)).join(" ");
const line = (...points: [number, number][]): Line => points.map(([east, north]) => at(east, north));

describe("a point with its error", () => {
  test("inside, outside on assessed ground, at the edge, and where nobody has looked", () => {
    expect(told({ point: at(2500, 3000) })).toBe("yes inside");
    expect(told({ point: at(1000, 1000) })).toBe("no outside");
    expect(told({ point: at(1995, 3000) })).toBe("unknown place-is-a-region");
    expect(told({ point: at(20_000, 3000) })).toBe("unknown unassessed");
  });
  test("every zone is looked at, not the first", () =>
    expect(told({ point: at(8200, 8200) })).toBe("yes inside"));
  test("the edge between two zones, or two assessed areas, is no edge", () => {
    expect(told({ point: at(3000, 3000), accuracyM: 400 })).toBe("yes inside");
    expect(told({ point: at(5000, 3000), accuracyM: 400 })).toBe("no outside");
  });
  test("moderate ground is not high", () => expect(told({ point: at(5500, 3000) })).toBe("no outside"));
  test("a small zone within the error is not overlooked", () => {
    expect(told({ point: at(7500, 8200), accuracyM: 900 })).toBe("unknown place-is-a-region");
  });
  test("the edge of what is assessed is an edge", () =>
    expect(told({ point: at(100, 1000), accuracyM: 200 })).toBe("unknown unassessed"));
  test("a zone outside the assessed area is assessed by being one", () => {
    const ground = { ...GROUND, hazardAssessed: [] };
    expect(told({ point: at(2500, 3000) }, ground)).toBe("yes inside");
    expect(told({ point: at(5500, 3000) }, ground)).toBe("no outside");
    expect(told({ point: at(1000, 1000) }, ground)).toBe("unknown unassessed");
  });
  test("a hole in a zone is not in it", () => {
    const ring = rectangle(2000, 2000, 4000, 4000);
    const hole = rectangle(2900, 2900, 3100, 3100).coordinates[0]!.toReversed();
    const ground = {
      ...GROUND,
      hazardZones: [zone("ring", { ...ring, coordinates: [...ring.coordinates, hole] })],
    };
    expect(told({ point: at(3000, 3000) }, ground)).toBe("no outside");
    expect(told({ point: at(3000, 3000), accuracyM: 300 }, ground)).toBe("unknown place-is-a-region");
  });
  test("without a map of hazard nothing is safe", () => {
    const none = { hazardZones: [], hazardAssessed: [], hazardShares: new Map() };
    expect(told({ point: at(1000, 1000) }, none)).toBe("unknown unassessed");
    expect(told({ locationClass: "commune" }, none)).toBe("unknown unassessed");
  });
  test("an error that is not stated is not taken for none", () => {
    expect(told({ point: at(1990, 3000), accuracyM: 0 })).toBe("no outside");
    expect(told({ point: at(1990, 3000), accuracyM: null })).toBe("unknown place-is-a-region");
  });
});

describe("a line", () => {
  const along = (parts: Line[], accuracyM = 10) => told({ locationClass: "line", line: parts, accuracyM });
  test("inside, crossing, past, along the edge, and leaving assessed ground", () => {
    expect(along([line([2100, 2100], [3900, 3900])])).toBe("yes inside");
    expect(along([line([1000, 3000], [4900, 3000])])).toBe("yes partly");
    expect(along([line([500, 500], [1000, 9000])])).toBe("no outside");
    expect(along([line([1995, 2500], [1995, 3500])])).toBe("unknown place-is-a-region");
    expect(along([line([1000, 1000], [-3000, 1000])])).toBe("unknown unassessed");
  });
  test("a crossing between two vertices counts, and so does a second part", () => {
    expect(along([line([1000, 1000], [1000, 3000], [4500, 3000])])).toBe("yes partly");
    expect(along([line([500, 500], [600, 500]), line([8100, 8100], [8400, 8400])])).toBe("yes partly");
  });
  test("a zone that the line's error can take it out of is no certain crossing", () => {
    expect(along([line([7000, 8250], [9500, 8250])], 100)).toBe("yes partly");
    expect(along([line([7000, 8250], [9500, 8250])], 300)).toBe("unknown place-is-a-region");
  });
  test("without its course it lies somewhere in its commune", () => {
    expect(told({ locationClass: "line", line: null }, withShares(share(HERE, 0, 0)))).toBe("no outside");
  });
});

describe("somewhere in a commune", () => {
  const commune = (high: number, unassessed: number) =>
    told({ locationClass: "commune" }, withShares(share(HERE, high, unassessed)));
  test("is told only where the whole commune is alike", () => {
    expect(commune(100, 0)).toBe("yes inside");
    expect(commune(0, 0)).toBe("no outside");
    expect(commune(0.01, 0)).toBe("unknown place-is-a-region");
    expect(commune(0, 20)).toBe("unknown unassessed");
    expect(commune(99, 1)).toBe("unknown place-is-a-region");
  });
  test("so is a village without a point or without a stated error", () => {
    const ground = withShares(share(HERE, 0, 0));
    expect(told({ locationClass: "village", point: at(2500, 3000), accuracyM: null }, ground)).toBe(
      "no outside",
    );
    expect(told({ locationClass: "village", point: null }, ground)).toBe("no outside");
  });
  test("a work in several communes is in each of them", () => {
    const several = (here: HazardShare, there: HazardShare) =>
      told({ locationClass: "several", communeCodes: [HERE, THERE] }, withShares(here, there));
    expect(several(share(HERE, 0, 0), share(THERE, 0, 0))).toBe("no outside");
    expect(several(share(HERE, 0, 0), share(THERE, 100, 0))).toBe("yes partly");
    expect(several(share(HERE, 0, 0), share(THERE, 5, 0))).toBe("unknown place-is-a-region");
    expect(several(share(HERE, 0, 100), share(THERE, 0, 100))).toBe("unknown unassessed");
  });
  test("a line given for such a work shows yes, but never no", () => {
    const several = (parts: Line[]) =>
      told(
        { locationClass: "several", line: parts, communeCodes: [HERE, THERE] },
        withShares(share(HERE, 5, 0), share(THERE, 5, 0)),
      );
    expect(several([line([2100, 2100], [3900, 3900])])).toBe("yes partly");
    expect(several([line([500, 500], [1000, 9000])])).toBe("unknown place-is-a-region");
  });
  test("nowhere known is nothing known", () => {
    expect(told({ locationClass: "unknown", communeCodes: [] })).toBe("unknown unknown-place");
    expect(told({ locationClass: "commune", communeCodes: [] })).toBe("unknown unknown-place");
  });
});

const metres = fc.integer({ min: -1000, max: 11_000 });
const error = fc.integer({ min: 0, max: 2000 });

test("knowing a place less well never gives an answer, nor another one", () => {
  fc.assert(
    fc.property(metres, metres, error, error, fc.boolean(), (east, north, one, other, isLine) => {
      const where = place(
        isLine
          ? { locationClass: "line", line: [line([east, north], [north, east])] }
          : { locationClass: "village", point: at(east, north) },
      );
      const [closer, vaguer] = [Math.min(one, other), Math.max(one, other)].map(
        (accuracyM) => hazardAnswer({ ...where, accuracyM }, GROUND).answer,
      );
      expect(vaguer === closer || vaguer === "unknown").toBe(true);
    }),
  );
});

test("a point anywhere in its circle has the answer of the circle, or none was given", () => {
  const truth = (east: number, north: number) =>
    (east > 2000 && east < 4000 && north > 2000 && north < 4000) ||
    (east > 8000 && east < 8500 && north > 8000 && north < 8500);
  fc.assert(
    fc.property(
      metres,
      metres,
      error,
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      fc.integer({ min: 0, max: 359 }),
      (east, north, accuracyM, share_, degrees) => {
        const { answer } = hazardAnswer(
          place({ locationClass: "village", point: at(east, north), accuracyM }),
          GROUND,
        );
        const [x, y] = [Math.cos, Math.sin].map(
          (f) => f((degrees / 180) * Math.PI) * accuracyM * share_ * 0.99,
        ) as [number, number];
        if (answer === "yes") expect(truth(east + x, north + y)).toBe(true);
        if (answer === "no") expect(truth(east + x, north + y)).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
});

test("less assessed ground never gives a no", () => {
  fc.assert(
    fc.property(metres, metres, error, (east, north, accuracyM) => {
      const where = place({ locationClass: "village", point: at(east, north), accuracyM });
      const [all, some] = [GROUND, { ...GROUND, hazardAssessed: GROUND.hazardAssessed.slice(0, 1) }].map(
        (ground) => hazardAnswer(where, ground).answer,
      );
      expect(some === all || (all === "no" && some === "unknown")).toBe(true);
    }),
  );
});

test("every work of a snapshot has an answer, by what was known on the day", () => {
  const register = aRegister({
    works: [
      aWork({ point: at(2500, 3000) }),
      aWork({ workId: "W2", locationClass: "unknown", point: null, communeCodes: [] }),
    ],
    hazardZones: GROUND.hazardZones,
    hazardAssessed: GROUND.hazardAssessed,
  });
  const on = (day: string) =>
    [...hazardAnswers(takeSnapshot(register, isoDate(day)))].map(([id, { answer }]) => `${id} ${answer}`);
  expect(on("2027-01-01")).toEqual(["W1 yes", "W2 unknown"]);
  expect(on("2026-12-31")).toEqual(["W1 unknown", "W2 unknown"]);
});

test("a village is its circle", () => {
  const village = {
    villageId: "V",
    name: "Thôn thử",
    aliases: [],
    communeCode: HERE,
    point: at(3000, 3000),
    accuracyM: 900,
    sourceId: SOURCE,
  };
  expect(hazardAnswer(placeOfVillage(village), GROUND).answer).toBe("yes");
  expect(hazardAnswer(placeOfVillage({ ...village, accuracyM: 1100 }), GROUND).answer).toBe("unknown");
});
