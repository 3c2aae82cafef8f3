import type { Locale } from "@/i18n/locale";
import { pictureMessages } from "@/i18n/messages/picture";
import { escapeHtml } from "./shell";

/** CSS px. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** How long a consumer may keep the answer, seconds: a day, since figures change by the day. */
const CACHE_AGE = 86_400;

/** What an embedded map may do in the page of another: run its own script and open the site, nothing else. */
const SANDBOX = "allow-scripts allow-popups";

/** What an oEmbed description is made from. */
export interface EmbedDescription {
  /** Public address of the site, with its slash. */
  readonly address: string;
  /** Of the embedded page, below the site's root, ending with "/". */
  readonly path: string;
  readonly locale: Locale;
  readonly title: string;
  /** Of the frame. */
  readonly size: Size;
  /** A PNG that stands for the map, its path below the site's root, its size in pixels; null: there is none. */
  readonly thumbnail: (Size & { readonly path: string }) | null;
}

/** The frame as an editor pastes it. */
export const embedSnippet = ({
  address,
  path,
  title,
  size,
}: Pick<EmbedDescription, "address" | "path" | "title" | "size">): string =>
  `<iframe src="${escapeHtml(`${address}${path}`)}" title="${escapeHtml(title)}" width="${size.width}" height="${size.height}" loading="lazy" sandbox="${SANDBOX}"></iframe>`;

/** An embedded map as oEmbed 1.0 (https://oembed.com/), type `rich`: a static answer, so its sizes are those the page was made for. */
export function oembedJson(description: EmbedDescription): string {
  const { address, locale, title, size, thumbnail } = description;
  const answer = {
    version: "1.0",
    type: "rich",
    title,
    provider_name: pictureMessages[locale].site,
    provider_url: address,
    cache_age: CACHE_AGE,
    html: embedSnippet(description),
    ...size,
    // All three or none, as the specification asks.
    ...(thumbnail === null
      ? {}
      : {
          thumbnail_url: `${address}${thumbnail.path}`,
          thumbnail_width: thumbnail.width,
          thumbnail_height: thumbnail.height,
        }),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
