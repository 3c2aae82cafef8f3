import type { LayerLegend } from "@/scene/scene";
import { useExplore } from "./context";
import { Section } from "./Section";
import { Swatch } from "./Swatch";

/** Every layer with its switch, its legend rows and where it comes from; one that cannot be shown says why. */
export function LayerPanel({
  layers,
  onToggle,
}: {
  readonly layers: readonly LayerLegend[];
  readonly onToggle: (layer: string, on: boolean) => void;
}) {
  const m = useExplore().messages.explore;
  return (
    <Section title={m.layers} level={2} tabs={["legend"]}>
      {layers.map(({ layer, title, on, unavailable, rows, citation }) => (
        <div key={layer} className="layer">
          <label className="layer__toggle">
            <input
              type="checkbox"
              className="needs-script"
              checked={on && unavailable === null}
              disabled={unavailable !== null}
              onChange={(event) => onToggle(layer, event.currentTarget.checked)}
            />
            {title}
          </label>
          {unavailable !== null && <p className="layer__citation">{m.layerUnavailable(unavailable)}</p>}
          {on && unavailable === null && (
            <>
              <ul className="layer__rows">
                {rows.map(({ label, count, swatch }) => (
                  <li key={label} className="row">
                    <Swatch swatch={swatch} />
                    <span className="row__label">{label}</span>
                    {count !== null && <span className="row__count">{count}</span>}
                  </li>
                ))}
              </ul>
              <p className="layer__citation">{citation}</p>
            </>
          )}
        </div>
      ))}
    </Section>
  );
}
