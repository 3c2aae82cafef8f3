import "./filters.css";
import { countFacet, filterSnapshot } from "@/analysis/filterWorks";
import { NO_FILTER, type WorkFilter } from "@/domain/workFilter";
import { formatNumber } from "@/i18n/format";
import { Icon } from "@/ui/icons";
import { useExplore, useShown } from "../context";
import { conditionsOf, filterWords } from "./facetWords";

/** The conditions that hold, each with the works it stands for and a way out of it; and the way out of all. */
export function FilterChips({ onChange }: { readonly onChange: (filter: WorkFilter) => void }) {
  const explore = useExplore();
  const { filter } = useShown().view;
  const { locale, snapshot } = explore;
  const m = filterWords(locale);
  const conditions = conditionsOf(explore, filter);
  if (conditions.length === 0) return null;
  const count = ({ counts }: (typeof conditions)[number]) => {
    if (counts === null) return null;
    const [facet, value] = counts;
    return countFacet(snapshot, filter, facet).find((row) => row.value === value)?.count ?? 0;
  };
  return (
    <div className="filter-chips">
      <ul className="filter-chips__list">
        {conditions.map((condition) => {
          const works = count(condition);
          return (
            <li key={condition.key}>
              <button
                type="button"
                className="filter-chip"
                title={m.chip(condition.facet, condition.value)}
                onClick={() => onChange(condition.without)}
              >
                <span className="hidden-text">{m.remove(condition.facet)} </span>
                <span className="filter-chip__text">{condition.value}</span>
                {works !== null && <span className="filter-chip__count">{formatNumber(locale, works)}</span>}
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" className="button button--text" onClick={() => onChange(NO_FILTER)}>
        {m.clearAll}
      </button>
    </div>
  );
}

/** Over the map while works are filtered: how many of how many, and the way out. A picture of the map says so too. */
export function FilterSummary({ onChange }: { readonly onChange: (filter: WorkFilter) => void }) {
  const { locale, snapshot } = useExplore();
  const { filter } = useShown().view;
  const m = filterWords(locale);
  const shown = filterSnapshot(snapshot, filter).works.length;
  return (
    <section className="notice card filter-summary" aria-label={m.title}>
      <p className="filter-summary__count">
        {m.shown(formatNumber(locale, shown), formatNumber(locale, snapshot.allWorks.length))}
      </p>
      <FilterChips onChange={onChange} />
    </section>
  );
}
