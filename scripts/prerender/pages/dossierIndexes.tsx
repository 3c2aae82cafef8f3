import { LOCALES } from "@/i18n/locale";
import { dossierMessages } from "@/i18n/messages/dossier";
import { CommuneIndex, WorkIndex } from "@/views/dossier/IndexPages";
import { PageFrame } from "@/views/page/PageFrame";
import { readingPage } from "@/views/page/readingPage";
import { SITE_PAGES } from "@/views/page/sitePages";
import type { PageBuilder } from "./sitePage";

const STYLES = [new URL("../../../src/views/dossier/dossierIndex.css", import.meta.url)];

const INDEXES = [
  { id: "communes", title: "communesTitle", description: "communesDescription", Index: CommuneIndex },
  { id: "works", title: "worksTitle", description: "worksDescription", Index: WorkIndex },
] as const;

/** The lists of all dossiers, `/xa/` and `/cong-trinh/`. */
export const dossierIndexes: PageBuilder = ({ data, snapshot }) => ({
  pages: INDEXES.flatMap(({ id, title, description, Index }) =>
    LOCALES.map((locale) => {
      const place = { locale, path: SITE_PAGES[id] };
      const page = readingPage(place, id, snapshot, data);
      return {
        ...place,
        title: dossierMessages[locale][title],
        description: dossierMessages[locale][description],
        body: (
          <PageFrame page={page} className="index" view="">
            <Index />
          </PageFrame>
        ),
        styles: STYLES,
        fonts: "print" as const,
        script: { entry: "reading" as const, mode: "enhances" as const },
        noindex: page.kind === "illustrative",
      };
    }),
  ),
  files: [],
});
