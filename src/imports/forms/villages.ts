import type { Table } from "@/pack/csv";
import { villagesTable } from "@/pack/tables/villages";
import { column, pointColumns, sourceColumn } from "./column";
import type { TableForm } from "./form";

/** Villages, and where they lie. */
export const villagesForm: TableForm = {
  id: "villages",
  table: villagesTable as Table<unknown>,
  title: { vi: "Thôn", en: "Villages" },
  about: {
    vi: "Mỗi dòng một thôn, bản, tổ dân phố của xã hiện nay.",
    en: "One row a village of today's communes.",
  },
  key: ["village_id"],
  hasTemplate: true,
  columns: [
    column("village_id", "text", ["Mã thôn", "Village id"], ["Không đổi.", "Never changes."], {
      isRequired: true,
      aliases: ["Mã thôn, bản", "Mã"],
      example: "TH-001",
    }),
    column("name", "text", ["Tên thôn", "Name"], ["Kể cả chữ thôn, bản.", "With the kind of village."], {
      isRequired: true,
      aliases: ["Thôn", "Tên", "Thôn, bản", "Tên thôn, bản"],
      example: "Thôn ví dụ 1",
    }),
    column(
      "aliases",
      "list",
      ["Tên khác", "Other names"],
      ["Cách nhau bằng dấu chấm phẩy.", "Parted by semicolons."],
      {
        aliases: ["Tên cũ", "Tên gọi khác"],
      },
    ),
    column("commune_code", "commune", ["Mã xã", "Commune"], ["Mã hoặc tên xã.", "Code or name."], {
      isRequired: true,
      aliases: ["Xã", "Tên xã", "Xã, phường", "Địa bàn", "Địa bàn (xã)"],
      example: "07654",
    }),
    ...pointColumns,
    sourceColumn,
  ],
};
