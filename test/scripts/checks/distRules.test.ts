import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { distProblems, pageProblems, scriptProblems, styleProblems } from "../../../scripts/checks/distRules";

const page = (body: string, policy = "default-src 'none'") =>
  `<!doctype html><html lang="vi"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="canonical" href="https://example.vn/"></head><body>${body}</body></html>`;

test.each([
  ['<p class="x">a > b</p><a href="https://bacninh.gov.vn/">nguồn</a>', 0],
  ['<p style="color:red">x</p>', 1],
  ["<p data-style=1>style=</p>", 0],
  ['<style>p{color:red}[style="x"]{}</style>', 0],
  ['<img src="https://tiles.example/0.png">', 1],
  ['<script src="//cdn.example/x.js"></script>', 1],
  ['<link rel="stylesheet" href="https://fonts.example/css">', 1],
  ['<a href="/xa/">absolute</a>', 1],
  ['<button onclick="x()">x</button>', 1],
  ['<img src="data:image/png;base64,AA==">', 0],
])("%s has %i problems", (body, count) => {
  expect(pageProblems("x.html", page(body))).toHaveLength(count);
});
test("a page without a policy, without a language, or with an unsafe policy is refused", () => {
  expect(pageProblems("x.html", "<!doctype html><html><body></body></html>")).toHaveLength(2);
  expect(pageProblems("x.html", page("", "script-src 'unsafe-inline'"))).toHaveLength(1);
});
test.each([
  ["a{background:url(fonts/x.woff2)}", 0],
  ["a{background:url('https://x.example/x.png')}", 1],
  ["a{background:url(//x.example/x.png)}", 1],
  ['@import "x.css";', 1],
])("%s has %i problems", (css, count) => {
  expect(styleProblems("x.css", css)).toHaveLength(count);
});
test.each([
  ['eval("1")', 1],
  ['new Function("return 1")', 1],
  ['Function("return this")()', 1],
  ["function eval2(){} a.eval (x); retrieval(1)", 0],
  ["typeof Function; isFunction(x); x instanceof Function", 0],
])("%s has %i problems", (script, count) => {
  expect(scriptProblems("x.js", script)).toHaveLength(count);
});
test("a whole folder is looked through, whatever the depth", () => {
  const root = mkdtempSync(path.join(os.tmpdir(), "dist-"));
  try {
    mkdirSync(path.join(root, "en", "deep"), { recursive: true });
    writeFileSync(path.join(root, "index.html"), page(""));
    writeFileSync(
      path.join(root, "en", "deep", "index.html"),
      page("<style>a{background:url(https://x.example/y)}</style>"),
    );
    writeFileSync(path.join(root, "app.js.map"), "{}");
    expect(distProblems(root)).toHaveLength(2);
  } finally {
    rmSync(root, { recursive: true });
  }
});
