import type { TargetProgress } from "@/analysis/targetProgress";
import { targetsPageMessages } from "@/i18n/messages/targetsPage";
import { Provenance } from "../explore/Provenance";
import { usePage } from "../page/context";
import { baselineText, goalText, inUnit, verdictText } from "./targetWords";

/** Targets a chart would say nothing of, a row each: a missing baseline is a state of its own, not an empty cell. */
export function TargetTable({
  rows,
  caption,
  stateOf,
}: {
  readonly rows: readonly TargetProgress[];
  readonly caption: string;
  /** What is known of the targets from elsewhere in the register, for those that are sums to be reached and have neither baseline nor series. */
  readonly stateOf?: (progress: TargetProgress) => string;
}) {
  const { locale } = usePage();
  const m = targetsPageMessages[locale];
  return (
    <div className="targets__scroll">
      <table className="targets__table">
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.indicator}</th>
            {stateOf === undefined && <th scope="col">{m.baseline}</th>}
            <th scope="col">{m.goal}</th>
            {stateOf === undefined && <th scope="col">{m.latest}</th>}
            <th scope="col">{m.verdict}</th>
            <th scope="col">{m.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((progress) => {
            const { target, observations } = progress;
            const newest = observations.at(-1);
            return (
              <tr key={target.targetId}>
                <th scope="row">
                  {target.indicator}
                  {target.note !== null && (
                    <span className="targets__note" lang="vi">
                      {target.note}
                    </span>
                  )}
                </th>
                {stateOf === undefined && (
                  <td>
                    {baselineText(locale, target) ?? <span className="target__unset">{m.noBaseline}</span>}
                  </td>
                )}
                <td className="strong">{goalText(locale, target)}</td>
                {stateOf === undefined && (
                  <td>
                    {newest === undefined ? (
                      <span className="muted">{m.noObservation}</span>
                    ) : (
                      m.observationOf(inUnit(locale, target, newest.value), String(newest.year))
                    )}
                  </td>
                )}
                <td>{stateOf === undefined ? verdictText(locale, progress) : stateOf(progress)}</td>
                <td>
                  <Provenance
                    sourceIds={[target.sourceId, ...(newest === undefined ? [] : [newest.sourceId])]}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
