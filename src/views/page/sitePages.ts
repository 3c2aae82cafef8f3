import type { CommuneCode } from "@/domain/commune";
import { LOCALES, type Locale } from "@/i18n/locale";

/** The pages of the site that a reader finds in the navigation, in its order, and where each lies below its language's root. Paths are public: never renamed. */
export const SITE_PAGES = {
  map: "",
  compare: "so-sanh/",
  targets: "chi-tieu/",
  communes: "xa/",
  works: "cong-trinh/",
  report: "bao-cao/",
  data: "du-lieu/",
  about: "gioi-thieu/",
} as const;
export type SitePageId = keyof typeof SITE_PAGES;
export const SITE_PAGE_IDS = Object.keys(SITE_PAGES) as readonly SitePageId[];

/** Below the language's root. Xã and phường alike: the page says which it is. */
export const communePath = (code: CommuneCode): string => `${SITE_PAGES.communes}${code}/`;
export const workPath = (workId: string): string => `${SITE_PAGES.works}${encodeURIComponent(workId)}/`;

/** Path of a language's pages below the site's root. */
export const LANGUAGE_FOLDERS: Readonly<Record<Locale, string>> = { vi: "", en: "en/" };

/** The same page in every language, below the site's root. */
export const alternatesOf = (path: string): Readonly<Record<Locale, string>> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, `${LANGUAGE_FOLDERS[locale]}${path}`])) as Record<
    Locale,
    string
  >;

/** "", "../", "../../" …: from a page to the folder so many levels above. `path` ends with "/" or is "". */
export const upFrom = (path: string): string => "../".repeat(path.split("/").length - 1);

/** Where a page stands: what its relative links need. */
export interface PagePlace {
  readonly locale: Locale;
  /** Below its language's root, ending with "/" or "". */
  readonly path: string;
}

/** A relative link from one page to another of the same language; `./` to itself. */
export const linkTo = ({ path }: PagePlace, target: string): string => `${upFrom(path)}${target}` || "./";

/** A relative link to the same page in another language. */
export const linkToLanguage = ({ locale, path }: PagePlace, other: Locale): string =>
  `${upFrom(path)}${upFrom(LANGUAGE_FOLDERS[locale])}${LANGUAGE_FOLDERS[other]}${path}` || "./";

/** A relative link to a file below the site's root (data, licences, fonts). */
export const linkToRoot = ({ locale, path }: PagePlace, file = ""): string =>
  `${upFrom(path)}${upFrom(LANGUAGE_FOLDERS[locale])}${file}`;
