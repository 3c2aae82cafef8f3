import type { Snapshot } from "@/analysis/snapshot";
import type { Manifest } from "@/domain/manifest";
import type { Site } from "@/domain/site";
import { messagesFor } from "@/i18n/messages";
import { leastTrusted } from "../explore/words";
import type { ReadingPage } from "./context";
import type { PagePlace, SitePageId } from "./sitePages";

/** With a slash at its end, as links need it; null when unset. */
export const siteAddress = (address: string | null | undefined): string | null =>
  address ? `${address.replace(/\/+$/, "")}/` : null;

/** What the parts of a reading page ask for, from the data of one day. Texts of its language must be loaded. */
export function readingPage(
  place: PagePlace,
  current: SitePageId | null,
  snapshot: Snapshot,
  { site, manifest }: { readonly site: Site | null; readonly manifest: Manifest | null },
): ReadingPage {
  const { communes, villages, sources } = snapshot.register;
  return {
    ...place,
    current,
    snapshot,
    messages: messagesFor(place.locale),
    communeByCode: new Map(communes.map((commune) => [commune.code, commune])),
    villageById: new Map(villages.map((village) => [village.villageId, village])),
    sourceById: new Map(sources.map((source) => [source.sourceId, source])),
    site,
    manifest,
    kind: leastTrusted(sources.map(({ kind }) => kind)),
    address: siteAddress(site?.address),
  };
}
