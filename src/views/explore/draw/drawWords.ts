import { drawnOnPlane } from "@/analysis/question/targets";
import { lengthOf } from "@/analysis/spatial/shape";
import type { DrawnShape } from "@/domain/drawnShape";
import type { LonLat } from "@/domain/units";
import { formatArea, formatDistance, formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { drawMessages } from "@/i18n/messages/draw";
import { type Drawing, type Frame, type Outcome, placeAhead } from "./drawing";
import { drawnMeasure } from "./drawnMeasure";
import { metresBetween } from "./drawnShapeOf";

/** "21,27512° vĩ bắc, 106,19431° kinh đông". */
export const placeText = (locale: Locale, [lon, lat]: LonLat): string =>
  drawMessages[locale].place(formatNumber(locale, lat, 5, true), formatNumber(locale, lon, 5, true));

/** What to do next, in one sentence; what was refused goes before. */
export function nextText(locale: Locale, { kind, corners, byKeys, refusal }: Drawing): string {
  const words = drawMessages[locale];
  if (refusal !== null) return words[`refused.${refusal}`];
  const by = byKeys ? "keys" : "next";
  const count = corners.length;
  switch (kind) {
    case "point":
      return words[`${by}.point.0`];
    case "line":
      return words[`${by}.line.${count === 0 ? 0 : count === 1 ? 1 : 2}`];
    case "polygon":
      return words[`${by}.polygon.${count === 0 ? 0 : count < 3 ? 1 : 2}`];
    case "circle":
      return words[`${by}.circle.${count === 0 ? 0 : 1}`];
  }
}

/** "dài 1,2 km", "bán kính 500 m, rộng 78,5 ha"; empty for a point. */
export function shapeText(locale: Locale, shape: DrawnShape): string {
  const words = drawMessages[locale];
  const measure = drawnMeasure(shape);
  if (measure === null) return "";
  if (measure.unit === "m") return words.length(formatDistance(locale, measure.value));
  const area = words.area(formatArea(locale, measure.value));
  return shape.type === "circle" ? `${words.radius(formatDistance(locale, shape.radiusM))}, ${area}` : area;
}

/** How long or large the shape is so far, with the place it would go on at; empty while there is nothing to measure. */
export function soFarText(locale: Locale, drawing: Drawing, frame: Frame): string {
  const { kind, corners } = drawing;
  const ahead = placeAhead(drawing, frame);
  const points = ahead === null || kind === "circle" ? corners : [...corners, ahead];
  const [first] = corners;
  if (first === undefined) return "";
  switch (kind) {
    case "point":
      return "";
    case "circle": {
      const radiusM = ahead === null ? 0 : Math.round(metresBetween(first, ahead));
      return radiusM === 0 ? "" : shapeText(locale, { type: "circle", points: [first], radiusM });
    }
    case "polygon":
      if (points.length > 2) return shapeText(locale, { type: "polygon", points });
      return lineText(locale, points);
    case "line":
      return lineText(locale, points);
  }
}

/** Empty for what is not a metre long: the pointer still stands on the corner. */
function lineText(locale: Locale, points: readonly LonLat[]): string {
  const metres = points.length < 2 ? 0 : lengthOf(drawnOnPlane({ type: "line", points }));
  return metres < 1 ? "" : drawMessages[locale].length(formatDistance(locale, metres));
}

/** "3 điểm, rộng 1,25 km²": the bar's second line. */
export function barText(locale: Locale, drawing: Drawing, frame: Frame): string {
  const { kind, corners } = drawing;
  const hasCount = corners.length > 0 && (kind === "line" || kind === "polygon");
  const count = hasCount ? drawMessages[locale].points(formatNumber(locale, corners.length)) : "";
  return [count, soFarText(locale, drawing, frame)].filter((text) => text !== "").join(", ");
}

/** What a step came to, for the ear. */
export function spokenText(locale: Locale, outcome: Outcome, drawing: Drawing, frame: Frame): string {
  const words = drawMessages[locale];
  const count = formatNumber(locale, drawing.corners.length);
  const ahead = placeAhead(drawing, frame);
  const soFar = soFarText(locale, drawing, frame);
  switch (outcome.type) {
    case "nothing":
      return "";
    case "moved":
    case "edge": {
      const place = ahead === null ? "" : placeText(locale, ahead);
      const here = soFar === "" ? `${place}.` : `${place}; ${soFar}.`;
      return outcome.type === "edge" ? `${words.edge} ${here}` : here;
    }
    case "put": {
      const last = drawing.corners.at(-1);
      const place = last === undefined ? "" : placeText(locale, last);
      return [
        drawing.kind === "circle" ? words.putCentre(place) : words.put(count, place),
        drawing.kind === "circle" || drawing.corners.length < 2 ? "" : sentence(cornersText(locale, drawing)),
        nextText(locale, drawing),
      ]
        .filter((text) => text !== "")
        .join(" ");
    }
    case "dropped":
      return drawing.kind === "circle"
        ? words.droppedCentre
        : [words.dropped(count), sentence(cornersText(locale, drawing))]
            .filter((text) => text !== "")
            .join(" ");
    case "refused":
      return words[`refused.${outcome.why}`];
    case "done":
      return [words.done, sentence(shapeText(locale, outcome.shape))].filter((text) => text !== "").join(" ");
  }
}

/** What the corners put so far measure, without where the shape would go on. */
function cornersText(locale: Locale, { kind, corners }: Drawing): string {
  return kind === "polygon" && corners.length > 2
    ? shapeText(locale, { type: "polygon", points: corners })
    : lineText(locale, corners);
}

const sentence = (text: string): string =>
  text === "" ? "" : `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
