import type { FeatureCollection } from "geojson";
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import { describe, expect, test } from "vitest";
import { patternScale } from "@/render/gl/images";
import { type Step, stepsBetween } from "@/render/gl/restyle";
import { MARK, sourceId, styleFor } from "@/render/gl/style";
import { buildMapScene } from "@/scene/buildScene";
import type { SceneInput } from "@/scene/context";
import { LAYERS } from "@/scene/layers";
import { emptyInput, programme, sceneInput } from "../fixtures/programme";

const BASES = { data: "https://map.test/data/", fonts: "https://map.test/fonts/" };
const everyLayer = LAYERS.map(({ id }) => id);
const style = (input: SceneInput, theme: "light" | "dark" = "light") =>
  styleFor(buildMapScene(input), theme, BASES);
const base = { ...sceneInput("physical-progress"), layers: everyLayer };
const COMMUNES = sourceId("communes", "areas");

/** A live map as far as steps are concerned; refuses what MapLibre refuses. */
function after(before: StyleSpecification, steps: readonly Step[]): StyleSpecification {
  let layers: readonly LayerSpecification[] = before.layers;
  const sources = { ...before.sources };
  const refuse = (reason: string) => {
    throw new Error(reason);
  };
  for (const step of steps) {
    switch (step.type) {
      case "remove-layer":
        if (layers.every(({ id }) => id !== step.id)) refuse(`no layer ${step.id}`);
        layers = layers.filter(({ id }) => id !== step.id);
        break;
      case "remove-source":
        if (layers.some((layer) => "source" in layer && layer.source === step.id))
          refuse(`${step.id} is in use`);
        delete sources[step.id];
        break;
      case "add-source":
        if (step.id in sources) refuse(`${step.id} is there already`);
        sources[step.id] = step.source;
        break;
      case "set-data":
        sources[step.id] = { ...sources[step.id], data: step.data } as (typeof sources)[string];
        break;
      case "update-data": {
        const source = sources[step.id] as { data: FeatureCollection };
        const features = source.data.features.map((feature) => {
          const change = step.update.find(({ id }) => id === feature.properties?.[MARK]);
          const changed = change?.addOrUpdateProperties?.map(({ key, value }) => [key, value]) ?? [];
          return { ...feature, properties: { ...feature.properties, ...Object.fromEntries(changed) } };
        });
        sources[step.id] = { ...source, data: { ...source.data, features } } as (typeof sources)[string];
        break;
      }
      case "add-layer": {
        if ("source" in step.layer && !((step.layer.source as string) in sources)) refuse("no such source");
        const at = step.before === null ? layers.length : layers.findIndex(({ id }) => id === step.before);
        if (at < 0 || layers.some(({ id }) => id === step.layer.id)) refuse(`no place for ${step.layer.id}`);
        layers = [...layers.slice(0, at), step.layer, ...layers.slice(at)];
        break;
      }
    }
  }
  return { ...before, layers: [...layers], sources };
}

const styles: Readonly<Record<string, StyleSpecification>> = {
  everything: style(base),
  dark: style(base, "dark"),
  poverty: style({ ...base, ...sceneInput("poverty"), layers: everyLayer }),
  "a commune selected": style({ ...base, selection: { type: "commune", id: programme[13]!.code } }),
  "a village selected": style({ ...base, selection: { type: "village", id: "V-3" } }),
  "a work selected": style({ ...base, selection: { type: "work", id: "T-04" } }),
  "no layers": style({ ...base, layers: [] }),
  "no data": style(emptyInput()),
};
const pairs = Object.keys(styles).flatMap((from) => Object.keys(styles).map((to) => [from, to] as const));

test.each(pairs)("from “%s” to “%s”: the steps lead there", (from, to) => {
  const reached = after(styles[from]!, stepsBetween(styles[from]!, styles[to]!));
  expect(reached.layers).toEqual(styles[to]!.layers);
  expect(reached.sources).toEqual(styles[to]!.sources);
});

test("from a style to its like there is nothing to do", () => {
  expect(stepsBetween(styles.everything!, style(base))).toEqual([]);
});

describe("an indicator switch", () => {
  const steps = stepsBetween(styles.everything!, styles.poverty!);
  test("sends colours, not boundaries", () => {
    const touching = steps.filter((step) => "id" in step && step.id === COMMUNES);
    expect(touching.map(({ type }) => type)).toEqual(["update-data"]);
    expect(JSON.stringify(touching)).not.toContain("coordinates");
  });
  test("leaves the works alone", () => {
    expect(steps.filter((step) => "id" in step && step.id.startsWith("works:"))).toEqual([]);
  });
});

test("works in another order are drawn anew: the last one is on top", () => {
  const before = styles.everything!;
  const id = sourceId("works", "points");
  const source = before.sources[id] as { data: FeatureCollection };
  const turned = { ...source, data: { ...source.data, features: source.data.features.toReversed() } };
  const next = { ...before, sources: { ...before.sources, [id]: turned } } as StyleSpecification;
  expect(stepsBetween(before, next)).toEqual([{ type: "set-data", id, data: turned.data }]);
});

test("a hatch is a constant of its layer, so that its size is not rounded", () => {
  const hatched = styles.everything!.layers.flatMap((layer) =>
    layer.type === "fill" && layer.paint?.["fill-pattern"] !== undefined ? [layer.paint["fill-pattern"]] : [],
  );
  expect(hatched.length).toBeGreaterThan(6);
  expect(hatched.every((pattern) => typeof pattern === "string")).toBe(true);
});

test.each([
  [7, 1],
  [8.5, Math.SQRT2],
  [10.999, 2 ** 0.999],
])("at zoom %d a pattern is stretched %d times", (zoom, scale) =>
  expect(patternScale(zoom)).toBeCloseTo(scale, 9),
);
