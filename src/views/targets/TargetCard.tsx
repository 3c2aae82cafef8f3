import type { TargetProgress } from "@/analysis/targetProgress";
import { TargetChart } from "@/charts/TargetChart";
import { targetLayout } from "@/charts/targetLayout";
import { targetsPageMessages } from "@/i18n/messages/targetsPage";
import { Provenance } from "../explore/Provenance";
import { leastTrusted } from "../explore/words";
import { usePage } from "../page/context";
import { PageFigure } from "../page/PageFigure";
import { baselineText, chartWords, goalText, inUnit, paceSentences, verdictText } from "./targetWords";

const SIZE = { width: 392, height: 212 };

/** Whether a chart of the target has anything to draw. */
export const hasChart = (progress: TargetProgress): boolean =>
  progress.target.targetValue !== null && targetLayout(progress, SIZE) !== null;

/** A target with its chart: what it is from and to, how it goes, why, by whom, and where that is written. */
export function TargetCard({ progress, area }: { readonly progress: TargetProgress; readonly area: string }) {
  const { locale, sourceById } = usePage();
  const m = targetsPageMessages[locale];
  const { target, observations, latest } = progress;
  const sourceIds = [...new Set([target.sourceId, ...observations.map(({ sourceId }) => sourceId)])];
  const kinds = sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? []);
  const from = baselineText(locale, target);
  return (
    <div className="target">
      <PageFigure
        id={`chi-tieu-${target.targetId}`}
        level={3}
        title={m.chartTitle(
          target.indicator,
          target.baselineValue === null ? m.noBaseline : inUnit(locale, target, target.baselineValue),
          goalText(locale, target),
        )}
        note={
          target.baselineYear === null && target.baselineValue !== null
            ? `${target.unit} · ${m.assumed}`
            : target.unit
        }
        kind={leastTrusted([...kinds, "derived"])}
        sourceIds={sourceIds}
      >
        <div className="figure__drawing">
          <TargetChart progress={progress} size={SIZE} words={chartWords(locale, progress, area)} />
        </div>
      </PageFigure>
      <p className={progress.verdict === "behind" ? "late strong" : "strong"}>
        {verdictText(locale, progress)}
      </p>
      {paceSentences(locale, progress).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <dl className="target__facts">
        <div>
          <dt>{m.baseline}</dt>
          <dd>{from ?? <span className="target__unset">{m.noBaseline}</span>}</dd>
        </div>
        <div>
          <dt>{m.latest}</dt>
          <dd>
            {latest === null
              ? observations.length === 0
                ? m.noObservation
                : observations
                    .map(({ value, year }) => m.observationOf(inUnit(locale, target, value), String(year)))
                    .join(", ")
              : m.observationOf(inUnit(locale, target, latest.value), String(latest.year))}
          </dd>
        </div>
        <div>
          <dt>{m.body}</dt>
          <dd>{target.responsibleBody ?? <span className="muted">{m.noBody}</span>}</dd>
        </div>
      </dl>
      {target.quote !== null && (
        <p className="target__quote">
          {m.quote}: <q lang="vi">{target.quote}</q>
        </p>
      )}
      {target.note !== null && (
        <p className="muted">
          {m.note}: <span lang="vi">{target.note}</span>
        </p>
      )}
      <Provenance sourceIds={sourceIds} derived />
    </div>
  );
}
