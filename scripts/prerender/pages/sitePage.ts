import type { ReactNode } from "react";
import type { Snapshot } from "@/analysis/snapshot";
import type { MapData } from "@/datasets";
import type { BoundaryTopology } from "@/domain/geometry";
import type { Locale } from "@/i18n/locale";
import type { PagePlace } from "@/views/page/sitePages";
import type { StandingPicture } from "../images/frame";

/** What every builder of pages gets: the data of the site that is being built, read once. */
export interface BuiltSite {
  readonly data: MapData;
  /** The register on the data's default day, unfiltered. */
  readonly snapshot: Snapshot;
  /** The most detailed boundaries, for maps of one commune. */
  readonly fineBoundaries: BoundaryTopology;
  /** Public address with its slash; null: unset. */
  readonly address: string | null;
  /** Scripts by language and entry, below the site's root. */
  readonly scripts: Readonly<
    Record<
      Locale,
      Readonly<
        Record<"compare" | "reading" | "builder" | "dataPage" | "embed" | "embedView" | "embedMap", string>
      >
    >
  >;
}

/** A file written beside a page: a table to download. */
export interface SiteFile {
  /** Below the site's root. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** One page as the build writes it. */
export interface SitePage extends PagePlace {
  readonly title: string;
  readonly description: string;
  readonly body: ReactNode;
  /** Markup outside what a script redraws, before it. */
  readonly before?: ReactNode;
  /** Stylesheets after the common ones, addresses on the disk. */
  readonly styles: readonly URL[];
  /** Custom properties of colours that only this page uses. */
  readonly palette?: string;
  /** `web`: the fonts of the map on screen and paper; `print`: the reader's own on screen, embedded ones on paper. */
  readonly fonts: "web" | "print";
  /** `redraws`: the entry draws the body again in `#root`; `enhances`: it only adds to what is there. */
  readonly script: {
    readonly entry: "compare" | "reading" | "builder" | "dataPage";
    readonly mode: "redraws" | "enhances";
  } | null;
  /** Made-up numbers must not be found as if they were facts. */
  readonly noindex: boolean;
  /** What stands for the page in a message or a list of links; left out: the map of the site. Made only where the site has a public address. */
  readonly picture?: () => StandingPicture;
}

export interface BuiltPages {
  readonly pages: readonly SitePage[];
  readonly files: readonly SiteFile[];
  /** Pictures to be written as PNG, each drawn when its turn comes. */
  readonly pictures?: readonly { readonly path: string; readonly draw: () => StandingPicture }[];
}

/** Builds pages in both languages. One file each, one line in the registry. */
export type PageBuilder = (site: BuiltSite) => Promise<BuiltPages> | BuiltPages;
