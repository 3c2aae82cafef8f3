import { paletteCss } from "@/views/explore/palette";
import "./styles/all.css";

/** Colours for `vite dev`; built pages carry palette and styles inline (scripts/prerender). */
export function addStyles(): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paletteCss());
  document.adoptedStyleSheets.push(sheet);
  return Promise.resolve();
}
