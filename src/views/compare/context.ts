import { createContext, useContext } from "react";
import type { Classes } from "@/analysis/classes";
import type { Snapshot } from "@/analysis/snapshot";
import type { DatasetFailure } from "@/datasets";
import type { CommuneCode } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import type { ClassBreaks } from "@/domain/geometry";
import type { Register } from "@/domain/register";
import type { Indicator } from "@/indicators/indicator";
import type { CompareView, Peers } from "@/state/compareView";
import type { Dropped } from "@/state/params";

/** What went wrong on the way to a comparison, and is said on the page. */
export interface Trouble {
  /** Parts of the link that were not understood; the same list until the link changes. */
  readonly dropped: readonly Dropped[];
  /** Data files that could not be used. */
  readonly failures: readonly DatasetFailure[];
}
export const NO_TROUBLE: Trouble = { dropped: [], failures: [] };

/** What every section of the page of comparisons reads. Sections compute the rest from it by pure functions of analysis. */
export interface Comparison {
  readonly register: Register;
  /** As of the later day, unfiltered. */
  readonly now: Snapshot;
  /** As of the earlier day. */
  readonly before: Snapshot;
  /** Days on which something became known, ascending: the choices of both days. */
  readonly days: readonly IsoDate[];
  readonly indicator: Indicator;
  readonly classes: Classes;
  /** Classes of every indicator; for those that are not the chosen one. */
  readonly classBreaks: readonly ClassBreaks[];
  readonly peers: Peers;
  /** The communes of the group of peers, in the register's order. */
  readonly peerCodes: readonly CommuneCode[];
  readonly view: CompareView;
  readonly trouble: Trouble;
  /** Changes the view; the address follows and "back" undoes it. Does nothing in the prerendered page. */
  readonly choose: (change: Partial<CompareView>) => void;
}

const CompareContext = createContext<Comparison | null>(null);
export const ComparisonProvider = CompareContext.Provider;

/** @throws outside the page of comparisons: a programmer's error. */
export function useComparison(): Comparison {
  const comparison = useContext(CompareContext);
  if (comparison === null) throw new Error("a section was rendered outside <ComparePage>");
  return comparison;
}
