import { LOCALES } from "@/i18n/locale";
import { compareMessages } from "@/i18n/messages/compare";
import { decodeBoundaries } from "@/scene/geometry";
import { needRiskPaletteCss } from "@/scene/needRiskPalette";
import { DEFAULT_COMPARE_VIEW } from "@/state/compareView";
import { ComparePage } from "@/views/compare/ComparePage";
import { comparisonOf } from "@/views/compare/comparison";
import { sheetOf } from "@/views/compare/maps/mapSheet";
import { ShapeSheet } from "@/views/compare/maps/ShapeSheet";
import { loadLaterSections } from "@/views/compare/sections";
import { readingPage } from "@/views/page/readingPage";
import { SITE_PAGES } from "@/views/page/sitePages";
import { boundariesForPage } from "../pageGeometry";
import type { PageBuilder } from "./sitePage";

const STYLES = [
  new URL("../../../src/views/compare/compare.css", import.meta.url),
  new URL("../../../src/views/compare/answer/answer.css", import.meta.url),
  new URL("../../../src/views/compare/ranking/ranking.css", import.meta.url),
  new URL("../../../src/views/compare/pairs/pairs.css", import.meta.url),
  new URL("../../../src/views/compare/curves/curves.css", import.meta.url),
  new URL("../../../src/views/compare/need/need.css", import.meta.url),
];

const nothing = () => undefined;

/** The page of comparisons, `/so-sanh/`: complete as HTML for the default view; its script draws it again for others. */
export const comparePages: PageBuilder = async ({ data }) => {
  const { boundaries } = data.geometry;
  const { communes } = data.register;
  const sheet = sheetOf(communes);
  const [west, south, east, north] = [
    Math.min(...communes.map(({ bbox }) => bbox[0])),
    Math.min(...communes.map(({ bbox }) => bbox[1])),
    Math.max(...communes.map(({ bbox }) => bbox[2])),
    Math.max(...communes.map(({ bbox }) => bbox[3])),
  ];
  const shapes =
    boundaries === null ? null : (
      <ShapeSheet
        boundaries={decodeBoundaries(boundariesForPage(boundaries, [west, south, east, north], sheet))}
        sheet={sheet}
      />
    );
  const later = await loadLaterSections();
  const comparison = comparisonOf(data, DEFAULT_COMPARE_VIEW, nothing);
  return {
    pages: LOCALES.map((locale) => {
      const place = { locale, path: SITE_PAGES.compare };
      const page = readingPage(place, "compare", comparison.now, data);
      return {
        ...place,
        title: compareMessages[locale].title,
        description: compareMessages[locale].description,
        before: shapes,
        body: <ComparePage page={page} comparison={comparison} later={later} kept={null} />,
        styles: STYLES,
        palette: needRiskPaletteCss(),
        fonts: "web" as const,
        script: { entry: "compare" as const, mode: "redraws" as const },
        noindex: page.kind === "illustrative",
      };
    }),
    files: [],
  };
};
