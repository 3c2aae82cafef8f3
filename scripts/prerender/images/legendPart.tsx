import type { ReactNode } from "react";
import type { CommuneCode } from "@/domain/commune";
import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { pictureMessages } from "@/i18n/messages/picture";
import { PictureShapes } from "@/render/svg/PictureShapes";
import { eventPicture } from "@/scene/marks/eventPicture";
import { workPicture } from "@/scene/marks/workPicture";
import { isDeep } from "@/scene/palette";
import type { ChoroplethLegend, Fill, LayerLegend, LegendRow, Stroke } from "@/scene/scene";
import { type Block, block, ink, keyPattern, line, round } from "./frame";
import { measure } from "./letters";

/** A filled box of the key. A pattern keeps its size; a hatch, which lies over other colours, is shown on land. */
export function FillBox({
  fill,
  stroke = null,
  x,
  y,
  width,
  height,
}: {
  readonly fill: Fill;
  readonly stroke?: Stroke | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) {
  const box = { x: 0.5, y: 0.5, width: width - 1, height: height - 1 };
  const edge = { stroke: ink(stroke?.color ?? "line2"), strokeWidth: stroke?.width ?? 0.8 };
  // From its own corner: a texture begins there, and every box of it looks the same.
  return (
    <g transform={`translate(${round(x)} ${round(y)})`}>
      {"color" in fill ? (
        <rect {...box} fill={ink(fill.color)} fillOpacity={fill.opacity} {...edge} />
      ) : (
        <>
          <rect {...box} fill={ink("land")} />
          <rect {...box} fill={keyPattern(fill)} {...edge} />
        </>
      )}
    </g>
  );
}

const SWATCH = { width: 22, height: 11 } as const;
const ROW = 14;
const SMALL = { size: 10.5, leading: 14 } as const;

/** The key as a list: every class with its communes, zero and every blank with its pattern and communes, the sum. From `top` down. */
export function legendList(
  legend: ChoroplethLegend,
  {
    x,
    top,
    width,
    locale,
  }: { readonly x: number; readonly top: number; readonly width: number; readonly locale: Locale },
): Block {
  const number = (value: number) => formatNumber(locale, value);
  const parts: ReactNode[] = [];
  const head = block(
    legend.unitText,
    { x, top, width, most: 2 },
    { size: 10.5, weight: 600, fill: ink("ink"), leading: 13 },
  );
  parts.push(<g key="head">{head.node}</g>);
  // Beside the unit where both fit in one line.
  const unit = pictureMessages[locale].communes;
  const isBeside = measure(legend.unitText, 10.5, 600) + measure(unit, 9.5) + 10 <= width;
  let y = top + head.height + (isBeside ? 0 : 13);
  parts.push(line("unit", unit, x + width, y - 3.2, { size: 9.5, fill: ink("ink3"), anchor: "end" }));
  y += 1;
  const row = (key: string, fill: Fill, label: string, count: number) => {
    const quiet = count === 0 ? ink("ink3") : ink("ink");
    parts.push(
      <g key={key}>
        <FillBox fill={fill} x={x} y={y + (ROW - SWATCH.height) / 2} {...SWATCH} />
        {line("label", label, x + SWATCH.width + 6, y + ROW / 2 + 3.8, { ...SMALL, fill: quiet })}
        {line("count", number(count), x + width, y + ROW / 2 + 3.8, {
          ...SMALL,
          weight: 600,
          fill: quiet,
          anchor: "end",
        })}
      </g>,
    );
    y += ROW;
  };
  for (const { color, label, count, from } of legend.classes) row(`class-${from}`, { color }, label, count);
  y += 4;
  for (const { key, fill, label, count } of legend.blanks) row(key, fill, label, count);
  y += 2;
  const sum = block(legend.sum, { x, top: y, width, most: 2 }, { size: 9.5, leading: 12, fill: ink("ink3") });
  parts.push(<g key="sum">{sum.node}</g>);
  return { node: <g>{parts}</g>, height: y + sum.height - top };
}

const BINS = 40;
const PLOT = 28;
const BOX = 13;

/** Counts of values in narrow bins of equal width. */
function binned(
  legend: ChoroplethLegend,
  place: (value: number) => number,
  width: number,
): readonly number[] {
  const bins = new Array<number>(BINS).fill(0);
  for (const { value } of legend.values) {
    const bin = Math.min(BINS - 1, Math.floor((place(value) / width) * BINS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

export interface AxisPlace {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly locale: Locale;
  /** The commune whose value is pointed at; null: the value of all together. */
  readonly marked?: { readonly code: CommuneCode; readonly name: string } | null;
  /** How many communes stand in each class, and a bar for each level: not where a picture is about one commune. */
  readonly counts?: boolean;
}

/**
 * The key as a number line of true widths: bars for communes, classes with their counts, ticks. Where a class is too narrow for its count all classes
 * are drawn equally wide, and the bars, which would then lie, are left out.
 */
export function legendAxis(
  legend: ChoroplethLegend,
  { x, top, width, locale, marked = null, counts = true }: AxisPlace,
): Block & { readonly hasBars: boolean } {
  const number = (value: number) => formatNumber(locale, value);
  const [low, high] = legend.extent;
  const { classes, ticks } = legend;
  const trueAt = (value: number) =>
    high === low ? 0 : (width * Math.min(Math.max(value - low, 0), high - low)) / (high - low);
  const isWide = classes.every(
    ({ from, to, count }) => trueAt(to) - trueAt(from) >= measure(number(count), 10, 600) + 5,
  );
  const gapsFit = ticks.every(({ value, label }, index) => {
    const next = ticks[index + 1];
    return (
      next === undefined ||
      trueAt(next.value) - trueAt(value) >= (measure(label, 10) + measure(next.label, 10)) / 2 + 5
    );
  });
  const isTrue = isWide && gapsFit;
  const equalAt = (value: number) => {
    const index = classes.findIndex(({ to }) => value < to);
    const own = classes[index];
    const step = width / Math.max(1, classes.length);
    return own === undefined
      ? width
      : step * (index + (value - own.from) / Math.max(1e-9, own.to - own.from));
  };
  const at = isTrue ? trueAt : equalAt;
  const hasBars = counts && isTrue && legend.values.length > 0;
  const parts: ReactNode[] = [];
  const pointed = marked === null ? null : legend.values.find(({ code }) => code === marked.code);
  const pointer =
    marked !== null && pointed !== undefined && pointed !== null
      ? { value: pointed.value, text: `${marked.name} ${pointed.label}`, isMarked: true }
      : counts && legend.overall !== null
        ? { value: legend.overall.value, text: legend.overall.label, isMarked: false }
        : null;
  let y = top;
  if (pointer !== null) y += 15;
  const base = y + (hasBars ? PLOT : 4);
  if (hasBars) {
    const bins = binned(legend, at, width);
    const tallest = Math.max(1, ...bins);
    bins.forEach((count, bin) => {
      if (count === 0) return;
      const height = Math.max(1, (count / tallest) * (PLOT - 4));
      parts.push(
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place on the line
          key={`bin-${bin}`}
          x={round(x + (bin * width) / BINS)}
          y={round(base - 1 - height)}
          width={round(width / BINS - 0.8)}
          height={round(height)}
          fill={ink("line2")}
          fillOpacity="0.6"
        />,
      );
    });
  }
  classes.forEach(({ color, from, to, count }) => {
    const [left, right] = [at(from), to >= high ? width : at(to)];
    parts.push(
      <rect
        key={`class-${from}`}
        x={round(x + left)}
        y={base}
        width={round(right - left)}
        height={BOX}
        fill={ink(color)}
      />,
    );
    if (counts)
      parts.push(
        line(`count-${from}`, number(count), x + (left + right) / 2, base + 9.8, {
          size: 10,
          weight: 600,
          fill: isDeep(color, "light") ? ink("label-on-dark") : ink("ink"),
          anchor: "middle",
        }),
      );
  });
  parts.push(
    <rect
      key="edge"
      x={x}
      y={base}
      width={width}
      height={BOX}
      fill="none"
      stroke={ink("line2")}
      strokeWidth="0.8"
    />,
  );
  ticks.forEach(({ value, label }, index) => {
    const place = x + (index === ticks.length - 1 ? width : at(value));
    parts.push(
      <path
        key={`tick-${value}`}
        d={`M${round(place)} ${base + BOX}v3`}
        stroke={ink("line2")}
        strokeWidth="0.8"
      />,
      line(`tick-label-${value}`, label, place, base + BOX + 13, {
        size: 10,
        anchor: index === 0 ? "start" : index === ticks.length - 1 ? "end" : "middle",
      }),
    );
  });
  if (pointer !== null) {
    const place = at(pointer.value);
    const half = measure(pointer.text, 10.5, 600) / 2;
    const color = ink(pointer.isMarked ? "accent" : "ink");
    parts.push(
      line("pointer", pointer.text, x + Math.min(Math.max(place, half), width - half), top + 9, {
        size: 10.5,
        weight: 600,
        fill: color,
        anchor: "middle",
      }),
      <path
        key="stem"
        d={`M${round(x + place)} ${top + 12.5}V${pointer.isMarked ? base - 7 : base + BOX}`}
        stroke={color}
        strokeWidth="0.9"
        strokeDasharray={pointer.isMarked ? undefined : "1.5 2"}
      />,
    );
    if (pointer.isMarked)
      parts.push(
        <path
          key="pointer-sign"
          d={`M${round(x + place)} ${base - 0.5}l4.5 -7.5h-9z`}
          fill={color}
          stroke={ink("paper")}
          strokeWidth="0.8"
        />,
      );
  }
  return { node: <g>{parts}</g>, height: base + BOX + 16 - top, hasBars };
}

/** A sign of a layer's key, drawn in a box of `SWATCH`; null where there is none to draw. */
function signOf(swatch: LegendRow["swatch"], x: number, y: number): ReactNode {
  const [cx, cy] = [x + SWATCH.width / 2, y + SWATCH.height / 2];
  switch (swatch.type) {
    case "none":
      return null;
    case "fill":
      return <FillBox fill={swatch.fill} stroke={swatch.stroke} x={x} y={y} {...SWATCH} />;
    case "line": {
      const { color, width, dash } = swatch.stroke;
      return (
        <path
          d={`M${x} ${cy}h${SWATCH.width}`}
          stroke={ink(color)}
          strokeWidth={width}
          strokeDasharray={dash?.join(" ")}
        />
      );
    }
    case "mark": {
      const { mark } = swatch;
      if (mark.type === "work" || mark.type === "event") {
        const picture = mark.type === "work" ? workPicture(mark, "S") : eventPicture(mark.eventType);
        return (
          <g transform={`translate(${round(cx - picture.width / 2)} ${round(cy - picture.height / 2)})`}>
            <PictureShapes picture={picture} color={ink} />
          </g>
        );
      }
      if (mark.type === "area" && mark.fill !== null)
        return <FillBox fill={mark.fill} stroke={mark.stroke} x={x} y={y} {...SWATCH} />;
      if (mark.type === "dot")
        return <circle cx={cx} cy={cy} r={Math.min(5, mark.radius)} fill={ink(mark.fill)} />;
      if (mark.type === "line")
        return (
          <path
            d={`M${x} ${cy}h${SWATCH.width}`}
            stroke={ink(mark.stroke.color)}
            strokeWidth={mark.stroke.width}
          />
        );
      return null;
    }
  }
}

/** Between entries side by side, CSS px. */
const ENTRY_GAP = 10;

/** An entry of a key that flows from line to line. */
interface Entry {
  readonly key: string;
  readonly sign: LegendRow["swatch"];
  readonly text: string;
}

/** Entries side by side, as many in a line as fit. */
export function entries(
  list: readonly Entry[],
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
): Block {
  let [left, y] = [0, top];
  const nodes = list.map(({ key, sign, text }) => {
    const own = SWATCH.width + 5 + measure(text, SMALL.size);
    if (left > 0 && left + own > width) [left, y] = [0, y + ROW];
    const place = x + left;
    left += own + ENTRY_GAP;
    return (
      <g key={key}>
        {signOf(sign, place, y + (ROW - SWATCH.height) / 2)}
        {line("text", text, place + SWATCH.width + 5, y + ROW / 2 + 3.8, SMALL)}
      </g>
    );
  });
  return { node: <g>{nodes}</g>, height: list.length === 0 ? 0 : y + ROW - top };
}

/** Zero and every blank with its pattern and how many communes it stands for. */
export const blankEntries = (legend: ChoroplethLegend, locale: Locale): readonly Entry[] =>
  legend.blanks.map(({ key, fill, label, count }) => ({
    key,
    sign: { type: "fill", fill, stroke: null },
    text: pictureMessages[locale].fact(label, formatNumber(locale, count)),
  }));

/** What other layers of the scene draw. */
export const layerEntries = (legends: readonly LayerLegend[], locale: Locale): readonly Entry[] =>
  legends
    .filter(({ on, unavailable }) => on && unavailable === null)
    .flatMap(({ layer, rows }) =>
      rows
        .filter(({ swatch }) => signOf(swatch, 0, 0) !== null)
        .map(({ label, count, swatch }) => ({
          key: `${layer}-${label}`,
          sign: swatch,
          text: count === null ? label : pictureMessages[locale].fact(label, formatNumber(locale, count)),
        })),
    );
