import type { Table } from "@/pack/csv";
import { workPlansTable } from "@/pack/tables/works";
import { column, recordedColumn, sourceColumn, UNITS } from "./column";
import type { TableForm } from "./form";

/** What was decided of a work: money and days. */
export const workPlansForm: TableForm = {
  id: "work-plans",
  table: workPlansTable as Table<unknown>,
  title: { vi: "Kế hoạch công trình", en: "Plans of works" },
  about: {
    vi: "Mỗi dòng một lần quyết định của một công trình: tổng mức đầu tư, ngày khởi công và hoàn thành theo kế hoạch. Điều chỉnh là một dòng mới.",
    en: "One row a decision on a work: total investment, planned start and completion. A change is a new row.",
  },
  key: ["work_id", "recorded_on"],
  hasTemplate: true,
  columns: [
    column(
      "work_id",
      "text",
      ["Mã công trình", "Work id"],
      ["Như trong danh mục công trình.", "As in the register."],
      {
        isRequired: true,
        aliases: ["Mã CT", "Mã dự án", "Mã", "Mã số"],
        example: "CT-001",
      },
    ),
    recordedColumn,
    column(
      "total_investment",
      "money",
      ["Tổng mức đầu tư", "Total investment"],
      ["Để trống nếu chưa duyệt.", "Blank if not approved yet."],
      {
        unit: UNITS.million,
        aliases: ["TMĐT", "Tổng mức", "Tổng vốn đầu tư", "Tổng mức đầu tư được duyệt"],
        example: "39230",
      },
    ),
    column(
      "planned_start",
      "day",
      ["Ngày khởi công kế hoạch", "Planned start"],
      ["Để trống nếu chưa định.", "Blank if not set yet."],
      {
        aliases: [
          "Khởi công kế hoạch",
          "Ngày khởi công (kế hoạch)",
          "Khởi công (kế hoạch)",
          "Thời gian khởi công",
        ],
        example: "05/09/2026",
      },
    ),
    column(
      "planned_end",
      "day",
      ["Ngày hoàn thành kế hoạch", "Planned completion"],
      ["Để trống nếu chưa định.", "Blank if not set yet."],
      {
        aliases: ["Hoàn thành kế hoạch", "Thời gian hoàn thành", "Ngày hoàn thành (kế hoạch)"],
        example: "06/02/2028",
      },
    ),
    column(
      "decision_no",
      "text",
      ["Số quyết định", "Decision no."],
      ["Quyết định chủ trương đầu tư hoặc quyết định đầu tư.", "Of the investment policy or the investment."],
      {
        aliases: ["Quyết định", "Quyết định đầu tư", "Số QĐ", "Quyết định phê duyệt"],
        example: "QĐ-VD-01",
      },
    ),
    sourceColumn,
  ],
};
