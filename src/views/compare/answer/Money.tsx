import { useMemo } from "react";
import { capitalBySource, programmeAnswer } from "@/analysis/programmeAnswer";
import { type MoneyShare, type MoneySum, type MoneyTotals, moneyTotals } from "@/analysis/programmeTotals";
import { yearOf } from "@/domain/date";
import { formatMoney } from "@/i18n/format";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { colorCss } from "@/scene/palette";
import { shareText } from "../../explore/words";
import { usePage } from "../../page/context";
import { useComparison } from "../context";
import { EmptyRegister } from "./Empty";
import { controlTotal } from "./headline";
import { SourceLine } from "./SourceLine";

const percent = (part: number, whole: number) =>
  `${Math.round(100_000 * Math.min(1, Math.max(0, part / whole))) / 1000}%`;

/** Disbursed on allocated, on a scale that all bars share. Decorative: the table says the same. */
function SpentBar({
  plan,
  spent,
  scale,
  mark,
}: {
  readonly plan: number;
  readonly spent: number;
  /** Triệu đồng of the whole width. */
  readonly scale: number;
  /** A line at this amount; null: none. */
  readonly mark: number | null;
}) {
  return (
    <svg className="spent-bar" width="100%" height="18" aria-hidden="true">
      <rect y="4" width="100%" height="10" fill={colorCss("paper3")} />
      <rect y="4" width={percent(plan, scale)} height="10" fill={colorCss("progress-1")} />
      <rect y="4" width={percent(spent, scale)} height="10" fill={colorCss("progress-4")} />
      {mark !== null && (
        <line
          x1={percent(mark, scale)}
          x2={percent(mark, scale)}
          y1="0"
          y2="18"
          stroke={colorCss("ink")}
          strokeWidth="2"
        />
      )}
    </svg>
  );
}

/** Every sum with of how many works it is, every share with what it is of. */
function MoneyTable({
  totals,
  year,
  programme,
}: {
  readonly totals: MoneyTotals;
  readonly year: number;
  readonly programme: number | null;
}) {
  const { locale } = usePage();
  const m = compareAnswerMessages[locale];
  const money = (millions: number) => formatMoney(locale, millions);
  const share = (of: MoneyShare | null) =>
    of === null ? null : m.shareOf(shareText(locale, of.part, of.whole) ?? "", money(of.whole), of.works);
  const programmeShare =
    programme === null || totals.disbursedCumulative.amount === null
      ? null
      : `${m.shareOfProgramme(
          shareText(locale, totals.disbursedCumulative.amount, programme) ?? "",
          money(programme),
        )}, ${m.allSources}`;
  const rows: readonly {
    readonly label: string;
    readonly sum: MoneySum;
    readonly against: readonly (string | null)[];
  }[] = [
    { label: m.totalInvestment, sum: totals.totalInvestment, against: [] },
    { label: m.planYear(year), sum: totals.capitalPlanYear, against: [m.withCarriedOver] },
    { label: m.disbursedYear(year), sum: totals.disbursedYear, against: [share(totals.yearShare)] },
    { label: m.planCumulative(year), sum: totals.capitalPlanCumulative, against: [] },
    {
      label: m.disbursedCumulative,
      sum: totals.disbursedCumulative,
      against: [share(totals.cumulativeShare), programmeShare],
    },
  ];
  return (
    <table className="money-table">
      <caption className="hidden-text">{m.moneyCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{m.moneyItem}</th>
          <th scope="col" className="number">
            {m.moneyAmount}
          </th>
          <th scope="col" className="number">
            {m.moneyWorks}
          </th>
          <th scope="col">{m.moneyShare}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, sum, against }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number">
              {sum.amount === null ? (
                <span className="muted">{m.unknown}</span>
              ) : (
                <span className="strong">{money(sum.amount)}</span>
              )}
            </td>
            <td className="number">
              <span className="wide-only">{m.ofWorks(sum.stated, totals.works)}</span>
              <span className="phone-only">{m.worksOf(sum.stated, totals.works)}</span>
            </td>
            <td>
              {against
                .filter((text) => text !== null)
                .map((text) => (
                  <span key={text} className="money-table__share">
                    {text}
                  </span>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Parts of the money of the whole area as the province's plan states them: official, and not the money of the 97 works. */
const AREA_PARTS = ["provincial-capital", "programme-central-and-integrated", "programme-social"] as const;
const AREA_FILLS = ["ink2", "line2", "line"] as const;

function AreaMoney() {
  const { locale, manifest, messages } = usePage();
  const m = compareAnswerMessages[locale];
  const whole = controlTotal(manifest, "programme-capital");
  const own = controlTotal(manifest, "provincial-capital");
  const parts = AREA_PARTS.flatMap((id, index) => {
    const amount = controlTotal(manifest, id);
    return amount === null ? [] : [{ id, amount, fill: AREA_FILLS[index] ?? "line" }];
  });
  if (whole === null) return null;
  let from = 0;
  return (
    <div className="area-money">
      <h3 className="answer-subtitle">
        {m.area} <span className="tag tag--official">{messages.domain["kind.official"]}</span>
      </h3>
      <p className="answer-note">{m.areaNote(formatMoney(locale, whole))}</p>
      <svg className="area-bar" width="100%" height="12" aria-hidden="true">
        {parts.map(({ id, amount, fill }) => {
          const x = from;
          from += amount;
          return (
            <rect
              key={id}
              x={percent(x, whole)}
              width={percent(amount, whole)}
              height="12"
              fill={colorCss(fill)}
              stroke={colorCss("paper")}
            />
          );
        })}
      </svg>
      <ul className="area-parts">
        {parts.map(({ id, amount, fill }) => (
          <li key={id}>
            <svg className="stage-key" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
              <path d="M0 0h10v10H0z" fill={colorCss(fill)} />
            </svg>
            {m[`area.${id}`](formatMoney(locale, amount))}
          </li>
        ))}
      </ul>
      {own !== null && <p className="answer-note">{m.areaOnlyThis(formatMoney(locale, own))}</p>}
      <SourceLine
        isDated={false}
        sourceIds={
          manifest?.controlTotals
            .filter(({ id }) => id === "programme-capital")
            .flatMap(({ sourceId }) => sourceId ?? []) ?? []
        }
      />
    </div>
  );
}

/** Capital, disbursement and where it comes from. The Programme's provincial budget and the money of the whole area never meet in a sum. */
export function Money() {
  const { now } = useComparison();
  const { locale, manifest, messages } = usePage();
  const m = compareAnswerMessages[locale];
  const { works } = useMemo(() => programmeAnswer(now), [now]);
  const totals = useMemo(() => moneyTotals({ works }), [works]);
  const sources = useMemo(() => capitalBySource(works), [works]);
  const programme = controlTotal(manifest, "provincial-capital");
  const money = (millions: number) => formatMoney(locale, millions);
  const year = yearOf(now.asOf);
  const bars = [
    { label: m.spentYear(year), share: totals.yearShare, mark: null },
    { label: m.spentSoFar, share: totals.cumulativeShare, mark: programme },
  ];
  const scale = Math.max(programme ?? 0, ...bars.map(({ share }) => share?.whole ?? 0), 1) * 1.02;
  const widest = Math.max(programme ?? 0, ...sources.map(({ amount }) => amount), 1);
  return (
    <>
      <h2 className="answer-title">{m.moneyTitle}</h2>
      {works.length > 0 && <p className="answer-note">{m.moneyNote}</p>}
      <div className="money">
        <div>
          {works.length === 0 ? (
            <>
              {programme !== null && <p className="money__programme">{m.programmeOnly(money(programme))}</p>}
              <EmptyRegister part="money" />
            </>
          ) : (
            <>
              {bars.some(({ share }) => share !== null) && (
                <div className="spent">
                  {bars.map(
                    ({ label, share, mark }) =>
                      share !== null && (
                        <div key={label} className="spent__row">
                          <span>{label}</span>
                          <SpentBar plan={share.whole} spent={share.part} scale={scale} mark={mark} />
                          <span className="spent__value strong">
                            {shareText(locale, share.part, share.whole)}
                          </span>
                        </div>
                      ),
                  )}
                  <p className="spent__key">
                    <span>
                      <svg
                        className="stage-key"
                        width="18"
                        height="10"
                        viewBox="0 0 18 10"
                        aria-hidden="true"
                      >
                        <path d="M0 0h18v10H0z" fill={colorCss("progress-4")} />
                      </svg>
                      {m.keyDisbursed}
                    </span>
                    <span>
                      <svg
                        className="stage-key"
                        width="18"
                        height="10"
                        viewBox="0 0 18 10"
                        aria-hidden="true"
                      >
                        <path d="M0 0h18v10H0z" fill={colorCss("progress-1")} />
                      </svg>
                      {m.keyPlan}
                    </span>
                    {programme !== null && (
                      <span>
                        <svg
                          className="stage-key"
                          width="4"
                          height="12"
                          viewBox="0 0 4 12"
                          aria-hidden="true"
                        >
                          <path d="M1 0h2v12H1z" fill={colorCss("ink")} />
                        </svg>
                        {m.programmeMark(money(programme))}
                      </span>
                    )}
                    <span className="muted">{m.scale}</span>
                  </p>
                </div>
              )}
              <MoneyTable totals={totals} year={year} programme={programme} />
              <SourceLine
                sourceIds={works.flatMap(({ plan, report, money: { sourceIds } }) => [
                  ...(plan ? [plan.sourceId] : []),
                  ...(report ? [report.sourceId] : []),
                  ...sourceIds,
                ])}
              />
            </>
          )}
        </div>
        <div className="money__sources">
          {sources.length > 0 && (
            <div>
              <h3 className="answer-subtitle">{m.bySource}</h3>
              <p className="answer-note">{m.bySourceNote}</p>
              <table className="source-table">
                <caption className="hidden-text">{m.bySource}</caption>
                <thead className="hidden-text">
                  <tr>
                    <th scope="col">{m.sourceColumn}</th>
                    <th scope="col">{m.moneyAmount}</th>
                    <th scope="col">{m.moneyWorks}</th>
                  </tr>
                </thead>
                <tbody>
                  {sources.map(({ source, amount, works: count }) => (
                    <tr key={source}>
                      <th scope="row">
                        {messages.domain[`capital.${source}`]}
                        {source === "provincial" && programme !== null && (
                          <span className={amount === programme ? "tile__check" : "source-table__differs"}>
                            {amount === programme
                              ? ` ✓ ${m.sourceMatches(money(programme))}`
                              : ` ${m.sourceDiffers(money(programme))}`}
                          </span>
                        )}
                        <svg className="source-bar" width="100%" height="6" aria-hidden="true">
                          <rect width={percent(amount, widest)} height="6" fill={colorCss("ink3")} />
                        </svg>
                      </th>
                      <td className="number strong">{money(amount)}</td>
                      <td className="number muted">{m.works(count)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <AreaMoney />
        </div>
      </div>
    </>
  );
}
