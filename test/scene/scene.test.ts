import { describe, expect, test } from "vitest";
import { BLANKS } from "@/analysis/snapshot";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { INDICATORS } from "@/indicators";
import { buildMapScene } from "@/scene/buildScene";
import type { SceneInput } from "@/scene/context";
import { DEFAULT_LAYERS, LAYERS, PLANE_ORDER } from "@/scene/layers";
import { COLORS } from "@/scene/palette";
import { patternKey } from "@/scene/patterns";
import type { AreaMark, Fill, MapScene, Mark } from "@/scene/scene";
import { emptyInput, programme, REFERENCE, REGISTER, sceneInput } from "../fixtures/programme";

const switchable = LAYERS.filter(({ fixed }) => !fixed).map(({ id }) => id);
const everything = (more: Partial<SceneInput> = {}): SceneInput => {
  const input = sceneInput("physical-progress", { layers: switchable, ...more });
  return { ...input, geometry: { ...input.geometry, reference: REFERENCE } };
};
const plane = (scene: MapScene, id: string) => scene.planes.find((one) => one.id === id)?.marks ?? [];
const marksOf = (scene: MapScene): Mark[] => scene.planes.flatMap(({ marks }) => marks);
const nameOf = (name: string) => REGISTER.communes.find((commune) => commune.name === name)!.code;
const fillOf = (scene: MapScene, name: string): Fill | null =>
  (plane(scene, "communes").find(({ id }) => id === `commune-${nameOf(name)}`) as AreaMark).fill;

describe.each(INDICATORS.map(({ id }) => id))("a map of %s", (id) => {
  const scene = buildMapScene(sceneInput(id));

  test("classes, zero and blanks account for all 99 communes", () => {
    const { classes, blanks, values } = scene.legend;
    const inClasses = classes.reduce((sum, { count }) => sum + count, 0);
    const apart = blanks.reduce((sum, { count }) => sum + count, 0);
    expect(inClasses + apart).toBe(99);
    expect(values).toHaveLength(inClasses);
    expect(scene.legend.sum).toContain("= 99");
    expect(scene.table).toHaveLength(99);
  });

  test("the legend's counts are what the map draws", () => {
    const fills = plane(scene, "communes").flatMap((mark) =>
      mark.type === "area" && mark.subject !== null && mark.fill !== null ? [mark.fill] : [],
    );
    expect(fills).toHaveLength(99);
    for (const { color, count } of scene.legend.classes)
      expect(fills.filter((fill) => "color" in fill && fill.color === color)).toHaveLength(count);
    for (const { fill, count } of scene.legend.blanks) {
      if (!("pattern" in fill)) throw new Error("a blank is a pattern");
      expect(fills.filter((one) => "pattern" in one && patternKey(one) === patternKey(fill))).toHaveLength(
        count,
      );
    }
  });

  test("every blank that can occur has its own row, counted or not", () => {
    const keys = scene.legend.blanks.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(BLANKS.filter((blank) => blank !== "unassessed")));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("the axis: classes touch, ticks are their bounds, every value lies on it", () => {
    const { classes, extent, ticks, values } = scene.legend;
    expect(classes[0]?.from).toBe(extent[0]);
    expect(classes.at(-1)?.to).toBe(extent[1]);
    for (const [index, { from }] of classes.slice(1).entries()) expect(classes[index]?.to).toBe(from);
    expect(ticks.map(({ value }) => value)).toEqual([extent[0], ...classes.map(({ to }) => to)]);
    for (const { value } of values) {
      expect(value).toBeGreaterThanOrEqual(extent[0]);
      // Only an open end may be passed, and it says so.
      if (!ticks.at(-1)?.label.endsWith("+")) expect(value).toBeLessThanOrEqual(extent[1]);
    }
  });

  test("the table falls, with what has no value at the end and said in words", () => {
    const numbers = scene.table.map(({ number }) => number);
    const known = numbers.filter((number) => number !== null);
    expect(numbers.slice(known.length).every((number) => number === null)).toBe(true);
    expect(known).toEqual(known.toSorted((a, b) => b - a));
    for (const { value } of scene.table) expect(value.length).toBeGreaterThan(0);
  });

  test("is plain data and the same every time", () => {
    expect(structuredClone(scene)).toEqual(scene);
    expect(JSON.parse(JSON.stringify({ ...scene, planes: [] }))).toEqual({ ...scene, planes: [] });
    expect(buildMapScene(sceneInput(id))).toEqual(scene);
  });
});

test("an end that is no natural limit is open: the last class and the last tick say so", () => {
  const poverty = buildMapScene(sceneInput("poverty")).legend;
  expect(poverty.classes.at(-1)?.label).toBe("từ 15");
  expect(poverty.ticks.at(-1)?.label).toBe("30+");
  const progress = buildMapScene(sceneInput("physical-progress")).legend;
  expect(progress.classes.at(-1)?.label).toBe("80–100");
  expect(progress.ticks.at(-1)?.label).toBe("100");
});

describe("what may be shown", () => {
  test.each(["full", "empty"])(
    "ids are unique, planes are known and in order, colours exist: %s",
    (which) => {
      const scene = buildMapScene(
        which === "full" ? everything({ selection: { type: "work", id: "T-01" } }) : emptyInput(),
      );
      const marks = marksOf(scene);
      expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
      const order = scene.planes.map(({ id }) => PLANE_ORDER.indexOf(id));
      expect(order).not.toContain(-1);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      const known = new Set<string>(Object.keys(COLORS));
      const tokens = JSON.stringify(scene).matchAll(/"(?:color|halo)":"([^"]+)"/g);
      for (const [, token] of tokens) expect(known).toContain(token);
    },
  );

  test("nothing known: no commune, no mark, and the legend still stands", () => {
    const scene = buildMapScene(emptyInput());
    expect(marksOf(scene)).toEqual([]);
    expect(scene.tray).toBeNull();
    expect(scene.legend.sum).toContain("= 0");
    expect(
      scene.layerLegends.filter(({ unavailable }) => unavailable === null).map(({ layer }) => layer),
    ).toEqual(["labels"]);
  });
});

describe.each(switchable)("the layer %s", (id) => {
  test("draws with data, and has rows, a title and a citation in its legend", () => {
    const on = buildMapScene(everything({ layers: [id] }));
    const off = buildMapScene(everything({ layers: [] }));
    expect(marksOf(on).length).toBeGreaterThan(marksOf(off).length);
    const legend = on.layerLegends.find(({ layer }) => layer === id)!;
    expect(legend.unavailable).toBeNull();
    expect(legend.on).toBe(true);
    expect(legend.rows.length).toBeGreaterThan(0);
    expect(legend.title.length).toBeGreaterThan(0);
    if (id !== "labels") expect(legend.citation).toMatch(/\S+\. \S+/);
  });

  test("without data draws nothing and says why", () => {
    const scene = buildMapScene({ ...emptyInput(), layers: [id] });
    expect(marksOf(scene)).toEqual([]);
    const legend = scene.layerLegends.find(({ layer }) => layer === id)!;
    if (id !== "labels") expect(legend.unavailable?.length).toBeGreaterThan(10);
  });

  test("belongs to its planes alone", () => {
    const planes = buildMapScene(everything({ layers: [id] })).planes.filter(
      ({ layer }) => layer !== "communes",
    );
    expect(new Set(planes.map(({ layer }) => layer))).toEqual(new Set([id]));
  });
});

test("defaults: works, hazard, unassessed ground and names are on; villages and events off", () => {
  expect(DEFAULT_LAYERS).toEqual(expect.arrayContaining(["works", "hazard", "unassessed", "labels"]));
  expect(DEFAULT_LAYERS).not.toContain("villages");
  expect(DEFAULT_LAYERS).not.toContain("events");
});

describe("the account of the works", () => {
  // Every subset of the layers would be 2⁸; what matters is each alone, all and none.
  test.each(
    [[], switchable, ...switchable.map((id) => [id])].map(
      (layers) => [layers.join("+") || "none", layers] as const,
    ),
  )("on the map + in the tray = in the register: %s", (_, layers) => {
    const { tray } = buildMapScene(everything({ layers }));
    expect(tray!.onMap + tray!.communeOnly.length + tray!.unknown.length).toBe(tray!.total);
    expect(tray!.total).toBe(REGISTER.works.length);
  });

  const scene = buildMapScene(everything());
  test("as many signs as the account says, and none for what has no place", () => {
    const signs = plane(scene, "works");
    expect(signs).toHaveLength(scene.tray!.onMap);
    for (const mark of signs)
      expect(mark.type === "work" && ["commune", "unknown"].includes(mark.locationClass)).toBe(false);
  });

  test("commune-only works are counted on their communes", () => {
    const counts = plane(scene, "counts").map((mark) =>
      mark.type === "count" ? Number(mark.text.slice(1)) : 0,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(scene.tray!.communeOnly.length);
  });

  test("a work that should have a place but has none lies in the tray, not on the map", () => {
    const works = REGISTER.works.map((work, index) =>
      index === REGISTER.works.findIndex(({ locationClass }) => locationClass === "exact")
        ? { ...work, point: null }
        : work,
    );
    const { tray } = buildMapScene(sceneInput("physical-progress", { register: { ...REGISTER, works } }));
    expect(tray!.unknown).toHaveLength(scene.tray!.unknown.length + 1);
    expect(tray!.onMap + tray!.communeOnly.length + tray!.unknown.length).toBe(97);
  });

  test("lines are drawn as lines, several communes as threads from their sign", () => {
    const lines = plane(scene, "work-lines").map(({ id }) => id);
    const of = (locationClass: string) =>
      REGISTER.works.filter((work) => work.locationClass === locationClass).map(({ workId }) => workId);
    expect(lines).toEqual(expect.arrayContaining(of("line").map((id) => `line-${id}`)));
    expect(lines).toEqual(expect.arrayContaining(of("several").map((id) => `threads-${id}`)));
  });

  test("the circle of a village is drawn for the selected work alone, at its true size", () => {
    expect(plane(scene, "work-lines").some(({ type }) => type === "ground-circle")).toBe(false);
    const village = REGISTER.works.find(({ locationClass }) => locationClass === "village")!;
    const circles = plane(
      buildMapScene(everything({ selection: { type: "work", id: village.workId } })),
      "work-lines",
    ).filter(({ type }) => type === "ground-circle");
    expect(circles).toMatchObject([{ radiusM: village.accuracyM, center: village.point }]);
  });
});

describe("what communes look like", () => {
  const scene = buildMapScene(sceneInput());
  test("a reported nothing has rings in the ramp's hue; what is unknown is grey; neither is a class", () => {
    expect(fillOf(scene, "Sơn Hải")).toEqual({ pattern: "zero", ramp: "progress" });
    expect(fillOf(scene, "Đồng Kỳ")).toEqual({ pattern: "blank", blank: "not-yet-due" });
    expect(fillOf(scene, "Nam Dương")).toEqual({ pattern: "blank", blank: "no-data" });
    expect(fillOf(scene, "Từ Sơn")).toEqual({ pattern: "blank", blank: "not-applicable" });
    expect(fillOf(scene, "An Lạc")).toMatchObject({ color: expect.stringMatching(/^progress-[0-4]$/) });
  });

  test("those of the Programme have ink outlines and bold names", () => {
    const names = plane(scene, "labels").filter((mark) => mark.type === "label");
    const bold = names.filter(({ weight }) => weight === 600).map(({ text }) => text);
    expect(bold.toSorted()).toEqual(programme.map(({ name }) => name).toSorted());
    const codes = new Set(programme.map(({ code }) => code));
    const { borders } = sceneInput().geometry;
    const inside = borders.filter(({ between }) => between.some((code) => codes.has(code)));
    const drawn = plane(scene, "commune-lines").map(
      (mark) => mark.type === "line" && [mark.stroke.color, mark.parts],
    );
    expect(drawn).toEqual([
      ["commune-line", borders.filter((border) => !inside.includes(border)).map(({ line }) => line)],
      ["programme-line", inside.map(({ line }) => line)],
    ]);
    expect(inside.length).toBeGreaterThan(19);
  });

  test("a texture is a ground only where it shows nowhere it is not meant", () => {
    const groundOf = (of: MapScene) => of.planes.find(({ id }) => id === "communes")!.ground ?? null;
    expect(groundOf(scene)?.fill).toEqual({ pattern: "blank", blank: "not-applicable" });
    // Unassessed ground lets through what lies beneath it.
    const hazard = buildMapScene(sceneInput("hazard-high"));
    expect(
      [...plane(hazard, "communes")].some(
        (mark) =>
          mark.type === "area" &&
          mark.fill !== null &&
          "pattern" in mark.fill &&
          mark.fill.pattern === "unassessed",
      ),
    ).toBe(true);
    expect(groundOf(hazard)).toBeNull();
    // A commune that is drawn and not in the register would take the others' texture.
    expect(
      groundOf(
        buildMapScene(
          sceneInput("physical-progress", {
            register: { ...REGISTER, communes: REGISTER.communes.slice(1) },
          }),
        ),
      ),
    ).toBeNull();
    // Every commune has a density: nothing to share.
    expect(groundOf(buildMapScene(sceneInput("population-density")))).toBeNull();
  });

  test("the map is fitted to the communes of the Programme, without any to the province", () => {
    const { frame } = scene;
    const all = buildMapScene(
      sceneInput("population-density", { register: { ...REGISTER, works: [], communeStatuses: [] } }),
    ).frame;
    expect(all[0]).toBeLessThan(frame[0]);
    expect(all[1]).toBeLessThan(frame[1]);
    for (const { bbox } of programme) {
      expect(bbox[0]).toBeGreaterThanOrEqual(frame[0]);
      expect(bbox[3]).toBeLessThanOrEqual(frame[3]);
    }
  });

  test("the selected commune has the accent outline on a halo, above the others; a wrong id selects nothing", () => {
    const selected = buildMapScene(
      sceneInput("physical-progress", { selection: { type: "commune", id: nameOf("An Lạc") } }),
    );
    expect(plane(selected, "selection")).toMatchObject([
      { stroke: { color: "accent", width: 3, casing: { color: "halo", width: 1.5 } } },
    ]);
    expect(PLANE_ORDER.indexOf("selection")).toBeGreaterThan(PLANE_ORDER.indexOf("province"));
    expect(
      plane(
        buildMapScene(sceneInput("physical-progress", { selection: { type: "commune", id: "99999" } })),
        "selection",
      ),
    ).toEqual([]);
  });

  test("every commune says its name and value", () => {
    for (const mark of plane(scene, "communes"))
      if (mark.subject !== null) expect(mark.name).toMatch(/^\p{Lu}.+: .+/u);
    const anLac = plane(scene, "communes").find(({ id }) => id === `commune-${nameOf("An Lạc")}`);
    expect(anLac?.name).toMatch(/^An Lạc: \d+,\d\u00a0%, bậc \d+–\d+$/);
  });
});

describe("hazard", () => {
  test("is hatched over a choropleth, never a second filled layer; the highest class is drawn last", () => {
    const zones = plane(buildMapScene(sceneInput()), "hazard");
    expect(zones.length).toBe(REGISTER.hazardZones.length);
    const classes = zones.flatMap((mark) =>
      mark.type === "area" && mark.fill !== null && "pattern" in mark.fill && mark.fill.pattern === "hazard"
        ? [mark.fill.hazardClass]
        : [],
    );
    expect(classes).toHaveLength(zones.length);
    expect(classes.at(-1)).toBe("very-high");
  });

  test("ground nobody assessed is marked on the communes of the Programme, and is never called safe", () => {
    const scene = buildMapScene(sceneInput());
    const whole = plane(scene, "unassessed").filter(({ id }) => id.startsWith("unassessed-"));
    expect(whole.map(({ id }) => id)).toContain(`unassessed-${nameOf("Xuân Lương")}`);
    expect(whole.map(({ id }) => id)).not.toContain(`unassessed-${nameOf("An Lạc")}`);
    const row = scene.layerLegends.find(({ layer }) => layer === "unassessed")?.rows[0];
    expect(row?.label).toContain("không phải an toàn");
  });

  test("events known by commune only are counted, not pinned", () => {
    const scene = buildMapScene(sceneInput("physical-progress", { layers: ["events"] }));
    expect(plane(scene, "events")).toHaveLength(4);
    const rows = scene.layerLegends.find(({ layer }) => layer === "events")!.rows;
    expect(rows.at(-1)?.label).toContain("1 sự kiện");
  });
});

describe("what is said of the map", () => {
  test.each(LOCALES)("%s: title, day, kind, boundary note and sources", (locale) => {
    const scene = buildMapScene(sceneInput("physical-progress", { locale }));
    const m = messagesFor(locale).scene;
    expect(scene.subtitle).toContain(locale === "vi" ? "10/10/2028" : "10\u00a0Oct\u00a02028");
    expect(scene.notes).toContain(m.boundaryNote);
    expect(scene.kind).toBe("illustrative");
    expect(scene.kindText).toBe(m.kindIllustrative);
    expect(scene.description).toContain(`${scene.tray?.onMap}`);
    expect(scene.description).toContain(scene.table[0]?.name);
  });

  test("one illustrative source makes the whole map illustrative; without it the map is what the rest is", () => {
    const official = buildMapScene(
      sceneInput("population-density", {
        register: { ...REGISTER, works: [], hazardZones: [], hazardAssessed: [], communeStatuses: [] },
        layers: ["labels"],
      }),
    );
    expect(official.kind).not.toBe("illustrative");
    expect(official.kindText).toContain(messagesFor("vi").domain[`kind.${official.kind}`]);
    expect(buildMapScene(sceneInput("population-density", { layers: ["works"] })).kind).toBe("illustrative");
  });

  test("no text is undefined, in either language", () => {
    for (const locale of LOCALES) {
      const texts = JSON.stringify({
        ...buildMapScene(everything({ messages: messagesFor(locale) })),
        planes: [],
      });
      expect(texts).not.toMatch(/undefined|NaN|null %|\[object/);
    }
  });
});
