import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
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
  const classes = new Set<string>();
  const documentElement = {
    classList: {
      add: (name: string) => classes.add(name),
      remove: (name: string) => classes.delete(name),
    },
    dataset: {} as Record<string, string>,
  };
  const heard: (() => void)[] = [];
  const listen = (type: string, act: () => void, isCapture: boolean) => {
    // Files that cannot be had are told on the way down only.
    if (type === "error" && isCapture) heard.push(act);
  };
  new Function("document", "location", "addEventListener", BEFORE_PAINT)(
    { documentElement },
    { search },
    listen,
  );
  return {
    classes: [...classes],
    theme: documentElement.dataset.theme,
    afterError: () => {
      for (const act of heard) act();
      return [...classes];
    },
  };
}

test("the inline script is at most 300 bytes", () => {
  expect(Buffer.byteLength(BEFORE_PAINT)).toBeLessThanOrEqual(300);
});
test("a plain address shows what was prerendered; any query hides it", () => {
  expect(beforePaint("")).toMatchObject({ classes: [], theme: undefined });
  expect(beforePaint("?i=late").classes).toEqual(["linked"]);
});
test("a file that cannot be had shows what was prerendered after all", () => {
  expect(beforePaint("?i=late").afterError()).toEqual([]);
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

describe("what services show that unfold a link", () => {
  const ADDRESS = "https://bando.example.vn/ct22/";
  const picture = { path: "en/chia-se.png", width: 1200, height: 630, alt: 'Map "of" works' };
  const shared = documentHtml({ ...PAGE, address: ADDRESS, picture, oembed: "en/nhung/x/oembed.json" });
  const property = (html: string, name: string) =>
    new RegExp(`<meta property="${name}" content="([^"]*)">`).exec(html)?.[1];

  test("title, description, address, language and picture, all absolute", () => {
    expect(property(shared, "og:title")).toBe("Tiến độ &quot;thật&quot; &lt;b&gt;");
    expect(property(shared, "og:description")).toBe("99 xã &amp; phường");
    expect(property(shared, "og:url")).toBe(`${ADDRESS}en/`);
    expect(property(shared, "og:locale")).toBe("vi_VN");
    expect(property(documentHtml({ ...PAGE, locale: "en", address: ADDRESS, picture }), "og:locale")).toBe(
      "en_GB",
    );
    expect(property(shared, "og:image")).toBe(`${ADDRESS}en/chia-se.png`);
    expect(property(shared, "og:image:width")).toBe("1200");
    expect(property(shared, "og:image:height")).toBe("630");
    expect(property(shared, "og:image:alt")).toBe("Map &quot;of&quot; works");
    expect(shared).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect(pageProblems("x.html", shared)).toEqual([]);
  });
  test("a page with made-up numbers has them too: its picture says so itself", () => {
    expect(documentHtml({ ...PAGE, noindex: true, address: ADDRESS, picture })).toContain("og:image");
  });
  test("without an address nothing of it is said", () => {
    const none = documentHtml({ ...PAGE, picture, oembed: "en/nhung/x/oembed.json" });
    expect(none).not.toMatch(/og:|twitter:|oembed/);
    expect(none).toBe(documentHtml(PAGE));
  });
  test("a page without a picture says nothing of one", () => {
    expect(documentHtml({ ...PAGE, address: ADDRESS })).not.toMatch(/og:|twitter:|oembed/);
  });
  test("its oEmbed description is linked as the specification names it", () => {
    expect(shared).toContain(
      `<link rel="alternate" type="application/json+oembed" href="${ADDRESS}en/nhung/x/oembed.json" title="Tiến độ &quot;thật&quot; &lt;b&gt;">`,
    );
  });
});
