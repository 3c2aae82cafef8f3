import { LOCALES } from "@/i18n/locale";
import { embedBuilderMessages } from "@/i18n/messages/embedBuilder";
import { EMBED_FOLDER } from "@/state/embedView";
import { BuilderPage } from "@/views/embed/builder/BuilderPage";
import type { PageBuilder } from "./sitePage";

const STYLES = [new URL("../../../src/views/embed/builder/builder.css", import.meta.url)];

/** Where an embedded map is chosen, `/nhung/`: every prepared one as a link, and a form for whoever has scripts. */
export const embedBuilderPages: PageBuilder = ({ data }) => ({
  pages: LOCALES.map((locale) => ({
    locale,
    path: EMBED_FOLDER,
    title: embedBuilderMessages[locale].title,
    description: embedBuilderMessages[locale].description,
    body: <BuilderPage data={data} locale={locale} releases={[]} root={null} />,
    styles: STYLES,
    fonts: "web" as const,
    script: { entry: "builder" as const, mode: "redraws" as const },
    noindex: data.register.sources.some(({ kind }) => kind === "illustrative"),
  })),
  files: [],
});
