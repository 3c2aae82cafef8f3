import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { targetProgress, VERDICTS } from "@/analysis/targetProgress";
import { targetLayout } from "@/charts/targetLayout";
import { loadMapData } from "@/datasets";
import { isoDate } from "@/domain/date";
import { EMPTY_REGISTER } from "@/domain/register";
import { LOCALES } from "@/i18n/locale";
import { targetsPageMessages } from "@/i18n/messages/targetsPage";
import { readingPage } from "@/views/page/readingPage";
import { hasChart } from "@/views/targets/TargetCard";
import { countVerdicts, provinceState, TargetsPage } from "@/views/targets/TargetsPage";
import { baselineText, goalText, inUnit, paceSentences, verdictText } from "@/views/targets/targetWords";

const data = await loadMapData(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const { register } = data;
const DAYS = ["2026-09-30", "2027-03-31", "2028-09-30"].map(isoDate);
const targetOf = (id: string) => register.targets.find(({ targetId }) => targetId === id)!;
const pageOf = (locale: (typeof LOCALES)[number], of = register, day = "2028-09-30") =>
  readingPage({ locale, path: "chi-tieu/" }, "targets", takeSnapshot(of, isoDate(day)), data);
const NBSP = "\u00a0";

describe("the words of a target", () => {
  it("are An Lạc's, to the letter", () => {
    const progress = targetProgress(targetOf("T01"), register.observations, isoDate("2028-09-30"));
    expect(baselineText("vi", progress.target)).toBe(`21,31${NBSP}% (năm gốc không nêu)`);
    expect(goalText("vi", progress.target)).toBe(`dưới 10${NBSP}% năm 2030`);
    expect(paceSentences("vi", progress)).toEqual([
      `Nhịp kế hoạch nêu ra, 1,5 điểm một năm, sau 5 năm chỉ tới 13,81${NBSP}%. Muốn tới mục tiêu cần hơn 2,26 điểm một năm.`,
      targetsPageMessages.vi.breakNote(2027),
    ]);
    expect(verdictText("vi", progress)).toBe("chưa đủ số liệu: chưa có số liệu sau năm gốc");
  });
  it("keep the unit of what is no percentage", () => {
    expect(inUnit("vi", targetOf("T05"), 65)).toBe(`65${NBSP}triệu đồng/người/năm`);
    expect(goalText("vi", targetOf("T12"))).toBe(`ít nhất 1${NBSP}trường năm 2030`);
    expect(goalText("vi", targetOf("T07"))).toBe(`trên 90${NBSP}% năm 2030`);
    expect(goalText("vi", targetOf("T15"))).toBe(`0${NBSP}hộ (không nêu năm)`);
    expect(goalText("vi", targetOf("T03"))).toBe("không nêu mục tiêu");
    expect(baselineText("vi", targetOf("T05"))).toBeNull();
  });
  it.each(register.targets.map(({ targetId }) => [targetId]))(
    "of %s have no hole, on any day, in both languages",
    (id) => {
      for (const locale of LOCALES)
        for (const day of DAYS) {
          const progress = targetProgress(targetOf(id), register.observations, day);
          for (const text of [
            goalText(locale, progress.target),
            verdictText(locale, progress),
            ...paceSentences(locale, progress),
          ])
            expect(text).toMatch(/^(?!.*(undefined|NaN|null|\[object)).+$/);
        }
    },
  );
});

describe("the chart of a target", () => {
  it.each(register.targets.map(({ targetId }) => [targetId]))(
    "of %s lies inside the drawing, or there is none",
    (id) => {
      for (const day of DAYS) {
        const progress = targetProgress(targetOf(id), register.observations, day);
        const layout = targetLayout(progress, { width: 392, height: 212 });
        expect(layout === null).toBe(
          progress.target.baselineValue === null && progress.observations.length === 0,
        );
        if (layout === null) {
          expect(hasChart(progress)).toBe(false);
          continue;
        }
        const points = [layout.baseline, layout.goal, layout.stated, ...layout.observations].filter(
          (point) => point !== null,
        );
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(layout.plot.left);
          expect(x).toBeLessThanOrEqual(layout.plot.right);
          expect(y).toBeGreaterThanOrEqual(layout.plot.top);
          expect(y).toBeLessThanOrEqual(layout.plot.bottom);
        }
      }
    },
  );
  it("draws no line across the change of the standard", () => {
    const target = register.targets.find(({ targetId }) => targetId === "MH-MT-07621-1")!;
    const layout = targetLayout(targetProgress(target, register.observations, isoDate("2028-09-30")), {
      width: 460,
      height: 216,
    })!;
    expect(layout.observations.map(({ year }) => year)).toEqual([2025, 2026, 2027]);
    expect(layout.segments).toHaveLength(1);
    expect(layout.breakX).toBe(layout.observations[2]!.x);
  });
  it("marks how far An Lạc's stated pace falls short", () => {
    const layout = targetLayout(targetProgress(targetOf("T01"), [], isoDate("2028-09-30")), {
      width: 460,
      height: 216,
    })!;
    expect(layout.stated!.value).toBeCloseTo(13.81, 10);
    expect(layout.shortfall!.from).toBe(layout.stated!.y);
    expect(layout.shortfall!.to).toBe(layout.goal!.y);
    expect(layout.shortfall!.from).toBeLessThan(layout.shortfall!.to);
  });
});

describe("the page of targets", () => {
  it.each(LOCALES)("shows every target of the register once in %s, and sums its verdicts", (locale) => {
    const page = pageOf(locale);
    const markup = renderToStaticMarkup(<TargetsPage page={page} />);
    const text = markup.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&#x27;", "'");
    for (const { indicator } of register.targets) expect(text).toContain(indicator);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text).not.toMatch(/style="/);
    expect(text).toContain(locale === "vi" ? `13,81${NBSP}%` : `13.81${NBSP}%`);
    const rows = register.targets.map((target) =>
      targetProgress(target, register.observations, page.snapshot.asOf),
    );
    const counts = countVerdicts(rows);
    expect(VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0)).toBe(register.targets.length);
    expect(text).toContain(String(register.targets.length));
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it("never answers for the 25.000 tỷ with the money of the 97 works", () => {
    const page = pageOf("vi");
    expect(provinceState(page, "P01")).toMatch(/^23 công trình đã bàn giao; danh mục có 97 trên 97$/);
    expect(provinceState(page, "P02")).toContain("không phải mẫu số");
    for (const id of ["P03", "P04", "P05"])
      expect(provinceState(page, id)).toBe(targetsPageMessages.vi.notFollowed);
  });
  it("says what is not there in a register without works, targets and plans", () => {
    const page = pageOf("vi", { ...EMPTY_REGISTER, communes: register.communes });
    expect(provinceState(page, "P01")).toBe(targetsPageMessages.vi.worksUnlisted);
    const markup = renderToStaticMarkup(<TargetsPage page={page} />);
    expect(markup).toContain(targetsPageMessages.vi.none);
    expect(markup).toContain(targetsPageMessages.vi.trackerNone);
  });
});
