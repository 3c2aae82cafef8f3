import type { Texts } from "../../locale";

/** Texts of the documents themselves: tab title, description, and the page that is shown when there is none. */
export const pages = {
  siteName: "Bản đồ Chương trình 22",
  documentTitle: (view: string) => `${view} – Bản đồ Chương trình 22, tỉnh Bắc Ninh`,
  notFoundTitle: "Không tìm thấy trang này",
  notFoundText:
    "Địa chỉ có thể đã gõ sai, hoặc trang chưa có trong bản này. Các liên kết đã chia sẻ tới bản đồ vẫn mở được từ trang chính.",
  toMap: "Về bản đồ",
} satisfies Texts;
