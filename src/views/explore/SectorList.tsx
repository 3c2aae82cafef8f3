import { memo } from "react";
import { PLAN_TOTAL, PLAN_TOTALS, SECTORS } from "@/domain/work";
import type { WorkFilter } from "@/domain/workFilter";
import { formatNumber } from "@/i18n/format";
import { useExplore } from "./context";
import { Section } from "./Section";
import { SectorIcon } from "./WorkIcon";

/** A list with a value put in or taken out. */
export const toggled = <T,>(values: readonly T[], value: T): readonly T[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

/**
 * Works by sector against the control totals of the province plan. Only works known to be of the 97 count towards them. A sector
 * is a switch: pressed, the page speaks of its works (and of those of the other pressed ones) alone.
 */
export const SectorList = memo(function SectorList({
  filter,
  onFilter,
}: {
  readonly filter: WorkFilter;
  readonly onFilter: (filter: WorkFilter) => void;
}) {
  const { messages, locale, snapshot } = useExplore();
  const m = messages.explore;
  const inPlan = snapshot.works.filter(({ work }) => work.inPlan97 === "yes");
  // The control totals are the whole register's: a filter is not an error in the list.
  const allInPlan = snapshot.allWorks.filter(({ work }) => work.inPlan97 === "yes");
  const others = snapshot.works.length - inPlan.length;
  const listed = allInPlan.length > 0;
  return (
    <Section
      title={m.worksBySector}
      level={2}
      tabs={["legend"]}
      aside={m.worksTotal(
        listed ? formatNumber(locale, inPlan.length) : "?",
        formatNumber(locale, PLAN_TOTAL),
      )}
    >
      <ul>
        {SECTORS.flatMap((sector) => {
          const expected = PLAN_TOTALS[sector];
          if (expected === undefined) return [];
          const found = inPlan.filter(({ work }) => work.sector === sector).length;
          const all = allInPlan.filter(({ work }) => work.sector === sector).length;
          return (
            <li key={sector}>
              <button
                type="button"
                className="sector"
                disabled={!listed}
                aria-pressed={filter.sectors.includes(sector)}
                onClick={() => onFilter({ ...filter, sectors: toggled(filter.sectors, sector) })}
              >
                <SectorIcon sector={sector} />
                <span className="sector__name">{messages.domain[`sector.${sector}`]}</span>
                {listed && all !== expected && (
                  <span className="total--differs">{m.controlDiffers(String(expected))}</span>
                )}
                <span className={`row__count${listed && found === expected ? " total--ok" : ""}`}>
                  {!listed ? expected : found === all ? found : m.worksTotal(String(found), String(all))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {!listed && <p className="pair__note">{m.controlUnknown}</p>}
      {listed && allInPlan.length === PLAN_TOTAL && <p className="pair__note">{m.controlMatches}</p>}
      {others > 0 && (
        <p className="sum">
          <span>{m.otherSectors}</span>
          <span>{others}</span>
        </p>
      )}
    </Section>
  );
});
