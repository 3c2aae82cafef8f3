import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { SvgMap, SvgSigns, withoutSigns } from "@/render/svg/SvgMap";
import { buildMapScene } from "@/scene/buildScene";
import { fitCamera, projector } from "@/scene/camera";
import { LAYERS } from "@/scene/layers";
import { sceneInput } from "../fixtures/programme";

const SIZE = { width: 400, height: 288 };
const layers = LAYERS.filter(({ fixed }) => !fixed).map(({ id }) => id);
const scene = buildMapScene(sceneInput("physical-progress", { layers }));
const camera = fitCamera(scene.frame, SIZE.width, SIZE.height);
const SIGNS = ["work", "count", "event", "dot"];
const signs = scene.planes.flatMap(({ marks }) => marks.filter(({ type }) => SIGNS.includes(type)));
const drawn = renderToStaticMarkup(<SvgSigns scene={scene} camera={camera} {...SIZE} idPrefix="s" />);
const without = withoutSigns(scene);

describe("shapes and signs apart", () => {
  test("hold together every mark once: nothing is in both, nothing is lost", () => {
    const rest = without.planes.flatMap(({ marks }) => marks.map(({ id }) => id));
    const all = scene.planes.flatMap(({ marks }) => marks.map(({ id }) => id));
    expect(signs.length).toBeGreaterThan(80);
    expect([...rest, ...signs.map(({ id }) => id)].toSorted()).toEqual(all.toSorted());
    expect(without.planes.map(({ id }) => id)).toEqual(scene.planes.map(({ id }) => id));
    // Names are letters, not signs; circles of accuracy lie on the ground.
    const types = new Set(without.planes.flatMap(({ marks }) => marks.map(({ type }) => type)));
    expect(types).toContain("label");
    expect(types).toContain("area");
  });

  test("every sign stands in a group of its own, with its place in px", () => {
    const places = [...drawn.matchAll(/<g data-at="(-?[\d.]+) (-?[\d.]+)">/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(places).toHaveLength(signs.length);
    const project = projector(camera, SIZE.width, SIZE.height);
    for (const [index, mark] of signs.entries()) {
      if (!("point" in mark)) throw new Error(`${mark.id} has no place`);
      const [x, y] = project(mark.point);
      expect(Math.hypot(x - (places[index]?.[0] ?? 0), y - (places[index]?.[1] ?? 0)), mark.id).toBeLessThan(
        0.1,
      );
    }
  });

  test("together they draw what the whole map draws: the same signs, with the same subjects", () => {
    const whole = renderToStaticMarkup(<SvgMap scene={scene} camera={camera} {...SIZE} idPrefix="s" />);
    const shapes = renderToStaticMarkup(<SvgMap scene={without} camera={camera} {...SIZE} idPrefix="s" />);
    const subjects = (svg: string) =>
      [...svg.matchAll(/data-subject="([^"]+)"/g)].map(([, subject]) => subject ?? "");
    expect([...subjects(shapes), ...subjects(drawn)].toSorted()).toEqual(subjects(whole).toSorted());
    const uses = (svg: string) =>
      [...svg.matchAll(/<use [^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(" x="));
    expect(uses(drawn)).toEqual(uses(whole));
    expect(uses(shapes)).toEqual([]);
  });

  test("a set of signs brings the pictures it refers to, under names of its own", () => {
    const ids = [...drawn.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith("s"))).toBe(true);
    for (const [, id = ""] of drawn.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
    expect(renderToStaticMarkup(<SvgSigns scene={without} camera={camera} {...SIZE} idPrefix="s" />)).toBe(
      "<defs></defs>",
    );
  });
});

describe("a texture of a drawing that is shown smaller than it is drawn", () => {
  const patterns = (scale?: number) =>
    [
      ...renderToStaticMarkup(
        <SvgMap
          scene={scene}
          camera={camera}
          {...SIZE}
          {...(scale === undefined ? {} : { patternScale: scale })}
        />,
      ).matchAll(/<pattern [^>]*>/g),
    ].map(([tag]) => tag);
  test("is drawn that much larger, every one of them; without a scale nothing is said", () => {
    expect(patterns().length).toBeGreaterThan(3);
    expect(patterns().filter((tag) => tag.includes("patternTransform"))).toEqual([]);
    expect(patterns(2).every((tag) => tag.includes('patternTransform="scale(2)"'))).toBe(true);
    expect(patterns(2).map((tag) => tag.replace(' patternTransform="scale(2)"', ""))).toEqual(patterns());
  });
});
