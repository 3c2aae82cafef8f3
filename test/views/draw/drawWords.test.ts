import { describe, expect, it } from "vitest";
import { DRAWN_TYPES } from "@/domain/drawnShape";
import { formatArea } from "@/i18n/format";
import { LOCALES } from "@/i18n/locale";
import { type Drawing, type Frame, type Outcome, startDrawing } from "@/views/explore/draw/drawing";
import { barText, nextText, placeText, shapeText, spokenText } from "@/views/explore/draw/drawWords";

const FRAME: Frame = { camera: { center: [106.3, 21.3], zoom: 10 }, size: { width: 400, height: 300 } };
const drawn = (more: Partial<Drawing>): Drawing => ({ ...startDrawing("line", FRAME.size, false), ...more });
const NBSP = "\u00a0";

describe("what is said of a drawing", () => {
  it("places in degrees to five decimals, in the language's own way", () => {
    expect(placeText("vi", [106.3, 21.27512])).toBe("21,27512° vĩ bắc, 106,30000° kinh đông");
    expect(placeText("en", [106.3, 21.27512])).toBe("21.27512° north, 106.30000° east");
  });
  it("areas in m², hectares or km², whichever has few digits", () => {
    expect(formatArea("vi", 8450)).toBe(`8.450${NBSP}m²`);
    expect(formatArea("vi", 453_000)).toBe(`45,3${NBSP}ha`);
    expect(formatArea("vi", 1_254_000)).toBe(`1,25${NBSP}km²`);
  });
  it("there is a next step for every kind, however far it is drawn, by keys and by pointer", () => {
    for (const locale of LOCALES)
      for (const kind of DRAWN_TYPES)
        for (const byKeys of [true, false])
          for (const count of [0, 1, 2, 3, 50]) {
            const corners = Array.from({ length: count }, () => [106, 21] as const);
            expect(nextText(locale, drawn({ kind, byKeys, corners })).length).toBeGreaterThan(10);
          }
  });
  it("a refusal stands in place of the next step", () => {
    expect(nextText("vi", drawn({ refusal: "too-few-line" }))).toBe(
      "Đường cần ít nhất 2 điểm: hãy đặt thêm điểm.",
    );
  });
  it("the bar counts corners and measures up to the pointer", () => {
    const corners = [[106.3, 21.3]] as const;
    expect(barText("vi", drawn({}), FRAME)).toBe("");
    expect(barText("vi", drawn({ corners }), FRAME)).toBe("1 điểm");
    expect(barText("vi", drawn({ corners, pointer: [106.3, 21.3] }), FRAME)).toBe("1 điểm");
    expect(barText("vi", drawn({ corners, pointer: [106.3, 21.31] }), FRAME)).toBe(
      `1 điểm, dài 1,1${NBSP}km`,
    );
    expect(barText("vi", drawn({ kind: "circle", corners, pointer: [106.3, 21.301] }), FRAME)).toBe(
      `bán kính 111${NBSP}m, rộng 3,9${NBSP}ha`,
    );
  });
  it("a step is told with its place and what it makes", () => {
    const corners = [
      [106.3, 21.3],
      [106.3, 21.31],
    ] as const;
    const say = (outcome: Outcome, more: Partial<Drawing> = {}) =>
      spokenText("vi", outcome, drawn({ corners, byKeys: true, ...more }), FRAME);
    expect(say({ type: "put" })).toBe(
      `Đã đặt điểm 2 tại 21,31000° vĩ bắc, 106,30000° kinh đông. Dài 1,1${NBSP}km. Enter để đặt điểm tiếp theo; F hoặc Enter ngay tại điểm cuối để kết thúc.`,
    );
    expect(say({ type: "moved" }, { cross: [200, 150] })).toBe(
      `21,30000° vĩ bắc, 106,30000° kinh đông; dài 2,2${NBSP}km.`,
    );
    expect(say({ type: "edge" }, { corners: [] })).toBe(
      "Đã tới mép bản đồ. 21,30000° vĩ bắc, 106,30000° kinh đông.",
    );
    expect(say({ type: "dropped" })).toBe(`Đã bỏ điểm cuối, còn 2 điểm. Dài 1,1${NBSP}km.`);
    expect(say({ type: "refused", why: "too-many" })).toMatch(/^Đã đủ 100 điểm/);
    expect(say({ type: "done", shape: { type: "line", points: corners } })).toBe(
      `Đã vẽ xong. Dài 1,1${NBSP}km.`,
    );
    expect(say({ type: "nothing" })).toBe("");
  });
  it("a point has no measure", () => {
    expect(shapeText("vi", { type: "point", points: [[106, 21]] })).toBe("");
  });
});
