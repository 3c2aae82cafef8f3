import type { Table } from "@/pack/csv";
import { capitalPlanTable } from "@/pack/tables/works";
import { column, recordedColumn, sourceColumn, UNITS } from "./column";
import type { TableForm } from "./form";

/** Money planned for a work, by year and source. */
export const capitalPlanForm: TableForm = {
  id: "capital-plan",
  table: capitalPlanTable as Table<unknown>,
  title: { vi: "Kế hoạch vốn", en: "Capital plan" },
  about: {
    vi: "Mỗi dòng một công trình, một năm, một nguồn vốn. Dòng ghi nhận sau cùng của cùng công trình, năm và nguồn là dòng có hiệu lực.",
    en: "One row a work, year and source of capital. The row recorded last for them holds.",
  },
  key: ["work_id", "year", "capital_source", "recorded_on"],
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
    column("year", "year", ["Năm", "Year"], ["Năm kế hoạch.", "Year of the plan."], {
      isRequired: true,
      aliases: ["Năm kế hoạch", "Kế hoạch năm"],
      example: "2026",
    }),
    column(
      "capital_source",
      "word",
      ["Nguồn vốn", "Source of capital"],
      ["Một dòng một nguồn.", "One row a source."],
      {
        isRequired: true,
        words: {
          provincial: { vi: "Ngân sách tỉnh", en: "Provincial budget" },
          central: { vi: "Ngân sách Trung ương", en: "Central budget" },
          counterpart: { vi: "Vốn đối ứng", en: "Counterpart funds" },
          commune: { vi: "Ngân sách xã", en: "Commune budget" },
          social: { vi: "Xã hội hóa", en: "Private and social funds" },
          loan: { vi: "Vốn vay", en: "Loans" },
          contribution: { vi: "Nhân dân đóng góp", en: "People's contributions" },
        },
        aliases: ["Loại vốn", "Nguồn"],
        example: "Ngân sách tỉnh",
      },
    ),
    column(
      "amount",
      "money",
      ["Kế hoạch vốn năm", "Amount"],
      ["Vốn giao trong năm.", "Capital assigned in the year."],
      {
        unit: UNITS.million,
        isRequired: true,
        aliases: ["Kế hoạch vốn", "KH vốn", "Số vốn", "Vốn kế hoạch", "Vốn giao"],
        example: "11590",
      },
    ),
    column(
      "carried_over",
      "money",
      ["Vốn kéo dài", "Carried over"],
      ["Vốn năm trước chuyển sang. Để trống nếu không rõ.", "From the year before. Blank if not known."],
      {
        unit: UNITS.million,
        aliases: ["Vốn chuyển nguồn", "Kéo dài"],
      },
    ),
    recordedColumn,
    { ...sourceColumn, aliases: ["Nguồn số liệu", "Source"] },
  ],
};
