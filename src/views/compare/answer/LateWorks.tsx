import { useMemo } from "react";
import { programmeAnswer } from "@/analysis/programmeAnswer";
import { lateByBody } from "@/analysis/programmeTotals";
import type { WorkState } from "@/analysis/snapshot";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { LateTriangle } from "@/ui/icons";
import { usePage } from "../../page/context";
import { linkTo, workPath } from "../../page/sitePages";
import { useComparison } from "../context";
import { EmptyRegister } from "./Empty";
import { SourceLine } from "./SourceLine";
import { useWords } from "./useWords";
import { countedText, placeOfWork } from "./words";

/** A work by name with its dossier, and where it is. */
function NamedWork({ state }: { readonly state: WorkState }) {
  const page = usePage();
  const words = useWords();
  const { workId, name, communeCodes } = state.work;
  return (
    <>
      <a href={linkTo(page, workPath(workId))}>{name}</a>{" "}
      <span className="muted">({placeOfWork(words, communeCodes)})</span>
    </>
  );
}

/** Works that may be late, by the reason it cannot be told. */
function UnknownLate({ works }: { readonly works: readonly WorkState[] }) {
  const { locale } = usePage();
  const m = compareAnswerMessages[locale];
  const unknown = works.flatMap((state) =>
    state.lateness.answer === "unknown" ? [{ state, reason: state.lateness.reason }] : [],
  );
  if (unknown.length === 0) return null;
  return (
    <details className="late-unknown">
      <summary>{m.unknownLate(countedText(locale, unknown.length))}</summary>
      <ul>
        {unknown.map(({ state, reason }) => (
          <li key={state.work.workId}>
            <NamedWork state={state} />: {m[`unknown.${reason}`]}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Late works by the body that answers for them. Works of which it cannot be told stand apart. */
export function LateWorks() {
  const { now } = useComparison();
  const { locale } = usePage();
  const m = compareAnswerMessages[locale];
  const { works } = useMemo(() => programmeAnswer(now), [now]);
  const bodies = useMemo(() => lateByBody({ works }), [works]);
  return (
    <>
      <h2 className="answer-title">{m.lateTitle}</h2>
      {bodies.length > 0 && <p className="answer-note">{m.lateNote}</p>}
      {works.length === 0 ? (
        <EmptyRegister part="late" />
      ) : bodies.length === 0 ? (
        <p>{m.nobodyLate}</p>
      ) : (
        <table className="late-table">
          <caption className="hidden-text">{m.lateCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{m.body}</th>
              <th scope="col" className="number">
                {m.lateOf}
              </th>
              <th scope="col" className="number">
                {m.longest}
              </th>
              <th scope="col">{m.lateWorks}</th>
            </tr>
          </thead>
          <tbody>
            {bodies.map(({ body, works: all, late }) => {
              const [first] = late;
              const longest = first?.lateness.answer === "yes" ? first.lateness.days : 0;
              return (
                <tr key={body ?? ""}>
                  <th scope="row">{body ?? m.bodyUnset}</th>
                  <td className="number">
                    <span className="late strong wide-only">{m.ofWorks(late.length, all)}</span>
                    {/* The head of the table is not seen on a phone. */}
                    <span className="late strong phone-only">{m.lateOfWords(late.length, all)}</span>
                  </td>
                  <td className="number">{m.days(longest)}</td>
                  <td>
                    <ul className="late-works">
                      {late.map((state) => (
                        <li key={state.work.workId}>
                          <span>
                            <NamedWork state={state} />
                          </span>
                          {state.lateness.answer === "yes" && (
                            <span className="late nowrap">
                              <LateTriangle />{" "}
                              {m[state.lateness.milestone === "start" ? "startDays" : "endDays"](
                                state.lateness.days,
                              )}
                            </span>
                          )}
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <UnknownLate works={works} />
      <SourceLine
        sourceIds={works.flatMap(({ plan, report }) => [
          ...(plan ? [plan.sourceId] : []),
          ...(report ? [report.sourceId] : []),
        ])}
      />
    </>
  );
}
