import { type Classes, classBounds } from "@/analysis/classes";
import { formatNumber } from "@/i18n/format";
import type { SceneInput } from "./context";
import { remember } from "./remember";

const decimals = (value: number): number => {
  const text = String(value);
  const at = text.indexOf(".");
  return at < 0 ? 0 : text.length - at - 1;
};

/** Fraction digits with which every bound of the classes is exact (at most 3). */
export const boundDigits = ({ classes }: Pick<SceneInput, "classes">): number =>
  Math.min(3, Math.max(0, ...classes.breaks.map(decimals)));

/** True where values may lie beyond the axis: its fixed end is no natural limit, so the last class is open and says so. */
export const isOpenEnded = ({ indicator, classes }: Pick<SceneInput, "indicator" | "classes">): boolean =>
  indicator.breaks.kind === "fixed" && !(indicator.unit === "percent" && classes.extent[1] >= 100);

type LabelInput = Pick<SceneInput, "indicator" | "classes" | "messages">;

const labelsOf = remember<Classes, readonly string[]>();

/** "20–40" per class, low → high, without the unit; an open end is "từ 15". Asked for by every commune of a scene. */
export const classLabels = (input: LabelInput): readonly string[] =>
  labelsOf(input.classes, [input.indicator, input.messages], () => newLabels(input));

function newLabels(input: LabelInput): readonly string[] {
  const { classes, messages } = input;
  const digits = boundDigits(input);
  const number = (value: number) => formatNumber(messages.locale, value, digits);
  const bounds = classBounds(classes);
  return bounds.map(([from, to], index) =>
    isOpenEnded(input) && index === bounds.length - 1
      ? messages.scene.classLast(number(from))
      : messages.scene.classLabel(number(from), number(to)),
  );
}
