import { measure, servedWeight } from "../../../../scripts/prerender/images/letters";

/** Where a text stands in a picture, CSS px: its letters without their marks. */
export interface TextBox {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Texts of a picture's own frame, which have all their looks; with `inMap`, those of a map's names, which inherit an anchor. */
export function textBoxes(svg: string, inMap = false): readonly TextBox[] {
  const own = inMap ? svg : svg.replace(/<svg x="[\s\S]*?<\/svg>/g, "");
  return [...own.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes = "", text = ""]) => {
    const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const size = Number(value("font-size"));
    if (!(size > 0)) return [];
    const weight = Number(value("font-weight") ?? 400);
    const width = measure(text.replaceAll("&amp;", "&"), size, servedWeight(weight));
    const anchor = value("text-anchor") ?? (inMap ? "middle" : "start");
    const left = Number(value("x")) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    const y = Number(value("y"));
    return [{ text, size, weight, left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.05 }];
  });
}

/** Pairs of texts that lie on each other. */
export const overlaps = (boxes: readonly TextBox[]): readonly (readonly [string, string])[] =>
  boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => [a.text, b.text] as const),
  );
