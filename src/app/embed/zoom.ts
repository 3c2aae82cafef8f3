/** What the script moves: shapes scale, strokes and letters do not. */
const PLANES = "[data-plane]";
const MOST = 12;
/** CSS px a scale bar may be long. */
const BAR_ROOM = 120;
const FOOT = 16;

/** Where the drawing stands: a point at u of the drawing is shown at k·u + (x, y), all in units of the drawing. */
export interface Standing {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}
export const HOME: Standing = { k: 1, x: 0, y: 0 };

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Kept so that the drawing always fills its frame. */
export function bounded({ k, x, y }: Standing, width: number, height: number): Standing {
  const kept = clamp(k, 1, MOST);
  return { k: kept, x: clamp(x, width * (1 - kept), 0), y: clamp(y, height * (1 - kept), 0) };
}

/** Zoomed by a factor with the point at (px, py) staying where it is. */
export function zoomedAt({ k, x, y }: Standing, factor: number, px: number, py: number): Standing {
  const next = clamp(k * factor, 1, MOST);
  const by = next / k;
  return { k: next, x: px - (px - x) * by, y: py - (py - y) * by };
}

/** The longest 1, 2 or 5 × 10ⁿ metres that fit, as `scene/scaleBar.ts` has it. */
export function barOf(metresPerPx: number): { readonly metres: number; readonly length: number } {
  const most = metresPerPx * BAR_ROOM;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * (5 * power <= most ? 5 : 2 * power <= most ? 2 : 1);
  return { metres, length: metres / metresPerPx };
}

const numbers = (text: string | null): number[] => (text?.match(/-?[\d.]+/g) ?? []).map(Number);

/** Names that fit, from the first of a list down. */
interface Name {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Shows a drawing at a standing. Everything it needs is in the markup; texts of names come from the list beside the map.
 * @param names of all communes with their places, the most important first
 */
export function zoomer(
  box: HTMLElement,
  names: readonly Name[],
): {
  readonly show: (standing: Standing) => void;
  /** Makes the scale bars say what another map in the drawing's place shows. */
  readonly measure: (metresPerPx: number) => void;
} {
  const svg = box.querySelector("svg");
  if (svg === null) return { show: () => undefined, measure: () => undefined };
  const [, , width = 1, height = 1] = numbers(svg.getAttribute("viewBox"));
  const metres = Number(box.querySelector<HTMLElement>("[data-metres]")?.dataset.metres);
  const all = <E extends Element>(selector: string) => [...svg.querySelectorAll<E>(selector)];
  /** Signs and their numbers stand in CSS px of their frame: moved, never scaled. */
  const signs = all<SVGGElement>("[data-signs]>[data-at]").map((sign) => ({
    sign,
    at: numbers(sign.dataset.at ?? null),
    px: 1 / (numbers(sign.parentElement?.getAttribute("transform") ?? null)[0] ?? 1),
  }));
  const patterns = all("pattern").map((pattern) => ({
    pattern,
    base: numbers(pattern.getAttribute("patternTransform"))[0] ?? 1,
  }));
  const prepared = all("[data-names]>text");
  const bars = all("[data-scale]").map((bar) => ({
    bar,
    path: bar.querySelector("path"),
    text: bar.querySelector("text+text"),
    d: bar.querySelector("path")?.getAttribute("d") ?? "",
    label: bar.querySelector("text+text")?.textContent ?? "",
    x: bar.querySelector("text+text")?.getAttribute("x") ?? "",
    px: 1 / (numbers(bar.getAttribute("transform"))[2] ?? 1),
  }));
  const own = document.createElementNS("http://www.w3.org/2000/svg", "g");
  own.setAttribute("class", "embed__names");
  svg.append(own);

  const placeNames = ({ k, x, y }: Standing) => {
    own.replaceChildren();
    for (const text of prepared) text.toggleAttribute("hidden", k > 1);
    if (k === 1) return;
    const unit = width / svg.getBoundingClientRect().width;
    const taken: DOMRect[] = [];
    for (const name of names) {
      const [px, py] = [name.x * k + x, name.y * k + y];
      if (px < 0 || py < 0 || px > width || py > height) continue;
      const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      text.textContent = name.text;
      text.setAttribute("x", String(px));
      text.setAttribute("y", String(py + 4 * unit));
      text.setAttribute("font-size", String(11 * unit));
      text.setAttribute("stroke-width", String(3 * unit));
      own.append(text);
      const mine = text.getBBox();
      const isFree = taken.every(
        (other) =>
          other.x > mine.x + mine.width ||
          mine.x > other.x + other.width ||
          other.y > mine.y + mine.height ||
          mine.y > other.y + other.height,
      );
      if (isFree) taken.push(mine);
      else text.remove();
    }
  };

  const { lang } = document.documentElement;
  const draw = ({ path, text }: (typeof bars)[number], metresPerPx: number) => {
    const bar = barOf(metresPerPx);
    path?.setAttribute("d", `M1 ${FOOT}v5h${bar.length}v-5`);
    text?.setAttribute("x", String(bar.length + 1));
    if (text === null) return;
    text.textContent =
      bar.metres < 1000
        ? `${bar.metres.toLocaleString(lang)} m`
        : `${(bar.metres / 1000).toLocaleString(lang)} km`;
  };

  const show = (standing: Standing) => {
    const { k, x, y } = standing;
    const moved = k === 1 ? "" : `translate(${x} ${y}) scale(${k})`;
    for (const plane of all(PLANES)) plane.setAttribute("transform", moved);
    for (const { sign, at, px } of signs) {
      const [left = 0, top = 0] = at;
      sign.setAttribute("transform", `translate(${left * (k - 1) + x * px} ${top * (k - 1) + y * px})`);
    }
    for (const { pattern, base } of patterns) pattern.setAttribute("patternTransform", `scale(${base / k})`);
    for (const bar of bars) {
      if (k > 1) draw(bar, metres / k / bar.px);
      else {
        bar.path?.setAttribute("d", bar.d);
        bar.text?.setAttribute("x", bar.x);
        if (bar.text) bar.text.textContent = bar.label;
      }
    }
    // The inset says where the province lies; over a part of it, it would only cover that.
    for (const inset of all("[data-inset]")) inset.toggleAttribute("hidden", k > 1);
    placeNames(standing);
  };
  /** CSS px of the frame for a unit of the drawing, now: a frame between two letterings shows them a little smaller or larger. */
  const unit = () => svg.getBoundingClientRect().width / width;
  return {
    show,
    measure: (metresPerPx) => {
      for (const bar of bars) draw(bar, metresPerPx * (unit() / bar.px));
    },
  };
}
