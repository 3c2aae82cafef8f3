import type { WorkState } from "@/analysis/snapshot";
import { yearOf } from "@/domain/date";
import { CAPITAL_SOURCES } from "@/domain/work";
import { formatMoney } from "@/i18n/format";
import { useExplore } from "./context";
import { Provenance } from "./Provenance";
import { Facts, Section } from "./Section";
import { shareText } from "./words";

const sum = <T,>(rows: readonly T[], amount: (row: T) => number | null) =>
  rows.reduce((total, row) => total + (amount(row) ?? 0), 0);

type Amount =
  | "disbursedYear"
  | "disbursedCumulative"
  | "totalInvestment"
  | "capitalPlanYear"
  | "capitalPlanCumulative";

/** A sum over the works that state the amount; null when none does. Triệu đồng. */
export function amountOf(states: readonly WorkState[], amount: Amount): number | null {
  const stated = states.filter(({ money }) => money[amount] !== null);
  return stated.length === 0 ? null : sum(stated, ({ money }) => money[amount]);
}

/** Disbursed so far and this year, each with the plan it is a share of, and the capital plan by source. */
export function Money({ states }: { readonly states: readonly WorkState[] }) {
  const { messages, locale, snapshot } = useExplore();
  const m = messages.explore;
  const year = yearOf(snapshot.asOf);
  const money = (value: number | null) => (value === null ? m.moneyUnknown : formatMoney(locale, value));
  const note = (done: number | null, plan: number | null, words: (share: string, plan: string) => string) => {
    if (plan === null || plan <= 0) return m.noPlan;
    const share = done === null ? null : shareText(locale, done, plan);
    return words(share ?? "?", formatMoney(locale, plan));
  };
  const cumulative = amountOf(states, "disbursedCumulative");
  const ofYear = amountOf(states, "disbursedYear");
  const reporting = states.filter(({ money }) => money.disbursedCumulative !== null).length;
  const several = states.filter(({ work }) => work.communeCodes.length > 1).length;
  const bySource = CAPITAL_SOURCES.map((source) => ({
    source,
    amount: sum(states, (state) => state.money.bySource[source] ?? 0),
  }));
  // Nothing at all is known: one sentence instead of a table of blanks.
  const nothing =
    cumulative === null &&
    ofYear === null &&
    amountOf(states, "totalInvestment") === null &&
    bySource.every(({ amount }) => amount === 0);
  if (nothing) {
    return (
      <Section title={m.money} tabs={["figures"]} strong>
        <p className="note">{m.noMoney}</p>
      </Section>
    );
  }
  const sourceIds = states.flatMap(({ report, plan, money }) => [
    ...(report === null ? [] : [report.sourceId]),
    ...(plan === null ? [] : [plan.sourceId]),
    ...money.sourceIds,
  ]);
  return (
    <Section
      title={m.money}
      tabs={["figures"]}
      strong
      aside={<Provenance sourceIds={sourceIds} derived={states.length > 1} />}
    >
      <div className="pair">
        <div>
          <p className="pair__label">{m.disbursedCumulative}</p>
          <p className="pair__value">{money(cumulative)}</p>
          <p className="pair__note">
            {note(cumulative, amountOf(states, "capitalPlanCumulative"), m.ofPlan)}
          </p>
        </div>
        <div>
          <p className="pair__label">{m.disbursedYear(year)}</p>
          <p className="pair__value">{money(ofYear)}</p>
          <p className="pair__note">{note(ofYear, amountOf(states, "capitalPlanYear"), m.ofPlanYear)}</p>
        </div>
      </div>
      <Facts
        pairs={[
          [m.totalInvestment, money(amountOf(states, "totalInvestment"))],
          ...bySource
            .filter(({ amount }) => amount > 0)
            .map(
              ({ source, amount }) =>
                [messages.domain[`capital.${source}`], formatMoney(locale, amount)] as const,
            ),
        ]}
      />
      {states.length > 1 && <p className="pair__note">{m.moneyCoverage(reporting, states.length)}</p>}
      {several > 0 && states.length > 1 && <p className="pair__note">{m.severalCommunes(several)}</p>}
    </Section>
  );
}
