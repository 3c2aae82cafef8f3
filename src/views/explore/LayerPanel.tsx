import { lazy, Suspense, useState } from "react";
import type { LayerLegend } from "@/scene/scene";
import type { ViewState } from "@/state/view";
import { useExplore } from "./context";
import { Section } from "./Section";
import { Swatch } from "./Swatch";

const LayerArranger = lazy(() =>
  import("./layers/LayerArranger").then((module) => ({ default: module.LayerArranger })),
);

/** Layers under their headings, in the order of the headings' first layers. */
const grouped = (layers: readonly LayerLegend[]) =>
  [...new Set(layers.map(({ group }) => group))].map((group) => ({
    group,
    layers: layers.filter((layer) => layer.group === group),
  }));

/** Every layer with its switch, its legend rows and where it comes from; one that cannot be shown says why. */
export function LayerPanel({
  layers,
  onToggle,
  onArrange,
  onFade,
  announce,
}: {
  readonly layers: readonly LayerLegend[];
  readonly onToggle: (layer: string, on: boolean) => void;
  readonly onArrange: (change: Partial<Pick<ViewState, "order" | "opacity">>) => void;
  readonly onFade: (opacity: ViewState["opacity"]) => void;
  readonly announce: (text: string) => void;
}) {
  const m = useExplore().messages.explore;
  const [arranging, setArranging] = useState(false);
  return (
    <Section title={m.layers} level={2} tabs={["legend"]}>
      {grouped(layers).map(({ group, layers: ofGroup }) => (
        <fieldset key={group} className="layer-group">
          <legend className="layer-group__title">{group}</legend>
          {ofGroup.map(({ layer, title, on, unavailable, rows, citation }) => (
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
        </fieldset>
      ))}
      <button
        type="button"
        className="button button--text needs-script"
        aria-expanded={arranging}
        onClick={() => setArranging(!arranging)}
      >
        {m.arrange}
      </button>
      {arranging && (
        <Suspense fallback={null}>
          <LayerArranger layers={layers} onChange={onArrange} onFade={onFade} announce={announce} />
        </Suspense>
      )}
    </Section>
  );
}
