import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { barOf, bounded, HOME, type Standing, zoomedAt, zoomer } from "@/app/embed/zoom";
import { LOCALES, type Locale } from "@/i18n/locale";
import { metresPerPixel } from "@/scene/camera";
import { scaleBar } from "@/scene/scaleBar";
import { DEFAULT_EMBED_VIEW, type EmbedView } from "@/state/embedView";
import { LETTERINGS, NARROW_CROP } from "@/views/embed/EmbedMap";
import { EmbedPage } from "@/views/embed/EmbedPage";
import { embedModel } from "@/views/embed/embedModel";
import { code } from "../../fixtures/register";
import { shippedEmbed } from "../../views/embed/shipped";
import { BOX, openFrame } from "./frame";

const data = await shippedEmbed();
afterEach(() => vi.unstubAllGlobals());

const WIDTH = 800;
const HEIGHT = 430;
const MOST = 12;
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyStanding: fc.Arbitrary<Standing> = fc.record({
  k: number(0.01, 100),
  x: number(-1e5, 1e5),
  y: number(-1e5, 1e5),
});
const aStanding = anyStanding.map((standing) => bounded(standing, WIDTH, HEIGHT));
/** Where a point of the drawing is shown. */
const shownAt = ({ k, x, y }: Standing, [u, v]: readonly [number, number]) => [k * u + x, k * v + y] as const;

describe("where a drawing may stand", () => {
  it("it always fills its frame, never smaller than whole, never closer than twelve times", () => {
    fc.assert(
      fc.property(anyStanding, (asked) => {
        const kept = bounded(asked, WIDTH, HEIGHT);
        expect(kept.k).toBeGreaterThanOrEqual(1);
        expect(kept.k).toBeLessThanOrEqual(MOST);
        const [left, top] = shownAt(kept, [0, 0]);
        const [right, bottom] = shownAt(kept, [WIDTH, HEIGHT]);
        expect(left).toBeLessThanOrEqual(0);
        expect(top).toBeLessThanOrEqual(0);
        expect(right).toBeGreaterThanOrEqual(WIDTH - 1e-6);
        expect(bottom).toBeGreaterThanOrEqual(HEIGHT - 1e-6);
      }),
    );
  });
  it("what fills it already stays as it is, and whole is home", () => {
    fc.assert(
      fc.property(aStanding, (standing) => {
        expect(bounded(standing, WIDTH, HEIGHT)).toEqual(standing);
      }),
    );
    expect(bounded({ k: 0.5, x: 30, y: -9 }, WIDTH, HEIGHT)).toEqual({
      k: 1,
      x: expect.closeTo(0),
      y: expect.closeTo(0),
    });
    expect(bounded(HOME, WIDTH, HEIGHT)).toEqual({ ...HOME, x: expect.closeTo(0), y: expect.closeTo(0) });
  });
});

describe("zooming at a point", () => {
  const aPoint = fc.tuple(number(0, WIDTH), number(0, HEIGHT));
  it("keeps under the pointer what was there", () => {
    fc.assert(
      fc.property(aStanding, number(0.01, 100), aPoint, (before, factor, [px, py]) => {
        const after = zoomedAt(before, factor, px, py);
        const under = [(px - before.x) / before.k, (py - before.y) / before.k] as const;
        const [x, y] = shownAt(after, under);
        expect(Math.hypot(x - px, y - py)).toBeLessThan(1e-6);
        expect(after.k).toBeCloseTo(Math.min(MOST, Math.max(1, before.k * factor)), 9);
      }),
    );
  });
  it("closer never needs moving back into the frame: the pointer's place is kept for good", () => {
    fc.assert(
      fc.property(aStanding, number(1, 12), aPoint, (before, factor, [px, py]) => {
        const after = zoomedAt(before, factor, px, py);
        const kept = bounded(after, WIDTH, HEIGHT);
        for (const part of ["k", "x", "y"] as const) expect(kept[part]).toBeCloseTo(after[part], 6);
      }),
    );
  });
  it("and back by as much is where it was", () => {
    fc.assert(
      fc.property(number(1, 3), number(1.01, 4), aPoint, (k, factor, [px, py]) => {
        const before = bounded({ k, x: -20, y: -10 }, WIDTH, HEIGHT);
        const back = zoomedAt(zoomedAt(before, factor, px, py), 1 / factor, px, py);
        for (const part of ["k", "x", "y"] as const) expect(back[part]).toBeCloseTo(before[part], 6);
      }),
    );
  });
});

describe("the scale bar of the script", () => {
  it("is that of the drawing, at every zoom and latitude", () => {
    fc.assert(
      fc.property(number(1, 20), number(-60, 60), (zoom, latitude) => {
        const camera = { center: [106.5, latitude] as [number, number], zoom };
        const { metres, length } = scaleBar(camera, 120, "vi");
        const own = barOf(metresPerPixel(camera));
        expect(own.metres).toBe(metres);
        expect(own.length).toBeCloseTo(length, 9);
        expect(own.length).toBeLessThanOrEqual(120 + 1e-9);
        expect(own.length).toBeGreaterThan(120 / 2.5 - 1e-9);
      }),
    );
  });
});

/** A drawing in its frame with the names of the list beside it, moved by the script's own hand. */
function open(view: Partial<EmbedView>, locale: Locale = "vi") {
  const model = embedModel(data, { ...DEFAULT_EMBED_VIEW, ...view }, locale);
  const frame = openFrame(
    renderToStaticMarkup(
      <EmbedPage model={model} links={{ toPages: "", csv: null, mapScript: null, toRoot: "" }} />,
    ),
    { locale },
  );
  const names = frame.all("tr[data-at]").map((row) => {
    const [x = 0, y = 0] = (row.dataset.at ?? "").split(" ").map(Number);
    return { text: row.querySelector("th a")?.textContent ?? "", x, y };
  });
  return { ...frame, model, names, ...zoomer(frame.find(".embed__map"), names) };
}
const transformsOf = (elements: readonly Element[]) =>
  elements.map((element) => element.getAttribute("transform"));

describe("a drawing moved by its script", () => {
  const STANDING: Standing = { k: 2, x: -300, y: -120 };

  it("moves and scales every shape, and home takes all of it back", () => {
    const { find, all, show } = open({ indicator: "poverty" });
    const before = find("svg").outerHTML;
    show(STANDING);
    expect(new Set(transformsOf(all("[data-plane]")))).toEqual(new Set(["translate(-300 -120) scale(2)"]));
    expect(all("[data-plane]").length).toBeGreaterThan(3);
    show(HOME);
    const after = find("svg").outerHTML;
    const still = (html: string) =>
      html.replaceAll(' transform=""', "").replace('<g class="embed__names"></g>', "");
    expect(still(after)).toBe(still(before));
  });

  it("keeps patterns as fine as they were", () => {
    const { all, show } = open({ indicator: "physical-progress" });
    const scales = () =>
      all(".embed__map pattern").map((pattern) => pattern.getAttribute("patternTransform"));
    expect(new Set(scales())).toEqual(new Set(["scale(2)"]));
    show({ ...STANDING, k: 4 });
    expect(new Set(scales())).toEqual(new Set(["scale(0.5)"]));
  });

  it("names as many communes as have room, inside the frame and clear of each other", () => {
    const { all, show, names } = open({ indicator: "poverty" });
    show(STANDING);
    const placed = all<SVGTextElement>(".embed__names>text");
    expect(placed.length).toBeGreaterThan(5);
    expect(placed.length).toBeLessThan(names.length);
    const boxes = placed.map((text) => ({ text: text.textContent, ...text.getBBox() }));
    for (const [index, one] of boxes.entries()) {
      const place = names.find(({ text }) => text === one.text)!;
      const [x, y] = shownAt(STANDING, [place.x, place.y]);
      expect(one.x + one.width / 2).toBeCloseTo(x, 6);
      expect(x >= 0 && y >= 0 && x <= WIDTH && y <= HEIGHT, `${one.text}`).toBe(true);
      for (const other of boxes.slice(index + 1))
        expect(
          one.x + one.width < other.x ||
            other.x + other.width < one.x ||
            one.y + one.height < other.y ||
            other.y + other.height < one.y,
          `${one.text} over ${other.text}`,
        ).toBe(true);
    }
    // The prepared names are of another view.
    expect(all("[data-names]>text").every((text) => text.hasAttribute("hidden"))).toBe(true);
    show(HOME);
    expect(all(".embed__names>text")).toEqual([]);
    expect(all("[data-names]>text").some((text) => text.hasAttribute("hidden"))).toBe(false);
  });

  it("gives the earlier of two names the room: the list is in the order of the map", () => {
    const { show, all } = open({ indicator: "poverty" });
    const box = document.querySelector<HTMLElement>(".embed__map")!;
    const own = zoomer(box, [
      { text: "Một", x: 200, y: 100 },
      { text: "Hai", x: 201, y: 100 },
      { text: "Ngoài", x: 10, y: 10 },
    ]);
    show(HOME);
    own.show(STANDING);
    expect(all(".embed__names>text").map((text) => text.textContent)).toEqual(["Một"]);
  });

  it("hides the inset, which would cover a part of the map", () => {
    const { find, show } = open({ indicator: "poverty" });
    show(STANDING);
    expect(find("[data-inset]").hasAttribute("hidden")).toBe(true);
    show(HOME);
    expect(find("[data-inset]").hasAttribute("hidden")).toBe(false);
  });

  it("moves signs with their ground, and never scales them", () => {
    const { all, show, model } = open({ place: code("07654") });
    show({ k: 3, x: -150, y: -90 });
    for (const [index, { id, width }] of LETTERINGS.entries()) {
      const signs = all<SVGGElement>(`.embed__${id} [data-signs]>[data-at]`);
      expect(signs.length, String(index)).toBeGreaterThan(5);
      const px = width / model.size.width;
      for (const sign of signs) {
        const [x = 0, y = 0] = (sign.dataset.at ?? "").split(" ").map(Number);
        const [dx = 0, dy = 0] = (sign.getAttribute("transform") ?? "").match(/-?[\d.]+/g)!.map(Number);
        expect(sign.getAttribute("transform")).not.toContain("scale");
        // At x px of the frame stood the point x/px of the drawing.
        const [toX, toY] = shownAt({ k: 3, x: -150, y: -90 }, [x / px, y / px]);
        expect(Math.hypot((x + dx) / px - toX, (y + dy) / px - toY)).toBeLessThan(0.5);
      }
    }
  });

  it.each(LOCALES)("says how far a px reaches, as the drawing would at that zoom (%s)", (locale) => {
    for (const view of [{ indicator: "poverty" }, { place: code("07654") }] as const) {
      const { all, show, model } = open(view, locale);
      const said = () =>
        all("[data-scale]").map((bar) => bar.querySelector("text+text")?.textContent?.replace(/\s/g, " "));
      const expected = (k: number) =>
        LETTERINGS.map(({ id, width }) => {
          const crop = id === "narrow" && model.commune === null ? NARROW_CROP : 1;
          const zoom = model.camera.zoom + Math.log2((k * crop * width) / model.size.width);
          return scaleBar({ ...model.camera, zoom }, 120, locale).text.replace(/\s/g, " ");
        });
      const prepared = said();
      expect(prepared).toEqual(expected(1));
      for (const k of [1.6, 2.56, 5, 11.9]) {
        show({ k, x: 0, y: 0 });
        expect(said(), `${k}`).toEqual(expected(k));
        for (const bar of all("[data-scale]")) {
          const length = Number(/h([\d.]+)/.exec(bar.querySelector("path")?.getAttribute("d") ?? "")?.[1]);
          expect(Number(bar.querySelector("text+text")?.getAttribute("x"))).toBeCloseTo(length + 1, 6);
        }
      }
      show(HOME);
      expect(said()).toEqual(prepared);
      vi.unstubAllGlobals();
    }
  });

  it("says it of another map in its place too: in px of the frame as it is, not as it was lettered for", () => {
    const { all, measure, model } = open({ indicator: "poverty" });
    for (const metres of [3, 7, 40, 95, 140, 380]) {
      measure(metres);
      for (const [index, { id, width }] of LETTERINGS.entries()) {
        const bar = all("[data-scale]")[index]!;
        const crop = id === "narrow" ? NARROW_CROP : 1;
        // A unit of the bar is so many px of this frame.
        const px = BOX.width / model.size.width / ((crop * width) / model.size.width);
        const expected = barOf(metres * px);
        const text =
          expected.metres < 1000
            ? `${expected.metres} m`
            : `${(expected.metres / 1000).toLocaleString("vi")} km`;
        expect(bar.querySelector("text+text")?.textContent?.replace(/\s/g, " ")).toBe(text);
        const length = Number(/h([\d.]+)/.exec(bar.querySelector("path")?.getAttribute("d") ?? "")?.[1]);
        // The camera's scale is rounded in the markup.
        expect(Math.abs(length / expected.length - 1)).toBeLessThan(0.01);
      }
    }
  });

  it("without a drawing does nothing, and breaks nothing", () => {
    openFrame('<div class="embed__map"></div>');
    const { show, measure } = zoomer(document.querySelector(".embed__map")!, []);
    show(STANDING);
    measure(10);
    expect(document.querySelector(".embed__map")?.innerHTML).toBe("");
  });
});
