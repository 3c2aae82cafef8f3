import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pageProblems } from "../../../scripts/checks/distRules";
import { contentSecurityPolicy } from "../../../scripts/csp";
import { BEFORE_PAINT, documentHtml, escapeHtml, type Page } from "../../../scripts/prerender/shell";

const PAGE: Page = {
  locale: "vi",
  title: 'Tiến độ "thật" <b>',
  description: "99 xã & phường",
  toRoot: "../",
  path: "en/",
  alternates: { vi: "", en: "en/" },
  address: null,
  noindex: false,
  styles: "p{top:0}",
  body: "<main>…</main>",
  script: "assets/main.js",
};
const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Runs the inline script against a made-up document. */
function beforePaint(search: string) {
  const classes: string[] = [];
  const documentElement = {
    classList: { add: (name: string) => classes.push(name) },
    dataset: {} as Record<string, string>,
  };
  new Function("document", "location", BEFORE_PAINT)({ documentElement }, { search });
  return { classes, theme: documentElement.dataset.theme };
}

test("the inline script is at most 300 bytes", () => {
  expect(Buffer.byteLength(BEFORE_PAINT)).toBeLessThanOrEqual(300);
});
test("a plain address shows what was prerendered; any query hides it", () => {
  expect(beforePaint("")).toEqual({ classes: [], theme: undefined });
  expect(beforePaint("?i=late").classes).toEqual(["linked"]);
});
test("the link's theme is set before paint, and only a theme that exists", () => {
  expect(beforePaint("?i=late&t=dark").theme).toBe("dark");
  expect(beforePaint("?t=light").theme).toBe("light");
  expect(beforePaint("?t=darker").theme).toBeUndefined();
  expect(beforePaint("?text=dark&set=light").theme).toBeUndefined();
});
test("inline style and script are allowed by the hash of exactly their text, and by nothing wider", () => {
  const html = documentHtml(PAGE);
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  expect(html).toContain(sha256(style));
  expect(html).toContain(sha256(script));
  expect(html).not.toContain("unsafe-");
  expect(pageProblems("x.html", html)).toEqual([]);
});
test("the policy stands before everything it is about, and enforces Trusted Types", () => {
  const html = documentHtml(PAGE);
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<script"));
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<style"));
  expect(contentSecurityPolicy({ styles: [], scripts: [] })).toContain(
    "require-trusted-types-for 'script'; trusted-types default",
  );
});
test("texts cannot leave their element or attribute", () => {
  const html = documentHtml({ ...PAGE, description: '"><script>alert(1)</script>' });
  expect(html).toContain("<title>Tiến độ &quot;thật&quot; &lt;b&gt;</title>");
  expect(html).not.toContain("<script>alert");
  expect(escapeHtml('a&b<c>d"e')).toBe("a&amp;b&lt;c&gt;d&quot;e");
});
test("without an address there is no canonical link; with one it is absolute, and so are the alternates", () => {
  expect(documentHtml(PAGE)).not.toContain("canonical");
  const html = documentHtml({ ...PAGE, address: "https://bando.example.vn/ct22/" });
  expect(html).toContain('<link rel="canonical" href="https://bando.example.vn/ct22/en/">');
  expect(html).toContain('hreflang="vi" href="https://bando.example.vn/ct22/"');
});
test("a page with made-up numbers asks not to be indexed and names no canonical address", () => {
  const html = documentHtml({ ...PAGE, noindex: true, address: "https://bando.example.vn/" });
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).not.toContain("canonical");
});
test("scripts and icons follow the page's depth; alternates at the root point at the folder, never at nothing", () => {
  const deep = documentHtml(PAGE);
  expect(deep).toContain('<script type="module" src="../assets/main.js">');
  expect(deep).toContain('href="../favicon.png"');
  const root = documentHtml({ ...PAGE, toRoot: "", path: "" });
  expect(root).toContain('hreflang="vi" href="./"');
  expect(root).toContain('hreflang="en" href="en/"');
});
test("a page without a script carries none, inline neither", () => {
  expect(documentHtml({ ...PAGE, script: null })).not.toContain("<script");
});

test("a page with a map waits for its communes, and shows the rest a moment later; one without waits for nothing", () => {
  const map =
    '<svg><g data-plane="communes"></g><g data-plane="province"></g><g data-plane="province"></g></svg>';
  const html = documentHtml({ ...PAGE, body: map });
  expect(html).toContain('<link rel="expect" href="#first-seen" blocking="render">');
  expect(html.match(/id="first-seen"/g)).toHaveLength(1);
  expect(html).toMatch(/<\/g><g id="first-seen" data-plane="province">/);
  expect(html).toContain("@keyframes later");
  for (const without of [documentHtml(PAGE), documentHtml({ ...PAGE, body: map, script: null })]) {
    expect(without).not.toContain('rel="expect"');
    expect(without).not.toContain("@keyframes later");
  }
});
