import { expect, test } from "vitest";
import { NEED_RISK_COLORS, NEED_RISK_INKS, needRiskPaletteCss } from "@/scene/needRiskPalette";
import { needRiskCss, needRiskInkCss } from "@/scene/needRiskTokens";
import { COLORS, relativeLuminance } from "@/scene/palette";

const contrast = (a: string, b: string) => {
  const [low, high] = [relativeLuminance(a), relativeLuminance(b)].toSorted((x, y) => x - y) as [
    number,
    number,
  ];
  return (high + 0.05) / (low + 0.05);
};

test("what is written on a cell reads on it in both themes", () => {
  for (const [need, row] of NEED_RISK_COLORS.entries())
    for (const [risk, color] of row.entries())
      for (const theme of ["light", "dark"] as const)
        expect(contrast(color[theme], NEED_RISK_INKS[need]![risk]![theme])).toBeGreaterThanOrEqual(4.5);
});

test("more of both is darker on light ground, lighter on dark", () => {
  const at = (need: number, risk: number, theme: "light" | "dark") =>
    relativeLuminance(NEED_RISK_COLORS[need]![risk]![theme]);
  for (const step of [0, 1]) {
    expect(at(step + 1, step + 1, "light")).toBeLessThan(at(step, step, "light"));
    expect(at(step + 1, step + 1, "dark")).toBeGreaterThan(at(step, step, "dark"));
  }
});

test("the page gets each property once a theme, none of the map's, and print stays light", () => {
  const css = needRiskPaletteCss();
  const properties = NEED_RISK_COLORS.flatMap((row, need) =>
    row.flatMap((_, risk) => [needRiskCss(need, risk), needRiskInkCss(need, risk)]),
  ).map((value) => value.slice(4, -1));
  expect(new Set(properties).size).toBe(18);
  for (const property of properties) {
    expect(Object.keys(COLORS)).not.toContain(property.slice(4));
    expect(css.split(`${property}:`)).toHaveLength(4);
  }
  const [light] = css.split("@media");
  expect(light).toContain(`${properties[0]}:#eeeae2`);
  expect(css.match(/@media screen/g)).toHaveLength(2);
});
