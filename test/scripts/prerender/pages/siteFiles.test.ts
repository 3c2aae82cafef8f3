import { expect, test } from "vitest";
import { siteFiles } from "../../../../scripts/prerender/pages/siteFiles";

const PAGES = [
  { locale: "vi", path: "", noindex: false },
  { locale: "en", path: "", noindex: false },
  { locale: "vi", path: "xa/07654/", noindex: false },
  { locale: "en", path: "xa/07654/", noindex: false },
  { locale: "vi", path: "xa/07621/", noindex: true },
] as const;
const ADDRESS = "https://ban-do.example/ct&22/";
const contentOf = (files: ReturnType<typeof siteFiles>, path: string) =>
  String(files.find((file) => file.path === path)?.content ?? "");

test("robots are never kept out: a page that must not be found says so itself", () => {
  for (const options of [
    { address: null, isIllustrative: true },
    { address: ADDRESS, isIllustrative: true },
    { address: null, isIllustrative: false },
  ]) {
    const files = siteFiles(PAGES, options);
    expect(files.map(({ path }) => path)).toEqual(["robots.txt"]);
    expect(contentOf(files, "robots.txt")).toBe("User-agent: *\nDisallow:\n");
  }
});
test("with an address and nothing made up: a sitemap, and robots are told where", () => {
  const files = siteFiles(PAGES, { address: ADDRESS, isIllustrative: false });
  expect(contentOf(files, "robots.txt")).toContain(`Sitemap: ${ADDRESS}sitemap.xml`);
  const sitemap = contentOf(files, "sitemap.xml");
  expect(sitemap.match(/<url>/g)).toHaveLength(4);
  expect(sitemap).toContain("<loc>https://ban-do.example/ct&amp;22/en/xa/07654/</loc>");
  expect(sitemap).toContain('hreflang="vi" href="https://ban-do.example/ct&amp;22/xa/07654/"');
  expect(sitemap).not.toContain("07621");
  expect(sitemap).not.toMatch(/&(?!amp;)/);
});
