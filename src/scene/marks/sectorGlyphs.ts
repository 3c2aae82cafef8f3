import type { Sector } from "@/domain/work";

/** A sector's sign on a 16 × 16 grid, solid, drawn to survive 12 px. `line` = stroke width when it is drawn as a stroke. */
export interface Glyph {
  readonly d: string;
  readonly line?: number;
  readonly evenOdd?: boolean;
}

/** One sign a sector; state never recolours it. */
export const SECTOR_GLYPHS: Readonly<Record<Sector, Glyph>> = {
  // A gable with a flag.
  school: { d: "M7.4.4H8.2L12 1.8 8.2 3.2V4.3L14.6 8.6V10H13.4V15H9.7V11.2H6.3V15H2.6V10H1.4V8.6L7.4 4.4z" },
  "clean-water": { d: "M8 .8C8 .8 2.9 6.7 2.9 10.2A5.1 5.1 0 0 0 13.1 10.2C13.1 6.7 8 .8 8 .8z" },
  health: { d: "M5.9 1.8H10.1V5.9H14.2V10.1H10.1V14.2H5.9V10.1H1.8V5.9H5.9z" },
  // A road in perspective with its centre line cut out.
  transport: {
    d: "M5 1.8H11L14.6 14.4H1.4zM7.5 3.2H8.5L8.6 5.6H7.4zM7.3 7.1H8.7L8.9 9.8H7.1zM7 11.2H9L9.2 14.4H6.8z",
    evenOdd: true,
  },
  irrigation: {
    d: "M1.4 6.1C3.6 3.4 5.4 3.9 8 5.6S12.4 7.8 14.6 5.1M1.4 11.5C3.6 8.8 5.4 9.3 8 11S12.4 13.2 14.6 10.5",
    line: 2.3,
  },
  // A slope and the wall that holds it.
  "landslide-protection": { d: "M1 14.4L8.6 4.2V14.4zM10.2 1.8H13.6V14.4H10.2z" },
  resettlement: { d: "M1.4 14.2V8.6L5.7 5 10 8.6V14.2zM11 8.4L15 11.2 11 14z" },
  culture: {
    d: "M1.2 6.2L8 1.6 14.8 6.2V7.4H1.2zM2.8 8.4H5V12.6H2.8zM6.9 8.4H9.1V12.6H6.9zM11 8.4H13.2V12.6H11zM1.6 13.4H14.4V14.8H1.6z",
  },
  other: { d: "M8 3.4a4.6 4.6 0 1 0 .01 0z" },
};
