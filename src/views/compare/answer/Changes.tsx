import { useMemo } from "react";
import { type ChangeFactKind, changeFacts } from "@/analysis/changeFacts";
import type { WorkChange } from "@/analysis/changesSince";
import { formatDate } from "@/i18n/format";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { proseCount } from "@/i18n/proseCount";
import { usePage } from "../../page/context";
import { linkTo, workPath } from "../../page/sitePages";
import { useComparison } from "../context";
import { changeSentences, changeText } from "./changeSentences";
import { EmptyRegister } from "./Empty";
import { SourceLine } from "./SourceLine";
import { useWords } from "./useWords";
import { placeOfWork } from "./words";

/** Signs of the kinds of facts on a 14 px grid: ticked, late, moved, begun, paid, corrected, silent. */
const SIGNS: Readonly<Record<ChangeFactKind, string>> = {
  finished: "M2 7.5l3.4 3.5L12 3.5",
  lateness: "M7 1.8L13 12.2H1z",
  rescheduled: "M1.5 7h10.5M8.5 3.5L12 7l-3.5 3.5",
  started: "M3 12.5V1.8h8L8.6 4.6 11 7.4H3",
  money: "M1.5 3.5h11v7h-11zM7 5.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 0 0 0-3.6z",
  corrected: "M7 1.5L12.5 7 7 12.5 1.5 7zM7 5.5v3M5.5 7h3",
  silent: "M7 1.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM7 4v3.2l2.2 1.3",
};

const Sign = ({ kind }: { readonly kind: ChangeFactKind }) => (
  <svg className={`sign sign--${kind}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
    <path d={SIGNS[kind]} />
  </svg>
);

/** Every single change, in the order of the sentences. */
function ChangesTable({
  changes,
  caption,
}: {
  readonly changes: readonly WorkChange[];
  readonly caption: string;
}) {
  const page = usePage();
  const words = useWords();
  const m = compareAnswerMessages[page.locale];
  return (
    <table className="changes-table">
      <caption className="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{m.work}</th>
          <th scope="col">{m.commune}</th>
          <th scope="col">{m.change}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => {
          const work = words.workById.get(change.workId)?.work;
          return (
            // A work may have several changes of one kind; the list is never reordered in place.
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no state
            <tr key={index}>
              <th scope="row">
                <a href={linkTo(page, workPath(change.workId))}>{work?.name ?? change.workId}</a>
              </th>
              <td>{placeOfWork(words, work?.communeCodes ?? [])}</td>
              <td>{changeText(words, change)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What changed between the two days: a few sentences, and every change behind them. */
export function Changes() {
  const { before, now } = useComparison();
  const page = usePage();
  const words = useWords();
  const m = compareAnswerMessages[page.locale];
  const { facts, others } = useMemo(() => changeFacts(before, now), [before, now]);
  const sentences = useMemo(() => changeSentences(words, facts), [words, facts]);
  const changes = [...facts.flatMap((fact) => fact.changes), ...others];
  const [from, to] = [formatDate(page.locale, before.asOf), formatDate(page.locale, now.asOf)];
  const isListed = now.allWorks.some(({ work }) => work.inPlan97 === "yes");
  return (
    <>
      <h2 className="answer-title">{isListed ? m.changesTitle(from) : m.changesTitleBare}</h2>
      {isListed && <p className="answer-note">{m.changesNote(to)}</p>}
      {!isListed ? (
        <EmptyRegister part="changes" />
      ) : before.asOf === now.asOf ? (
        <p>{m.sameDay}</p>
      ) : (
        <ul className="changes">
          {facts.every((fact) => fact.changes.length === 0) && (
            <li>
              <span />
              <span>{m.nothing}</span>
            </li>
          )}
          {sentences.map(({ kind, parts }) => (
            <li key={kind}>
              <Sign kind={kind} />
              <span>
                {parts.map(({ text, strong, workId }) =>
                  workId !== undefined ? (
                    <a key={text} href={linkTo(page, workPath(workId))}>
                      {text}
                    </a>
                  ) : strong ? (
                    <strong key={text}>{text}</strong>
                  ) : (
                    text
                  ),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <p className="changes-others">{m.otherChanges(proseCount(page.locale, others.length))}</p>
      )}
      {changes.length > 0 && (
        <details className="changes-all">
          <summary>{m.allChanges(changes.length)}</summary>
          <ChangesTable changes={changes} caption={m.changesCaption(from, to)} />
        </details>
      )}
      {changes.length > 0 && (
        <SourceLine
          sourceIds={now.allWorks.flatMap(({ plan, report, money }) => [
            ...(plan ? [plan.sourceId] : []),
            ...(report ? [report.sourceId] : []),
            ...money.sourceIds,
          ])}
        />
      )}
    </>
  );
}
