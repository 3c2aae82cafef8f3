import { povertyRate } from "@/analysis/question/povertyRate";
import { targetPace } from "@/analysis/targetPace";
import { targetProgress } from "@/analysis/targetProgress";
import { TargetChart } from "@/charts/TargetChart";
import type { Count, Poverty } from "@/domain/poverty";
import { formatNumber, formatPercent } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";
import { dossierMessages } from "@/i18n/messages/dossier";
import { situationMessages } from "@/i18n/messages/situation";
import { targetsMessages } from "@/i18n/messages/targets";
import { poverty as povertyIndicator } from "@/indicators/poverty";
import { valueText } from "../explore/valueText";
import { usePage } from "../page/context";
import { chartWords, goalText, inUnit } from "../targets/targetWords";
import type { CommuneFacts, ObservedTarget } from "./dossierFacts";
import { Part, Savable, Wide } from "./Parts";
import { Ref } from "./Refs";

/** CSS px: half of an A4 page. */
const CHART = { width: 400, height: 108 };

/** A count of households: the number, withheld, or not known; where a source gives a rate alone, the rate. */
export function countText(
  { locale, domain, explore }: Messages,
  count: Count,
  rate: number | null = null,
): string {
  if (count === "suppressed") return domain["blank.suppressed"].toLocaleLowerCase(locale);
  if (count !== null) return formatNumber(locale, count);
  return rate === null ? explore.unknown : formatPercent(locale, rate, 2);
}

/** Both kinds together, percent of households, or why there is none. */
export function rateText({ locale, domain, explore }: Messages, row: Poverty): string {
  const rate = povertyRate(row);
  if (rate.kind === "withheld") return domain["blank.suppressed"].toLocaleLowerCase(locale);
  if (rate.kind === "missing") return explore.unknown;
  return formatPercent(locale, rate.percent, row.poorRate === null ? 1 : 2);
}

/** Poverty year by year with its standard: where the standard changes the rows are parted, because they do not compare. */
export function PovertyPart({ facts }: { readonly facts: CommuneFacts }) {
  const { locale, messages, snapshot } = usePage();
  const m = dossierMessages[locale];
  const s = situationMessages[locale];
  const { poverty, commune } = facts;
  const latest = povertyIndicator.measure(snapshot, commune.code);
  const paced = facts.targets.find(
    ({ target }) => target.unit.startsWith("%") && targetPace(target)?.reaches != null,
  );
  return (
    <Part
      title={s.poverty}
      aside={poverty.length > 0 && <Ref ids={poverty.map(({ sourceId }) => sourceId)} derived />}
      note={
        poverty.length === 0
          ? undefined
          : m[latest.kind === "blank" ? "povertyBlank" : "povertyNote"](
              valueText(messages, povertyIndicator, latest),
            )
      }
    >
      {poverty.length === 0 ? (
        <p className="empty">{s.noPoverty}</p>
      ) : (
        <Wide label={m.povertyCaption}>
          <table className="table">
            <caption className="hidden-text">{m.povertyCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{m.reviewYear}</th>
                <th scope="col" className="number">
                  {m.households}
                </th>
                <th scope="col" className="number">
                  {m.poor}
                </th>
                <th scope="col" className="number">
                  {m.nearPoor}
                </th>
                <th scope="col" className="number">
                  {m.both}
                </th>
              </tr>
            </thead>
            <tbody>
              {poverty.map((row, index) => {
                const before = poverty[index - 1];
                return (
                  <tr
                    key={row.year ?? 0}
                    className={before !== undefined && before.standard !== row.standard ? "break" : undefined}
                  >
                    <th scope="row">
                      {row.year ?? s.povertyYearUnknown}{" "}
                      <span className="muted poverty__standard">
                        · {m.standard(row.standard ?? s.povertyStandardUnknown)}
                      </span>
                    </th>
                    <td className="number">{countText(messages, row.households)}</td>
                    <td className="number">{countText(messages, row.poor, row.poorRate)}</td>
                    <td className="number">{countText(messages, row.nearPoor, row.nearPoorRate)}</td>
                    <td className="number strong">{rateText(messages, row)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Wide>
      )}
      {paced === undefined && poverty.some(({ standard }) => standard === "2027-2030") && (
        <p className="part__note">{s.standardBreak}</p>
      )}
      {paced !== undefined && <PacedTarget row={paced} area={facts.commune.name} />}
    </Part>
  );
}

/** The pace of a target, as the page of targets draws it. */
function PacedTarget({ row, area }: { readonly row: ObservedTarget; readonly area: string }) {
  const { locale, snapshot } = usePage();
  const progress = targetProgress(row.target, row.observations, snapshot.asOf);
  return (
    <Savable id={row.target.targetId} title={`${row.target.indicator} (${area})`} className="pace">
      <div className="figure__drawing">
        <TargetChart progress={progress} words={chartWords(locale, progress, area)} size={CHART} />
      </div>
    </Savable>
  );
}

/** Targets of the commune's own plan: from where, to where, and whether the pace it states gets there. A missing baseline is said. */
export function TargetRows({ facts }: { readonly facts: CommuneFacts }) {
  const { locale } = usePage();
  const m = dossierMessages[locale];
  const { targets } = facts;
  const ids = targets.flatMap(({ target, observations }) => [
    target.sourceId,
    ...observations.map(({ sourceId }) => sourceId),
  ]);
  return (
    <Part
      title={m.targets}
      aside={targets.length > 0 && <Ref ids={ids} />}
      note={targets.some(({ target }) => target.baselineValue === null) ? m.noBaselineNote : undefined}
    >
      {targets.length === 0 ? (
        <p className="empty">{m.noTargets}</p>
      ) : (
        <Wide label={m.targetsCaption}>
          <table className="table">
            <caption className="hidden-text">{m.targetsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{m.target}</th>
                <th scope="col" className="number">
                  {m.baseline}
                </th>
                <th scope="col" className="number">
                  {m.goal}
                </th>
              </tr>
            </thead>
            <tbody>
              {targets.map((row) => (
                <TargetRow key={row.target.targetId} row={row} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Part>
  );
}

function TargetRow({ row }: { readonly row: ObservedTarget }) {
  const { locale } = usePage();
  const m = dossierMessages[locale];
  const t = targetsMessages[locale];
  const { target, observations } = row;
  const pace = targetPace(target);
  const last = observations.at(-1);
  return (
    <tr>
      <th scope="row">
        <span lang="vi">{target.indicator}</span>
        {last !== undefined && (
          <span className="muted"> · {m.observed(inUnit(locale, target, last.value), last.year)}</span>
        )}
        {pace !== null && pace.reaches !== null && target.statedPace !== null && (
          <span className="works-table__place">
            {" "}
            {pace.enough === true
              ? t.statedPaceEnough(
                  formatNumber(locale, target.statedPace, 2),
                  inUnit(locale, target, pace.reaches),
                )
              : t.statedPace(
                  formatNumber(locale, target.statedPace, 2),
                  inUnit(locale, target, pace.reaches),
                )}{" "}
            {pace.enough === false && (
              <strong className="late">{t.neededPace(formatNumber(locale, pace.needed, 2))}</strong>
            )}
            {target.baselineYear === null && ` ${t.paceBasis(pace.years)}`}
          </span>
        )}
      </th>
      <td className="number">
        {target.baselineValue === null ? (
          <span className="missing">{t.targetNoBaseline}</span>
        ) : (
          inUnit(locale, target, target.baselineValue)
        )}
      </td>
      <td className="number strong">
        {goalText(locale, target, false)}
        {target.targetYear !== null && <span className="muted"> {target.targetYear}</span>}
      </td>
    </tr>
  );
}
