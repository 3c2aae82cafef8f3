import { CHANGE_STEPS, type ChangeClass } from "@/analysis/changeClasses";
import { BLANKS } from "@/analysis/snapshot";
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
import { CommuneMap, type MapFill, placeOnMap } from "../maps/CommuneMap";
import { frameOf, sheetOf } from "../maps/mapSheet";
import { WideTable } from "../WideTable";
import { type BlankChange, changeOf, type DayChange, dayChanges, extremes } from "./dayChanges";
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
/** What is known on one of the days alone has no difference: land with a sign. A blank on both days keeps the pattern of its kind. */
const LAND = { color: "land" } as const satisfies Fill;
const ONE_DAY_SIGNS: Readonly<Record<Exclude<BlankChange, "blank">, string>> = { appeared: "●", gone: "×" };
const blankFill = ({ now }: DayChange): Fill =>
  now.kind === "value"
    ? LAND
    : now.blank === "unassessed"
      ? { pattern: "unassessed" }
      : { pattern: "blank", blank: now.blank };

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
      if (at !== null) return [row.code, { css: colorOf(at) }];
      return [row.code, row.blank === "blank" ? blankFill(row) : LAND];
    }),
  );
  const place = placeOnMap(sheet, frame, WIDTH);
  // On paper without colour a rise and a fall of one size look alike: there each commune carries its sign.
  const signs = rows.flatMap((row) => {
    const at = changeOf(changes, row);
    const commune = communeByCode.get(row.code);
    const sign =
      at !== null && at !== 0
        ? SIGNS[at]
        : row.blank === "appeared" || row.blank === "gone"
          ? ONE_DAY_SIGNS[row.blank]
          : null;
    if (sign === null || commune === undefined || !framed.has(row.code)) return [];
    const [x, y] = place(commune.labelPoint);
    return [
      <text
        key={row.code}
        className={at === null ? "dates__one-day" : "dates__mark"}
        x={Math.round(x)}
        y={Math.round(y) + 4}
        textAnchor="middle"
      >
        {sign}
      </text>,
    ];
  });
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
  const oneDay = (["appeared", "gone"] as const).map((blank) => ({
    key: blank,
    text: m[`state.${blank}`],
    sign: ONE_DAY_SIGNS[blank],
    fill: LAND as Fill,
    count: rows.filter((row) => row.blank === blank).length,
  }));
  const bothDays = BLANKS.map((kind) => {
    const own = rows.filter(
      (row) => row.blank === "blank" && row.now.kind === "blank" && row.now.blank === kind,
    );
    const [first] = own;
    return {
      key: kind,
      text: m.blankBoth(messages.domain[`blank.${kind}`]),
      sign: "",
      fill: first === undefined ? LAND : blankFill(first),
      count: own.length,
    };
  }).filter(({ count: some }) => some > 0);
  const blankRows = [...oneDay, ...bothDays];
  const { rise, fall } = extremes(changes, indicator.digits);
  const told = (tied: typeof rise, say: typeof m.rise) => {
    const [first] = tied;
    if (first === undefined || first.difference === null) return [];
    const by = differenceText(messages, indicator, first.difference);
    return [
      tied.length === 1
        ? say(
            nameOf(first.code),
            by,
            valueText(messages, indicator, first.before),
            valueText(messages, indicator, first.now),
          )
        : (say === m.rise ? m.riseTied : m.fallTied)(tied.map(({ code }) => nameOf(code)).join(", "), by),
    ];
  };
  const sentences =
    broken !== null
      ? [m.broken(broken.before.join(", "), broken.after.join(", "))]
      : before.asOf === now.asOf
        ? [m.sameDay]
        : rise.length === 0 && fall.length === 0
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
      <p className="dates__days">
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
              <CommuneMap communes={communes} fills={fills} frame={frame} width={WIDTH} label={said}>
                {name === m.change && signs}
              </CommuneMap>
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
              {blankRows.map(({ key, text, sign, fill, count: some }) => (
                <li key={key}>
                  <Swatch swatch={{ type: "fill", fill, stroke: null }} />{" "}
                  <span className="dates__sign">{sign}</span> {text} <strong>{some}</strong>
                </li>
              ))}
              <li className="muted">
                {m.sum(
                  [...CLASSES.map(count), ...blankRows.map(({ count: some }) => some)].join(" + "),
                  communes.length,
                )}
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
