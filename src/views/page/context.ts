import { createContext, useContext } from "react";
import type { Snapshot } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { Manifest } from "@/domain/manifest";
import type { Site } from "@/domain/site";
import type { Kind, Source } from "@/domain/source";
import type { Village } from "@/domain/village";
import type { Messages } from "@/i18n/messages";
import type { PagePlace, SitePageId } from "./sitePages";

/** What every part of a reading page may ask for: one language, one day, one place in the site. */
export interface ReadingPage extends PagePlace {
  readonly messages: Messages;
  /** The register on the page's as-of day, unfiltered. */
  readonly snapshot: Snapshot;
  readonly communeByCode: ReadonlyMap<CommuneCode, Commune>;
  readonly villageById: ReadonlyMap<string, Village>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly site: Site | null;
  readonly manifest: Manifest | null;
  /** Least trustworthy kind of all data loaded. */
  readonly kind: Kind;
  /** Public address of the site with its slash; null: unset, so that no code to scan can be printed. */
  readonly address: string | null;
  /** The entry of the navigation this page belongs to; null: none. */
  readonly current: SitePageId | null;
}

const PageContext = createContext<ReadingPage | null>(null);
export const ReadingPageProvider = PageContext.Provider;

/** @throws outside a reading page: a programmer's error. */
export function usePage(): ReadingPage {
  const page = useContext(PageContext);
  if (page === null) throw new Error("a part of a reading page was rendered outside <PageFrame>");
  return page;
}
