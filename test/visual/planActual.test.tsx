import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { workHistory } from "@/analysis/workHistory";
import { PlanActualChart } from "@/charts/PlanActualChart";
import { addDays, type IsoDate, isoDate } from "@/domain/date";
import type { WorkReport } from "@/domain/work";
import { COLORS, type ColorToken, colorHex } from "@/scene/palette";
import { aPlan, aRegister, aReport, aWork } from "../fixtures/register";

/** Pictures of the chart a person can open; `npx vitest run test/visual -u` draws them anew after a change that is meant. */
const ROUNDS = [
  "2027-03-25",
  "2027-06-25",
  "2027-09-25",
  "2027-12-25",
  "2028-03-25",
  "2028-06-25",
  "2028-09-25",
].map(isoDate);
const at = (asOf: IsoDate, physicalProgress: number | null, part: Partial<WorkReport> = {}) =>
  aReport({ asOf, reportedOn: addDays(asOf, 5), physicalProgress, ...part });
/** Another work, so that the rounds are known which the drawn one misses. */
const others = ROUNDS.map((asOf) => at(asOf, 10, { workId: "W2" }));
const reported = (figures: readonly (number | "missing")[]) =>
  ROUNDS.flatMap((asOf, index) => {
    const figure = figures[index];
    return figure === undefined || figure === "missing" ? [] : [at(asOf, figure)];
  });

const plan = aPlan({ plannedStart: isoDate("2027-02-01"), plannedEnd: isoDate("2028-06-30") });
const CASES = {
  /** Moved, one period missing, one corrected, behind. */
  late: {
    plans: [plan, { ...plan, recordedOn: isoDate("2028-04-15"), plannedEnd: isoDate("2029-03-31") }],
    reports: [
      ...reported([0, 6, 14, "missing", 30, 48, 52]),
      at(isoDate("2028-06-25"), 40, { reportedOn: isoDate("2028-08-15"), correctionReason: "nhập sai" }),
    ],
    day: isoDate("2028-09-30"),
  },
  /** Finished before its plan; nothing is behind. */
  finished: {
    plans: [plan],
    reports: reported([4, 22, 51, 80, 100]).map((row) =>
      row.physicalProgress === 100 ? { ...row, stage: "handed-over" as const } : row,
    ),
    day: isoDate("2028-09-30"),
  },
  /** Nothing reported yet, the last round still in time. */
  waiting: { plans: [plan], reports: [], day: isoDate("2027-03-31") },
} as const;

/** Colours of a theme in place of the page's variables, and its paper behind. */
function picture(svg: string, theme: "light" | "dark"): string {
  const solved = svg.replace(/var\(--c-([a-z0-9-]+)\)/g, (_, token: string) => {
    expect(Object.keys(COLORS)).toContain(token);
    return colorHex(token as ColorToken, theme);
  });
  const paper = `<rect width="100%" height="100%" fill="${colorHex("paper", theme)}"/>`;
  const font = ' font-family="Be Vietnam Pro, sans-serif"';
  return `${solved.replace(/^<svg([^>]*)>/, `<svg$1${font}>${paper}`).replaceAll("><", ">\n<")}\n`;
}

test.each([
  ["late", "light", "vi"],
  ["late", "dark", "en"],
  ["finished", "light", "vi"],
  ["waiting", "light", "vi"],
] as const)("plan and actual: %s, %s, %s", async (name, theme, locale) => {
  const { plans, reports, day } = CASES[name];
  const history = workHistory(
    aRegister({
      works: [aWork(), aWork({ workId: "W2" })],
      workPlans: plans,
      workReports: [...reports, ...others],
    }),
    aWork(),
    day,
  );
  const svg = renderToStaticMarkup(
    <PlanActualChart history={history} locale={locale} size={{ width: 320, height: 190 }} />,
  );
  // Prerenderable: the policy refuses style attributes.
  expect(svg).not.toMatch(/\sstyle=/);
  expect(svg).not.toMatch(/NaN|undefined/);
  await expect(picture(svg, theme)).toMatchFileSnapshot(`./plan-actual-${name}-${theme}.svg`);
});
