import { handedOver, type ProgrammeAnswer } from "@/analysis/programmeAnswer";
import { moneyTotals } from "@/analysis/programmeTotals";
import type { Snapshot } from "@/analysis/snapshot";
import { yearOf } from "@/domain/date";
import type { Manifest } from "@/domain/manifest";
import type { Kind } from "@/domain/source";
import { PLAN_TOTAL } from "@/domain/work";
import { formatMoney, formatPercent } from "@/i18n/format";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { physicalProgress } from "@/indicators/physicalProgress";
import { progressAgainstPlan } from "@/indicators/progressAgainstPlan";
import { shareText } from "../../explore/words";
import { communesText, countedText, sentenceCase, type Words } from "./words";

/** A control total of the plan by its id, in the unit of its row (money: triệu đồng); null where the data carry none. */
export const controlTotal = (manifest: Pick<Manifest, "controlTotals"> | null, id: string): number | null =>
  manifest?.controlTotals.find((total) => total.id === id)?.expected ?? null;

/** The page's title: how many are handed over, how many are late, and where. Ends without a full stop where it is a statement of nothing. */
export function headlineOf(words: Words, answer: ProgrammeAnswer): string {
  const m = compareAnswerMessages[words.locale];
  const { all, lateCommunes } = answer;
  if (all.named === 0) return m.notListed(PLAN_TOTAL);
  if (all.reported === 0) return m.noReports(all.named);
  const finished = handedOver(all);
  const done =
    all.named === PLAN_TOTAL ? m.done(finished, PLAN_TOTAL) : m.doneOfListed(finished, all.named, PLAN_TOTAL);
  const late =
    all.late.yes > 0
      ? lateCommunes.length > 0
        ? m.lateIn(all.late.yes, communesText(words, lateCommunes))
        : m.late(all.late.yes)
      : all.late.unknown > 0
        ? m.noneKnownLate
        : m.noneLate;
  return sentenceCase(words.locale, `${done}; ${late}.`);
}

/** Physical progress beside what the plan implies for the day, of how many works. */
export function progressSentence({ locale, messages }: Words, snapshot: Snapshot): string {
  const m = compareAnswerMessages[locale];
  const value = physicalProgress.overall(snapshot);
  if (value.kind === "blank")
    return m.progressBlank(messages.domain[`blank.${value.blank}`].toLocaleLowerCase(locale));
  const percent = (number: number) => formatPercent(locale, number);
  const { counted, of } = value.coverage ?? { counted: 0, of: 0 };
  const head = m.progress(percent(value.value), m.worksOf(counted, of));
  const compared = progressAgainstPlan(snapshot, null);
  if (compared === null) return head + m.progressNoPlan;
  return compared.works === compared.measured
    ? head + m.progressPlan(percent(compared.planned))
    : head + m.progressPlanOf(m.works(compared.works), percent(compared.actual), percent(compared.planned));
}

/** What is disbursed so far, over the capital allocated and over the Programme's provincial budget, each said as what it is. */
export function moneySentence(
  { locale }: Words,
  { works }: ProgrammeAnswer,
  snapshot: Snapshot,
  manifest: Pick<Manifest, "controlTotals"> | null,
  kind: Kind,
): string {
  const m = compareAnswerMessages[locale];
  const { disbursedCumulative, cumulativeShare } = moneyTotals({ works });
  const { amount } = disbursedCumulative;
  if (amount === null) return m.noDisbursement;
  const money = (millions: number) => formatMoney(locale, millions);
  const programme = controlTotal(manifest, "provincial-capital");
  const ofPlan =
    cumulativeShare === null
      ? ""
      : m.disbursedOfPlan(
          shareText(locale, cumulativeShare.part, cumulativeShare.whole) ?? "",
          `${money(cumulativeShare.whole)}, ${m.works(cumulativeShare.works)}`,
          yearOf(snapshot.asOf),
        );
  const share = programme === null ? null : shareText(locale, amount, programme);
  const ofProgramme =
    programme === null || share === null
      ? ""
      : m.disbursedOfProgramme(share, money(programme)) +
        (kind === "illustrative" ? m.programmeIsOfficial : "");
  return `${m.disbursed(money(amount))}${ofPlan}${ofProgramme}.`;
}

/** What is not known, and what is not counted. */
export function caveats({ locale }: Words, { all, lateNowhere, others }: ProgrammeAnswer): readonly string[] {
  const m = compareAnswerMessages[locale];
  const counted = (count: number) => countedText(locale, count);
  if (all.named === 0) return others > 0 ? [m.officialAnLac(counted(others))] : [];
  return [
    all.late.unknown > 0 ? m.lateUnknown(counted(all.late.unknown)) : null,
    all.stages.unknown > 0 && all.reported > 0 ? m.stageUnknown(counted(all.stages.unknown)) : null,
    lateNowhere > 0 ? m.placeUnknown(counted(lateNowhere)) : null,
    others > 0 ? m.others(counted(others)) : null,
  ].filter((text) => text !== null);
}
