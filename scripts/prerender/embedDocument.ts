import { readFileSync } from "node:fs";
import type { Locale } from "@/i18n/locale";
import { COLORS, type ColorToken, paletteCss } from "@/scene/palette";
import { documentHtml } from "./shell";
import { minifyCss } from "./styles";

const STYLES = minifyCss(readFileSync(new URL("../../src/views/embed/embed.css", import.meta.url), "utf8"));

/** The theme of the link before the first colour. */
export const EMBED_BEFORE_PAINT =
  "let d=document.documentElement,t=/[?&]t=(dark|light)\\b/.exec(location.search);t&&(d.dataset.theme=t[1])";

/** The same for a page whose link may choose another view: what was prepared stays unseen until that is drawn. */
export const CHOSEN_BEFORE_PAINT =
  'let d=document.documentElement,q=location.search,t=/[?&]t=(dark|light)\\b/.exec(q);t&&(d.dataset.theme=t[1]);/[?&][^t&=]+=/.test(q)&&(d.classList.add("linked"),addEventListener("error",()=>d.classList.remove("linked"),!0))';
const CHOSEN_STYLES = ".linked #embed>.embed{display:none}";

/** Custom properties of the colours a page uses, in both themes; the others would be a tenth of an embedded map. */
export function usedPalette(text: string): string {
  const used = [...new Set([...text.matchAll(/var\(--c-([\w-]+)\)/g)].map(([, token]) => token ?? ""))]
    .filter((token): token is ColorToken => Object.hasOwn(COLORS, token))
    .toSorted();
  const colors = (theme: "light" | "dark") =>
    used.map((token) => `--c-${token}:${COLORS[token][theme]}`).join(";");
  return (
    `:root{color-scheme:light;${colors("light")}}` +
    `@media screen{:root[data-theme=dark]{color-scheme:dark;${colors("dark")}}}` +
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]):not([data-theme=dark]){color-scheme:dark;${colors("dark")}}}`
  );
}

/** An embedded map as a document: everything it shows is in it; one classic script only adds to that. */
export function embedDocument({
  locale,
  title,
  description,
  toRoot,
  path,
  alternates,
  address,
  body,
  script,
  isChosen = false,
  oembed = null,
}: {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  readonly toRoot: string;
  /** Below the site's root. */
  readonly path: string;
  readonly alternates: Readonly<Partial<Record<Locale, string>>>;
  readonly address: string | null;
  readonly body: string;
  /** Classic script, below the site's root. */
  readonly script: string;
  /** A link may choose another view, whose colours are not known yet. */
  readonly isChosen?: boolean;
  /** Its oEmbed description, below the site's root; null: there is none. */
  readonly oembed?: string | null;
}): string {
  const own = isChosen ? STYLES + CHOSEN_STYLES : STYLES;
  return documentHtml({
    locale,
    title,
    description,
    toRoot,
    path,
    alternates,
    address,
    // Found by way of the page it is embedded in, or of the map itself.
    noindex: true,
    styles: (isChosen ? paletteCss() : usedPalette(own + body)) + own,
    body,
    script: null,
    ...(oembed === null ? {} : { oembed }),
    classic: { src: script, beforePaint: isChosen ? CHOSEN_BEFORE_PAINT : EMBED_BEFORE_PAINT },
  });
}
