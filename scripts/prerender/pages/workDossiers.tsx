import { LOCALES } from "@/i18n/locale";
import { dossierMessages } from "@/i18n/messages/dossier";
import { kindOf, workDossierSources } from "@/views/dossier/dossierFacts";
import { workFile } from "@/views/dossier/dossierFiles";
import { communesOf } from "@/views/dossier/dossierMaps";
import { WorkDossier } from "@/views/dossier/WorkDossier";
import { communeName } from "@/views/explore/words";
import { PageFrame } from "@/views/page/PageFrame";
import { readingPage } from "@/views/page/readingPage";
import { LANGUAGE_FOLDERS, workPath } from "@/views/page/sitePages";
import { filesBeside } from "./dossierFiles";
import { workPicture } from "./dossierPictures";
import { dossierSheets } from "./dossierSheets";
import type { BuiltPages, PageBuilder } from "./sitePage";

const STYLES = [new URL("../../../src/views/dossier/dossier.css", import.meta.url)];
/** The one work of a dossier needs no number. */
const NO_NUMBERS: ReadonlyMap<string, number> = new Map();

/** A dossier of every work of the register, `/cong-trinh/<id>/`, with its files. */
export const workDossiers: PageBuilder = async (site): Promise<BuiltPages> => {
  const sheets = dossierSheets(site);
  const { data, drawings } = sheets;
  const built = await Promise.all(
    site.snapshot.allWorks.map(async (state): Promise<BuiltPages> => {
      const { work } = state;
      const kind = kindOf(data, workDossierSources(data, state));
      const communes = communesOf(state, data.communeByCode);
      const draw = drawings(work.name, communes, [state], NO_NUMBERS);
      const path = workPath(work.workId);
      const picture = workPicture(sheets, state, kind, site.address);
      const parts = await Promise.all(
        LOCALES.map(async (locale) => {
          const place = { locale, path };
          const page = { ...readingPage(place, "works", site.snapshot, site.data), kind };
          const m = dossierMessages[locale];
          const places =
            communes.map((commune) => communeName(page.messages, commune)).join(", ") || m.noCommune;
          return {
            page: {
              ...place,
              title: m.workTitle(work.name),
              description: m.workDescription(work.name, places),
              body: (
                <PageFrame page={page} className="dossier">
                  <WorkDossier data={data} state={state} {...draw(locale)} />
                </PageFrame>
              ),
              styles: STYLES,
              fonts: "print" as const,
              script: { entry: "reading" as const, mode: "enhances" as const },
              noindex: kind === "illustrative",
              picture: () => picture(locale),
            },
            files: await filesBeside(`${LANGUAGE_FOLDERS[locale]}${path}`, workFile(page, data, state)),
          };
        }),
      );
      return { pages: parts.map(({ page }) => page), files: parts.flatMap(({ files }) => files) };
    }),
  );
  return { pages: built.flatMap(({ pages }) => pages), files: built.flatMap(({ files }) => files) };
};
