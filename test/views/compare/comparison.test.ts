import { describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isoDate } from "@/domain/date";
import { INDICATORS } from "@/indicators";
import { type CompareView, DEFAULT_COMPARE_VIEW } from "@/state/compareView";
import { type CompareData, comparisonOf, knownToCompare, peersOf } from "@/views/compare/comparison";
import { NO_TROUBLE } from "@/views/compare/context";
import { aCommune, aRegister, aWork, code, HERE, SOURCE, THERE } from "../../fixtures/register";
import { shippedData } from "./shipped";

const data = await shippedData();
const nothing = () => undefined;
const at = (view: Partial<CompareView>, of: CompareData = data) =>
  comparisonOf(of, { ...DEFAULT_COMPARE_VIEW, ...view }, nothing);
const days = (data.manifest?.recordingDates ?? []).map(isoDate);

const WARD = code("00003");
const small = aRegister({
  communes: [
    aCommune({ neighbours: [THERE] }),
    aCommune({ code: THERE, name: "Nơi kia", neighbours: [HERE, WARD] }),
    aCommune({ code: WARD, name: "Phường", unit: "ward" }),
  ],
  communeStatuses: [
    {
      communeCode: THERE,
      status: "especially-difficult",
      decisionNo: null,
      validFrom: isoDate("2027-01-01"),
      validTo: isoDate("2028-01-01"),
      recordedOn: isoDate("2026-06-30"),
      basis: "",
      sourceId: SOURCE,
    },
  ],
});

describe("peers", () => {
  const on = (day: string) => takeSnapshot(small, isoDate(day));

  test("are groups of the register, the 19 those with the status on that day", () => {
    expect(peersOf(on("2027-06-01"), "19")).toEqual([THERE]);
    expect(peersOf(on("2028-01-01"), "19")).toEqual([]);
    expect(peersOf(on("2027-06-01"), "all")).toEqual([HERE, THERE, WARD]);
    expect(peersOf(on("2027-06-01"), "xa")).toEqual([HERE, THERE]);
    expect(peersOf(on("2027-06-01"), "phuong")).toEqual([WARD]);
  });

  test("of a commune are itself and its neighbours, in the register's order; of a stranger nobody", () => {
    expect(peersOf(on("2027-06-01"), THERE)).toEqual([HERE, THERE, WARD]);
    expect(peersOf(on("2027-06-01"), HERE)).toEqual([HERE, THERE]);
    expect(peersOf(on("2027-06-01"), code("99999"))).toEqual([]);
  });

  test("on the shipped data: 19, 99 = 66 + 33", () => {
    const { now } = at({});
    expect(["19", "all", "xa", "phuong"].map((peers) => peersOf(now, peers as "19").length)).toEqual([
      19, 99, 66, 33,
    ]);
  });
});

describe("the page's own choices", () => {
  test("open on the data's day, compared with the quarter before, among the 19, by progress", () => {
    const { now, before, peers, indicator, trouble } = at({});
    expect([now.asOf, before.asOf]).toEqual([data.manifest?.defaultAsOf, "2028-06-30"]);
    expect(peers).toBe("19");
    expect(indicator.id).toBe("physical-progress");
    expect(trouble).toBe(NO_TROUBLE);
  });

  test("compare with the last end of a quarter on which something was recorded, never with a day between", () => {
    // 22/11/2026 was recorded as well.
    expect(at({ asOf: isoDate("2026-12-15") }).before.asOf).toBe("2026-09-30");
    expect(at({ asOf: isoDate("2027-01-15") }).before.asOf).toBe("2026-12-31");
    // The day itself is no earlier day.
    expect(at({ asOf: isoDate("2026-12-31") }).before.asOf).toBe("2026-09-30");
  });

  test("compare the first day with itself: there is none before", () => {
    const { now, before } = at({ asOf: days[0]! });
    expect(before.asOf).toBe(now.asOf);
  });

  test("where no quarter ended among the days, the day before in the list stands in", () => {
    const odd = { ...data, manifest: { ...data.manifest!, recordingDates: ["2027-02-03", "2027-02-10"] } };
    expect(at({ asOf: isoDate("2027-02-20") }, odd).before.asOf).toBe("2027-02-10");
  });

  test("two days in the wrong order change places", () => {
    const { now, before } = at({ asOf: isoDate("2027-03-31"), since: isoDate("2028-03-31") });
    expect([before.asOf, now.asOf]).toEqual(["2027-03-31", "2028-03-31"]);
  });

  test("without a list of works it is density among all, on the day of the plan when nothing says otherwise", () => {
    const bare: CompareData = {
      register: { ...small, communeStatuses: [], works: [aWork({ inPlan97: "unknown" })] },
      manifest: null,
      classBreaks: [],
      site: null,
    };
    const { indicator, peers, now, before, days: none, classes } = at({}, bare);
    expect([indicator.id, peers, now.asOf, before.asOf]).toEqual([
      "population-density",
      "all",
      "2026-03-28",
      "2026-03-28",
    ]);
    expect(none).toEqual([]);
    expect(classes.version).toBe("none");
  });
});

describe("what a link may name", () => {
  test("is what the data hold: indicators, communes, days from the first recorded to years after the last", () => {
    const known = knownToCompare(data);
    expect(INDICATORS.every(({ id }) => known.indicator(id))).toBe(true);
    expect([known.indicator("x"), known.commune(code("07654")), known.commune(code("99999"))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(known.days?.[0]).toBe(days[0]);
    expect(known.days![1] > days.at(-1)!).toBe(true);
    expect(knownToCompare({ ...data, manifest: null }).days).toBeNull();
  });
});
