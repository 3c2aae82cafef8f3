import { describe, expect, test } from "vitest";
import { REASONS } from "@/analysis/question/answer";
import type { Question } from "@/domain/question";
import { allOf, conditionOf } from "@/domain/questionExamples";
import { toCsv } from "@/exports/csv";
import { toGeoJson } from "@/exports/geojson";
import { LOCALES } from "@/i18n/locale";
import { questionMessages } from "@/i18n/messages/questions";
import { writeQuestion } from "@/state/questionText";
import { aboutAnswer, answerTable } from "@/views/explore/questions/answerTable";
import { measureText, reasonText, settleText } from "@/views/explore/questions/answerWords";
import { questionSources } from "@/views/explore/questions/questionSources";
import { answered, answerOf, factsIn, readingIn, snapshot } from "./shipped";

const tableOf = (locale: (typeof LOCALES)[number], id: (typeof answered)[number]["id"]) =>
  answerTable(answerOf(id), readingIn(locale), factsIn(locale), "thử");
const cell = (table: ReturnType<typeof tableOf>, row: number, column: string) =>
  table.rows[row]?.cells[table.columns.findIndex(({ id }) => id === column)];

describe.each(answered)("$id", ({ id, question, answered: answer }) => {
  test.each(LOCALES)("is a table and three files in %s", (locale) => {
    const table = tableOf(locale, id);
    const words = questionMessages[locale];
    expect(table.rows.length).toBe(answer.items.length);
    expect(new Set(table.columns.map((column) => column.id)).size).toBe(table.columns.length);
    const answers = table.rows.map((_, row) => cell(table, row, "answer"));
    expect(answers.filter((text) => text === words["is.yes"]).length).toBe(answer.counts.yes);
    // The answers first, what is open next, the rest last.
    expect([...answers].sort((a, b) => order(a) - order(b))).toEqual(answers);
    function order(text: unknown) {
      return [words["is.yes"], words["is.unknown"], words["is.no"]].indexOf(text as never);
    }
    for (const [row, { kind, sourceIds }] of table.rows.entries()) {
      expect(cell(table, row, "because") === null).toBe(answers[row] !== words["is.unknown"]);
      expect(cell(table, row, "settles") === null).toBe(answers[row] !== words["is.unknown"]);
      // What is worked out from invented data is invented, however it is worked out.
      expect(["derived", "inference", "illustrative"]).toContain(kind);
      expect(sourceIds.length).toBeGreaterThan(0);
    }
    const about = aboutAnswer(answer, table, readingIn(locale), {
      parameters: writeQuestion(question),
      address: "https://example.test/?a=1",
      release: "0123456789ab",
      note: "thử",
    });
    const said = Object.fromEntries(about.pairs);
    expect(said[words["about.question"]]).toContain(locale === "vi" ? "tính đến" : "as of");
    expect(said[words["about.parameters"]]).toBe(writeQuestion(question));
    expect(said[words["about.method"]]).toContain("Kleene");
    expect(Object.values(said)).toContain("https://example.test/?a=1");
    const csv = toCsv(table, about, ";");
    expect(csv).not.toMatch(/undefined|NaN|Infinity/);
    expect(csv.split("\r\n").length).toBe(table.rows.length + about.pairs.length + 3);
    const { features, metadata } = JSON.parse(toGeoJson(table, about));
    expect(features.length).toBe(table.rows.length);
    expect(metadata[words["about.parameters"]]).toBe(writeQuestion(question));
  });
});

test("counts of households to move are in no column", () => {
  const table = tableOf("vi", "relocationsInHighRisk");
  expect(table.columns.map(({ id }) => id)).toEqual([
    "answer",
    "id",
    "name",
    "communes",
    "because",
    "settles",
  ]);
  const counts = snapshot.register.relocations.map(({ households }) => String(households));
  expect(table.rows.flatMap(({ cells }) => cells).filter((value) => counts.includes(String(value)))).toEqual(
    [],
  );
});

test("areas and distances have columns with units, an unbounded distance has no number", () => {
  const shares = tableOf("vi", "communesUnderHighRisk");
  expect(shares.columns.map(({ id }) => id)).toContain("area_km2_1");
  const widest = Math.max(...shares.rows.map((_, row) => Number(cell(shares, row, "area_km2_1"))));
  expect(widest).toBeGreaterThan(10);
  const far = tableOf("en", "sameSectorNear");
  expect(far.columns.find(({ id }) => id === "most_m_1")?.heading).toBe("Greatest distance (m)");
  expect(far.rows.some((_, row) => cell(far, row, "most_m_1") === null)).toBe(true);
});

test("each condition has its own columns when there are several", () => {
  const table = tableOf("vi", "riskVillagesWithoutWork");
  const ids = table.columns.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["told_1", "told_2", "least_m_2", "nearest_2"]));
  expect(ids).not.toContain("least_m_1");
});

test("every reason has words, and words for what would settle it", () => {
  for (const locale of LOCALES)
    for (const reason of REASONS) {
      expect(reasonText(locale, reason).length).toBeGreaterThan(5);
      expect(settleText(locale, reason, 12).length).toBeGreaterThan(5);
    }
  expect(settleText("vi", "target-unplaced", 3)).toContain("3");
});

test("a distance is said as what is known of it", () => {
  const base = {
    answer: "unknown",
    because: null,
    nearest: null,
    open: 0,
    share: null,
    touched: null,
  } as const;
  const say = (atLeast: number, atMost: number) =>
    measureText(readingIn("vi"), { ...base, interval: { atLeast, atMost } }, factsIn("vi"))?.replaceAll(
      "\u00a0",
      " ",
    ) ?? null;
  expect(say(120, 120)).toBe("cách 120 m");
  expect(say(120, 480)).toBe("cách 120 m – 480 m");
  expect(say(1200, Infinity)).toBe("cách từ 1,2 km trở lên");
  expect(say(0, Infinity)).toBeNull();
});

test("an answer rests on what it is held against, and on what the question before rests on", () => {
  const zones = new Set(snapshot.hazardZones.map(({ sourceId }) => sourceId));
  const events = new Set(snapshot.hazardEvents.map(({ sourceId }) => sourceId));
  const before: Question = {
    subject: allOf("works"),
    joiner: "and",
    conditions: [conditionOf("within", { type: "events" })],
    scope: { type: "province" },
    base: null,
  };
  const asked: Question = {
    ...before,
    conditions: [conditionOf("within", { type: "zones", classes: ["high"] })],
    base: { question: before, keep: "yes", as: "subject" },
  };
  const sources = new Set(questionSources(asked, snapshot));
  for (const id of [...zones, ...events]) expect(sources.has(id)).toBe(true);
  const alone = new Set(questionSources({ ...asked, base: null }, snapshot));
  expect([...events].some((id) => !alone.has(id))).toBe(true);
});
