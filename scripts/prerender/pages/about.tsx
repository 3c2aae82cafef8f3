import { LOCALES } from "@/i18n/locale";
import { aboutMessages } from "@/i18n/messages/about";
import { readingPage } from "@/views/page/readingPage";
import { SITE_PAGES } from "@/views/page/sitePages";
import { AboutPage } from "./AboutPage";
import type { PageBuilder } from "./sitePage";

const STYLES = [new URL("./about.css", import.meta.url)];

/** What the map is and how it computes: `/gioi-thieu/`. */
export const aboutPages: PageBuilder = ({ data, snapshot }) => ({
  pages: LOCALES.map((locale) => {
    const place = { locale, path: SITE_PAGES.about };
    const page = readingPage(place, "about", snapshot, data);
    return {
      ...place,
      title: aboutMessages[locale].title,
      description: aboutMessages[locale].description,
      body: <AboutPage data={data} page={page} />,
      styles: STYLES,
      fonts: "web" as const,
      script: { entry: "reading" as const, mode: "enhances" as const },
      noindex: page.kind === "illustrative",
    };
  }),
  files: [],
});
