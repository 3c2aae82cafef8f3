import { LOCALES } from "@/i18n/locale";
import { dossierMessages } from "@/i18n/messages/dossier";
import { CommuneDossier } from "@/views/dossier/CommuneDossier";
import { communeFacts, kindOf } from "@/views/dossier/dossierFacts";
import { communeFile } from "@/views/dossier/dossierFiles";
import { communeName } from "@/views/explore/words";
import { PageFrame } from "@/views/page/PageFrame";
import { readingPage } from "@/views/page/readingPage";
import { communePath, LANGUAGE_FOLDERS } from "@/views/page/sitePages";
import { filesBeside } from "./dossierFiles";
import { communePicture } from "./dossierPictures";
import { dossierSheets } from "./dossierSheets";
import type { BuiltPages, PageBuilder } from "./sitePage";

const STYLES = [new URL("../../../src/views/dossier/dossier.css", import.meta.url)];

/** A dossier of every commune and ward, `/xa/<code>/`, with its files. */
export const communeDossiers: PageBuilder = async (site): Promise<BuiltPages> => {
  const sheets = dossierSheets(site);
  const { data, drawings } = sheets;
  const built = await Promise.all(
    site.data.register.communes.map(async (commune): Promise<BuiltPages> => {
      const facts = communeFacts(data, commune);
      const kind = kindOf(data, facts.sourceIds);
      const draw = drawings(commune.name, [commune], facts.states, facts.numbers);
      const path = communePath(commune.code);
      const picture = communePicture(sheets, facts, kind, site.address);
      const parts = await Promise.all(
        LOCALES.map(async (locale) => {
          const place = { locale, path };
          // The band and the marks of a page speak of its own rows.
          const page = { ...readingPage(place, "communes", site.snapshot, site.data), kind };
          const m = dossierMessages[locale];
          const name = communeName(page.messages, commune);
          return {
            page: {
              ...place,
              title: m.communeTitle(name),
              description: m.communeDescription(name, facts.states.length),
              body: (
                <PageFrame page={page} className="dossier">
                  <CommuneDossier data={data} facts={facts} {...draw(locale)} />
                </PageFrame>
              ),
              styles: STYLES,
              fonts: "print" as const,
              script: { entry: "reading" as const, mode: "enhances" as const },
              noindex: kind === "illustrative",
              picture: () => picture(locale),
            },
            files: await filesBeside(`${LANGUAGE_FOLDERS[locale]}${path}`, communeFile(page, data, facts)),
          };
        }),
      );
      return { pages: parts.map(({ page }) => page), files: parts.flatMap(({ files }) => files) };
    }),
  );
  return { pages: built.flatMap(({ pages }) => pages), files: built.flatMap(({ files }) => files) };
};
