import { circlePath, type Picture } from "../picture";
import type { EventMark } from "../scene";

const SIGNS: Readonly<Record<EventMark["eventType"], string>> = {
  landslide: "M2.5 12.5L7 4L9 8L11 6.5L13.5 12.5",
  crack: "M8.5 2.5L6.5 6.5L9.5 8.5L7 13.5",
  flood: "M2.5 7C4.5 5 6 5.5 8 7S11.5 8.8 13.5 7M2.5 11C4.5 9 6 9.5 8 11S11.5 12.8 13.5 11",
  warning: "M8 3.5V9M8 11.6V12.6",
};

/** A reported event: an ink sign on a small square of paper, so that it is not taken for a work. */
export function eventPicture(eventType: EventMark["eventType"]): Picture {
  return {
    width: 18,
    height: 18,
    shapes: [
      { d: "M9 .8L17.2 9L9 17.2L.8 9z", fill: "disc", stroke: { color: "hazard-stroke", width: 1.2 } },
      {
        d: SIGNS[eventType],
        stroke: { color: "hazard-stroke", width: 2, round: true },
        placed: { x: 4.2, y: 4.2, scale: 0.6 },
      },
    ],
  };
}

/** A village: a small open ring. */
export const villagePicture: Picture = {
  width: 8,
  height: 8,
  shapes: [{ d: circlePath(4, 4, 2.4), fill: "disc", stroke: { color: "ink", width: 1.3 } }],
};
