import { figureSvg } from "@/exports/figureFile";
import type { Locale } from "@/i18n/locale";
import { pageMessages } from "@/i18n/messages/page";
import { embeddedFonts } from "./embeddedFonts";
import { readDrawing } from "./readDrawing";
import { savePicture } from "./savePicture";

const textOf = (figure: Element, selector: string): string | null =>
  figure
    .querySelector(selector)
    ?.textContent?.replace(/[^\S\u00a0]+/g, " ")
    .trim() || null;

/** The line under a figure: a box around its kind is a dot here. */
function sourceLine(figure: Element): string {
  const [line, tag] = [textOf(figure, ".figure__source") ?? "", textOf(figure, ".figure__source .tag")];
  return tag !== null && line.startsWith(tag) ? `${tag} · ${line.slice(tag.length).trim()}` : line;
}

/** The figure as a file with everything that must not be lost on the way. */
async function figureFile(figure: HTMLElement, locale: Locale) {
  const m = pageMessages[locale];
  const drawing = await readDrawing([
    ...figure.querySelectorAll(".figure__drawing, .figure__legend:not(.figure__drawing *)"),
  ]);
  const content = {
    width: drawing.width,
    height: drawing.height,
    drawing: drawing.markup,
    title: textOf(figure, ".figure__title") ?? document.title,
    note: textOf(figure, ".figure__note"),
    band: figure.dataset.kind === "illustrative" ? ([m.band, m.bandReal] as const) : null,
    foot: [
      sourceLine(figure),
      m.boundaryNote,
      ...(/^https?:/.test(location.protocol) ? [location.href] : []),
    ].filter((text) => text !== ""),
    colors: {
      paper: drawing.color("paper"),
      band: drawing.color("paper2"),
      ink: drawing.color("ink"),
      ink2: drawing.color("ink2"),
      line: drawing.color("line2"),
    },
    fontCss: "",
    language: locale,
  };
  // Twice: which fonts are needed is known from the whole text.
  return figureSvg({ ...content, fontCss: await embeddedFonts(figureSvg(content).svg) });
}

/**
 * Saves a figure `[data-figure]`; resolves to what is said about it.
 * @throws when it cannot be saved; whoever called says that, also when not even this module came.
 */
export async function saveFigure(figure: HTMLElement, format: "png" | "svg"): Promise<string> {
  const locale: Locale = document.documentElement.lang === "en" ? "en" : "vi";
  const { file: name = "", figure: id = "" } = figure.dataset;
  return pageMessages[locale].saved(await savePicture(await figureFile(figure, locale), name || id, format));
}
