import { LOCALES } from "@/i18n/locale";
import { alternatesOf, LANGUAGE_FOLDERS } from "@/views/page/sitePages";
import { escapeHtml } from "../shell";
import type { SiteFile, SitePage } from "./sitePage";

export const SITEMAP = "sitemap.xml";

/** What a crawler is told of one page. */
type Listed = Pick<SitePage, "locale" | "path" | "noindex">;

/**
 * `robots.txt` always: nothing is forbidden, because a page that must not be found says so itself and has to be read for that. `sitemap.xml` only
 * where there is a public address and nothing made up among the data; it lists every page that may be found, with the same page in the other language.
 * @param isIllustrative whether any of the data are made up
 */
export function siteFiles(
  pages: readonly Listed[],
  { address, isIllustrative }: { readonly address: string | null; readonly isIllustrative: boolean },
): readonly SiteFile[] {
  const hasSitemap = address !== null && !isIllustrative;
  const robots = ["User-agent: *", "Disallow:", ...(hasSitemap ? ["", `Sitemap: ${address}${SITEMAP}`] : [])];
  return [
    { path: "robots.txt", content: `${robots.join("\n")}\n` },
    ...(hasSitemap ? [{ path: SITEMAP, content: sitemap(pages, address) }] : []),
  ];
}

function sitemap(pages: readonly Listed[], address: string): string {
  const url = (path: string) => escapeHtml(`${address}${path}`);
  const entries = pages
    .filter(({ noindex }) => !noindex)
    .map(({ locale, path }) => {
      const others = alternatesOf(path);
      return [
        "<url>",
        `<loc>${url(`${LANGUAGE_FOLDERS[locale]}${path}`)}</loc>`,
        ...LOCALES.map(
          (language) =>
            `<xhtml:link rel="alternate" hreflang="${language}" href="${url(others[language])}"/>`,
        ),
        "</url>",
      ].join("");
    });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    "</urlset>",
    "",
  ].join("\n");
}
