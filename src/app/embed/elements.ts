const SVG = "http://www.w3.org/2000/svg";

/** An element with its class and text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = "",
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** A part of a drawing with its attributes. */
export function draw<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** A button that shows a sign or a word, and is called by its name. */
export function button(sign: string, name: string, act: () => void): HTMLButtonElement {
  const element = make("button", "", sign);
  element.type = "button";
  element.setAttribute("aria-label", name);
  element.title = name;
  element.addEventListener("click", act);
  return element;
}

/** Numbers of a data attribute, parted by spaces. */
export const numbersOf = (text: string | undefined): number[] =>
  text === undefined || text === "" ? [] : text.split(" ").map(Number);
