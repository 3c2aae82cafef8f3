import { readFileSync } from "node:fs";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { WorkState } from "@/analysis/snapshot";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { type IsoDate, isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { formatDate } from "@/i18n/format";
import { LOCALES, type Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { workMessages } from "@/i18n/messages/work";
import { type Explore, ExploreProvider } from "@/views/explore/context";
import { WorkPanel } from "@/views/explore/WorkPanel";
import { PlanAgainstActual, WorkHistory } from "@/views/explore/work/WorkHistory";
import { aPlan, aRegister, aReport, aWork, someCapital } from "../fixtures/register";

const { register: real } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const LAST = isoDate("2028-09-30");

/** What is said of a work on a day, as markup. */
function render(
  parts: (state: WorkState) => ReactNode,
  workId: string,
  day: IsoDate,
  locale: Locale,
  register: Register,
): string {
  const snapshot = takeSnapshot(register, day);
  const state = snapshot.workById.get(workId);
  if (state === undefined) throw new Error(`no work ${workId}`);
  const explore = {
    locale,
    messages: messagesFor(locale),
    snapshot,
    selection: { type: "work", id: workId },
    communeByCode: new Map(register.communes.map((commune) => [commune.code, commune])),
    villageById: new Map(),
    sourceById: new Map(register.sources.map((source) => [source.sourceId, source])),
    select: () => {},
    openSources: () => {},
  } as unknown as Explore;
  return renderToStaticMarkup(<ExploreProvider value={explore}>{parts(state)}</ExploreProvider>);
}
/** Both lazy parts of a work's panel. */
const history = (workId: string, day: IsoDate = LAST, locale: Locale = "vi", register: Register = real) =>
  render(
    (state) => (
      <>
        <PlanAgainstActual state={state} />
        <WorkHistory state={state} />
      </>
    ),
    workId,
    day,
    locale,
    register,
  );
/** The panel itself; its past may or may not have come. */
const panel = (workId: string, day: IsoDate = LAST, register: Register = real) =>
  textOf(render((state) => <WorkPanel state={state} />, workId, day, "vi", register));
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    // Marks that stand apart only because a tag lay between.
    .replace(/ ([.,;:])/g, "$1");
const text = (...args: Parameters<typeof history>) => textOf(history(...args));
const m = workMessages.vi;
const one = (part: Parameters<typeof aRegister>[0]) => aRegister({ works: [aWork()], ...part });

describe("every work", () => {
  it.each(LOCALES)(
    "can be read on several days (%s): no blank of a programmer, no style attribute",
    (locale) => {
      for (const day of ["2026-04-01", "2027-12-31", "2028-09-28", "2028-09-30", "2029-06-01"].map(isoDate)) {
        for (const { workId } of real.works) {
          const html = history(workId, day, locale);
          expect(html).not.toMatch(/\sstyle=/);
          const words = textOf(html);
          expect(words).not.toMatch(/undefined|NaN|\[object|null/);
          for (const title of ["reports", "capital", "documents"] as const)
            expect(words).toContain(workMessages[locale][title]);
        }
      }
    },
  );

  it("marks what is invented as such, beside every figure that is", () => {
    const tag = messagesFor("vi").domain["kind.illustrative"];
    const sections = history("MH-003").split("<section").slice(1);
    expect(sections).toHaveLength(3);
    for (const section of sections) expect(section).toContain(`tag--illustrative">${tag}`);
    // An Lạc's plan is real: nothing of it is called invented.
    expect(history("AL-01")).not.toContain("tag--illustrative");
  });
});

describe("the panel above its past", () => {
  it("says first what holds the work up, with proposal, authority and the day of the report", () => {
    const words = panel("MH-003");
    const order = ["55 %", "trễ 22 ngày", "“Mưa lũ làm hỏng đường công vụ (minh họa)”", "Đề nghị gia hạn"];
    const places = [...order, "chốt 25/9/2028, báo cáo 30/9/2028 Kế hoạch và thực tế"].map((part) =>
      words.indexOf(part),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    // Nothing of it the quarter before it was reported.
    expect(panel("MH-003", isoDate("2028-03-30"))).not.toContain("Mưa lũ");
  });
  it("keeps the communes of a work in several apart", () => {
    expect(panel("MH-006")).toContain("Xã Vân Sơn · Xã An Lạc");
  });
  it("never writes a late work without its days", () => {
    const late = takeSnapshot(real, LAST).works.filter(({ lateness }) => lateness.answer === "yes");
    expect(late.length).toBeGreaterThan(5);
    for (const { work, lateness } of late)
      expect(panel(work.workId)).toContain(`trễ ${lateness.answer === "yes" ? lateness.days : 0} ngày`);
  });
});

describe("plan against actual", () => {
  it("says the gap in words before it draws it", () => {
    expect(text("MH-003")).toContain(
      "Kỳ chốt 25/9/2028: thực tế 55 %, đường kế hoạch 100 %: chậm 45 điểm % so với kế hoạch.",
    );
  });
  it("tells how the plan moved, by which decision, and only from the day it was recorded", () => {
    const moved = "Kế hoạch đổi ngày 25/2/2028: hoàn thành 12/1/2028 → 8/9/2028 (quyết định QĐ-MH-0503)";
    expect(text("MH-003")).toContain(moved);
    expect(text("MH-003", isoDate("2028-02-24"))).not.toContain("Kế hoạch đổi");
    expect(text("MH-003", isoDate("2028-02-24"))).not.toContain("QĐ-MH-0503");
  });
  it("gives the ear the same figures: a row for each period, corrections and missing ones in words", () => {
    const table = /<caption>[\s\S]*?<\/table>/.exec(history("MH-084"))?.[0] ?? "";
    expect(table.match(/<tr>/g)).toHaveLength(1 + 9 + 1);
    const words = textOf(table);
    expect(words).toContain(m.notReported);
    expect(words).toMatch(/25\/9\/2028 100\s% 66\s% đính chính từ 76\s%/);
  });
  it("names in its key what is drawn and nothing else", () => {
    const key = (id: string, day?: IsoDate) =>
      textOf(/plan-actual__key[\s\S]*?<\/p>/.exec(history(id, day))?.[0] ?? "");
    expect(key("MH-084")).toContain(m["key.corrected"]);
    expect(key("MH-084", isoDate("2028-09-28"))).not.toContain(m["key.corrected"]);
    expect(key("MH-084")).not.toContain(m["key.oldPlan"]);
    expect(key("MH-003")).toContain(m["key.oldPlan"]);
    expect(key("MH-003")).toContain(m["key.missing"]);
  });
  it("says what is missing and who would report it, instead of an empty drawing", () => {
    const owner = { owner: "Ban quản lý A" };
    const planned = one({ works: [aWork(owner)], workPlans: [aPlan()] });
    expect(text("W1", LAST, "vi", planned)).toContain(`${m.noActual} ${m.whoReports("Ban quản lý A")}`);
    expect(text("W1", isoDate("2026-12-01"), "vi", planned)).toContain(m.noActualYet("1/1/2027"));
    const undated = one({ workPlans: [aPlan({ plannedEnd: null })], workReports: [aReport()] });
    expect(text("W1", LAST, "vi", undated)).toContain(`${m.noCurve} ${m.whoPlans(m.ownerUnknown)}`);
    const body = one({
      works: [aWork({ responsibleBody: "Sở B" })],
      workPlans: [aPlan({ plannedEnd: null })],
    });
    expect(text("W1", LAST, "vi", body)).toContain(`${m.noCurveNoReport} ${m.whoPlans("Sở B")}`);
    expect(history("W1", LAST, "vi", body)).not.toContain("plan-actual__svg");
  });
  it("of a late work whose report names no obstacle says just that", () => {
    const late = one({ workPlans: [aPlan({ plannedEnd: isoDate("2028-06-30") })], workReports: [aReport()] });
    expect(text("W1", LAST, "vi", late)).toContain(m.noObstacle);
    const stated = one({
      workPlans: [aPlan({ plannedEnd: isoDate("2028-06-30") })],
      workReports: [aReport({ obstacle: "Vướng mặt bằng" })],
    });
    expect(text("W1", LAST, "vi", stated)).not.toContain(m.noObstacle);
    expect(text("W1", LAST, "vi", one({ workPlans: [aPlan()], workReports: [aReport()] }))).not.toContain(
      m.noObstacle,
    );
  });
});

describe("the reports", () => {
  const table = (...args: Parameters<typeof history>) =>
    /<table class="table history">[\s\S]*?<\/table>/.exec(history(...args))?.[0] ?? "";
  it("are the last four, the newest first, and all of them on demand", () => {
    const days = [...table("MH-003").matchAll(/<th scope="row">(\d+\/\d+\/\d+)/g)].map(([, day]) => day);
    expect(days).toEqual(["25/9/2028", "25/6/2028", "25/3/2028", "25/12/2027"]);
    expect(text("MH-003")).toContain(messagesFor("vi").explore.showAll(9));
    expect(history("MH-003")).toContain('aria-expanded="false"');
    expect(text("MH-003", isoDate("2027-06-30"))).not.toContain("Xem cả");
  });
  it("show a correction with old value, new value, reason and both days", () => {
    expect(textOf(table("MH-084"))).toContain(
      "Đính chính ngày 30/9/2028 (báo cáo trước: 27/9/2028): khối lượng 76 % → 66 %; lý do: “Nhập nhầm 76 thành 66 (minh họa)”",
    );
    expect(textOf(table("MH-084", isoDate("2028-09-29")))).not.toContain("Đính chính");
  });
  it("show a period that never came, and one that came late by how much", () => {
    expect(textOf(table("MH-003"))).toContain("25/12/2027 không có báo cáo, hạn 25/1/2028");
    const late = one({
      workReports: [aReport({ asOf: isoDate("2028-03-25"), reportedOn: isoDate("2028-05-05") })],
    });
    expect(textOf(table("W1", LAST, "vi", late))).toContain("báo cáo 5/5/2028, muộn 10 ngày");
  });
  it("say in the period from which on another plan is expected that the plan changed, there and nowhere else", () => {
    const words = textOf(table("MH-029"));
    const moved = "Kế hoạch đổi ngày 10/5/2028: hoàn thành 4/8/2028 → 18/9/2029";
    expect(words.split(moved)).toHaveLength(2);
    // Between the row of June, the first by the new plan, and that of March.
    expect(words.indexOf(moved)).toBeGreaterThan(words.indexOf("25/6/2028"));
    expect(words.indexOf(moved)).toBeLessThan(words.indexOf("25/3/2028"));
  });
  it("write an unknown figure as unknown, never as 0, and a 0 as 0", () => {
    const blank = one({ workReports: [aReport({ physicalProgress: null, disbursedCumulative: null })] });
    expect(textOf(table("W1", LAST, "vi", blank))).toMatch(/chưa rõ.*chưa rõ.*chưa rõ/);
    const zero = one({ workReports: [aReport({ physicalProgress: 0, disbursedCumulative: 0 })] });
    expect(textOf(table("W1", LAST, "vi", zero))).toMatch(/0\s%/);
  });
  it("say who would report when there is none, and what is awaited while there is still time", () => {
    expect(text("AL-01")).toContain(`${m.noReports} ${m.whoReports(m.ownerUnknown)}`);
    const awaiting = one({
      works: [aWork(), aWork({ workId: "W2" })],
      workPlans: [aPlan()],
      workReports: [aReport({ workId: "W2" }), aReport({ asOf: isoDate("2028-06-25") })],
    });
    expect(text("W1", LAST, "vi", awaiting)).toContain(m.awaited("25/9/2028", "26/10/2028"));
  });
  it("name the obstacles of earlier periods, and since when the present one is stated", () => {
    expect(text("MH-003")).toContain(m.obstacleOpen("25/3/2028", 3));
    const over = one({
      workReports: [
        aReport({
          asOf: isoDate("2028-06-25"),
          reportedOn: isoDate("2028-06-30"),
          obstacle: "Mưa",
          proposal: "Chờ",
        }),
        aReport(),
      ],
    });
    const said = text("W1", LAST, "vi", over);
    expect(said).toContain(m.obstacleOver("25/6/2028", "25/6/2028", 1));
    expect(said).toContain(m.proposal("Chờ"));
  });
});

describe("capital by year and source", () => {
  const table = (...args: Parameters<typeof history>) =>
    textOf(/<table class="table capital">[\s\S]*?<\/table>/.exec(history(...args))?.[0] ?? "");
  it("adds up to the money of the snapshot", () => {
    const words = table("MH-003");
    expect(words).toContain("Đến năm 2028 85,2 31,1 36 %");
    expect(words).toContain("Cả giai đoạn 94,4");
    expect(words).toContain("2029 9,2 chưa đến");
  });
  it("marks a year whose disbursement is computed here, and says how", () => {
    expect(table("MH-003")).toMatch(/2027 19,9 14,4 ?\*/);
    expect(text("MH-003")).toContain(m.closedNote("*"));
  });
  it("gives carried-over money its own column only where some is stated, and the share counts it", () => {
    expect(table("MH-002")).toContain(m.carriedOver);
    expect(table("MH-003")).not.toContain(m.carriedOver);
    const carried = one({
      capitalPlans: [someCapital({ amount: 8000, carriedOver: 2000 })],
      workReports: [aReport({ disbursedYear: 5000, disbursedCumulative: 5000 })],
    });
    expect(table("W1", LAST, "vi", carried)).toMatch(/8,0 2,0 5,0 50\s%/);
  });
  it("lists sources below their year where there are several, and names a single one once", () => {
    expect(table("MH-076")).toContain(messagesFor("vi").domain["capital.contribution"]);
    expect(table("MH-003")).toContain(m.oneSource(messagesFor("vi").domain["capital.provincial"]));
    const [first, ...rest] = table("MH-003").split(messagesFor("vi").domain["capital.provincial"]);
    expect(first).toBeDefined();
    expect(rest).toHaveLength(1);
  });
  it("tells how the plan of a year was changed, from the day it was", () => {
    expect(text("MH-002")).toContain("31/1/2028: vốn Ngân sách tỉnh năm 2028: nêu 906 triệu chuyển sang");
    expect(text("MH-002", isoDate("2028-01-30"))).not.toContain("906");
  });
  it("does not round a small amount to nothing", () => {
    const small = one({ capitalPlans: [someCapital({ amount: 12 })] });
    expect(table("W1", LAST, "vi", small)).toContain("0,012");
  });
  it("says what is missing and who allots it", () => {
    expect(text("AL-01")).toContain(`${m.noCapital} ${m.whoAllots}`);
    const spent = one({ workReports: [aReport({ disbursedYear: 5000, disbursedCumulative: 5000 })] });
    expect(table("W1", LAST, "vi", spent)).toContain(`2028 đến 25/9/2028 ${m.notStated} 5,0`);
  });
});

describe("documents", () => {
  it("name each decision with the day it was recorded, and each source with publisher, licence and link", () => {
    const html = history("AL-01");
    const source = real.sources.find(
      ({ sourceId }) => sourceId === real.works.find(({ workId }) => workId === "AL-01")?.sourceId,
    );
    expect(source).toBeDefined();
    for (const fact of [source?.title, source?.publisher, source?.licence])
      expect(textOf(html)).toContain(fact);
    if (source?.url != null) expect(html).toContain(`href="${source.url.replaceAll("&", "&amp;")}"`);
    expect(text("MH-003")).toContain(m.decisionRow("QĐ-MH-0103", formatDate("vi", isoDate("2026-06-30"))));
  });
  it("say so when the plan names no decision, and nothing where there is no plan", () => {
    expect(text("W1", LAST, "vi", one({ workPlans: [aPlan()] }))).toContain(m.noDecision);
    expect(text("AL-01")).not.toContain(m.noDecision);
  });
  it("still stand when the file of sources failed to load", () => {
    expect(text("MH-003", LAST, "vi", { ...real, sources: [] })).toContain(
      messagesFor("vi").explore.noSource,
    );
  });
});
