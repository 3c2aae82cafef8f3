import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { importProblemsMessages, type ProblemParams } from "@/i18n/messages/importProblems";
import type { PackProblem } from "../draft/buildDraft";
import type { GivenPlace, ImportProblem, ImportProblemCode, Severity } from "./importProblem";
import { packSentence } from "./packSentence";

type Text = string | ((params: ProblemParams) => string);
/** A code without its two sentences does not compile here. */
type Texts = Readonly<Record<ImportProblemCode | `${ImportProblemCode}!`, Text>>;

/** A problem as a person reads it: a line of the list, a row of the file it can be saved as. */
export interface ProblemLine {
  readonly severity: Severity;
  /** In what was given; a file of the pack where the problem was there before. */
  readonly at: GivenPlace;
  /** Its row was handed in: there is a row to jump to. */
  readonly isGiven: boolean;
  readonly value: string | null;
  readonly message: string;
  readonly remedy: string;
  /** Of the two sentences. */
  readonly language: Locale;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Both sentences of a check of the packs in one language: the reader's, or English where one of them has no other. */
function sentencesOf(
  { message, remedy }: PackProblem["problem"],
  locale: Locale,
): Pick<ProblemLine, "message" | "remedy" | "language"> {
  const own = packSentence(locale, "message", message);
  const ownRemedy = packSentence(locale, "remedy", remedy);
  return own === null || ownRemedy === null
    ? { message, remedy, language: "en" }
    : {
        message: own.slice(0, 1).toLocaleUpperCase(locale) + own.slice(1),
        remedy: ownRemedy,
        language: locale,
      };
}

/** Every problem in words, errors first, then in the order of the rows. */
export function problemLines(
  problems: readonly ImportProblem[],
  packProblems: readonly PackProblem[],
  locale: Locale,
): readonly ProblemLine[] {
  const texts: Texts = importProblemsMessages[locale];
  const lines = [
    ...problems.map(({ code, severity, at, value, params }): ProblemLine => {
      const shown = Object.fromEntries(
        Object.entries(params).map(([name, param]) => [
          name,
          typeof param === "number" ? formatNumber(locale, param) : param,
        ]),
      );
      const say = (text: Text) => (typeof text === "string" ? text : text(shown));
      return {
        severity,
        at,
        isGiven: true,
        value,
        message: say(texts[code]),
        remedy: say(texts[`${code}!`]),
        language: locale,
      };
    }),
    ...packProblems.map(({ problem, origin }): ProblemLine => {
      const own = { file: problem.file, sheet: null, row: problem.row, column: problem.column };
      const column = problem.column === null ? null : (origin?.headingOf(problem.column) ?? problem.column);
      return {
        severity: problem.severity,
        at: origin === null ? own : { ...origin.place, column },
        isGiven: origin !== null,
        value: problem.value,
        ...sentencesOf(problem, locale),
      };
    }),
  ];
  return lines.toSorted(
    (a, b) =>
      ORDER[a.severity] - ORDER[b.severity] ||
      Number(b.isGiven) - Number(a.isGiven) ||
      (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : (a.at.row ?? 0) - (b.at.row ?? 0)),
  );
}
