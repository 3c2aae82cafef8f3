import type { Locale } from "@/i18n/locale";
import { startReading } from "../reading/startReading";
import { allowOwnScripts } from "../trustedTypes";

allowOwnScripts();
startReading();

const locale: Locale = document.documentElement.lang === "en" ? "en" : "vi";
const place = document.querySelector<HTMLElement>("[data-import]");
const button = place?.querySelector("button") ?? null;

/** Few come to hand something in: the tool comes when it is asked for. */
async function open(container: HTMLElement, asked: HTMLButtonElement): Promise<void> {
  asked.disabled = true;
  try {
    const { mountImport } = await import("./mountImport");
    await mountImport(container, locale);
  } catch (cause) {
    console.warn(cause);
    asked.disabled = false;
    container.querySelector("[role=status]")?.replaceChildren(container.dataset.failed ?? "");
  }
}

if (place !== null && button !== null) {
  button.addEventListener("click", () => void open(place, button));
  // A link to the tool itself.
  if (location.hash === "#nhap") void open(place, button);
}
