import { type IsoDate, isIsoDate } from "@/domain/date";
import type { Selection, Theme, ViewState } from "./view";

/** What exists in this build's data: a link may ask for something that is gone, misspelt or not yet published. */
export interface Known {
  readonly indicator: (id: string) => boolean;
  readonly layer: (id: string) => boolean;
  /** True as well while the dataset that would tell is missing: a broken file must not eat a good link. */
  readonly subject: (type: Selection["type"], id: string) => boolean;
  /** First and last day the as-of control may stand on; null: any day. */
  readonly days: readonly [first: IsoDate, last: IsoDate] | null;
}

/** One part of an address that was not understood, as written: said to the reader, never an error. */
export interface Dropped {
  readonly key: string;
  readonly value: string;
}

/** One query parameter: how it is read (undefined = not understood) and written (null = the default, left out). */
interface Param {
  readonly read: (text: string, known: Known) => Partial<ViewState> | undefined;
  readonly write: (view: ViewState) => string | null;
}

/** Retired ids and what they are called now. Entries are never removed: links live for ever. */
export const INDICATOR_ALIASES: Readonly<Record<string, string>> = {};
export const LAYER_ALIASES: Readonly<Record<string, string>> = {};

const renamed = (aliases: Readonly<Record<string, string>>, id: string) =>
  Object.hasOwn(aliases, id) ? (aliases[id] ?? id) : id;

/** `l=-`: every layer switched off, which differs from no `l` at all. */
const NO_LAYERS = "-";

const DEGREE_DIGITS = 5;
const ZOOM_DIGITS = 2;
/** `+ 0`: a negative zero would be written as "0" and come back as another number. */
const round = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;

/** The camera as a link holds it: ~1 m and a hundredth of a zoom step. */
export function roundCamera(camera: NonNullable<ViewState["camera"]>): NonNullable<ViewState["camera"]> {
  const [lon, lat] = camera.center;
  return {
    center: [round(lon, DEGREE_DIGITS), round(lat, DEGREE_DIGITS)],
    zoom: round(camera.zoom, ZOOM_DIGITS),
  };
}

function readCamera(text: string): ViewState["camera"] | undefined {
  const parts = text.split(",");
  if (parts.length !== 3 || !parts.every((part) => /^-?\d{1,3}(\.\d{1,8})?$/.test(part))) return undefined;
  const [lon, lat, zoom] = parts.map(Number);
  if (lon === undefined || lat === undefined || zoom === undefined) return undefined;
  // Web Mercator ends near 85°; anything outside is a typing error (latitude first, most often).
  if (Math.abs(lon) > 180 || Math.abs(lat) > 85 || zoom < 0 || zoom > 24) return undefined;
  return roundCamera({ center: [lon, lat], zoom });
}

const selectionParam = (type: Selection["type"]): Param => ({
  read: (id, known) => (id !== "" && known.subject(type, id) ? { selection: { type, id } } : undefined),
  write: ({ selection }) => (selection?.type === type ? selection.id : null),
});

const isTheme = (text: string): text is Theme => text === "auto" || text === "light" || text === "dark";

/**
 * The public form of every link: key → codec, in the order they are written. Keys and ids are never renamed or reused
 * (test/links replays every form ever published). The language is the path, not a parameter.
 */
export const PARAMS: Readonly<Record<string, Param>> = {
  i: {
    read: (text, known) => {
      const indicator = renamed(INDICATOR_ALIASES, text);
      return known.indicator(indicator) ? { indicator } : undefined;
    },
    write: ({ indicator }) => indicator,
  },
  l: {
    read: (text, known) => {
      if (text === NO_LAYERS) return { layers: [] };
      const ids = text.split(",").map((id) => renamed(LAYER_ALIASES, id));
      const layers = [...new Set(ids.filter(known.layer))];
      return layers.length > 0 ? { layers } : undefined;
    },
    write: ({ layers }) => (layers === null ? null : layers.length === 0 ? NO_LAYERS : layers.join(",")),
  },
  c: selectionParam("commune"),
  w: selectionParam("work"),
  v: selectionParam("village"),
  z: selectionParam("zone"),
  d: {
    read: (text, known) => {
      if (!isIsoDate(text)) return undefined;
      if (known.days !== null && (text < known.days[0] || text > known.days[1])) return undefined;
      return { asOf: text };
    },
    write: ({ asOf }) => asOf,
  },
  m: {
    read: (text) => {
      const camera = readCamera(text);
      return camera === undefined ? undefined : { camera };
    },
    write: ({ camera }) => {
      if (camera === null) return null;
      const { center, zoom } = roundCamera(camera);
      return [...center, zoom].join(",");
    },
  },
  t: {
    read: (text) => (isTheme(text) ? { theme: text } : undefined),
    write: ({ theme }) => (theme === "auto" ? null : theme),
  },
};

/** The view of a link that says nothing. */
export const DEFAULT_VIEW: ViewState = {
  indicator: null,
  layers: null,
  selection: null,
  asOf: null,
  camera: null,
  theme: "auto",
};

/** Layers a list names that this build does not know, so that they too are said to be dropped. */
function unknownLayers(text: string, known: Known): string[] {
  if (text === NO_LAYERS) return [];
  return text.split(",").filter((id) => !known.layer(renamed(LAYER_ALIASES, id)));
}

/** Parameters others add to links (mail, social networks): not ours, and not worth a word to the reader. */
const FOREIGN = /^(utm_\w+|fbclid|gclid|zarsrc|mc_cid|mc_eid)$/;

/**
 * Reads a query string. Never throws: what is understood is kept, the rest is listed in `dropped`. A repeated key counts
 * once, and only one selection can hold; later ones are dropped.
 */
export function readView(
  search: string,
  known: Known,
): { readonly view: ViewState; readonly dropped: readonly Dropped[] } {
  const dropped: Dropped[] = [];
  let view = DEFAULT_VIEW;
  const seen = new Set<string>();
  for (const [key, value] of new URLSearchParams(search)) {
    if (FOREIGN.test(key)) continue;
    const param = Object.hasOwn(PARAMS, key) ? PARAMS[key] : undefined;
    const change = seen.has(key) ? undefined : param?.read(value, known);
    if (change === undefined || (change.selection && view.selection)) {
      dropped.push({ key, value });
      continue;
    }
    seen.add(key);
    if (key === "l") for (const id of unknownLayers(value, known)) dropped.push({ key, value: id });
    view = { ...view, ...change };
  }
  return { view, dropped };
}

/** The query string of a view, with "?" in front, or "" for the default view. Commas and colons stay readable. */
export function writeView(view: ViewState): string {
  const pairs = Object.entries(PARAMS).flatMap(([key, param]) => {
    const value = param.write(view);
    return value === null
      ? []
      : [`${key}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`];
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
