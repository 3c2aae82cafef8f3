import type { CommuneCode } from "@/domain/commune";
import { isCommuneCode } from "@/domain/commune";
import { type IsoDate, isIsoDate } from "@/domain/date";
import { INDICATOR_ALIASES } from "./aliases";
import type { Dropped } from "./params";
import type { Theme } from "./view";

/** Who is compared with whom. A commune code: that one and its neighbours. */
export const PEER_GROUPS = ["19", "all", "xa", "phuong"] as const;
export type PeerGroup = (typeof PEER_GROUPS)[number];
export type Peers = PeerGroup | CommuneCode;

/** What small multiples are drawn for. */
export const MULTIPLES = ["period", "sector"] as const;
export type Multiples = (typeof MULTIPLES)[number];

/** Everything a reader may set on the page of comparisons. Null: the default of the data. */
export interface CompareView {
  readonly asOf: IsoDate | null;
  /** The earlier day things are compared with. */
  readonly since: IsoDate | null;
  readonly indicator: string | null;
  readonly peers: Peers | null;
  readonly multiples: Multiples | null;
  /** Two communes side by side, in the order they were chosen; empty: the page's own choice. */
  readonly pair: readonly CommuneCode[];
  /** Percent of households from which a commune counts as poor. */
  readonly needFrom: number | null;
  /** Percent of a commune's area under high susceptibility from which it counts as at risk. */
  readonly riskFrom: number | null;
  readonly theme: Theme;
}

export const DEFAULT_COMPARE_VIEW: CompareView = {
  asOf: null,
  since: null,
  indicator: null,
  peers: null,
  multiples: null,
  pair: [],
  needFrom: null,
  riskFrom: null,
  theme: "auto",
};

/** What a link may name in this build's data. */
export interface KnownToCompare {
  readonly indicator: (id: string) => boolean;
  readonly commune: (code: CommuneCode) => boolean;
  readonly days: readonly [first: IsoDate, last: IsoDate] | null;
}

interface Param {
  /** Undefined: not understood. */
  readonly read: (text: string, known: KnownToCompare) => Partial<CompareView> | undefined;
  /** Null: the default, left out. */
  readonly write: (view: CompareView) => string | null;
}

const isWithin = (day: IsoDate, { days }: KnownToCompare): boolean =>
  days === null || (day >= days[0] && day <= days[1]);

const dayParam = (field: "asOf" | "since"): Param => ({
  read: (text, known) => (isIsoDate(text) && isWithin(text, known) ? { [field]: text } : undefined),
  write: (view) => view[field],
});

/** Whole percent, 0–100. */
const thresholdParam = (field: "needFrom" | "riskFrom"): Param => ({
  read: (text) => (/^\d{1,3}$/.test(text) && Number(text) <= 100 ? { [field]: Number(text) } : undefined),
  write: (view) => (view[field] === null ? null : String(view[field])),
});

const found = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text);

/** The public form of a link to the page of comparisons, in the order in which it is written. Keys are never renamed or reused. */
export const COMPARE_PARAMS: Readonly<Record<string, Param>> = {
  d: dayParam("asOf"),
  f: dayParam("since"),
  i: {
    read: (text, known) => {
      const indicator = Object.hasOwn(INDICATOR_ALIASES, text) ? (INDICATOR_ALIASES[text] ?? text) : text;
      return known.indicator(indicator) ? { indicator } : undefined;
    },
    write: ({ indicator }) => indicator,
  },
  p: {
    read: (text, known) => {
      const group = found(PEER_GROUPS, text);
      if (group !== undefined) return { peers: group };
      return isCommuneCode(text) && known.commune(text) ? { peers: text } : undefined;
    },
    write: ({ peers }) => peers,
  },
  k: {
    read: (text) => {
      const multiples = found(MULTIPLES, text);
      return multiples === undefined ? undefined : { multiples };
    },
    write: ({ multiples }) => multiples,
  },
  x: {
    read: (text, known) => {
      const pair = text.split(",");
      const isPair = pair.length === 2 && pair[0] !== pair[1];
      return isPair && pair.every((code) => isCommuneCode(code) && known.commune(code))
        ? { pair: pair.filter(isCommuneCode) }
        : undefined;
    },
    write: ({ pair }) => (pair.length === 2 ? pair.join(",") : null),
  },
  n: thresholdParam("needFrom"),
  r: thresholdParam("riskFrom"),
  t: {
    read: (text) => (text === "light" || text === "dark" || text === "auto" ? { theme: text } : undefined),
    write: ({ theme }) => (theme === "auto" ? null : theme),
  },
};

const FOREIGN = /^(utm_\w+|fbclid|gclid|zarsrc|mc_cid|mc_eid)$/;

/** Reads a query string. Never throws: what is understood is kept, the rest is listed in `dropped`; a repeated key counts once. */
export function readCompareView(
  search: string,
  known: KnownToCompare,
): { readonly view: CompareView; readonly dropped: readonly Dropped[] } {
  const dropped: Dropped[] = [];
  const seen = new Set<string>();
  let view = DEFAULT_COMPARE_VIEW;
  for (const [key, value] of new URLSearchParams(search)) {
    if (FOREIGN.test(key)) continue;
    const param = Object.hasOwn(COMPARE_PARAMS, key) ? COMPARE_PARAMS[key] : undefined;
    const change = seen.has(key) ? undefined : param?.read(value, known);
    if (change === undefined) dropped.push({ key, value });
    else view = { ...view, ...change };
    seen.add(key);
  }
  return { view, dropped };
}

/** The query string with "?" in front, or "" for the default view. */
export function writeCompareView(view: CompareView): string {
  const pairs = Object.entries(COMPARE_PARAMS).flatMap(([key, { write }]) => {
    const value = write(view);
    return value === null ? [] : [`${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`];
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
