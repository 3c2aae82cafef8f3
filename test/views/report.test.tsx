import { readFileSync } from "node:fs";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { changesSince } from "@/analysis/changesSince";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadMapData } from "@/datasets";
import { addDays, isoDate } from "@/domain/date";
import { EMPTY_REGISTER } from "@/domain/register";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { reportMessages } from "@/i18n/messages/report";
import { physicalProgress } from "@/indicators/physicalProgress";
import { ReportTable } from "@/views/report/ReportTable";
import { reportProse } from "@/views/report/reportProse";
import { changeDetail, REPORT_TABLES, type ReportReading, yearChanges } from "@/views/report/reportTables";
import { reportYears } from "@/views/report/reportYears";

const { register } = await loadMapData(async (path) => readFileSync(`public/data/${path}`, "utf8"));

function readingOf(
  locale: (typeof LOCALES)[number],
  asOf: string,
  before: string | null,
  of = register,
): ReportReading {
  return {
    locale,
    messages: messagesFor(locale),
    snapshot: takeSnapshot(of, isoDate(asOf)),
    before: before === null ? null : takeSnapshot(of, isoDate(before)),
    communeByCode: new Map(of.communes.map((commune) => [commune.code, commune])),
    sourceById: new Map(of.sources.map((source) => [source.sourceId, source])),
  };
}
const YEARS = [
  ["2026-12-31", null],
  ["2027-12-31", "2026-12-31"],
  ["2028-09-30", "2027-12-31"],
] as const;
const READINGS = LOCALES.flatMap((locale) => YEARS.map(([asOf, before]) => readingOf(locale, asOf, before)));
const tableOf = (reading: ReportReading, part: string) =>
  REPORT_TABLES.find((entry) => entry.part === part)!.build(reading);
const columnOf = (reading: ReportReading, part: string, id: string) => {
  const table = tableOf(reading, part);
  const index = table.columns.findIndex((column) => column.id === id);
  return table.rows.map(({ key, cells }) => [key, cells[index] ?? null] as const);
};

describe("the years a report is made of", () => {
  it("has one a year, latest first, each to its end or to the last recording day", () => {
    const days = ["2026-09-30", "2026-12-31", "2028-03-31", "2028-09-30"].map(isoDate);
    expect(reportYears(days)).toEqual([
      { year: 2028, asOf: "2028-09-30", before: "2027-12-31", unfinished: true },
      { year: 2027, asOf: "2027-12-31", before: "2026-12-31", unfinished: false },
      { year: 2026, asOf: "2026-12-31", before: null, unfinished: false },
    ]);
    expect(reportYears([])).toEqual([]);
    expect(reportYears([isoDate("2027-12-31")])).toEqual([
      { year: 2027, asOf: "2027-12-31", before: null, unfinished: false },
    ]);
  });
  it("never looks beyond the last recording day, nor compares with a day before the first", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(isoDate("2026-03-28"), days));
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 9 }), (some) => {
        const days = some.toSorted();
        const years = reportYears(days);
        for (const { asOf, before, unfinished, year } of years) {
          expect(asOf <= (days.at(-1)! > `${year}-12-31` ? `${year}-12-31` : days.at(-1)!)).toBe(true);
          expect(unfinished).toBe(!asOf.endsWith("12-31"));
          expect(before === null || before >= days[0]!).toBe(true);
        }
        expect(new Set(years.map(({ year }) => year)).size).toBe(years.length);
      }),
    );
  });
});

describe("the tables of a report", () => {
  it.each(REPORT_TABLES.map(({ part }) => [part]))("%s: every cell has a value or says why not", (part) => {
    for (const reading of READINGS) {
      const table = tableOf(reading, part);
      expect(new Set(table.columns.map(({ id }) => id)).size).toBe(table.columns.length);
      expect(new Set(table.rows.map(({ key }) => key)).size).toBe(table.rows.length);
      for (const row of table.rows) {
        expect(row.cells).toHaveLength(table.columns.length);
        row.cells.forEach((cell, index) => {
          const { id, type } = table.columns[index]!;
          if (cell === null) expect(row.blanks[id], `${part} ${row.key} ${id}`).toMatch(/\p{L}/u);
          else expect(typeof cell).toBe(type === "text" || type === "date" ? "string" : "number");
        });
        for (const source of row.sourceIds) expect(reading.sourceById.has(source)).toBe(true);
      }
    }
  });

  it("is of kind illustrative wherever a made-up row stands behind it, and official where none does", () => {
    for (const reading of READINGS) {
      for (const { rows } of REPORT_TABLES.map(({ build }) => build(reading)))
        for (const { kind, sourceIds } of rows) {
          const madeUp = sourceIds.some((id) => reading.sourceById.get(id)?.kind === "illustrative");
          expect(kind === "illustrative").toBe(madeUp);
        }
    }
  });

  it("sums the sectors to the last row, in works, stages and money", () => {
    for (const reading of READINGS) {
      for (const part of ["results", "money"]) {
        const table = tableOf(reading, part);
        const sum = table.rows.find(({ key }) => key === "all")!;
        const others = table.rows.filter(({ key }) => key !== "all");
        table.columns.forEach(({ id, type }, index) => {
          if (type === "text" || type === "percent" || id === "planned") return;
          const values = others.map(({ cells }) => cells[index] as number | null);
          expect(sum.cells[index], `${part} ${id}`).toBe(
            values.every((value) => value === null)
              ? null
              : values.reduce<number>((total, value) => total + (value ?? 0), 0),
          );
        });
      }
    }
  });

  it("counts each work of the 97 in one stage, and agrees with the list of works", () => {
    for (const reading of READINGS) {
      const all = tableOf(reading, "results").rows.find(({ key }) => key === "all")!;
      const [, , named, , , ...rest] = all.cells as number[];
      expect(rest.slice(0, 7).reduce((total, count) => total + count, 0)).toBe(named);
      const yes = reading.messages.domain["answer.yes"];
      const days = columnOf(reading, "works", "days");
      const isOwn = new Set(
        columnOf(reading, "works", "in_plan").flatMap(([key, cell]) => (cell === yes ? [key] : [])),
      );
      expect(isOwn.size).toBe(named);
      expect(days.filter(([key, cell]) => cell !== null && isOwn.has(key)).length).toBe(all.cells.at(-2));
      expect(
        tableOf(reading, "late")
          .rows.map(({ key }) => key)
          .toSorted(),
      ).toEqual(days.flatMap(([key, cell]) => (cell !== null && isOwn.has(key) ? [key] : [])).toSorted());
    }
  });

  it("shows by commune the very number of the map", () => {
    for (const reading of READINGS)
      for (const [code, cell] of columnOf(reading, "places", "progress")) {
        const value = physicalProgress.measure(reading.snapshot, code as never);
        expect(cell).toBe(value.kind === "value" ? value.value : null);
      }
  });

  it("lists late works longest late first", () => {
    const days = columnOf(READINGS[2]!, "late", "days").map(([, value]) => Number(value));
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });
});

describe("the year's changes", () => {
  it("are those between the two days, of the 97 alone, money only where the total investment moved", () => {
    const reading = READINGS[2]!;
    const all = changesSince(reading.before!, reading.snapshot);
    const own = new Set(
      reading.snapshot.allWorks.filter(({ work }) => work.inPlan97 === "yes").map(({ work }) => work.workId),
    );
    const expected = all.changes.filter(
      (change) => own.has(change.workId) && (change.kind !== "money" || change.field === "totalInvestment"),
    );
    expect(yearChanges(reading)!.changes).toEqual(expected);
    expect(tableOf(reading, "year").rows).toHaveLength(expected.length);
    expect(yearChanges(READINGS[0]!)).toBeNull();
    expect(tableOf(READINGS[0]!, "year").rows).toEqual([]);
  });
  it("are told with what they were and are", () => {
    const reading = readingOf("vi", "2028-09-30", "2027-12-31");
    const [from, to] = [isoDate("2028-01-05"), isoDate("2028-02-04")];
    const moved = { kind: "rescheduled", workId: "x", milestone: "completion", from, to } as const;
    expect(changeDetail(reading, { ...moved, days: 30 })).toBe(
      "hoàn thành: 5/1/2028 → 4/2/2028 (muộn thêm 30 ngày)",
    );
    expect(changeDetail(reading, { ...moved, from: to, to: from, days: -30 })).toContain("sớm hơn 30 ngày");
    expect(changeDetail(reading, { ...moved, from: null, days: null })).toBe(
      "hoàn thành: chưa nêu → 4/2/2028 (chưa rõ số ngày)",
    );
    expect(changeDetail(reading, { kind: "finished", workId: "x", on: null })).toBe("chưa nêu");
    expect(
      changeDetail(reading, {
        kind: "corrected",
        workId: "x",
        closingDay: from,
        progress: { from: 61.2, to: null },
        reason: "nhập nhầm",
      }),
    ).toBe("kỳ 5/1/2028: 61,2\u00a0% → chưa nêu; lý do: nhập nhầm");
  });
});

describe("the prose of a report", () => {
  it.each(REPORT_TABLES.map(({ part }) => [part]))("%s has no hole in any year and language", (part) => {
    for (const reading of READINGS)
      for (const sentence of reportProse(part, reading)) {
        expect(sentence).toMatch(/[.:]$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
        expect(sentence).toBe(sentence.normalize("NFC"));
      }
  });
  it("says the counts of its table", () => {
    for (const reading of READINGS) {
      const m = reportMessages[reading.locale];
      const all = tableOf(reading, "results").rows.find(({ key }) => key === "all")!.cells as number[];
      expect(reportProse("results", reading)[1]).toContain(m.finished(all[9]!, all[2]!));
      expect(reportProse("late", reading)).toEqual(
        all[12] === 0 && all[13] === 0 ? [m.noLate(all[2]!)] : [m.late(all[12]!, all[2]!, all[13]!)],
      );
    }
  });
  it("never adds the programme's 4.000 tỷ to anything, and says so", () => {
    expect(reportProse("money", READINGS[2]!).at(-1)).toContain("không cộng với 4.000 tỷ");
  });
  it("says that nothing is listed instead of reporting zeros", () => {
    for (const locale of LOCALES) {
      const empty = readingOf(locale, "2026-12-31", null, { ...EMPTY_REGISTER, communes: register.communes });
      expect(reportProse("results", empty)).toEqual([reportMessages[locale].noneListed(97)]);
      expect(reportProse("late", empty)).toEqual([]);
      expect(reportProse("money", empty)[0]).toBe(reportMessages[locale].noYearMoney("2026"));
      expect(reportProse("year", empty)).toEqual([reportMessages[locale].noBefore]);
    }
  });
});

describe("a table on the page", () => {
  it("shows the words of a blank, never a 0, and every number of its rows", () => {
    for (const locale of LOCALES) {
      const reading = readingOf(locale, "2028-09-30", "2027-12-31");
      for (const { build } of REPORT_TABLES) {
        const table = build(reading);
        const markup = renderToStaticMarkup(<ReportTable table={table} locale={locale} />);
        expect(markup).not.toMatch(/undefined|NaN|style=/);
        expect(markup.match(/<tr/g)?.length ?? 0).toBe(table.rows.length === 0 ? 0 : table.rows.length + 1);
        expect(markup).not.toContain('<span class="muted"></span>');
      }
    }
    const percent = {
      id: "x",
      title: "x",
      columns: [
        { id: "a", heading: "A", type: "text", digits: 0, first: true },
        { id: "b", heading: "B", type: "percent", digits: 1, first: true },
      ],
      rows: [
        { key: "1", kind: "official", sourceIds: [], cells: ["một", 0], blanks: {}, geometry: null },
        {
          key: "2",
          kind: "official",
          sourceIds: [],
          cells: ["hai", null],
          blanks: { b: "chưa rõ" },
          geometry: null,
        },
      ],
    } as const;
    const markup = renderToStaticMarkup(<ReportTable table={percent} locale="vi" />);
    expect(markup).toContain('<td class="number">0,0</td>');
    expect(markup).toContain('<td class="number"><span class="muted">chưa rõ</span></td>');
  });
});
