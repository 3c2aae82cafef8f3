import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import type { Indicator } from "@/indicators/indicator";
import type { MapScene } from "@/scene/scene";
import { useExplore, useShown } from "./context";
import { LegendAxis } from "./LegendAxis";
import { Swatch } from "./Swatch";
import { indicatorText } from "./valueText";

/** Which indicator colours the communes, what it means, and the whole account: classes, zero, blanks, sum. */
export function LegendPanel({
  scene,
  indicators,
  hovered,
  onIndicator,
}: {
  readonly scene: MapScene;
  readonly indicators: readonly Indicator[];
  readonly hovered: CommuneCode | null;
  readonly onIndicator: (id: string) => void;
}) {
  const { messages, selection, communeByCode } = useExplore();
  const { indicator } = useShown();
  const m = messages.explore;
  const { legend } = scene;
  const named = (code: string | null) => {
    const commune = code !== null && isCommuneCode(code) ? communeByCode.get(code) : undefined;
    return commune === undefined ? null : { code: commune.code, name: commune.name };
  };
  return (
    <section className="section" data-part="legend">
      <label className="needs-script">
        <span className="field__label">{m.colourBy}</span>
        <select
          className="select"
          value={indicator.id}
          onChange={(event) => onIndicator(event.currentTarget.value)}
        >
          {indicators.map(({ id, label }) => (
            <option key={id} value={id}>
              {indicatorText(messages, label)}
            </option>
          ))}
        </select>
      </label>
      <h2 className="panel__legend-title without-script">{legend.title}</h2>
      <p className="definition">{legend.definition}</p>
      <LegendAxis
        legend={legend}
        selected={named(selection?.type === "commune" ? selection.id : null)}
        hovered={named(hovered)}
      />
      <ul className="rows">
        {legend.blanks.map(({ key, fill, label, explanation, count }) => (
          <li key={key} className="row">
            <Swatch swatch={{ type: "fill", fill, stroke: null }} />
            <span className="row__label">
              <span className="strong">{label}</span> <span className="muted">{explanation}</span>
            </span>
            <span className="row__count">{count}</span>
          </li>
        ))}
      </ul>
      <p className="sum">{legend.sum}</p>
    </section>
  );
}
