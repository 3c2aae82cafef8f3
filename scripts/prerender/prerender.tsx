import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { renderToStaticMarkup } from "react-dom/server";
import { loadMapData, ReadError } from "@/datasets";
import { LOCALES, type Locale } from "@/i18n/locale";
import { loadMessages, messagesFor } from "@/i18n/messages";
import { aboutMessages } from "@/i18n/messages/about";
import { paletteCss } from "@/scene/palette";
import { DEFAULT_VIEW } from "@/state/params";
import type { ExploreData } from "@/views/explore/data";
import { ExplorePage } from "@/views/explore/ExplorePage";
import { type ExploreModel, useExploreModel } from "@/views/explore/model";
import { AboutPage } from "./AboutPage";
import { NotFoundPage } from "./NotFoundPage";
import { boundariesForPage } from "./pageGeometry";
import { documentHtml } from "./shell";
import { inlineStyles, minifyCss } from "./styles";

const STYLES = fileURLToPath(new URL("../../src/app/styles", import.meta.url));

/** Path of a language's pages below the site's root. */
const FOLDERS: Record<Locale, string> = { vi: "", en: "en/" };

/** Paths of the page about the map. */
const ABOUT: Record<Locale, string> = { vi: "gioi-thieu/", en: "en/gioi-thieu/" };
const ABOUT_STYLES = fileURLToPath(new URL("./about.css", import.meta.url));

/** CSS px of the map's box on a common laptop: what is drawn before anybody has measured. The page scales it to fit. */
const SIZE = { width: 732, height: 690 };

/** Reads artifacts of a built site from the disk. */
const readerOf = (folder: string) => async (file: string) => {
  try {
    return await readFile(path.join(folder, file), "utf8");
  } catch (cause) {
    throw new ReadError("missing", String(cause));
  }
};

/** What the page will show, computed by the page's own code. */
function modelOf(data: ExploreData, locale: Locale): ExploreModel {
  let model: ExploreModel | undefined;
  const Probe = () => {
    model = useExploreModel(data, DEFAULT_VIEW, locale);
    return null;
  };
  renderToStaticMarkup(<Probe />);
  if (model === undefined) throw new Error("the map page has no model");
  return model;
}

/** With a slash at its end, as links need it; null when unset. */
const siteAddress = (address: string | null | undefined): string | null =>
  address ? `${address.replace(/\/+$/, "")}/` : null;

/**
 * Writes `/`, `/en/`, the pages about the map and `404.html` into a built site from the data that lie in it. Returns the paths written.
 * @throws when an artifact of the build itself cannot be used: a reader may meet a broken file, a build may not.
 */
export async function prerender({
  outDir,
  script,
}: {
  readonly outDir: string;
  readonly script: string;
}): Promise<string[]> {
  await Promise.all(LOCALES.map(loadMessages));
  const data = await loadMapData(readerOf(path.join(outDir, "data")));
  if (data.failures.length > 0) {
    throw new Error(
      `data cannot be used: ${data.failures.map(({ path: file, detail }) => `${file} (${detail})`).join("; ")}`,
    );
  }
  const address = siteAddress(data.site?.address);
  if (address === null)
    console.log(
      "data/site.json has no address: no canonical link, and links to the other language are relative",
    );
  const palette = paletteCss();

  const pages = LOCALES.map((locale) => {
    const toRoot = locale === "vi" ? "" : "../";
    const { scene, kind } = modelOf(data, locale);
    const { boundaries } = data.geometry;
    const drawn =
      boundaries === null
        ? data
        : {
            ...data,
            geometry: { ...data.geometry, boundaries: boundariesForPage(boundaries, scene.frame, SIZE) },
          };
    const html = documentHtml({
      locale,
      title: messagesFor(locale).pages.documentTitle(scene.title),
      description: scene.description,
      toRoot,
      path: FOLDERS[locale],
      alternates: FOLDERS,
      address,
      // Made-up numbers must not be found as if they were facts.
      noindex: kind === "illustrative",
      styles: inlineStyles(STYLES, palette, toRoot),
      body: renderToStaticMarkup(
        <ExplorePage data={drawn} view={DEFAULT_VIEW} locale={locale} size={SIZE} />,
      ),
      script,
    });
    return { file: `${FOLDERS[locale]}index.html`, html };
  });

  const aboutStyles = readFileSync(ABOUT_STYLES, "utf8");
  const abouts = LOCALES.map((locale) => {
    const toRoot = locale === "vi" ? "../" : "../../";
    const m = aboutMessages[locale];
    const html = documentHtml({
      locale,
      title: messagesFor(locale).pages.documentTitle(m.title),
      description: m.description,
      toRoot,
      path: ABOUT[locale],
      alternates: ABOUT,
      address,
      noindex: data.register.sources.some(({ kind }) => kind === "illustrative"),
      styles: `${inlineStyles(STYLES, palette, toRoot)}${minifyCss(aboutStyles)}`,
      body: renderToStaticMarkup(<AboutPage data={data} locale={locale} toMap="../" toRoot={toRoot} />),
      script: null,
    });
    return { file: `${ABOUT[locale]}index.html`, html };
  });

  const notFound = documentHtml({
    locale: "vi",
    title: messagesFor("vi").pages.documentTitle(messagesFor("vi").pages.notFoundTitle),
    description: messagesFor("vi").pages.notFoundText,
    // Served at any depth: only an absolute address is sure to lead home.
    toRoot: address ?? "",
    path: "404.html",
    alternates: {},
    address: null,
    noindex: true,
    // System fonts: a relative font address would be wrong at most depths.
    styles: inlineStyles(STYLES, palette, address ?? "").replace(/@font-face\{[^}]*\}/g, ""),
    body: renderToStaticMarkup(<NotFoundPage home={address ?? "./"} />),
    script: null,
  });

  for (const { file, html } of [...pages, ...abouts, { file: "404.html", html: notFound }]) {
    mkdirSync(path.dirname(path.join(outDir, file)), { recursive: true });
    writeFileSync(path.join(outDir, file), html);
  }
  return LOCALES.flatMap((locale) => [FOLDERS[locale], ABOUT[locale]]);
}
