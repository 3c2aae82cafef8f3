import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadFineBoundaries, loadMapData } from "@/datasets";
import { isoDate } from "@/domain/date";
import { LOCALES } from "@/i18n/locale";
import { EMBED_FOLDER, slugOf } from "@/state/embedView";
import { pageProblems } from "../../../../scripts/checks/distRules";
import { embedPages, publishedViews } from "../../../../scripts/prerender/pages/embeds";
import type { BuiltSite } from "../../../../scripts/prerender/pages/sitePage";
import { disk, viewsOf } from "../../../views/embed/shipped";

const ADDRESS = "https://ban-do.example/";
/** Bytes of a page as sent. */
const BUDGET = 30_000;
/** The build compresses a little better. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const scripts = {
  compare: "a/compare.js",
  reading: "a/reading.js",
  builder: "a/builder.js",
  dataPage: "",
  embed: "a/embed.js",
  embedView: "a/embedView.js",
  embedMap: "a/embedMap.js",
};
let site: BuiltSite;
let files: ReadonlyMap<string, string>;
let pictures: NonNullable<Awaited<ReturnType<typeof embedPages>>["pictures"]>;
let pages: readonly (readonly [file: string, html: string])[];
beforeAll(async () => {
  const data = await loadMapData(disk);
  site = {
    data,
    snapshot: takeSnapshot(data.register, isoDate(data.manifest!.defaultAsOf)),
    fineBoundaries: await loadFineBoundaries(disk),
    address: ADDRESS,
    scripts: { vi: scripts, en: scripts },
  };
  const built = await embedPages(site);
  expect(built.pages).toEqual([]);
  pictures = built.pictures ?? [];
  files = new Map(built.files.map((file) => [file.path, String(file.content)]));
  expect(files.size).toBe(built.files.length);
  pages = [...files].filter(([file]) => file.endsWith(".html"));
}, 120_000);

/** Where a relative link of a page leads, below the site's root. */
const resolve = (file: string, link: string) => new URL(link, `${ADDRESS}${file}`).href.replace(ADDRESS, "");

describe("the pages of embedded maps", () => {
  it("are those of every view in both languages, a table beside each but a commune's, and one for any view", () => {
    const views = publishedViews(site);
    expect(new Set(views.map(slugOf))).toEqual(new Set(viewsOf(site.data).map(slugOf)));
    const expected = ["", "en/"].flatMap((language) => [
      `${language}embed.html`,
      ...views.flatMap((view) => {
        const folder = `${language}${EMBED_FOLDER}${slugOf(view)}/`;
        return view.indicator === null
          ? [`${folder}index.html`, `${folder}oembed.json`]
          : [`${folder}index.html`, `${folder}oembed.json`, `${folder}so-lieu.csv`];
      }),
    ]);
    expect([...files.keys()].toSorted()).toEqual(expected.toSorted());
    expect(pages).toHaveLength(2 * (119 + 1));
  });

  it("describe themselves to editors: a frame of their own address, in the sandbox they are made for", () => {
    for (const [file, text] of [...files].filter(([name]) => name.endsWith("oembed.json"))) {
      const answer = JSON.parse(text) as { html: string; title: string; width: number; type: string };
      const folder = file.replace("oembed.json", "");
      expect(answer.type).toBe("rich");
      expect(answer.html).toContain(`src="${ADDRESS}${folder}"`);
      expect(answer.html).toContain('sandbox="allow-scripts allow-popups"');
      const html = files.get(`${folder}index.html`) ?? "";
      expect(html).toContain(`href="${ADDRESS}${file}"`);
      expect(html).toContain(answer.title.replaceAll("&", "&amp;"));
    }
  });

  it("of the province and of the 19 have a picture each, of communes none", () => {
    const made = pictures.map(({ path: file }) => file).toSorted();
    const wanted = ["", "en/"].flatMap((language) =>
      viewsOf(site.data)
        .filter(({ indicator }) => indicator !== null)
        .map((view) => `${language}${EMBED_FOLDER}${slugOf(view)}/hinh.png`),
    );
    expect(made).toEqual(wanted.toSorted());
    const poverty = pictures.find(({ path: file }) => file === "nhung/poverty-19/hinh.png")?.draw();
    expect(poverty?.svg).toContain("minh họa");
    // Nothing is filtered: the 19 are a choice of communes, not of works.
    expect(poverty?.alt).not.toContain("bộ lọc");
    expect(poverty?.svg).not.toContain("bộ lọc");
  });

  it("are all there that were ever published", () => {
    const folder = path.join("test", "links", "embeds");
    const recorded = readdirSync(folder).flatMap(
      (name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as { link: string }[],
    );
    expect(recorded.length).toBeGreaterThan(40);
    for (const { link } of recorded) {
      const [file = ""] = link.split("?");
      expect(files.has(file.endsWith("/") ? `${file}index.html` : file), link).toBe(true);
    }
  });

  it("are light: every one of them fits the budget", () => {
    const sizes = pages.map(([file, html]) => [brotliCompressSync(html, QUICK).length, file] as const);
    expect(sizes.filter(([size]) => size > BUDGET)).toEqual([]);
    const heaviest = Math.max(...sizes.map(([size]) => size));
    // Seen from the other side: a page that lost its map would be light too.
    expect(Math.min(...sizes.map(([size]) => size))).toBeGreaterThan(4000);
    expect(heaviest).toBeGreaterThan(12_000);
  }, 60_000);

  it("keep the rules of every page of the site, by hashes that fit", () => {
    for (const [file, html] of pages) {
      expect(pageProblems(file, html)).toEqual([]);
      for (const [, , text = ""] of html.matchAll(/<(style|script)>([\s\S]*?)<\/\1>/g))
        expect(html.includes(createHash("sha256").update(text).digest("base64")), file).toBe(true);
      expect(html.match(/'sha256-/g), file).toHaveLength(2);
      expect(html.normalize("NFC") === html, file).toBe(true);
      expect(html, file).not.toMatch(/\sstyle=|unsafe-|undefined|NaN|\[object/);
    }
  });

  it("have every colour they use, and a published one no other", () => {
    for (const [file, html] of pages) {
      const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
      const defined = new Set([...style.matchAll(/--c-([\w-]+):/g)].map(([, token]) => token));
      const used = new Set([...html.matchAll(/var\(--c-([\w-]+)\)/g)].map(([, token]) => token));
      expect(
        [...used].filter((token) => !defined.has(token)),
        file,
      ).toEqual([]);
      if (file.includes(EMBED_FOLDER))
        expect(
          [...defined].filter((token) => !used.has(token)),
          file,
        ).toEqual([]);
    }
  });

  it("ask not to be found, and for one script: classic, deferred, where it lies", () => {
    for (const [file, html] of pages) {
      expect(html, file).toContain('<meta name="robots" content="noindex">');
      const sources = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = ""]) =>
        attributes.trim(),
      );
      expect(sources[0], file).toBe("");
      expect(sources[1], file).toMatch(/^src="[^"]+" defer$/);
      expect(sources, file).toHaveLength(2);
      const script = /src="([^"]+)"/.exec(sources[1] ?? "")?.[1] ?? "";
      expect(resolve(file, script), file).toBe(
        file.endsWith("embed.html") ? scripts.embedView : scripts.embed,
      );
      const map = /data-map="([^"]+)"/.exec(html)?.[1] ?? "";
      expect(resolve(file, map), file).toBe(scripts.embedMap);
      const root = /data-root="([^"]*)"/.exec(html)?.[1];
      expect(resolve(file, root === "" ? "./" : (root ?? "?")), file).toBe("");
    }
  });

  it("lead to pages of their own language, and to each other's translation", () => {
    for (const [file, html] of pages) {
      const language = file.startsWith("en/") ? "en/" : "";
      const body = html.slice(html.indexOf("<body>"));
      for (const [, href = ""] of body.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
        const target = resolve(file, href.replaceAll("&amp;", "&"));
        expect(target, `${file}: ${href}`).toMatch(
          language === ""
            ? /^(xa\/\d{5}\/|cong-trinh\/[^/]+\/|nhung\/[^/]+\/so-lieu\.csv|\?.*)$/
            : /^en\/(xa\/\d{5}\/|cong-trinh\/[^/]+\/|nhung\/[^/]+\/so-lieu\.csv|\?.*)$/,
        );
        if (target.endsWith(".csv")) expect(files.has(target), target).toBe(true);
      }
      const alternates = [...html.matchAll(/hreflang="(\w+)" href="([^"]+)"/g)].map(([, lang, href = ""]) => [
        lang,
        href.replace(ADDRESS, ""),
      ]);
      expect(
        alternates.map(([lang]) => lang),
        file,
      ).toEqual([...LOCALES]);
      for (const [, target = ""] of alternates)
        expect(files.has(target.endsWith("/") ? `${target}index.html` : target), target).toBe(true);
      expect(html, file).toContain(`<html lang="${language === "" ? "vi" : "en"}">`);
    }
  });

  it("are titled by what they show", () => {
    const titles = pages
      .filter(([file]) => !file.endsWith("embed.html"))
      .map(([, html]) => /<title>(.*?)<\/title>/.exec(html)?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
    for (const [file, html] of pages)
      expect(html, file).toContain(
        `<h1>${/<title>(.*?)<\/title>/.exec(html)?.[1]?.replaceAll("&quot;", '"')}</h1>`,
      );
  });

  it("are HTML", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:standard"],
      // As for the built pages (test/e2e/markup.e2e.ts): what React's serializer writes and matters of taste.
      rules: {
        "void-style": "off",
        "attribute-boolean-style": "off",
        "attribute-empty-style": "off",
        "no-trailing-whitespace": "off",
        "long-title": "off",
        "no-inline-style": "error",
        "no-dup-id": "error",
        "valid-id": ["error", { relaxed: true }],
        "no-redundant-role": "off",
        "prefer-native-element": "off",
        "tel-non-breaking": "off",
        "no-implicit-button-type": "error",
        "require-sri": "off",
      },
    });
    const chosen = [
      "embed.html",
      "en/embed.html",
      "nhung/physical-progress/index.html",
      "nhung/poverty-19/index.html",
      "en/nhung/hazard-high/index.html",
      "nhung/xa-07654/index.html",
      "en/nhung/xa-07210/index.html",
    ];
    const problems: string[] = [];
    for (const file of chosen) {
      const report = await validator.validateString(files.get(file) ?? "", file);
      for (const { messages } of report.results)
        for (const { ruleId, message, selector } of messages)
          problems.push(`${file}: ${ruleId} ${message} ${selector ?? ""}`);
    }
    expect(problems.slice(0, 20)).toEqual([]);
  }, 60_000);

  it("are drawn as finely as they are shown: paths on whole units, and no more of them than the frame holds", () => {
    const html = files.get("nhung/poverty/index.html") ?? "";
    const drawing = /<div class="embed__drawing.*?<\/svg>/s.exec(html)?.[0] ?? "";
    const shapes = [...drawing.matchAll(/<path [^>]*data-subject="commune:(\d{5})"/g)].map(([, id]) => id);
    expect(new Set(shapes).size).toBe(99);
    expect(drawing.length).toBeGreaterThan(html.length / 4);
  });
});

describe("the page that draws any view", () => {
  it("holds a prepared map, a word for those without scripts, and the place to draw in", () => {
    for (const [file, lang] of [
      ["embed.html", "vi"],
      ["en/embed.html", "en"],
    ] as const) {
      const html = files.get(file) ?? "";
      expect(html).toMatch(
        /<noscript><p class="embed__notice embed__notice--chosen">[^<]+<\/p><\/noscript><div id="embed" data-pages="\.\/"><main class="embed"/,
      );
      expect(html, lang).not.toContain("data-file");
      expect(html.match(/<tr data-id=/g)).toHaveLength(99);
    }
  });
});

describe("the table beside a map", () => {
  it("has a line for each commune, and the address of its page", () => {
    for (const [file, text] of files) {
      if (!file.endsWith(".csv")) continue;
      const [heading = "", ...lines] = text.split("\r\n");
      expect(heading.startsWith("\uFEFF"), file).toBe(true);
      expect(lines.indexOf(""), file).toBe(file.includes("-19/") ? 19 : 99);
      expect(text, file).toContain(`${ADDRESS}${file.replace("so-lieu.csv", "")}`);
      expect(text, file).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
