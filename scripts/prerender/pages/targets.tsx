import { LOCALES } from "@/i18n/locale";
import { targetsPageMessages } from "@/i18n/messages/targetsPage";
import { readingPage } from "@/views/page/readingPage";
import { SITE_PAGES } from "@/views/page/sitePages";
import { TargetsPage } from "@/views/targets/TargetsPage";
import type { PageBuilder } from "./sitePage";

const STYLES = [new URL("../../../src/views/targets/targets.css", import.meta.url)];

/** The page of targets and of the plans that were owed: `/chi-tieu/`. */
export const targetsPages: PageBuilder = ({ data, snapshot }) => ({
  pages: LOCALES.map((locale) => {
    const place = { locale, path: SITE_PAGES.targets };
    const page = readingPage(place, "targets", snapshot, data);
    return {
      ...place,
      title: targetsPageMessages[locale].title,
      description: targetsPageMessages[locale].description,
      body: <TargetsPage page={page} />,
      styles: STYLES,
      fonts: "web" as const,
      script: { entry: "reading" as const, mode: "enhances" as const },
      noindex: page.kind === "illustrative",
    };
  }),
  files: [],
});
