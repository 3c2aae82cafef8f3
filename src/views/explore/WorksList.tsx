import { memo, useMemo, useState } from "react";
import type { WorkState } from "@/analysis/snapshot";
import { formatPercent } from "@/i18n/format";
import { LateTriangle } from "@/ui/icons";
import { type Explore, useExplore } from "./context";
import { useGrowing } from "./useGrowing";
import { WorkIcon } from "./WorkIcon";
import { endText } from "./words";

const SHOWN_AT_FIRST = 6;
/** Rows that a slow device draws within a frame or two. */
const AT_ONCE = 30;

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
const WorkRow = memo(function WorkRow({
  state,
  current,
  messages,
  locale,
  select,
}: {
  readonly state: WorkState;
  readonly current: boolean;
} & Pick<Explore, "messages" | "locale" | "select">) {
  const end = endText(locale, messages, state);
  const { work, progress, stage } = state;
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
});

/** Works with the most worrying first; the rest on demand. */
export function WorksList({ states }: { readonly states: readonly WorkState[] }) {
  const { messages, locale, select, selection } = useExplore();
  const m = messages.explore;
  const [all, setAll] = useState(false);
  const ordered = useMemo(() => inOrderOfConcern(states), [states]);
  const count = useGrowing(all ? ordered.length : Math.min(SHOWN_AT_FIRST, ordered.length), AT_ONCE, AT_ONCE);
  const shown = ordered.slice(0, count);
  return (
    <>
      <ul className="works">
        {shown.map((state) => (
          <WorkRow
            key={state.work.workId}
            state={state}
            current={selection?.type === "work" && selection.id === state.work.workId}
            messages={messages}
            locale={locale}
            select={select}
          />
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
