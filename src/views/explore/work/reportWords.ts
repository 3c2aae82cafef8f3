import type { ReportChange } from "@/analysis/reportingPeriods";
import type { PlanChange } from "@/analysis/workHistory";
import type { Work } from "@/domain/work";
import { formatDate, formatMoney, formatNumber, formatPercent } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";
import { workMessages } from "@/i18n/messages/work";

type WorkTexts = (typeof workMessages)["vi" | "en"];

export const workTexts = ({ locale }: Messages): WorkTexts => workMessages[locale];

/** Who could say what is missing: the owner, else the body in charge, else that neither is named. */
export const reporterOf = ({ owner, responsibleBody }: Work, m: WorkTexts): string =>
  owner ?? responsibleBody ?? m.ownerUnknown;

/** One side of a change in its own form; null is "not stated" in words, never a zero. */
function sideText(messages: Messages, change: ReportChange, side: "from" | "to"): string {
  const { locale, domain } = messages;
  const m = workTexts(messages);
  switch (change.field) {
    case "physicalProgress": {
      const value = change[side];
      return value === null ? m.none : formatPercent(locale, value);
    }
    case "disbursedCumulative":
    case "disbursedYear":
    case "valueDoneCumulative": {
      const value = change[side];
      return value === null ? m.none : formatMoney(locale, value);
    }
    case "actualStart":
    case "acceptedOn":
    case "actualEnd": {
      const value = change[side];
      return value === null ? m.none : formatDate(locale, value);
    }
    case "stage": {
      const value = change[side];
      return value === null ? m.none : domain[`stage.${value}`];
    }
    case "obstacle":
    case "proposal":
    case "authority": {
      const value = change[side];
      return value === null ? m.none : `“${value}”`;
    }
  }
}

/** "khối lượng 76 % → 66 %". */
export const reportChangeText = (messages: Messages, change: ReportChange): string => {
  const m = workTexts(messages);
  return m.changed(
    m[`field.${change.field}`],
    sideText(messages, change, "from"),
    sideText(messages, change, "to"),
  );
};

/** "hoàn thành 12/1/2028 → 8/9/2028". */
export function planChangeText(messages: Messages, change: PlanChange): string {
  const m = workTexts(messages);
  const { locale } = messages;
  const name = m[`plan.${change.field}`];
  if (change.field === "totalInvestment") {
    const [from, to] = [change.from, change.to].map((value) =>
      value === null ? m.none : formatMoney(locale, value),
    );
    return m.changed(name, from ?? "", to ?? "");
  }
  const [from, to] = [change.from, change.to].map((value) =>
    value === null ? m.none : formatDate(locale, value),
  );
  return m.changed(name, from ?? "", to ?? "");
}

/** Amounts below this, triệu đồng, would round to nothing with one digit. */
const SMALL_AMOUNT = 50;

/** Triệu đồng as tỷ in a column that names its unit: `36,2`; `0` is zero, and a small amount is not rounded to it. */
export const billionsText = ({ locale }: Messages, millions: number): string =>
  millions === 0
    ? formatNumber(locale, 0)
    : formatNumber(locale, millions / 1000, Math.abs(millions) < SMALL_AMOUNT ? 3 : 1, true);
