import type { CapitalYear } from "@/analysis/capitalYears";
import type { WorkState } from "@/analysis/snapshot";
import type { WorkHistory } from "@/analysis/workHistory";
import { yearOf } from "@/domain/date";
import { formatDate, formatMoney, formatPercent } from "@/i18n/format";
import { useExplore } from "../context";
import { Provenance } from "../Provenance";
import { Section } from "../Section";
import { billionsText, workTexts } from "./reportWords";

/** Marks a year whose disbursement is computed here. */
const DERIVED = "*";

const shareOf = (done: number | null, plan: number | null): number | null =>
  done === null || plan === null || plan <= 0 ? null : (100 * done) / plan;

/** Capital by year, by source where there are several, with what was disbursed of it, and how the plan was changed. */
export function CapitalHistory({
  state,
  history,
}: {
  readonly state: WorkState;
  readonly history: WorkHistory;
}) {
  const { messages, locale, snapshot } = useExplore();
  const m = workTexts(messages);
  const { capital, periods } = history;
  const { money } = state;
  const year = yearOf(snapshot.asOf);
  const sources = [...new Set(capital.flatMap(({ sources }) => sources.map(({ source }) => source)))];
  const [onlySource] = sources;
  const reportSources = periods.flatMap((period) =>
    period.kind === "reported" ? [period.held.sourceId] : [],
  );
  const planned = capital.every((one) => one.planned === null)
    ? null
    : capital.reduce((sum, one) => sum + (one.planned ?? 0), 0);
  const amount = (value: number | null) => (value === null ? m.unknown : billionsText(messages, value));
  const share = (value: number | null) => (value === null ? "" : formatPercent(locale, value, 0));
  const revisions = revisionsOf(capital);
  const carries = capital.some(({ carriedOver }) => carriedOver !== null);
  return (
    <Section
      title={m.capital}
      tabs={["figures"]}
      strong
      aside={
        capital.length > 0 && (
          <Provenance
            sourceIds={[...money.sourceIds, ...reportSources]}
            derived={capital.some(({ disbursed }) => disbursed?.isDerived)}
          />
        )
      }
    >
      {planned === null && (
        <p className="note">
          {m.noCapital} {m.whoAllots}
        </p>
      )}
      {capital.length > 0 && (
        <>
          <table className="table capital">
            <caption className="capital__unit">
              {m.capitalUnit}
              {sources.length === 1 &&
                onlySource !== undefined &&
                `. ${m.oneSource(messages.domain[`capital.${onlySource}`])}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">{m.year}</th>
                <th scope="col" className="number">
                  {m.planned}
                </th>
                {carries && (
                  <th scope="col" className="number">
                    {m.carriedOver}
                  </th>
                )}
                <th scope="col" className="number">
                  {m.disbursed}
                </th>
                <th scope="col" className="number">
                  {m.share}
                </th>
              </tr>
            </thead>
            <tbody>
              {capital.map((one) => (
                <YearRows key={one.year} capital={one} bySource={sources.length > 1} carries={carries} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{m.toDate(year)}</th>
                <td className="number">{amount(money.capitalPlanCumulative)}</td>
                {carries && <td />}
                <td className="number">{amount(money.disbursedCumulative)}</td>
                <td className="number">
                  {share(shareOf(money.disbursedCumulative, money.capitalPlanCumulative))}
                </td>
              </tr>
              <tr>
                <th scope="row">{m.total}</th>
                <td className="number">{amount(planned)}</td>
                {carries && <td />}
                <td />
                <td />
              </tr>
            </tfoot>
          </table>
          {capital.some(({ disbursed }) => disbursed?.isDerived) && (
            <p className="pair__note">{m.closedNote(DERIVED)}</p>
          )}
          {sources.length > 1 && <p className="pair__note">{m.bySourceNote}</p>}
          {carries && <p className="pair__note">{m.shareNote}</p>}
        </>
      )}
      {revisions.length > 0 && (
        <ul className="capital__revisions">
          {revisions.map(({ from, to }) => (
            <li key={`${to.year} ${to.capitalSource} ${to.recordedOn}`} className="pair__note">
              {m.capitalChanged(
                formatDate(locale, to.recordedOn),
                to.year,
                messages.domain[`capital.${to.capitalSource}`],
              )}
              {": "}
              {[
                from.amount === to.amount
                  ? null
                  : m.amountChange(formatMoney(locale, from.amount), formatMoney(locale, to.amount)),
                to.carriedOver === null || to.carriedOver === from.carriedOver
                  ? null
                  : m.carryStated(formatMoney(locale, to.carriedOver)),
              ]
                .filter((text) => text !== null)
                .join("; ") || m.noChange}{" "}
              <Provenance sourceIds={[to.sourceId]} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Every row that replaced an earlier one of its year and source, in the order of recording. */
const revisionsOf = (capital: readonly CapitalYear[]) =>
  capital
    .flatMap(({ sources }) =>
      sources.flatMap(({ versions }) =>
        versions.flatMap((to, index) => {
          const from = versions[index - 1];
          return from === undefined ? [] : [{ from, to }];
        }),
      ),
    )
    .toSorted((a, b) => (a.to.recordedOn < b.to.recordedOn ? -1 : 1));

/** A year, and its sources below it where the work has several. */
function YearRows({
  capital,
  bySource,
  carries,
}: {
  readonly capital: CapitalYear;
  readonly bySource: boolean;
  readonly carries: boolean;
}) {
  const { messages, locale } = useExplore();
  const m = workTexts(messages);
  const { year, planned, carriedOver, available, disbursed, isAhead, sources } = capital;
  const share = shareOf(disbursed?.amount ?? null, available);
  return (
    <>
      <tr>
        <th scope="row">
          {year}
          {disbursed?.until !== undefined && disbursed.until !== null && (
            <span className="capital__until"> {m.until(formatDate(locale, disbursed.until))}</span>
          )}
        </th>
        <td className="number">
          {planned === null ? <span className="muted">{m.notStated}</span> : billionsText(messages, planned)}
        </td>
        {carries && (
          <td className="number">{carriedOver === null ? "" : billionsText(messages, carriedOver)}</td>
        )}
        <td className="number">
          {disbursed === null ? (
            <span className="muted">{isAhead ? m.notYet : m.unknown}</span>
          ) : (
            <>
              {billionsText(messages, disbursed.amount)}
              {disbursed.isDerived && DERIVED}
            </>
          )}
        </td>
        <td className="number">{share === null ? "" : formatPercent(locale, share, 0)}</td>
      </tr>
      {bySource &&
        sources.map((one) => (
          <tr key={one.source} className="capital__source">
            <th scope="row">{messages.domain[`capital.${one.source}`]}</th>
            <td className="number">{billionsText(messages, one.amount)}</td>
            {carries && (
              <td className="number">
                {one.carriedOver === null ? "" : billionsText(messages, one.carriedOver)}
              </td>
            )}
            <td />
            <td />
          </tr>
        ))}
    </>
  );
}
