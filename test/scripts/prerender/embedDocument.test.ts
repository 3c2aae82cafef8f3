import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLORS, type ColorToken } from "@/scene/palette";
import { pageProblems, styleProblems } from "../../../scripts/checks/distRules";
import {
  CHOSEN_BEFORE_PAINT,
  EMBED_BEFORE_PAINT,
  embedDocument,
  usedPalette,
} from "../../../scripts/prerender/embedDocument";

const PAGE: Parameters<typeof embedDocument>[0] = {
  locale: "vi",
  title: "Nghèo đa chiều",
  description: "99 xã, phường",
  toRoot: "../../",
  path: "nhung/poverty/",
  alternates: { vi: "nhung/poverty/", en: "en/nhung/poverty/" },
  address: "https://ban-do.example/",
  body: '<main class="embed"><p fill="var(--c-poverty-2)">…</p></main>',
  script: "assets/embed-abc.js",
};
const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const styleOf = (html: string) => /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
const used = (text: string) => new Set([...text.matchAll(/var\(--c-([\w-]+)\)/g)].map(([, token]) => token));
const defined = (text: string) => new Set([...text.matchAll(/--c-([\w-]+):/g)].map(([, token]) => token));

/** What the inline script does to the root of a document. */
function beforePaint(script: string, search: string) {
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
    if (type === "error" && isCapture) heard.push(act);
  };
  new Function("document", "location", "addEventListener", script)({ documentElement }, { search }, listen);
  return {
    classes: [...classes],
    theme: documentElement.dataset.theme,
    /** Classes left once a file of the page could not be had. */
    afterError: () => {
      for (const act of heard) act();
      return [...classes];
    },
  };
}

describe("an embedded map as a document", () => {
  it("allows its own style and script by the hash of exactly their text, and nothing wider", () => {
    for (const isChosen of [false, true]) {
      const html = embedDocument({ ...PAGE, isChosen });
      const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
      expect(script).toBe(isChosen ? CHOSEN_BEFORE_PAINT : EMBED_BEFORE_PAINT);
      expect(html).toContain(sha256(styleOf(html)));
      expect(html).toContain(sha256(script));
      expect(html.match(/'sha256-/g)).toHaveLength(2);
      expect(html).not.toContain("unsafe-");
      expect(pageProblems("x.html", html)).toEqual([]);
      expect(styleProblems("x.html", styleOf(html))).toEqual([]);
    }
  });

  it("has one script of its own, classic and deferred: it runs where the origin is opaque, and holds up nothing", () => {
    const html = embedDocument(PAGE);
    expect(html.match(/<script\b[^>]*>/g)).toEqual([
      "<script>",
      '<script src="../../assets/embed-abc.js" defer>',
    ]);
    expect(html).not.toContain("modulepreload");
    expect(html.indexOf("<script src")).toBeGreaterThan(html.indexOf("</main>"));
  });

  it("is found by way of the page it is embedded in: no index, no canonical address; both languages", () => {
    const html = embedDocument(PAGE);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain("canonical");
    expect(html).toContain('<html lang="vi">');
    expect(html).toContain('hreflang="en" href="https://ban-do.example/en/nhung/poverty/"');
    expect(embedDocument({ ...PAGE, address: null })).toContain(
      'hreflang="en" href="../../en/nhung/poverty/"',
    );
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
  });

  it("asks for no file but its script: letters are the system's, colours and icon are inside", () => {
    const html = embedDocument(PAGE);
    expect(html).not.toContain("@font-face");
    expect(html).not.toContain("url(");
    expect(html.match(/<link\b[^>]*>/g)?.filter((tag) => !/rel="alternate"/.test(tag))).toEqual([
      '<link rel="icon" href="data:,">',
    ]);
  });

  it("leaves no text outside its element", () => {
    const html = embedDocument({ ...PAGE, title: "</title><script>alert(1)</script>", description: '"><b>' });
    expect(html).not.toContain("<script>alert");
    expect(html).toContain('content="&quot;&gt;&lt;b&gt;"');
  });
});

describe("the colours of an embedded map", () => {
  it("are those it uses, in both themes, and no other", () => {
    const html = embedDocument(PAGE);
    expect(used(html).has("poverty-2")).toBe(true);
    // What the script brings in is coloured by the style sheet alone.
    const wanted = used(html);
    for (const token of ["accent", "halo"]) expect(wanted).toContain(token);
    expect([...defined(styleOf(html))].toSorted()).toEqual([...wanted].toSorted());
    expect(wanted.size).toBeLessThan(Object.keys(COLORS).length / 2);
    for (const token of wanted) {
      const { light, dark } = COLORS[token as ColorToken];
      expect(html.split(`--c-${token}:${light}`).length, String(token)).toBeGreaterThan(1);
      expect(html.split(`--c-${token}:${dark}`).length, String(token)).toBeGreaterThan(2);
    }
  });

  it("of the script itself are all among them", () => {
    const known = defined(styleOf(embedDocument({ ...PAGE, body: "" })));
    for (const file of ["page", "zoom", "gestures"]) {
      const text = readFileSync(`src/app/embed/${file}.ts`, "utf8");
      for (const token of used(text)) expect(known, `${file}.ts`).toContain(token);
    }
  });

  it("are all of them where a link may choose another view", () => {
    const html = embedDocument({ ...PAGE, isChosen: true });
    expect([...defined(styleOf(html))].toSorted()).toEqual(Object.keys(COLORS).toSorted());
    expect(html).toContain(".linked #embed>.embed{display:none}");
    expect(embedDocument(PAGE)).not.toContain(".linked");
  });

  it("are no names of anything else", () => {
    expect(usedPalette("var(--c-constructor)var(--c-nothing)var(--x-ink)")).not.toMatch(/--c-/);
    expect(usedPalette("var(--c-ink)var(--c-ink)").match(/--c-ink:/g)).toHaveLength(3);
    // Dark is said for a reader's own choice and for the device's; paper is light.
    expect(usedPalette("var(--c-ink)")).toMatch(
      /@media screen\{:root\[data-theme=dark\].*@media screen and \(prefers-color-scheme:dark\)/,
    );
  });
});

describe("before the first paint", () => {
  it("a file that cannot be had shows what was prepared after all", () => {
    const { classes, afterError } = beforePaint(CHOSEN_BEFORE_PAINT, "?i=poverty");
    expect(classes).toEqual(["linked"]);
    expect(afterError()).toEqual([]);
  });
  it("both scripts are short", () => {
    for (const script of [EMBED_BEFORE_PAINT, CHOSEN_BEFORE_PAINT])
      expect(Buffer.byteLength(script)).toBeLessThanOrEqual(300);
  });

  it("the theme of the link is set, and only one that exists", () => {
    for (const script of [EMBED_BEFORE_PAINT, CHOSEN_BEFORE_PAINT]) {
      expect(beforePaint(script, "").theme).toBeUndefined();
      expect(beforePaint(script, "?t=dark").theme).toBe("dark");
      expect(beforePaint(script, "?c=07654&t=light").theme).toBe("light");
      for (const search of ["?t=darker", "?text=dark", "?x=t=dark"])
        expect(beforePaint(script, search).theme, search).toBeUndefined();
    }
  });

  it("a published page is what it is: nothing of it is hidden, whatever the query", () => {
    for (const search of ["", "?c=07654", "?i=poverty&t=dark"])
      expect(beforePaint(EMBED_BEFORE_PAINT, search).classes, search).toEqual([]);
  });

  it("the page of any view hides what was prepared when a link asks for another, a theme alone does not", () => {
    for (const search of ["", "?", "?t=dark", "?t=light&t=dark"])
      expect(beforePaint(CHOSEN_BEFORE_PAINT, search).classes, search).toEqual([]);
    for (const search of [
      "?i=poverty",
      "?t=dark&p=19",
      "?p=07654",
      "?l=-",
      "?d=2027-12-31",
      "?f=0123456789ab",
      "?c=07654&t=dark",
    ])
      expect(beforePaint(CHOSEN_BEFORE_PAINT, search).classes, search).toEqual(["linked"]);
  });

  it("and hides it only where the script will draw: nobody is left with an empty frame", () => {
    // As `asksForView` of src/app/embed/view.tsx has it; the other way round the page takes the class off itself.
    const asks = (search: string) => [...new URLSearchParams(search).keys()].some((key) => key !== "t");
    fc.assert(
      fc.property(fc.stringMatching(/^\?([a-z]{0,3}=?[a-z0-9]{0,3}&?){0,4}$/), (search) => {
        if (beforePaint(CHOSEN_BEFORE_PAINT, search).classes.length > 0) expect(asks(search)).toBe(true);
      }),
    );
  });
});
