import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import { type IsoDate, isIsoDate } from "@/domain/date";
import { INDICATOR_ALIASES, LAYER_ALIASES, renamed } from "./aliases";
import type { Theme } from "./view";

/** What an embedded map is framed on: all communes, those with the status ("the 19"), or one and its works. */
export type EmbedPlace = WideEmbedPlace | CommuneCode;
export type WideEmbedPlace = "province" | "19";

/** Everything an embedded map may be asked for. Null: the default of the data. */
export interface EmbedView {
  readonly indicator: string | null;
  readonly place: EmbedPlace;
  /** The commune picked out at first; null: none. */
  readonly selected: CommuneCode | null;
  /** Ids of layers over the colours; null: those the place has by default. */
  readonly layers: readonly string[] | null;
  readonly asOf: IsoDate | null;
  /** Frozen: the release of the data it was made from, 12 hexadecimal digits; null: live. */
  readonly release: string | null;
  readonly theme: Theme;
}

/** The view of a link that says nothing. */
export const DEFAULT_EMBED_VIEW: EmbedView = {
  indicator: null,
  place: "province",
  selected: null,
  layers: null,
  asOf: null,
  release: null,
  theme: "auto",
};

/** What exists in the data an embedded map is drawn from. */
export interface KnownToEmbed {
  readonly indicator: (id: string) => boolean;
  readonly layer: (id: string) => boolean;
  readonly commune: (code: CommuneCode) => boolean;
  /** First and last day that may be asked for; null: any day. */
  readonly days: readonly [first: IsoDate, last: IsoDate] | null;
}

interface Param {
  /** Undefined: not understood, the default stays. An embed has no room to complain; its title says what it shows. */
  readonly read: (text: string, known: KnownToEmbed) => Partial<EmbedView> | undefined;
  /** Null: the default, left out. */
  readonly write: (view: EmbedView) => string | null;
}

const RELEASE = /^[0-9a-f]{12}$/;
/** Every layer switched off. */
const NO_LAYERS = "-";

/**
 * The public form of an embedded map's address, `embed.html?…`, in the order in which it is written. Keys mean what they mean on the map page where both
 * have them; `p` and `f` are the embed's own. Never renamed or reused (test/links replays every form ever published).
 */
export const EMBED_PARAMS: Readonly<Record<string, Param>> = {
  i: {
    read: (text, known) => {
      const indicator = renamed(INDICATOR_ALIASES, text);
      return known.indicator(indicator) ? { indicator } : undefined;
    },
    write: ({ indicator }) => indicator,
  },
  p: {
    read: (text, known) => {
      if (text === "19") return { place: text };
      return isCommuneCode(text) && known.commune(text) ? { place: text } : undefined;
    },
    write: ({ place }) => (place === "province" ? null : place),
  },
  c: {
    read: (text, known) => (isCommuneCode(text) && known.commune(text) ? { selected: text } : undefined),
    write: ({ selected }) => selected,
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
  d: {
    read: (text, { days }) =>
      isIsoDate(text) && (days === null || (text >= days[0] && text <= days[1])) ? { asOf: text } : undefined,
    write: ({ asOf }) => asOf,
  },
  f: {
    read: (text) => (RELEASE.test(text) ? { release: text } : undefined),
    write: ({ release }) => release,
  },
  t: {
    read: (text) => (text === "light" || text === "dark" ? { theme: text } : undefined),
    write: ({ theme }) => (theme === "auto" ? null : theme),
  },
};

/** Reads the query of an embedded map. Never throws; a repeated key counts once, what is not understood is left at its default. */
export function readEmbedView(search: string, known: KnownToEmbed): EmbedView {
  let view = DEFAULT_EMBED_VIEW;
  const seen = new Set<string>();
  for (const [key, value] of new URLSearchParams(search)) {
    if (seen.has(key) || !Object.hasOwn(EMBED_PARAMS, key)) continue;
    seen.add(key);
    view = { ...view, ...EMBED_PARAMS[key]?.read(value, known) };
  }
  return view;
}

/** The release a link is frozen to, read before there are data to check anything against; null: live, or no such name. */
export function frozenRelease(search: string): string | null {
  const text = new URLSearchParams(search).get("f") ?? "";
  return RELEASE.test(text) ? text : null;
}

/** The query of a view with "?" in front, or "" for the default. Commas stay readable. */
export function writeEmbedView(view: EmbedView): string {
  const pairs = Object.entries(EMBED_PARAMS).flatMap(([key, param]) => {
    const value = param.write(view);
    return value === null ? [] : [`${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`];
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** Folder of the published views below a language's root. Public: never renamed. */
export const EMBED_FOLDER = "nhung/";
const COMMUNE_SLUG = /^xa-(\d{5})$/;
const PROGRAMME_END = "-19";

/** A published view: one place, and an indicator unless the place is a commune, whose works it shows. */
export type PublishedView =
  | { readonly place: WideEmbedPlace; readonly indicator: string }
  | { readonly place: CommuneCode; readonly indicator: null };

/** Name of a published view's folder: `poverty`, `poverty-19`, `xa-07654`. */
export const slugOf = (view: PublishedView): string =>
  view.indicator === null
    ? `xa-${view.place}`
    : `${view.indicator}${view.place === "19" ? PROGRAMME_END : ""}`;

/** The published view of a folder's name, retired names of indicators included; null: there never was one. */
export function publishedViewOf(
  slug: string,
  known: Pick<KnownToEmbed, "indicator" | "commune">,
): PublishedView | null {
  const code = COMMUNE_SLUG.exec(slug)?.[1];
  if (code !== undefined && isCommuneCode(code))
    return known.commune(code) ? { place: code, indicator: null } : null;
  const place = slug.endsWith(PROGRAMME_END) ? "19" : "province";
  const id = place === "19" ? slug.slice(0, -PROGRAMME_END.length) : slug;
  const indicator = renamed(INDICATOR_ALIASES, id);
  return known.indicator(indicator) ? { place, indicator } : null;
}
