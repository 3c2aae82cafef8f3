import { namespace } from "../locale";

/** Texts of the page that is shown when there is none; only the build reads them. */
export const notFoundMessages = namespace(
  {
    siteName: "Bản đồ Chương trình 22",
    title: "Không tìm thấy trang này",
    text: "Địa chỉ có thể đã gõ sai, hoặc trang chưa có trong bản này. Các liên kết đã chia sẻ tới bản đồ vẫn mở được từ trang chính.",
    toMap: "Về bản đồ",
  },
  {
    siteName: "Programme 22 map",
    title: "This page was not found",
    text: "The address may be mistyped, or the page is not part of this edition. Shared links to the map still open from the main page.",
    toMap: "To the map",
  },
);
