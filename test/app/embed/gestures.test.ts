import { afterEach, describe, expect, it, vi } from "vitest";
import { gestures, STEP } from "@/app/embed/gestures";
import type { Standing } from "@/app/embed/zoom";
import { BOX, openFrame } from "./frame";

afterEach(() => vi.unstubAllGlobals());

const WIDTH = 700;
const HEIGHT = 400;
/** Units of the drawing a CSS px is worth. */
const UNIT = WIDTH / BOX.width;
const LINE = '<p id="around"></p><div class="embed__map"><svg viewBox="0 0 700 400"></svg></div>';

function open() {
  const frame = openFrame(LINE);
  const box = frame.find(".embed__map");
  const shown: Standing[] = [];
  const hints: string[] = [];
  const handles = gestures(
    box,
    (standing) => shown.push(standing),
    (which) => hints.push(which),
  );
  const fire = (type: string, properties: object = {}, target: EventTarget | "window" = box) =>
    frame.fire(target, type, properties);
  return { ...frame, ...handles, box, shown, hints, fire, now: () => shown.at(-1) ?? { k: 1, x: 0, y: 0 } };
}
/** A finger, or several, in CSS px of the page. */
const fingers = (...at: readonly (readonly [number, number])[]) => ({
  touches: at.map(([clientX, clientY]) => ({ clientX, clientY })),
});
/** What of the drawing is under a place of the page. */
const under = ({ k, x, y }: Standing, [clientX, clientY]: readonly [number, number]) =>
  [((clientX - BOX.left) * UNIT - x) / k, ((clientY - BOX.top) * UNIT - y) / k] as const;
const closeTo = (a: readonly number[], b: readonly number[]) => {
  for (const [index, value] of a.entries()) expect(value).toBeCloseTo(b[index] ?? Number.NaN, 6);
};

describe("the wheel", () => {
  it("alone scrolls the page around the frame: nothing is prevented, nothing moves, and somebody is told how", () => {
    const { fire, shown, hints } = open();
    const event = fire("wheel", { deltaY: 100, clientX: 60, clientY: 60 });
    expect(event.defaultPrevented).toBe(false);
    expect(shown).toEqual([]);
    expect(hints).toEqual(["wheel"]);
  });

  it.each(["ctrlKey", "metaKey"])("with %s zooms at the pointer, and the page stays", (key) => {
    const { fire, now, hints } = open();
    const at = [135, 95] as const;
    const before = under(now(), at);
    const event = fire("wheel", { deltaY: -300, clientX: at[0], clientY: at[1], [key]: true });
    expect(event.defaultPrevented).toBe(true);
    expect(now().k).toBeGreaterThan(1.5);
    closeTo(under(now(), at), before);
    expect(hints).toEqual([]);
    fire("wheel", { deltaY: 3000, clientX: at[0], clientY: at[1], [key]: true });
    expect(now()).toEqual({ k: 1, x: expect.closeTo(0), y: expect.closeTo(0) });
  });

  it("over the page around is none of the map's business", () => {
    const { fire, find, shown } = open();
    expect(fire("wheel", { deltaY: 9, ctrlKey: true }, find("#around")).defaultPrevented).toBe(false);
    expect(shown).toEqual([]);
  });
});

describe("fingers", () => {
  it("one scrolls the page: nothing is prevented and the map stays where it is", () => {
    const { fire, shown, hints } = open();
    fire("touchstart", fingers([100, 100]));
    const event = fire("touchmove", fingers([100, 60]));
    expect(event.defaultPrevented).toBe(false);
    expect(shown).toEqual([]);
    // Over the whole map one finger does what it does everywhere: no word about it.
    expect(hints).toEqual([]);
  });

  it("one on a map that was zoomed scrolls the page too, and is told of two", () => {
    const { fire, shown, hints, zoom } = open();
    zoom(3);
    const count = shown.length;
    fire("touchstart", fingers([100, 100]));
    expect(fire("touchmove", fingers([100, 60])).defaultPrevented).toBe(false);
    expect(shown).toHaveLength(count);
    expect(hints).toEqual(["fingers"]);
  });

  it("two move and zoom the map, and hold what is between them", () => {
    const { fire, now } = open();
    fire("touchstart", fingers([100, 100], [140, 100]));
    const held = under(now(), [120, 100]);
    const event = fire("touchmove", fingers([80, 110], [180, 110]));
    expect(event.defaultPrevented).toBe(true);
    expect(now().k).toBeCloseTo(100 / 40, 6);
    closeTo(under(now(), [130, 110]), held);
    // Together, without turning: the map goes along.
    const along = under(now(), [130, 110]);
    fire("touchmove", fingers([90, 115], [190, 115]));
    expect(now().k).toBeCloseTo(100 / 40, 6);
    closeTo(under(now(), [140, 115]), along);
  });

  it("a second finger that comes later starts anew instead of jumping", () => {
    const { fire, now } = open();
    fire("touchstart", fingers([100, 100]));
    fire("touchstart", fingers([100, 100], [200, 100]));
    fire("touchmove", fingers([100, 100], [201, 100]));
    expect(now().k).toBeCloseTo(1.01, 6);
    // One is lifted: what follows is a finger again.
    fire("touchstart", fingers([100, 100]));
    expect(fire("touchmove", fingers([10, 10])).defaultPrevented).toBe(false);
  });

  it("two on one spot zoom by no infinite step", () => {
    const { fire, now } = open();
    fire("touchstart", fingers([100, 100], [100, 100]));
    fire("touchmove", fingers([100, 100], [100, 100]));
    expect(Number.isFinite(now().k + now().x + now().y)).toBe(true);
  });
});

describe("the mouse", () => {
  const press = { clientX: 100, clientY: 100, button: 0, pointerType: "mouse" };
  const to = (clientX: number, clientY: number, from: readonly [number, number]) => ({
    clientX,
    clientY,
    movementX: clientX - from[0],
    movementY: clientY - from[1],
    pointerType: "mouse",
  });

  it("drags a map that is closer than whole: what is held stays under the pointer, also outside the frame", () => {
    const frame = open();
    frame.zoom(4);
    const held = under(frame.now(), [100, 100]);
    frame.fire("pointerdown", press);
    frame.fire("pointermove", to(130, 90, [100, 100]));
    closeTo(under(frame.now(), [130, 90]), held);
    expect(frame.wasDragged()).toBe(true);
    // Another element, or none, is under the pointer by now.
    frame.fire("pointermove", to(140, 95, [130, 90]), "window");
    closeTo(under(frame.now(), [140, 95]), held);
    frame.fire("pointerup", {}, "window");
    const rest = frame.now();
    frame.fire("pointermove", to(300, 300, [140, 95]), "window");
    expect(frame.now()).toEqual(rest);
  });

  it("drags no further than the drawing goes: its edge stays at the frame's", () => {
    for (const [x, y, edge] of [
      [5000, 5000, { x: 0, y: 0 }],
      [-5000, -5000, { x: -WIDTH, y: -HEIGHT }],
    ] as const) {
      const { fire, zoom, now } = open();
      zoom(2);
      fire("pointerdown", press);
      fire("pointermove", to(x, y, [100, 100]));
      expect(now()).toEqual({ k: 2, x: expect.closeTo(edge.x), y: expect.closeTo(edge.y) });
      // And comes back at once with the pointer: no way is owed.
      fire("pointermove", to(x - Math.sign(x) * 10, y, [x, y]));
      expect(now().x).toBeCloseTo(edge.x - Math.sign(x) * 10 * UNIT, 6);
      vi.unstubAllGlobals();
    }
  });

  it("clicks where it hardly moved: a hand that trembles has not dragged", () => {
    const { fire, zoom, wasDragged, now } = open();
    zoom(4);
    const rest = now();
    fire("pointerdown", press);
    fire("pointermove", to(101, 101, [100, 100]));
    expect(wasDragged()).toBe(false);
    expect(now()).toEqual(rest);
    fire("pointermove", to(104, 103, [101, 101]));
    expect(wasDragged()).toBe(true);
    // The next press is asked anew.
    fire("pointerdown", press);
    expect(wasDragged()).toBe(false);
  });

  it("does not move the whole map, but has dragged: text and shapes are not chosen by it", () => {
    const { fire, shown, wasDragged } = open();
    fire("pointerdown", press);
    fire("pointermove", to(160, 100, [100, 100]));
    expect(shown).toEqual([]);
    expect(wasDragged()).toBe(true);
  });

  it("drags by its first button alone, and a finger never does", () => {
    for (const other of [{ button: 2 }, { pointerType: "touch" }]) {
      const { fire, zoom, shown, wasDragged } = open();
      zoom(4);
      const count = shown.length;
      fire("pointerdown", { ...press, ...other });
      fire("pointermove", to(160, 140, [100, 100]));
      expect(shown).toHaveLength(count);
      expect(wasDragged()).toBe(false);
      vi.unstubAllGlobals();
    }
  });

  it("twice zooms in by a step where it is", () => {
    const { fire, now } = open();
    const before = under(now(), [300, 150]);
    expect(fire("dblclick", { clientX: 300, clientY: 150 }).defaultPrevented).toBe(true);
    expect(now().k).toBeCloseTo(STEP, 9);
    closeTo(under(now(), [300, 150]), before);
  });
});

describe("the buttons", () => {
  it("zoom at the middle, no further than allowed, and home", () => {
    const { zoom, now } = open();
    zoom(STEP);
    expect(now()).toEqual({
      k: STEP,
      x: expect.closeTo((WIDTH / 2) * (1 - STEP), 9),
      y: expect.closeTo((HEIGHT / 2) * (1 - STEP), 9),
    });
    for (let times = 0; times < 20; times++) zoom(STEP);
    expect(now().k).toBe(12);
    zoom(null);
    expect(now().k).toBe(1);
    zoom(1 / STEP);
    expect(now().k).toBe(1);
  });
});

it("without a drawing nothing breaks", () => {
  const frame = openFrame('<div class="embed__map"></div>');
  const box = frame.find(".embed__map");
  const { zoom } = gestures(
    box,
    () => undefined,
    () => undefined,
  );
  zoom(2);
  expect(
    frame.fire(box, "wheel", { deltaY: 1, ctrlKey: true, clientX: 1, clientY: 1 }).defaultPrevented,
  ).toBe(true);
});
