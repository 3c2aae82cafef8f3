/** Nominal number types: the unit is part of the type, so a % cannot be passed where km² is expected. */
declare const unit: unique symbol;
type Quantity<U extends string> = number & { readonly [unit]: U };

/** 0–100, not 0–1. */
export type Percent = Quantity<"%">;
export type SquareKm = Quantity<"km²">;
/** Millions of Vietnamese đồng (triệu đồng), whole, current prices: the unit of every file. Tỷ (billions) is a format. */
export type MillionVnd = Quantity<"million VND">;
export type Metres = Quantity<"m">;

export const percent = (value: number) => value as Percent;
export const squareKm = (value: number) => value as SquareKm;
export const millionVnd = (value: number) => value as MillionVnd;
export const metres = (value: number) => value as Metres;

/** Longitude, latitude in degrees, WGS 84. Always in this order. */
export type LonLat = readonly [lon: number, lat: number];
/** West, south, east, north in degrees, WGS 84. */
export type BBox = readonly [west: number, south: number, east: number, north: number];
