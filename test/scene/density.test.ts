import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hexOf } from "@/analysis/density";
import { filterSnapshot } from "@/analysis/filterWorks";
import type { Snapshot } from "@/analysis/snapshot";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import { LOCATION_CLASSES, SECTORS } from "@/domain/work";
import { NO_FILTER } from "@/domain/workFilter";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { thirdMessages } from "@/i18n/messages/third";
import { buildMapScene } from "@/scene/buildScene";
import type { AreaMark, LabelMark, MapScene } from "@/scene/scene";
import { DENSITY_BREAKS, DENSITY_GRID, type DensityOf, densityOf, densityPoint } from "@/scene/third/density";
import { communeAreas } from "@/scene/third/ground";
import { sceneInput } from "../fixtures/programme";

const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const published = takeSnapshot(register, isoDate("2028-09-30"));
const invented = sceneInput("poverty").snapshot;

const at = (snapshot: Snapshot, of: DensityOf, locale: "vi" | "en" = "vi") =>
  densityOf({
    scene: buildMapScene({
      ...sceneInput("poverty", { layers: ["works", "labels"] }),
      snapshot,
      messages: messagesFor(locale),
    }),
    snapshot,
    of,
    messages: messagesFor(locale),
    texts: thirdMessages[locale],
  });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const marks = <T>(scene: MapScene, plane: string): T[] =>
  (scene.planes.find(({ id }) => id === plane)?.marks ?? []) as T[];

describe.each([
  ["the published data", published],
  ["an invented Programme with every location class", invented],
] as const)("density of %s", (_, snapshot) => {
  describe.each(["works", "villages"] as const)("%s", (of) => {
    const density = at(snapshot, of);
    const all = of === "works" ? snapshot.works.length : snapshot.register.villages.length;
    const leftOut = sum(density.leftOut.map(({ count }) => count));

    test("counted + left out = all; the cells, the numbers in them and the table say the same", () => {
      expect(density.counted + leftOut).toBe(all);
      const numbers = marks<LabelMark>(density.flat, "density-numbers").map(({ text }) => Number(text));
      expect(sum(numbers)).toBe(density.counted);
      expect(numbers).toHaveLength(density.bins);
      expect(sum(density.rows.map((row) => row.counted))).toBe(density.counted);
      expect(sum(density.rows.map((row) => row.leftOut))).toBe(leftOut);
      expect(sum(density.classes.map(({ bins }) => bins))).toBe(density.bins);
      for (const figure of [density.counted, leftOut, all]) expect(density.sum).toContain(String(figure));
    });

    test("every cell has the colour of the class its number is in", () => {
      const cells = marks<AreaMark>(density.flat, "density");
      const numbers = new Map(
        marks<LabelMark>(density.flat, "density-numbers").map(({ id, text }) => [id, Number(text)]),
      );
      expect(cells).toHaveLength(density.bins);
      for (const { id, fill } of cells) {
        const count = numbers.get(id.replace("cell-", "cell-count-"))!;
        const step = DENSITY_BREAKS.filter((bound) => bound <= count).length;
        expect(fill).toEqual({ color: `progress-${step}` });
      }
    });

    test("WebGL draws the very cells of the drawing, flat, below the borders", () => {
      const cells = marks<AreaMark>(density.flat, "density");
      expect(density.stage.solids.map(({ id, geometry, fill }) => ({ id, geometry, fill }))).toEqual(
        cells.map(({ id, geometry, fill }) => ({ id, geometry, fill })),
      );
      expect(density.stage.solids.every(({ heightM }) => heightM === 0)).toBe(true);
      expect(density.stage.pitch).toBe(0);
      const ids = density.flat.planes.map(({ id }) => id);
      expect(ids.indexOf("density")).toBe(ids.indexOf("commune-lines") - 1);
      expect(density.stage.below).toBe("commune-lines");
      expect(marks(density.stage.scene, "density")).toEqual([]);
    });

    test("the communes lose their colour, keep their shape, and say their own account", () => {
      const areas = communeAreas(density.flat);
      expect(areas).toHaveLength(99);
      expect(areas.every(({ fill }) => fill !== null && "color" in fill && fill.color === "land")).toBe(true);
      for (const row of density.rows) {
        if (row.code === null) continue;
        const area = areas.find(({ subject }) => subject?.id === row.code);
        expect(area?.name).toContain(row.name);
        expect(area?.name).toContain(`${row.counted} `);
      }
    });
  });
});

describe("which works are counted", () => {
  test.each(LOCATION_CLASSES)("%s", (locationClass) => {
    const counts = ["exact", "line", "village"].includes(locationClass);
    const works = published.works.filter(({ work }) => work.locationClass === locationClass);
    expect(works.length).toBeGreaterThan(0);
    expect(works.every((state) => (densityPoint(state) !== null) === counts)).toBe(true);
  });

  test("a work along a line is counted at the middle of it, not at an end", () => {
    const state = published.works[0]!;
    const line = [
      [
        [106, 21],
        [106.4, 21],
      ],
    ] as unknown as NonNullable<typeof state.work.line>;
    const point = densityPoint({ work: { ...state.work, locationClass: "line", point: null, line } });
    expect(point?.[0]).toBeCloseTo(106.2, 9);
  });

  test("what is left out is said by reason, the most frequent first", () => {
    const { leftOut } = at(published, "works");
    const texts = thirdMessages.vi;
    for (const reason of ["several", "commune", "unknown"] as const)
      expect(leftOut.find(({ label }) => label === texts[`leftOut.${reason}`])?.count).toBe(
        published.works.filter(({ work }) => work.locationClass === reason).length,
      );
    const counts = leftOut.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  test("a filter counts what it keeps, in the same hexagons", () => {
    fc.assert(
      fc.property(fc.subarray([...SECTORS], { minLength: 1 }), (sectors) => {
        const kept = filterSnapshot(published, { ...NO_FILTER, sectors });
        const some = at(kept, "works");
        expect(some.counted + sum(some.leftOut.map(({ count }) => count))).toBe(kept.works.length);
        const whole = new Set(at(published, "works").stage.solids.map(({ id }) => id));
        expect(some.stage.solids.every(({ id }) => whole.has(id))).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  test("a work of several communes, or of none, is nobody's row but the last", () => {
    const { rows } = at(published, "works");
    const elsewhere = published.works.filter(({ work }) => work.communeCodes.length !== 1).length;
    const last = rows.at(-1)!;
    expect(last.code).toBeNull();
    expect(last.counted + last.leftOut).toBe(elsewhere);
    const counted = rows.slice(0, -1).map((row) => row.counted);
    expect(counted).toEqual(counted.toSorted((a, b) => b - a));
  });

  test("villages do not follow the filter of works", () => {
    const none = filterSnapshot(published, { ...NO_FILTER, text: "không có gì như thế" });
    expect(none.works).toHaveLength(0);
    expect(at(none, "works").counted).toBe(0);
    expect(at(none, "works").rows).toEqual([]);
    expect(at(none, "villages").counted).toBe(at(published, "villages").counted);
  });
});

describe("what is said", () => {
  test.each(LOCALES)("%s: size and area of a cell, classes that touch and begin at 1", (locale) => {
    const density = at(published, "works", locale);
    expect(density.note).toMatch(/6\u00a0km/);
    expect(density.note).toMatch(/31[.,]2/);
    expect(density.classes.map(({ short }) => short)).toEqual(["1", "2", "3", "4–5", "6+"]);
    expect(new Set(density.classes.map(({ color }) => color)).size).toBe(5);
  });

  test("the grid is the same on every day", () => {
    const early = takeSnapshot(register, isoDate("2026-12-31"));
    const cells = (snapshot: Snapshot) =>
      new Set(
        snapshot.works.flatMap((state) => {
          const point = densityPoint(state);
          return point === null ? [] : [hexOf(DENSITY_GRID, point).join()];
        }),
      );
    for (const cell of cells(early)) expect(cells(published).has(cell)).toBe(true);
  });
});
