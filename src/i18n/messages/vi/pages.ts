import type { Texts } from "../../locale";

/** Texts of the documents themselves: the tab title. */
export const pages = {
  documentTitle: (view: string) => `${view} – Bản đồ Chương trình 22, tỉnh Bắc Ninh`,
} satisfies Texts;
