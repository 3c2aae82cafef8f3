import { draw, numbersOf } from "./elements";
import { nameOf } from "./list";

/** Outlines over a drawing, one of a class at a time: what is chosen, what is pointed at. An id without a shape takes the last one away. */
export function outliner(
  svg: SVGSVGElement | null,
  shapeOf: (id: string) => Element | null,
): (id: string, className: string) => void {
  const outlines = draw("g", { "data-plane": "picked" });
  // After the last shape: outlines move and scale with them.
  [...(svg?.querySelectorAll("[data-plane]") ?? [])].at(-1)?.after(outlines);
  return (id, className) => {
    outlines.querySelector(`.${className}`)?.remove();
    const d = shapeOf(id)?.getAttribute("d");
    if (d === undefined || d === null) return;
    const group = draw("g", { class: className });
    // A light casing, and the line on it.
    group.append(draw("path", { d }), draw("path", { d }));
    outlines.append(group);
  };
}

/** Shows where a row's value stands on the legend's number line (`data-axis`: its ends, its width, where marker and name stand). */
export function legendMarker(root: Element): (row: HTMLTableRowElement | undefined) => void {
  const axis = root.querySelector<HTMLElement>("[data-axis]");
  const [low = 0, high = 1, width = 1, foot = 0, line = 0] = numbersOf(axis?.dataset.axis);
  const marker = draw("g", { class: "embed__marker" });
  axis?.querySelector("svg")?.append(marker);
  return (row) => {
    // The prepared marker is of the prepared choice.
    axis?.querySelector(".axis__selected")?.parentElement?.remove();
    marker.replaceChildren();
    const value = row?.dataset.v;
    if (row === undefined || value === undefined) return;
    const x = (width * (Math.min(Math.max(Number(value), low), high) - low)) / (high - low || 1);
    const anchor = x < width / 4 ? "start" : x > width * 0.75 ? "end" : "middle";
    const text = draw("text", { x, y: line, "text-anchor": anchor });
    text.textContent = `${nameOf(row)} ${row.cells[1]?.textContent ?? ""}`;
    marker.append(draw("path", { d: `M${x} ${foot}l5 8h-10z` }), text);
  };
}
