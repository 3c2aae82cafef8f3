import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { colorHex } from "@/scene/palette";
import { patternKey, patternTile } from "@/scene/patterns";
import {
  block,
  type Credits,
  documentOf,
  foot,
  ink,
  keyPattern,
  kindMark,
  line,
  PAD,
  round,
} from "../../../../scripts/prerender/images/frame";
import { measure } from "../../../../scripts/prerender/images/letters";
import { textsOf } from "../../../../scripts/prerender/images/outlineText";
import { overlaps, textBoxes } from "./textBoxes";

const html = (node: React.ReactNode) => renderToStaticMarkup(node);
const BOUNDARY = "Ranh giới để tham khảo, không có giá trị pháp lý.";
const OFFICIAL: Credits = {
  kind: "official",
  kindText: "Loại số liệu: chính thức",
  notes: [BOUNDARY, "Nguồn: Bảng đơn vị hành chính cấp xã."],
};
const MADE_UP: Credits = {
  kind: "illustrative",
  kindText: "Dữ liệu minh họa – không phải số liệu chính thức",
  notes: OFFICIAL.notes,
};
const ADDRESS = "https://bando.example.vn/ct22/";
const WIDE = { locale: "vi", address: ADDRESS, width: 600 } as const;

describe("one line", () => {
  test("stands where it is put, in hundredths, in paper's ink", () => {
    expect(html(line("k", "Kỳ", 1.23456, 2, { size: 10 }))).toBe(
      `<text x="1.23" y="2" font-size="10" font-weight="400" fill="${colorHex("ink2", "light")}">Kỳ</text>`,
    );
  });
  test("may be bold, coloured and anchored", () => {
    expect(html(line("k", "Kỳ", 0, 0, { size: 10, weight: 600, fill: "#123456", anchor: "end" }))).toContain(
      'font-weight="600" fill="#123456" text-anchor="end"',
    );
  });
  test("colours are of the light theme, numbers of two digits at most", () => {
    expect(ink("paper")).toBe(colorHex("paper", "light"));
    expect(round(1 / 3)).toBe(0.33);
  });
});

describe("a block of lines", () => {
  const TEXT = "Bản đồ Chương trình 22 của tỉnh Bắc Ninh, giai đoạn 2026–2030";
  test("is as high as its lines, each below the other", () => {
    const { node, height } = block(TEXT, { x: 10, top: 20, width: 150 }, { size: 12, leading: 16 });
    const boxes = textBoxes(html(node));
    expect(boxes.length).toBeGreaterThan(1);
    expect(height).toBe(boxes.length * 16);
    expect(overlaps(boxes)).toEqual([]);
    for (const { left, right, top, bottom } of boxes) {
      expect(left).toBe(10);
      expect(right).toBeLessThanOrEqual(160);
      expect(top).toBeGreaterThanOrEqual(20);
      expect(bottom).toBeLessThanOrEqual(20 + height);
    }
  });
  test("of no text has no height", () => {
    expect(block("", { x: 0, top: 0, width: 100 }, { size: 12 }).height).toBe(0);
  });
  test("has no more lines than it may", () => {
    const { node } = block(TEXT, { x: 0, top: 0, width: 100, most: 1 }, { size: 12 });
    expect(textsOf(html(node))).toHaveLength(1);
    expect(textsOf(html(node))[0]).toMatch(/…$/);
  });
});

describe("the mark of made-up data", () => {
  test("is a dashed box with its word inside, its right edge where it is put", () => {
    const { node, width, height } = kindMark("vi", "illustrative", 586, 13);
    const [box] = textBoxes(html(node));
    expect(box!.text).toBe("minh họa");
    expect(box!.left).toBeGreaterThan(586 - width);
    expect(box!.right).toBeLessThan(586);
    expect(box!.bottom).toBeLessThan(13 + height);
    expect(html(node)).toContain("stroke-dasharray");
    expect(width).toBeGreaterThan(measure("minh họa", 12, 500));
  });
  test("speaks the reader's language", () => {
    expect(textsOf(html(kindMark("en", "illustrative", 586, 13).node))).toEqual(["illustrative"]);
  });
  test.each(["official", "published", "derived", "inference"] as const)(
    "is not there for %s data",
    (kind) => {
      expect(kindMark("vi", kind, 586, 13)).toEqual({ node: null, width: 0, height: 0 });
    },
  );
});

describe("the foot", () => {
  test.each([OFFICIAL, MADE_UP])("says kind, boundary note, sources and whose it is: $kind", (credits) => {
    const { node, height } = foot(credits, WIDE);
    const markup = html(node(200));
    const texts = textsOf(markup);
    expect(texts[0]).toBe(`${credits.kindText}.`);
    expect(texts.join(" ")).toContain(BOUNDARY);
    expect(texts.join(" ")).toContain("Nguồn: Bảng đơn vị hành chính cấp xã.");
    expect(texts.at(-1)).toBe("Bản đồ Chương trình 22 · bando.example.vn/ct22");
    for (const { top, bottom, left, right } of textBoxes(markup)) {
      expect(top).toBeGreaterThan(200);
      expect(bottom).toBeLessThan(200 + height);
      expect(left).toBeGreaterThanOrEqual(PAD);
      expect(right).toBeLessThanOrEqual(600 - PAD + 0.01);
    }
    expect(overlaps(textBoxes(markup))).toEqual([]);
  });
  test("is dashed off where data are made up, as everywhere on the site", () => {
    expect(html(foot(MADE_UP, WIDE).node(0))).toContain("stroke-dasharray");
    expect(html(foot(OFFICIAL, WIDE).node(0))).not.toContain("stroke-dasharray");
  });
  test("moves the boundary note below where it does not fit beside, and loses nothing", () => {
    const markup = html(foot(MADE_UP, { ...WIDE, width: 420 }).node(0));
    expect(textsOf(markup).join(" ")).toContain(BOUNDARY);
    expect(overlaps(textBoxes(markup))).toEqual([]);
  });
  test("grows by a line where sources leave no room for whose it is", () => {
    const many = { ...OFFICIAL, notes: [BOUNDARY, `Nguồn: ${"kế hoạch xã An Lạc; ".repeat(5)}`] };
    const [short, long] = [foot(OFFICIAL, WIDE), foot(many, WIDE)];
    expect(long.height).toBeGreaterThan(short.height);
    const markup = html(long.node(0));
    expect(overlaps(textBoxes(markup))).toEqual([]);
    const lowest = textBoxes(markup).toSorted((a, b) => b.bottom - a.bottom)[0];
    expect(lowest!.text).toContain("bando.example.vn");
  });
  test("without an address says whose it is all the same; a kind that is a sentence gets no second full stop", () => {
    const texts = textsOf(html(foot({ ...OFFICIAL, kindText: "Xong." }, { ...WIDE, address: null }).node(0)));
    expect(texts[0]).toBe("Xong.");
    expect(texts.at(-1)).toBe("Bản đồ Chương trình 22");
  });
  test("without notes is still there", () => {
    const texts = textsOf(html(foot({ ...OFFICIAL, notes: [] }, WIDE).node(0)));
    expect(texts.filter((text) => text !== "")).toEqual([
      "Loại số liệu: chính thức.",
      "Bản đồ Chương trình 22 · bando.example.vn/ct22",
    ]);
  });
});

describe("the document", () => {
  const SIZE = { width: 600, height: 315, locale: "vi" as const };
  test("stands alone: size, language, title and description, paper below everything", () => {
    const { svg, alt, width, height } = documentOf(<circle r="1" />, { ...SIZE, title: "A & B", alt: "<c>" });
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="600" height="315" viewBox="0 0 600 315" role="img" xml:lang="vi"/,
    );
    expect(svg).toContain("<title>A &amp; B</title><desc>&lt;c&gt;</desc>");
    expect(svg.indexOf(ink("paper"))).toBeLessThan(svg.indexOf("<circle"));
    expect([alt, width, height]).toEqual(["<c>", 600, 315]);
  });
  test("brings the textures its key shows, each once, and no other", () => {
    const shown = { pattern: "blank", blank: "no-data" } as const;
    const { svg } = documentOf(
      <g>
        <rect fill={keyPattern(shown)} />
        <rect fill={keyPattern(shown)} />
      </g>,
      { ...SIZE, title: "", alt: "" },
    );
    expect(svg.match(/<pattern/g)).toHaveLength(1);
    expect(svg).toContain(`id="k-${patternKey(shown)}"`);
    expect(svg).toContain(patternTile(shown).shapes[1]!.d);
  });
});
