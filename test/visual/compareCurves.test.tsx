import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { moneyCurve, progressCurve } from "@/analysis/programmeCurve";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { NeedRiskLegend } from "@/charts/NeedRiskLegend";
import { ProgrammeMoneyChart } from "@/charts/ProgrammeMoneyChart";
import { ProgrammeProgressChart } from "@/charts/ProgrammeProgressChart";
import { addDays, type IsoDate, isoDate } from "@/domain/date";
import { NEED_RISK_COLORS, NEED_RISK_INKS } from "@/scene/needRiskPalette";
import { COLORS, type ColorToken, colorHex } from "@/scene/palette";
import { aPlan, aRegister, aReport, aWork, someCapital } from "../fixtures/register";

/** Pictures a person can open; `npx vitest run test/visual -u` draws them anew after a change that is meant. */
const ROUNDS = ["2026-12-25", "2027-06-25", "2027-12-25", "2028-06-25", "2028-09-25"].map(isoDate);
const ids = ["a", "b", "c"];
/** Progress and disbursement by round. */
const FIGURES = [
  [2, 40],
  [14, 260],
  [31, 640],
  [45, 980],
  [52, 1240],
] as const;
const register = aRegister({
  works: ids.map((workId) => aWork({ workId })),
  workPlans: ids.map((workId, index) =>
    aPlan({
      workId,
      totalInvestment: 1_000_000 * (index + 1),
      plannedStart: isoDate(`${2026 + index}-10-01`),
      plannedEnd: isoDate(`${2028 + index}-06-30`),
    }),
  ),
  capitalPlans: ids.flatMap((workId) =>
    [2026, 2027, 2028, 2029, 2030].map((year, index) =>
      someCapital({ workId, year, amount: [60_000, 320_000, 480_000, 400_000, 140_000][index]! }),
    ),
  ),
  workReports: [
    ...ROUNDS.flatMap((asOf, round) =>
      ids.map((workId) => {
        const [physicalProgress, billions] = FIGURES[round]!;
        return aReport({
          workId,
          asOf,
          reportedOn: addDays(asOf, 5),
          physicalProgress,
          disbursedCumulative: (billions * 1000) / 3,
        });
      }),
    ),
    aReport({
      workId: "b",
      asOf: isoDate("2028-06-25"),
      reportedOn: isoDate("2028-08-14"),
      physicalProgress: 38,
      disbursedCumulative: 300_000,
      correctionReason: "nhập sai",
    }),
  ],
});
const WIDE = { width: 660, height: 372 };
const NARROW = { width: 350, height: 330 };

/** Colours of a theme in place of the page's variables, and its paper behind. */
function picture(svg: string, theme: "light" | "dark"): string {
  const solved = svg.replace(/var\(--c-([a-z0-9-]+)\)/g, (_, token: string) => {
    const cell = /^need-risk-(ink-)?(\d)(\d)$/.exec(token);
    if (cell !== null)
      return (cell[1] === undefined ? NEED_RISK_COLORS : NEED_RISK_INKS)[Number(cell[2])]![Number(cell[3])]![
        theme
      ];
    expect(Object.keys(COLORS)).toContain(token);
    return colorHex(token as ColorToken, theme);
  });
  const paper = `<rect width="100%" height="100%" fill="${colorHex("paper", theme)}"/>`;
  const font = ' font-family="Be Vietnam Pro, sans-serif"';
  return `${solved.replace(/^<svg([^>]*)>/, `<svg$1${font}>${paper}`).replaceAll("><", ">\n<")}\n`;
}

function check(svg: string) {
  // Prerenderable: the policy refuses style attributes.
  expect(svg).not.toMatch(/\sstyle=/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
}

test.each([
  ["2028-09-30", "wide", WIDE, "light", "vi"],
  ["2028-09-30", "narrow", NARROW, "dark", "en"],
  ["2026-12-31", "narrow", NARROW, "light", "vi"],
  ["2029-03-31", "narrow", NARROW, "light", "vi"],
] as const)("curves on %s, %s", async (day, name, size, theme, locale) => {
  const snapshot = takeSnapshot(register, day as IsoDate);
  const money = renderToStaticMarkup(
    <ProgrammeMoneyChart curve={moneyCurve(snapshot)} locale={locale} size={size} />,
  );
  const progress = renderToStaticMarkup(
    <ProgrammeProgressChart curve={progressCurve(snapshot)} locale={locale} size={size} />,
  );
  check(money);
  check(progress);
  await expect(picture(money, theme)).toMatchFileSnapshot(`./curve-money-${day}-${name}-${theme}.svg`);
  await expect(picture(progress, theme)).toMatchFileSnapshot(`./curve-progress-${day}-${name}-${theme}.svg`);
});

test.each(["light", "dark"] as const)("the key of need and risk, %s", async (theme) => {
  const svg = renderToStaticMarkup(
    <NeedRiskLegend
      cells={[
        [1, 0, 2],
        [3, 4, 0],
        [0, 2, 7],
      ]}
      colorOf={(need, risk) => `var(--c-need-risk-${need}${risk})`}
      inkOf={(need, risk) => `var(--c-need-risk-ink-${need}${risk})`}
      locale="vi"
    />,
  );
  check(svg);
  await expect(picture(svg, theme)).toMatchFileSnapshot(`./need-risk-key-${theme}.svg`);
});
