import { pageMessages } from "@/i18n/messages/page";
import { paperMessages } from "@/i18n/messages/paper";
import { drawCode } from "../../page/drawCode";

const SVG = "http://www.w3.org/2000/svg";

/** North, as on the sheet of the dialog: every map here has it at the top. */
function northArrow(letter: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-8 -1 16 36");
  svg.setAttribute("class", "paper-north");
  svg.setAttribute("aria-hidden", "true");
  const arrow = document.createElementNS(SVG, "path");
  arrow.setAttribute("d", "M0 0L7 20L0 15.5L-7 20z");
  arrow.setAttribute("class", "paper-north__arrow");
  const name = document.createElementNS(SVG, "text");
  name.setAttribute("y", "33");
  name.setAttribute("text-anchor", "middle");
  name.setAttribute("font-size", "11");
  name.textContent = letter;
  svg.append(arrow, name);
  return svg;
}

/**
 * What the printed map has beside what the screen has: north, and a code that opens this very view. The browser lays the paper out right
 * after `beforeprint`, so that everything must be here by then: the page fetches this once it is idle.
 */
export function keepPaperFurniture(): void {
  const locale = document.documentElement.lang === "en" ? "en" : "vi";
  let put: readonly Element[] = [];
  addEventListener("beforeprint", () => {
    const north = northArrow(paperMessages[locale].north);
    document.querySelector(".map")?.append(north);
    put = [north];
    if (!/^https?:$/.test(location.protocol)) return;
    const place = document.createElement("p");
    place.className = "paper-code";
    place.append(drawCode(location.href, pageMessages[locale].qrLabel(document.title)));
    document.querySelector(".header")?.append(place);
    put = [north, place];
  });
  addEventListener("afterprint", () => {
    for (const element of put) element.remove();
    put = [];
  });
}
