import type { Answered, AnsweredItem } from "@/analysis/question/answer";
import type { CommuneRow } from "@/analysis/question/byCommune";
import type { Kind } from "@/domain/source";
import type { Cell, CellType, Column, DataTable, Row } from "@/exports/dataTable";
import { formatArea, formatDistance } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import { communeName } from "../words";
import { GROUPS, inOrder, measuresOf } from "./AnswerGroups";
import type { AnswerReading } from "./answerTable";
import { reasonText, settlesText } from "./answerWords";
import { unitOf } from "./CommuneSummary";
import type { ItemFacts } from "./itemFacts";
import { answerKind, questionSources } from "./questionSources";

type FactsOf = (item: Pick<AnsweredItem, "set" | "id" | "communeCodes">) => ItemFacts;

/** A column with how it is filled; columns that nothing fills are left out. */
interface Filled<Subject> {
  readonly id: string;
  readonly heading: string;
  readonly type: CellType;
  readonly value: (subject: Subject) => Cell;
}

/**
 * An answer as it is read on paper: every item, in the order and with the words of the panel, then the summary by commune. Files have more
 * columns, which no sheet has room for (`answerTable`).
 */
export function answerPaper(
  { answered, byCommune }: { readonly answered: Answered; readonly byCommune: readonly CommuneRow[] },
  reading: AnswerReading,
  factsOf: FactsOf,
): readonly DataTable[] {
  const { locale, messages, communeByCode, sourceById, snapshot } = reading;
  const words = questionMessages[locale];
  const shared = questionSources(answered.question, snapshot);
  const sourcesOf = (item: AnsweredItem) => [...new Set([...factsOf(item).sourceIds, ...shared])];
  const nameOf = (code: CommuneRow["code"]) => {
    if (code === "several") return words.rowSeveral;
    if (code === "unstated") return words.rowUnstated;
    const commune = communeByCode.get(code);
    return commune === undefined ? code : communeName(messages, commune);
  };
  const items = tableOf<AnsweredItem>(
    "cau-hoi",
    words.answer,
    [
      { id: "name", heading: words.name, type: "text", value: (item) => factsOf(item).name },
      {
        id: "answer",
        heading: words["column.answer"],
        type: "text",
        value: ({ answer }) => words[`is.${answer}`],
      },
      {
        id: "communes",
        heading: words.commune,
        type: "text",
        // A commune that was asked about is its own name.
        value: ({ set, communeCodes }) =>
          set === "communes" ? null : communeCodes.map((code) => nameOf(code)).join(", ") || null,
      },
      {
        id: "measure",
        heading: words.measure,
        type: "text",
        value: (item) => measuresOf(reading, item, factsOf).join("; ") || null,
      },
      {
        id: "why",
        heading: words.why,
        type: "text",
        value: (item) =>
          item.answer === "unknown"
            ? `${item.because.map((reason) => reasonText(locale, reason)).join("; ")}. ${words.settles}: ${settlesText(locale, item)}.`
            : null,
      },
    ],
    GROUPS.flatMap((answer) => inOrder(answered.items.filter((item) => item.answer === answer))).map(
      (item) => ({
        key: `${item.set} ${item.id}`,
        subject: item,
        sourceIds: sourcesOf(item),
        kind: answerKind(sourcesOf(item), sourceById),
      }),
    ),
  );
  const all = [...new Set([...answered.items.flatMap(sourcesOf), ...shared])];
  const unit = unitOf(answered);
  const amount = (value: number) =>
    unit === "metres" ? formatDistance(locale, value) : formatArea(locale, value);
  const sum = (pick: (row: CommuneRow) => number) => byCommune.reduce((total, row) => total + pick(row), 0);
  const measured = byCommune.flatMap(({ inside }) => inside ?? []);
  const summary = tableOf<Omit<CommuneRow, "code"> & { readonly name: string }>(
    "cau-hoi-theo-xa",
    words.byCommune,
    [
      { id: "name", heading: words.commune, type: "text", value: ({ name }) => name },
      ...GROUPS.map((answer) => ({
        id: answer,
        heading: words[`is.${answer}`],
        type: "number" as const,
        value: ({ counts }: Pick<CommuneRow, "counts">) => counts[answer],
      })),
      {
        id: "inside",
        heading: words.inTarget,
        // As text, with its unit: metres and kilometres stand in one column.
        type: "number",
        value: ({ inside }) => (inside === null ? null : amount(inside)),
      },
    ],
    [
      ...byCommune.map((row) => ({ ...row, name: nameOf(row.code) })),
      {
        name: words.sum,
        counts: {
          yes: sum(({ counts }) => counts.yes),
          no: sum(({ counts }) => counts.no),
          unknown: sum(({ counts }) => counts.unknown),
        },
        inside: measured.length === 0 ? null : measured.reduce((total, value) => total + value, 0),
      },
    ].map((subject) => ({
      key: subject.name,
      subject,
      sourceIds: all,
      kind: answerKind(all, sourceById),
    })),
  );
  return byCommune.length === 0 ? [items] : [items, summary];
}

function tableOf<Subject>(
  id: string,
  title: string,
  columns: readonly Filled<Subject>[],
  subjects: readonly {
    readonly key: string;
    readonly subject: Subject;
    readonly sourceIds: readonly string[];
    readonly kind: Kind;
  }[],
): DataTable {
  const filled = columns.filter(({ value }) => subjects.some(({ subject }) => value(subject) !== null));
  return {
    id,
    title,
    columns: filled.map(
      ({ id: column, heading, type }): Column => ({ id: column, heading, type, digits: 0, first: true }),
    ),
    rows: subjects.map(
      ({ key, subject, sourceIds, kind }): Row => ({
        key,
        kind,
        sourceIds,
        cells: filled.map(({ value }) => value(subject)),
        blanks: {},
        geometry: null,
      }),
    ),
  };
}
