import { useCallback, useMemo } from "react";
import {
  cellCounts,
  cellName,
  DEFAULT_THRESHOLDS,
  LEVELS,
  type NeedRiskRow,
  needRisk,
} from "@/analysis/needRisk";
import { NeedRiskLegend } from "@/charts/NeedRiskLegend";
import type { CommuneCode } from "@/domain/commune";
import { formatNumber, formatPercent } from "@/i18n/format";
import { needMessages } from "@/i18n/messages/compareNeed";
import { proseCount } from "@/i18n/proseCount";
import { pageColor } from "@/render/svg/color";
import { needRiskCss, needRiskInkCss } from "@/scene/needRiskTokens";
import type { PatternId } from "@/scene/scene";
import { leastTrusted } from "../../explore/words";
import { usePage } from "../../page/context";
import { PageFigure } from "../../page/PageFigure";
import { useComparison } from "../context";
import { CommuneMap, type MapFill, placeOnMap } from "../maps/CommuneMap";
import { frameOf, sheetOf } from "../maps/mapSheet";
import { GapTable, UnknownTable } from "./GapTables";
import { povertyBasisText } from "./needWords";
import { PatternSwatch } from "./PatternSwatch";
import { LEAST_THRESHOLD, ThresholdInput } from "./ThresholdInput";

const MAP_WIDTH = 430;
const DISC = 10;
/** More rows than this are folded away. */
const MOST_UNKNOWN_ROWS = 25;

/** Why a commune has no cell: its poverty is not known, or its ground is not, or not enough of it. */
type NoCell = "withheld" | "missing" | "unassessed";
const NO_CELL: readonly NoCell[] = ["unassessed", "withheld", "missing"];
const PATTERNS: Readonly<Record<NoCell, PatternId>> = {
  unassessed: { pattern: "unassessed" },
  withheld: { pattern: "blank", blank: "suppressed" },
  missing: { pattern: "blank", blank: "no-data" },
};

function noCellOf({ needLevel, riskLevel, rate }: NeedRiskRow): NoCell | null {
  if (needLevel === null) return rate.kind === "withheld" ? "withheld" : "missing";
  return riskLevel === null ? "unassessed" : null;
}

function fillOf(row: NeedRiskRow): MapFill {
  const { needLevel, riskLevel } = row;
  if (needLevel !== null && riskLevel !== null) return { css: needRiskCss(needLevel, riskLevel) };
  return PATTERNS[noCellOf(row) ?? "missing"];
}

/** Need × risk × works: where poverty and dangerous ground meet, and which such communes have no work against it. */
export function NeedRisk() {
  const { locale, sourceById } = usePage();
  const { now, register, view, choose } = useComparison();
  const m = needMessages[locale];
  const { communes } = register;
  const asked = useMemo(() => {
    const own = communes.filter(({ code }) => now.statuses.has(code));
    return own.length > 0 ? own : communes;
  }, [communes, now.statuses]);
  const thresholds = {
    needFrom: Math.max(LEAST_THRESHOLD, view.needFrom ?? DEFAULT_THRESHOLDS.needFrom),
    riskFrom: Math.max(LEAST_THRESHOLD, view.riskFrom ?? DEFAULT_THRESHOLDS.riskFrom),
  };
  const { needFrom, riskFrom } = thresholds;
  const answer = useMemo(
    () =>
      needRisk(
        now,
        asked.map(({ code }) => code),
        { needFrom, riskFrom },
      ),
    [now, asked, needFrom, riskFrom],
  );
  const setNeed = useCallback((value: number) => choose({ needFrom: value }), [choose]);
  const setRisk = useCallback((value: number) => choose({ riskFrom: value }), [choose]);
  const isDefault = needFrom === DEFAULT_THRESHOLDS.needFrom && riskFrom === DEFAULT_THRESHOLDS.riskFrom;

  const { rows, gaps, unknown, others } = answer;
  const counts = cellCounts(rows);
  const sheet = useMemo(() => sheetOf(communes), [communes]);
  const frame = useMemo(() => frameOf(sheet, asked), [sheet, asked]);
  const place = placeOnMap(sheet, frame, MAP_WIDTH);
  // Communes that are not asked about stay land: they are no blank of this question.
  const fills = new Map<CommuneCode, MapFill>(rows.map((row) => [row.code, fillOf(row)]));

  const isMixed = asked.some(({ unit }) => unit === "ward");
  const count = (value: number) => formatNumber(locale, value);
  const percent = (value: number) => formatPercent(locale, value);
  const inWords = (value: number) => m.communes(proseCount(locale, value), isMixed);
  const without = gaps.filter(({ protection, otherProtection }) => protection + otherProtection === 0);
  const isSure = answer.unplacedProtection === 0;
  const lead =
    gaps.length === 0
      ? m.leadNone(inWords(rows.length))
      : m.lead(
          inWords(gaps.length),
          count(rows.length),
          !answer.isListed
            ? m.leadUnlisted
            : without.length === 0
              ? m.leadAllHave
              : !isSure
                ? m.leadUnplaced
                : without.length === gaps.length
                  ? m.leadNoneHas
                  : m.leadWithout(proseCount(locale, without.length)),
        );
  const sourceIds = [
    ...new Set([
      ...rows.flatMap(({ povertySource }) => povertySource ?? []),
      ...now.hazardZones.map(({ sourceId }) => sourceId),
      ...rows.flatMap(({ code }) => (now.worksByCommune.get(code) ?? []).map(({ work }) => work.sourceId)),
    ]),
  ];
  const kind = leastTrusted(["derived", ...sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? [])]);
  const basis = povertyBasisText(locale, rows);
  const unknownTable = <UnknownTable rows={unknown} answer={answer} />;
  return (
    <div className="need">
      <h2 className="need__title">{m.title}</h2>
      <p className="need__lead">
        <strong>{lead}</strong> {unknown.length > 0 && m.leadUnknown(inWords(unknown.length))}
      </p>
      <fieldset className="need__thresholds needs-script">
        <legend className="hidden-text">{m.thresholds}</legend>
        <ThresholdInput label={m.needFrom} unit={m.needUnit} value={needFrom} onSettle={setNeed} />
        <ThresholdInput label={m.riskFrom} unit={m.riskUnit} value={riskFrom} onSettle={setRisk} />
        <button
          type="button"
          className="button"
          disabled={isDefault}
          onClick={() => choose({ needFrom: null, riskFrom: null })}
        >
          {m.reset}
        </button>
      </fieldset>
      <p className="figure__note">
        {m.thresholdsNow(percent(needFrom), percent(riskFrom), percent(needFrom / 2), percent(riskFrom / 2))}{" "}
        {m.reason(percent(DEFAULT_THRESHOLDS.needFrom), percent(DEFAULT_THRESHOLDS.riskFrom))}{" "}
        <span role="status" className="nowrap">
          {m.count(
            count(gaps.length),
            count(others.length),
            count(unknown.length),
            m.communes(count(rows.length), isMixed),
          )}
        </span>
      </p>
      <div className="need__parts">
        <PageFigure
          id="nhu-cau-nguy-co"
          level={3}
          title={m.mapTitle}
          note={answer.isListed ? m.mapNote : m.mapNoteUnlisted}
          kind={kind}
          sourceIds={sourceIds}
        >
          <div className="need__figure">
            <div className="figure__drawing need__map">
              <CommuneMap
                communes={communes}
                fills={fills}
                frame={frame}
                width={MAP_WIDTH}
                label={m.mapAlt(
                  LEVELS.flatMap((need) =>
                    LEVELS.map((risk) =>
                      m.cell(cellName(need, risk), count(counts.cells[need]?.[risk] ?? 0)),
                    ),
                  ).join(", "),
                  count(counts.unknown),
                )}
              >
                {rows.map((row) => (
                  <CommuneSign key={row.code} row={row} isListed={answer.isListed} place={place} />
                ))}
              </CommuneMap>
            </div>
            <div className="need__legend">
              <NeedRiskLegend
                cells={counts.cells}
                colorOf={needRiskCss}
                inkOf={needRiskInkCss}
                locale={locale}
              />
              <ul className="need__blanks">
                {NO_CELL.map((reason) => ({
                  reason,
                  own: rows.filter((row) => noCellOf(row) === reason).length,
                }))
                  .filter(({ reason, own }) => own > 0 || reason === "unassessed")
                  .map(({ reason, own }) => (
                    <li key={reason}>
                      <PatternSwatch pattern={PATTERNS[reason]} /> {m[reason](count(own))}
                    </li>
                  ))}
                {communes.length > rows.length && (
                  <li>
                    <PatternSwatch pattern={null} /> {m.outside(count(communes.length - rows.length))}
                  </li>
                )}
              </ul>
            </div>
          </div>
        </PageFigure>
        <div className="need__gaps">
          <h3 className="figure__title" id="need-gaps">
            {m.gapTitle}
          </h3>
          {gaps.length === 0 ? (
            <p>{m.gapNone}</p>
          ) : (
            <GapTable
              rows={gaps}
              answer={answer}
              caption={m.gapCaption(percent(needFrom), percent(riskFrom))}
            />
          )}
          <p className="figure__source">
            {basis} {m.riskBasis}
          </p>
        </div>
        {unknown.length > 0 && (
          <div className="need__unknown">
            <h3 className="figure__title" id="need-unknown">
              {m.unknownTitle}
            </h3>
            <p className="figure__note">{m.unknownCaption}</p>
            {unknown.length <= MOST_UNKNOWN_ROWS ? (
              unknownTable
            ) : (
              <details>
                <summary>{m.unknownMore(inWords(unknown.length))}</summary>
                {unknownTable}
              </details>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** The number of works in a disc on the commune; on paper, where colours may be greys, the letters of its cell below. */
function CommuneSign({
  row: { code, works, needLevel, riskLevel },
  isListed,
  place,
}: {
  readonly row: NeedRiskRow;
  readonly isListed: boolean;
  readonly place: ReturnType<typeof placeOnMap>;
}) {
  const { locale, communeByCode } = usePage();
  const point = communeByCode.get(code)?.labelPoint;
  if (point === undefined) return null;
  const [x, y] = place(point);
  return (
    <g transform={`translate(${Math.round(x)} ${Math.round(y)})`} textAnchor="middle">
      {isListed && (
        <>
          <circle r={DISC} fill={pageColor("disc")} stroke={pageColor("ink")} />
          <text y="4.2" fontSize="12" fontWeight="600" fill={pageColor("ink")}>
            {formatNumber(locale, works)}
          </text>
        </>
      )}
      {needLevel !== null && riskLevel !== null && (
        <text
          className="need__cell"
          y={DISC + 9.5}
          fontSize="10"
          fontWeight="600"
          paintOrder="stroke"
          stroke={needRiskCss(needLevel, riskLevel)}
          strokeWidth="3"
          fill={needRiskInkCss(needLevel, riskLevel)}
        >
          {cellName(needLevel, riskLevel)}
        </text>
      )}
    </g>
  );
}
