/** The colour table as a style sheet, for the shell of the page. */
export { paletteCss } from "@/scene/palette";
