import { describe, expect, test } from "vitest";
import { programmeAnswer } from "@/analysis/programmeAnswer";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { formatMoney } from "@/i18n/format";
import { messagesFor } from "@/i18n/messages";
import {
  caveats,
  controlTotal,
  headlineOf,
  moneySentence,
  progressSentence,
} from "@/views/compare/answer/headline";
import { listText, placesText, type Words } from "@/views/compare/answer/words";
import {
  aCommune,
  aPlan,
  aRegister,
  aReport,
  aWork,
  HERE,
  someCapital,
  THERE,
} from "../../fixtures/register";
import { shippedData } from "./shipped";

const data = await shippedData();
const DAY = isoDate("2028-09-30");
const wordsFor = (register: Pick<Register, "communes">, locale: Words["locale"] = "vi"): Words => ({
  locale,
  messages: messagesFor(locale),
  communeByCode: new Map(register.communes.map((commune) => [commune.code, commune])),
  workById: new Map(),
});
const headline = (part: Partial<Register>) => {
  const register = aRegister(part);
  return headlineOf(wordsFor(register), programmeAnswer(takeSnapshot(register, DAY)));
};
const lateWork = { workPlans: [aPlan({ plannedEnd: isoDate("2028-09-01") })], workReports: [aReport()] };

describe("the headline", () => {
  test("on the shipped data says the numbers counted here from the rows", () => {
    const snapshot = takeSnapshot(data.register, DAY);
    const own = snapshot.allWorks.filter(({ work }) => work.inPlan97 === "yes");
    const done = own.filter(({ stage }) => stage === "handed-over" || stage === "settled").length;
    const late = own.filter(({ lateness }) => lateness.answer === "yes");
    const communes = new Set(late.flatMap(({ work }) => work.communeCodes)).size;
    const answer = programmeAnswer(snapshot);
    expect(headlineOf(wordsFor(data.register), answer)).toBe(
      `${done} trên 97 công trình đã bàn giao; ${late.length} công trình trễ, ở ${communes} xã.`,
    );
    expect(headlineOf(wordsFor(data.register, "en"), answer)).toBe(
      `${done} of 97 works handed over; ${late.length} works are late, in ${communes} communes.`,
    );
  });

  test("a list that is not complete says so; the denominator is what is listed", () => {
    expect(headline({ works: [aWork()], ...lateWork })).toBe(
      "0 trên 1 công trình có tên đã bàn giao (kế hoạch: 97); 1 công trình trễ, ở 1 xã.",
    );
  });

  test("wards among the communes are named as such; late works of nowhere have no place", () => {
    const communes = [aCommune(), aCommune({ code: THERE, name: "Chũ", unit: "ward" })];
    expect(headline({ communes, works: [aWork({ communeCodes: [HERE, THERE] })], ...lateWork })).toMatch(
      /; 1 công trình trễ, ở 2 xã, phường\.$/,
    );
    expect(headline({ works: [aWork({ communeCodes: [] })], ...lateWork })).toMatch(/; 1 công trình trễ\.$/);
  });

  test("nobody late is said only where it is known of every work", () => {
    const onTime = { works: [aWork(), aWork({ workId: "b" })], workPlans: [aPlan()] };
    expect(headline({ ...onTime, workReports: [aReport()] })).toMatch(/chưa thấy công trình nào trễ\.$/);
    expect(
      headline({ ...onTime, workReports: [aReport(), aReport({ workId: "b", stage: "settled" })] }),
    ).toMatch(/không công trình nào trễ\.$/);
  });

  test("without a report nothing is called 0; without a list only the plan speaks", () => {
    expect(headline({ works: [aWork()] })).toBe("Chưa có báo cáo nào về 1 công trình đến ngày này.");
    expect(headline({ works: [aWork({ inPlan97: "unknown" })] })).toBe(
      "97 công trình theo kế hoạch tỉnh; danh mục chưa công bố.",
    );
  });
});

describe("the sentences under it", () => {
  const words = wordsFor({ communes: [] });
  const of = (part: Partial<Register>) => takeSnapshot(aRegister(part), DAY);

  test("progress and plan are of the same works, and say of how many", () => {
    const both = of({
      works: [aWork(), aWork({ workId: "b" })],
      workPlans: [
        aPlan({ plannedEnd: isoDate("2028-01-01") }),
        aPlan({ workId: "b", plannedEnd: null, totalInvestment: 1000 }),
      ],
      workReports: [aReport({ physicalProgress: 40 }), aReport({ workId: "b", physicalProgress: 60 })],
    });
    expect(progressSentence(words, both)).toBe(
      "Khối lượng đạt 50\u00a0% (2 của 2 công trình); ở 1 công trình có đủ ngày kế hoạch: đạt 40\u00a0%, phải đạt 100\u00a0%.",
    );
    const one = of({ works: [aWork()], workPlans: [aPlan()], workReports: [aReport()] });
    expect(progressSentence(words, one)).toMatch(
      /^Khối lượng đạt 50\u00a0% \(1 của 1 công trình\), theo ngày/,
    );
    expect(progressSentence(words, of({ works: [aWork()] }))).toBe("Khối lượng: chưa có số liệu.");
  });

  test("disbursement has both denominators, each as what it is", () => {
    const snapshot = of({
      works: [aWork(), aWork({ workId: "b" })],
      capitalPlans: [someCapital({ amount: 400_000 })],
      workReports: [
        aReport({ disbursedCumulative: 100_000 }),
        aReport({ workId: "b", disbursedCumulative: 60_000 }),
      ],
    });
    const answer = programmeAnswer(snapshot);
    const { manifest } = data;
    // b has no capital plan: it is in the sum and in the share of the programme, not in the share of the plan.
    expect(moneySentence(words, answer, snapshot, manifest, "illustrative")).toBe(
      "Giải ngân lũy kế 160\u00a0tỷ đồng, bằng 25\u00a0% vốn đã giao đến năm 2028 (400\u00a0tỷ, 1 công trình) và 4\u00a0% của 4.000\u00a0tỷ ngân sách tỉnh cho Chương trình; con số sau là chính thức, giải ngân là minh họa.",
    );
    expect(moneySentence(words, answer, snapshot, manifest, "official")).toMatch(/cho Chương trình\.$/);
    expect(moneySentence(words, answer, snapshot, null, "official")).not.toContain("4.000");
    const silent = of({ works: [aWork()] });
    expect(moneySentence(words, programmeAnswer(silent), silent, manifest, "official")).toBe(
      "Chưa có số giải ngân.",
    );
  });

  test("never hold 25.000 tỷ: that is not the money of the 97 works", () => {
    const snapshot = takeSnapshot(data.register, DAY);
    const text = moneySentence(words, programmeAnswer(snapshot), snapshot, data.manifest, "illustrative");
    expect(controlTotal(data.manifest, "programme-capital")).toBe(25_000_000);
    expect(text).toContain(formatMoney("vi", 4_000_000));
    expect(text).not.toContain("25.000");
  });

  test("what is not known and what is not counted is said, with its number", () => {
    const mixed = programmeAnswer(
      of({
        works: [
          aWork({ communeCodes: [] }),
          aWork({ workId: "b" }),
          aWork({ workId: "c", inPlan97: "unknown" }),
        ],
        ...lateWork,
      }),
    );
    expect(caveats(words, mixed)).toEqual([
      "01 công trình chưa rõ trễ hay không.",
      "01 công trình chưa có báo cáo về giai đoạn.",
      "01 công trình trễ chưa rõ ở xã nào.",
      "Ngoài ra 01 công trình khác trong sổ, không hoặc chưa rõ thuộc 97: không tính ở trên.",
    ]);
    expect(caveats(words, programmeAnswer(of({ works: [aWork({ inPlan97: "unknown" })] })))).toEqual([
      "Ngoài ra 01 công trình nêu trong kế hoạch xã An Lạc, chưa rõ có thuộc 97 hay không: không tính ở trên.",
    ]);
    expect(caveats(words, programmeAnswer(of({})))).toEqual([]);
  });
});

test("lists join their last name, and a code without a commune stays a code", () => {
  expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map((names) => listText("vi", names))).toEqual([
    "",
    "A",
    "A và B",
    "A, B và C",
  ]);
  expect(placesText(wordsFor({ communes: [] }), [HERE])).toBe("00001");
});
