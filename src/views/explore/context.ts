import { createContext, useContext } from "react";
import type { Snapshot } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { Source } from "@/domain/source";
import type { Village } from "@/domain/village";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import type { Indicator } from "@/indicators/indicator";
import type { Selection, ViewState } from "@/state/view";

/** What every part of the page reads: one language, one day, one selection. */
export interface Explore {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly snapshot: Snapshot;
  readonly selection: Selection | null;
  readonly communeByCode: ReadonlyMap<CommuneCode, Commune>;
  readonly villageById: ReadonlyMap<string, Village>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly select: (selection: Selection | null) => void;
  readonly openSources: () => void;
}

/** What changes with nearly every choice: the few parts that read it are drawn again, the others rest. */
export interface Shown {
  readonly indicator: Indicator;
  readonly view: ViewState;
}

const ExploreContext = createContext<Explore | null>(null);
export const ExploreProvider = ExploreContext.Provider;

const ShownContext = createContext<Shown | null>(null);
export const ShownProvider = ShownContext.Provider;

/** @throws outside the page: a programmer's error. */
export function useExplore(): Explore {
  const explore = useContext(ExploreContext);
  if (explore === null) throw new Error("a part of the map page was rendered outside <ExploreProvider>");
  return explore;
}

/** @throws outside the page: a programmer's error. */
export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (shown === null) throw new Error("a part of the map page was rendered outside <ShownProvider>");
  return shown;
}
