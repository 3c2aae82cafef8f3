import fc from "fast-check";
import { expect, test } from "vitest";
import { povertyRate } from "@/analysis/question/povertyRate";
import { aPovertyRow } from "./world";

test("a rate is of poor and near-poor households together, from counts before published rates", () => {
  expect(povertyRate(aPovertyRow({ households: 80, poor: 10, nearPoor: 6 }))).toEqual({
    kind: "rate",
    percent: 20,
  });
  expect(
    povertyRate(aPovertyRow({ households: 80, poor: 10, nearPoor: 6, poorRate: 1, nearPoorRate: 2 })),
  ).toEqual({ kind: "rate", percent: 20 });
  expect(povertyRate(aPovertyRow({ poor: 0, nearPoor: 0 }))).toEqual({ kind: "rate", percent: 0 });
});

test("published rates are added where counts are not all there", () => {
  const rates = { poorRate: 4.5, nearPoorRate: 3 };
  for (const part of [{ poor: null }, { nearPoor: null }, { households: null }, { households: 0 }])
    expect(povertyRate(aPovertyRow({ ...part, ...rates }))).toEqual({ kind: "rate", percent: 7.5 });
});

test("one rate alone is not the rate of both", () => {
  expect(povertyRate(aPovertyRow({ poor: null, poorRate: 4 }))).toEqual({ kind: "missing" });
  expect(povertyRate(aPovertyRow({ nearPoor: null, nearPoorRate: 4 }))).toEqual({ kind: "missing" });
});

test("no row, or nothing in it, is missing, never 0 %", () => {
  expect(povertyRate(undefined)).toEqual({ kind: "missing" });
  expect(povertyRate(aPovertyRow({ households: null, poor: null, nearPoor: null }))).toEqual({
    kind: "missing",
  });
  expect(povertyRate(aPovertyRow({ households: 0, poor: 0, nearPoor: 0 }))).toEqual({ kind: "missing" });
});

test("any withheld count withholds the rate: a published part of it must not give the number away", () => {
  const rates = { poorRate: 4, nearPoorRate: 3 };
  for (const part of ["households", "poor", "nearPoor"] as const) {
    expect(povertyRate(aPovertyRow({ [part]: "suppressed" }))).toEqual({ kind: "withheld" });
    expect(povertyRate(aPovertyRow({ [part]: "suppressed", ...rates }))).toEqual({ kind: "withheld" });
  }
});

test("whatever the counts, a rate is told only where all three are numbers, and repeats them", () => {
  const count = fc.oneof(fc.nat(300), fc.constant(null), fc.constant("suppressed" as const));
  fc.assert(
    fc.property(count, count, count, (households, poor, nearPoor) => {
      const rate = povertyRate(aPovertyRow({ households, poor, nearPoor }));
      const counts = [households, poor, nearPoor];
      if (counts.includes("suppressed")) expect(rate.kind).toBe("withheld");
      else if (counts.includes(null) || households === 0) expect(rate.kind).toBe("missing");
      else
        expect(rate).toEqual({
          kind: "rate",
          percent: expect.closeTo(((Number(poor) + Number(nearPoor)) * 100) / Number(households), 9),
        });
    }),
  );
});
