import { type ColorToken, colorCss, colorHex } from "@/scene/palette";

/** How a token becomes an attribute value. */
export type ColorOf = (token: ColorToken) => string;

/** On a page: a custom property, so that the theme is a matter of style sheets and no element changes with it. */
export const pageColor: ColorOf = colorCss;

/** In a file that stands alone: hex of one theme. */
export const fileColor =
  (theme: "light" | "dark"): ColorOf =>
  (token) =>
    colorHex(token, theme);
