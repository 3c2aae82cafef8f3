import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type IsoDate, isoDate } from "@/domain/date";
import { DEFAULT_COMPARE_VIEW } from "@/state/compareView";
import { asOfDays, chooseAsOf, chooseSince, sinceDays } from "@/views/compare/answer/days";
import { comparisonOf } from "@/views/compare/comparison";
import { shippedData } from "./shipped";

const data = await shippedData();
const days = (data.manifest?.recordingDates ?? []).map(isoDate);
const at = (view: Partial<typeof DEFAULT_COMPARE_VIEW>) =>
  comparisonOf(data, { ...DEFAULT_COMPARE_VIEW, ...view }, () => undefined);

describe("the days to choose from", () => {
  test("are the recorded ones, latest first; the earlier day lies before the later one", () => {
    const comparison = at({});
    expect(asOfDays(comparison)).toEqual(days.toReversed());
    expect(sinceDays(comparison)).toEqual(days.toReversed().slice(1));
  });

  test("a day of a link that is not in the list is among them, in its place", () => {
    const comparison = at({ asOf: isoDate("2028-05-01"), since: isoDate("2027-05-01") });
    expect(asOfDays(comparison).slice(1, 4)).toEqual(["2028-06-30", "2028-05-01", "2028-03-31"]);
    expect(sinceDays(comparison)[0]).toBe("2028-03-31");
    expect(sinceDays(comparison)).toContain("2027-05-01");
  });
});

describe("a choice", () => {
  const anyDay = fc.integer({ min: 0, max: 900 }).map((more) => addDays(isoDate("2026-09-30"), more));
  const maybe = fc.option(anyDay, { nil: null });

  test("shows the chosen day as what it was chosen as, whatever the link said before", () => {
    fc.assert(
      fc.property(maybe, maybe, fc.nat(), (asOf: IsoDate | null, since: IsoDate | null, pick) => {
        const comparison = at({ asOf, since });
        const later = asOfDays(comparison)[pick % asOfDays(comparison).length]!;
        expect(at({ ...comparison.view, ...chooseAsOf(comparison, later) }).now.asOf).toBe(later);
        const earlier = sinceDays(comparison)[pick % sinceDays(comparison).length]!;
        const chosen = at({ ...comparison.view, ...chooseSince(comparison, earlier) });
        expect([chosen.before.asOf, chosen.now.asOf]).toEqual([earlier, comparison.now.asOf]);
      }),
      { numRuns: 60 },
    );
  });

  test("an earlier day that is no longer earlier gives way to the page's own", () => {
    const comparison = at({ since: isoDate("2028-03-31") });
    expect(chooseAsOf(comparison, isoDate("2027-12-31"))).toEqual({ asOf: "2027-12-31", since: null });
    expect(chooseAsOf(comparison, isoDate("2028-06-30")).since).toBe("2028-03-31");
    expect(chooseAsOf(at({}), isoDate("2028-06-30")).since).toBeNull();
  });
});
