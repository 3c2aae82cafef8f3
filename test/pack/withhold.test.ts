import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTable, type TableText, writeTable } from "@/pack/tableText";
import { withholdSmall } from "@/pack/withhold";

const HEADER = [
  "area_level",
  "area_code",
  "year",
  "standard",
  "households",
  "poor",
  "near_poor",
  "poor_rate",
  "near_poor_rate",
  "recorded_on",
];
const row = (level: string, code: string, poor: string | number, near: string | number): string[] => [
  level,
  code,
  "2025",
  "2022-2025",
  "100",
  String(poor),
  String(near),
  "",
  "",
  "2026-01-15",
];
/** A village is called after its commune: "07654-1". */
const communeOf = (id: string) => id.split("-")[0] ?? null;
const withheld = (rows: string[][]) => withholdSmall({ header: HEADER, rows }, communeOf);
const counts = ({ table }: { table: TableText }) => table.rows.map((cells) => `${cells[5]} ${cells[6]}`);

describe("what is not published", () => {
  test("a small village and the smallest of the larger ones, both counts of each, with their rates", () => {
    const rows = [
      row("commune", "07654", 75, 90),
      row("village", "07654-1", 5, 30),
      row("village", "07654-2", 40, 20),
      row("village", "07654-3", 30, 40),
    ];
    rows[1]?.splice(7, 2, "5", "30");
    const result = withheld(rows);
    expect(counts(result)).toEqual(["75 90", "* *", "* *", "30 40"]);
    expect(result.table.rows[1]?.slice(7, 9)).toEqual(["", ""]);
    expect([result.small, result.second]).toEqual([[1], [2]]);
  });

  test("nothing small: nothing withheld; a blank is not small", () => {
    const rows = [row("village", "07654-1", 10, 10), row("village", "07654-2", "", 12)];
    expect(withheld(rows).table.rows).toEqual(rows);
  });

  test("no larger village: the commune's own counts go, and those of the smallest other commune", () => {
    const rows = [
      row("commune", "07654", 7, 9),
      row("commune", "07600", 50, 60),
      row("commune", "07601", 40, 60),
      row("village", "07654-1", 7, 9),
    ];
    expect(counts(withheld(rows))).toEqual(["* *", "50 60", "* *", "* *"]);
  });

  test("rounds are apart: another year's village does not stand in", () => {
    const later = row("village", "07654-2", 40, 40).map((cell, at) => (at === 2 ? "2026" : cell));
    expect(counts(withheld([row("village", "07654-1", 5, 30), later]))).toEqual(["* *", "40 40"]);
  });

  test("a village already withheld alone gets a second one", () => {
    expect(
      counts(
        withheld([
          row("village", "07654-1", "*", "*"),
          row("village", "07654-2", 40, 40),
          row("village", "07654-3", 20, 40),
        ]),
      ),
    ).toEqual(["* *", "40 40", "* *"]);
  });

  test("twice is once", () => {
    const once = withheld([
      row("commune", "07654", 75, 90),
      row("village", "07654-1", 5, 30),
      row("village", "07654-2", 40, 20),
      row("village", "07654-3", 30, 40),
    ]);
    expect(withholdSmall(once.table, communeOf).table).toEqual(once.table);
  });

  test("nobody can solve for a withheld count: other numbers give the same table", () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 10, max: 300 }));
    const province = fc.array(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 6 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(province, (communes) => {
        const sum = (villages: readonly (readonly [number, number])[], at: 0 | 1) =>
          villages.reduce((total, one) => total + one[at], 0);
        const rows = communes.flatMap((villages, commune) => [
          row("commune", `0760${commune}`, sum(villages, 0), sum(villages, 1)),
          ...villages.map((one, village) => row("village", `0760${commune}-${village}`, one[0], one[1])),
        ]);
        const result = withheld(rows);
        communes.forEach((villages, commune) => {
          const own = (level: string) =>
            result.table.rows.filter((cells) => cells[0] === level && cells[1]?.startsWith(`0760${commune}`));
          for (const at of [5, 6]) {
            const shown = own("village").map((cells) => cells[at] ?? "");
            // Nothing under ten is in sight.
            for (const cell of shown) expect(cell === "*" || Number(cell) >= 10).toBe(true);
            const hidden = shown.filter((cell) => cell === "*").length;
            if (hidden === 0) continue;
            const total = own("commune")[0]?.[at];
            if (total === "*") continue;
            // The total leaves so much for so many that each of them may be several numbers.
            const left =
              Number(total) - shown.reduce((rest, cell) => rest + (cell === "*" ? 0 : Number(cell)), 0);
            expect(hidden).toBeGreaterThan(1);
            expect(left).toBeGreaterThanOrEqual(10);
          }
          void villages;
        });
        const totals = result.table.rows.filter((cells) => cells[0] === "commune" && cells[5] === "*").length;
        expect(totals).not.toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});

test("a table's text comes back byte for byte", () => {
  const cell = fc.string().map((text) => text.normalize("NFC").replace(/[\r]/g, ""));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const table = { header: ["a", "b"], rows: [...rows.map((cells) => [...cells]), ["x", "y"]] };
      const text = writeTable(table);
      expect(writeTable(parseTable(text))).toBe(text);
      expect(parseTable(text)).toEqual(table);
    }),
  );
});
