import type { Table } from "@/pack/csv";
import { hazardEventsTable } from "@/pack/tables/hazard";
import { column, pointColumns, recordedColumn, sourceColumn } from "./column";
import type { TableForm } from "./form";

/** Landslides, cracks and floods that happened, and sites somebody warned of. */
export const hazardEventsForm: TableForm = {
  id: "hazard-events",
  table: hazardEventsTable as Table<unknown>,
  title: { vi: "Sự kiện thiên tai", en: "Hazard events" },
  about: {
    vi: "Mỗi dòng một vụ sạt lở, vết nứt, ngập lụt đã xảy ra, hoặc một điểm đã được cảnh báo, kèm nguồn.",
    en: "One row a landslide, crack or flood that happened, or a site that was warned of, with its source.",
  },
  key: ["event_id"],
  hasTemplate: true,
  columns: [
    column("event_id", "text", ["Mã sự kiện", "Event id"], ["Không đổi.", "Never changes."], {
      isRequired: true,
      aliases: ["Mã", "Mã điểm"],
      example: "SK-001",
    }),
    column(
      "date",
      "partial-day",
      ["Ngày xảy ra", "Date"],
      [
        "Ngày/tháng/năm, tháng/năm hoặc năm, rõ đến đâu ghi đến đó.",
        "A day, a month or a year, as far as it is known.",
      ],
      { aliases: ["Thời điểm", "Thời gian", "Ngày"], example: "18/09/2024" },
    ),
    column(
      "type",
      "word",
      ["Loại", "Type"],
      ["Một trong bốn loại của danh sách.", "One of the four of the list."],
      {
        isRequired: true,
        words: {
          landslide: { vi: "Sạt lở", en: "Landslide" },
          crack: { vi: "Vết nứt", en: "Crack" },
          flood: { vi: "Lũ, ngập", en: "Flood" },
          warning: { vi: "Cảnh báo", en: "Warning" },
        },
        aliases: ["Loại thiên tai", "Loại sự kiện", "Loại hình"],
        example: "Sạt lở",
      },
    ),
    column(
      "commune_codes",
      "communes",
      ["Địa bàn (xã)", "Communes"],
      [
        "Mã hoặc tên xã; nhiều xã cách nhau bằng dấu chấm phẩy. Để trống nếu chưa khớp được.",
        "Codes or names, parted by semicolons. Blank if not matched yet.",
      ],
      { aliases: ["Xã", "Tên xã", "Mã xã", "Địa bàn", "Xã, phường", "Xã/phường"], example: "07654" },
    ),
    column(
      "place",
      "text",
      ["Vị trí", "Place"],
      ["Thôn, sườn, đoạn đường… như nguồn ghi.", "Village, slope, stretch of road… as the source has it."],
      { aliases: ["Địa điểm", "Thôn"], example: "Thôn ví dụ 1" },
    ),
    column(
      "description",
      "text",
      ["Mô tả", "Description"],
      ["Việc gì đã xảy ra, đe dọa bao nhiêu hộ.", "What happened, how many households are in danger."],
      { isRequired: true, aliases: ["Nội dung", "Diễn biến", "Hiện trạng"], example: "Sạt ta luy dài 30 m" },
    ),
    ...pointColumns.map((each) => ({ ...each, example: "" })),
    recordedColumn,
    sourceColumn,
    column("url", "text", ["Liên kết", "Link"], ["Trang đã đăng.", "The page it was on."], {
      aliases: ["Đường dẫn", "Địa chỉ trang"],
    }),
  ],
};
