import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import {
  inlineStyles,
  minifyCss,
  paperWords,
  relocateUrls,
  stylesheetOrder,
} from "../../../scripts/prerender/styles";

test.each([
  ["a { color: red; }\n\n/* why */\nb{ }", "a{color:red}b{}"],
  ["a { width: calc(1px + 2px - 3px); }", "a{width:calc(1px + 2px - 3px)}"],
  [
    "@media (min-width: 1px) and (hover) { a:hover { top: 0 } }",
    "@media (min-width: 1px) and (hover){a:hover{top:0}}",
  ],
  ['a::before { content: "  /* { } */  "; }', 'a::before{content:"  /* { } */  "}'],
  [".a .b > .c :focus, .d { margin: 0 -1px }", ".a .b>.c :focus,.d{margin:0 -1px}"],
  ["a { font: 400 13px/18px  'Be  Vietnam', serif }", "a{font:400 13px/18px 'Be  Vietnam',serif}"],
  [":root { --gap:  4px ; }", ":root{--gap:4px}"],
])("%s becomes %s", (css, small) => {
  expect(minifyCss(css)).toBe(small);
  // Nothing is left to take away: minifying twice changes nothing.
  expect(minifyCss(small)).toBe(small);
});

test("addresses from the root follow the page's depth; others stay", () => {
  expect(relocateUrls('url("/fonts/a.woff2") url(/b.png)', "../")).toBe(
    'url("../fonts/a.woff2") url(../b.png)',
  );
  expect(relocateUrls("url(data:x) url('//host/x') url(c.png)", "../")).toBe(
    "url(data:x) url('//host/x') url(c.png)",
  );
});

test("the order is that of all.css; a sheet that would end the style element is refused", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "styles-"));
  try {
    writeFileSync(
      path.join(folder, "all.css"),
      '/* @import "./no.css"; */\n@import "./b.css";\n@import "./a.css";\n',
    );
    writeFileSync(path.join(folder, "a.css"), "a { top: 0 }");
    writeFileSync(path.join(folder, "b.css"), "b { top: 0 }");
    expect(stylesheetOrder(folder)).toEqual(["b.css", "a.css"]);
    expect(inlineStyles(folder, ":root { --ink: #000 }", "")).toBe(":root{--ink:#000}b{top:0}a{top:0}");
    writeFileSync(path.join(folder, "a.css"), 'a::after { content: "</style>" }');
    expect(() => inlineStyles(folder, "", "")).toThrow("</");
    writeFileSync(path.join(folder, "all.css"), "");
    expect(() => inlineStyles(folder, "", "")).toThrow("no styles");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("words of the margins are CSS strings that end nothing", () => {
  const css = paperWords({ title: 'Xã "An Lạc" \\ </style>\n2028', band: "Dữ liệu minh họa", page: "Trang" });
  expect(css).toContain('--paper-page:"Trang"');
  expect(css).toContain(':root:has(.page__band,.band:not(.band--none)){--paper-band:"Dữ liệu minh họa"}');
  expect(paperWords({ title: "x", band: null, page: "Trang" })).not.toContain("--paper-band");
  expect(css).toContain('--paper-title:"Xã \\22 An Lạc\\22  \\5c  \\3c /style>\\a 2028"');
  expect(css).not.toContain("</");
});
