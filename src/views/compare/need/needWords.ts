import type { NeedRisk, NeedRiskRow } from "@/analysis/needRisk";
import type { Commune } from "@/domain/commune";
import { formatNumber, formatPercent } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { needMessages } from "@/i18n/messages/compareNeed";

const NBSP = "\u00a0";

/** "21,31 %", or the words of the blank. */
export function rateText(locale: Locale, { rate }: NeedRiskRow): string {
  const m = needMessages[locale];
  if (rate.kind === "rate") return formatPercent(locale, rate.percent, 2, true);
  return rate.kind === "withheld" ? m.rateWithheld : m.rateMissing;
}

/** Percent of unassessed ground that is written as none. */
const UNSEEN = 0.05;
const WHOLLY = 99.5;

/** "7,8 % của 134,15 km²"; "từ 0,7 % đến 40,7 %" where ground is unassessed; never a plain low figure for ground nobody assessed. */
export function riskText(locale: Locale, { risk }: NeedRiskRow, commune: Commune | undefined): string {
  const m = needMessages[locale];
  if (risk === null || risk.to - risk.from >= WHOLLY) return m.groundMissing;
  const percent = (value: number) => formatPercent(locale, value, 1, true);
  if (risk.to - risk.from >= UNSEEN) return m.between(percent(risk.from), percent(risk.to));
  return commune === undefined
    ? percent(risk.from)
    : m.ofArea(percent(risk.from), `${formatNumber(locale, commune.areaKm2, 2)}${NBSP}km²`);
}

/** What a commune of the gap list lacks. "None" is said only where no work of protection can be there. */
export function missingText(
  locale: Locale,
  { protection, otherProtection }: NeedRiskRow,
  { unplacedProtection, isListed }: NeedRisk,
): { readonly text: string; readonly isMissing: boolean } {
  const m = needMessages[locale];
  if (protection > 0) return { text: m.hasProtection, isMissing: false };
  if (!isListed) return { text: m.unlisted, isMissing: false };
  if (unplacedProtection > 0)
    return { text: m.protectionUnknown(formatNumber(locale, unplacedProtection)), isMissing: false };
  return otherProtection > 0
    ? { text: m.noProtectionOf97(formatNumber(locale, otherProtection)), isMissing: true }
    : { text: m.noProtection, isMissing: true };
}

/** Year and standard of the rates shown: one sentence when all share them, a warning when they do not. */
export function povertyBasisText(locale: Locale, rows: readonly NeedRiskRow[]): string | null {
  const m = needMessages[locale];
  const bases = new Set(
    rows
      .filter(({ rate }) => rate.kind === "rate")
      .map(({ year, standard }) =>
        m.basis(year === null ? null : String(year), standard === null ? null : standard.replace("-", "–")),
      ),
  );
  if (bases.size === 0) return null;
  const told = m.povertyBasis([...bases].join("; "));
  return bases.size === 1 ? told : `${told} ${m.basisMixed}`;
}
