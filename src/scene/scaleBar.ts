import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { metresPerPixel } from "./camera";
import type { Camera } from "./scene";

/** A round distance and how long it is on the screen. */
export interface ScaleBar {
  readonly metres: number;
  /** CSS px. */
  readonly length: number;
  /** "20 km", "500 m". */
  readonly text: string;
}

const ROUND = [5, 2, 1];

/** The longest 1, 2 or 5 × 10ⁿ metres that fit `room` CSS px, measured at the camera's centre (Web Mercator stretches with latitude). */
export function scaleBar(camera: Camera, room: number, locale: Locale): ScaleBar {
  const perPixel = metresPerPixel(camera);
  const most = perPixel * room;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * (ROUND.find((step) => step * power <= most) ?? 1);
  const text =
    metres >= 1000
      ? `${formatNumber(locale, metres / 1000)}\u00a0km`
      : `${formatNumber(locale, metres)}\u00a0m`;
  return { metres, length: metres / perPixel, text };
}
