import { createHash } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { loadManifest, type Read } from "@/datasets";
import { addDays, type IsoDate, isoDate } from "@/domain/date";
import type { Manifest } from "@/domain/manifest";
import type { Locale } from "@/i18n/locale";
import { INDICATORS } from "@/indicators";
import { renderSceneToSvg } from "@/render/svg/renderSceneToSvg";
import { readEmbedView } from "@/state/embedView";
import { EmbedMap } from "@/views/embed/EmbedMap";
import { type EmbedData, embedModel, knownToEmbed, sourcesText } from "@/views/embed/embedModel";
import { loadEmbed, needsHazard } from "@/views/embed/loadEmbed";
import type { PictureSums, Pictures } from "./record";

const sum = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Data of links, each kind of data read once. @throws Error when anything cannot be read */
function loaderOf(read: Read): (link: string) => Promise<EmbedData> {
  const loaded = new Map<boolean, Promise<EmbedData>>();
  const load = async (link: string) => {
    const { data, failures } = await loadEmbed(read, link);
    if (failures.length > 0)
      throw new Error(
        `cannot be read: ${failures.map(({ path, detail }) => `${path} (${detail})`).join("; ")}`,
      );
    return data;
  };
  return (link) => {
    const kind = needsHazard(link);
    const known = loaded.get(kind) ?? load(link);
    loaded.set(kind, known);
    return known;
  };
}

/** What an embedded map of that link shows, drawn by its own code. */
function pictureOf(
  data: EmbedData,
  link: string,
  { locale = "vi", theme = "light" }: { readonly locale?: Locale; readonly theme?: "light" | "dark" } = {},
): PictureSums {
  const model = embedModel(data, readEmbedView(link, knownToEmbed(data)), locale);
  const { planes: _, ...words } = model.scene;
  const { width, height } = model.size;
  return {
    embed: sum(renderToStaticMarkup(<EmbedMap model={model} />)),
    // The same scene in the colours of a theme: the other has them as names.
    svg: sum(renderSceneToSvg(model.scene, { width, height, theme, locale, locator: model.locator })),
    texts: sum(
      JSON.stringify({
        ...words,
        // Legends of layers that are off are not beside the picture: a new layer changes none.
        layerLegends: words.layerLegends.filter(({ on }) => on),
        kind: model.kind,
        title: model.title,
        subtitle: model.subtitle,
        sources: sourcesText(model),
      }),
    ),
  };
}

/** The day the release opens on, and another: the middle one of those before it, or, where nothing is older, one a year later. */
function daysOf({ defaultAsOf, recordingDates }: Manifest): readonly IsoDate[] {
  const opening = isoDate(defaultAsOf);
  const earlier = recordingDates.filter((day) => day < opening);
  const middle = earlier[Math.floor(earlier.length / 2)];
  return [opening, middle === undefined ? addDays(opening, 365) : isoDate(middle)];
}

/** A commune with works, villages and zones in both packs. */
const COMMUNE = "07654";
/** Every layer of the first renderer; those added since change no older picture, and a picture of them is a link more. */
const EVERY_LAYER = "status,works,hazard,unassessed,events,villages,labels,relief,reference";

/** The pictures by which a release is known, by the links that show them: each indicator on two days, and each way to frame and to draw a map. */
export async function picturesOf(read: Read): Promise<Pictures> {
  const load = loaderOf(read);
  const days = daysOf(await loadManifest(read));
  const links = [
    "",
    "?p=19",
    `?p=${COMMUNE}`,
    `?c=${COMMUNE}&l=${EVERY_LAYER}`,
    "?l=-",
    ...INDICATORS.flatMap(({ id }) => days.map((day) => `?i=${id}&d=${day}`)),
  ];
  const pictures: Record<string, PictureSums> = {};
  for (const link of links) pictures[link] = pictureOf(await load(link), link);
  for (const link of ["", `?p=${COMMUNE}`])
    pictures[`${link} en dark`] = pictureOf(await load(link), link, { locale: "en", theme: "dark" });
  return pictures;
}
