import { type TargetProgress, targetProgress } from "@/analysis/targetProgress";
import { targetsPageMessages } from "@/i18n/messages/targetsPage";
import { type ReadingPage, usePage } from "../page/context";
import { hasChart, TargetCard } from "./TargetCard";
import { TargetTable } from "./TargetTable";

/** The targets of one area as they stand on the page's day, in the order of the plan. */
export function progressOf(
  { snapshot }: Pick<ReadingPage, "snapshot">,
  level: "province" | "commune",
  code: string,
): readonly TargetProgress[] {
  const { targets, observations } = snapshot.register;
  return targets
    .filter(({ areaLevel, areaCode }) => areaLevel === level && areaCode === code)
    .map((target) => targetProgress(target, observations, snapshot.asOf));
}

/** The targets of one area: charts where there is something to draw, a table for the rest. */
export function AreaTargets({
  rows,
  area,
}: {
  readonly rows: readonly TargetProgress[];
  readonly area: string;
}) {
  const m = targetsPageMessages[usePage().locale];
  const drawn = rows.filter(hasChart);
  const rest = rows.filter((row) => !hasChart(row));
  return (
    <>
      {drawn.length > 0 && (
        <div className="targets__cards">
          {drawn.map((progress) => (
            <TargetCard key={progress.target.targetId} progress={progress} area={area} />
          ))}
        </div>
      )}
      {rest.length > 0 && (
        <>
          {drawn.length > 0 && <h3>{m.rest}</h3>}
          <TargetTable rows={rest} caption={m.restCaption(area)} />
          {rest.some(({ target }) => target.baselineValue === null) && (
            <p className="muted">{m.noBaselineWhy}</p>
          )}
        </>
      )}
    </>
  );
}
