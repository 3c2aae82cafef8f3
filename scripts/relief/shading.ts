import { geoMercator } from "d3";
import type { Polygon } from "geojson";
import { PNG } from "pngjs";
import type { LonLat } from "@/domain/units";
import { blurred, type Grid, sample } from "./grid";

const WIDTH = 700;
/** Light from the north-west, 45° high: the usual way, which the eye reads as raised. */
const AZIMUTH = (315 * Math.PI) / 180;
const ALTITUDE = (45 * Math.PI) / 180;
/** Cells are 450 m wide and smoothed: without raising heights four times the hills would hardly show. */
const EXAGGERATION = 4;
const SIGMA_CELLS = 1;
const METRES_PER_DEGREE = 111_320;

/**
 * Strongest alpha of shade (black) and light (white). Drawn at opacity 1 only on land without a value; over class colours at
 * opacity 1/3, where neither moves any colour by more than 4.3 L* (white tells more on dark colours, so it gets less);
 * with seven classes at 1/6.
 */
export const STRONGEST_ALPHA = { shade: 0.14, light: 0.11 } as const;

/**
 * Hill shading in Web Mercator rows: black where the slope turns from the light, white where it faces it, alpha = how much;
 * level ground and everything outside the province is transparent. Corners are the picture's edges: nw, ne, se, sw.
 */
export function shadingPng(
  elevation: Grid,
  outline: Polygon,
): { png: Buffer; width: number; height: number; corners: [LonLat, LonLat, LonLat, LonLat] } {
  const ring = outline.coordinates[0] ?? [];
  const lons = ring.map(([lon = 0]) => lon);
  const lats = ring.map(([, lat = 0]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const mercator = geoMercator()
    .translate([0, 0])
    .scale(WIDTH / (((east - west) * Math.PI) / 180));
  const [left, top] = mercator([west, north]) ?? [0, 0];
  const bottom = mercator([west, south])?.[1] ?? 0;
  const height = Math.round(bottom - top);
  const smooth = blurred(elevation, SIGMA_CELLS);
  const mask = rasterMask(
    outline,
    (p) => {
      const [x = 0, y = 0] = mercator([p[0] ?? 0, p[1] ?? 0]) ?? [];
      return [x - left, ((y - top) * height) / (bottom - top)];
    },
    WIDTH,
    height,
  );

  const png = new PNG({ width: WIDTH, height, colorType: 4, inputColorType: 6 });
  const flat = Math.sin(ALTITUDE);
  const step = (smooth.bbox[2] - smooth.bbox[0]) / smooth.width / 2;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < WIDTH; column++) {
      if (mask[row * WIDTH + column] !== 1) continue;
      const y = top + ((row + 0.5) * (bottom - top)) / height;
      const [lon = 0, lat = 0] = mercator.invert?.([left + column + 0.5, y]) ?? [];
      const across = 2 * step * METRES_PER_DEGREE;
      const dzdx =
        (sample(smooth, lon + step, lat) - sample(smooth, lon - step, lat)) /
        (across * Math.cos((lat * Math.PI) / 180));
      const dzdy = (sample(smooth, lon, lat + step) - sample(smooth, lon, lat - step)) / across;
      const light = illumination(dzdx * EXAGGERATION, dzdy * EXAGGERATION) - flat;
      // Full shade and full light are as far from level ground as they can be; each takes the whole range.
      const strength = light < 0 ? -light / flat : light / (1 - flat);
      const at = 4 * (row * WIDTH + column);
      const tone = light < 0 ? 0 : 255;
      png.data[at] = tone;
      png.data[at + 1] = tone;
      png.data[at + 2] = tone;
      png.data[at + 3] = Math.floor(
        255 * (light < 0 ? STRONGEST_ALPHA.shade : STRONGEST_ALPHA.light) * Math.min(1, strength),
      );
    }
  return {
    png: PNG.sync.write(png, { colorType: 4, inputColorType: 6, deflateLevel: 9 }),
    width: WIDTH,
    height,
    corners: [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  };
}

/** Cosine of the angle between the surface and the light, 0 in full shade; slopes are rise over run east and north. */
function illumination(dzdx: number, dzdy: number): number {
  const [lx, ly, lz] = [
    Math.sin(AZIMUTH) * Math.cos(ALTITUDE),
    Math.cos(AZIMUTH) * Math.cos(ALTITUDE),
    Math.sin(ALTITUDE),
  ];
  return Math.max(0, (-dzdx * lx - dzdy * ly + lz) / Math.hypot(dzdx, dzdy, 1));
}

/** 1 where a pixel's centre lies inside the polygon (even–odd by rows). */
function rasterMask(
  outline: Polygon,
  project: (position: readonly number[]) => [number, number],
  width: number,
  height: number,
): Uint8Array {
  const mask = new Uint8Array(width * height);
  const rings = outline.coordinates.map((ring) => ring.map(project));
  for (let row = 0; row < height; row++) {
    const y = row + 0.5;
    const cuts: number[] = [];
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1] ?? [0, 0];
        const [bx, by] = ring[i] ?? [0, 0];
        if (ay > y !== by > y) cuts.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
      }
    cuts.sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2)
      for (
        let x = Math.max(0, Math.ceil((cuts[i] ?? 0) - 0.5));
        x + 0.5 < (cuts[i + 1] ?? 0) && x < width;
        x++
      )
        mask[row * width + x] = 1;
  }
  return mask;
}
