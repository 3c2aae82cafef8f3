import { renderToStaticMarkup } from "react-dom/server";
import type { Commune } from "@/domain/commune";
import type { BBox } from "@/domain/units";
import { toCsv } from "@/exports/csv";
import { LOCALES, type Locale } from "@/i18n/locale";
import { embedMessages } from "@/i18n/messages/embed";
import { INDICATORS } from "@/indicators";
import { decodeBoundaries } from "@/scene/geometry";
import {
  DEFAULT_EMBED_VIEW,
  EMBED_FOLDER,
  type EmbedView,
  type PublishedView,
  slugOf,
} from "@/state/embedView";
import { EMBED_FILE, IMAGE_FILE } from "@/views/embed/builder/embedCode";
import { EmbedPage } from "@/views/embed/EmbedPage";
import { type EmbedData, type EmbedModel, embedModel } from "@/views/embed/embedModel";
import { embedTable } from "@/views/embed/embedTable";
import { alternatesOf, LANGUAGE_FOLDERS, linkToRoot, upFrom } from "@/views/page/sitePages";
import { clipScene, cornerWeights } from "../clipScene";
import { embedDocument } from "../embedDocument";
import { staticPicture } from "../images/scenePictures";
import { oembedJson } from "../oembed";
import type { BuiltPages, BuiltSite, PageBuilder, SiteFile } from "./sitePage";

/** Description of an embedded map for editors that unfold links. Public: never renamed. */
const OEMBED_FILE = "oembed.json";
/** The frame an editor makes of such a link, CSS px: the whole map with its legend. */
const FRAME_WIDTH = 640;
const FRAME_HEIGHT = 680;
/** The folder of `embed.html`: a query alone would lead back to the page itself. */
const HERE = "./";
/** Name of the table beside a published view. Public: never renamed. */
const CSV_FILE = "so-lieu.csv";

/** Every published view: each indicator for the province and for the 19, and every commune. */
export const publishedViews = ({ data }: Pick<BuiltSite, "data">): readonly PublishedView[] => [
  ...INDICATORS.flatMap(({ id }): PublishedView[] => [
    { place: "province", indicator: id },
    { place: "19", indicator: id },
  ]),
  ...data.register.communes.map(({ code }): PublishedView => ({ place: code, indicator: null })),
];

/** Lon lat box of all of them. */
const boxOf = (communes: readonly Commune[]): BBox => [
  Math.min(...communes.map(({ bbox }) => bbox[0])),
  Math.min(...communes.map(({ bbox }) => bbox[1])),
  Math.max(...communes.map(({ bbox }) => bbox[2])),
  Math.max(...communes.map(({ bbox }) => bbox[3])),
];

const viewOf = ({ place, indicator }: PublishedView): EmbedView => ({
  ...DEFAULT_EMBED_VIEW,
  place,
  indicator,
});

/** The published views of embedded maps, `/nhung/<view>/`, and the prepared map of `embed.html`. */
export const embedPages: PageBuilder = (site): BuiltPages => {
  const { data, fineBoundaries, address, scripts } = site;
  const fine = decodeBoundaries(fineBoundaries);
  const weights = cornerWeights(fineBoundaries);
  const base: EmbedData = {
    register: data.register,
    boundaries: fine,
    surroundings: data.geometry.surroundings,
    locator: data.geometry.locator,
    manifest: data.manifest,
    classBreaks: data.classBreaks,
    site: data.site,
  };
  const draw = (view: PublishedView, locale: Locale): EmbedModel => {
    const model = embedModel(base, viewOf(view), locale);
    const { scene, camera, size } = model;
    return { ...model, scene: clipScene(scene, weights, { camera, ...size }) };
  };
  const document = (view: PublishedView, locale: Locale): readonly SiteFile[] => {
    const below = `${EMBED_FOLDER}${slugOf(view)}/`;
    const place = { locale, path: below };
    const model = draw(view, locale);
    const path = `${LANGUAGE_FOLDERS[locale]}${below}`;
    const m = embedMessages[locale];
    const hasTable = view.indicator !== null;
    const body = renderToStaticMarkup(
      <EmbedPage
        model={model}
        links={{
          toPages: upFrom(below),
          csv: hasTable ? CSV_FILE : null,
          mapScript: `${linkToRoot(place)}${scripts[locale].embedMap}`,
          toRoot: linkToRoot(place),
        }}
      />,
    );
    // An address that embeds are described with must be one that others can open.
    const oembed = address === null ? null : `${path}${OEMBED_FILE}`;
    const page = {
      path: `${path}index.html`,
      content: embedDocument({
        locale,
        title: model.title,
        description: m.description(model.title, model.subtitle),
        toRoot: linkToRoot(place),
        path,
        alternates: alternatesOf(below),
        address,
        body,
        script: scripts[locale].embed,
        oembed,
      }),
    };
    const described: readonly SiteFile[] =
      oembed === null || address === null
        ? []
        : [
            {
              path: oembed,
              content: oembedJson({
                address,
                path,
                locale,
                title: model.title,
                size: { width: FRAME_WIDTH, height: FRAME_HEIGHT },
                // Its height is that of its words: the picture itself knows it, and is drawn later.
                thumbnail: null,
              }),
            },
          ];
    if (!hasTable) return [page, ...described];
    const { table, metadata } = embedTable(model, `${address ?? ""}${path}`);
    return [page, ...described, { path: `${path}${CSV_FILE}`, content: toCsv(table, metadata, ",") }];
  };
  /** `embed.html`: the province prepared, any other view drawn by its script. */
  const chosen = (locale: Locale): SiteFile => {
    const indicator = embedModel(base, DEFAULT_EMBED_VIEW, locale).indicator.id;
    const model = draw({ place: "province", indicator }, locale);
    const m = embedMessages[locale];
    const place = { locale, path: "" };
    const path = `${LANGUAGE_FOLDERS[locale]}${EMBED_FILE}`;
    const links = {
      toPages: HERE,
      csv: null,
      mapScript: `${linkToRoot(place)}${scripts[locale].embedMap}`,
      toRoot: linkToRoot(place),
    };
    return {
      path,
      content: embedDocument({
        locale,
        title: model.title,
        description: m.description(model.title, model.subtitle),
        toRoot: linkToRoot(place),
        path,
        alternates: alternatesOf(EMBED_FILE),
        address,
        body: renderToStaticMarkup(
          <>
            <noscript>
              <p className="embed__notice embed__notice--chosen">{m.withoutScript}</p>
            </noscript>
            <div id="embed" data-pages={HERE}>
              <EmbedPage model={model} links={links} />
            </div>
          </>,
        ),
        script: scripts[locale].embedView,
        isChosen: true,
      }),
    };
  };
  const files = LOCALES.flatMap((locale) => publishedViews(site).flatMap((view) => document(view, locale)));
  /** Maps of the province and of the 19 as pictures, for where no frame may stand. */
  const pictures = LOCALES.flatMap((locale) =>
    publishedViews(site)
      .filter(({ indicator }) => indicator !== null)
      .map((view) => ({
        path: `${LANGUAGE_FOLDERS[locale]}${EMBED_FOLDER}${slugOf(view)}/${IMAGE_FILE}`,
        draw: () => {
          const { scene, title, subtitle, communes, locator } = embedModel(base, viewOf(view), locale);
          return staticPicture({
            scene: { ...scene, title, subtitle },
            locale,
            locator,
            address,
            frame: boxOf(communes),
          });
        },
      })),
  );
  return { pages: [], files: [...files, ...LOCALES.map(chosen)], pictures };
};
