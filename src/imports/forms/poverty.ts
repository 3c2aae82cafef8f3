import type { Table } from "@/pack/csv";
import { povertyTable, relocationsTable } from "@/pack/tables/poverty";
import { areaColumns, column, recordedColumn, sourceColumn, UNITS } from "./column";
import type { TableForm } from "./form";

const COUNT: readonly [string, string] = [
  "Số nguyên; * nếu không công bố; để trống nếu chưa biết.",
  "Whole number; * if it is withheld; blank if it is not known.",
];

/** Poverty of an area in a year. */
export const povertyForm: TableForm = {
  id: "poverty",
  table: povertyTable as Table<unknown>,
  title: { vi: "Hộ nghèo, hộ cận nghèo", en: "Poverty" },
  about: {
    vi: "Mỗi dòng một địa bàn (tỉnh, xã hoặc thôn) trong một kỳ rà soát. Số của thôn dưới 10 hộ không được công bố: bản công bố tự giấu.",
    en: "One row an area (province, commune or village) and review. Village counts under 10 are not published: the release withholds them.",
  },
  key: ["area_level", "area_code", "year", "standard", "recorded_on"],
  hasTemplate: true,
  columns: [
    ...areaColumns,
    column("year", "year", ["Năm", "Year"], ["Năm rà soát.", "Year of the review."], {
      aliases: ["Năm rà soát", "Kỳ rà soát"],
      example: "2025",
    }),
    column(
      "standard",
      "word",
      ["Chuẩn nghèo", "Poverty standard"],
      ["Số liệu của hai chuẩn không so sánh được với nhau.", "Figures of two standards cannot be compared."],
      {
        words: {
          "2022-2025": { vi: "2022-2025", en: "2022-2025" },
          "2027-2030": { vi: "2027-2030", en: "2027-2030" },
        },
        aliases: ["Chuẩn"],
        example: "2022-2025",
      },
    ),
    column("households", "count", ["Tổng số hộ", "Households"], COUNT, {
      unit: UNITS.households,
      aliases: ["Số hộ", "Tổng hộ", "Tổng số hộ dân", "Tổng số hộ dân cư"],
      example: "1200",
    }),
    column("poor", "count", ["Số hộ nghèo", "Poor households"], COUNT, {
      unit: UNITS.households,
      aliases: ["Hộ nghèo", "Nghèo"],
      example: "150",
    }),
    column("near_poor", "count", ["Số hộ cận nghèo", "Near-poor households"], COUNT, {
      unit: UNITS.households,
      aliases: ["Hộ cận nghèo", "Cận nghèo"],
      example: "90",
    }),
    column(
      "poor_rate",
      "percent",
      ["Tỷ lệ hộ nghèo", "Poor rate"],
      ["Chỉ ghi khi nguồn chỉ có tỷ lệ.", "Only where the source gives the rate alone."],
      {
        unit: UNITS.percent,
        aliases: ["Tỷ lệ nghèo", "% hộ nghèo"],
      },
    ),
    column(
      "near_poor_rate",
      "percent",
      ["Tỷ lệ hộ cận nghèo", "Near-poor rate"],
      ["Chỉ ghi khi nguồn chỉ có tỷ lệ.", "Only where the source gives the rate alone."],
      {
        unit: UNITS.percent,
        aliases: ["Tỷ lệ cận nghèo", "% hộ cận nghèo"],
      },
    ),
    recordedColumn,
    sourceColumn,
  ],
};

/** Households to be moved away from danger. */
export const relocationsForm: TableForm = {
  id: "relocations",
  table: relocationsTable as Table<unknown>,
  title: { vi: "Di dời, ổn định dân cư", en: "Relocations" },
  about: { vi: "Mỗi dòng một điểm cần di dời.", en: "One row a place whose people are to be moved." },
  key: ["commune_code", "place", "recorded_on"],
  hasTemplate: true,
  columns: [
    column("place", "text", ["Điểm di dời", "Place"], ["Tên điểm dân cư.", "Name of the place."], {
      isRequired: true,
      aliases: ["Điểm", "Khu vực", "Địa điểm", "Tên điểm"],
      example: "Điểm ví dụ 1",
    }),
    column("commune_code", "commune", ["Mã xã", "Commune"], ["Mã hoặc tên xã.", "Code or name."], {
      isRequired: true,
      aliases: ["Xã", "Tên xã", "Xã, phường", "Địa bàn", "Địa bàn (xã)"],
      example: "07654",
    }),
    column("households", "count", ["Số hộ cần di dời", "Households"], COUNT, {
      unit: UNITS.households,
      aliases: ["Số hộ", "Tổng số hộ"],
      example: "24",
    }),
    column("done", "count", ["Số hộ đã di dời", "Households moved"], COUNT, {
      unit: UNITS.households,
      aliases: ["Đã di dời", "Đã thực hiện"],
      example: "12",
    }),
    recordedColumn,
    sourceColumn,
  ],
};
