import { fromArrayBuffer } from "geotiff";
import type { BBox } from "@/domain/units";

/** A north-up raster in EPSG:4326; rows from north to south; NaN where there is no value. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly bbox: BBox;
  readonly values: Float64Array;
}

export async function readGrid(bytes: Uint8Array): Promise<Grid> {
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  const image = await (await fromArrayBuffer(buffer)).getImage();
  const [west, south, east, north] = image.getBoundingBox();
  if (
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    !(Math.abs(west) <= 180)
  )
    throw new Error("the raster is not in degrees");
  const noData = image.getGDALNoData();
  const [band] = await image.readRasters({ samples: [0] });
  if (band === undefined) throw new Error("the raster has no band");
  const values = Float64Array.from(band as Float32Array, (value) => (value === noData ? Number.NaN : value));
  return { width: image.getWidth(), height: image.getHeight(), bbox: [west, south, east, north], values };
}

/** Value at whole cell indices, the border repeated outwards. */
export function cellAt({ width, height, values }: Grid, column: number, row: number): number {
  const x = Math.max(0, Math.min(width - 1, column));
  const y = Math.max(0, Math.min(height - 1, row));
  return values[y * width + x] ?? Number.NaN;
}

/** Gaussian blur with a standard deviation in cells; smooths the 31.5 m steps of the elevation away. */
export function blurred(grid: Grid, sigma: number): Grid {
  const reach = Math.ceil(3 * sigma);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const total = kernel.reduce((a, b) => a + b, 0);
  const pass = (source: Grid, dx: 0 | 1, dy: 0 | 1): Grid => ({
    ...source,
    values: Float64Array.from(source.values, (_, at) => {
      const [column, row] = [at % source.width, Math.floor(at / source.width)];
      return kernel.reduce((sum, weight, i) => {
        const off = i - reach;
        return sum + (weight / total) * cellAt(source, column + off * dx, row + off * dy);
      }, 0);
    }),
  });
  return pass(pass(grid, 1, 0), 0, 1);
}

/** Catmull–Rom interpolation between cell centres, so that the picture shows no cells. */
export function sample(grid: Grid, lon: number, lat: number): number {
  const [west, south, east, north] = grid.bbox;
  const x = ((lon - west) / (east - west)) * grid.width - 0.5;
  const y = ((north - lat) / (north - south)) * grid.height - 0.5;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
    b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  const line = (r: number): number =>
    cubic(
      cellAt(grid, column - 1, r),
      cellAt(grid, column, r),
      cellAt(grid, column + 1, r),
      cellAt(grid, column + 2, r),
      x - column,
    );
  return cubic(line(row - 1), line(row), line(row + 1), line(row + 2), y - row);
}
