import fc from "fast-check";

type Place = [number, number];

/** A ring around a centre whose corners lie at growing angles: never crosses itself. Metres. */
export const aStar = (reach = 1000, spread = 1500) =>
  fc
    .record({
      x: fc.integer({ min: -spread, max: spread }),
      y: fc.integer({ min: -spread, max: spread }),
      radii: fc.array(fc.integer({ min: 50, max: reach }), { minLength: 3, maxLength: 24 }),
      turned: fc.integer({ min: 0, max: 359 }),
    })
    .map(({ x, y, radii, turned }): Place[] =>
      radii.map((radius, index) => {
        const angle = ((turned + (index * 360) / radii.length) * Math.PI) / 180;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      }),
    );

export const aPlace = (spread = 2500) =>
  fc
    .tuple(fc.integer({ min: -spread, max: spread }), fc.integer({ min: -spread, max: spread }))
    .map(([x, y]): Place => [x + 0.37, y + 0.61]);

export const aLine = (spread = 2500) => fc.array(aPlace(spread), { minLength: 2, maxLength: 8 });

/** A rectangle as an open ring, counter-clockwise. */
export const box = (west: number, south: number, east: number, north: number): Place[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];
