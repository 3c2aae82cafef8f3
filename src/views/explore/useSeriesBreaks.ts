import { useEffect, useRef, useState } from "react";
import { standardChange } from "@/analysis/seriesBreak";
import type { Snapshot } from "@/analysis/snapshot";
import type { Messages } from "@/i18n/messages";
import type { ChoroplethLegend } from "@/scene/scene";

/** What was on the screen, as far as two days can be compared. */
export interface Seen {
  readonly indicator: string;
  readonly snapshot: Pick<Snapshot, "asOf" | "poverty">;
  readonly classes: Pick<ChoroplethLegend, "classes">["classes"];
}

/** Standards in a list, as they are named: "2022-2025". */
const listed = (standards: readonly string[]) => standards.join(", ");

/**
 * What a reader must be told on the way from one day to another, because the two do not compare: another poverty standard, other
 * class breaks of the same indicator. Empty when they compare.
 */
export function seriesBreaks(before: Seen, after: Seen, messages: Messages): readonly string[] {
  const m = messages.explore;
  const standard =
    before.snapshot.asOf === after.snapshot.asOf ? null : standardChange(before.snapshot, after.snapshot);
  const ends = ({ classes }: Seen) => classes.map(({ from, to }) => `${from}–${to}`).join(" ");
  const isRebroken = before.indicator === after.indicator && ends(before) !== ends(after);
  return [
    ...(standard === null ? [] : [m.standardChanged(listed(standard.before), listed(standard.after))]),
    ...(isRebroken ? [m.breaksChanged] : []),
  ];
}

/** Notices breaks in the series while the reader moves through time, says them once, and keeps them in sight until the next move or until they are dismissed. */
export function useSeriesBreaks(
  seen: Seen,
  messages: Messages,
  announce: (text: string) => void,
): readonly [texts: readonly string[], dismiss: () => void] {
  const last = useRef(seen);
  const [texts, setTexts] = useState<readonly string[]>([]);
  useEffect(() => {
    const before = last.current;
    last.current = seen;
    if (before.snapshot === seen.snapshot && before.classes === seen.classes) return;
    const found = seriesBreaks(before, seen, messages);
    setTexts((now) => (now.length === 0 && found.length === 0 ? now : found));
    if (found.length > 0) announce(found.join(" "));
  }, [seen, messages, announce]);
  return [texts, () => setTexts([])];
}
