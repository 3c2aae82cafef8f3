import type { Translation } from "../../locale";
import type { pages as vietnamese } from "../vi/pages";

export const pages: Translation<typeof vietnamese> = {
  siteName: "Programme 22 map",
  documentTitle: (view: string) => `${view} – Programme 22 map, Bắc Ninh province`,
  notFoundTitle: "This page was not found",
  notFoundText:
    "The address may be mistyped, or the page is not part of this edition. Shared links to the map still open from the main page.",
  toMap: "To the map",
};
