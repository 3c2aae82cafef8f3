import { useMemo } from "react";
import { BLANKS, type Blank } from "@/analysis/snapshot";
import { formatDate } from "@/i18n/format";
import { compareRankingMessages } from "@/i18n/messages/compareRanking";
import { pageColor } from "@/render/svg/color";
import { NorthMark } from "@/render/svg/NorthMark";
import { ScaleBarShapes } from "@/render/svg/ScaleBarDrawing";
import { classLabels } from "@/scene/classLabels";
import { communeFill } from "@/scene/layers/communes";
import { rampColor } from "@/scene/palette";
import type { Fill } from "@/scene/scene";
import { MULTIPLES } from "@/state/compareView";
import { Swatch } from "../../explore/Swatch";
import { indicatorText, valueText } from "../../explore/valueText";
import { leastTrusted } from "../../explore/words";
import { usePage } from "../../page/context";
import { PageFigure } from "../../page/PageFigure";
import { useComparison } from "../context";
import { CommuneMap } from "../maps/CommuneMap";
import { frameOf, type Sheet, type SheetBox, sheetOf } from "../maps/mapSheet";
import { isPeerGroup, peersText } from "../ranking/peersText";
import { WideTable } from "../WideTable";
import { isOfWorks, type Multiple, multiplesByPeriod, multiplesBySector, tallyOf } from "./multiples";

const WIDTH = 260;

/** CSS px a scale bar may be long in so small a map, and from its edges. */
const BAR_ROOM = 70;
const EDGE = 6;
const BAR_HEIGHT = 22;

/** How far and which way: on the first map, for all. Scaled with it, so that both stay true. */
function ScaleAndNorth({ sheet, frame }: { readonly sheet: Sheet; readonly frame: SheetBox }) {
  const { locale } = usePage();
  const scale = WIDTH / frame.width;
  const height = Math.round(frame.height * scale);
  const camera = { ...sheet.camera, zoom: sheet.camera.zoom + Math.log2(scale) };
  return (
    <>
      <g transform={`translate(${EDGE} ${height - EDGE - BAR_HEIGHT})`}>
        <ScaleBarShapes camera={camera} locale={locale} color={pageColor} room={BAR_ROOM} />
      </g>
      <g transform={`translate(${WIDTH - 16} ${EDGE})`}>
        <NorthMark letter={compareRankingMessages[locale].north} color={pageColor} />
      </g>
    </>
  );
}

/** The same indicator drawn several times on one scale: by period, or by sector. */
export function SmallMultiples() {
  const { locale, messages, communeByCode, sourceById } = usePage();
  const comparison = useComparison();
  const { indicator, classes, peers, peerCodes, view, choose, register } = comparison;
  const m = compareRankingMessages[locale];
  const by = view.multiples ?? "period";
  const multiples = useMemo(
    () => (by === "sector" ? multiplesBySector(comparison) : multiplesByPeriod(comparison)),
    [by, comparison],
  );
  const label = indicatorText(messages, indicator.label);
  const { communes } = register;
  const framed = new Set(peerCodes);
  // Only the communes of the Programme lie close enough together to be looked at apart from the province.
  const isWhole = peers !== "19" || peerCodes.length === 0;
  const sheet = sheetOf(communes);
  const frame = frameOf(sheet, isWhole ? [] : communes.filter(({ code }) => framed.has(code)));
  const values = multiples.map(({ snapshot: of }) =>
    communes.map(({ code }) => ({ code, value: indicator.measure(of, code) })),
  );
  const outlined = isPeerGroup(peers) ? view.pair : [peers];
  const labels = classLabels({ indicator, classes, messages });
  const shown = new Set<Blank>(
    values.flatMap((all) => all.flatMap(({ value }) => (value.kind === "blank" ? [value.blank] : []))),
  );
  const hasZero =
    indicator.zeroApart &&
    values.some((all) => all.some(({ value }) => value.kind === "value" && value.value === 0));
  const sourceIds = [...new Set(values.flatMap((all) => all.flatMap(({ value }) => value.sourceIds)))];
  const nameOf = ({ sector, day }: Multiple) =>
    sector === null ? formatDate(locale, day) : messages.domain[`sector.${sector}`];
  const tallies = multiples.map(({ snapshot: of }) => tallyOf(comparison, of));
  const row = (key: string, fill: Fill, text: string, counts: readonly number[]) => (
    <li key={key}>
      <Swatch swatch={{ type: "fill", fill, stroke: null }} /> <span>{text}</span>{" "}
      <span className="muted">{counts.join(" · ")}</span>
    </li>
  );
  return (
    <PageFigure
      id="bieu-do-nho"
      title={by === "sector" ? m.multiplesBySector(label) : m.multiplesByPeriod(label)}
      note={m.multiplesNote(isWhole ? m.frameAll : m.frameProgramme)}
      kind={leastTrusted([...sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? []), "derived"])}
      sourceIds={sourceIds}
    >
      <fieldset className="multiples__by needs-script">
        <legend className="hidden-text">{m.by}</legend>
        {MULTIPLES.map((one) => (
          <label key={one} className="chip">
            <input
              type="radio"
              name="multiples"
              checked={by === one}
              onChange={() => choose({ multiples: one })}
            />
            {m[`by.${one}`]}
          </label>
        ))}
      </fieldset>
      {by === "sector" && !isOfWorks(comparison) && <p>{m.notBySector}</p>}
      {multiples.length === 0 && <p>{m.noPeriods}</p>}
      <div className="figure__drawing">
        <div className="multiples">
          {multiples.map((multiple, index) => {
            const overall = valueText(messages, indicator, multiple.overall);
            const name = nameOf(multiple);
            return (
              <div key={multiple.id} className="multiples__one">
                <p className="multiples__head">
                  <strong>{name}</strong> <span className="muted">{m.overallShort(overall)}</span>
                </p>
                <CommuneMap
                  communes={communes}
                  fills={
                    new Map(
                      (values[index] ?? []).map(({ code, value }) => [
                        code,
                        communeFill({ indicator, classes }, value),
                      ]),
                    )
                  }
                  frame={frame}
                  width={WIDTH}
                  label={m.mapLabel(label, name, overall)}
                  outlined={outlined}
                >
                  {/* Once: all of them are of one size and one frame. */}
                  {index === 0 && <ScaleAndNorth sheet={sheet} frame={frame} />}
                </CommuneMap>
              </div>
            );
          })}
        </div>
        <div className="multiples__legend">
          <p className="muted">
            {m.legendNote(
              indicatorText(messages, indicator.unitText),
              peerCodes.length,
              peersText(locale, messages, peers, communeByCode),
            )}
          </p>
          <ul>
            {labels.map((text, index) =>
              row(
                text,
                { color: rampColor(indicator.ramp, index, labels.length) },
                text,
                tallies.map(({ classes: counts }) => counts[index] ?? 0),
              ),
            )}
            {hasZero &&
              row(
                "zero",
                { pattern: "zero", ramp: indicator.ramp },
                messages.domain["blank.zero"],
                tallies.map(({ zero }) => zero),
              )}
            {BLANKS.filter((blank) => shown.has(blank)).map((blank) =>
              row(
                blank,
                blank === "unassessed" ? { pattern: "unassessed" } : { pattern: "blank", blank },
                messages.domain[`blank.${blank}`],
                tallies.map(({ blanks }) => blanks.get(blank) ?? 0),
              ),
            )}
          </ul>
        </div>
      </div>
      <details className="multiples__numbers">
        <summary>{m.numbers}</summary>
        <WideTable className="multiples__scroll" labelledBy="bieu-do-nho-so">
          <table>
            <caption className="hidden-text" id="bieu-do-nho-so">
              {m.numbers}
            </caption>
            <thead>
              <tr>
                <th scope="col">{m.name}</th>
                {multiples.map((multiple) => (
                  <th key={multiple.id} scope="col" className="number">
                    {nameOf(multiple)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {communes.flatMap(({ code, name }, at) =>
                framed.has(code)
                  ? [
                      <tr key={code}>
                        <th scope="row">{name}</th>
                        {values.map((all, index) => {
                          const value = all[at]?.value;
                          return (
                            <td
                              key={multiples[index]?.id ?? index}
                              className={value?.kind === "value" ? "number" : "number muted"}
                            >
                              {value === undefined ? "" : valueText(messages, indicator, value)}
                            </td>
                          );
                        })}
                      </tr>,
                    ]
                  : [],
              )}
            </tbody>
          </table>
        </WideTable>
      </details>
    </PageFigure>
  );
}
