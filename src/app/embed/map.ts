import { loadMessages } from "@/i18n/messages";
import { readEmbedView } from "@/state/embedView";
import { knownToEmbed } from "@/views/embed/embedModel";
import { loadEmbed } from "@/views/embed/loadEmbed";
import { allowOwnScripts } from "../trustedTypes";
import { EMBED_EVENTS } from "./events";

/** Opens the interactive map in place of an embedded map's drawing. The page asks for this script when its reader asks for the map. */
async function open(): Promise<void> {
  const root = document.querySelector<HTMLElement>(".embed");
  const box = root?.querySelector<HTMLElement>(".embed__map");
  if (root === null || box === undefined || box === null) return;
  const locale = document.documentElement.lang === "en" ? "en" : "vi";
  const tell = (name: string, detail: unknown) => root.dispatchEvent(new CustomEvent(name, { detail }));
  try {
    allowOwnScripts();
    const search = root.dataset.view ?? "";
    const toRoot = root.dataset.root ?? "";
    const base = new URL(toRoot === "" ? "./" : toRoot, location.href).href;
    const [{ openInteractiveMap }, { data, failures }] = await Promise.all([
      import("@/views/embed/interactiveMap"),
      loadEmbed(`${base}data/`, search),
      loadMessages(locale),
    ]);
    if (data.boundaries === null || data.register.communes.length === 0)
      throw new Error(failures.map(({ path }) => path).join(", "));
    const container = document.createElement("div");
    container.className = "embed__live";
    // Under the drawing, of which the scale bar stays.
    box.prepend(container);
    const { theme } = document.documentElement.dataset;
    const isDark =
      theme === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
    const map = await openInteractiveMap(container, {
      data,
      view: readEmbedView(search, knownToEmbed(data)),
      locale,
      theme: isDark ? "dark" : "light",
      root: base,
      onHover: (id, x, y) => tell(EMBED_EVENTS.hovered, { id, x, y }),
      onChoose: (id) => tell(EMBED_EVENTS.asked, id),
      onMove: (metres) => tell(EMBED_EVENTS.moved, metres),
    }).catch((cause: unknown) => {
      container.remove();
      throw cause;
    });
    root.addEventListener(EMBED_EVENTS.chosen, (event) => map.choose((event as CustomEvent<string>).detail));
    root.addEventListener(EMBED_EVENTS.zoomed, (event) =>
      map.zoom((event as CustomEvent<number | null>).detail),
    );
    tell(EMBED_EVENTS.opened, null);
    tell(EMBED_EVENTS.moved, map.metresPerPx());
  } catch (cause) {
    console.error(cause);
    tell(EMBED_EVENTS.failed, null);
  }
}

void open();
