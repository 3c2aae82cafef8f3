import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { numbered, villageGroups, villagesOf } from "@/analysis/villageGroups";
import { isoDate } from "@/domain/date";
import type { Village } from "@/domain/village";
import { LOCATION_CLASSES } from "@/domain/work";
import { aRegister, aWork } from "../fixtures/register";

const CODE = aWork({}).communeCodes[0]!;
const OTHER = "07777" as typeof CODE;
const village = (villageId: string, name: string, communeCode = CODE): Village => ({
  villageId,
  name,
  aliases: [],
  communeCode,
  point: null,
  accuracyM: null,
  sourceId: "S",
});
const VILLAGES = [village("V1", "Đồng Khao"), village("V2", "Dạ Hương"), village("V3", "Lạnh")];
const BY_ID = new Map(VILLAGES.map((one) => [one.villageId, one]));
const compare = new Intl.Collator("vi").compare;
const statesOf = (works: readonly ReturnType<typeof aWork>[]) =>
  takeSnapshot(aRegister({ works: [...works] }), isoDate("2028-09-30")).works;

describe("works by village", () => {
  const groups = villageGroups(
    statesOf([
      aWork({ workId: "f", villageIds: [], locationClass: "commune", point: null }),
      aWork({ workId: "e", villageIds: [], locationClass: "exact" }),
      aWork({
        workId: "d",
        villageIds: ["V1"],
        communeCodes: [CODE, OTHER],
        locationClass: "several",
        point: null,
      }),
      aWork({ workId: "c", villageIds: ["V1", "V2"] }),
      aWork({ workId: "b", villageIds: ["V1"] }),
      aWork({ workId: "a", villageIds: ["V1"] }),
      aWork({ workId: "g", villageIds: ["V2"], locationClass: "commune", point: null }),
    ]),
    BY_ID,
    compare,
  );

  test("villages first, d before đ; then several villages, several communes, unnamed, commune only", () => {
    expect(groups.map(({ kind, villageId }) => villageId ?? kind)).toEqual([
      "V2",
      "V1",
      "villages",
      "communes",
      "unnamed",
      "commune-only",
    ]);
  });
  test("within a group by id; numbers run through all groups", () => {
    expect(groups.map(({ states }) => states.map(({ work }) => work.workId).join())).toEqual([
      "g",
      "a,b",
      "c",
      "d",
      "e",
      "f",
    ]);
    expect([...numbered(groups)]).toEqual([
      ["g", 1],
      ["a", 2],
      ["b", 3],
      ["c", 4],
      ["d", 5],
      ["e", 6],
      ["f", 7],
    ]);
  });
  test("a village named twice is one village", () => {
    const [only] = villageGroups(statesOf([aWork({ villageIds: ["V3", "V3"] })]), BY_ID, compare);
    expect(only).toMatchObject({ kind: "village", villageId: "V3" });
  });
});

test("every work is in exactly one group, whatever it names", () => {
  const works = fc.array(
    fc.record({
      villageIds: fc.subarray(["V1", "V2", "V3", "unknown"]),
      locationClass: fc.constantFrom(...LOCATION_CLASSES),
      communeCodes: fc.constantFrom<(typeof CODE)[][]>([CODE], [CODE, OTHER]),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(works, (parts) => {
      const states = statesOf(parts.map((part, index) => aWork({ ...part, workId: `w${index}` })));
      const groups = villageGroups(states, BY_ID, compare);
      const ids = groups.flatMap((group) => group.states.map(({ work }) => work.workId));
      expect(ids.toSorted()).toEqual(states.map(({ work }) => work.workId).toSorted());
      expect([...numbered(groups).values()]).toEqual(ids.map((_, index) => index + 1));
      expect(groups.every((group) => group.states.length > 0)).toBe(true);
    }),
  );
});

test("villages of one commune by name, none of another", () => {
  const all = [...VILLAGES, village("X", "An", OTHER)];
  expect(villagesOf(all, CODE, compare).map(({ name }) => name)).toEqual(["Dạ Hương", "Đồng Khao", "Lạnh"]);
});
