import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { distFiles } from "../../scripts/checks/distRules";
import { buildData } from "../../scripts/data/build";
import { prerender } from "../../scripts/prerender/prerender";
import { DIST_OFFICIAL, openSite, ROOT, visit } from "../e2e/site";
import { copyOfData } from "../pack/pack";

/** With a folder below the host and a sign that XML and HTML must write otherwise: where links are put together, both break first. */
const ADDRESS = "https://ban-do.example/ct&22/";
/** Pages with codes that the build writes: one in the head, for a commune also one for every work and village. */
const WITH_CODES = ["xa/07654/", "en/xa/07654/", "xa/07210/", "cong-trinh/AL-01/"] as const;

/** Pages whose code is of the view that was chosen. */
const DRAWN_BY_SCRIPT = ["chi-tieu/", "so-sanh/?p=all", "en/bao-cao/"] as const;

const plain = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const linksOf = (html: string, rel: string) =>
  [...html.matchAll(new RegExp(`<link rel="${rel}"[^>]* href="([^"]*)"`, "g"))].map(([, href = ""]) =>
    plain(href),
  );
/** The same page in another language, told from other alternates (oEmbed). */
const LANGUAGE = 'alternate" hreflang="[a-z]+';
const locationsOf = (sitemap: string) =>
  [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => plain(address));

/** The entry script of a bundle of the official build: scripts know no address, so that they are not built again. */
function scriptOf(bundle: string): string {
  const manifest: Record<string, { file: string; isEntry?: boolean }> = JSON.parse(
    readFileSync(path.join(ROOT, ".cache", `vite-manifest-dist-official${bundle}.json`), "utf8"),
  );
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry === true);
  if (entry === undefined) throw new Error(`the bundle dist-official${bundle} has no entry`);
  return entry.file;
}

describe("the official build of an operator who has set the address of the site", () => {
  const data = copyOfData();
  const parent = mkdtempSync(path.join(tmpdir(), "published-"));
  const dist = path.join(parent, "dist");
  const read = (file: string) => readFileSync(path.join(dist, file), "utf8");
  /** Address of every page below the site's root, with its document. */
  let pages: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    data.edit("site.json", (text) => JSON.stringify({ ...JSON.parse(text), address: ADDRESS }));
    cpSync(DIST_OFFICIAL, dist, {
      recursive: true,
      filter: (file) => !/\.(html|xml)$|robots\.txt$/.test(file),
    });
    const built = await buildData({
      packs: ["official"],
      outDir: path.join(dist, "data"),
      dataDir: data.folder,
    });
    expect(built.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const classic = (name: string) =>
      distFiles(DIST_OFFICIAL).find((file) => file.startsWith(`assets/embed-${name}-`)) ?? "";
    const scripts = (locale: "vi" | "en") => ({
      compare: scriptOf(locale === "vi" ? "-compare" : "-compare-en"),
      reading: scriptOf("-main"),
      builder: scriptOf("-builder"),
      dataPage: scriptOf("-dataPage"),
      embed: classic(`prerendered-${locale}`),
      embedView: classic(`view-${locale}`),
      embedMap: scriptOf("-map"),
    });
    await prerender({
      outDir: dist,
      script: scriptOf(""),
      scripts: { vi: scripts("vi"), en: scripts("en") },
    });
    pages = new Map(
      distFiles(dist)
        .filter((file) => file.endsWith(".html"))
        .map((file) => [file.replace(/index\.html$/, ""), read(file)]),
    );
  }, 180_000);
  afterAll(() => {
    data.remove();
    rmSync(parent, { recursive: true, force: true });
  });

  const isListed = (html: string) => !html.includes('<meta name="robots" content="noindex">');

  test("it has every page of the build without an address", () => {
    const before = distFiles(DIST_OFFICIAL).filter((file) => file.endsWith(".html"));
    expect([...pages.keys()].map((page) => page.replace(/(^|\/)$/, "$1index.html")).toSorted()).toEqual(
      before.toSorted(),
    );
    expect(pages.size).toBeGreaterThan(200);
  });

  test("sitemap.xml lists the pages that may be found, each once, and no other", () => {
    const listed = [...pages].filter(([, html]) => isListed(html)).map(([page]) => `${ADDRESS}${page}`);
    expect(locationsOf(read("sitemap.xml")).toSorted()).toEqual(listed.toSorted());
    expect(listed).toContain(ADDRESS);
    expect(listed).toContain(`${ADDRESS}en/xa/07654/`);
    expect(listed).not.toContain(`${ADDRESS}404.html`);
  });

  test("every page that may be found calls itself by its address in the sitemap, others by none", () => {
    const locations = new Set(locationsOf(read("sitemap.xml")));
    const wrong = [...pages].flatMap(([page, html]) => {
      const canonicals = linksOf(html, "canonical");
      const wanted = isListed(html) ? [`${ADDRESS}${page}`] : [];
      const isRight = canonicals.join() === wanted.join() && canonicals.every((one) => locations.has(one));
      return isRight ? [] : [`${page}: ${canonicals.join() || "none"}`];
    });
    expect(wrong).toEqual([]);
  });

  test("the other language is told with its whole address, and is there", () => {
    const wrong = [...pages].flatMap(([page, html]) =>
      linksOf(html, LANGUAGE)
        .filter((href) => !href.startsWith(ADDRESS) || !pages.has(href.slice(ADDRESS.length)))
        .map((href) => `${page}: ${href}`),
    );
    expect(wrong).toEqual([]);
    for (const [page, html] of pages)
      if (isListed(html)) expect(linksOf(html, LANGUAGE), page).toHaveLength(2);
  });

  test("every prepared embed is described for editors, at an address of its own that is there", () => {
    const embeds = [...pages].filter(([page]) => /^(en\/)?nhung\/[^/]+\/$/.test(page));
    expect(embeds.length).toBeGreaterThan(230);
    for (const [page, html] of embeds) {
      const [described, ...more] = linksOf(html, 'alternate" type="application/json\\+oembed');
      expect([described, more], page).toEqual([`${ADDRESS}${page}oembed.json`, []]);
      const answer = JSON.parse(read(`${page}oembed.json`)) as { html: string };
      expect(plain(answer.html), page).toContain(`src="${ADDRESS}${page}"`);
    }
  });

  test("robots.txt names the sitemap, and keeps nobody out", () => {
    expect(read("robots.txt")).toBe(`User-agent: *\nDisallow:\n\nSitemap: ${ADDRESS}sitemap.xml\n`);
    expect(existsSync(path.join(dist, "sitemap.xml"))).toBe(true);
  });

  test("no file that is read leads to the machine it was built on", () => {
    const found = distFiles(dist)
      .filter((file) => /\.(html|xml|txt|json|csv|css|svg)$/.test(file))
      .flatMap((file) => /localhost|127\.0\.0\.1|file:\/\//.exec(read(file))?.[0] ?? []);
    expect(found).toEqual([]);
  });

  test("no page says that it has no address, and codes that wait for a script wait with this one", () => {
    const wrong = [...pages].filter(
      ([, html]) =>
        html.includes('class="without-code"') ||
        [...html.matchAll(/<span[^>]* data-qr="[^>]*>/g)].some(
          ([place]) => !plain(place).includes(` data-root="${ADDRESS}"`),
        ),
    );
    expect(wrong.map(([page]) => page)).toEqual([]);
  });

  test("codes on paper lead to the public address of what stands beside them", async () => {
    const site = await openSite({ dir: dist });
    for (const target of DRAWN_BY_SCRIPT) {
      const { page, close } = await visit(site, target, { deviceScaleFactor: 3 });
      await page.emulateMedia({ media: "print" });
      const code = page.locator(".page__code .qr");
      await code.waitFor();
      const picture = PNG.sync.read(await code.screenshot());
      const read = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data;
      expect(read).toBe(`${ADDRESS}${target}`);
      await close();
    }
    for (const target of WITH_CODES) {
      const { page, close } = await visit(site, target, { deviceScaleFactor: 3, javaScriptEnabled: false });
      await page.emulateMedia({ media: "print" });
      const codes = await page.locator("main .qr").all();
      expect(codes.length, target).toBeGreaterThan(0);
      const read: (string | undefined)[] = [];
      for (const code of codes) {
        const picture = PNG.sync.read(await code.screenshot());
        read.push(jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data);
      }
      const named = await page
        .locator(".codes__item a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      const own = `${ADDRESS}${target}`;
      expect(read, target).toEqual([own, ...named.map((href) => new URL(href, own).href)]);
      await close();
    }
    await site.close();
  });
});
