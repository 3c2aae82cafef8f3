import { qrPath } from "./qrPath";

const SVG = "http://www.w3.org/2000/svg";

/** The same drawing as `QrDrawing`, made in the page. `label`: what the code opens, for the ear. */
export function drawCode(text: string, label: string): SVGSVGElement {
  const { d, side } = qrPath(text);
  const svg = document.createElementNS(SVG, "svg");
  const put = (element: Element, values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
    return element;
  };
  put(svg, {
    class: "qr",
    viewBox: `0 0 ${side} ${side}`,
    role: "img",
    "aria-label": label,
    "shape-rendering": "crispEdges",
  });
  const paths = [
    { d: `M0 0h${side}v${side}h-${side}z`, fill: "#fff" },
    { d, fill: "#000" },
  ];
  svg.append(...paths.map((values) => put(document.createElementNS(SVG, "path"), values)));
  return svg;
}
