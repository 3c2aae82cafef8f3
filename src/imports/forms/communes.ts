import type { Table } from "@/pack/csv";
import { communePlansTable, communeStatusTable } from "@/pack/tables/communes";
import { column, recordedColumn, sourceColumn } from "./column";
import type { TableForm } from "./form";

const commune = column(
  "commune_code",
  "commune",
  ["Mã xã", "Commune"],
  ["Mã hoặc tên xã.", "Code or name."],
  {
    isRequired: true,
    aliases: ["Xã", "Tên xã", "Xã, phường", "Địa bàn", "Địa bàn (xã)"],
    example: "07654",
  },
);

/** Which communes are especially difficult, and since when. */
export const communeStatusForm: TableForm = {
  id: "commune-status",
  table: communeStatusTable as Table<unknown>,
  title: { vi: "Diện xã", en: "Status of communes" },
  about: {
    vi: "Mỗi dòng một xã thuộc diện đặc biệt khó khăn theo một quyết định.",
    en: "One row a commune that is especially difficult by a decision.",
  },
  key: ["commune_code", "status", "valid_from", "recorded_on"],
  hasTemplate: true,
  columns: [
    commune,
    column("status", "word", ["Diện", "Status"], ["Diện của xã.", "Status of the commune."], {
      isRequired: true,
      words: { "especially-difficult": { vi: "Xã đặc biệt khó khăn", en: "Especially difficult" } },
      aliases: ["Diện xã", "Phân loại"],
      example: "Xã đặc biệt khó khăn",
    }),
    column(
      "decision_no",
      "text",
      ["Số quyết định", "Decision no."],
      ["Để trống nếu không rõ.", "Blank if not known."],
      {
        aliases: ["Quyết định", "Số QĐ"],
        example: "QĐ-VD-02",
      },
    ),
    column(
      "valid_from",
      "day",
      ["Có hiệu lực từ", "Valid from"],
      ["Để trống nếu không rõ.", "Blank if not known."],
      {
        aliases: ["Từ ngày"],
        example: "28/03/2026",
      },
    ),
    column(
      "valid_to",
      "day",
      ["Hết hiệu lực", "Valid to"],
      [
        "Ngày đầu tiên không còn thuộc diện; để trống nếu còn.",
        "First day it no longer holds; blank while it does.",
      ],
      {
        aliases: ["Đến ngày"],
      },
    ),
    recordedColumn,
    column("basis", "text", ["Căn cứ", "Basis"], ["Văn bản làm căn cứ.", "The document it rests on."], {
      isRequired: true,
      example: "Danh sách ví dụ",
    }),
    sourceColumn,
  ],
};

/** Who owed a plan by June 2026, and who handed it in. */
export const communePlansForm: TableForm = {
  id: "commune-plans",
  table: communePlansTable as Table<unknown>,
  title: { vi: "Theo dõi kế hoạch của xã", en: "Plans owed by communes" },
  about: { vi: "Mỗi dòng một xã phải nộp kế hoạch.", en: "One row a commune that owed a plan." },
  key: ["commune_code", "due_on", "recorded_on"],
  hasTemplate: true,
  columns: [
    commune,
    column("due_on", "day", ["Hạn nộp", "Due on"], ["Ngày phải nộp.", "The day it was due."], {
      isRequired: true,
      aliases: ["Hạn", "Thời hạn"],
      example: "30/06/2026",
    }),
    column(
      "submitted_on",
      "day",
      ["Ngày nộp", "Submitted on"],
      ["Để trống nếu chưa nộp.", "Blank if it was not handed in."],
      {
        aliases: ["Đã nộp ngày"],
        example: "05/06/2026",
      },
    ),
    recordedColumn,
    sourceColumn,
  ],
};
