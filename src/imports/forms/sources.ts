import type { Table } from "@/pack/csv";
import { sourcesTable } from "@/pack/tables/sources";
import { column } from "./column";
import type { TableForm } from "./form";

/** The documents and files that figures come from: every other table names them. */
export const sourcesForm: TableForm = {
  id: "sources",
  table: sourcesTable as Table<unknown>,
  title: { vi: "Danh mục nguồn", en: "List of sources" },
  about: {
    vi: "Mỗi dòng một văn bản, tệp hoặc trang mà số liệu được lấy từ đó. Các bảng khác dẫn lại mã nguồn.",
    en: "One row a document, file or page figures were taken from. Other tables refer to its id.",
  },
  key: ["source_id"],
  hasTemplate: true,
  columns: [
    column("source_id", "text", ["Mã nguồn", "Source id"], ["Không đổi.", "Never changes."], {
      isRequired: true,
      aliases: ["Mã"],
      example: "SRC-VI-DU",
    }),
    column(
      "title",
      "text",
      ["Tên văn bản", "Title"],
      ["Tên, số, ký hiệu của văn bản.", "Name and number of the document."],
      {
        isRequired: true,
        aliases: ["Tên nguồn", "Văn bản", "Tên văn bản, tệp", "Tiêu đề"],
        example: "Báo cáo ví dụ số 01",
      },
    ),
    column(
      "publisher",
      "text",
      ["Cơ quan ban hành", "Publisher"],
      ["Cơ quan ban hành hoặc đăng.", "Who issued or published it."],
      { isRequired: true, aliases: ["Nơi ban hành", "Đơn vị ban hành"], example: "Cơ quan ví dụ" },
    ),
    column(
      "kind",
      "word",
      ["Tính chất", "Kind"],
      [
        "“Chính thức” chỉ dành cho số của cơ quan có thẩm quyền.",
        "“Official” is for figures of the authority in charge alone.",
      ],
      {
        isRequired: true,
        words: {
          official: { vi: "Chính thức", en: "Official" },
          published: { vi: "Công bố", en: "Published" },
          derived: { vi: "Tính từ số gốc", en: "Derived" },
          inference: { vi: "Suy luận", en: "Inference" },
          illustrative: { vi: "Minh họa", en: "Illustrative" },
        },
        aliases: ["Loại nguồn"],
        example: "Chính thức",
      },
    ),
    column(
      "published_on",
      "day",
      ["Ngày ban hành", "Published on"],
      ["Để trống nếu không rõ.", "Blank if not known."],
      { aliases: ["Ngày đăng", "Ngày ký"], example: "28/03/2026" },
    ),
    column(
      "retrieved_on",
      "day",
      ["Ngày lấy", "Retrieved on"],
      ["Ngày tải về hoặc nhận được.", "The day it was fetched or received."],
      { aliases: ["Ngày tải", "Ngày nhận", "Ngày truy cập"] },
    ),
    column(
      "licence",
      "text",
      ["Giấy phép", "Licence"],
      [
        "Điều kiện dùng lại; nếu không rõ, ghi đúng như vậy.",
        "Under what terms it may be used; say so if that is not known.",
      ],
      { isRequired: true, aliases: ["Điều kiện sử dụng"], example: "văn bản nhà nước" },
    ),
    column("url", "text", ["Liên kết", "Link"], ["Trang có văn bản.", "Where it can be read."], {
      aliases: ["Đường dẫn", "Địa chỉ trang"],
    }),
    column("note", "text", ["Ghi chú", "Note"], ["Tùy ý.", "Free."], { aliases: ["Chú thích"] }),
  ],
};
