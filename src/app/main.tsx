import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { loadMapData } from "@/datasets";
import type { Locale } from "@/i18n/locale";
import { loadMessages } from "@/i18n/messages";
import { App } from "./App";
import { noticeDraft } from "./draft/noticeDraft";
import { allowOwnScripts } from "./trustedTypes";

allowOwnScripts();

/** English pages lie one folder deeper; a page may say otherwise. */
const { lang, dataset } = document.documentElement;
const locale: Locale = lang === "en" ? "en" : "vi";
const toRoot = dataset.base ?? (locale === "en" ? "../" : "");

async function start(): Promise<void> {
  if (import.meta.env.DEV) await (await import("./developmentStyles")).addStyles();
  const container = document.getElementById("root");
  if (container === null) throw new Error("the page has no #root");
  const source = `${toRoot}data`;
  // Both at once: the texts are here before the last of the data, so the page need not preload them (without scripts: in vain).
  const [data] = await Promise.all([loadMapData(source), loadMessages(locale)]);
  // One commit, painted at once: what was prerendered is replaced by the same picture, never by a gap.
  flushSync(() =>
    createRoot(container).render(<App source={source} first={data} locale={locale} toRoot={toRoot} />),
  );
  noticeDraft(true);
  // Ready long before anybody prints; the paper is laid out the moment it is asked for.
  setTimeout(
    () =>
      import("@/views/explore/paper/paperFurniture").then(
        (m) => m.keepPaperFurniture(),
        () => 0,
      ),
    3e3,
  );
}

void start();
