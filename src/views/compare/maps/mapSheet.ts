import type { Commune, CommuneCode } from "@/domain/commune";
import type { BBox } from "@/domain/units";
import { fitCamera, projector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";

/**
 * One drawing of all communes that every small map of a page refers to by `<use>`: shapes are in the page once, outside what
 * scripts redraw, so that ten maps cost one geometry and the script none. Units are CSS px of a sheet so many wide.
 */
export const SHEET_WIDTH = 1000;

/** Id of a commune's path in the sheet, and of the province's outline. */
export const shapeId = (code: CommuneCode): string => `shape-${code}`;
export const PROVINCE_SHAPE = "shape-province";

/** A box in sheet units. */
export interface SheetBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the sheet's camera stands: all communes, fitted. Height follows from the box. */
export interface Sheet {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
}

const unionOf = (boxes: readonly BBox[]): BBox => [
  Math.min(...boxes.map(([west]) => west)),
  Math.min(...boxes.map(([, south]) => south)),
  Math.max(...boxes.map(([, , east]) => east)),
  Math.max(...boxes.map(([, , , north]) => north)),
];

/** The same for the build, which writes the shapes, and for the page, which frames them: both know the communes' boxes. */
export function sheetOf(communes: readonly Pick<Commune, "bbox">[]): Sheet {
  const box: BBox =
    communes.length === 0 ? [105.8, 20.9, 107.1, 21.7] : unionOf(communes.map(({ bbox }) => bbox));
  const wide = fitCamera(box, SHEET_WIDTH, 1e6, 0);
  const project = projector(wide, SHEET_WIDTH, 0);
  const height = Math.ceil(project([box[0], box[1]])[1] - project([box[0], box[3]])[1]);
  return { camera: fitCamera(box, SHEET_WIDTH, height, 0), width: SHEET_WIDTH, height };
}

/** The box of some communes on the sheet, with a margin of so many percent of its larger side. */
export function frameOf(
  sheet: Sheet,
  communes: readonly Pick<Commune, "bbox">[],
  marginPercent = 4,
): SheetBox {
  if (communes.length === 0) return { x: 0, y: 0, width: sheet.width, height: sheet.height };
  const [west, south, east, north] = unionOf(communes.map(({ bbox }) => bbox));
  const project = projector(sheet.camera, sheet.width, sheet.height);
  const [left, top] = project([west, north]);
  const [right, bottom] = project([east, south]);
  const margin = (Math.max(right - left, bottom - top) * marginPercent) / 100;
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}
