import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { loadMapData } from "@/datasets";
import type { Locale } from "@/i18n/locale";
import { App } from "./App";
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
  const data = await loadMapData(source);
  // One commit, painted at once: what was prerendered is replaced by the same picture, never by a gap.
  flushSync(() =>
    createRoot(container).render(<App source={source} first={data} locale={locale} toRoot={toRoot} />),
  );
}

void start();
