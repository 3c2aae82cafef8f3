import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projector, unprojector } from "@/scene/camera";
import {
  crossWithin,
  type Drawing,
  type Frame,
  placeAhead,
  type Step,
  startDrawing,
  stepped,
} from "@/views/explore/draw/drawing";
import { MOST_CORNERS, metresBetween, rounded } from "@/views/explore/draw/drawnShapeOf";
import { type Key, stepOfKey } from "@/views/explore/draw/keyboardDrawing";

const FRAME: Frame = { camera: { center: [106.3, 21.3], zoom: 10 }, size: { width: 400, height: 300 } };
const toGround = unprojector(FRAME.camera, 400, 300);
const pressed = (key: string, more: Partial<Key> = {}): Key => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  ...more,
});
/** What keys make of a drawing, and what came of the last. `^` before a key: with Shift. */
function type(kind: Drawing["kind"], keys: readonly string[], frame: Frame = FRAME) {
  let last = stepped(startDrawing(kind, frame.size, false), { type: "move", by: [0, 0] }, frame);
  for (const key of keys) {
    const step = stepOfKey(key.startsWith("^") ? pressed(key.slice(1), { shiftKey: true }) : pressed(key));
    if (step === null || typeof step === "string") throw new Error(`${key} is no step`);
    last = stepped(last.drawing, step, frame);
  }
  return last;
}
const times = (count: number, key: string) => Array.from({ length: count }, () => key);

describe("keys", () => {
  it("arrows move the cross-hair 8 px, with Shift 40 px", () => {
    expect(stepOfKey(pressed("ArrowLeft"))).toEqual({ type: "move", by: [-8, 0] });
    expect(stepOfKey(pressed("ArrowDown", { shiftKey: true }))).toEqual({ type: "move", by: [0, 40] });
    expect(type("line", ["ArrowRight", "^ArrowUp"]).drawing.cross).toEqual([208, 110]);
  });
  it("a key held down moves on, but puts, drops and finishes once", () => {
    expect(stepOfKey(pressed("ArrowUp", { repeat: true }))).toMatchObject({ type: "move" });
    for (const key of ["Enter", " ", "Backspace", "f", "F", "Escape"])
      expect(stepOfKey(pressed(key, { repeat: true })), key).toBe("none");
  });
  it("Escape cancels; keys of the browser and of the page stay theirs", () => {
    expect(stepOfKey(pressed("Escape"))).toBe("cancel");
    for (const key of ["Tab", "/", "a", "+", "Home"]) expect(stepOfKey(pressed(key)), key).toBeNull();
    expect(stepOfKey(pressed("f", { ctrlKey: true }))).toBeNull();
    expect(stepOfKey(pressed("ArrowLeft", { altKey: true }))).toBeNull();
  });
  it("the cross-hair never leaves the map, and says so at its edge", () => {
    const key = fc.constantFrom("ArrowUp", "ArrowDown", "^ArrowLeft", "^ArrowRight", "^ArrowUp");
    fc.assert(
      fc.property(fc.array(key, { maxLength: 80 }), (keys) => {
        const [x, y] = type("line", keys).drawing.cross;
        expect(x >= 0 && x <= 400 && y >= 0 && y <= 300).toBe(true);
      }),
    );
    expect(type("line", times(4, "^ArrowUp")).outcome.type).toBe("moved");
    expect(type("line", times(5, "^ArrowUp")).outcome.type).toBe("edge");
    // A map that became smaller keeps it.
    expect(crossWithin(type("line", times(9, "^ArrowRight")).drawing, { width: 200, height: 100 })).toEqual([
      200, 100,
    ]);
  });
});

describe("drawing by keys", () => {
  it("a point is finished at once, in the middle of the map when nothing was moved", () => {
    expect(type("point", ["Enter"]).outcome).toEqual({
      type: "done",
      shape: { type: "point", points: [[106.3, 21.3]] },
    });
  });
  it("a line: corners by Enter or Space, finished by F or by Enter where the last one stands", () => {
    const keys = ["Enter", ...times(3, "ArrowRight"), " "];
    const points = [rounded(toGround([200, 150])), rounded(toGround([224, 150]))];
    const done = { type: "done", shape: { type: "line", points } };
    expect(type("line", [...keys, "f"]).outcome).toEqual(done);
    expect(type("line", [...keys, "Enter"]).outcome).toEqual(done);
  });
  it("a polygon is closed by Enter on its first corner as well", () => {
    const keys = ["Enter", "^ArrowRight", "Enter", "^ArrowDown", "Enter", "^ArrowLeft", "^ArrowUp", "Enter"];
    const { outcome } = type("polygon", keys);
    expect(outcome).toMatchObject({ type: "done", shape: { type: "polygon" } });
    expect(outcome.type === "done" && outcome.shape.points).toHaveLength(3);
  });
  it("one step beside a corner is another place", () => {
    expect(type("line", ["Enter", "ArrowRight", "Enter"]).outcome.type).toBe("put");
  });
  it("what cannot be a shape is refused with its reason, and every corner stays", () => {
    const one = type("line", ["Enter", "F"]);
    expect(one.outcome).toEqual({ type: "refused", why: "too-few-line" });
    expect(one.drawing.corners).toHaveLength(1);
    const bow = [
      "Enter",
      "^ArrowRight",
      "^ArrowDown",
      "Enter",
      "^ArrowUp",
      "Enter",
      "^ArrowLeft",
      "^ArrowDown",
      "Enter",
    ];
    const crossed = type("polygon", [...bow, "f"]);
    expect(crossed.outcome).toEqual({ type: "refused", why: "crosses" });
    expect(crossed.drawing.corners).toHaveLength(4);
    expect(crossed.drawing.refusal).toBe("crosses");
    // The sentence goes with the next step.
    expect(type("polygon", [...bow, "f", "ArrowUp"]).drawing.refusal).toBeNull();
    // Without the corner at fault it is a shape.
    expect(type("polygon", [...bow, "f", "Backspace", "f"]).outcome).toMatchObject({ type: "done" });
  });
  it("Backspace without a corner says there is none", () => {
    expect(type("polygon", ["Backspace"]).outcome).toEqual({ type: "refused", why: "no-point" });
  });
  it("a circle: its centre, then its rim at the cross-hair", () => {
    const { outcome } = type("circle", ["Enter", ...times(5, "ArrowRight"), "ArrowDown", "Enter"]);
    const centre = rounded(toGround([200, 150]));
    const radiusM = Math.round(metresBetween(centre, toGround([240, 158])));
    expect(outcome).toEqual({ type: "done", shape: { type: "circle", points: [centre], radiusM } });
    expect(type("circle", ["Enter", ...times(5, "ArrowRight"), "ArrowDown", "f"]).outcome).toEqual(outcome);
  });
  it("a circle without a radius is refused", () => {
    expect(type("circle", ["Enter", "Enter"]).outcome).toEqual({ type: "refused", why: "no-rim" });
    expect(type("circle", ["f"]).outcome).toEqual({ type: "refused", why: "no-centre" });
  });
  it("a circle's radius grows and shrinks with the arrows", () => {
    const radius = (keys: readonly string[]) => {
      const { drawing } = type("circle", ["Enter", ...keys]);
      const ahead = placeAhead(drawing, FRAME);
      return metresBetween(drawing.corners[0]!, ahead!);
    };
    expect(radius(times(4, "ArrowUp"))).toBeGreaterThan(radius(times(3, "ArrowUp")));
    expect(radius([...times(4, "ArrowUp"), "ArrowDown"])).toBeCloseTo(radius(times(3, "ArrowUp")), 3);
  });
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant("move" as const),
    by: fc.tuple(fc.constantFrom(-40, -8, 0, 8, 40), fc.constantFrom(-40, -8, 0, 8, 40)),
  }),
  fc.record({ type: fc.constant("press" as const), at: fc.constant(null), reach: fc.constant(4) }),
  fc.record({
    type: fc.constant("press" as const),
    at: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })),
    reach: fc.constantFrom(10, 22),
  }),
  fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }))
    .map((at) => ({ type: "corner" as const, at: toGround(at) })),
  fc.constant({ type: "pointer" as const, at: null }),
  fc.constant({ type: "undo" as const }),
  fc.constant({ type: "finish" as const }),
);

describe("any steps, by keys and pointer in turn", () => {
  it("change the corners by one at most, lose none but by undo, and give only shapes a link can hold", () => {
    const kinds = fc.constantFrom("point" as const, "line" as const, "polygon" as const, "circle" as const);
    fc.assert(
      fc.property(kinds, fc.array(anyStep, { maxLength: 60 }), (kind, steps) => {
        let drawing = startDrawing(kind, FRAME.size, false);
        for (const step of steps) {
          const before = drawing.corners;
          const next = stepped(drawing, step, FRAME);
          const after = next.drawing.corners;
          if (next.outcome.type === "done") {
            expect(next.outcome.shape.type).toBe(kind);
            expect(next.outcome.shape.points.length).toBeGreaterThanOrEqual(
              { point: 1, line: 2, polygon: 3, circle: 1 }[kind],
            );
            return;
          }
          const [less, more] = before.length < after.length ? [before, after] : [after, before];
          expect(more.slice(0, less.length)).toEqual(less);
          expect(after.length - before.length).toBe(
            next.outcome.type === "put" ? 1 : next.outcome.type === "dropped" ? -1 : 0,
          );
          expect(after.length).toBeLessThanOrEqual(kind === "circle" ? 1 : MOST_CORNERS);
          for (const corner of after) expect(rounded(corner)).toEqual(corner);
          drawing = next.drawing;
        }
      }),
    );
  });
  it("refuse the corner after the hundredth, and take another when one is dropped", () => {
    let drawing = startDrawing("line", FRAME.size, false);
    for (let index = 0; index < MOST_CORNERS; index++)
      drawing = stepped(drawing, { type: "corner", at: [106 + index / 1000, 21] }, FRAME).drawing;
    const more: Step = { type: "corner", at: [106.9, 21.2] };
    const refused = stepped(drawing, more, FRAME);
    expect(refused.outcome).toEqual({ type: "refused", why: "too-many" });
    expect(refused.drawing.corners).toEqual(drawing.corners);
    const fewer = stepped(refused.drawing, { type: "undo" }, FRAME).drawing;
    expect(stepped(fewer, more, FRAME).drawing.corners).toHaveLength(MOST_CORNERS);
  });
  it("the pointer takes over from the keys when it comes, not when it goes", () => {
    const byKeys = type("line", ["Enter"]).drawing;
    expect(stepped(byKeys, { type: "pointer", at: null }, FRAME).drawing.byKeys).toBe(true);
    const byPointer = stepped(byKeys, { type: "pointer", at: [106.31, 21.31] }, FRAME).drawing;
    expect(placeAhead(byPointer, FRAME)).toEqual([106.31, 21.31]);
    expect(stepped(byPointer, { type: "move", by: [8, 0] }, FRAME).drawing.byKeys).toBe(true);
  });
  it("a rim pressed on the centre, as a double click does, is no circle", () => {
    const toPixel = projector(FRAME.camera, 400, 300);
    const centred = stepped(
      startDrawing("circle", FRAME.size, false),
      { type: "corner", at: [106.3, 21.3] },
      FRAME,
    );
    const [x, y] = toPixel([106.3, 21.3]);
    expect(stepped(centred.drawing, { type: "press", at: [x + 3, y], reach: 10 }, FRAME).outcome).toEqual({
      type: "refused",
      why: "no-rim",
    });
  });
});
