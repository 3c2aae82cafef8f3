import type { Translation } from "../../locale";
import type { pages as vietnamese } from "../vi/pages";

export const pages: Translation<typeof vietnamese> = {
  documentTitle: (view: string) => `${view} – Programme 22 map, Bắc Ninh province`,
};
