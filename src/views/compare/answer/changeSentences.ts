import type { ChangeFact, ChangeFactKind, MoneyMove } from "@/analysis/changeFacts";
import type { WorkChange } from "@/analysis/changesSince";
import { formatDate, formatMoney, formatPercent } from "@/i18n/format";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { proseCount } from "@/i18n/proseCount";
import { dateOr } from "../../explore/words";
import { countedText, placeOfWork, sentenceCase, type Words, whichText } from "./words";

/** A stretch of a sentence. */
export interface SentencePart {
  readonly text: string;
  /** What the sentence is about, set off. */
  readonly strong?: true;
  /** The work it names. */
  readonly workId?: string;
}

/** A fact in words; the parts one after another are the sentence. */
export interface ChangeSentence {
  readonly kind: ChangeFactKind;
  readonly parts: readonly SentencePart[];
  readonly changes: readonly WorkChange[];
}

const strong = (text: string): SentencePart => ({ text, strong: true });
const plain = (text: string): SentencePart => ({ text });

/** "Đường A – B (An Lạc)", as a link. */
function named(words: Words, workId: string): SentencePart {
  const work = words.workById.get(workId)?.work;
  const m = compareAnswerMessages[words.locale];
  return {
    workId,
    text: work === undefined ? workId : m.workAt(work.name, placeOfWork(words, work.communeCodes)),
  };
}

/** Percent, or that it was not stated. */
export const percentOr = ({ locale }: Pick<Words, "locale">, value: number | null): string =>
  value === null ? compareAnswerMessages[locale].notStated : formatPercent(locale, value);

function moneyParts(words: Words, { field, works, from, to, first }: MoneyMove): readonly SentencePart[] {
  const { locale } = words;
  const m = compareAnswerMessages[locale];
  const what = m[`money.${field}`];
  const difference = (to ?? 0) - (from ?? 0);
  const head =
    difference === 0
      ? m["money.same"](what)
      : m[difference > 0 ? "money.up" : "money.down"](what, formatMoney(locale, Math.abs(difference)));
  const count = works.workIds.length;
  const tail = to === null ? m.moneyWithdrawn(count) : m.moneyTo(count, formatMoney(locale, to));
  return [strong(head), plain(`${tail}${first > 0 ? m.moneyFirst(first) : ""}`)];
}

function partsOf(words: Words, fact: ChangeFact): readonly SentencePart[] {
  const { locale } = words;
  const m = compareAnswerMessages[locale];
  const counted = (count: number) => countedText(locale, count);
  switch (fact.kind) {
    case "finished":
      return [
        strong(m.finished(counted(fact.works.workIds.length))),
        plain(whichText(words, fact.works) + m.finishedNow(fact.finishedNow, fact.handedOverNow)),
      ];
    case "lateness": {
      const { became, caughtUp, stillLate, longest } = fact;
      const caughtUpText = m.caughtUp(counted(caughtUp.workIds.length));
      if (became.workIds.length === 0)
        return [strong(caughtUpText), plain(whichText(words, caughtUp) + m.caughtUpWhy)];
      return [
        strong(m.became(counted(became.workIds.length))),
        plain(whichText(words, became)),
        ...(stillLate.workIds.length > 0 ? [plain(m.stillLate(counted(stillLate.workIds.length)))] : []),
        ...(longest === null
          ? []
          : [
              plain(m.stillLongest),
              named(words, longest.workId),
              plain(
                m.lateNow(longest.days) + (longest.obstacle === null ? "" : m.obstacle(longest.obstacle)),
              ),
            ]),
        ...(caughtUp.workIds.length > 0 ? [plain(`; ${caughtUpText}${m.caughtUpWhy}`)] : []),
      ];
    }
    case "rescheduled": {
      const { later, earlier, undated, starts, furthest } = fact;
      const moves = [
        later > 0 ? m.later(later) : null,
        earlier > 0 ? m.earlier(earlier) : null,
        undated > 0 ? m.undated(undated) : null,
        starts > 0 ? m.starts(starts) : null,
      ].filter((text) => text !== null);
      return [
        strong(m.rescheduled(counted(fact.works.workIds.length))),
        plain(`: ${moves.join(", ")}`),
        ...(furthest === null
          ? []
          : [
              plain(m.furthest),
              named(words, furthest.workId),
              plain(m.furthestDays(furthest.days, formatDate(locale, furthest.to))),
            ]),
      ];
    }
    case "started":
      return [strong(m.started(counted(fact.works.workIds.length))), plain(whichText(words, fact.works))];
    case "money":
      return fact.moves.flatMap((move, index) => [
        ...(index > 0 ? [plain("; ")] : []),
        ...moneyParts(words, move),
      ]);
    case "corrected": {
      const { reports, reopened, largest } = fact;
      const again = m.reopened(counted(reopened.workIds.length));
      if (reports === 0) return [strong(again), plain(whichText(words, reopened))];
      return [
        strong(m.corrected(proseCount(locale, reports))),
        ...(largest === null
          ? []
          : [
              plain(m.largest),
              named(words, largest.workId),
              plain(
                m.correction(
                  formatDate(locale, largest.closingDay),
                  percentOr(words, largest.progress.from),
                  percentOr(words, largest.progress.to),
                ) + m.reason(largest.reason),
              ),
            ]),
        ...(reopened.workIds.length > 0 ? [plain(`; ${again}`)] : []),
      ];
    }
    case "silent":
      return [
        strong(m.silent(counted(fact.works.workIds.length))),
        plain(
          whichText(words, fact.works) +
            (fact.overdue > 0 ? m.overdue(fact.overdue) : "") +
            (fact.never > 0 ? m.never(fact.never) : "") +
            (fact.oldest === null ? "" : m.oldest(formatDate(locale, fact.oldest))),
        ),
      ];
  }
}

/** Facts as sentences, in their order. Every number and name comes from the fact and the rows behind it. */
export const changeSentences = (words: Words, facts: readonly ChangeFact[]): readonly ChangeSentence[] =>
  facts.map((fact) => {
    const [first, ...rest] = partsOf(words, fact);
    const head = first === undefined ? [] : [{ ...first, text: sentenceCase(words.locale, first.text) }];
    return { kind: fact.kind, changes: fact.changes, parts: [...head, ...rest, plain(".")] };
  });

/** A sentence without its links. */
export const sentenceText = ({ parts }: ChangeSentence): string => parts.map(({ text }) => text).join("");

/** One change as a line of a table. */
export function changeText({ locale }: Pick<Words, "locale">, change: WorkChange): string {
  const m = compareAnswerMessages[locale];
  const day = (date: Parameters<typeof dateOr>[1]) => dateOr(locale, date, m.notStated);
  switch (change.kind) {
    case "started":
      return m["row.started"](day(change.on));
    case "finished":
      return change.on === null ? m["row.finishedUndated"] : m["row.finished"](day(change.on));
    case "reopened":
      return m["row.reopened"];
    case "caught-up":
      return m["row.caughtUp"];
    case "became-late":
      return m[change.milestone === "start" ? "row.lateStart" : "row.lateEnd"](change.days);
    case "rescheduled": {
      const { milestone, from, to, days } = change;
      const moved = days === null ? "" : days > 0 ? m["row.later"](days) : m["row.earlier"](Math.abs(days));
      return m[`row.${milestone}`](day(from), day(to)) + moved;
    }
    case "money": {
      const amount = (value: number | null) => (value === null ? m.notStated : formatMoney(locale, value));
      return m["row.money"](m[`money.${change.field}`], amount(change.from), amount(change.to));
    }
    case "corrected":
      return m["row.corrected"](
        day(change.closingDay),
        percentOr({ locale }, change.progress.from),
        percentOr({ locale }, change.progress.to),
        change.reason,
      );
  }
}
