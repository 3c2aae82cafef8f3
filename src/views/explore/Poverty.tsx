import { povertyKey } from "@/analysis/takeSnapshot";
import type { Count, Poverty as PovertyRow } from "@/domain/poverty";
import { formatNumber, formatPercent } from "@/i18n/format";
import { situationMessages } from "@/i18n/messages/situation";
import { useExplore } from "./context";
import { Provenance } from "./Provenance";
import { Facts, Section } from "./Section";

/** Poor and near-poor households of one area: year, standard and denominator always; suppressed and unknown in words. */
export function Poverty({ level, code }: { readonly level: PovertyRow["areaLevel"]; readonly code: string }) {
  const { messages, locale, snapshot } = useExplore();
  const m = messages.explore;
  const s = situationMessages[locale];
  const row = snapshot.poverty.get(povertyKey(level, code));
  if (row === undefined) {
    return (
      <Section title={s.poverty} tabs={["figures"]} strong>
        <p className="note">{s.noPoverty}</p>
      </Section>
    );
  }
  const households = row.households;
  const count = (value: Count, rate: number | null): string => {
    if (value === "suppressed") return s.suppressed;
    const percent =
      rate !== null
        ? formatPercent(locale, rate, 2)
        : value !== null && typeof households === "number" && households > 0
          ? formatPercent(locale, (100 * value) / households, 1)
          : null;
    if (value === null) return percent ?? m.moneyUnknown;
    return percent === null
      ? m.households(formatNumber(locale, value))
      : `${percent} (${m.households(formatNumber(locale, value))})`;
  };
  const both =
    row.poorRate !== null && row.nearPoorRate !== null
      ? formatPercent(locale, row.poorRate + row.nearPoorRate, 2)
      : typeof row.poor === "number" &&
          typeof row.nearPoor === "number" &&
          typeof households === "number" &&
          households > 0
        ? formatPercent(locale, (100 * (row.poor + row.nearPoor)) / households, 1)
        : null;
  const anySuppressed =
    row.poor === "suppressed" || row.nearPoor === "suppressed" || households === "suppressed";
  return (
    <Section
      title={s.poverty}
      tabs={["figures"]}
      strong
      aside={<Provenance sourceIds={[row.sourceId]} derived={both !== null && row.poorRate === null} />}
    >
      <p className="pair__value">{both ?? (anySuppressed ? s.suppressed : m.moneyUnknown)}</p>
      <p className="pair__note">
        {s.povertyRow(
          row.year === null ? s.povertyYearUnknown : String(row.year),
          row.standard ?? s.povertyStandardUnknown,
        )}
        {typeof households === "number" && ` · ${s.ofHouseholds(formatNumber(locale, households))}`}
      </p>
      <Facts
        pairs={[
          [s.poor, count(row.poor, row.poorRate)],
          [s.nearPoor, count(row.nearPoor, row.nearPoorRate)],
        ]}
      />
      {row.standard === "2027-2030" && <p className="pair__note">{s.standardBreak}</p>}
    </Section>
  );
}
