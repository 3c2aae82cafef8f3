import type { WorkState } from "@/analysis/snapshot";
import { formatMoney, formatNumber, formatPercent } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";
import { dossierMessages } from "@/i18n/messages/dossier";
import { panelsMessages } from "@/i18n/messages/panels";
import { pictureMessages } from "@/i18n/messages/picture";
import { hazardHigh } from "@/indicators/hazardHigh";
import { physicalProgress } from "@/indicators/physicalProgress";
import { plannedProgress } from "@/indicators/plannedProgress";
import { populationDensity } from "@/indicators/populationDensity";
import { poverty } from "@/indicators/poverty";
import type { CommuneFacts, DossierData } from "@/views/dossier/dossierFacts";
import { progressText } from "@/views/dossier/workWords";
import { amountOf } from "@/views/explore/Money";
import { indicatorText, valueText } from "@/views/explore/valueText";
import { latenessText, shareText } from "@/views/explore/words";

/** One of the three facts of a dossier's picture. */
export interface KeyFact {
  readonly label: string;
  readonly value: string;
  /** What it is part of or why it is blank; empty: nothing to add. */
  readonly note: string;
  /** The note is said in the colour of lateness. */
  readonly isLate?: boolean;
  /** What is not known, apart from what is late. */
  readonly unknown?: string;
}

/** What is behind, ahead, or as planned, in percentage points; null where one side is not known. */
function againstPlan({ locale }: Messages, value: number | null, plan: number | null): string | null {
  if (value === null || plan === null) return null;
  const m = dossierMessages[locale];
  const points = formatNumber(locale, Math.abs(value - plan), 1);
  if (points === "0") return m.onPlan;
  return value < plan ? m.behind(points) : m.ahead(points);
}

/** Money of some works: what was spent of what was given. */
function spentFact({ locale, explore }: Messages, states: readonly WorkState[]): KeyFact {
  const m = dossierMessages[locale];
  const spent = amountOf(states, "disbursedCumulative");
  const allotted = amountOf(states, "capitalPlanCumulative");
  return {
    label: explore.disbursedCumulative,
    value: spent === null ? m.notReported : formatMoney(locale, spent),
    note:
      allotted === null || allotted <= 0
        ? explore.noPlan
        : spent === null
          ? m.ofAllotted(formatMoney(locale, allotted))
          : m.shareOfAllotted(
              shareText(locale, spent, allotted) ?? explore.unknown,
              formatMoney(locale, allotted),
            ),
  };
}

/** The three facts of a commune's picture: of its works where there are any, else of the commune itself. The same numbers as its dossier has. */
export function communeKeyFacts(
  messages: Messages,
  data: DossierData,
  { commune, states }: Pick<CommuneFacts, "commune" | "states">,
): readonly KeyFact[] {
  const { locale, explore } = messages;
  const { snapshot } = data;
  const m = dossierMessages[locale];
  if (states.length === 0)
    return [populationDensity, poverty, hazardHigh].map((indicator) => {
      const measured = indicator.measure(snapshot, commune.code);
      return {
        label: indicatorText(messages, indicator.label),
        value: valueText(messages, indicator, measured),
        note: measured.kind === "blank" ? explore[`why.${measured.blank}`] : "",
      };
    });
  const value = physicalProgress.measure(snapshot, commune.code);
  const progress = value.kind === "blank" ? null : value.value;
  const plan = progress === null ? null : plannedProgress(snapshot, commune.code);
  const late = states.filter(({ lateness }) => lateness.answer === "yes").length;
  const unknown = states.filter(({ lateness }) => lateness.answer === "unknown").length;
  const lateWords = late === 0 && unknown > 0 ? m.lateNotSeen : m.late(late);
  return [
    {
      label: m.progressLabel,
      value: valueText(messages, physicalProgress, value),
      note:
        againstPlan(messages, progress, plan) ??
        (value.kind === "blank" ? explore[`why.${value.blank}`] : ""),
      isLate: progress !== null && plan !== null && plan - progress >= 0.05,
    },
    {
      label: pictureMessages[locale].works,
      value: formatNumber(locale, states.length),
      note: late === 0 && unknown > 0 ? `${lateWords} · ${explore.lateUnknown(unknown)}` : lateWords,
      isLate: late > 0,
      ...(late > 0 && unknown > 0 ? { unknown: explore.lateUnknown(unknown) } : {}),
    },
    spentFact(messages, states),
  ];
}

/** The three facts of a work's picture: how far, whether late, what was spent. */
export function workKeyFacts(messages: Messages, data: DossierData, state: WorkState): readonly KeyFact[] {
  const { locale, domain } = messages;
  const m = dossierMessages[locale];
  const expected = data.histories.get(state.work.workId)?.expectedToday ?? null;
  return [
    {
      label: panelsMessages[locale].progress,
      value: progressText(messages, state),
      note: expected === null ? "" : m.planToDate(formatPercent(locale, expected)),
    },
    {
      label: pictureMessages[locale].state,
      value: domain[`stage.${state.stage ?? "unknown"}`],
      note: latenessText(messages, state, data.snapshot.asOf),
      isLate: state.lateness.answer === "yes",
    },
    spentFact(messages, [state]),
  ];
}
