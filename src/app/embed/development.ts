import { paletteCss } from "@/views/explore/palette";
import "@/views/embed/embed.css";

/** Colours and styles for `vite dev`, then the page itself; built pages carry both inline (scripts/prerender/embedDocument.ts). */
const sheet = new CSSStyleSheet();
sheet.replaceSync(paletteCss());
document.adoptedStyleSheets.push(sheet);
void import("./view");
