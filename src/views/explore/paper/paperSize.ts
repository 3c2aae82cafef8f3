import type { BBox } from "@/domain/units";
import { fitCamera, unprojector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";
import type { Size } from "../data";

/** Sheets the map is laid out on, mm, upright. */
const SHEETS = { A4: [210, 297], A3: [297, 420] } as const;
export type SheetFormat = keyof typeof SHEETS;
export const SHEET_FORMATS = Object.keys(SHEETS) as readonly SheetFormat[];
export const ORIENTATIONS = ["landscape", "portrait"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

const PX_PER_MM = 96 / 25.4;

/** Margins of every sheet, CSS px. */
export const SHEET_MARGIN = { top: 34, side: 38, bottom: 30 } as const;

/** Size of a sheet in CSS px, rounded down: a pixel too many would be a second sheet. */
export function sheetSize(format: SheetFormat, orientation: Orientation): Size {
  const [short, long] = SHEETS[format].map((side) => Math.floor(side * PX_PER_MM)) as [number, number];
  return orientation === "landscape" ? { width: long, height: short } : { width: short, height: long };
}

/** The camera that shows on a map of one size at least all that another size showed, as large as it will go. */
export function cameraOnPaper(shown: Camera, screen: Size, paper: Size): Camera {
  const unproject = unprojector(shown, screen.width, screen.height);
  const [west, north] = unproject([0, 0]);
  const [east, south] = unproject([screen.width, screen.height]);
  const box: BBox = [west, south, east, north];
  return fitCamera(box, paper.width, paper.height, 0);
}
