import { compareRankingMessages } from "@/i18n/messages/compareRanking";
import { saveTable } from "../../explore/table/saveTable";
import type { ReadingPage } from "../../page/context";
import type { Comparison } from "../context";
import type { RankingModel } from "./rankingRows";
import { rankingMetadata, rankingTable } from "./rankingTable";

/** Hands the ranking on the page to the browser as a file; resolves to its name. */
export function saveRanking(
  comparison: Comparison,
  model: RankingModel,
  page: ReadingPage,
  format: "csv-semicolon" | "xlsx",
): Promise<string> {
  const table = rankingTable(comparison, model, page);
  return saveTable(table, rankingMetadata(comparison, table, page, location.href), format, {
    asOf: comparison.now.asOf,
    aboutTitle: compareRankingMessages[page.locale].about,
    isIllustrative: table.rows.some(({ kind }) => kind === "illustrative"),
  });
}
