import type { Classes } from "@/analysis/classes";
import { BLANKS, type Blank, type Snapshot } from "@/analysis/snapshot";
import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import { formatDistance, formatNumber, formatPercent } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";
import type { ThirdMessages } from "@/i18n/messages/third";
import { formatIndicatorValue } from "@/indicators/formatValue";
import type { Indicator, IndicatorValue } from "@/indicators/indicator";
import type { AreaMark, DotMark, Fill, MapScene } from "../scene";
import { communeAreas, groundOf, withPlane } from "./ground";
import type { Solid, SolidStage } from "./solids";

/** Height of a body whose value is the top of the indicator's scale, metres: about a commune's width, so that most stay in view. */
export const TOP_HEIGHT_M = 12_000;
/** Radius of a circle whose value is the top of the scale, CSS px. */
export const TOP_RADIUS_PX = 14;
const ZERO_RADIUS_PX = 2.5;
/** Degrees the camera leans: tops and fronts are seen alike. */
export const PITCH = 45;

/** Metres of a value on its indicator's own fixed scale: 0 → 0, the scale's top → `TOP_HEIGHT_M`. Linear, never cut off. */
export const heightOf = (value: number, { extent }: Pick<Classes, "extent">): number =>
  (value / extent[1]) * TOP_HEIGHT_M;

/** CSS px of a circle whose area is proportional to the value. */
export const radiusOf = (value: number, { extent }: Pick<Classes, "extent">): number =>
  Math.sqrt(Math.max(0, value) / extent[1]) * TOP_RADIUS_PX;

/** A round value of the height scale and what it looks like. */
export interface HeightTick {
  readonly value: number;
  readonly label: string;
  readonly heightM: number;
  readonly heightText: string;
  readonly radiusPx: number;
}

/** One way to lie flat, with the communes that do. */
export interface FlatRow {
  readonly key: "zero" | Blank;
  /** Null: the commune keeps the colour it has. */
  readonly fill: Fill | null;
  readonly label: string;
  readonly count: number;
}

/** A commune in the table beside the map. */
export interface RaisedRow {
  readonly code: CommuneCode;
  readonly name: string;
  /** Value, or the blank in words. */
  readonly height: string;
  /** Metres; null: unknown. */
  readonly heightM: number | null;
  /** Why the height is unknown; null where it is known. */
  readonly heightBlank: Blank | null;
  /** Fill of the commune on the map the reader colours; null without boundaries. */
  readonly fill: Fill | null;
  /** Value of the colour, or its blank in words. */
  readonly colour: string;
}

export interface Raised {
  readonly stage: SolidStage;
  /** The same values without a third dimension: circles on the choropleth, for every renderer. */
  readonly flat: MapScene;
  readonly legend: {
    readonly title: string;
    readonly sizeTitle: string;
    readonly ticks: readonly HeightTick[];
    readonly raised: number;
    readonly flat: readonly FlatRow[];
    readonly sum: string;
    /** The same account in the words of the flat picture. */
    readonly sizeSum: string;
  };
  /** Highest first, those of unknown height last. */
  readonly rows: readonly RaisedRow[];
  /** Sources behind the heights, unique. */
  readonly sourceIds: readonly string[];
}

export interface RaiseInput {
  /** The map as coloured: its fills become the bodies' colours. */
  readonly scene: MapScene;
  readonly snapshot: Snapshot;
  /** What raises. */
  readonly indicator: Indicator;
  readonly classes: Classes;
  readonly selected: CommuneCode | null;
  readonly messages: Messages;
  readonly texts: ThirdMessages;
}

const blankFill = (blank: Blank): Fill =>
  blank === "unassessed" ? { pattern: "unassessed" } : { pattern: "blank", blank };

/** Round values from 0 to the top of a scale: at most five, the top among them where it is round. */
export function roundValues(top: number): readonly number[] {
  if (!(top > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(top / 4));
  const step = ([1, 2, 2.5, 5, 10].find((times) => times * power * 4 >= top * (1 - 1e-9)) ?? 10) * power;
  const count = Math.floor(top / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

const codeOf = ({ subject }: AreaMark): CommuneCode | null =>
  subject !== null && isCommuneCode(subject.id) ? subject.id : null;

/** Communes raised by one indicator under the colours of another: bodies, what lies flat and why, legend, table, and the flat picture. */
export function raiseCommunes(input: RaiseInput): Raised {
  const { scene, snapshot, indicator, classes, selected, messages, texts } = input;
  const { communes } = snapshot.register;
  const values = new Map<CommuneCode, IndicatorValue>(
    communes.map(({ code }) => [code, indicator.measure(snapshot, code)]),
  );
  const valueText = (value: IndicatorValue) =>
    value.kind === "blank"
      ? messages.domain[`blank.${value.blank}`]
      : formatIndicatorValue(indicator, value.value, messages);
  const areas = communeAreas(scene);
  const fills = new Map(areas.map((area) => [codeOf(area), area.fill]));
  const solids = areas.flatMap((area): Solid[] => {
    const code = codeOf(area);
    const value = code === null ? undefined : values.get(code);
    if (code === null || area.fill === null || value?.kind !== "value" || value.value === 0) return [];
    return [
      {
        id: area.id,
        commune: code,
        geometry: area.geometry,
        heightM: heightOf(value.value, classes),
        fill: area.fill,
      },
    ];
  });
  const isRaised = new Set(solids.map(({ commune }) => commune));

  // An unknown height lies flat under its own blank's pattern: in a class colour it would read as a height of nothing.
  const lie = (naming: (name: string, height: string) => string) =>
    groundOf(
      scene,
      (area) => {
        const code = codeOf(area);
        const value = code === null ? undefined : values.get(code);
        if (value === undefined) return area;
        const name = naming(area.name ?? "", valueText(value));
        return value.kind === "blank" ? { ...area, name, fill: blankFill(value.blank) } : { ...area, name };
      },
      (mark) => {
        const code = mark.subject !== null && isCommuneCode(mark.subject.id) ? mark.subject.id : null;
        const isBlank = code !== null && values.get(code)?.kind === "blank";
        // The name's halo was that of a colour which is no longer there.
        return mark.type === "label" && isBlank ? { ...mark, color: "ink2", halo: "halo" } : mark;
      },
    );
  const circles = communes.flatMap(({ code, labelPoint }): DotMark[] => {
    const value = values.get(code);
    if (value?.kind !== "value") return [];
    const isZero = value.value === 0;
    return [
      {
        type: "dot",
        id: `size-${code}`,
        subject: { type: "commune", id: code },
        name: null,
        point: labelPoint,
        radius: isZero ? ZERO_RADIUS_PX : radiusOf(value.value, classes),
        fill: isZero ? "halo" : "disc",
        stroke: { color: "ink", width: 1.2 },
      },
    ];
  });
  const solidGround = lie(texts.raisedName);
  const stage: SolidStage = {
    scene: {
      ...solidGround,
      // On the ground the outline of a raised commune would lie under its body.
      planes: solidGround.planes.filter(({ id }) => id !== "selection" || !isRaised.has(selected)),
    },
    solids,
    pitch: PITCH,
    below: null,
    selected: isRaised.has(selected) ? selected : null,
  };

  const isPercent = indicator.unit === "percent";
  const named = messages.indicators[indicator.label];
  const title = isPercent ? named : `${named} (${messages.indicators[indicator.unitText]})`;
  const tickText = (value: number) => {
    const digits = Number.isInteger(value) ? 0 : 1;
    return isPercent
      ? formatPercent(messages.locale, value, digits)
      : formatNumber(messages.locale, value, digits);
  };
  const number = (count: number) => formatNumber(messages.locale, count);
  const known = [...values.values()];
  const zeros = known.filter((value) => value.kind === "value" && value.value === 0).length;
  const raised = known.filter((value) => value.kind === "value" && value.value !== 0).length;
  const blankCount = (blank: Blank) =>
    known.filter((value) => value.kind === "blank" && value.blank === blank).length;
  const flatRows: FlatRow[] = [
    { key: "zero" as const, fill: null, label: messages.domain["blank.zero"], count: zeros },
    ...BLANKS.map((blank) => ({
      key: blank,
      fill: blankFill(blank),
      label: messages.domain[`blank.${blank}`],
      count: blankCount(blank),
    })),
  ].filter(({ count }) => count > 0);
  const colours = new Map(scene.table.map((row) => [row.code, row.value]));
  const rows = communes
    .map(({ code, name }): RaisedRow => {
      const value = values.get(code) ?? { kind: "blank" as const, blank: "no-data" as const, sourceIds: [] };
      return {
        code,
        name,
        height: valueText(value),
        heightM: value.kind === "value" ? heightOf(value.value, classes) : null,
        heightBlank: value.kind === "blank" ? value.blank : null,
        fill: fills.get(code) ?? null,
        colour: colours.get(code) ?? "",
      };
    })
    .toSorted(
      (a, b) =>
        (b.heightM ?? Number.NEGATIVE_INFINITY) - (a.heightM ?? Number.NEGATIVE_INFINITY) ||
        (a.code < b.code ? -1 : 1),
    );
  return {
    stage,
    flat: withPlane(lie(texts.symbolName), { id: "height-circles", layer: "communes", marks: circles }, null),
    legend: {
      title: texts.heightTitle(title),
      sizeTitle: texts.sizeTitle(title),
      ticks: roundValues(classes.extent[1]).map((value) => ({
        value,
        label: tickText(value),
        heightM: heightOf(value, classes),
        heightText: formatDistance(messages.locale, heightOf(value, classes)),
        radiusPx: radiusOf(value, classes),
      })),
      raised,
      flat: flatRows,
      sum: texts.heightSum(number(raised), number(communes.length - raised), number(communes.length)),
      sizeSum: texts.sizeSum(number(raised), number(communes.length - raised), number(communes.length)),
    },
    rows,
    sourceIds: [...new Set(known.flatMap(({ sourceIds }) => sourceIds))],
  };
}
