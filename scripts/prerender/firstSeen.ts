/**
 * What a reader sees first: the coloured communes. A page paints nothing until they are parsed (else a slow machine spends
 * its first frame on the headings), and in that first frame nothing else – signs, names and textures cost a weak GPU more than
 * the whole choropleth. Everything else follows 0.3 s later, by style alone: it needs no script. Paper knows nothing of this.
 * Measured with CPU 4× and Slow 4G on software GL: choropleth seen after 1.3–1.5 s instead of 1.4–2.8 s.
 */
const FIRST_SEEN = "first-seen";

/** Holds the first frame until the communes are there; a browser that does not know it paints as it always did. */
export const FIRST_SEEN_LINK = `<link rel="expect" href="#${FIRST_SEEN}" blocking="render">`;

/** Only what was prerendered waits; what React draws in its place is there at once. */
export const FIRST_SEEN_RULE =
  "@media screen{@keyframes later{from,to{visibility:hidden}}" +
  "[data-prerendered] :is(.header,.band,.panel,.tray,.footer,.map>:not(.map__surface)," +
  ".map__drawing>svg>:not(rect,defs,[data-plane=communes],[data-plane=province]),[data-plane=communes] [fill^=url])" +
  "{animation:later .3s}}";

/** The plane after the communes is what the first frame waits for: then they are complete. */
const NEXT_PLANE = 'data-plane="province"';

/** Marks the place in a page's markup; one without a map is returned as it is, and waits for nothing. */
export const markFirstSeen = (body: string): string =>
  body.replace(NEXT_PLANE, `id="${FIRST_SEEN}" ${NEXT_PLANE}`);

export const hasFirstSeen = (body: string): boolean => body.includes(`id="${FIRST_SEEN}"`);
