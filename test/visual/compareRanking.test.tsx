import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { COLORS, type ColorToken, colorHex } from "@/scene/palette";
import { RankingBar, type RankingBarProps } from "@/views/compare/ranking/RankingBar";

/** Pictures a person can open; `npx vitest run test/visual -u` draws them anew after a change that is meant. */
const EXTENT = [0, 100] as const;
const bar = (value: number, plan: number | null, step: number): RankingBarProps => ({
  value,
  plan,
  overall: 48.2,
  extent: EXTENT,
  color: `var(--c-progress-${step})`,
});
/** Ahead of the plan, behind it, level, without a plan, the whole, a reported zero, and one whose province is blank. */
const BARS: readonly RankingBarProps[] = [
  bar(94.2, 92, 4),
  bar(63.4, 73.3, 3),
  bar(48.2, 48.2, 2),
  bar(33.8, null, 1),
  bar(100, 100, 4),
  { ...bar(0, 22, 0), color: "var(--c-zero-progress)" },
  { ...bar(12, 30, 0), overall: null },
];
const STEP = 22;

test.each(["light", "dark"] as const)("bars of a ranking, %s", async (theme) => {
  const svg = renderToStaticMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" width="240" height={BARS.length * STEP} aria-hidden="true">
      <rect width="100%" height="100%" fill="var(--c-paper)" />
      {BARS.map((props, index) => (
        <svg
          key={`${props.value} ${props.plan}`}
          x="8"
          y={index * STEP + 4}
          width="224"
          height="14"
          aria-hidden="true"
        >
          <RankingBar {...props} />
        </svg>
      ))}
    </svg>,
  );
  expect(svg).not.toMatch(/\sstyle=|NaN|undefined|Infinity/);
  const solved = svg.replace(/var\(--c-([a-z0-9-]+)\)/g, (_, token: string) => {
    expect(Object.keys(COLORS)).toContain(token);
    return colorHex(token as ColorToken, theme);
  });
  await expect(`${solved.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot(`./ranking-bars-${theme}.svg`);
});

test("a bar keeps inside its ground, whatever the value", () => {
  const wide = renderToStaticMarkup(<RankingBar {...bar(130, 140, 4)} />);
  expect(wide.match(/(?<=(width|x1)=")[\d.]+(?=%)/g)?.every((share) => Number(share) <= 100)).toBe(true);
  // From the ground's own beginning, not from zero.
  expect(renderToStaticMarkup(<RankingBar {...bar(75, null, 4)} extent={[50, 100]} />)).toContain(
    'width="50%"',
  );
});
