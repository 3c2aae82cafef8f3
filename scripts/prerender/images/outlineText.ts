import { outline, servedWeight } from "./letters";

/** What a text takes from the elements around it. */
const INHERITED = ["font-size", "font-weight", "letter-spacing", "text-anchor"] as const;
type Inherited = Readonly<Partial<Record<(typeof INHERITED)[number], string>>>;

const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:[^>"]|"[^"]*")*?)(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
/** Belongs to letters alone, or says where they stand: a path has none of it. */
const OF_TEXT = new Set<string>([...INHERITED, "x", "y", "font-family", "font-variant-numeric"]);

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name, value]));

const plain = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

function inherit(parent: Inherited, attributes: ReadonlyMap<string, string>): Inherited {
  const own = INHERITED.flatMap((name) => {
    const value = attributes.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return own.length === 0 ? parent : { ...parent, ...Object.fromEntries(own) };
}

const DEFAULT_SIZE = 13;

function sizes(looks: Inherited) {
  const size = Number(looks["font-size"] ?? DEFAULT_SIZE);
  const spacing = looks["letter-spacing"] ?? "0";
  return {
    size,
    weight: servedWeight(Number(looks["font-weight"] ?? 400)),
    spacing: spacing.endsWith("em") ? Number.parseFloat(spacing) * size : Number.parseFloat(spacing),
  };
}

/** One text as a path that keeps everything a path may have (fill, stroke, transform). A title inside it stays the path's. */
function pathOf(content: string, attributes: ReadonlyMap<string, string>, looks: Inherited): string {
  const title = /<title>[\s\S]*?<\/title>/.exec(content)?.[0] ?? "";
  const text = plain(content.replace(title, "").replaceAll("<!-- -->", ""))
    // As SVG reads it: no-break spaces are not white space.
    .replace(/[ \t\r\n]+/g, " ")
    .replace(/^ | $/g, "");
  if (text.includes("<")) throw new Error(`a text with elements inside cannot be outlined: ${content}`);
  const kept = [...attributes]
    .map(([name, value]) => (OF_TEXT.has(name) ? "" : ` ${name}="${value}"`))
    .join("");
  const at = { ...sizes(looks), x: Number(attributes.get("x") ?? 0), y: Number(attributes.get("y") ?? 0) };
  const anchor = looks["text-anchor"] ?? "start";
  // Measured first, then written where it begins.
  const width = anchor === "start" ? 0 : outline(text, at).width;
  const x = at.x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const { d } = outline(text, { ...at, x });
  if (d === "") return "";
  return title === "" ? `<path d="${d}"${kept}/>` : `<path d="${d}"${kept}>${title}</path>`;
}

/**
 * An SVG whose texts are outlines of the site's letters: it looks the same wherever it is opened, and a rasteriser needs no fonts. Reads what React
 * writes (double quotes, no comments but its own). Titles and descriptions stay text.
 * @throws when a letter is in none of the site's fonts.
 */
export function outlineText(svg: string): string {
  const open: Inherited[] = [{}];
  let written = "";
  let from = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(svg); match !== null; match = TAG.exec(svg)) {
    const [tag, closes, name, rest = "", alone] = match;
    if (closes === "/") {
      open.pop();
      continue;
    }
    const attributes = attributesOf(rest);
    const looks = inherit(open.at(-1) ?? {}, attributes);
    if (name !== "text") {
      if (alone !== "/") open.push(looks);
      continue;
    }
    const end = svg.indexOf("</text>", match.index);
    written += svg.slice(from, match.index);
    from = alone === "/" ? match.index + tag.length : end + "</text>".length;
    if (alone !== "/") written += pathOf(svg.slice(match.index + tag.length, end), attributes, looks);
    TAG.lastIndex = from;
  }
  return written + svg.slice(from);
}

/** Every text of an SVG as it is read, in the order of the drawing: what must have letters, and what tests look for. */
export const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, content = ""]) =>
    plain(content.replace(/<title>[\s\S]*?<\/title>/, "").replaceAll("<!-- -->", "")),
  );
