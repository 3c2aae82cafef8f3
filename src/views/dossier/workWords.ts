import type { Reason } from "@/analysis/question/answer";
import type { WorkState } from "@/analysis/snapshot";
import type { IsoDate } from "@/domain/date";
import { formatMoney, formatPartialDate, formatPercent } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";
import { dossierMessages } from "@/i18n/messages/dossier";
import { latenessText, shareText } from "../explore/words";

/** "6/2027 – 3/2029"; a day that is not stated is said, both in one word. */
export function plannedText({ locale, explore }: Messages, { plan }: WorkState): string {
  const month = (date: string | null) =>
    date === null ? explore.unknown : formatPartialDate(locale, date.slice(0, 7));
  const [start, end] = [plan?.plannedStart ?? null, plan?.plannedEnd ?? null];
  return start === null && end === null ? explore.unknown : `${month(start)} – ${month(end)}`;
}

/** Progress, or why there is none. */
export const progressText = ({ locale, domain }: Messages, { progress, progressBlank }: WorkState): string =>
  progress === null
    ? domain[`blank.${progressBlank ?? "no-data"}`].toLocaleLowerCase(locale)
    : formatPercent(locale, progress);

/** "65 % của 148,6 tỷ"; what is missing is said: no plan, or nothing reported of it. */
export function disbursedText({ locale, explore }: Messages, { money }: WorkState): string {
  const m = dossierMessages[locale];
  const { disbursedCumulative: done, capitalPlanCumulative: plan } = money;
  if (plan === null || plan <= 0)
    return done === null ? explore.unknown : m.withoutPlan(formatMoney(locale, done));
  if (done === null) return m.nothingReported(formatMoney(locale, plan));
  return m.shareOf(shareText(locale, done, plan) ?? explore.unknown, formatMoney(locale, plan));
}

/** Why it cannot be told whether a zone is near. */
export function nearReason({ locale }: Messages, because: readonly Reason[]): string {
  const m = dossierMessages[locale];
  const [first] = because;
  if (first === "unknown-place") return m["near.unknown-place"];
  return first === "unassessed" ? m["near.unassessed"] : m["near.place-is-a-region"];
}

/** Lateness as short as a column of a table allows; what is unknown keeps its reason. */
export function shortLateness(messages: Messages, state: WorkState, asOf: IsoDate): string {
  const m = dossierMessages[messages.locale];
  const { lateness } = state;
  return lateness.answer === "unknown" ? m[`late.${lateness.reason}`] : latenessText(messages, state, asOf);
}
