import { memo } from "react";
import { countFacet } from "@/analysis/filterWorks";
import { isUnfiltered, type WorkFilter } from "@/domain/workFilter";
import { formatNumber } from "@/i18n/format";
import { Icon, LateTriangle } from "@/ui/icons";
import { useExplore } from "./context";
import { toggled } from "./SectorList";

/** The two questions asked most, a click each, and the way to all the others. Counts are what a click would show. */
export const QuickFilters = memo(function QuickFilters({
  filter,
  open,
  onFilter,
  onOpen,
}: {
  readonly filter: WorkFilter;
  readonly open: boolean;
  readonly onFilter: (filter: WorkFilter) => void;
  readonly onOpen: (open: boolean) => void;
}) {
  const { messages, locale, snapshot } = useExplore();
  const count = (facet: "late" | "stages", value: string) =>
    formatNumber(locale, countFacet(snapshot, filter, facet).find((row) => row.value === value)?.count ?? 0);
  return (
    <div className="quick needs-script">
      <button
        type="button"
        className="quick__chip"
        aria-pressed={filter.late.includes("yes")}
        onClick={() => onFilter({ ...filter, late: toggled(filter.late, "yes") })}
      >
        <LateTriangle /> {messages.explore.quickLate} <strong>{count("late", "yes")}</strong>
      </button>
      <button
        type="button"
        className="quick__chip"
        aria-pressed={filter.stages.includes("suspended")}
        onClick={() => onFilter({ ...filter, stages: toggled(filter.stages, "suspended") })}
      >
        {messages.domain["stage.suspended"]} <strong>{count("stages", "suspended")}</strong>
      </button>
      <button
        type="button"
        className="quick__chip"
        aria-expanded={open}
        aria-pressed={!isUnfiltered(filter)}
        onClick={() => onOpen(!open)}
      >
        <Icon name="filter" /> {messages.explore.filters}
      </button>
    </div>
  );
});
