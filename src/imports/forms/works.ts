import type { Table } from "@/pack/csv";
import { worksTable } from "@/pack/tables/works";
import { column, pointColumns, sourceColumn } from "./column";
import type { TableForm } from "./form";

/** The register: one row a work. */
export const worksForm: TableForm = {
  id: "works",
  table: worksTable as Table<unknown>,
  title: { vi: "Danh mục công trình", en: "Register of works" },
  about: {
    vi: "Mỗi dòng một công trình: tên, lĩnh vực, địa bàn, chủ đầu tư. Cơ quan chủ trì Chương trình có danh mục này.",
    en: "One row a work: name, sector, place, owner. Whoever runs the Programme has it.",
  },
  key: ["work_id"],
  hasTemplate: true,
  columns: [
    column(
      "work_id",
      "text",
      ["Mã công trình", "Work id"],
      ["Không đổi qua các kỳ báo cáo.", "Stays the same over all periods."],
      {
        isRequired: true,
        aliases: ["Mã CT", "Mã số", "Mã dự án", "Mã", "Mã công trình, dự án"],
        example: "CT-001",
      },
    ),
    column("name", "text", ["Tên công trình", "Name"], ["Như trong quyết định.", "As in the decision."], {
      isRequired: true,
      aliases: [
        "Tên công trình, dự án",
        "Tên dự án",
        "Tên",
        "Công trình",
        "Danh mục công trình",
        "Danh mục dự án",
        "Nội dung đầu tư",
      ],
      example: "Trường tiểu học ví dụ",
    }),
    column(
      "sector",
      "word",
      ["Lĩnh vực", "Sector"],
      ["Sáu lĩnh vực của Chương trình, hoặc lĩnh vực khác.", "The six of the Programme, or another."],
      {
        isRequired: true,
        words: {
          school: { vi: "Trường học", en: "School" },
          "clean-water": { vi: "Nước sạch", en: "Clean water" },
          health: { vi: "Y tế", en: "Health" },
          transport: { vi: "Giao thông", en: "Transport" },
          irrigation: { vi: "Thủy lợi", en: "Irrigation" },
          "landslide-protection": { vi: "Chống sạt lở", en: "Landslide protection" },
          resettlement: { vi: "Ổn định dân cư", en: "Resettlement" },
          culture: { vi: "Văn hóa", en: "Culture" },
          other: { vi: "Khác", en: "Other" },
        },
        aliases: ["Ngành, lĩnh vực", "Ngành", "Loại công trình"],
        example: "Trường học",
      },
    ),
    column(
      "action",
      "text",
      ["Tính chất đầu tư", "Action"],
      ["Xây mới, cải tạo, nâng cấp…", "New, renewed, extended…"],
      {
        aliases: ["Hình thức đầu tư", "Loại đầu tư"],
        example: "xây mới",
      },
    ),
    column(
      "commune_codes",
      "communes",
      ["Địa bàn (xã)", "Communes"],
      [
        "Mã hoặc tên xã; nhiều xã cách nhau bằng dấu chấm phẩy. Để trống nếu chưa rõ.",
        "Codes or names, parted by semicolons. Blank if not known.",
      ],
      {
        aliases: [
          "Xã",
          "Tên xã",
          "Mã xã",
          "Địa bàn",
          "Xã, phường",
          "Địa điểm",
          "Địa điểm xây dựng",
          "Xã/phường",
        ],
        example: "07654",
      },
    ),
    column(
      "village_ids",
      "villages",
      ["Thôn", "Villages"],
      ["Mã hoặc tên thôn; nhiều thôn cách nhau bằng dấu chấm phẩy.", "Ids or names, parted by semicolons."],
      {
        aliases: ["Tên thôn", "Thôn, bản", "Mã thôn", "Thôn/bản"],
      },
    ),
    column(
      "location_precision",
      "word",
      ["Mức rõ của vị trí", "Precision of the place"],
      ["Vị trí được biết rõ đến đâu.", "How well the place is known."],
      {
        isRequired: true,
        words: {
          exact: { vi: "Vị trí chính xác", en: "Exact position" },
          line: { vi: "Theo tuyến", en: "Along a line" },
          village: { vi: "Theo thôn (± bán kính)", en: "By village (± radius)" },
          several: { vi: "Nhiều xã", en: "Several communes" },
          commune: { vi: "Chỉ biết xã", en: "Commune only" },
          unknown: { vi: "Không rõ nơi", en: "Place unknown" },
        },
        aliases: ["Vị trí", "Loại vị trí"],
        example: "Chỉ biết xã",
      },
    ),
    ...pointColumns.map((each) => ({ ...each, example: "" })),
    column(
      "owner",
      "text",
      ["Chủ đầu tư", "Owner"],
      ["Cơ quan làm chủ đầu tư.", "The body that owns the project."],
      {
        aliases: ["CĐT", "Đơn vị chủ đầu tư"],
        example: "Chủ đầu tư ví dụ",
      },
    ),
    column(
      "responsible_body",
      "text",
      ["Đơn vị quản lý dự án", "Responsible body"],
      ["Đơn vị chịu trách nhiệm thực hiện.", "The body that carries it out."],
      {
        aliases: [
          "Ban quản lý dự án",
          "Ban QLDA",
          "Đơn vị thực hiện",
          "Cơ quan chủ trì",
          "Đơn vị chịu trách nhiệm",
        ],
        example: "Đơn vị ví dụ",
      },
    ),
    column(
      "project_group",
      "word",
      ["Nhóm dự án", "Project group"],
      ["Nhóm A, B hoặc C.", "Group A, B or C."],
      {
        words: { A: { vi: "A", en: "A" }, B: { vi: "B", en: "B" }, C: { vi: "C", en: "C" } },
        aliases: ["Nhóm"],
        example: "C",
      },
    ),
    column(
      "in_plan_97",
      "word",
      ["Thuộc 97 công trình", "One of the 97"],
      ["Chỉ những công trình ghi “Có” được tính vào 97.", "Only those with “Yes” count among the 97."],
      {
        isRequired: true,
        words: {
          yes: { vi: "Có", en: "Yes" },
          no: { vi: "Không", en: "No" },
          unknown: { vi: "Chưa rõ", en: "Unknown" },
        },
        aliases: ["Thuộc danh mục 97", "Trong danh mục 97", "Phụ lục IV"],
        example: "Có",
      },
    ),
    column("note", "text", ["Ghi chú", "Note"], ["Tùy ý.", "Free."], { aliases: ["Chú thích"] }),
    sourceColumn,
  ],
};
