import { takeSnapshot } from "@/analysis/takeSnapshot";
import type { CommuneCode } from "@/domain/commune";
import { addDays, type IsoDate, isIsoDate, quarterEnds } from "@/domain/date";
import type { ClassBreaks } from "@/domain/geometry";
import type { Manifest } from "@/domain/manifest";
import type { Register } from "@/domain/register";
import type { Site } from "@/domain/site";
import { INDICATORS, indicatorById } from "@/indicators";
import { classesOf } from "@/indicators/classBreaks";
import {
  type CompareView,
  type KnownToCompare,
  PEER_GROUPS,
  type PeerGroup,
  type Peers,
} from "@/state/compareView";
import { type Comparison, NO_TROUBLE, type Trouble } from "./context";

/** What the page of comparisons needs of the data; no shapes: those are in the page. */
export interface CompareData {
  readonly register: Register;
  readonly manifest: Manifest | null;
  readonly classBreaks: readonly ClassBreaks[];
  readonly site: Site | null;
}

/** The day shown where nothing else is known: the day the programme's plan was adopted. */
const FALLBACK_DAY = "2026-03-28" as IsoDate;
/** Links may ask for a day after the last one recorded: lateness goes on counting. */
const DAYS_AHEAD = 3650;
const WITH_WORKS = "physical-progress";
const WITHOUT_WORKS = "population-density";

const daysOf = ({ manifest }: CompareData): readonly IsoDate[] =>
  manifest?.recordingDates.filter(isIsoDate) ?? [];

/** What a link may name. */
export function knownToCompare(data: CompareData): KnownToCompare {
  const codes = new Set(data.register.communes.map(({ code }) => code));
  const days = daysOf(data);
  const [first, last] = [days[0], days.at(-1)];
  return {
    indicator: (id) => indicatorById(id) !== null,
    commune: (code) => codes.has(code),
    days: first === undefined || last === undefined ? null : [first, addDays(last, DAYS_AHEAD)],
  };
}

const isGroup = (peers: Peers): peers is PeerGroup => PEER_GROUPS.some((group) => group === peers);

/** The communes of a group of peers on a day. `19`: those with the status on that day; a code: that commune and its neighbours. */
export function peersOf(
  { register, statuses }: Pick<Comparison["now"], "register" | "statuses">,
  peers: Peers,
): readonly CommuneCode[] {
  const codesWhere = (test: (commune: Register["communes"][number]) => boolean) =>
    register.communes.filter(test).map(({ code }) => code);
  if (!isGroup(peers)) {
    const own = register.communes.find(({ code }) => code === peers);
    const near = new Set<CommuneCode>([peers, ...(own?.neighbours ?? [])]);
    return codesWhere(({ code }) => near.has(code));
  }
  switch (peers) {
    case "19":
      return codesWhere(({ code }) => statuses.has(code));
    case "all":
      return codesWhere(() => true);
    case "xa":
      return codesWhere(({ unit }) => unit === "commune");
    case "phuong":
      return codesWhere(({ unit }) => unit === "ward");
  }
}

/** The day before which "since" lies by default: the last end of a quarter on which something was recorded, else the day before in the list. */
function sinceOf(days: readonly IsoDate[], asOf: IsoDate): IsoDate {
  const earlier = days.filter((day) => day < asOf);
  const [first] = days;
  const ends = new Set(first === undefined ? [] : quarterEnds(first, asOf));
  return earlier.findLast((day) => ends.has(day)) ?? earlier.at(-1) ?? asOf;
}

/** Everything the sections read, from data and view. Pure: the prerendered page and the browser get the same. */
export function comparisonOf(
  data: CompareData,
  view: CompareView,
  choose: Comparison["choose"],
  trouble: Trouble = NO_TROUBLE,
): Comparison {
  const { register, manifest, classBreaks } = data;
  const otherwise = manifest?.defaultAsOf ?? "";
  const days = daysOf(data);
  const asOf = view.asOf ?? (isIsoDate(otherwise) ? otherwise : FALLBACK_DAY);
  // A link may name a later day as the earlier one: the two change places rather than fail.
  const since = view.since ?? sinceOf(days, asOf);
  const [from, to] = since <= asOf ? [since, asOf] : [asOf, since];
  const now = takeSnapshot(register, to);
  const listed = now.allWorks.some(({ work }) => work.inPlan97 === "yes");
  const indicator = indicatorById(view.indicator ?? (listed ? WITH_WORKS : WITHOUT_WORKS)) ?? INDICATORS[0];
  if (indicator === undefined) throw new Error("the indicator registry is empty");
  const peers = view.peers ?? (now.statuses.size > 0 ? "19" : "all");
  return {
    register,
    now,
    before: takeSnapshot(register, from),
    days,
    indicator,
    classes: classesOf(indicator, classBreaks) ?? { breaks: [], extent: [0, 1], version: "none" },
    classBreaks,
    peers,
    peerCodes: peersOf(now, peers),
    view,
    trouble,
    choose,
  };
}
