/** A colour by meaning; resolved per theme by the renderer. Filled in from the visual direction. */
export type ColorToken = string;
