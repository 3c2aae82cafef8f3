import { useState } from "react";
import type { WorkState } from "@/analysis/snapshot";
import { formatPercent } from "@/i18n/format";
import { LateTriangle } from "@/ui/icons";
import { useExplore } from "./context";
import { WorkIcon } from "./WorkIcon";
import { endText } from "./words";

const SHOWN_AT_FIRST = 6;

/** Late first (most days first), then the furthest behind, then by id: what needs attention stands at the top. */
export function inOrderOfConcern(states: readonly WorkState[]): readonly WorkState[] {
  const days = ({ lateness }: WorkState) => (lateness.answer === "yes" ? lateness.days : -1);
  return states.toSorted(
    (a, b) =>
      days(b) - days(a) ||
      (a.progress ?? 101) - (b.progress ?? 101) ||
      (a.work.workId < b.work.workId ? -1 : 1),
  );
}

/** One work in a line: symbol with ring, name, progress, planned end or days late. */
function WorkRow({ state }: { readonly state: WorkState }) {
  const { messages, locale, select, selection } = useExplore();
  const end = endText(locale, messages, state);
  const { work, progress, stage } = state;
  const current = selection?.type === "work" && selection.id === work.workId;
  return (
    <li>
      <button
        type="button"
        className="work-row"
        aria-current={current}
        onClick={() => select({ type: "work", id: work.workId })}
      >
        <WorkIcon state={state} />
        <span>
          {work.name}
          <span className="hidden-text">
            , {messages.domain[`sector.${work.sector}`]}, {messages.domain[`stage.${stage ?? "unknown"}`]}
          </span>
        </span>
        <span className="work-row__progress">
          {progress === null ? (
            <span className="work-row__unknown">{messages.explore.unknownShort}</span>
          ) : (
            formatPercent(locale, progress, 0)
          )}
        </span>
        <span className={`work-row__end${end.late ? " late" : ""}`}>{end.text}</span>
      </button>
    </li>
  );
}

/** Works with the most worrying first; the rest on demand. */
export function WorksList({ states }: { readonly states: readonly WorkState[] }) {
  const m = useExplore().messages.explore;
  const [all, setAll] = useState(false);
  const ordered = inOrderOfConcern(states);
  const shown = all ? ordered : ordered.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul className="works">
        {shown.map((state) => (
          <WorkRow key={state.work.workId} state={state} />
        ))}
      </ul>
      {states.length > SHOWN_AT_FIRST && (
        <button
          type="button"
          className="button button--text needs-script"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? m.showFewer : m.showAll(states.length)}
        </button>
      )}
    </>
  );
}

/** How many are late, and how many cannot be told; "not late" is only said of those that can. */
export function LateSummary({ states }: { readonly states: readonly WorkState[] }) {
  const m = useExplore().messages.explore;
  const late = states.filter(({ lateness }) => lateness.answer === "yes").length;
  const unknown = states.filter(({ lateness }) => lateness.answer === "unknown").length;
  return (
    <span className="nowrap">
      {late > 0 ? (
        <span className="late">
          <LateTriangle /> {m.lateCount(late)}
        </span>
      ) : (
        unknown === 0 && <span className="muted">{m.allOnTime}</span>
      )}
      {unknown > 0 && <span className="muted">{`${late > 0 ? " · " : ""}${m.lateUnknown(unknown)}`}</span>}
    </span>
  );
}
