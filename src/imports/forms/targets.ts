import type { Table } from "@/pack/csv";
import { observationsTable, targetsTable } from "@/pack/tables/targets";
import { areaColumns, column, recordedColumn, sourceColumn } from "./column";
import type { TableForm } from "./form";

/** What a plan promises. */
export const targetsForm: TableForm = {
  id: "targets",
  table: targetsTable as Table<unknown>,
  title: { vi: "Chỉ tiêu", en: "Targets" },
  about: { vi: "Mỗi dòng một chỉ tiêu của một kế hoạch.", en: "One row a target of a plan." },
  key: ["target_id"],
  hasTemplate: true,
  columns: [
    column("target_id", "text", ["Mã chỉ tiêu", "Target id"], ["Không đổi.", "Never changes."], {
      isRequired: true,
      aliases: ["Mã"],
      example: "CT-VD-1",
    }),
    column("indicator", "text", ["Chỉ tiêu", "Indicator"], ["Tên chỉ tiêu.", "Its name."], {
      isRequired: true,
      aliases: ["Tên chỉ tiêu", "Nội dung chỉ tiêu"],
      example: "Tỷ lệ hộ nghèo ví dụ",
    }),
    ...areaColumns,
    column("unit", "text", ["Đơn vị tính", "Unit"], ["Ví dụ %, hộ, km.", "E.g. %, households, km."], {
      isRequired: true,
      aliases: ["ĐVT"],
      example: "%",
    }),
    column(
      "baseline_year",
      "whole",
      ["Năm gốc", "Baseline year"],
      ["Để trống nếu không nêu.", "Blank if not stated."],
      { example: "2025" },
    ),
    column(
      "baseline_value",
      "number",
      ["Giá trị gốc", "Baseline"],
      ["Để trống nếu không nêu.", "Blank if not stated."],
      {
        aliases: ["Số liệu gốc", "Hiện trạng"],
        example: "21.31",
      },
    ),
    column(
      "target_year",
      "whole",
      ["Năm mục tiêu", "Target year"],
      ["Để trống nếu không nêu.", "Blank if not stated."],
      {
        aliases: ["Năm đích"],
        example: "2030",
      },
    ),
    column(
      "target_value",
      "number",
      ["Giá trị mục tiêu", "Target"],
      ["Để trống nếu không nêu.", "Blank if not stated."],
      {
        aliases: ["Mục tiêu", "Kế hoạch 2030"],
        example: "10",
      },
    ),
    column("direction", "word", ["Chiều", "Direction"], ["Khi nào là đạt.", "When it is met."], {
      isRequired: true,
      words: {
        below: { vi: "Dưới", en: "Below" },
        "at-most": { vi: "Không quá", en: "At most" },
        "at-least": { vi: "Từ mức đó trở lên", en: "At least" },
        above: { vi: "Trên", en: "Above" },
        exactly: { vi: "Đúng bằng", en: "Exactly" },
      },
      aliases: ["So sánh"],
      example: "Dưới",
    }),
    column(
      "stated_pace",
      "number",
      ["Mức tăng, giảm mỗi năm", "Stated pace"],
      ["Theo kế hoạch; để trống nếu không nêu.", "As the plan states it; blank if it does not."],
      {
        aliases: ["Bình quân mỗi năm"],
        example: "1.5",
      },
    ),
    column(
      "standard",
      "text",
      ["Chuẩn áp dụng", "Standard"],
      ["Ví dụ chuẩn nghèo 2022-2025.", "E.g. poverty standard 2022-2025."],
      {
        aliases: ["Chuẩn nghèo", "Chuẩn"],
      },
    ),
    column(
      "responsible_body",
      "text",
      ["Đơn vị chịu trách nhiệm", "Responsible body"],
      ["Để trống nếu không nêu.", "Blank if not stated."],
      {
        aliases: ["Cơ quan chủ trì", "Đơn vị chủ trì"],
        example: "Đơn vị ví dụ",
      },
    ),
    column(
      "quote",
      "text",
      ["Trích nguyên văn", "Quote"],
      ["Câu trong kế hoạch.", "The sentence of the plan."],
      { aliases: ["Nguyên văn"] },
    ),
    column("note", "text", ["Ghi chú", "Note"], ["Tùy ý.", "Free."], { aliases: ["Chú thích"] }),
    sourceColumn,
  ],
};

/** What was found of a target in a year. */
export const observationsForm: TableForm = {
  id: "observations",
  table: observationsTable as Table<unknown>,
  title: { vi: "Kết quả chỉ tiêu", en: "Observations of targets" },
  about: { vi: "Mỗi dòng một chỉ tiêu trong một năm.", en: "One row a target and year." },
  key: ["target_id", "year", "standard", "recorded_on"],
  hasTemplate: true,
  columns: [
    column(
      "target_id",
      "text",
      ["Mã chỉ tiêu", "Target id"],
      ["Như trong bảng chỉ tiêu.", "As in the table of targets."],
      {
        isRequired: true,
        aliases: ["Mã"],
        example: "CT-VD-1",
      },
    ),
    column("year", "year", ["Năm", "Year"], ["Năm của số liệu.", "Year of the figure."], {
      isRequired: true,
      example: "2026",
    }),
    column("value", "number", ["Giá trị", "Value"], ["Kết quả đạt được.", "What was reached."], {
      isRequired: true,
      aliases: ["Kết quả", "Thực hiện", "Số liệu"],
      example: "19.8",
    }),
    column(
      "standard",
      "text",
      ["Chuẩn áp dụng", "Standard"],
      ["Ví dụ chuẩn nghèo 2022-2025.", "E.g. poverty standard 2022-2025."],
      {
        aliases: ["Chuẩn nghèo", "Chuẩn"],
      },
    ),
    recordedColumn,
    sourceColumn,
  ],
};
