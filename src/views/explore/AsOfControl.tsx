import { memo, useEffect, useRef, useState } from "react";
import { addDays, daysBetween, type IsoDate, isIsoDate, isoDate, quarterEnds, yearOf } from "@/domain/date";
import type { Manifest } from "@/domain/manifest";
import { formatDate } from "@/i18n/format";
import { Icon } from "@/ui/icons";
import { useExplore } from "./context";

/** The stops of the as-of control: days on which something became known. */
export const stopsOf = (manifest: Manifest | null): readonly IsoDate[] =>
  manifest?.recordingDates.filter(isIsoDate) ?? [];

/**
 * Ends of reporting periods without a stop: `missing` lie before the last stop (nothing was recorded for the period), `ahead` after it up
 * to `end`.
 */
export function periodsWithout(
  stops: readonly IsoDate[],
  end: IsoDate,
): { readonly missing: readonly IsoDate[]; readonly ahead: readonly IsoDate[] } {
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) return { missing: [], ahead: [] };
  const ends = quarterEnds(first, end).filter((day) => !stops.includes(day));
  return { missing: ends.filter((day) => day < last), ahead: ends.filter((day) => day > last) };
}

/** Index of the stop in force on a day: the last one on or before it, at least 0. */
export function stopIndex(stops: readonly IsoDate[], asOf: IsoDate): number {
  const after = stops.findIndex((stop) => stop > asOf);
  return Math.max(0, (after === -1 ? stops.length : after) - 1);
}

interface AsOfProps {
  readonly stops: readonly IsoDate[];
  /** A step taken by a button: back undoes it. */
  readonly onChoose: (day: IsoDate) => void;
  /** The handle is being dragged. */
  readonly onMove: (day: IsoDate) => void;
}

/** Milliseconds a day stays on the screen while time plays: long enough to read the headline. */
const PLAY_STEP = 1600;

/** The day in words with a button either way, and one that goes through all of them. */
export const AsOfStepper = memo(function AsOfStepper({ stops, onChoose, onMove }: AsOfProps) {
  const { messages, locale, snapshot } = useExplore();
  const m = messages.explore;
  const index = stopIndex(stops, snapshot.asOf);
  // Between two stops "previous" is the stop in force, not the one before it.
  const onStop = stops[index] === snapshot.asOf;
  const previous = stops[onStop ? index - 1 : index];
  const next = stops[index + 1];
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (next === undefined) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onMove(next), PLAY_STEP);
    return () => clearTimeout(timer);
  }, [playing, next, onMove]);
  const play = () => {
    // The first step is a choice, so that "back" undoes the whole run; from the last day it starts again at the first.
    const start = next ?? stops[0];
    if (!playing && start !== undefined) onChoose(start);
    setPlaying(!playing);
  };
  const reported = snapshot.works.filter((state) => state.report !== null && !state.stale).length;
  const step = (label: string, day: IsoDate | undefined, icon: "back" | "forward") => (
    <button
      type="button"
      className="button button--icon needs-script"
      aria-label={day === undefined ? label : `${label}: ${formatDate(locale, day)}`}
      disabled={day === undefined}
      onClick={() => day !== undefined && onChoose(day)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <>
      <span className="as-of__steps">
        {step(m.previousDate, previous, "back")}
        {stops.length > 1 && (
          <button
            type="button"
            className="button button--icon needs-script"
            aria-label={playing ? m.pause : m.play}
            aria-pressed={playing}
            title={playing ? m.pause : m.play}
            onClick={play}
          >
            <Icon name={playing ? "pause" : "play"} />
          </button>
        )}
        {step(m.nextDate, next, "forward")}
      </span>
      <span>
        <span className="as-of__label">{m.asOf}</span>
        <br />
        <span className="as-of__date">{formatDate(locale, snapshot.asOf)}</span>
      </span>
      {snapshot.works.length > 0 && (
        <span className="as-of__reported">{m.reportedOf(reported, snapshot.works.length)}</span>
      )}
    </>
  );
});

const WIDTH = 700;
const BASELINE = 21;
const HEIGHT = 50;
const END_OF_PROGRAMME = isoDate("2030-12-31");

/** A word above the line, over the middle of what it is about; nothing where that is nothing, or the handle stands there. */
function Caption({
  at,
  now,
  text,
}: {
  readonly at: number | undefined;
  readonly now: number;
  readonly text: string;
}) {
  if (at === undefined || Math.abs(at - now) < 60) return null;
  const anchor = at > WIDTH - 60 ? "end" : at < 60 ? "start" : "middle";
  return (
    <text x={at} y="9" textAnchor={anchor} fontSize="10" fill="var(--c-ink2)">
      {text}
    </text>
  );
}

/** The stop nearest to a day. */
const nearestStop = (stops: readonly IsoDate[], day: IsoDate): IsoDate | undefined =>
  stops.toSorted((a, b) => Math.abs(daysBetween(a, day)) - Math.abs(daysBetween(b, day)))[0];

/**
 * The stops on a true time line up to the end of the programme; what lies ahead of the last stop is dotted. A range input
 * of days lies over the picture, so touch and screen readers work as with any slider; arrow keys go from stop to stop.
 */
export const AsOfScale = memo(function AsOfScale({ stops, onChoose, onMove }: AsOfProps) {
  const { messages, locale, snapshot } = useExplore();
  const moving = useRef(false);
  const first = stops[0];
  const last = stops.at(-1);
  if (first === undefined || last === undefined) return null;
  const end = last > END_OF_PROGRAMME ? last : END_OF_PROGRAMME;
  const length = Math.max(1, daysBetween(first, end));
  const x = (day: IsoDate) =>
    8 + ((WIDTH - 16) * Math.max(0, Math.min(length, daysBetween(first, day)))) / length;
  const now = x(snapshot.asOf);
  const index = stopIndex(stops, snapshot.asOf);
  const { missing, ahead } = periodsWithout(stops, end);
  const years = Array.from({ length: Math.max(0, 2031 - yearOf(first)) }, (_, at) => yearOf(first) + at);
  const label = `${formatDate(locale, snapshot.asOf)}, ${messages.explore.asOfStep(index + 1, stops.length)}`;
  // The first step of a gesture is a choice, the rest of it a movement: back undoes the whole gesture.
  const go = (day: IsoDate | undefined) => {
    if (day === undefined || day === snapshot.asOf) return;
    if (moving.current) onMove(day);
    else onChoose(day);
    moving.current = true;
  };
  const rest = () => {
    moving.current = false;
  };
  return (
    <div className="as-of__range">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line
          x1={x(last)}
          x2={WIDTH - 8}
          y1={BASELINE}
          y2={BASELINE}
          stroke="var(--c-line2)"
          strokeWidth="1.5"
          strokeDasharray="1 5"
          strokeLinecap="round"
        />
        <line x1="8" x2={x(last)} y1={BASELINE} y2={BASELINE} stroke="var(--c-line2)" strokeWidth="2" />
        <line x1="8" x2={now} y1={BASELINE} y2={BASELINE} stroke="var(--c-accent)" strokeWidth="2.5" />
        {stops.map((stop) => (
          <circle
            key={stop}
            cx={x(stop)}
            cy={BASELINE}
            r="2.4"
            fill={stop <= snapshot.asOf ? "var(--c-accent)" : "var(--c-line2)"}
          />
        ))}
        {[...missing, ...ahead].map((day) => (
          <circle
            key={day}
            cx={x(day)}
            cy={BASELINE}
            r={day < last ? 4.5 : 3}
            fill="var(--c-paper)"
            stroke="var(--c-ink2)"
            strokeDasharray={day < last ? "2 1.6" : undefined}
          />
        ))}
        <Caption
          at={missing[0] === undefined ? undefined : x(missing[0])}
          now={now}
          text={messages.explore.periodMissing(missing.length)}
        />
        <Caption
          at={ahead.length < 2 ? undefined : (x(last) + x(end)) / 2}
          now={now}
          text={messages.explore.periodsAhead}
        />
        <circle cx={now} cy={BASELINE} r="7" fill="var(--c-paper)" stroke="var(--c-accent)" strokeWidth="3" />
        {years.map((year) => (
          <text
            key={year}
            x={x(isoDate(`${year}-12-31`))}
            y="48"
            textAnchor={year === 2030 ? "end" : "middle"}
            fontSize="11"
            fill="var(--c-ink2)"
          >
            {messages.explore.endOfYear(year)}
          </text>
        ))}
      </svg>
      <input
        type="range"
        className="needs-script"
        min={0}
        max={length}
        value={Math.min(length, Math.max(0, daysBetween(first, snapshot.asOf)))}
        aria-label={messages.explore.asOf}
        aria-valuetext={label}
        onChange={(event) => go(nearestStop(stops, addDays(first, Number(event.currentTarget.value))))}
        onPointerUp={rest}
        onBlur={rest}
        onKeyUp={rest}
        onKeyDown={(event) => {
          const target = keyTarget(event.key, stops, index);
          if (target === undefined) return;
          event.preventDefault();
          go(target);
        }}
      />
    </div>
  );
});

function keyTarget(key: string, stops: readonly IsoDate[], index: number): IsoDate | undefined {
  if (key === "ArrowRight" || key === "ArrowUp") return stops[index + 1] ?? stops[index];
  if (key === "ArrowLeft" || key === "ArrowDown") return stops[index - 1] ?? stops[index];
  if (key === "Home") return stops[0];
  if (key === "End") return stops.at(-1);
  return undefined;
}
