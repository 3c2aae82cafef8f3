import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { geoArea, geoDistance } from "d3";
import type { Feature, Polygon } from "geojson";
import { describe, expect, test } from "vitest";
import { INDICATORS } from "@/indicators";
import { groundCircle, kindsOf, planeFeatures, subjectFromText, subjectText } from "@/render/gl/features";
import { picturesOf } from "@/render/gl/images";
import { LABELS, SHAPES_MAX_ZOOM, sourceId, styleFor } from "@/render/gl/style";
import { buildMapScene } from "@/scene/buildScene";
import { LAYERS } from "@/scene/layers";
import { COLORS } from "@/scene/palette";
import { patternKey } from "@/scene/patterns";
import { emptyInput, sceneInput } from "../fixtures/programme";

const BASES = { data: "https://map.test/data/", fonts: "https://map.test/fonts/" };
const everyLayer = LAYERS.map(({ id }) => id);
const scene = buildMapScene({ ...sceneInput("physical-progress"), layers: everyLayer });
const hexes = new Set(Object.values(COLORS).flatMap(({ light, dark }) => [light, dark]));

describe.each(INDICATORS.map(({ id }) => id))("the style of %s", (id) => {
  test.each(["light", "dark"] as const)("is valid in the %s theme", (theme) => {
    const style = styleFor(buildMapScene({ ...sceneInput(id), layers: everyLayer }), theme, BASES);
    // The published validator does not know font-faces yet; everything else must pass.
    const { "font-faces": _, ...known } = style as typeof style & { "font-faces"?: unknown };
    expect(validateStyleMin(known as typeof style).map(({ message }) => message)).toEqual([]);
  });
});

describe("the style", () => {
  const style = styleFor(scene, "light", BASES);
  const ids = style.layers.map((layer) => layer.id);

  test("draws every plane that holds marks, in the scene's order, names last", () => {
    const drawn = scene.planes.filter((plane) => kindsOf(plane).length > 0).map(({ id }) => id);
    expect(drawn.length).toBeGreaterThan(8);
    const first = drawn.map((plane) => ids.findIndex((id) => id.startsWith(`${plane}:`)));
    expect(first.every((index) => index > 0)).toBe(true);
    expect(first).toEqual(first.toSorted((a, b) => a - b));
    expect(ids.slice(-2).every((id) => id.startsWith(`${LABELS}:`))).toBe(true);
  });
  test("has one feature a mark: nothing is lost on the way to the map", () => {
    for (const plane of scene.planes) {
      const features = kindsOf(plane).flatMap((kind) => planeFeatures(plane, kind, "light").features);
      const marks = plane.marks.filter(({ type }) => type !== "label" && type !== "image");
      expect([plane.id, features.length]).toEqual([plane.id, marks.length]);
    }
  });
  test("names a picture for every icon and hatch", () => {
    const pictures = picturesOf(scene);
    for (const plane of scene.planes)
      for (const kind of kindsOf(plane))
        for (const { properties } of planeFeatures(plane, kind, "light").features)
          for (const key of ["pattern", "icon", "iconDot", "iconS", "iconM"])
            if (typeof properties?.[key] === "string") expect(pictures.has(properties[key])).toBe(true);
  });
  test("colours come from the palette, and the dark ones differ", () => {
    const colours = (theme: "light" | "dark") =>
      scene.planes.flatMap((plane) =>
        kindsOf(plane).flatMap((kind) =>
          planeFeatures(plane, kind, theme).features.flatMap(({ properties }) => properties?.color ?? []),
        ),
      );
    expect(colours("light").every((color) => hexes.has(color))).toBe(true);
    expect(colours("dark")).not.toEqual(colours("light"));
  });
  test("fonts and pictures come from the given folders and nowhere else", () => {
    const urls = JSON.stringify(style).match(/https?:[^"]+/g) ?? [];
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !url.startsWith(BASES.data) && !url.startsWith(BASES.fonts))).toEqual([]);
    expect(style).not.toHaveProperty("glyphs");
  });
  test("a register without rows still gives a style", () => {
    const bare = styleFor(buildMapScene(emptyInput()), "light", BASES);
    expect(bare.layers[0]?.id).toBe("ground");
  });
});

describe("communes", () => {
  const plane = scene.planes.find(({ id }) => id === "communes")!;
  // What stands for no commune (the land beneath) is not asked about.
  const features = planeFeatures(plane, "areas", "light").features.filter(
    ({ properties }) => properties?.subject !== null,
  );
  test("are 99, each with a colour or a pattern, never both or neither", () => {
    expect(features).toHaveLength(99);
    for (const { properties } of features)
      expect([properties?.color !== null, properties?.pattern !== null].filter(Boolean)).toHaveLength(1);
  });
  test("a blank is a pattern, never a colour", () => {
    const blanks = plane.marks.flatMap((mark) =>
      mark.type === "area" && mark.subject !== null && mark.fill !== null && "pattern" in mark.fill
        ? [patternKey(mark.fill)]
        : [],
    );
    expect(features.flatMap(({ properties }) => properties?.pattern ?? [])).toEqual(blanks);
  });
  test("stand under the id their source has in the style", () => {
    expect(styleFor(scene, "light", BASES).sources).toHaveProperty([sourceId("communes", "areas")]);
  });
});

describe("subjects", () => {
  test.each(["commune:07654", "work:MH-001", "village:MH-TH-0001", "zone:Z:1", "event:SK-01"])(
    "%s survives the way to a feature and back",
    (text) => {
      expect(subjectText(subjectFromText(text))).toBe(text);
    },
  );
  test.each([null, undefined, "", "sea:1", 7])("%s stands for nothing", (text) =>
    expect(subjectFromText(text)).toBeNull(),
  );
});

test("a circle on the ground has its radius in every direction, and is no hole", () => {
  const centre: [number, number] = [106.8, 21.35];
  const circle = groundCircle(centre, 900) as Polygon;
  for (const point of circle.coordinates[0]!)
    expect(geoDistance(centre, point as [number, number]) * 6_371_008.8).toBeCloseTo(900, 1);
  const feature: Feature<Polygon> = {
    type: "Feature",
    properties: {},
    geometry: { type: "Polygon", coordinates: [circle.coordinates[0]!.toReversed()] },
  };
  expect(Math.min(geoArea(circle), geoArea(feature))).toBeLessThan(1e-6);
});

describe("what a frame costs", () => {
  const style = styleFor(scene, "light", BASES);
  const sources = Object.entries(style.sources);

  test("cuts shapes into tiles no finer than their own accuracy asks for", () => {
    const cell = (40_075_017 * Math.cos((21.3 * Math.PI) / 180)) / 2 ** SHAPES_MAX_ZOOM / 8192;
    expect(cell / 2).toBeLessThan(5);
    for (const [id, source] of sources)
      if (/:(areas|lines)$/.test(id)) expect(source, id).toMatchObject({ maxzoom: SHAPES_MAX_ZOOM });
  });

  test("leaves points where they are", () => {
    for (const [id, source] of sources)
      if (/:points$/.test(id)) expect(source, id).not.toHaveProperty("maxzoom");
    expect(sources.some(([id]) => id.endsWith(":points"))).toBe(true);
  });

  test("draws no edge of a filling beside the stroke that has a layer of its own", () => {
    const fills = style.layers.filter((layer) => layer.type === "fill");
    expect(fills.length).toBeGreaterThan(3);
    for (const { id, paint } of fills) expect(paint?.["fill-antialias"], id).toBe(false);
  });
});
