import type { IsoDate } from "@/domain/date";
import type { CompareView } from "@/state/compareView";
import type { Comparison } from "../context";

type Days = Pick<Comparison, "days" | "view"> & {
  readonly now: Pick<Comparison["now"], "asOf">;
  readonly before: Pick<Comparison["before"], "asOf">;
};

/** The days in the list and the one in force, which a link may have put between them. Latest first. */
const withCurrent = (days: readonly IsoDate[], current: IsoDate): readonly IsoDate[] =>
  [...new Set([...days, current])].toSorted().toReversed();

export const asOfDays = ({ days, now }: Days): readonly IsoDate[] => withCurrent(days, now.asOf);

/** Only days before the as-of day: a choice must not make the two change places. */
export const sinceDays = ({ days, now, before }: Days): readonly IsoDate[] =>
  withCurrent(
    days.filter((day) => day < now.asOf),
    before.asOf,
  );

/** A chosen day to compare with stays when it still lies before; else the page's own choice takes its place. */
export const chooseAsOf = ({ view, before }: Days, asOf: IsoDate): Partial<CompareView> => ({
  asOf,
  since: view.since !== null && before.asOf < asOf ? before.asOf : null,
});

/** A link may have named the two days in the wrong order: they are then written anew as they are shown. */
export const chooseSince = ({ view, now, before }: Days, since: IsoDate): Partial<CompareView> => ({
  since,
  ...(view.since !== null && view.since > before.asOf ? { asOf: now.asOf } : {}),
});
