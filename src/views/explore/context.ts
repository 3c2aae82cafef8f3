import { createContext, useContext } from "react";
import type { Snapshot } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { Source } from "@/domain/source";
import type { Village } from "@/domain/village";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import type { Indicator } from "@/indicators/indicator";
import type { Selection, ViewState } from "@/state/view";

/** What every part of the page reads: one language, one day, one indicator. */
export interface Explore {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly snapshot: Snapshot;
  readonly indicator: Indicator;
  readonly view: ViewState;
  readonly communeByCode: ReadonlyMap<CommuneCode, Commune>;
  readonly villageById: ReadonlyMap<string, Village>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly select: (selection: Selection | null) => void;
  readonly openSources: () => void;
}

const ExploreContext = createContext<Explore | null>(null);
export const ExploreProvider = ExploreContext.Provider;

/** @throws outside the page: a programmer's error. */
export function useExplore(): Explore {
  const explore = useContext(ExploreContext);
  if (explore === null) throw new Error("a part of the map page was rendered outside <ExploreProvider>");
  return explore;
}
