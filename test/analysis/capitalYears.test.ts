import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capitalYears } from "@/analysis/capitalYears";
import { moneyOf } from "@/analysis/money";
import { addDays, isoDate } from "@/domain/date";
import { aReport, someCapital } from "../fixtures/register";

const TODAY = isoDate("2028-09-30");
const report = (asOf: string, disbursedYear: number | null, disbursedCumulative: number | null) =>
  aReport({ asOf: isoDate(asOf), reportedOn: addDays(isoDate(asOf), 5), disbursedYear, disbursedCumulative });
const yearOfCapital = (year: number, ...args: Parameters<typeof capitalYears>) =>
  capitalYears(...args).find((one) => one.year === year);

describe("the plan of a year", () => {
  const rows = [
    someCapital({ year: 2028, amount: 400 }),
    someCapital({ year: 2028, amount: 300, carriedOver: 50, recordedOn: isoDate("2028-02-01") }),
    someCapital({ year: 2028, capitalSource: "commune", amount: 20 }),
    someCapital({ year: 2027, amount: 200 }),
  ];
  test("holds the latest row of each source; what is carried in is beside it and in what can be spent", () => {
    expect(yearOfCapital(2028, rows, [], TODAY)).toMatchObject({
      planned: 320,
      carriedOver: 50,
      available: 370,
      sources: [
        { source: "provincial", amount: 300, carriedOver: 50 },
        { source: "commune", amount: 20, carriedOver: null },
      ],
    });
  });
  test("keeps what was replaced, in the order of recording, whatever the order of rows", () => {
    const [first, second] = [rows[1]!, rows[0]!];
    const [provincial] = yearOfCapital(2028, [first, second], [], TODAY)?.sources ?? [];
    expect(provincial?.versions).toEqual([second, first]);
    expect(provincial?.amount).toBe(300);
  });
  test("years come in order; nothing carried over is null, not 0; no row is null, not 0", () => {
    expect(capitalYears(rows, [], TODAY).map(({ year }) => year)).toEqual([2027, 2028]);
    expect(yearOfCapital(2027, rows, [], TODAY)?.carriedOver).toBeNull();
    expect(yearOfCapital(2026, [], [report("2026-12-25", 5, 5)], TODAY)).toMatchObject({
      planned: null,
      available: null,
      sources: [],
      disbursed: { amount: 5 },
    });
  });
  test("a year after the day is ahead: nothing is due of it", () => {
    const ahead = capitalYears([someCapital({ year: 2029 }), someCapital({ year: 2028 })], [], TODAY);
    expect(ahead.map(({ isAhead, disbursed }) => [isAhead, disbursed])).toEqual([
      [false, null],
      [true, null],
    ]);
  });
  test("without capital and reports there is no year", () => {
    expect(capitalYears([], [], TODAY)).toEqual([]);
    expect(capitalYears([], [report("2028-03-25", null, null)], TODAY)).toEqual([]);
  });
});

describe("what was disbursed in a year", () => {
  test("is what its last report says, up to that report", () => {
    const held = [report("2028-03-25", 10, 110), report("2028-06-25", 30, 130)];
    expect(yearOfCapital(2028, [], held, TODAY)?.disbursed).toEqual({
      amount: 30,
      until: "2028-06-25",
      isDerived: false,
    });
  });
  test("a last report without the figure leaves the one before, with its day", () => {
    const held = [report("2028-03-25", 10, 110), report("2028-06-25", null, 130)];
    expect(yearOfCapital(2028, [], held, TODAY)?.disbursed).toMatchObject({
      amount: 10,
      until: "2028-03-25",
    });
  });
  test("a report missing at the year's end takes nothing away: the next year's report tells what lay before it", () => {
    const held = [report("2027-09-25", 60, 80), report("2028-03-25", 10, 130)];
    // Before 2027: 80 − 60 = 20. Before 2028: 130 − 10 = 120. So 100 in 2027, 40 more than its last report knew.
    expect(yearOfCapital(2027, [], held, TODAY)?.disbursed).toEqual({
      amount: 100,
      until: null,
      isDerived: true,
    });
  });
  test("a whole year that its own report already told is not called computed", () => {
    const held = [report("2027-12-25", 100, 120), report("2028-03-25", 10, 130)];
    expect(yearOfCapital(2027, [], held, TODAY)?.disbursed).toEqual({
      amount: 100,
      until: null,
      isDerived: false,
    });
  });
  test("where the next year contradicts it, the year's own report is believed", () => {
    const held = [report("2027-12-25", 100, 120), report("2028-03-25", 30, 130)];
    expect(yearOfCapital(2027, [], held, TODAY)?.disbursed).toMatchObject({
      amount: 100,
      until: "2027-12-25",
    });
  });
  test("a year without any report of its own is not guessed from its neighbours", () => {
    const held = [report("2026-12-25", 20, 20), report("2028-03-25", 10, 130)];
    expect(yearOfCapital(2027, [someCapital({ year: 2027 })], held, TODAY)?.disbursed).toBeNull();
    expect(yearOfCapital(2026, [], held, TODAY)?.disbursed).toMatchObject({ until: "2026-12-25" });
  });
  test("a reported 0 is a value", () => {
    expect(yearOfCapital(2028, [], [report("2028-03-25", 0, 0)], TODAY)?.disbursed?.amount).toBe(0);
  });
});

describe("whatever is planned", () => {
  const row = fc
    .record({
      year: fc.integer({ min: 2026, max: 2030 }),
      capitalSource: fc.constantFrom("provincial", "commune", "central"),
      amount: fc.nat(1000),
      carriedOver: fc.option(fc.nat(100)),
      recorded: fc.nat(600),
    })
    .map(({ recorded, ...part }) =>
      someCapital({ ...part, recordedOn: addDays(isoDate("2026-06-30"), recorded) } as never),
    );
  test("the years agree with the money of the snapshot: by year, cumulative and by source", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const money = moneyOf(null, null, rows, TODAY);
        const years = capitalYears(rows, [], TODAY);
        const known = years.filter(({ isAhead }) => !isAhead);
        expect(years.find(({ year }) => year === 2028)?.available ?? null).toBe(money.capitalPlanYear);
        expect(known.length === 0 ? null : known.reduce((sum, { planned }) => sum + (planned ?? 0), 0)).toBe(
          money.capitalPlanCumulative,
        );
        const bySource: Record<string, number> = {};
        for (const { sources } of years)
          for (const { source, amount } of sources) bySource[source] = (bySource[source] ?? 0) + amount;
        expect(bySource).toEqual(money.bySource);
      }),
    );
  });
});
