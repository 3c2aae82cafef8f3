import { classBounds } from "@/analysis/classes";
import { formatNumber } from "@/i18n/format";
import type { SceneInput } from "./context";

const decimals = (value: number): number => {
  const text = String(value);
  const at = text.indexOf(".");
  return at < 0 ? 0 : text.length - at - 1;
};

/** Fraction digits with which every bound of the classes is exact (at most 3). */
export const boundDigits = ({ classes }: Pick<SceneInput, "classes">): number =>
  Math.min(3, Math.max(0, ...classes.breaks.map(decimals)));

/** "20–40" per class, low → high, without the unit. */
export function classLabels({
  classes,
  messages,
}: Pick<SceneInput, "classes" | "messages">): readonly string[] {
  const digits = boundDigits({ classes });
  const number = (value: number) => formatNumber(messages.locale, value, digits);
  return classBounds(classes).map(([from, to]) => messages.scene.classLabel(number(from), number(to)));
}
