import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { communesInLoop, restrictSnapshot } from "@/analysis/restrictSnapshot";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import type { CommuneCode } from "@/domain/commune";
import { isoDate } from "@/domain/date";
import type { LonLat } from "@/domain/units";
import { INDICATORS } from "@/indicators";

const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const snapshot = takeSnapshot(register, isoDate("2028-09-30"));
const codes = register.communes.map(({ code }) => code);
const withWorks = [...snapshot.worksByCommune.keys()];
const group = fc.subarray(withWorks, { minLength: 1, maxLength: 6 });

describe("a snapshot of some communes", () => {
  it("of all communes says of every indicator what the province does of works that name a commune", () => {
    const all = restrictSnapshot(snapshot, new Set(codes));
    const named = { ...snapshot, works: snapshot.works.filter(({ work }) => work.communeCodes.length > 0) };
    expect(named.works.length).toBeLessThan(snapshot.works.length);
    for (const indicator of INDICATORS) {
      const [whole, restricted] = [indicator.overall(named), indicator.overall(all)];
      // The province's own row of poverty is not a sum over communes: a group has none.
      const hasOwnRow = indicator.id === "poverty" && snapshot.poverty.has("province:24");
      if (!hasOwnRow) expect([indicator.id, restricted]).toEqual([indicator.id, whole]);
    }
    expect(all.works).toEqual(named.works);
  });

  it("is filtered only where the whole was: that both lists are one says so to titles and notes", () => {
    const some = restrictSnapshot(snapshot, new Set(withWorks.slice(0, 3)));
    expect(some.works).toBe(some.allWorks);
    const late = { ...snapshot, works: snapshot.works.filter(({ lateness }) => lateness.answer === "yes") };
    const lateOnes = restrictSnapshot(late, new Set(withWorks));
    expect(lateOnes.works.length).toBeLessThan(lateOnes.allWorks.length);
  });

  it.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
    "of one commune, %s is that commune's own where no work is shared",
    (_, indicator) => {
      for (const code of codes) {
        const shared = (snapshot.worksByCommune.get(code) ?? []).some(
          ({ work }) => work.communeCodes.length > 1,
        );
        if (shared) continue;
        const alone = indicator.overall(restrictSnapshot(snapshot, new Set([code])));
        const own = indicator.measure(snapshot, code);
        expect(alone.kind).toBe(own.kind);
        if (alone.kind === "value" && own.kind === "value") expect(alone.value).toBeCloseTo(own.value, 9);
      }
    },
  );

  it("counts a work once, whatever the order and however often a commune is named", () => {
    fc.assert(
      fc.property(group, (chosen) => {
        const once = restrictSnapshot(snapshot, new Set(chosen));
        const again = restrictSnapshot(snapshot, new Set([...chosen.toReversed(), ...chosen]));
        expect(again.works).toEqual(once.works);
        expect(new Set(once.works).size).toBe(once.works.length);
        const touching = new Set(chosen.flatMap((code) => snapshot.worksByCommune.get(code) ?? []));
        expect(new Set(once.works)).toEqual(touching);
      }),
    );
  });

  it("grows with the group: no commune more takes a work, an inhabitant or a household away", () => {
    fc.assert(
      fc.property(group, fc.constantFrom(...codes), (chosen, more) => {
        const [small, large] = [
          restrictSnapshot(snapshot, new Set(chosen)),
          restrictSnapshot(snapshot, new Set([...chosen, more])),
        ];
        for (const state of small.works) expect(large.works).toContain(state);
        const people = (of: typeof small) =>
          of.register.communes.reduce((sum, { population }) => sum + population, 0);
        expect(people(large) - people(small)).toBe(
          chosen.includes(more) ? 0 : (register.communes.find(({ code }) => code === more)?.population ?? 0),
        );
        for (const key of small.poverty.keys()) expect(large.poverty.has(key)).toBe(true);
      }),
    );
  });

  it("holds no row about other communes or the province", () => {
    const chosen = new Set(withWorks.slice(0, 3));
    const some = restrictSnapshot(snapshot, chosen);
    for (const { areaLevel, areaCode } of some.poverty.values()) {
      expect(["commune", "village"]).toContain(areaLevel);
      if (areaLevel === "commune") expect(chosen.has(areaCode as CommuneCode)).toBe(true);
    }
    expect([...some.hazardShares.keys()].every((code) => chosen.has(code))).toBe(true);
    expect([...some.worksByCommune.keys()].every((code) => chosen.has(code))).toBe(true);
    expect(some.register.villages.every(({ communeCode }) => chosen.has(communeCode))).toBe(true);
  });
});

describe("a loop on the map", () => {
  const at = (code: string, lon: number, lat: number) => ({
    code: code as CommuneCode,
    labelPoint: [lon, lat] as [number, number],
  });
  const communes = [at("00001", 106, 21), at("00002", 106.5, 21), at("00003", 106.5, 21.5)];
  const square: LonLat[] = [
    [105.9, 20.9],
    [106.1, 20.9],
    [106.1, 21.1],
    [105.9, 21.1],
  ];
  test("takes the communes whose label point lies in it, closed or not, either way round", () => {
    expect(communesInLoop(communes, square)).toEqual(["00001"]);
    expect(communesInLoop(communes, [...square, [105.9, 20.9]])).toEqual(["00001"]);
    expect(communesInLoop(communes, square.toReversed())).toEqual(["00001"]);
  });
  test("takes a point on its edge", () => {
    const edge: LonLat[] = [
      [106, 20.9],
      [107, 20.9],
      [107, 21.1],
      [106, 21.1],
    ];
    expect(communesInLoop(communes, edge)).toEqual(["00001", "00002"]);
  });
  test("of fewer than three corners takes nothing", () => {
    expect(communesInLoop(communes, [])).toEqual([]);
    expect(
      communesInLoop(communes, [
        [106, 21],
        [106, 21],
        [106.1, 21],
      ]),
    ).toEqual([]);
  });
  test("around the province takes all 99, in the register's order", () => {
    const around: LonLat[] = [
      [105, 20],
      [108, 20],
      [108, 22.5],
      [105, 22.5],
    ];
    expect(communesInLoop(register.communes, around)).toEqual(codes);
  });
});
