import { readFileBytes } from "@/datasets/siteFile";
import { escapeXml, hexColor, resolveVariables } from "@/exports/figureFile";
import { dataAddress } from "./embeddedFonts";

const SVG = "http://www.w3.org/2000/svg";

/** Inherited properties of a drawing that a style sheet may have set. */
const INHERITED = [
  "fill",
  "fill-opacity",
  "fill-rule",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "font-size",
  "font-weight",
  "text-anchor",
  "letter-spacing",
  "paint-order",
  "visibility",
] as const;

/** As an attribute has it: hex, lengths without px. */
const attributeValue = (value: string): string =>
  value.startsWith("rgb")
    ? hexColor(value)
    : value
        .replace(/"/g, "")
        .replaceAll(/(\d)px\b/g, "$1")
        .replaceAll(/(\d),\s+/g, "$1 ");

/**
 * Looks of `original` that come from style sheets, written on `copy` as attributes: only where they differ from what is inherited, so
 * that a shape used in several places still takes its looks from there.
 */
function writeLooks(original: Element, copy: Element, isRoot: boolean): void {
  const own = getComputedStyle(original);
  const parent = original.parentElement === null || isRoot ? null : getComputedStyle(original.parentElement);
  for (const name of INHERITED) {
    const value = own.getPropertyValue(name);
    if (value === "") continue;
    const given = copy.getAttribute(name);
    if (parent === null || value !== parent.getPropertyValue(name) || given?.includes("var(")) {
      copy.setAttribute(name, attributeValue(value));
    }
  }
  if (own.opacity !== "1") copy.setAttribute("opacity", own.opacity);
  for (const name of ["class", "style", "tabindex"]) copy.removeAttribute(name);
  for (const { name } of [...copy.attributes]) if (name.startsWith("data-")) copy.removeAttribute(name);
  const [originals, copies] = [[...original.children], [...copy.children]];
  originals.forEach((child, index) => {
    const twin = copies[index];
    if (twin === undefined) return;
    if (getComputedStyle(child).display === "none" && child.closest("defs") === null) twin.remove();
    else writeLooks(child, twin, false);
  });
}

/** Ids the markup refers to. */
const referredIds = (element: Element): readonly string[] =>
  [element, ...element.querySelectorAll("*")].flatMap((one) =>
    [...one.attributes].flatMap(({ value }) => [
      ...[...value.matchAll(/url\(["']?#([^"')]+)/g)].map(([, id = ""]) => id),
      ...(value.startsWith("#") ? [value.slice(1)] : []),
    ]),
  );

/** Shapes that lie elsewhere in the page are brought along, and what those refer to. */
function bringShapes(copy: Element): void {
  const defs = document.createElementNS(SVG, "defs");
  const here = new Set([...copy.querySelectorAll("[id]")].map(({ id }) => id));
  const wanted = [...referredIds(copy)];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    if (here.has(id)) continue;
    here.add(id);
    const shape = document.getElementById(id)?.cloneNode(true);
    if (!(shape instanceof Element)) continue;
    shape.removeAttribute("class");
    defs.append(shape);
    wanted.push(...referredIds(shape));
  }
  if (defs.childElementCount > 0) copy.prepend(defs);
}

/** Pictures inside the drawing (relief) as bytes. */
async function bringPictures(copy: Element): Promise<void> {
  await Promise.all(
    [...copy.querySelectorAll("image")].map(async (image) => {
      const href = image.getAttribute("href") ?? "";
      if (href === "" || href.startsWith("data:")) return;
      const address = new URL(href, document.baseURI);
      const type = address.pathname.endsWith(".png") ? "image/png" : "image/webp";
      image.setAttribute("href", dataAddress(await readFileBytes(address.href), type));
    }),
  );
}

/** What belongs to the page, not to the picture. */
const LEFT_OUT = "button, table, details, .needs-script, .hidden-text";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const isSeen = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && getComputedStyle(element).visibility !== "hidden";
};

/** Text of the page beside the drawing (a key, names of small maps): each line where it stands. */
function linesOf(node: Text): readonly { readonly text: string; readonly box: DOMRect }[] {
  const range = document.createRange();
  const lines: { text: string; box: DOMRect }[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < box.height / 2) {
      last.text += word;
      last.box = new DOMRect(last.box.x, last.box.y, box.right - last.box.x, last.box.height);
    } else lines.push({ text: word, box });
  }
  return lines.map(({ text, box }) => ({ text: text.trimEnd(), box }));
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Everything of one element that is to be seen in the picture, in reading order, placed from `origin`. */
function partsOf(element: Element, origin: Box): readonly (string | Element)[] {
  if (!isSeen(element) || element.matches(LEFT_OUT)) return [];
  const box = element.getBoundingClientRect();
  const [x, y] = [round(box.left - origin.left), round(box.top - origin.top)];
  if (element instanceof SVGSVGElement) {
    const copy = element.cloneNode(true) as SVGSVGElement;
    writeLooks(element, copy, true);
    bringShapes(copy);
    for (const [name, value] of Object.entries({ x, y, width: round(box.width), height: round(box.height) }))
      copy.setAttribute(name, String(value));
    return [copy];
  }
  const style = getComputedStyle(element);
  const fill = hexColor(style.backgroundColor);
  const stroke = Number.parseFloat(style.borderLeftWidth) > 0 && Number.parseFloat(style.borderTopWidth) > 0;
  const parts: (string | Element)[] = [];
  if (fill !== "none" || stroke) {
    parts.push(
      `<rect x="${x}" y="${y}" width="${round(box.width)}" height="${round(box.height)}" fill="${fill}"${
        stroke
          ? ` stroke="${hexColor(style.borderTopColor)}" stroke-width="${Number.parseFloat(style.borderTopWidth)}"${style.borderTopStyle === "dashed" ? ' stroke-dasharray="3 2"' : ""}`
          : ""
      }/>`,
    );
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) parts.push(...partsOf(child, origin));
    else if (child instanceof Text) {
      const size = Number.parseFloat(style.fontSize);
      const anchor = ["end", "right"].includes(style.textAlign)
        ? "end"
        : style.textAlign === "center"
          ? "middle"
          : "start";
      for (const { text, box: line } of linesOf(child)) {
        const at =
          anchor === "start" ? line.left : anchor === "end" ? line.right : (line.left + line.right) / 2;
        parts.push(
          `<text x="${round(at - origin.left)}" y="${round((line.top + line.bottom) / 2 - origin.top + size * 0.36)}" font-size="${size}" font-weight="${style.fontWeight}" fill="${hexColor(style.color)}"${anchor === "start" ? "" : ` text-anchor="${anchor}"`}>${escapeXml(text)}</text>`,
        );
      }
    }
  }
  return parts;
}

/** What of an element is drawn: the boxes of its drawings, its texts, and its own ground. */
function drawnBoxes(element: Element): readonly DOMRect[] {
  if (!isSeen(element) || element.matches(LEFT_OUT)) return [];
  if (element instanceof SVGSVGElement) return [element.getBoundingClientRect()];
  const style = getComputedStyle(element);
  return [
    ...(hexColor(style.backgroundColor) !== "none" ? [element.getBoundingClientRect()] : []),
    ...[...element.childNodes].flatMap((child) =>
      child instanceof Element
        ? drawnBoxes(child)
        : child instanceof Text
          ? linesOf(child).map(({ box }) => box)
          : [],
    ),
  ];
}

/** A drawing read from the page: markup that needs nothing of the page any more. */
export interface Drawing {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
  /** A colour of the page's light theme. */
  readonly color: (token: (typeof FRAME_COLORS)[number]) => string;
}

/** Colours of what is drawn around a drawing. */
const FRAME_COLORS = ["paper", "paper2", "ink", "ink2", "line2"] as const;

const markupOf = (part: string | Element): string =>
  typeof part === "string" ? part : new XMLSerializer().serializeToString(part);

/**
 * Reads `elements` as one picture, in the light theme. The theme is turned over and back before the browser paints: what is computed from
 * style sheets is then of paper, and the reader sees nothing of it.
 * @throws when nothing of them is on the screen.
 */
export async function readDrawing(elements: readonly Element[]): Promise<Drawing> {
  const boxes = elements.flatMap(drawnBoxes);
  if (boxes.length === 0) throw new Error("there is no drawing to save");
  const origin: Box = {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
  const root = document.documentElement;
  const { theme } = root.dataset;
  const values = new Map<string, string>();
  let parts: readonly (string | Element)[];
  try {
    root.dataset.theme = "light";
    const style = getComputedStyle(root);
    const remember = (name: string) => values.set(name, style.getPropertyValue(name).trim());
    parts = elements.flatMap((element) => partsOf(element, origin));
    for (const part of parts)
      for (const [name] of markupOf(part).matchAll(/--[\w-]+(?=[,)\s])/g)) remember(name);
    for (const token of FRAME_COLORS) remember(`--c-${token}`);
  } finally {
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
  await Promise.all(parts.map((part) => (typeof part === "string" ? null : bringPictures(part))));
  return {
    markup: resolveVariables(parts.map(markupOf).join(""), (name) => values.get(name) ?? null),
    width: origin.right - origin.left,
    height: origin.bottom - origin.top,
    color: (token) => values.get(`--c-${token}`) ?? "#000000",
  };
}
