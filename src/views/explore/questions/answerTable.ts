import type { Answered, AnsweredItem, ConditionResult } from "@/analysis/question/answer";
import { KINDS, type Kind } from "@/domain/source";
import type { Cell, CellType, Column, DataTable, Metadata, Row } from "@/exports/dataTable";
import { formatDate, formatNumber } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import { tableMessages } from "@/i18n/messages/table";
import type { Explore } from "../context";
import { communeName, leastTrusted } from "../words";
import { reasonText, settlesText } from "./answerWords";
import type { ItemFacts } from "./itemFacts";
import { answerKind, questionSources } from "./questionSources";
import { type QuestionReading, questionWords } from "./questionWords";

type Words = (typeof questionMessages)["vi"];
export type AnswerReading = QuestionReading & Pick<Explore, "snapshot" | "sourceById">;
type FactsOf = (item: Pick<AnsweredItem, "set" | "id" | "communeCodes">) => ItemFacts;

/** A column of the answer with how an item fills it; null: there is nothing to say. */
interface Filled {
  readonly id: string;
  readonly heading: string;
  readonly type: CellType;
  readonly digits: number;
  readonly value: (item: AnsweredItem) => Cell;
}

const METRES_IN_KM2 = 1_000_000;

/** The measures of one condition, by name; each is a column where any item has it. */
const MEASURES: readonly {
  readonly id: string;
  readonly heading: (words: Words, which: string) => string;
  readonly digits: number;
  readonly value: (result: ConditionResult, factsOf: FactsOf) => Cell;
}[] = [
  {
    id: "least_m",
    heading: (words, which) => words["column.least"](which),
    digits: 0,
    value: ({ interval }) => interval?.atLeast ?? null,
  },
  {
    id: "most_m",
    heading: (words, which) => words["column.most"](which),
    digits: 0,
    // Without an upper bound there is no number.
    value: ({ interval }) => (interval !== null && Number.isFinite(interval.atMost) ? interval.atMost : null),
  },
  {
    id: "nearest",
    heading: (words, which) => words["column.nearest"](which),
    digits: 0,
    value: ({ nearest }, factsOf) =>
      nearest === null ? null : factsOf({ ...nearest, communeCodes: [] }).name,
  },
  {
    id: "length_m",
    heading: (words, which) => words["column.length"](which),
    digits: 0,
    value: ({ share }) => (share?.unit === "metres" ? share.inside : null),
  },
  {
    id: "whole_length_m",
    heading: (words, which) => words["column.wholeLength"](which),
    digits: 0,
    value: ({ share }) => (share?.unit === "metres" ? share.whole : null),
  },
  {
    id: "area_km2",
    heading: (words, which) => words["column.area"](which),
    digits: 3,
    value: ({ share }) => (share?.unit === "squareMetres" ? share.inside / METRES_IN_KM2 : null),
  },
  {
    id: "whole_area_km2",
    heading: (words, which) => words["column.wholeArea"](which),
    digits: 3,
    value: ({ share }) => (share?.unit === "squareMetres" ? share.whole / METRES_IN_KM2 : null),
  },
];

function measureColumns({ items, question }: Answered, words: Words, factsOf: FactsOf): Filled[] {
  return question.conditions.flatMap((_, at): Filled[] => {
    const which = question.conditions.length === 1 ? "" : words.ofCondition(String(at + 1));
    const told: Filled[] =
      question.conditions.length === 1
        ? []
        : [
            {
              id: `told_${at + 1}`,
              heading: words["column.told"](String(at + 1)),
              type: "text",
              digits: 0,
              value: ({ results }) => {
                const answer = results[at]?.answer;
                return answer === undefined ? null : words[`is.${answer}`];
              },
            },
          ];
    const measured = MEASURES.map(
      ({ id, heading, digits, value }): Filled => ({
        id: `${id}_${at + 1}`,
        heading: heading(words, which),
        type: id === "nearest" ? "text" : "number",
        digits,
        value: ({ results }) => {
          const result = results[at];
          const cell = result === undefined ? null : value(result, factsOf);
          return typeof cell === "number" ? Number(cell.toFixed(digits)) : cell;
        },
      }),
    );
    return [...told, ...measured.filter(({ value }) => items.some((item) => value(item) !== null))];
  });
}

/** The answer as a table: yes first, then unknown, then no; one row for everything that was asked about. */
export function answerTable(
  answered: Answered,
  reading: AnswerReading,
  factsOf: FactsOf,
  title: string,
): DataTable {
  const { locale, messages, communeByCode, sourceById, snapshot } = reading;
  const words = questionMessages[locale];
  const shared = questionSources(answered.question, snapshot);
  const communes = ({ communeCodes }: AnsweredItem) =>
    communeCodes
      .map((code) => {
        const commune = communeByCode.get(code);
        return commune === undefined ? code : communeName(messages, commune);
      })
      .join(", ");
  const text = (id: string, heading: string, value: (item: AnsweredItem) => string): Filled => ({
    id,
    heading,
    type: "text",
    digits: 0,
    value: (item) => value(item) || null,
  });
  const filled: readonly Filled[] = [
    text("answer", words["column.answer"], ({ answer }) => words[`is.${answer}`]),
    text("id", words["column.id"], ({ id }) => id),
    text("name", words["column.name"], (item) => factsOf(item).name),
    text("communes", words["column.communes"], communes),
    text("because", words["column.because"], ({ because }) =>
      because.map((reason) => reasonText(locale, reason)).join("; "),
    ),
    text("settles", words["column.settles"], (item) => settlesText(locale, item)),
    ...measureColumns(answered, words, factsOf),
  ];
  const order = ["yes", "unknown", "no"];
  return {
    id: "cau-hoi",
    title,
    columns: filled.map(
      ({ id, heading, type, digits }): Column => ({ id, heading, type, digits, first: true }),
    ),
    rows: answered.items
      .toSorted((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer))
      .map((item): Row => {
        const { sourceIds, geometry } = factsOf(item);
        const all = [...new Set([...sourceIds, ...shared])];
        return {
          key: item.id,
          kind: answerKind(all, sourceById),
          sourceIds: all,
          cells: filled.map(({ value }) => value(item)),
          blanks: {},
          geometry,
        };
      }),
  };
}

/** What travels with an answer: the question in words and as parameters, counts, method, day, kind, sources, address, release. */
export function aboutAnswer(
  answered: Answered,
  table: DataTable,
  reading: AnswerReading,
  about: {
    readonly parameters: string;
    readonly address: string;
    readonly release: string | null;
    /** Whether the answer was worked out on simplified boundaries, or none. */
    readonly note: string | null;
  },
): Metadata {
  const { locale, messages, sourceById, snapshot } = reading;
  const words = questionMessages[locale];
  const m = tableMessages[locale];
  const used = new Set([
    ...table.rows.flatMap(({ sourceIds }) => sourceIds),
    ...questionSources(answered.question, snapshot),
  ]);
  const kind: Kind =
    table.rows.length === 0
      ? answerKind([...used], sourceById)
      : leastTrusted(table.rows.map((row) => row.kind));
  const kindNames = Object.fromEntries(
    KINDS.map((one) => [one, messages.domain[`kind.${one}`]]),
  ) as Metadata["kindNames"];
  const number = (value: number) => formatNumber(locale, value);
  const { yes, no, unknown } = answered.counts;
  const layers = answered.question.conditions.flatMap(({ target }) =>
    target.type === "layer" ? [`${target.name} (SHA-256 ${target.hash}…)`] : [],
  );
  const pairs: [string, string][] = [
    [words["about.question"], questionWords(reading, answered.question)],
    [words["about.parameters"], about.parameters],
    [
      words["about.counts"],
      `${words.counts(number(yes), number(no), number(unknown))}. ${words.total(number(answered.items.length), number(answered.leftOut))}`,
    ],
    [m["about.asOf"], formatDate(locale, snapshot.asOf)],
    [m["about.kind"], kindNames[kind]],
    [words["about.method"], words.methodText],
    [
      m["about.sources"],
      [...sourceById.values()]
        .filter(({ sourceId }) => used.has(sourceId))
        .map(({ title, publisher, licence }) => `${title} (${publisher}; ${licence})`)
        .join(" | "),
    ],
    [m["about.address"], about.address],
  ];
  if (layers.length > 0) pairs.push([words["about.layer"], layers.join(" | ")]);
  if (about.release !== null) pairs.push([m["about.release"], about.release]);
  if (about.note !== null) pairs.push([m["about.note"], about.note]);
  if (kind === "illustrative") pairs.push([m["about.note"], m.noteIllustrative]);
  pairs.push([m["about.note"], `${m.noteBlank} ${m.noteBoundary}`]);
  return { kindHeading: m.kind, kindNames, pairs };
}
