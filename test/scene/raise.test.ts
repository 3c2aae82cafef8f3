import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCommuneCode } from "@/domain/commune";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { thirdMessages } from "@/i18n/messages/third";
import { INDICATORS, indicatorById } from "@/indicators";
import type { Indicator } from "@/indicators/indicator";
import { buildMapScene } from "@/scene/buildScene";
import type { AreaMark, DotMark, Fill, MapScene } from "@/scene/scene";
import { communeAreas } from "@/scene/third/ground";
import {
  heightOf,
  type Raised,
  radiusOf,
  raiseCommunes,
  roundValues,
  TOP_HEIGHT_M,
  TOP_RADIUS_PX,
} from "@/scene/third/raise";
import { emptyInput, sceneInput } from "../fixtures/programme";

const input = (
  colour: string,
  raise: string,
  locale: "vi" | "en" = "vi",
  layers = ["works", "hazard", "labels"],
) => {
  const coloured = { ...sceneInput(colour, { layers }), messages: messagesFor(locale) };
  const raiser = sceneInput(raise);
  return {
    scene: buildMapScene(coloured),
    snapshot: coloured.snapshot,
    indicator: raiser.indicator,
    classes: raiser.classes,
    selected: null,
    messages: messagesFor(locale),
    texts: thirdMessages[locale],
  };
};
const fillsOf = (scene: MapScene): ReadonlyMap<string, Fill | null> =>
  new Map(communeAreas(scene).map(({ subject, fill }) => [subject?.id ?? "", fill]));
const isPattern = (fill: Fill | null | undefined, pattern: string) =>
  fill !== null && fill !== undefined && "pattern" in fill && fill.pattern === pattern;

describe("the scale of heights", () => {
  const scale = fc.record({
    extent: fc
      .tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0.5, max: 9000, noNaN: true }))
      .map(([low, more]) => [low, low + more] as const),
  });
  const value = fc.double({ min: 0, max: 10_000, noNaN: true });

  test("0 is on the ground and the top of the scale at the stated height, wherever the scale begins", () => {
    fc.assert(
      fc.property(scale, (classes) => {
        expect(heightOf(0, classes)).toBe(0);
        expect(heightOf(classes.extent[1], classes)).toBeCloseTo(TOP_HEIGHT_M, 6);
      }),
    );
  });

  test("twice the value is twice the height and twice the circle's area; nothing is cut off", () => {
    fc.assert(
      fc.property(scale, value, (classes, one) => {
        expect(heightOf(2 * one, classes)).toBeCloseTo(2 * heightOf(one, classes), 6);
        expect(radiusOf(2 * one, classes) ** 2).toBeCloseTo(2 * radiusOf(one, classes) ** 2, 6);
      }),
    );
    expect(radiusOf(30, { extent: [0, 30] })).toBe(TOP_RADIUS_PX);
    expect(heightOf(33, { extent: [0, 30] })).toBeGreaterThan(TOP_HEIGHT_M);
  });

  test("ticks are round, begin at 0, are evenly apart, stay within the scale and fill most of it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100_000, noNaN: true }), (top) => {
        const values = roundValues(top);
        expect(values[0]).toBe(0);
        expect(values.length).toBeGreaterThanOrEqual(2);
        expect(values.length).toBeLessThanOrEqual(5);
        const step = values[1]!;
        for (const [index, tick] of values.entries()) expect(tick).toBeCloseTo(index * step, 6);
        expect(values.at(-1)!).toBeLessThanOrEqual(top * (1 + 1e-9));
        expect(values.at(-1)! + step).toBeGreaterThan(top * (1 - 1e-9));
      }),
    );
    expect(roundValues(100)).toEqual([0, 25, 50, 75, 100]);
    expect(roundValues(30)).toEqual([0, 10, 20, 30]);
    expect(roundValues(0)).toEqual([0]);
  });
});

describe.each(INDICATORS.map(({ id }) => id))("communes raised by %s", (id) => {
  const given = input(id === "poverty" ? "physical-progress" : "poverty", id);
  const raised = raiseCommunes(given);
  const measured = new Map(
    given.snapshot.register.communes.map(({ code }) => [code, given.indicator.measure(given.snapshot, code)]),
  );
  const coloured = fillsOf(given.scene);

  test("a body for every value but 0, as high as the value, coloured by the other indicator", () => {
    const expected = [...measured].filter(([, value]) => value.kind === "value" && value.value !== 0);
    expect(raised.stage.solids.map(({ commune }) => commune).toSorted()).toEqual(
      expected.map(([code]) => code).toSorted(),
    );
    for (const { commune, heightM, fill } of raised.stage.solids) {
      const value = measured.get(commune!)!;
      if (value.kind !== "value") throw new Error("a blank was raised");
      expect(heightM).toBe(heightOf(value.value, given.classes));
      expect(heightM).not.toBe(0);
      expect(fill).toEqual(coloured.get(commune!));
    }
    expect(new Set(raised.stage.solids.map((solid) => solid.id)).size).toBe(raised.stage.solids.length);
  });

  test("what is unknown lies flat under the pattern of its own blank, in both pictures", () => {
    for (const scene of [raised.stage.scene, raised.flat]) {
      const fills = fillsOf(scene);
      expect(fills.size).toBe(99);
      for (const [code, value] of measured) {
        const fill = fills.get(code);
        if (value.kind === "value") expect(fill).toEqual(coloured.get(code));
        else if (value.blank === "unassessed") expect(isPattern(fill, "unassessed")).toBe(true);
        else expect(fill).toEqual({ pattern: "blank", blank: value.blank });
      }
    }
  });

  test("the account: bodies + what lies flat = 99, each kind of blank with its count", () => {
    const flat = raised.legend.flat.reduce((sum, { count }) => sum + count, 0);
    expect(raised.legend.raised).toBe(raised.stage.solids.length);
    expect(raised.legend.raised + flat).toBe(99);
    expect(raised.legend.sum).toContain("= 99");
    expect(raised.legend.sizeSum).toContain("= 99");
    for (const { key, fill, count } of raised.legend.flat) {
      const of = [...measured.values()].filter((value) =>
        value.kind === "blank" ? value.blank === key : value.value === 0 && key === "zero",
      );
      expect(count).toBe(of.length);
      expect(fill === null).toBe(key === "zero");
    }
  });

  test("the table holds all 99, the highest first, and a blank is words and never a number", () => {
    expect(raised.rows).toHaveLength(99);
    const heights = raised.rows.map(({ heightM }) => heightM ?? -1);
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
    const colours = new Map(given.scene.table.map((row) => [row.code, row.value]));
    for (const row of raised.rows) {
      const value = measured.get(row.code)!;
      expect(row.heightBlank).toBe(value.kind === "blank" ? value.blank : null);
      expect(row.heightM === null).toBe(value.kind === "blank");
      if (value.kind === "blank") expect(row.height).not.toMatch(/\d/);
      expect(row.colour).toBe(colours.get(row.code));
    }
  });

  test("the flat picture has a circle for every value, zero included, whose area is the value's", () => {
    const circles = (raised.flat.planes.find((plane) => plane.id === "height-circles")?.marks ??
      []) as DotMark[];
    const valued = [...measured].filter(([, value]) => value.kind === "value");
    expect(circles.map(({ subject }) => subject?.id).toSorted()).toEqual(
      valued.map(([code]) => code).toSorted(),
    );
    for (const { subject, radius } of circles) {
      const value = isCommuneCode(subject!.id) ? measured.get(subject!.id) : undefined;
      if (value?.kind !== "value") throw new Error("a circle without a value");
      if (value.value === 0) expect(radius).toBe(2.5);
      else expect(radius).toBe(radiusOf(value.value, given.classes));
    }
  });
});

describe("what stands beside the bodies", () => {
  const raise = (more: Partial<Parameters<typeof raiseCommunes>[0]> = {}): Raised =>
    raiseCommunes({ ...input("physical-progress", "poverty"), ...more });
  const planesOf = (scene: MapScene) => new Set(scene.planes.map(({ layer }) => layer));

  test("no sign of a work and no hatch: only communes, borders and names", () => {
    expect(planesOf(raise().stage.scene)).toEqual(new Set(["communes", "labels"]));
    expect(planesOf(raise().flat)).toEqual(new Set(["communes", "labels"]));
    // A reader who has switched the names off keeps them off.
    const bare = raise({ scene: input("physical-progress", "poverty", "vi", []).scene });
    expect(planesOf(bare.stage.scene)).toEqual(new Set(["communes"]));
  });

  test("a common texture is dropped: it would show through where a fill has changed", () => {
    const { scene } = input("physical-progress", "poverty");
    expect(scene.planes.some(({ ground }) => ground !== undefined)).toBe(true);
    expect(raise().flat.planes.every(({ ground }) => ground === undefined)).toBe(true);
  });

  test("the circles lie below the names", () => {
    const ids = raise().flat.planes.map(({ layer, id }) => `${layer}/${id}`);
    expect(ids.indexOf("communes/height-circles")).toBe(ids.indexOf("labels/labels") - 1);
  });

  test("a selected commune that is raised is outlined on its top, one that lies flat on the ground", () => {
    const given = input("physical-progress", "poverty");
    const solid = raiseCommunes(given).stage.solids[0]!.commune!;
    const flat = given.snapshot.register.communes.find(
      ({ code }) => given.indicator.measure(given.snapshot, code).kind === "blank",
    );
    const at = (selected: typeof solid) => {
      const scene = buildMapScene(
        sceneInput("physical-progress", { selection: { type: "commune", id: selected } }),
      );
      return raiseCommunes({ ...given, scene, selected }).stage;
    };
    expect(at(solid).selected).toBe(solid);
    expect(at(solid).scene.planes.some(({ id }) => id === "selection")).toBe(false);
    if (flat === undefined) return;
    expect(at(flat.code).selected).toBeNull();
    expect(at(flat.code).scene.planes.some(({ id, marks }) => id === "selection" && marks.length > 0)).toBe(
      true,
    );
  });

  test("a name says both values, and a name over a blank has no colour's halo left", () => {
    const { stage } = raise();
    const areas = new Map(communeAreas(stage.scene).map((area: AreaMark) => [area.subject?.id, area]));
    for (const row of raise().rows) expect(areas.get(row.code)?.name).toContain(row.height);
    for (const { marks } of stage.scene.planes)
      for (const mark of marks) {
        const fill = mark.subject === null ? undefined : areas.get(mark.subject.id)?.fill;
        if (mark.type === "label" && isPattern(fill, "blank")) expect(mark.halo).toBe("halo");
      }
  });

  test("raised by what also colours them: each body has the colour of its own value", () => {
    const given = input("poverty", "poverty");
    const { stage } = raiseCommunes(given);
    const byHeight = stage.solids.toSorted((a, b) => a.heightM - b.heightM);
    const steps = byHeight.map(({ fill }) => ("color" in fill ? Number(fill.color.at(-1)) : -1));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.every((step) => step >= 0)).toBe(true);
  });

  test("is plain data, the same every time, and leaves the scene it was given as it was", () => {
    const given = input("physical-progress", "poverty");
    const before = JSON.stringify(given.scene);
    const first = raiseCommunes(given);
    expect(JSON.stringify(raiseCommunes(given))).toBe(JSON.stringify(first));
    expect(JSON.stringify(given.scene)).toBe(before);
    expect(JSON.parse(JSON.stringify(first.stage.solids))).toEqual(first.stage.solids);
  });

  test.each(LOCALES)("speaks %s, with the unit where ticks are bare numbers", (locale) => {
    const { legend } = raiseCommunes(input("poverty", "population-density", locale));
    const messages = messagesFor(locale);
    expect(legend.title).toContain(messages.indicators["density.unit"]);
    expect(legend.ticks.every(({ label }) => /^[\d.,]+$/.test(label))).toBe(true);
    const percent = raiseCommunes(input("physical-progress", "poverty", locale)).legend;
    expect(percent.ticks.every(({ label }) => label.endsWith("%"))).toBe(true);
    for (const tick of percent.ticks) expect(tick.heightM).toBe(heightOf(tick.value, { extent: [0, 30] }));
  });

  test("without communes or boundaries nothing is drawn and nothing breaks", () => {
    const empty = emptyInput("poverty");
    const nothing = raiseCommunes({
      scene: buildMapScene(empty),
      snapshot: empty.snapshot,
      indicator: indicatorById("poverty") as Indicator,
      classes: empty.classes,
      selected: null,
      messages: empty.messages,
      texts: thirdMessages.vi,
    });
    expect(nothing.stage.solids).toEqual([]);
    expect(nothing.rows.every(({ heightM }) => heightM === null)).toBe(true);
  });
});
