import { toPlane } from "@/analysis/spatial/plane";
import type { LonLat } from "@/domain/units";

/** Degrees stepped to see how far a degree goes, about a metre. */
const STEP = 1e-5;
/** The first guess is right to a thousandth of the radius; each round makes it a thousand times better. */
const ROUNDS = 3;

/**
 * Places at one distance from a centre, in degrees: the circle questions measure, so that what is drawn is what is asked. On a Mercator
 * map it is up to a hundredth longer or shorter than a drawn circle, most where it is large.
 */
export function groundCircle(center: LonLat, radiusM: number, corners = 180): readonly LonLat[] {
  const [lon, lat] = center;
  const [x, y] = toPlane(center);
  const [eastX, eastY] = toPlane([lon + STEP, lat]);
  const [northX, northY] = toPlane([lon, lat + STEP]);
  // Metres on the plane for a degree east and a degree north; the plane's north may lean.
  const [ex, ey] = [(eastX - x) / STEP, (eastY - y) / STEP];
  const [nx, ny] = [(northX - x) / STEP, (northY - y) / STEP];
  const size = ex * ny - nx * ey;
  return Array.from({ length: corners }, (_, index) => {
    const turn = (2 * Math.PI * index) / corners;
    const [toX, toY] = [x + radiusM * Math.cos(turn), y + radiusM * Math.sin(turn)];
    let guess: LonLat = center;
    for (let round = 0; round < ROUNDS; round++) {
      const [atX, atY] = toPlane(guess);
      const [dx, dy] = [toX - atX, toY - atY];
      guess = [guess[0] + (dx * ny - dy * nx) / size, guess[1] + (dy * ex - dx * ey) / size];
    }
    return guess;
  });
}
