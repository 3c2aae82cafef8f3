/** What the page's small script and the interactive map tell each other, as events of the page's root: they are bundles of their own. */
export const EMBED_EVENTS = {
  /** From the map: what lies under the pointer; detail `{ id, x, y }`, CSS px in the map's box. */
  hovered: "map-hovered",
  /** From the map: somebody clicked; detail: the id, "" for nothing. */
  asked: "map-asked",
  /** To the map: what is chosen now; detail: the id. */
  chosen: "page-chosen",
  /** To the map: a factor, null for the first view. */
  zoomed: "page-zoomed",
  /** From the map: metres a CSS px is worth now. */
  moved: "map-moved",
  /** From the map: it shows its first picture, or never will. */
  opened: "map-opened",
  failed: "map-failed",
} as const;
