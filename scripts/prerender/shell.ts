import type { Locale } from "@/i18n/locale";
import { pictureMessages } from "@/i18n/messages/picture";
import { contentSecurityPolicy } from "../csp";
import { FIRST_SEEN_LINK, FIRST_SEEN_RULE, hasFirstSeen, markFirstSeen } from "./firstSeen";

/** For text between tags and inside double-quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * Runs before anything is painted. A link with a query shows another view than the prerendered one: the class hides that
 * (`HIDING_RULE`), so that title and map never disagree – until a file cannot be had, the page's script above all (a sandboxed tab, a broken line): then
 * the prepared view is better than none. The theme of the link (`t=`) is set before the first colour.
 */
export const BEFORE_PAINT =
  'let d=document.documentElement,q=location.search,t=/[?&]t=(dark|light)\\b/.exec(q);q&&(d.classList.add("linked"),addEventListener("error",()=>d.classList.remove("linked"),!0));t&&(d.dataset.theme=t[1])';

/** Hides what was prerendered until React puts the right view in its place; the element goes with it. */
export const HIDING_RULE = ".linked [data-prerendered]{visibility:hidden}";

/** Everything that differs from page to page. */
export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** "" for a page at the site's root, "../" one folder below. */
  readonly toRoot: string;
  /** Path of the page below the site's root, "" or "en/". */
  readonly path: string;
  /** The same page in every language: locale → path below the root. Empty: none. */
  readonly alternates: Readonly<Partial<Record<Locale, string>>>;
  /** Public address of the site with its slash; null: unset, so no canonical link. */
  readonly address: string | null;
  /** Search engines are asked to stay away: made-up numbers, or a page that is no content. */
  readonly noindex: boolean;
  readonly styles: string;
  /** Markup of the body's content, made by React. */
  readonly body: string;
  /** Markup before it that no script draws again. */
  readonly before?: string;
  /** Script that draws the body again, relative to the site's root; null: the page has none. */
  readonly script: string | null;
  /** Script that only adds to what is there. */
  readonly enhancement?: string | null;
  /** Classic script that only adds to what is there: it runs in a frame whose origin is opaque too. `beforePaint`: inline text, run before anything is shown. */
  readonly classic?: { readonly src: string; readonly beforePaint: string };
  /** What stands for the page elsewhere; said only where the site has a public address. Left out: the page has none. */
  readonly picture?: PagePicture;
  /** oEmbed description of the page, below the site's root; said only where the site has a public address. */
  readonly oembed?: string;
}

/** A PNG that stands for a page in messages and lists of links. */
export interface PagePicture {
  /** Below the site's root. */
  readonly path: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

const OG_LOCALES: Readonly<Record<Locale, string>> = { vi: "vi_VN", en: "en_GB" };

/**
 * What services show that unfold a link (Open Graph, X) or embed the page (oEmbed). All of it holds addresses, which must be absolute: without a public
 * one nothing is said. A page that asks not to be indexed has it too, since its picture says itself that it is made up.
 */
function sharing({ locale, title, description, path, address, picture, oembed }: Page): readonly string[] {
  if (address === null) return [];
  const property = (name: string, content: string | number) =>
    `<meta property="${name}" content="${escapeHtml(String(content))}">`;
  return [
    ...(picture === undefined
      ? []
      : [
          property("og:type", "website"),
          property("og:site_name", pictureMessages[locale].site),
          property("og:title", title),
          property("og:description", description),
          property("og:url", `${address}${path}`),
          property("og:locale", OG_LOCALES[locale]),
          property("og:image", `${address}${picture.path}`),
          property("og:image:type", "image/png"),
          property("og:image:width", picture.width),
          property("og:image:height", picture.height),
          property("og:image:alt", picture.alt),
          '<meta name="twitter:card" content="summary_large_image">',
        ]),
    ...(oembed === undefined
      ? []
      : [
          `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(`${address}${oembed}`)}" title="${escapeHtml(title)}">`,
        ]),
  ];
}

/** The whole document. Nothing in it blocks the first paint: styles are inline, the module script is deferred by nature. */
export function documentHtml(page: Page): string {
  const { locale, toRoot, script, address } = page;
  const body = script === null ? page.body : markFirstSeen(page.body);
  const staged = script !== null && hasFirstSeen(body);
  const styles = `${page.styles}${script === null ? "" : HIDING_RULE}${staged ? FIRST_SEEN_RULE : ""}`;
  const beforePaint = page.classic?.beforePaint ?? (script === null ? null : BEFORE_PAINT);
  const policy = contentSecurityPolicy({
    styles: [styles],
    scripts: beforePaint === null ? [] : [beforePaint],
  });
  const alternates = Object.entries(page.alternates).map(([language, path]) => {
    // Absolute when the address is known (search engines want that), else relative: it still tells a browser.
    const href = address === null ? `${toRoot}${path}` || "./" : `${address}${path}`;
    return `<link rel="alternate" hreflang="${language}" href="${escapeHtml(href)}">`;
  });
  const head = [
    '<meta charset="utf-8">',
    // Before every element the policy is about.
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    ...(staged ? [FIRST_SEEN_LINK] : []),
    ...(beforePaint === null ? [] : [`<script>${beforePaint}</script>`]),
    `<title>${escapeHtml(page.title)}</title>`,
    `<meta name="description" content="${escapeHtml(page.description)}">`,
    ...(page.noindex ? ['<meta name="robots" content="noindex">'] : []),
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    ...(address === null || page.noindex
      ? []
      : [`<link rel="canonical" href="${escapeHtml(`${address}${page.path}`)}">`]),
    ...alternates,
    ...sharing(page),
    // A picture of dots: Chromium asks for the icon again with every change of the address, and a drawn one takes it 6 ms of the page.
    // A page that may be served at any depth cannot say where its icon lies; an empty one stops the browser from guessing.
    script === null && page.enhancement === undefined
      ? '<link rel="icon" href="data:,">'
      : `<link rel="icon" type="image/png" href="${toRoot}favicon.png">`,
    `<style>${styles}</style>`,
  ];
  // Last in the body: found earlier it would share a slow line with the picture that is to be seen first.
  const before = page.before ?? "";
  const module = script ?? page.enhancement ?? null;
  const tag =
    page.classic !== undefined
      ? `\n<script src="${toRoot}${page.classic.src}" defer></script>`
      : module === null
        ? ""
        : `\n<script type="module" src="${toRoot}${module}"></script>`;
  const content =
    script === null
      ? `${before}${body}${tag}`
      : `${before}<div id="root"><div data-prerendered>${body}</div></div>${tag}`;
  return `<!doctype html>\n<html lang="${locale}">\n<head>\n${head.join("\n")}\n</head>\n<body>\n${content}\n</body>\n</html>\n`;
}
