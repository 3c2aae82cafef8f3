import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadMapData } from "@/datasets";
import { indicatorById } from "@/indicators";
import { INDICATOR_ALIASES } from "@/state/aliases";
import {
  DEFAULT_EMBED_VIEW,
  EMBED_FOLDER,
  EMBED_PARAMS,
  type EmbedView,
  publishedViewOf,
  readEmbedView,
  slugOf,
  writeEmbedView,
} from "@/state/embedView";
import { embedModel, knownToEmbed } from "@/views/embed/embedModel";
import { publishedViews } from "../../scripts/prerender/pages/embeds";
import { disk, shippedEmbed } from "../views/embed/shipped";

interface RecordedLink {
  readonly link: string;
  readonly restores: Partial<EmbedView>;
}

const folder = fileURLToPath(new URL("./embeds", import.meta.url));
const recorded = readdirSync(folder).flatMap(
  (name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as RecordedLink[],
);
/** A published address in its parts: which page, and what is asked of it. */
const partsOf = (link: string) => {
  const found = /^(?:en\/)?(?:embed\.html|nhung\/(?<slug>[^/?]+)\/)(?<search>\?.*)?$/.exec(link);
  if (found === null) throw new Error(`no public form: ${link}`);
  return { slug: found.groups?.slug ?? null, search: found.groups?.search ?? "" };
};
const data = await shippedEmbed();
const known = knownToEmbed(data);
const site = await loadMapData(disk);
const stateOf = (link: string): EmbedView => {
  const { slug, search } = partsOf(link);
  const asked = readEmbedView(search, known);
  const published = slug === null ? null : publishedViewOf(slug, known);
  if (slug !== null && published === null) throw new Error(`no view is called ${slug}`);
  return { ...asked, ...published };
};

describe("published addresses of embedded maps", () => {
  it.each(recorded)("$link restores its state", ({ link, restores }) => {
    expect(stateOf(link)).toEqual({ ...DEFAULT_EMBED_VIEW, ...restores });
  });

  it.each(recorded)("$link shows what it names", ({ link, restores }) => {
    const { view, indicator, commune } = embedModel(data, stateOf(link), "vi");
    if (restores.indicator !== undefined) expect(indicator.id).toBe(restores.indicator);
    expect(commune?.code ?? null).toBe(/^\d{5}$/.test(restores.place ?? "") ? restores.place : null);
    expect(view.selected).toBe(restores.selected ?? null);
  });

  it("cover every parameter, every kind of place and every indicator", () => {
    const searches = recorded.map(({ link }) => partsOf(link).search);
    const used = new Set(
      searches
        .flatMap((search) => [...new URLSearchParams(search).keys()])
        .filter((key) => !key.startsWith("utm")),
    );
    expect([...used].sort()).toEqual(Object.keys(EMBED_PARAMS).sort());
    const slugs = recorded.flatMap(({ link }) => partsOf(link).slug ?? []);
    const wanted = publishedViews({ data: site })
      .filter(({ indicator }) => indicator !== null)
      .map(slugOf);
    expect(wanted.filter((slug) => !slugs.includes(slug))).toEqual([]);
  });

  it("of folders are all built still", () => {
    const built = new Set(publishedViews({ data: site }).map(slugOf));
    const missing = recorded
      .flatMap(({ link }) => partsOf(link).slug ?? [])
      .filter((slug) => !built.has(slug));
    expect(missing).toEqual([]);
    // And what is built can be found again from its address alone.
    for (const slug of built) expect(publishedViewOf(slug, known), slug).not.toBeNull();
  });

  it("are spelled as the builder of addresses spells them", () => {
    for (const { link } of recorded) {
      const { slug, search } = partsOf(link);
      if (slug !== null || search.includes("utm")) continue;
      expect(writeEmbedView(readEmbedView(search, known)), link).toBe(search);
    }
    expect(EMBED_FOLDER).toBe("nhung/");
  });

  it("name indicators that exist, or once did", () => {
    for (const { restores } of recorded)
      if (restores.indicator)
        expect(
          indicatorById(restores.indicator) !== null || Object.hasOwn(INDICATOR_ALIASES, restores.indicator),
        ).toBe(true);
  });
});
