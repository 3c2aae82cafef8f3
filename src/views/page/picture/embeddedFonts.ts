import { readFileBytes } from "@/datasets/siteFile";

/** One `@font-face` of the page, as far as a file needs it. */
interface Face {
  readonly weight: string;
  readonly ranges: string;
  readonly address: string;
  readonly adjust: string;
}

const FAMILY = "Be Vietnam Pro";

/** Faces of the page's own family, also those that are meant for paper alone. */
function facesOf(rules: CSSRuleList): readonly Face[] {
  return [...rules].flatMap((rule): readonly Face[] => {
    if (rule instanceof CSSMediaRule) return facesOf(rule.cssRules);
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const value = (name: string) => rule.style.getPropertyValue(name).trim();
    const address = /url\(["']?([^"')]+)/.exec(value("src"))?.[1];
    if (address === undefined || !value("font-family").includes(FAMILY)) return [];
    return [
      {
        weight: value("font-weight") || "400",
        ranges: value("unicode-range"),
        address: new URL(address, rule.parentStyleSheet?.href ?? document.baseURI).href,
        adjust: value("size-adjust"),
      },
    ];
  });
}

/** True when a `unicode-range` has one of the characters; none given: all of them. */
export function rangeHolds(ranges: string, characters: ReadonlySet<number>): boolean {
  if (ranges === "") return true;
  return ranges.split(",").some((part) => {
    const match = /^U\+([0-9A-F?]+)(?:-([0-9A-F]+))?$/i.exec(part.trim());
    if (match === null) return false;
    const [, from = "", to] = match;
    const first = Number.parseInt(from.replaceAll("?", "0"), 16);
    const last = Number.parseInt(to ?? from.replaceAll("?", "F"), 16);
    return [...characters].some((character) => character >= first && character <= last);
  });
}

/** Bytes as a `data:` address; in steps, because a call takes only so many arguments. */
export function dataAddress(bytes: Uint8Array, type: string): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:${type};base64,${btoa(text)}`;
}

/**
 * Font rules that make a file show the right letters anywhere: only the weights and the ranges that `markup` uses, as `data:` addresses.
 * A weight that is not served takes the nearest one that is.
 */
export async function embeddedFonts(markup: string): Promise<string> {
  const text = markup.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, " ");
  const characters = new Set([...text].flatMap((letter) => letter.codePointAt(0) ?? []));
  const weights = new Set([...markup.matchAll(/font-weight="(\d+)"/g)].map(([, weight]) => Number(weight)));
  weights.add(400);
  const faces = [...document.styleSheets].flatMap((sheet) => facesOf(sheet.cssRules));
  const served = [...new Set(faces.map(({ weight }) => Number(weight)))];
  const nearest = (weight: number) =>
    served.toSorted((a, b) => Math.abs(a - weight) - Math.abs(b - weight))[0] ?? 400;
  const used = new Set([...weights].map(nearest));
  const rules = await Promise.all(
    faces
      .filter(({ weight, ranges }) => used.has(Number(weight)) && rangeHolds(ranges, characters))
      .map(async ({ weight, ranges, address, adjust }) => {
        const source = dataAddress(await readFileBytes(address), "font/woff2");
        return `@font-face{font-family:"${FAMILY}";font-weight:${weight};${adjust === "" ? "" : `size-adjust:${adjust};`}${ranges === "" ? "" : `unicode-range:${ranges};`}src:url(${source}) format("woff2")}`;
      }),
  );
  return rules.join("");
}
