import { isCommuneCode } from "@/domain/commune";
import type { Locale } from "@/i18n/locale";
import {
  DEFAULT_EMBED_VIEW,
  EMBED_FOLDER,
  type EmbedView,
  type PublishedView,
  slugOf,
  type WideEmbedPlace,
  writeEmbedView,
} from "@/state/embedView";
import { LANGUAGE_FOLDERS } from "../../page/sitePages";

/** Name of the static picture beside a published view. Public: never renamed. */
export const IMAGE_FILE = "hinh.png";
/** CSS px of that picture: it is drawn twice as fine. */
export const IMAGE_WIDTH = 640;
/** The page that draws any view, and the host's small script. Public: never renamed. */
export const EMBED_FILE = "embed.html";
export const HOST_SCRIPT = `${EMBED_FOLDER}chieu-cao.js`;

/**
 * The published view that shows just this, or null when only `embed.html` can. What is marked, and the theme, a published page understands as well.
 * @param indicator of the view, its default filled in
 */
export function publishedOf(view: EmbedView, indicator: string): PublishedView | null {
  const { asOf, release, layers, place } = view;
  if (asOf !== null || release !== null || layers !== null) return null;
  // A commune's prepared page has the colours of its works; any other indicator is a choice.
  if (isCommuneCode(place)) return view.indicator === null ? { place, indicator: null } : null;
  return { place: place as WideEmbedPlace, indicator };
}

/** Where a view is found, below the site's root. */
export function embedPath(view: EmbedView, indicator: string, locale: Locale): string {
  const published = publishedOf(view, indicator);
  const folder = LANGUAGE_FOLDERS[locale];
  if (published === null) return `${folder}${EMBED_FILE}${writeEmbedView(view)}`;
  const { selected, theme } = view;
  const rest = writeEmbedView({ ...DEFAULT_EMBED_VIEW, selected, theme });
  return `${folder}${EMBED_FOLDER}${slugOf(published)}/${rest}`;
}

/** The static picture of a view, below the site's root; null: there is none of it. Those of communes are their dossiers' business. */
export function imagePath(view: EmbedView, indicator: string, locale: Locale): string | null {
  const published = publishedOf(view, indicator);
  if (published?.indicator === undefined || published.indicator === null) return null;
  if (view.selected !== null || view.theme !== "auto") return null;
  return `${LANGUAGE_FOLDERS[locale]}${EMBED_FOLDER}${slugOf(published)}/${IMAGE_FILE}`;
}

/** For a double-quoted attribute. */
const quoted = (text: string): string =>
  `"${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}"`;

/** The frame: lazy, named, sandboxed without an origin of its own; borders by attribute, because a strict host allows no style. */
export function frameCode({
  src,
  title,
  height,
  isFitted,
}: {
  /** Absolute. */
  readonly src: string;
  readonly title: string;
  /** CSS px. */
  readonly height: number;
  /** Marked for the host's script, which makes it as high as its content. */
  readonly isFitted: boolean;
}): string {
  const attributes = [
    `src=${quoted(src)}`,
    `title=${quoted(title)}`,
    'width="100%"',
    `height="${height}"`,
    'frameborder="0"',
    'loading="lazy"',
    'sandbox="allow-scripts allow-popups"',
    ...(isFitted ? ["data-ct22"] : []),
  ];
  return `<iframe ${attributes.join(" ")}></iframe>`;
}

/** The frame with the host's script beside it. */
export const fittedCode = (
  options: Omit<Parameters<typeof frameCode>[0], "isFitted">,
  /** Absolute address of the host's script. */
  script: string,
): string => `${frameCode({ ...options, isFitted: true })}\n<script src=${quoted(script)} async></script>`;

/** The picture, leading to the map it shows. */
export const imageCode = ({
  src,
  image,
  title,
}: {
  readonly src: string;
  readonly image: string;
  readonly title: string;
}): string =>
  `<a href=${quoted(src)}><img src=${quoted(image)} alt=${quoted(title)} width="${IMAGE_WIDTH}" loading="lazy"></a>`;
