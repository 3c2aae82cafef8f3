import fc from "fast-check";
import type { LonLat } from "@/domain/units";
import { rounded } from "@/views/explore/draw/drawnShapeOf";

/** Places in and around the province, rounded as a drawing rounds them. */
export const placeInProvince = fc
  .tuple(fc.double({ min: 105.8, max: 107.1, noNaN: true }), fc.double({ min: 20.9, max: 21.7, noNaN: true }))
  .map(([lon, lat]): LonLat => rounded([lon, lat]));

/** Rings that turn once around a middle, so that they do not cross themselves: three corners to forty. */
export const starRing = fc
  .tuple(
    placeInProvince,
    fc.array(fc.double({ min: 0.01, max: 0.05, noNaN: true }), { minLength: 3, maxLength: 40 }),
  )
  .map(([[lon, lat], radii]) =>
    radii.map((radius, index): LonLat => {
      const turn = (2 * Math.PI * index) / radii.length;
      return rounded([lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)]);
    }),
  );
