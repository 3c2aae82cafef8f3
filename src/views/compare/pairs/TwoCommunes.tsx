import { type ReactNode, useId } from "react";
import { moneyTotals } from "@/analysis/programmeTotals";
import type { Commune, CommuneCode } from "@/domain/commune";
import { SECTORS, STAGES, type Stage } from "@/domain/work";
import { formatMoney, formatNumber } from "@/i18n/format";
import { comparePairsMessages } from "@/i18n/messages/comparePairs";
import { classesOf } from "@/indicators/classBreaks";
import type { IndicatorValue } from "@/indicators/indicator";
import { indicatorText, valueText } from "../../explore/valueText";
import { communeName, fractionText } from "../../explore/words";
import { usePage } from "../../page/context";
import { communePath, linkTo } from "../../page/sitePages";
import { useComparison } from "../context";
import { WideTable } from "../WideTable";
import { differenceText } from "./differenceText";
import { type Pair, type PairRow, pairOf, pairRows, standardOf } from "./pairRows";

const WIDTH = 120;
const HEIGHT = 16;

/** Both values on one line: a full dot for the first, a ring for the second. */
function Dots({ row, extent }: { readonly row: PairRow; readonly extent: readonly [number, number] }) {
  const [from, to] = extent;
  const x = (value: number) => 6 + ((value - from) / (to - from || 1)) * (WIDTH - 12);
  const [a, b] = row.values;
  return (
    <svg className="pairs__dots" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={`M6 8H${WIDTH - 6}`} stroke="var(--c-line2)" strokeWidth="1" />
      {a.kind === "value" && b.kind === "value" && (
        <path d={`M${x(a.value)} 8H${x(b.value)}`} stroke="var(--c-ink3)" strokeWidth="2" />
      )}
      {b.kind === "value" && (
        <circle
          cx={x(b.value)}
          cy="8"
          r="4.5"
          fill="var(--c-paper)"
          stroke="var(--c-ink)"
          strokeWidth="1.8"
        />
      )}
      {a.kind === "value" && <circle cx={x(a.value)} cy="8" r="3.6" fill="var(--c-ink)" />}
    </svg>
  );
}

/** Works by stage, as wide as the larger of both has works; what the greys say stands in words beside them. */
function Stages({
  counts,
  most,
  label,
}: {
  readonly counts: readonly (readonly [stage: Stage | "unknown", count: number])[];
  readonly most: number;
  readonly label: string;
}) {
  const unit = most === 0 ? 0 : WIDTH / most;
  let x = 0;
  return (
    <>
      <svg className="pairs__stages" viewBox={`0 0 ${WIDTH} 8`} aria-hidden="true">
        {counts.map(([stage, count]) => {
          const from = x;
          x += count * unit;
          return (
            <rect
              key={stage}
              x={from}
              y="0.5"
              width={count * unit}
              height="7"
              fill={`var(--c-stage-${stage})`}
              stroke="var(--c-paper)"
            />
          );
        })}
      </svg>
      <span className="pairs__basis">{label}</span>
    </>
  );
}

function Choice({
  label,
  value,
  other,
  onChoose,
}: {
  readonly label: string;
  readonly value: CommuneCode;
  /** The one on the other side, which cannot be chosen twice. */
  readonly other: CommuneCode;
  readonly onChoose: (code: CommuneCode) => void;
}) {
  const { locale, snapshot } = usePage();
  const m = comparePairsMessages[locale];
  const communes = snapshot.register.communes.toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
  const groups: readonly (readonly [string, readonly Commune[]])[] = [
    [m.group19, communes.filter(({ code }) => snapshot.statuses.has(code))],
    [m.groupOther, communes.filter(({ code, unit }) => unit === "commune" && !snapshot.statuses.has(code))],
    [m.groupWards, communes.filter(({ code, unit }) => unit === "ward" && !snapshot.statuses.has(code))],
  ];
  return (
    <label>
      {label}{" "}
      <select value={value} onChange={({ target }) => onChoose(target.value as CommuneCode)}>
        {groups
          .filter(([, members]) => members.length > 0)
          .map(([name, members]) => (
            <optgroup key={name} label={name}>
              {members.map(({ code, name: own }) => (
                <option key={code} value={code} disabled={code === other}>
                  {own}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </label>
  );
}

/** Two communes by every indicator, with what stands behind each number, and their difference. */
export function TwoCommunes() {
  const comparison = useComparison();
  const { locale } = usePage();
  const pair = pairOf(comparison);
  const m = comparePairsMessages[locale];
  return (
    <>
      <h2>{m.communes}</h2>
      <p className="figure__note">{m.communesNote}</p>
      {pair !== null && <PairTable pair={pair} />}
    </>
  );
}

function PairTable({ pair }: { readonly pair: Pair }) {
  const page = usePage();
  const { locale, messages, communeByCode } = page;
  const { now, choose, classBreaks } = useComparison();
  const m = comparePairsMessages[locale];
  const id = useId();
  const [a, b] = pair;
  const nameOf = (code: CommuneCode) => {
    const commune = communeByCode.get(code);
    return commune === undefined ? code : communeName(messages, commune);
  };
  const basis = (value: IndicatorValue, isPercent: boolean): string | null => {
    if (value.kind === "blank") return null;
    if (value.fraction !== null) return fractionText(locale, messages, value.fraction, isPercent);
    return value.coverage === null
      ? null
      : messages.explore.coverage(value.coverage.counted, value.coverage.of);
  };
  const works = pair.map((code) =>
    (now.worksByCommune.get(code) ?? []).filter(({ work }) => work.inPlan97 === "yes"),
  );
  const count = (test: (state: (typeof works)[number][number]) => boolean) =>
    works.map((own) => String(own.filter(test).length));
  const money = (field: "totalInvestment" | "capitalPlanCumulative" | "disbursedCumulative") =>
    works.map((own) => {
      const { amount, stated } = moneyTotals({ works: own })[field];
      return amount === null ? m.notStated : m.stated(formatMoney(locale, amount), stated, own.length);
    });
  const ofCommune = (text: (commune: Commune) => string) =>
    pair.map((code) => {
      const commune = communeByCode.get(code);
      return commune === undefined ? m.notStated : text(commune);
    });
  const stages = works.map((own) =>
    ([...STAGES, "unknown"] as const).flatMap((stage) => {
      const some = own.filter((state) => (state.stage ?? "unknown") === stage).length;
      return some === 0 ? [] : [[stage, some] as const];
    }),
  );
  const most = Math.max(...works.map((own) => own.length));
  const facts: readonly (readonly [string, readonly ReactNode[]])[] = [
    [m.area, ofCommune(({ areaKm2 }) => messages.explore.area(formatNumber(locale, areaKm2, 2, true)))],
    [
      m.population,
      ofCommune(({ population }) => messages.explore.population(formatNumber(locale, population))),
    ],
    [
      m.status,
      pair.map((code) =>
        now.statuses.size === 0
          ? m.statusUnknown
          : messages.domain[now.statuses.has(code) ? "answer.yes" : "answer.no"],
      ),
    ],
    [m.standard, pair.map((code) => standardOf(now, code) ?? m.notStated)],
    [m.works, works.map((own) => String(own.length))],
    [
      m.stages,
      stages.map((counts) =>
        counts.length === 0 ? (
          "–"
        ) : (
          <Stages
            key="stages"
            counts={counts}
            most={most}
            label={counts
              .map(([stage, some]) => m.sectorCount(messages.domain[`stage.${stage}`], some))
              .join(", ")}
          />
        ),
      ),
    ],
    [
      m.sectors,
      works.map(
        (own) =>
          SECTORS.flatMap((sector) => {
            const some = own.filter(({ work }) => work.sector === sector).length;
            return some === 0 ? [] : [m.sectorCount(messages.domain[`sector.${sector}`], some)];
          }).join(", ") || "–",
      ),
    ],
    [m.finished, count(({ stage }) => stage === "handed-over" || stage === "settled")],
    [m.late, count(({ lateness }) => lateness.answer === "yes")],
    [m.lateUnknown, count(({ lateness }) => lateness.answer === "unknown")],
    [m.unplaced, count(({ work }) => work.locationClass === "commune" || work.locationClass === "unknown")],
    [m.investment, money("totalInvestment")],
    [m.allotted, money("capitalPlanCumulative")],
    [m.disbursed, money("disbursedCumulative")],
  ];
  return (
    <>
      <div className="pairs__choice needs-script">
        <Choice label={m.first} value={a} other={b} onChoose={(code) => choose({ pair: [code, b] })} />
        <button type="button" className="button" onClick={() => choose({ pair: [b, a] })}>
          {m.swap}
        </button>
        <Choice label={m.second} value={b} other={a} onChoose={(code) => choose({ pair: [a, code] })} />
      </div>
      <WideTable className="pairs__scroll" labelledBy={id}>
        <table className="pairs">
          <caption className="hidden-text" id={id}>
            {m.caption(nameOf(a), nameOf(b))}
          </caption>
          <thead>
            <tr>
              <th scope="col">{m.measure}</th>
              {pair.map((code, index) => (
                <th key={code} scope="col" className="number">
                  <span aria-hidden="true">{index === 0 ? "● " : "○ "}</span>
                  <a href={linkTo(page, communePath(code))}>{nameOf(code)}</a>
                </th>
              ))}
              <th scope="col" className="number">
                {m.difference}
              </th>
              <th scope="col">{m.onOneScale}</th>
            </tr>
          </thead>
          <tbody>
            {pairRows(now, pair).map((row) => {
              const { indicator, values, difference, why } = row;
              const known = values.flatMap((value) => (value.kind === "value" ? [value.value] : []));
              const extent = classesOf(indicator, classBreaks)?.extent ?? [0, 1];
              return (
                <tr key={indicator.id}>
                  <th scope="row">{indicatorText(messages, indicator.label)}</th>
                  {values.map((value, index) => (
                    <td key={pair[index]} className="number">
                      <span className={value.kind === "blank" ? "muted" : "strong"}>
                        {valueText(messages, indicator, value)}
                      </span>
                      <span className="pairs__basis">{basis(value, indicator.unit === "percent")}</span>
                    </td>
                  ))}
                  <td className="number">
                    {difference === null ? (
                      <span className="muted">{why === "blank" ? m.noDifference : m.otherStandard}</span>
                    ) : (
                      differenceText(messages, indicator, difference)
                    )}
                  </td>
                  <td>
                    <Dots row={row} extent={[Math.min(extent[0], ...known), Math.max(extent[1], ...known)]} />
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tbody>
            <tr className="pairs__group">
              <th scope="rowgroup" colSpan={5}>
                {m.facts}
              </th>
            </tr>
            {facts.map(([name, texts]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {texts.map((text, index) => (
                  <td key={pair[index]} className="number">
                    {text}
                  </td>
                ))}
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}
