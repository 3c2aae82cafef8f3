import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { loadEmbedData } from "@/datasets";
import { loadReleases } from "@/datasets/release";
import type { Locale } from "@/i18n/locale";
import { loadMessages } from "@/i18n/messages";
import { BuilderPage } from "@/views/embed/builder/BuilderPage";
import { startReading } from "../reading/startReading";
import { allowOwnScripts } from "../trustedTypes";

allowOwnScripts();

const locale: Locale = document.documentElement.lang === "en" ? "en" : "vi";
const toRoot = locale === "en" ? "../../" : "../";

/** The builder in the browser: its form begins to work, and offers what can be frozen. Data that cannot be read leave the prepared page, whose links still lead on. */
async function start(): Promise<void> {
  const container = document.getElementById("root");
  if (container === null) throw new Error("the page has no #root");
  const [data, releases] = await Promise.all([
    loadEmbedData(`${toRoot}data`, { hazard: false }),
    // Without the list nothing can be frozen, and the form says so; nothing else suffers.
    loadReleases(`${toRoot}data`).catch((cause: unknown) => {
      console.warn(cause);
      return [];
    }),
    loadMessages(locale),
  ]);
  if (data.register.communes.length === 0) {
    for (const form of container.querySelectorAll(".builder__form")) form.remove();
    return;
  }
  const root = new URL(toRoot, location.href).href;
  flushSync(() =>
    createRoot(container).render(<BuilderPage data={data} locale={locale} releases={releases} root={root} />),
  );
}

startReading(true);
void start();
