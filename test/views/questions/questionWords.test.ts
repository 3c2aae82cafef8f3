import { describe, expect, test } from "vitest";
import type { Question, Target } from "@/domain/question";
import { allOf, conditionOf } from "@/domain/questionExamples";
import { NO_FILTER } from "@/domain/workFilter";
import { LOCALES } from "@/i18n/locale";
import {
  CLASS_CHOICES,
  classChoiceOf,
  communesText,
  questionWords,
  targetText,
} from "@/views/explore/questions/questionWords";
import { answered, readingIn, register } from "./shipped";

const codes = register.communes.map(({ code }) => code);

describe.each(answered)("$id", ({ question }) => {
  test.each(LOCALES)("is one sentence in %s", (locale) => {
    const words = questionWords(readingIn(locale), question);
    expect(words).not.toMatch(/undefined|NaN|\[object|=>/);
    expect(words.replaceAll("\u00a0", " ")).toContain(
      locale === "vi" ? "tính đến 30/9/2028" : "as of 30 Sep 2028",
    );
    expect(words).toBe(words.normalize("NFC"));
    expect(words.charAt(0)).toBe(words.charAt(0).toUpperCase());
  });
});

test("reads as a person would say it", () => {
  const vi = answered.map(({ question }) =>
    questionWords(readingIn("vi"), question).replaceAll("\u00a0", " "),
  );
  expect(vi).toEqual([
    "Công trình cách vùng nguy cơ sạt lở cao trở lên không quá 500 m, trong toàn tỉnh, tính đến 30/9/2028",
    "Thôn (tỷ lệ nghèo từ 20 %) cách công trình (Lĩnh vực: Trường học; Giai đoạn: Bàn giao; Giai đoạn: Quyết toán) hơn 3 km, trong toàn tỉnh, tính đến 30/9/2028",
    "Thôn nằm trong hoặc giao với vùng nguy cơ sạt lở cao trở lên và cách công trình hơn 1 km, trong toàn tỉnh, tính đến 30/9/2028",
    "Công trình nằm trên từ hai đơn vị trở lên trong tất cả 99 xã, phường, trong toàn tỉnh, tính đến 30/9/2028",
    "Công trình cách công trình (cùng lĩnh vực) không quá 500 m, trong toàn tỉnh, tính đến 30/9/2028",
    "Nơi có hộ phải di dời nằm trong hoặc giao với vùng nguy cơ sạt lở cao trở lên, trong toàn tỉnh, tính đến 30/9/2028",
    "Công trình (Vị trí biết đến đâu: Vị trí chính xác; Vị trí biết đến đâu: Theo tuyến; Vị trí biết đến đâu: Theo thôn (± bán kính)) thuộc 3 nơi gần điểm 21,33° B, 106,8° Đ nhất, trong toàn tỉnh, tính đến 30/9/2028",
    "Xã, phường nằm trong hoặc giao với vùng nguy cơ sạt lở cao trở lên, trong toàn tỉnh, tính đến 30/9/2028",
  ]);
});

test("says what it goes on with, and with which answers", () => {
  const [first] = answered;
  const asked = (keep: "yes" | "possible"): Question => ({
    subject: allOf("works"),
    joiner: "or",
    conditions: [
      conditionOf("inside", { type: "communes", codes: codes.slice(0, 2), neighbours: true }),
      conditionOf("apart", { type: "events" }),
    ],
    scope: { type: "province" },
    base: { question: first!.question, keep, as: "subject" },
  });
  const yes = questionWords(readingIn("en"), asked("yes"));
  expect(yes).toContain(" or do not touch places of disaster events");
  expect(yes).toContain("and their neighbours");
  expect(yes).toContain("only among the “yes” results of: Works that are within 500\u00a0m");
  expect(questionWords(readingIn("en"), asked("possible"))).toContain("“yes” and “not known”");
});

test("every kind of target has words in both languages", () => {
  const targets: readonly Target[] = [
    { type: "zones", classes: ["moderate"] },
    { type: "works", filter: { ...NO_FILTER, sectors: ["school"] }, sameSector: true },
    { type: "villages", povertyFrom: 12.5 },
    { type: "events" },
    { type: "communes", codes: codes.slice(0, 9), neighbours: false },
    { type: "drawn", shape: { type: "point", points: [[106.5, 21.3]] } },
    {
      type: "drawn",
      shape: {
        type: "line",
        points: [
          [106.5, 21.3],
          [106.5, 21.4],
        ],
      },
    },
    {
      type: "drawn",
      shape: {
        type: "polygon",
        points: [
          [106.5, 21.3],
          [106.6, 21.3],
          [106.6, 21.4],
        ],
      },
    },
    { type: "drawn", shape: { type: "circle", points: [[106.5, 21.3]], radiusM: 1500 } },
    { type: "layer", name: "<b>ranh.geojson", hash: "0123456789abcdef" },
  ];
  for (const locale of LOCALES) {
    const said = targets.map((target) => targetText(readingIn(locale), target, "works"));
    expect(new Set(said).size).toBe(targets.length);
    for (const words of said) expect(words).not.toMatch(/undefined|NaN/);
  }
  expect(targetText(readingIn("vi"), targets[6]!, "works")).toBe("tuyến đã vẽ dài 11,1\u00a0km");
});

test("only a work has other works", () => {
  const works: Target = { type: "works", filter: NO_FILTER, sameSector: false };
  expect(targetText(readingIn("vi"), works, "works")).toBe("công trình khác");
  expect(targetText(readingIn("vi"), works, "villages")).toBe("công trình");
});

test("many communes are counted, few are named", () => {
  const reading = readingIn("vi");
  expect(communesText(reading, codes.slice(0, 5)).split(", ").length).toBe(5);
  expect(communesText(reading, codes.slice(0, 9))).toMatch(/ và 5 xã, phường khác$/);
  expect(communesText(reading, [])).toBe("");
});

test("a ready choice of classes is known again whatever their order", () => {
  for (const [choice, classes] of Object.entries(CLASS_CHOICES))
    expect(classChoiceOf([...classes].reverse())).toBe(choice);
  expect(classChoiceOf(["moderate"])).toBeNull();
});
