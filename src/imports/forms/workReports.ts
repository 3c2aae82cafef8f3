import type { Table } from "@/pack/csv";
import { workReportsTable } from "@/pack/tables/works";
import { column, sourceColumn, UNITS } from "./column";
import type { TableForm } from "./form";

const KNOWN = "Để trống nếu chưa biết; không ghi 0 thay cho chưa biết.";
const KNOWN_EN = "Blank if it is not known; never 0 for unknown.";

/** What was reported of a work for a closing day. */
export const workReportsForm: TableForm = {
  id: "work-reports",
  table: workReportsTable as Table<unknown>,
  title: { vi: "Báo cáo tiến độ", en: "Progress reports" },
  about: {
    vi: "Mỗi dòng một công trình ở một ngày chốt số liệu. Đính chính là một dòng mới: cùng ngày chốt, ngày báo cáo muộn hơn, kèm lý do.",
    en: "One row a work and closing day. A correction is a new row: the same closing day, a later day of reporting, and the reason.",
  },
  key: ["work_id", "as_of", "reported_on"],
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
    column(
      "as_of",
      "day",
      ["Ngày chốt số liệu", "Closing day"],
      ["Số liệu tính đến ngày này.", "The figures are as of this day."],
      {
        isRequired: true,
        aliases: ["Kỳ báo cáo", "Số liệu đến ngày", "Tính đến ngày", "Ngày chốt"],
        example: "25/09/2026",
      },
    ),
    column(
      "reported_on",
      "day",
      ["Ngày báo cáo", "Reported on"],
      ["Ngày báo cáo được gửi.", "The day the report was handed in."],
      {
        isRequired: true,
        aliases: ["Ngày gửi báo cáo", "Ngày lập báo cáo", "Ngày lập"],
        example: "30/09/2026",
      },
    ),
    column("stage", "word", ["Giai đoạn", "Stage"], [KNOWN, KNOWN_EN], {
      words: {
        preparation: { vi: "Chuẩn bị đầu tư", en: "Preparation" },
        started: { vi: "Khởi công", en: "Started" },
        construction: { vi: "Đang thi công", en: "Under construction" },
        accepted: { vi: "Nghiệm thu", en: "Accepted" },
        "handed-over": { vi: "Bàn giao", en: "Handed over" },
        settled: { vi: "Quyết toán", en: "Settled" },
        suspended: { vi: "Tạm dừng", en: "Suspended" },
      },
      aliases: ["Trạng thái", "Tình trạng", "Giai đoạn thực hiện"],
      example: "Đang thi công",
    }),
    column(
      "physical_progress",
      "percent",
      ["Tiến độ khối lượng", "Physical progress"],
      [
        `Phần trăm khối lượng đã làm trên toàn bộ công trình. ${KNOWN}`,
        `Share of all the work that is done. ${KNOWN_EN}`,
      ],
      {
        unit: UNITS.percent,
        aliases: [
          "Tiến độ",
          "Tiến độ thực hiện",
          "% khối lượng",
          "Khối lượng thực hiện",
          "Tỷ lệ khối lượng",
          "Tiến độ thi công",
        ],
        example: "48",
      },
    ),
    column(
      "value_done_cumulative",
      "money",
      ["Giá trị khối lượng thực hiện lũy kế", "Value of work done, cumulative"],
      [KNOWN, KNOWN_EN],
      {
        unit: UNITS.million,
        aliases: [
          "Giá trị khối lượng lũy kế",
          "GTKL lũy kế",
          "Giá trị khối lượng thực hiện",
          "Giá trị thực hiện lũy kế",
        ],
        example: "18764",
      },
    ),
    column(
      "disbursed_year",
      "money",
      ["Giải ngân trong năm", "Disbursed this year"],
      [`Từ đầu năm đến ngày chốt. ${KNOWN}`, `From the start of the year to the closing day. ${KNOWN_EN}`],
      {
        unit: UNITS.million,
        aliases: ["Giải ngân năm", "Giải ngân từ đầu năm", "GN trong năm"],
        example: "5990",
      },
    ),
    column(
      "disbursed_cumulative",
      "money",
      ["Giải ngân lũy kế", "Disbursed, cumulative"],
      [`Từ khi khởi công. ${KNOWN}`, `Since the start. ${KNOWN_EN}`],
      {
        unit: UNITS.million,
        aliases: ["Giải ngân", "GN lũy kế", "Lũy kế giải ngân", "Giá trị giải ngân lũy kế"],
        example: "18264",
      },
    ),
    column("actual_start", "day", ["Ngày khởi công thực tế", "Actual start"], [KNOWN, KNOWN_EN], {
      aliases: ["Khởi công thực tế", "Ngày khởi công"],
      example: "27/09/2026",
    }),
    column("accepted_on", "day", ["Ngày nghiệm thu", "Accepted on"], [KNOWN, KNOWN_EN], {
      aliases: ["Nghiệm thu"],
    }),
    column("actual_end", "day", ["Ngày hoàn thành thực tế", "Actual completion"], [KNOWN, KNOWN_EN], {
      aliases: ["Hoàn thành thực tế", "Ngày hoàn thành", "Ngày bàn giao"],
    }),
    column(
      "obstacle",
      "text",
      ["Khó khăn, vướng mắc", "Obstacle"],
      ["Để trống nếu không có.", "Blank if there is none."],
      {
        aliases: ["Vướng mắc", "Khó khăn", "Tồn tại, vướng mắc"],
        example: "Chờ bàn giao mặt bằng",
      },
    ),
    column(
      "proposal",
      "text",
      ["Đề xuất, kiến nghị", "Proposal"],
      ["Để trống nếu không có.", "Blank if there is none."],
      {
        aliases: ["Đề xuất", "Kiến nghị"],
      },
    ),
    column(
      "authority",
      "text",
      ["Cấp thẩm quyền", "Authority"],
      ["Cấp có thẩm quyền giải quyết.", "Who can decide."],
      {
        aliases: ["Cấp có thẩm quyền", "Thẩm quyền giải quyết"],
      },
    ),
    column(
      "correction_reason",
      "text",
      ["Lý do đính chính", "Reason of the correction"],
      [
        "Chỉ ghi khi sửa số đã báo cáo của cùng ngày chốt.",
        "Only where figures of the same closing day were reported before.",
      ],
      {
        aliases: ["Lý do điều chỉnh", "Lý do sửa"],
      },
    ),
    sourceColumn,
  ],
};
