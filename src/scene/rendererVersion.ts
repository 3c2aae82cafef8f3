/**
 * Version of everything between a release of the data and the picture of it: analysis, indicators, scene, texts, palette and the
 * drawing as SVG. A frozen embed names a release and a day; while this number stays, it shows the same picture, byte for byte.
 *
 * Raise it when a picture of a kept release changed and the change is meant – `test/releases/pictures.test.ts` says so – and record
 * the pictures anew: `RECORD_PICTURES=1 npx vitest run test/releases`. Adding an indicator or a release changes no picture.
 */
export const RENDERER_VERSION = 1;
