import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  escapeXml,
  type FigureFile,
  figureSvg,
  hexColor,
  resolveVariables,
  roughWidth,
  wrapText,
} from "@/exports/figureFile";

const FILE: FigureFile = {
  width: 300,
  height: 200,
  drawing: '<path d="M0 0h300"/>',
  title: "Khối lượng & tiến độ <97 công trình>",
  note: "Một ghi chú",
  band: ["Dữ liệu minh họa – không phải số liệu chính thức", "Thật: ranh giới."],
  foot: ["Số liệu chốt 30/9/2028", "Ranh giới để tham khảo, không có giá trị pháp lý."],
  colors: { paper: "#fdfbf6", band: "#f5f1e8", ink: "#1f1c17", ink2: "#4d473d", line: "#8a8172" },
  fontCss: '@font-face{font-family:"X"}',
  language: "vi",
};

/** Every text with its baseline and size. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text x="(\d+)" y="(\d+)" font-size="(\d+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, size, text]) => ({
      x: Number(x),
      y: Number(y),
      size: Number(size),
      text,
    }),
  );

describe("wrapText", () => {
  const words = fc.array(fc.stringMatching(/^[a-zA-Zđếữạ0-9.,-]{1,30}$/), { maxLength: 30 });
  test("loses no letter, and no line is wider than allowed", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 600 }), (list, width) => {
        const lines = wrapText(list.join(" "), 12, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(list.join(""));
        for (const line of lines) expect(roughWidth(line, 12)).toBeLessThanOrEqual(width);
      }),
    );
  });
  test("words stay whole where they fit, and a no-break space does not break", () => {
    expect(wrapText("một hai ba", 10, roughWidth("một hai", 10))).toEqual(["một hai", "ba"]);
    expect(wrapText("tỷ lệ 21,31\u00a0%", 10, roughWidth("tỷ lệ 21,31", 10))).toEqual([
      "tỷ lệ",
      "21,31\u00a0%",
    ]);
    expect(wrapText(" ", 10, 100)).toEqual([]);
  });
  test("a decomposed letter is as wide as a composed one", () => {
    expect(roughWidth("Việt".normalize("NFD"), 10)).toBe(roughWidth("Việt", 10));
  });
});

test("escapeXml leaves text that an XML reader gives back unchanged, without what XML cannot hold", () => {
  expect(escapeXml('a & b < c > "d" \u0001\u0000\uFFFFế')).toBe("a &amp; b &lt; c &gt; &quot;d&quot; ế");
  expect(escapeXml("đồng 😀")).toBe("đồng 😀");
});

test.each([
  ["rgb(12, 34, 56)", "#0c2238"],
  ["rgba(255, 0, 10, 0.5)", "#ff000a"],
  ["rgba(0, 0, 0, 0)", "none"],
  ["rgb(1 2 3 / 0%)", "none"],
  ["none", "none"],
  ['url("#p")', 'url("#p")'],
])("hexColor of %s is %s", (value, hex) => {
  expect(hexColor(value)).toBe(hex);
});

describe("resolveVariables", () => {
  const look = (name: string) => (name === "--c-ink" ? "#111111" : null);
  test("replaces every one, takes a fallback for what is not known", () => {
    expect(resolveVariables('fill="var(--c-ink)" a="var( --x )" b="var(--x, #222)"', look)).toBe(
      'fill="#111111" a="var( --x )" b="#222"',
    );
  });
  test("refuses a name without a value: a black area would look like data", () => {
    expect(() => resolveVariables("var(--c-gone)", look)).toThrow("--c-gone");
  });
});

describe("figureSvg", () => {
  test("has title, note, band and every line of the foot, top to bottom, inside the picture", () => {
    const { svg, width, height } = figureSvg(FILE);
    expect(width).toBe(480);
    const texts = textsOf(svg);
    expect(texts.map(({ text }) => text)).toEqual([
      "Khối lượng &amp; tiến độ &lt;97 công trình&gt;",
      "Một ghi chú",
      "Dữ liệu minh họa – không phải số liệu chính thức.",
      "Thật: ranh giới.",
      ...FILE.foot,
    ]);
    const baselines = texts.map(({ y }) => y);
    expect(baselines).toEqual(baselines.toSorted((a, b) => a - b));
    expect(baselines.at(-1)).toBeLessThan(height - 8);
    const drawingAt = Number(/translate\(24 (\d+)\)/.exec(svg)?.[1]);
    expect(drawingAt).toBeGreaterThan(baselines[3] ?? Number.NaN);
    expect(drawingAt + FILE.height).toBeLessThan(baselines[4] ?? Number.NaN);
    expect(svg).toContain(`<title>${escapeXml(FILE.title)}</title>`);
    expect(svg).toContain("@font-face");
  });
  test("a wide drawing makes a wide picture; without band and note nothing stands in their place", () => {
    const plain = figureSvg({ ...FILE, width: 900.2, band: null, note: null });
    expect(plain.width).toBe(949);
    expect(plain.svg).not.toContain("stroke-dasharray");
    expect(plain.svg).not.toContain("minh họa");
    expect(plain.height).toBeLessThan(figureSvg({ ...FILE, width: 900.2 }).height);
  });
});
