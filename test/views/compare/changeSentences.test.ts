import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeFacts } from "@/analysis/changeFacts";
import { changesSince, type WorkChange } from "@/analysis/changesSince";
import { programmeAnswer } from "@/analysis/programmeAnswer";
import { isFinished } from "@/analysis/staleness";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { addDays, type IsoDate, isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { formatDate, formatMoney } from "@/i18n/format";
import { LOCALES, type Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import {
  type ChangeSentence,
  changeSentences,
  changeText,
  sentenceText,
} from "@/views/compare/answer/changeSentences";
import type { Words } from "@/views/compare/answer/words";
import { aCommune, aPlan, aRegister, aReport, aWork, code } from "../../fixtures/register";
import { shippedData } from "./shipped";

const data = await shippedData();
const { register } = data;
const communeByCode = new Map(register.communes.map((commune) => [commune.code, commune]));

function told(locale: Locale, from: IsoDate, to: IsoDate) {
  const [before, now] = [takeSnapshot(register, from), takeSnapshot(register, to)];
  const words: Words = {
    locale,
    messages: messagesFor(locale),
    communeByCode,
    workById: now.workById,
  };
  const { facts, others } = changeFacts(before, now);
  return { before, now, words, facts, others, sentences: changeSentences(words, facts) };
}

const number = (text: string | undefined) => Number(text?.replace(/[.,]/g, ""));
const days = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const)
  .map(
    ([one, other]) => [addDays(isoDate("2026-03-28"), one), addDays(isoDate("2026-03-28"), other)] as const,
  );

/** Every recorded day with every later one: what the two selects can ask for. */
const recorded = (data.manifest?.recordingDates ?? []).map(isoDate);
const pairs = recorded.flatMap((from) => recorded.filter((to) => to > from).map((to) => [from, to] as const));

/** Reads a Vietnamese sentence back and compares it with the rows, counted anew. */
function checkAgainstRows(
  { kind, parts, changes }: ChangeSentence,
  { before, now }: Pick<ReturnType<typeof told>, "before" | "now">,
  own: readonly WorkChange[],
) {
  const text = sentenceText({ kind, parts, changes });
  const rows = (...kinds: WorkChange["kind"][]) => own.filter((change) => kinds.includes(change.kind));
  const works = (list: readonly WorkChange[]) => new Set(list.map(({ workId }) => workId));
  const first = (pattern: RegExp) => number(pattern.exec(text)?.[1]);
  const ofThe97 = programmeAnswer(now).works;
  // Sectors named one by one add up to the works they stand behind.
  const sectorSum = (part: string) =>
    [...part.matchAll(/(\d+) (?:trường học|công trình (?:nước|y tế|giao|thủy|chống|văn))/g)].reduce(
      (sum, match) => sum + number(match[1]),
      0,
    );
  const listed = (head: RegExp, of: ReadonlySet<string>) => {
    const list = new RegExp(`${head.source}: ([^;]*)`).exec(text)?.[1] ?? "";
    const sectors = new Set([...of].map((workId) => now.workById.get(workId)?.work.sector));
    if (list.startsWith("đều là")) expect(sectors.size, text).toBe(1);
    else expect(sectorSum(list), text).toBe(of.size);
    const codes = new Set([...of].flatMap((workId) => now.workById.get(workId)?.work.communeCodes ?? []));
    const names = new Set([...codes].map((code) => communeByCode.get(code)?.name));
    const places = /, ở (.*?)(?: và (\d+) xã khác)?\.?$/.exec(
      list.replace(/, (?:lâu nhất|vướng mắc|vì) .*$/, ""),
    );
    if (places === null) return expect(codes.size, text).toBe(0);
    const named = (places[1] ?? "").split(/, | và /);
    for (const name of named) expect(names, text).toContain(name);
    expect(named.length + (places[2] === undefined ? 0 : number(places[2])), text).toBe(names.size);
  };
  switch (kind) {
    case "finished": {
      const finished = works(rows("finished"));
      expect(first(/^(\d+) công trình hoàn thành/), text).toBe(finished.size);
      listed(/hoàn thành/, finished);
      const all = ofThe97.filter(({ report }) => isFinished(report, now.asOf));
      expect(first(/đến nay (\d+) hoàn thành/), text).toBe(all.length);
      expect(first(/(\d+) trong đó đã bàn giao/), text).toBe(
        ofThe97.filter(({ stage }) => stage === "handed-over" || stage === "settled").length,
      );
      return;
    }
    case "lateness": {
      const became = works(rows("became-late"));
      const caughtUp = works(rows("caught-up"));
      if (became.size > 0) {
        expect(first(/^(\d+) công trình chuyển sang trễ/), text).toBe(became.size);
        listed(/chuyển sang trễ/, became);
        // Late before and newly late are all that are late: the number of the headline.
        const still = /; (\d+) công trình trễ từ trước/.exec(text);
        expect(became.size + (still === null ? 0 : number(still[1])), text).toBe(
          ofThe97.filter(({ lateness }) => lateness.answer === "yes").length,
        );
        const longest = parts.find(({ workId }) => workId !== undefined)?.workId;
        if (longest !== undefined) {
          const state = now.workById.get(longest);
          expect(text).toContain(`nay ${state?.lateness.answer === "yes" ? state.lateness.days : "?"} ngày`);
        }
      }
      if (caughtUp.size > 0) expect(first(/(\d+) công trình hết trễ/), text).toBe(caughtUp.size);
      return;
    }
    case "rescheduled": {
      const moved = rows("rescheduled");
      expect(first(/^(\d+) công trình đổi ngày/), text).toBe(works(moved).size);
      const clauses = [...(/kế hoạch: ([^;]*)/.exec(text)?.[1] ?? "").matchAll(/(?:^|, )(\d+) /g)];
      expect(
        clauses.reduce((sum, match) => sum + number(match[1]), 0),
        text,
      ).toBe(moved.length);
      return;
    }
    case "started":
      expect(first(/^(\d+) công trình khởi công/), text).toBe(works(rows("started")).size);
      listed(/khởi công/, works(rows("started")));
      return;
    case "money": {
      for (const field of ["disbursedCumulative", "capitalPlanCumulative", "totalInvestment"] as const) {
        const moves = own.filter((change) => change.kind === "money" && change.field === field);
        const what = compareAnswerMessages.vi[`money.${field}`];
        const clause = text.split("; ").find((part) => part.toLowerCase().startsWith(what));
        if (moves.length === 0) {
          expect(clause, text).toBeUndefined();
          continue;
        }
        expect(number(/ở (\d+) công trình/.exec(clause ?? "")?.[1]), text).toBe(moves.length);
        const difference = moves.reduce(
          (sum, change) => sum + (change.kind === "money" ? (change.to ?? 0) - (change.from ?? 0) : 0),
          0,
        );
        if (difference !== 0) {
          const word = difference > 0 ? "tăng" : "giảm";
          expect(clause).toContain(`${word} ${formatMoney("vi", Math.abs(difference))}`);
        }
        const total = ofThe97.reduce((sum, { money }) => sum + (money[field] ?? 0), 0);
        if (total > 0) expect(clause).toContain(`nay là ${formatMoney("vi", total)}`);
      }
      return;
    }
    case "corrected":
      if (rows("corrected").length > 0)
        expect(first(/^Đính chính (\d+) báo cáo/), text).toBe(rows("corrected").length);
      if (rows("reopened").length > 0)
        expect(first(/(\d+) công trình từng báo hoàn thành/), text).toBe(rows("reopened").length);
      return;
    case "silent": {
      const heard = new Set(changesSince(before, now).reported);
      const silent = ofThe97.filter(
        ({ work, report }) => !heard.has(work.workId) && !isFinished(report, now.asOf),
      );
      const count = first(/^(\d+) công trình chưa có báo cáo mới/);
      expect(count, text).toBeGreaterThan(0);
      expect(count, text).toBeLessThanOrEqual(silent.length);
      const oldest = /báo cáo cũ nhất chốt ([\d/]+)/.exec(text)?.[1];
      if (oldest !== undefined)
        expect(silent.map(({ report }) => (report === null ? "" : formatDate("vi", report.asOf)))).toContain(
          oldest,
        );
      return;
    }
  }
}

describe("sentences of what changed", () => {
  const check = (from: IsoDate, to: IsoDate) => {
    const { before, now, sentences, facts } = told("vi", from, to);
    const own = changesSince(before, now).changes.filter(
      ({ workId }) => now.workById.get(workId)?.work.inPlan97 === "yes",
    );
    expect(sentences.map(({ kind }) => kind)).toEqual(facts.map(({ kind }) => kind));
    for (const sentence of sentences) checkAgainstRows(sentence, { before, now }, own);
  };

  test.each(pairs)("from %s to %s say what the rows say", check);

  test("so they do between any two days", () => {
    fc.assert(
      fc.property(days, ([from, to]) => check(from, to)),
      { numRuns: 60 },
    );
  });

  test("every work they name is linked, by its own name, and is among the rows or late", () => {
    for (const locale of LOCALES)
      for (const [from, to] of pairs) {
        const { sentences, now } = told(locale, from, to);
        for (const { parts, changes, kind } of sentences)
          for (const { workId, text } of parts) {
            if (workId === undefined) continue;
            const state = now.workById.get(workId);
            expect(text).toContain(state?.work.name);
            if (kind === "lateness") expect(state?.lateness.answer).toBe("yes");
            else expect(changes.map((change) => change.workId)).toContain(workId);
          }
      }
  });

  test("are whole sentences in both languages: a capital, a full stop, no hole, something set off", () => {
    for (const locale of LOCALES)
      for (const [from, to] of pairs)
        for (const sentence of told(locale, from, to).sentences) {
          const text = sentenceText(sentence);
          expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
          expect(text).not.toMatch(/undefined|NaN|null|\[object| {2}|\.\.|: [;.]/);
          expect(text).toBe(text.normalize("NFC"));
          expect(sentence.parts.some(({ strong }) => strong)).toBe(true);
        }
  });

  test("as a reader meets them on the page's own days", () => {
    const { sentences } = told("vi", isoDate("2028-06-30"), isoDate("2028-09-30"));
    expect(sentences.map(sentenceText).map((text) => text.slice(0, 60))).toMatchInlineSnapshot(`
      [
        "02 công trình hoàn thành: 1 trường học, 1 công trình y tế, ở",
        "07 công trình chuyển sang trễ: 2 trường học, 5 công trình gi",
        "Giải ngân tăng 290,9 tỷ đồng ở 77 công trình, nay là 1.619 t",
        "Đính chính 03 báo cáo: lớn nhất Đường liên thôn Minh họa 22 ",
        "10 công trình chưa có báo cáo mới: 6 trường học, 1 công trìn",
      ]
    `);
  });
});

describe("sentences of what the shipped data do not hold", () => {
  const sentencesOf = (part: Partial<Register>, from: string, to: string) => {
    const all = aRegister(part);
    const [before, now] = [takeSnapshot(all, isoDate(from)), takeSnapshot(all, isoDate(to))];
    const words: Words = {
      locale: "vi",
      messages: messagesFor("vi"),
      communeByCode: new Map(all.communes.map((commune) => [commune.code, commune])),
      workById: now.workById,
    };
    return changeSentences(words, changeFacts(before, now).facts).map(sentenceText);
  };

  test("one work whose two days moved is one work and two moves", () => {
    expect(
      sentencesOf(
        {
          works: [aWork()],
          workPlans: [
            aPlan(),
            aPlan({
              recordedOn: isoDate("2026-08-31"),
              plannedStart: isoDate("2027-02-01"),
              plannedEnd: isoDate("2028-12-01"),
            }),
          ],
        },
        "2026-07-31",
        "2026-09-01",
      ),
    ).toEqual(["01 công trình đổi ngày kế hoạch: 1 hoàn thành sớm hơn, 1 đổi ngày khởi công."]);
  });

  test("money that only moved between works, and money nobody states any more", () => {
    const report = (workId: string, asOf: string, disbursedCumulative: number | null) =>
      aReport({
        workId,
        asOf: isoDate(asOf),
        reportedOn: isoDate(asOf),
        disbursedCumulative,
        actualStart: null,
      });
    const works = [aWork({ workId: "a" }), aWork({ workId: "b" })];
    const moved = [report("a", "2028-06-30", 100), report("b", "2028-06-30", 200)];
    expect(
      sentencesOf(
        { works, workReports: [...moved, report("a", "2028-09-30", 150), report("b", "2028-09-30", 150)] },
        "2028-07-31",
        "2028-09-30",
      ),
    ).toEqual(["Giải ngân đổi giữa các công trình, tổng giữ nguyên ở 2 công trình, nay là 300\u00a0triệu."]);
    expect(
      sentencesOf(
        {
          works: works.slice(0, 1),
          workReports: [report("a", "2028-06-30", 100), report("a", "2028-09-30", null)],
        },
        "2028-07-31",
        "2028-09-30",
      ),
    ).toEqual(["Giải ngân giảm 100\u00a0triệu đồng ở 1 công trình, nay không còn số nào."]);
  });

  test("a work called finished too early is told even when nothing else was corrected; its place unknown is no place", () => {
    const works = [aWork({ communeCodes: [], locationClass: "unknown", point: null })];
    const back = (reportedOn: string, stage: "settled" | "construction") =>
      aReport({
        asOf: isoDate("2028-06-30"),
        reportedOn: isoDate(reportedOn),
        stage,
        actualStart: null,
      });
    expect(
      sentencesOf(
        { works, workReports: [back("2028-07-01", "settled"), back("2028-08-10", "construction")] },
        "2028-07-31",
        "2028-08-31",
      ),
    ).toEqual(["01 công trình từng báo hoàn thành nay chưa xong: 1 trường học."]);
  });

  test("six communes are four names and a number, five are five names", () => {
    const names = ["A", "B", "C", "D", "E", "F"];
    const communes = names.map((name, at) => aCommune({ name, code: code(`0000${at}`) }));
    const started = (count: number) =>
      sentencesOf(
        {
          communes,
          works: [aWork({ communeCodes: communes.slice(0, count).map((commune) => commune.code) })],
          workReports: [aReport({ disbursedCumulative: null })],
        },
        "2028-07-31",
        "2028-09-30",
      )[0];
    expect(started(5)).toBe("01 công trình khởi công: 1 trường học, ở A, B, C, D và E.");
    expect(started(6)).toBe("01 công trình khởi công: 1 trường học, ở A, B, C, D và 2 xã khác.");
  });
});

describe("a line of the table of changes", () => {
  const line = (change: WorkChange) => changeText({ locale: "vi" }, change);
  test("says what was and what is; what is not stated is said, never 0", () => {
    const workId = "W1";
    expect(line({ kind: "finished", workId, on: null })).toBe("hoàn thành, không ghi ngày");
    expect(
      line({
        kind: "rescheduled",
        workId,
        milestone: "completion",
        from: isoDate("2028-06-30"),
        to: isoDate("2028-06-20"),
        days: -10,
      }),
    ).toBe("ngày hoàn thành kế hoạch 30/6/2028 → 20/6/2028, sớm 10 ngày");
    expect(
      line({
        kind: "rescheduled",
        workId,
        milestone: "start",
        from: null,
        to: isoDate("2028-06-20"),
        days: null,
      }),
    ).toBe("ngày khởi công kế hoạch chưa rõ → 20/6/2028");
    expect(line({ kind: "money", workId, field: "disbursedCumulative", from: null, to: 1500 })).toBe(
      "giải ngân chưa rõ → 1,5\u00a0tỷ",
    );
    expect(
      line({
        kind: "corrected",
        workId,
        closingDay: isoDate("2028-06-25"),
        progress: { from: 0, to: null },
        reason: "đo lại",
      }),
    ).toBe("đính chính kỳ chốt 25/6/2028: khối lượng 0\u00a0% → chưa rõ; lý do: đo lại");
  });

  test("is there for every change of the shipped data, in both languages", () => {
    const { before, now } = told("vi", isoDate("2026-09-30"), isoDate("2028-09-30"));
    for (const locale of LOCALES)
      for (const change of changesSince(before, now).changes)
        expect(changeText({ locale }, change)).not.toMatch(/undefined|NaN|null|^$/);
  });
});
