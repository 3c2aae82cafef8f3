import { isCommuneCode } from "@/domain/commune";
import { type IsoDate, isIsoDate } from "@/domain/date";
import { FACET_VALUES, type Facet, NO_FILTER, type WorkFilter } from "@/domain/workFilter";
import { INDICATOR_ALIASES, LAYER_ALIASES, renamed } from "./aliases";
import { DENSITIES, type Selection, TABLES, type Theme, type ViewState } from "./view";

/** What exists in this build's data: a link may ask for something that is gone, misspelt or not yet published. */
export interface Known {
  readonly indicator: (id: string) => boolean;
  readonly layer: (id: string) => boolean;
  /** True as well while the dataset that would tell is missing: a broken file must not eat a good link. */
  readonly subject: (type: Selection["type"], id: string) => boolean;
  /** A responsible body of the register, or "-" for works that state none. */
  readonly body: (name: string) => boolean;
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
  readonly read: (text: string, known: Known, before: ViewState) => Partial<ViewState> | undefined;
  readonly write: (view: ViewState) => string | null;
  /** Parts of a list that were not understood while others were, so that they too are said to be dropped. */
  readonly lost?: (text: string, known: Known) => readonly string[];
}

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

/** Values of a list in a link; "," parts them, so one inside a value is written "%2C" once more. */
const readList = (text: string): readonly string[] => [
  ...new Set(text.split(",").map((part) => part.replaceAll("%2C", ",").replaceAll("%25", "%"))),
];
const writeList = (values: readonly string[]): string | null =>
  values.length === 0
    ? null
    : values.map((value) => value.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");

/** The values of a filter's facet that exist; none left: not understood. */
const facetParam = (facet: Facet): Param => {
  const possible: readonly string[] | null = FACET_VALUES[facet];
  const exists = (value: string, known: Known): boolean => {
    if (possible !== null) return possible.includes(value);
    if (facet === "communes") return isCommuneCode(value) && known.subject("commune", value);
    return facet === "villages" ? known.subject("village", value) : known.body(value);
  };
  return {
    read: (text, known, { filter }) => {
      const values = readList(text).filter((value) => exists(value, known));
      return values.length === 0 ? undefined : { filter: { ...filter, [facet]: values } };
    },
    write: ({ filter }) => writeList(filter[facet]),
    lost: (text, known) => readList(text).filter((value) => !exists(value, known)),
  };
};

/** `200-1500`, `200-`, `-1500`: triệu đồng. */
function readRange(text: string): WorkFilter["investment"] | undefined {
  const parts = /^(\d{0,12})-(\d{0,12})$/.exec(text);
  if (parts === null) return undefined;
  const end = (part: string | undefined) => (part === undefined || part === "" ? null : Number(part));
  const [min, max] = [end(parts[1]), end(parts[2])];
  if ((min === null && max === null) || (min !== null && max !== null && min > max)) return undefined;
  return [min, max];
}

const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text);

const OPACITY = [5, 95] as const;

/** Layers a list names that this build does not know. */
const unknownLayers = (text: string, known: Known): readonly string[] =>
  text === NO_LAYERS ? [] : text.split(",").filter((id) => !known.layer(renamed(LAYER_ALIASES, id)));

/** One part of a list of opacities; null: not understood. */
function opacityOf(part: string, known: Known): readonly [layer: string, percent: number] | null {
  const [layer = "", percent = "", ...rest] = part.split(":");
  const id = renamed(LAYER_ALIASES, layer);
  const value = Number(percent);
  const isFine = /^\d{1,2}$/.test(percent) && value >= OPACITY[0] && value <= OPACITY[1];
  return rest.length === 0 && isFine && known.layer(id) ? [id, value] : null;
}

/** `hazard:40,relief:80`: layers and their opacity in percent. */
function readOpacity(text: string, known: Known): ViewState["opacity"] | undefined {
  const pairs = text.split(",").flatMap((part) => {
    const pair = opacityOf(part, known);
    return pair === null ? [] : [pair];
  });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

const MAX_TEXT = 80;
/** Characters of a question in a link; a longer one leaves as a file. */
export const LONGEST_QUESTION = 3500;

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
    lost: unknownLayers,
  },
  o: {
    read: (text, known) => {
      const opacity = readOpacity(text, known);
      return opacity === undefined ? undefined : { opacity };
    },
    write: ({ opacity }) => {
      const pairs = Object.entries(opacity).map(([layer, percent]) => `${layer}:${percent}`);
      return pairs.length === 0 ? null : pairs.join(",");
    },
    lost: (text, known) => text.split(",").filter((part) => opacityOf(part, known) === null),
  },
  u: {
    read: (text, known) => {
      const order = [...new Set(text.split(",").map((id) => renamed(LAYER_ALIASES, id)))].filter(known.layer);
      return order.length > 0 ? { order } : undefined;
    },
    write: ({ order }) => (order === null || order.length === 0 ? null : order.join(",")),
    lost: unknownLayers,
  },
  c: selectionParam("commune"),
  w: selectionParam("work"),
  v: selectionParam("village"),
  z: selectionParam("zone"),
  s: {
    read: (text, known) => {
      const chosen = [...new Set(text.split(","))]
        .filter(isCommuneCode)
        .filter((code) => known.subject("commune", code));
      return chosen.length > 0 ? { chosen } : undefined;
    },
    write: ({ chosen }) => (chosen.length === 0 ? null : chosen.join(",")),
    lost: (text, known) =>
      text.split(",").filter((code) => !isCommuneCode(code) || !known.subject("commune", code)),
  },
  fs: facetParam("sectors"),
  fg: facetParam("stages"),
  fx: facetParam("communes"),
  fv: facetParam("villages"),
  fl: facetParam("late"),
  fp: facetParam("locations"),
  fb: facetParam("bodies"),
  fk: facetParam("capital"),
  fn: facetParam("inPlan97"),
  fi: {
    read: (text, _known, { filter }) => {
      const investment = readRange(text);
      return investment === undefined ? undefined : { filter: { ...filter, investment } };
    },
    write: ({ filter: { investment } }) =>
      investment === null ? null : `${investment[0] ?? ""}-${investment[1] ?? ""}`,
  },
  q: {
    read: (text, _known, { filter }) => {
      const kept = text.normalize("NFC").trim().slice(0, MAX_TEXT);
      return kept === "" ? undefined : { filter: { ...filter, text: kept } };
    },
    write: ({ filter }) => (filter.text === "" ? null : filter.text),
  },
  b: {
    read: (text) => {
      const table = oneOf(TABLES, text);
      return table === undefined ? undefined : { table };
    },
    write: ({ table }) => table,
  },
  r: {
    read: (text, known) => {
      const raise = renamed(INDICATOR_ALIASES, text);
      return known.indicator(raise) ? { raise } : undefined;
    },
    write: ({ raise }) => raise,
  },
  n: {
    read: (text) => {
      const density = oneOf(DENSITIES, text);
      return density === undefined ? undefined : { density };
    },
    write: ({ density }) => density,
  },
  a: {
    read: (text) => (text === "" || text.length > LONGEST_QUESTION ? undefined : { question: text }),
    write: ({ question }) => question,
  },
  h: {
    read: (text) => (/^[0-9a-f]{8}$/.test(text) ? { answeredOn: text } : undefined),
    write: ({ answeredOn }) => answeredOn,
  },
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
  order: null,
  opacity: {},
  selection: null,
  chosen: [],
  filter: NO_FILTER,
  table: null,
  raise: null,
  density: null,
  question: null,
  answeredOn: null,
  asOf: null,
  camera: null,
  theme: "auto",
};

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
    const change = seen.has(key) ? undefined : param?.read(value, known, view);
    if (change === undefined || (change.selection && view.selection)) {
      dropped.push({ key, value });
      continue;
    }
    seen.add(key);
    for (const part of param?.lost?.(value, known) ?? []) dropped.push({ key, value: part });
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
