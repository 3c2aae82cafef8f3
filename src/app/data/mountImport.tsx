import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { loadMapData } from "@/datasets";
import type { Locale } from "@/i18n/locale";
import { loadMessages, messagesFor } from "@/i18n/messages";
import { ImportTool } from "@/views/data/import/ImportTool";
import { noticeDraft } from "../draft/noticeDraft";
import { showDrafts } from "../draft/registration";

/** Today on the device, in its own time. */
const today = (): string => {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** Puts the import in the place of its button, and the focus on its title. */
export async function mountImport(container: HTMLElement, locale: Locale): Promise<void> {
  const root = new URL(locale === "en" ? "../../" : "../", location.href).href;
  const [data] = await Promise.all([loadMapData(`${root}data`), loadMessages(locale)]);
  const showDraft = async () => {
    await showDrafts(root);
    noticeDraft(false);
  };
  flushSync(() =>
    createRoot(container).render(
      <ImportTool
        locale={locale}
        messages={messagesFor(locale)}
        root={root}
        mapHref={locale === "en" ? `${root}en/` : root}
        day={today()}
        data={data}
        showDraft={showDraft}
      />,
    ),
  );
  container.querySelector<HTMLElement>("h3")?.focus();
}
