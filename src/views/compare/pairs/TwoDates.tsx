import { CHANGE_STEPS, type ChangeClass } from "@/analysis/changeClasses";
import type { CommuneCode } from "@/domain/commune";
import { formatDate, formatNumber } from "@/i18n/format";
import { comparePairsMessages } from "@/i18n/messages/comparePairs";
import type { IndicatorValue } from "@/indicators/indicator";
import { classLabels } from "@/scene/classLabels";
import { communeFill } from "@/scene/layers/communes";
import { rampColor } from "@/scene/palette";
import type { Fill } from "@/scene/scene";
import { Swatch } from "../../explore/Swatch";
import { indicatorText, valueText } from "../../explore/valueText";
import { leastTrusted } from "../../explore/words";
import { usePage } from "../../page/context";
import { PageFigure } from "../../page/PageFigure";
import { useComparison } from "../context";
import { CommuneMap, type MapFill } from "../maps/CommuneMap";
import { frameOf, sheetOf } from "../maps/mapSheet";
import { WideTable } from "../WideTable";
import { BLANK_CHANGES, type BlankChange, changeOf, dayChanges, extremes } from "./dayChanges";
import { differenceText } from "./differenceText";

const WIDTH = 420;
const CLASSES: readonly ChangeClass[] = [-3, -2, -1, 0, 1, 2, 3];
/** Letters for greyscale and the ear: what the colour of a class says. */
const SIGNS: Readonly<Record<ChangeClass, string>> = {
  "-3": "−−−",
  "-2": "−−",
  "-1": "−",
  0: "0",
  1: "+",
  2: "++",
  3: "+++",
};
const colorOf = (at: ChangeClass) => `var(--c-change-${at + CHANGE_STEPS})`;
const BLANK_FILLS: Readonly<Record<BlankChange, Fill>> = {
  appeared: { pattern: "blank", blank: "not-yet-due" },
  gone: { pattern: "blank", blank: "no-data" },
  blank: { pattern: "blank", blank: "not-applicable" },
};

/** The chosen indicator on both days of the page, and the difference on a scale pinned at zero. */
export function TwoDates() {
  const { locale, messages, sourceById, communeByCode } = usePage();
  const comparison = useComparison();
  const { before, now, indicator, classes, register, peers, peerCodes } = comparison;
  const m = comparePairsMessages[locale];
  const changes = dayChanges(comparison);
  const { rows, broken } = changes;
  const label = indicatorText(messages, indicator.label);
  const [from, to] = [formatDate(locale, before.asOf), formatDate(locale, now.asOf)];
  const { communes } = register;
  const framed = new Set(peerCodes);
  const sheet = sheetOf(communes);
  const frame = frameOf(
    sheet,
    peers === "all" || peerCodes.length === 0 ? [] : communes.filter(({ code }) => framed.has(code)),
  );
  const sourceIds = [...new Set(rows.flatMap((row) => [...row.before.sourceIds, ...row.now.sourceIds]))];
  const nameOf = (code: CommuneCode) => communeByCode.get(code)?.name ?? code;
  const fillsOf = (pick: (row: (typeof rows)[number]) => IndicatorValue) =>
    new Map(rows.map((row) => [row.code, communeFill({ indicator, classes }, pick(row))]));
  const changeFills = new Map(
    rows.map((row): readonly [CommuneCode, MapFill] => {
      const at = changeOf(changes, row);
      return [row.code, at === null ? BLANK_FILLS[row.blank ?? "blank"] : { css: colorOf(at) }];
    }),
  );
  const count = (at: ChangeClass) => rows.filter((row) => changeOf(changes, row) === at).length;
  const step = changes.classes?.step ?? 0;
  const number = (value: number) => formatNumber(locale, value, indicator.digits);
  const textOf = (at: ChangeClass): string => {
    if (at === 0) return m.unchanged;
    const [low, high] = [(Math.abs(at) - 1) * step, Math.abs(at) * step];
    const isLast = Math.abs(at) === CHANGE_STEPS;
    if (at > 0) return isLast ? m.upOver(number(low)) : m.up(number(low), number(high));
    return isLast ? m.downOver(number(low)) : m.down(number(low), number(high));
  };
  const blankCounts = BLANK_CHANGES.map((blank) => rows.filter((row) => row.blank === blank).length);
  const { rise, fall } = extremes(changes);
  const told = (row: typeof rise, say: typeof m.rise) =>
    row === null || row.difference === null
      ? []
      : [
          say(
            nameOf(row.code),
            differenceText(messages, indicator, row.difference),
            valueText(messages, indicator, row.before),
            valueText(messages, indicator, row.now),
          ),
        ];
  const sentences =
    broken !== null
      ? [m.broken(broken.before.join(", "), broken.after.join(", "))]
      : before.asOf === now.asOf
        ? [m.sameDay]
        : rise === null && fall === null
          ? [m.nothing]
          : [...told(rise, m.rise), ...told(fall, m.fall)];
  const labels = classLabels({ indicator, classes, messages });
  return (
    <PageFigure
      id="hai-ky-hinh"
      title={m.dates(label)}
      note={m.datesNote(from, to)}
      kind={leastTrusted([...sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? []), "derived"])}
      sourceIds={sourceIds}
    >
      {sentences.map((sentence) => (
        <p key={sentence} className="pairs__sentence">
          {sentence}
        </p>
      ))}
      <p>
        <a href="#tra-loi">{m.changeDays}</a>
      </p>
      <div className="dates">
        {(
          [
            [from, fillsOf((row) => row.before), m.mapOf(label, from)],
            [to, fillsOf((row) => row.now), m.mapOf(label, to)],
            ...(broken === null ? ([[m.change, changeFills, m.mapOfChange(label, from, to)]] as const) : []),
          ] as const
        ).map(([name, fills, said]) => (
          <div key={name}>
            <p className="strong">{name}</p>
            <div className="figure__drawing">
              <CommuneMap communes={communes} fills={fills} frame={frame} width={WIDTH} label={said} />
            </div>
          </div>
        ))}
      </div>
      <div className="dates__legends">
        <ul>
          {labels.map((text, index) => (
            <li key={text}>
              <Swatch
                swatch={{
                  type: "fill",
                  fill: { color: rampColor(indicator.ramp, index, labels.length) },
                  stroke: null,
                }}
              />{" "}
              {text}
            </li>
          ))}
        </ul>
        {broken === null && (
          <>
            <ul>
              {CLASSES.map((at) => (
                <li key={at}>
                  <svg className="row__swatch" viewBox="0 0 26 16" aria-hidden="true">
                    <path d="M.5 .5H25.5V15.5H.5z" fill={colorOf(at)} stroke="var(--c-line2)" />
                  </svg>{" "}
                  <span className="dates__sign">{SIGNS[at]}</span> {textOf(at)} <strong>{count(at)}</strong>
                </li>
              ))}
            </ul>
            <ul>
              {BLANK_CHANGES.map((blank, index) => (
                <li key={blank}>
                  <Swatch swatch={{ type: "fill", fill: BLANK_FILLS[blank], stroke: null }} />{" "}
                  {m[`state.${blank}`]} <strong>{blankCounts[index]}</strong>
                </li>
              ))}
              <li className="muted">
                {m.sum([...CLASSES.map(count), ...blankCounts].join(" + "), communes.length)}
              </li>
            </ul>
          </>
        )}
      </div>
      <details>
        <summary>{m.numbers}</summary>
        <WideTable className="pairs__scroll" labelledBy="hai-ky-so">
          <table className="dates__numbers">
            <caption className="hidden-text" id="hai-ky-so">
              {m.numbers}
            </caption>
            <thead>
              <tr>
                <th scope="col">{m.name}</th>
                <th scope="col" className="number">
                  {from}
                </th>
                <th scope="col" className="number">
                  {to}
                </th>
                <th scope="col" className="number">
                  {m.change}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.flatMap((row) => {
                if (!framed.has(row.code)) return [];
                const at = changeOf(changes, row);
                return [
                  <tr key={row.code}>
                    <th scope="row">{nameOf(row.code)}</th>
                    <td className="number">{valueText(messages, indicator, row.before)}</td>
                    <td className="number">{valueText(messages, indicator, row.now)}</td>
                    <td className="number">
                      {row.difference === null || at === null
                        ? row.blank === null
                          ? m.noDifference
                          : m[`state.${row.blank}`]
                        : `${differenceText(messages, indicator, row.difference)} ${SIGNS[at]}`}
                    </td>
                  </tr>,
                ];
              })}
            </tbody>
          </table>
        </WideTable>
      </details>
    </PageFigure>
  );
}
