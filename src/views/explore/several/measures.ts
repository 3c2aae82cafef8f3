import type { Snapshot, WorkState } from "@/analysis/snapshot";
import { isFinished } from "@/analysis/staleness";
import type { CommuneCode } from "@/domain/commune";
import { yearOf } from "@/domain/date";
import { STAGES } from "@/domain/work";
import { formatMoney, formatNumber, formatPercent } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import { severalMessages } from "@/i18n/messages/several";
import { hazardHigh } from "@/indicators/hazardHigh";
import type { Indicator, IndicatorValue } from "@/indicators/indicator";
import { poverty } from "@/indicators/poverty";
import { amountOf } from "../Money";
import { indicatorText, rankOf, rankText, unitText, valueText } from "../valueText";
import { fractionText } from "../words";

/** One commune, or the chosen ones together. */
export interface Group {
  /** Restricted to the group (`restrictSnapshot`). */
  readonly snapshot: Snapshot;
  /** The whole province on the same day: ranks are among all communes. */
  readonly whole: Snapshot;
  /** Null: the sum. */
  readonly code: CommuneCode | null;
}

export interface Reading {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly indicator: Indicator;
}

/** A figure of a group with everything it must not be read without. */
export interface Cell {
  readonly text: string;
  /** A blank: words, not a figure. */
  readonly isBlank: boolean;
  /** Denominators, coverage, what is unknown: a line each. */
  readonly notes: readonly string[];
}

/** A row of the comparison: one line in `MEASURES`. */
export interface Measure {
  readonly id: string;
  readonly label: (reading: Reading) => string;
  readonly cell: (group: Group, reading: Reading) => Cell;
}

const cell = (text: string, ...notes: readonly string[]): Cell => ({
  text,
  isBlank: false,
  notes: notes.filter((note) => note !== ""),
});
const blank = (text: string, ...notes: readonly string[]): Cell => ({
  ...cell(text, ...notes),
  isBlank: true,
});

/** A value with its fraction, coverage, asides and notes; a blank keeps its kind. */
function indicatorCell(value: IndicatorValue, of: Indicator, { locale, messages }: Reading): Cell {
  const s = severalMessages[locale];
  const text = valueText(messages, of, value);
  if (value.kind === "blank") return blank(text);
  const { fraction, coverage, asides, notes } = value;
  const counted = (number: number) => formatNumber(locale, number);
  const isOfCommunes = of.id === poverty.id;
  return cell(
    text,
    fraction === null ? "" : fractionText(locale, messages, fraction, of.unit === "percent"),
    coverage === null
      ? ""
      : isOfCommunes
        ? s.ofKnown(counted(coverage.counted), counted(coverage.of))
        : s.ofWorks(counted(coverage.counted), counted(coverage.of)),
    ...asides.map(
      ({ label, value: beside, unit }) =>
        `${indicatorText(messages, label)}: ${beside === null ? messages.explore.unknown : unitText(locale, messages, beside, unit, of.digits)}`,
    ),
    ...notes.map((note) => indicatorText(messages, note)),
  );
}

const read = (group: Group, of: Indicator): IndicatorValue =>
  group.code === null ? of.overall(group.snapshot) : of.measure(group.snapshot, group.code);

/** A sum of money over the works that state it, with how many those are. */
function moneyCell(
  states: readonly WorkState[],
  amount: Parameters<typeof amountOf>[1],
  plan: Parameters<typeof amountOf>[1] | null,
  { locale }: Reading,
): Cell {
  const s = severalMessages[locale];
  if (states.length === 0) return blank(s.noWorks);
  const total = amountOf(states, amount);
  const counted = states.filter(({ money }) => money[amount] !== null).length;
  const coverage = s.ofWorks(formatNumber(locale, counted), formatNumber(locale, states.length));
  if (total === null) return blank(s.notStated, coverage);
  const planned = plan === null ? null : amountOf(states, plan);
  const share =
    planned === null || planned <= 0
      ? ""
      : `${formatPercent(locale, (100 * total) / planned)} ${s.ofPlan(formatMoney(locale, planned))}`;
  return cell(formatMoney(locale, total), share, coverage);
}

/** The rows of the comparison, the map's indicator first. */
export const MEASURES: readonly Measure[] = [
  {
    id: "indicator",
    label: ({ messages, indicator }) => indicatorText(messages, indicator.label),
    cell: (group, reading) => {
      const shown = indicatorCell(read(group, reading.indicator), reading.indicator, reading);
      const rank = group.code === null ? null : rankOf(group.whole, reading.indicator, group.code);
      return rank === null ? shown : { ...shown, notes: [rankText(reading.messages, rank), ...shown.notes] };
    },
  },
  {
    id: "works",
    label: ({ locale }) => severalMessages[locale].works,
    cell: ({ snapshot: { works } }, { locale }) =>
      works.length === 0 ? blank(severalMessages[locale].noWorks) : cell(formatNumber(locale, works.length)),
  },
  {
    id: "stages",
    label: ({ locale }) => severalMessages[locale].stages,
    cell: ({ snapshot: { works } }, { locale, messages }) => {
      const parts = ([...STAGES, "unknown"] as const).flatMap((stage) => {
        const count = works.filter((state) => (state.stage ?? "unknown") === stage).length;
        return count === 0 ? [] : [messages.explore.stageCount(messages.domain[`stage.${stage}`], count)];
      });
      return works.length === 0 ? blank(severalMessages[locale].noWorks) : blank(parts.join(" · "));
    },
  },
  {
    id: "late",
    label: ({ locale }) => severalMessages[locale].worksLate,
    cell: ({ snapshot: { works } }, { locale }) => {
      const s = severalMessages[locale];
      const count = (answer: "yes" | "unknown") =>
        works.filter(({ lateness }) => lateness.answer === answer).length;
      const unknown = count("unknown");
      return works.length === 0
        ? blank(s.noWorks)
        : cell(
            formatNumber(locale, count("yes")),
            s.ofWorks(formatNumber(locale, works.length - unknown), formatNumber(locale, works.length)),
            unknown === 0 ? "" : s.lateUnknown(formatNumber(locale, unknown)),
          );
    },
  },
  {
    id: "finished",
    label: ({ locale }) => severalMessages[locale].finished,
    cell: ({ snapshot: { works, asOf } }, { locale }) => {
      const s = severalMessages[locale];
      const told = works.filter(({ stage }) => stage !== null);
      return works.length === 0
        ? blank(s.noWorks)
        : cell(
            formatNumber(locale, works.filter(({ report }) => isFinished(report, asOf)).length),
            s.ofWorks(formatNumber(locale, told.length), formatNumber(locale, works.length)),
          );
    },
  },
  {
    id: "investment",
    label: ({ locale }) => severalMessages[locale].investment,
    cell: ({ snapshot }, reading) => moneyCell(snapshot.works, "totalInvestment", null, reading),
  },
  {
    id: "disbursed",
    label: ({ locale }) => severalMessages[locale].disbursed,
    cell: ({ snapshot }, reading) =>
      moneyCell(snapshot.works, "disbursedCumulative", "capitalPlanCumulative", reading),
  },
  {
    id: "disbursed-year",
    label: ({ locale }) => severalMessages[locale].disbursedYear,
    cell: ({ snapshot }, reading) => {
      const shown = moneyCell(snapshot.works, "disbursedYear", "capitalPlanYear", reading);
      return { ...shown, notes: [String(yearOf(snapshot.asOf)), ...shown.notes] };
    },
  },
  {
    id: "poverty",
    label: ({ locale }) => severalMessages[locale].poverty,
    cell: (group, reading) => indicatorCell(read(group, poverty), poverty, reading),
  },
  {
    id: "hazard",
    label: ({ locale }) => severalMessages[locale].hazard,
    cell: (group, reading) => indicatorCell(read(group, hazardHigh), hazardHigh, reading),
  },
  {
    id: "population",
    label: ({ locale }) => severalMessages[locale].population,
    cell: ({ snapshot }, { locale }) =>
      cell(
        severalMessages[locale].people(
          formatNumber(
            locale,
            snapshot.register.communes.reduce((sum, { population }) => sum + population, 0),
          ),
        ),
      ),
  },
  {
    id: "area",
    label: ({ locale }) => severalMessages[locale].area,
    cell: ({ snapshot }, { locale }) =>
      cell(
        severalMessages[locale].km2(
          formatNumber(
            locale,
            snapshot.register.communes.reduce((sum, { areaKm2 }) => sum + areaKm2, 0),
            2,
          ),
        ),
      ),
  },
];
