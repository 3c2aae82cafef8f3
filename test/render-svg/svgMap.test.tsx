import { brotliCompressSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { CommuneCode } from "@/domain/commune";
import { LocatorDrawing } from "@/render/svg/LocatorDrawing";
import { pathWriter } from "@/render/svg/paths";
import { renderSceneToSvg } from "@/render/svg/renderSceneToSvg";
import { SvgMap } from "@/render/svg/SvgMap";
import { buildMapScene } from "@/scene/buildScene";
import { fitCamera, projector } from "@/scene/camera";
import { LAYERS } from "@/scene/layers";
import type { Camera, MapScene } from "@/scene/scene";
import { emptyInput, locator, REFERENCE, REGISTER, sceneInput } from "../fixtures/programme";

const SIZE = { width: 746, height: 730 };
const layers = LAYERS.filter(({ fixed }) => !fixed).map(({ id }) => id);
const input = sceneInput("physical-progress", { layers, selection: { type: "commune", id: "07654" } });
const scene = buildMapScene({ ...input, geometry: { ...input.geometry, reference: REFERENCE } });
const camera = fitCamera(scene.frame, SIZE.width, SIZE.height);
const draw = (of: MapScene, view: Camera = camera) =>
  renderToStaticMarkup(<SvgMap scene={of} camera={view} {...SIZE} />);
const markup = draw(scene);

describe("the drawing", () => {
  test("has one element for every commune, placed work, village with a place, zone and event", () => {
    const subjects = new Set([...markup.matchAll(/data-subject="([^"]+)"/g)].map(([, subject]) => subject));
    const count = (type: string) => [...subjects].filter((subject) => subject?.startsWith(`${type}:`)).length;
    expect(count("commune")).toBe(99);
    expect(count("work")).toBe(scene.tray!.onMap);
    expect(count("village")).toBe(REGISTER.villages.filter(({ point }) => point !== null).length);
    expect(count("zone")).toBe(REGISTER.hazardZones.length);
    expect(count("event")).toBe(4);
  });

  test("every plane is there, in the scene's order", () => {
    expect([...markup.matchAll(/data-plane="([^"]+)"/g)].map(([, id]) => id)).toEqual(
      scene.planes.map(({ id }) => id),
    );
  });

  test("has no style attribute, no NaN, and every reference has its definition exactly once", () => {
    expect(markup).not.toMatch(/\sstyle=|NaN|undefined|Infinity/);
    const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of markup.matchAll(/(?:href="#|url\(#)([^")]+)/g)) expect(ids).toContain(id);
  });

  test("the texture most communes have is drawn once, under them all, and each is still hit", () => {
    const { ground, marks } = scene.planes.find(({ id }) => id === "communes")!;
    const same = marks.filter(
      (mark) => mark.type === "area" && JSON.stringify(mark.fill) === JSON.stringify(ground?.fill),
    );
    expect(same.length).toBeGreaterThan(50);
    const communes = /<g data-plane="communes"[\s\S]*?<g data-plane/.exec(markup)?.[0] ?? "";
    expect(communes.match(/fill="url\(#m-blank-not-applicable\)"/g)).toHaveLength(1);
    expect(communes.match(/fill="none" pointer-events="all"/g)).toHaveLength(same.length);
    // Below the first commune, above the land.
    const order = ["var(--c-land)", "m-blank-not-applicable", 'data-subject="commune'].map((part) =>
      communes.indexOf(part),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThanOrEqual(0);
  });

  test("colours are the page's, so that a theme is a matter of style sheets", () => {
    expect(markup).not.toMatch(/(?:fill|stroke)="#/);
    expect(markup).toContain('fill="var(--c-progress-');
  });

  test("names have a halo below their letters", () => {
    const names = markup.slice(markup.lastIndexOf("<g text-anchor"));
    expect(names).toMatch(/^<g text-anchor="middle"[^>]*paint-order="stroke"[^>]*stroke-width="3"/);
    for (const [text] of names.matchAll(/<text [^>]*>/g)) expect(text).toMatch(/stroke="var\(--c-[^"]+"/);
  });

  test("several maps in one document keep their ids apart", () => {
    const other = renderToStaticMarkup(<SvgMap scene={scene} camera={camera} {...SIZE} idPrefix="other-" />);
    const idsOf = (text: string) => [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(idsOf(other).filter((id) => idsOf(markup).includes(id))).toEqual([]);
  });

  test("nothing known draws an empty map, not an error", () => {
    const empty = draw(buildMapScene(emptyInput()), fitCamera([105.8, 20.9, 107.1, 21.7], 400, 300));
    expect(empty).toMatch(/^<svg /);
    expect(empty).not.toMatch(/NaN/);
  });

  test("is the same every time", () => expect(draw(scene)).toBe(markup));

  test("the page's part of the budget: at most 33 kB with Brotli", () => {
    const page = draw(
      buildMapScene(sceneInput()),
      fitCamera([105.88, 20.97, 107.03, 21.63], SIZE.width, SIZE.height),
    );
    expect(brotliCompressSync(page).length).toBeLessThan(33_000);
  });
});

describe("paths", () => {
  const geometry = input.geometry.communes.get("07654" as CommuneCode)!;

  /** The corners of a ring of relative moves. */
  const cornersOf = (d: string): [number, number][] => {
    const [start, moves = ""] = d.slice(1).split("l");
    let [x, y] = start!.split(" ").map(Number) as [number, number];
    const steps = (moves.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const corners: [number, number][] = [[x, y]];
    for (let index = 0; index < steps.length; index += 2) {
      x += steps[index]!;
      y += steps[index + 1]!;
      corners.push([x, y]);
    }
    return corners;
  };
  const fromSegment = (
    [x, y]: readonly [number, number],
    [ax, ay]: [number, number],
    [bx, by]: [number, number],
  ) => {
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const share =
      length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
  };

  test("follow the boundary to the rounding of a pixel, without drifting", () => {
    const project = projector(camera, SIZE.width, SIZE.height);
    const drawn = cornersOf(pathWriter(camera, SIZE.width, SIZE.height).area(geometry).replace("z", ""));
    const closed = [...drawn, drawn[0]!];
    const ring = (geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates[0]!)[0]!;
    for (const [lon, lat] of ring) {
      const place = project([lon!, lat!]);
      const nearest = Math.min(
        ...closed.slice(1).map((corner, index) => fromSegment(place, closed[index]!, corner)),
      );
      expect(nearest).toBeLessThanOrEqual(Math.SQRT1_2 + 1e-9);
    }
    expect(drawn.length).toBeLessThan(ring.length);
  });

  test("are closed, and nothing is drawn twice in a row", () => {
    const d = pathWriter(camera, SIZE.width, SIZE.height).area(geometry);
    expect(d.endsWith("z")).toBe(true);
    const points = cornersOf(d.slice(0, -1));
    for (const [index, point] of points.slice(1).entries()) expect(point).not.toEqual(points[index]);
  });

  test("are written once per camera: another indicator repaints and rewrites nothing", () => {
    const writer = pathWriter(camera, SIZE.width, SIZE.height);
    expect(pathWriter({ ...camera }, SIZE.width, SIZE.height)).toBe(writer);
    // The inset and a second map in between do not push it out.
    pathWriter({ ...camera, zoom: 3 }, 96, 134);
    expect(pathWriter(camera, SIZE.width, SIZE.height)).toBe(writer);
    const paths = (text: string) => [...text.matchAll(/ d="(M[^"]{200,})"/g)].map(([, d]) => d);
    const poverty = buildMapScene(sceneInput("poverty"));
    const progress = buildMapScene(sceneInput("physical-progress"));
    expect(paths(draw(poverty))).toEqual(paths(draw(progress)));
  });

  test("an empty line and a point that stays in place are no error", () => {
    const writer = pathWriter(camera, SIZE.width, SIZE.height);
    expect(writer.line([[]])).toBe("");
    expect(
      writer.line([
        [
          [106.5, 21.3],
          [106.5, 21.3],
        ],
      ]),
    ).toMatch(/^M[-\d. ]+$/);
  });
});

describe("the inset", () => {
  const inset = renderToStaticMarkup(<LocatorDrawing locator={locator} label="Vị trí" />);
  test("names both archipelagos, in short and in full", () => {
    expect(inset).toMatch(/<title>Quần đảo Hoàng Sa \(TP\. Đà Nẵng\)<\/title>Hoàng Sa</);
    expect(inset).toMatch(/<title>Quần đảo Trường Sa \(tỉnh Khánh Hòa\)<\/title>Trường Sa</);
  });
  test("draws the islands of both at 1,7 px at least, inside the inset", () => {
    const islands = [...inset.matchAll(/<path d="((?:M[-\d.]+ [-\d.]+h0)+)"[^>]*stroke-width="1.7"/g)];
    expect(islands).toHaveLength(2);
    for (const [, d] of islands) {
      const places = [...d!.matchAll(/M([-\d.]+) ([-\d.]+)h0/g)];
      expect(places.length).toBeGreaterThan(8);
      for (const [, x, y] of places) {
        expect(Number(x)).toBeGreaterThan(1);
        expect(Number(x)).toBeLessThan(95);
        expect(Number(y)).toBeGreaterThan(1);
        expect(Number(y)).toBeLessThan(133);
      }
    }
  });
  test("marks the province", () => expect(inset).toMatch(/<circle [^>]*stroke="var\(--c-accent\)"/));
});

describe("a file", () => {
  const options = { ...SIZE, theme: "light" as const, locale: "vi" as const, locator };
  const file = renderSceneToSvg(scene, options);
  test("stands alone: namespace, size, hex colours, no reference to a page", () => {
    expect(file).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="746" height="730"/);
    expect(file).not.toContain("var(");
    expect(file).not.toMatch(/\sstyle=/);
  });
  test("every map of the province has its scale and both archipelagos", () => {
    expect(file).toMatch(/10\u00a0km/);
    expect(file).toContain("Hoàng Sa");
    expect(file).toContain("Trường Sa");
  });
  test("of one commune holds its neighbours and nothing far away", () => {
    const near = renderSceneToSvg(scene, { ...options, frame: [106.86, 21.27, 107.02, 21.37] });
    const communes = [...near.matchAll(/data-subject="commune:(\d+)"/g)].map(([, code]) => code);
    expect(communes).toEqual(expect.arrayContaining(["07654", "07621", "07672"]));
    expect(communes).not.toContain("09367");
    expect(near.length).toBeLessThan(file.length / 2);
  });
  test("themes differ in colours only", () => {
    const dark = renderSceneToSvg(scene, { ...options, theme: "dark" });
    const plain = (text: string) => text.replace(/#[0-9a-f]{6}/g, "#");
    expect(dark).not.toBe(file);
    expect(plain(dark)).toBe(plain(file));
  });
});
