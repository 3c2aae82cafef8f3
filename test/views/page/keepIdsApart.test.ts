import { Window } from "happy-dom";
import { describe, expect, test } from "vitest";
import { keepIdsApart } from "@/app/reading/keepIdsApart";

/** The markup after its ids were kept apart. */
function apart(markup: string): string {
  const { document } = new Window();
  document.body.innerHTML = `<div>${markup}</div>`;
  const root = document.body.firstElementChild;
  if (root === null) throw new Error("no element");
  keepIdsApart(root as never as Element, "d1-");
  return root.innerHTML;
}

describe("keepIdsApart", () => {
  test.each([
    ['<a href="#x"></a><p id="x"></p>', '<a href="#d1-x"></a><p id="d1-x"></p>'],
    [
      '<p id="x"></p><table aria-labelledby="x y"></table>',
      '<p id="d1-x"></p><table aria-labelledby="d1-x y"></table>',
    ],
    ['<b id="a"></b><b id="b"></b><td headers="a b"></td>', '<b id="d1-a"></b><b id="d1-b"></b>'],
    ['<label for="f"></label><i id="f"></i>', '<label for="d1-f"></label><i id="d1-f"></i>'],
  ])("%s", (before, after) => {
    expect(apart(before)).toContain(after);
  });
  test("fills and clips of drawings follow their patterns", () => {
    expect(
      apart('<svg><pattern id="p"></pattern><path fill="url(#p)" clip-path="url(#gone)"></path></svg>'),
    ).toMatch(/id="d1-p".*fill="url\(#d1-p\)".*clip-path="url\(#gone\)"/);
  });
  test("addresses of other pages and words that look like ids stay", () => {
    const same = '<a href="../xa/#x"></a><a href="x">x</a><b class="x" title="x"></b>';
    expect(apart(`${same}<i id="x"></i>`)).toContain(same);
  });
});
