import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { renderToStaticMarkup } from "react-dom/server";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadFineBoundaries, loadMapData, ReadError } from "@/datasets";
import { LOCALES, type Locale } from "@/i18n/locale";
import { loadMessages, messagesFor } from "@/i18n/messages";
import { notFoundMessages } from "@/i18n/messages/notFound";
import { pageMessages } from "@/i18n/messages/page";
import { paletteCss } from "@/scene/palette";
import { DEFAULT_VIEW } from "@/state/params";
import type { ViewState } from "@/state/view";
import type { ExploreData } from "@/views/explore/data";
import { ExplorePage } from "@/views/explore/ExplorePage";
import { dayOf, type ExploreModel, useExploreModel } from "@/views/explore/model";
import { siteAddress } from "@/views/page/readingPage";
import { alternatesOf, LANGUAGE_FOLDERS, linkToRoot, type PagePlace } from "@/views/page/sitePages";
import type { StandingPicture } from "./images/frame";
import { rasterPool } from "./images/rasterPool";
import { sharePicture } from "./images/scenePictures";
import { NotFoundPage } from "./NotFoundPage";
import { boundariesForPage } from "./pageGeometry";
import { pagePictures } from "./pagePictures";
import { PAGE_BUILDERS } from "./pages";
import { siteFiles } from "./pages/siteFiles";
import type { BuiltSite, SiteFile, SitePage } from "./pages/sitePage";
import { documentHtml } from "./shell";
import { inlineStyles, type PaperWords, paperWords, readingStyles } from "./styles";

const STYLES = fileURLToPath(new URL("../../src/app/styles", import.meta.url));

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

/** What a page says of its picture; nothing where the site has no public address. */
type PictureFor = (
  place: PagePlace,
  draw?: () => StandingPicture,
) => { readonly picture?: ReturnType<ReturnType<typeof pagePictures>> };

/** The map as a picture shows it: the opening view, the whole province, colours and names alone. */
function mapPicture(data: ExploreData, locale: Locale, address: string | null): StandingPicture {
  const { scene, locator, province } = modelOf(data, locale, { ...DEFAULT_VIEW, layers: ["labels"] });
  return sharePicture({ scene, locale, locator, address, frame: province });
}

/** What the page will show, computed by the page's own code. */
function modelOf(data: ExploreData, locale: Locale, view: ViewState = DEFAULT_VIEW): ExploreModel {
  let model: ExploreModel | undefined;
  const Probe = () => {
    model = useExploreModel(data, view, locale);
    return null;
  };
  renderToStaticMarkup(<Probe />);
  if (model === undefined) throw new Error("the map page has no model");
  return model;
}

/**
 * Writes `/`, `/en/`, every page of the registry with its files, and `404.html` into a built site from the data that lie in it. Returns the paths written.
 * @throws when an artifact of the build itself cannot be used: a reader may meet a broken file, a build may not.
 */
export async function prerender({
  outDir,
  script,
  scripts,
}: {
  readonly outDir: string;
  /** Of the map. */
  readonly script: string;
  readonly scripts: BuiltSite["scripts"];
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
      "data/site.json has no address: no canonical link, links to the other language are relative, and no page has a picture for messages and lists of links",
    );
  const palette = paletteCss();
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(outDir, file)), { recursive: true });
    writeFileSync(path.join(outDir, file), content);
  };
  const pool = rasterPool(write);
  const pictureOf = pagePictures((locale) => mapPicture(data, locale, address), pool.add);
  const pictureFor: PictureFor = (place, draw) =>
    address === null ? {} : { picture: pictureOf(place, draw) };

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
      path: LANGUAGE_FOLDERS[locale],
      alternates: LANGUAGE_FOLDERS,
      address,
      // Made-up numbers must not be found as if they were facts.
      noindex: kind === "illustrative",
      styles:
        inlineStyles(STYLES, palette, toRoot) + paperWords(wordsOf(locale, "", kind === "illustrative")),
      body: renderToStaticMarkup(
        <ExplorePage data={drawn} view={DEFAULT_VIEW} locale={locale} size={SIZE} />,
      ),
      script,
      ...pictureFor({ locale, path: "" }),
    });
    return { file: `${LANGUAGE_FOLDERS[locale]}index.html`, html };
  });

  const site: BuiltSite = {
    data,
    snapshot: takeSnapshot(data.register, dayOf(DEFAULT_VIEW, data)),
    fineBoundaries: await loadFineBoundaries(readerOf(path.join(outDir, "data"))),
    address,
    scripts,
  };
  const built = await Promise.all(PAGE_BUILDERS.map((build) => build(site)));
  for (const { path: file, draw } of built.flatMap((part) => part.pictures ?? [])) pool.add(file, draw());
  const sitePages = built.flatMap((part) => part.pages);
  const readings = sitePages.map((page) => readingHtml(page, site, palette, pictureFor(page, page.picture)));
  const isIllustrative = data.register.sources.some(({ kind }) => kind === "illustrative");
  const maps = LOCALES.map((locale) => ({ locale, path: "", noindex: isIllustrative }));
  const files: readonly SiteFile[] = [
    ...built.flatMap((part) => part.files),
    ...siteFiles([...maps, ...sitePages], { address, isIllustrative }),
  ];

  const notFound = documentHtml({
    locale: "vi",
    title: messagesFor("vi").pages.documentTitle(notFoundMessages.vi.title),
    description: notFoundMessages.vi.text,
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

  for (const { file, html } of [...pages, ...readings, { file: "404.html", html: notFound }])
    write(file, html);
  for (const file of files) write(file.path, file.content);
  await pool.end();
  return [...pages, ...readings].map(({ file }) => file.replace(/index\.html$/, ""));
}

/** What stands in the margins of a page's sheets. The map has no title there: what it shows changes. */
const wordsOf = (locale: Locale, title: string, isMadeUp: boolean): PaperWords => ({
  title,
  band: isMadeUp ? pageMessages[locale].band : null,
  page: pageMessages[locale].pageOf,
});

/** A reading page as a document. */
function readingHtml(
  page: SitePage,
  site: BuiltSite,
  palette: string,
  picture: ReturnType<PictureFor>,
): { file: string; html: string } {
  const { locale, path: below, script } = page;
  const toRoot = linkToRoot(page);
  const file = `${LANGUAGE_FOLDERS[locale]}${below}`;
  const html = documentHtml({
    locale,
    title: messagesFor(locale).pages.documentTitle(page.title),
    description: page.description,
    toRoot,
    path: file,
    alternates: alternatesOf(below),
    address: site.address,
    noindex: page.noindex,
    styles: readingStyles(
      STYLES,
      palette + (page.palette ?? ""),
      toRoot,
      page.fonts,
      page.styles,
      wordsOf(locale, messagesFor(locale).pages.documentTitle(page.title), page.noindex),
    ),
    before: page.before === undefined ? "" : renderToStaticMarkup(page.before),
    body: renderToStaticMarkup(page.body),
    script: script?.mode === "redraws" ? site.scripts[locale][script.entry] : null,
    enhancement: script?.mode === "enhances" ? site.scripts[locale][script.entry] : null,
    ...picture,
  });
  return { file: `${file}index.html`, html };
}
