import { useId, useState } from "react";
import { countFacet, isShown } from "@/analysis/filterWorks";
import { foldAccents } from "@/analysis/foldAccents";
import { FACET_VALUES, type Facet, type WorkFilter } from "@/domain/workFilter";
import { formatNumber } from "@/i18n/format";
import { useExplore, useShown } from "../context";
import { FilterChips } from "./FilterChips";
import { filterWords, valueWords } from "./facetWords";
import "./filters.css";

/** In the order a planner asks: what, how far, late, where, who, with what money. */
const FACET_ORDER: readonly Facet[] = [
  "sectors",
  "stages",
  "late",
  "communes",
  "villages",
  "locations",
  "bodies",
  "capital",
  "inPlan97",
];
/** Facets that are open at first; the others say how many conditions they hold. */
const OPEN_AT_FIRST: readonly Facet[] = ["sectors", "stages", "late"];
/** From this many values on a list gets a field to search in it. */
const LONG = 12;
/** Triệu đồng in a tỷ đồng. */
const MILLION_PER_BILLION = 1000;

/** A list's fixed order where it has one (stages in time), else most works first. */
function inOrder(facet: Facet, values: readonly { readonly value: string; readonly count: number }[]) {
  const fixed: readonly string[] | null = FACET_VALUES[facet];
  return fixed === null ? values : values.toSorted((a, b) => fixed.indexOf(a.value) - fixed.indexOf(b.value));
}

function FacetList({
  facet,
  onChange,
}: {
  readonly facet: Facet;
  readonly onChange: (filter: WorkFilter) => void;
}) {
  const explore = useExplore();
  const { filter } = useShown().view;
  const { locale, snapshot } = explore;
  const m = filterWords(locale);
  const [narrow, setNarrow] = useState("");
  const chosen: readonly string[] = filter[facet];
  const named = inOrder(facet, countFacet(snapshot, filter, facet)).map((row) => ({
    ...row,
    name: valueWords(explore, facet, row.value),
  }));
  const wanted = foldAccents(narrow);
  const listed = named.filter(
    ({ name, value }) => chosen.includes(value) || foldAccents(name).includes(wanted),
  );
  const title = m[`facet.${facet}`];
  const toggle = (value: string, on: boolean) =>
    onChange({
      ...filter,
      [facet]: on ? [...chosen, value] : chosen.filter((other) => other !== value),
    });
  return (
    <details className="facet" open={OPEN_AT_FIRST.includes(facet) || chosen.length > 0}>
      <summary className="facet__title">
        {title}
        {chosen.length > 0 && <span className="facet__chosen">{formatNumber(locale, chosen.length)}</span>}
      </summary>
      {named.length > LONG && (
        <input
          type="search"
          className="field facet__narrow"
          aria-label={m.narrow(title)}
          placeholder={m.narrow(title)}
          value={narrow}
          onChange={(event) => setNarrow(event.currentTarget.value)}
        />
      )}
      <ul className={`facet__values${named.length > LONG ? " facet__values--long" : ""}`}>
        {listed.map(({ value, name, count }) => (
          <li key={value}>
            <label className="facet__value">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) => toggle(value, event.currentTarget.checked)}
              />
              <span className="facet__name">{name}</span>
              <span className={`row__count${count === 0 ? " muted" : ""}`}>
                {formatNumber(locale, count)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A typed number of tỷ đồng as triệu; undefined: not a number. Both "1,5" and "1.5" are a one and a half: nobody types thousands of billions with a point. */
export function readBillions(text: string): number | null | undefined {
  const trimmed = text.trim().replace(",", ".");
  if (trimmed === "") return null;
  const value = Number(trimmed);
  return Number.isFinite(value) && value >= 0 ? Math.round(value * MILLION_PER_BILLION) : undefined;
}

function InvestmentRange({ onChange }: { readonly onChange: (filter: WorkFilter) => void }) {
  const { locale, snapshot } = useExplore();
  const { filter } = useShown().view;
  const m = filterWords(locale);
  const id = useId();
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined
      ? ""
      : formatNumber(locale, value / MILLION_PER_BILLION, 3).replace(locale === "vi" ? /\./g : /,/g, "");
  const [min, setMin] = useState(shown(filter.investment?.[0]));
  const [max, setMax] = useState(shown(filter.investment?.[1]));
  const [low, high] = [readBillions(min), readBillions(max)];
  const isWrong = low === undefined || high === undefined || (low !== null && high !== null && low > high);
  const apply = () => {
    if (isWrong) return;
    onChange({ ...filter, investment: low === null && high === null ? null : [low, high] });
  };
  const unknown = snapshot.allWorks.filter(
    (state) => state.money.totalInvestment === null && isShown(state, { ...filter, investment: null }),
  ).length;
  return (
    <details className="facet" open={filter.investment !== null}>
      <summary className="facet__title">{m.investment}</summary>
      <form
        className="facet__range"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <label className="facet__end">
          <span className="field__label">{m.investmentMin}</span>
          <input
            className="field"
            inputMode="decimal"
            value={min}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
            onChange={(event) => setMin(event.currentTarget.value)}
            onBlur={apply}
          />
        </label>
        <label className="facet__end">
          <span className="field__label">{m.investmentMax}</span>
          <input
            className="field"
            inputMode="decimal"
            value={max}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
            onChange={(event) => setMax(event.currentTarget.value)}
            onBlur={apply}
          />
        </label>
        <button type="submit" className="hidden-text">
          {m.investment}
        </button>
      </form>
      {isWrong && (
        <p className="note late" id={`${id}-wrong`}>
          {m.investmentWrong}
        </p>
      )}
      {filter.investment !== null && unknown > 0 && (
        <p className="note">{m.investmentUnknown(formatNumber(locale, unknown))}</p>
      )}
    </details>
  );
}

/** Which works are asked about. Everything on the page that speaks of works follows. */
export function WorkFilters({
  onChange,
  onType,
}: {
  /** A choice: "back" undoes it. */
  readonly onChange: (filter: WorkFilter) => void;
  /** A letter typed: the address follows, "back" skips it. */
  readonly onType: (filter: WorkFilter) => void;
}) {
  const { locale, snapshot } = useExplore();
  const { filter } = useShown().view;
  const m = filterWords(locale);
  return (
    <div className="filters">
      <p className="filters__count" role="status">
        {m.shown(formatNumber(locale, snapshot.works.length), formatNumber(locale, snapshot.allWorks.length))}
      </p>
      <FilterChips onChange={onChange} />
      {snapshot.works.length === 0 && <p className="note">{m.none}</p>}
      <label className="filters__text">
        <span className="field__label">
          {m.text} ({m.textHint})
        </span>
        <input
          type="search"
          className="field"
          value={filter.text}
          onChange={(event) => onType({ ...filter, text: event.currentTarget.value.slice(0, 80) })}
        />
      </label>
      {FACET_ORDER.map((facet) => (
        <FacetList key={facet} facet={facet} onChange={onChange} />
      ))}
      {/* Emptied from outside (a chip, "back"): the fields are made anew. */}
      <InvestmentRange key={filter.investment?.join("-") ?? ""} onChange={onChange} />
      <p className="pair__note">{m.agree}</p>
    </div>
  );
}
