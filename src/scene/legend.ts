import { classBounds, classOf } from "@/analysis/classes";
import { BLANKS } from "@/analysis/snapshot";
import { formatNumber } from "@/i18n/format";
import { formatIndicatorValue } from "@/indicators/formatValue";
import { boundDigits, classLabels, isOpenEnded } from "./classLabels";
import { explainBlank, type SceneContext } from "./context";
import { isZeroApart } from "./layers/communes";
import { rampColor } from "./palette";
import type { ChoroplethLegend } from "./scene";

/** The number line: swatches with counts, ticks, the value of every commune, zero and every blank with its count. */
export function choroplethLegend(context: SceneContext): ChoroplethLegend {
  const { indicator, classes, communes, messages, snapshot, values } = context;
  const number = (value: number, digits = 0) => formatNumber(messages.locale, value, digits);
  const known = communes.flatMap(({ code }) => {
    const value = values.get(code);
    return value?.kind === "value" ? [{ code, value: value.value, zero: isZeroApart(context, value) }] : [];
  });
  const onAxis = known.filter(({ zero }) => !zero);
  const bounds = classBounds(classes);
  const labels = classLabels(context);
  const zeros = known.length - onAxis.length;
  const blankCount = (blank: (typeof BLANKS)[number]) =>
    communes.filter(({ code }) => {
      const value = values.get(code);
      return value?.kind === "blank" && value.blank === blank;
    }).length;
  const blanks = BLANKS.filter((blank) => blank !== "unassessed" || indicator.ramp === "hazard").map(
    (blank) => ({
      key: blank,
      fill:
        blank === "unassessed"
          ? ({ pattern: "unassessed" } as const)
          : ({ pattern: "blank", blank } as const),
      label: messages.domain[`blank.${blank}`],
      explanation: explainBlank(context, blank),
      count: blankCount(blank),
    }),
  );
  const zeroRow = {
    key: "zero" as const,
    fill: { pattern: "zero", ramp: indicator.ramp } as const,
    label: messages.domain["blank.zero"],
    explanation: messages.scene["explain.zero"],
    count: zeros,
  };
  const overall = indicator.overall(snapshot);
  const digits = boundDigits(context);
  return {
    title: messages.indicators[indicator.label],
    definition: messages.indicators[indicator.definition],
    unitText: messages.indicators[indicator.unitText],
    ramp: indicator.ramp,
    classes: bounds.map(([from, to], index) => ({
      color: rampColor(indicator.ramp, index, bounds.length),
      from,
      to,
      count: onAxis.filter(({ value }) => classOf(classes, value) === index).length,
      label: labels[index] ?? "",
    })),
    extent: classes.extent,
    ticks: [classes.extent[0], ...classes.breaks, classes.extent[1]].map((value) => ({
      value,
      label: `${number(value, digits)}${isOpenEnded(context) && value === classes.extent[1] ? "+" : ""}`,
    })),
    values: onAxis.map(({ code, value }) => ({
      code,
      value,
      label: formatIndicatorValue(indicator, value, messages),
    })),
    overall:
      overall.kind === "value"
        ? {
            value: overall.value,
            label: messages.scene.overall(formatIndicatorValue(indicator, overall.value, messages)),
          }
        : null,
    blanks: indicator.zeroApart ? [zeroRow, ...blanks] : blanks,
    sum: messages.scene.sum(
      number(known.length),
      number(communes.length - known.length),
      number(communes.length),
    ),
    breaksNote:
      indicator.breaks.kind === "fixed" ? messages.scene.breaksFixed : messages.scene.breaksFromData,
  };
}
