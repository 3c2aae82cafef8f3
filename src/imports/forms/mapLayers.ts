import type { Table } from "@/pack/csv";
import { SHAPE_COLUMN } from "@/pack/featureText";
import { hazardAssessedTable, hazardZonesTable } from "@/pack/tables/hazardFeatures";
import { workLinesTable } from "@/pack/tables/works";
import { column, recordedColumn, sourceColumn } from "./column";
import type { TableForm } from "./form";

const methodColumn = column(
  "method",
  "text",
  ["Phương pháp", "Method"],
  ["Bản đồ được lập thế nào, tỷ lệ nào, ai lập.", "How, at what scale and by whom the map was made."],
  {
    isRequired: true,
    isShared: true,
    aliases: ["Phương pháp lập", "Nguồn bản đồ", "Tỷ lệ"],
    example: "Bản đồ 1:50.000",
  },
);

/** Ids that drawing programs give by themselves. */
const IDS = ["id", "fid", "gid", "objectid", "ogc_fid", "Mã"] as const;

const shapeColumn = (type: "lines" | "polygons", vi: string, en: string) =>
  column(
    SHAPE_COLUMN,
    type,
    [vi, en],
    [
      "Lấy từ tệp bản đồ (GeoJSON, Shapefile nén .zip, KML), không gõ tay.",
      "Taken from the map file (GeoJSON, zipped Shapefile, KML), never typed.",
    ],
    { isRequired: true },
  );

/** Lines of works of the register. */
export const workLinesForm: TableForm = {
  id: "work-lines",
  table: workLinesTable as Table<unknown>,
  title: { vi: "Tuyến của công trình", en: "Lines of works" },
  about: {
    vi: "Mỗi đối tượng một tuyến (đường, kênh, kè) của công trình có trong danh mục. Chỉ nhận tệp bản đồ.",
    en: "One feature a line (road, canal, embankment) of a work of the register. Map files only.",
  },
  key: ["work_id"],
  hasTemplate: false,
  columns: [
    column(
      "work_id",
      "text",
      ["Mã công trình", "Work id"],
      ["Mã trong danh mục công trình.", "As in the register."],
      { isRequired: true, aliases: ["Mã CT", "Mã số", "Mã dự án", "Mã"], example: "CT-001" },
    ),
    shapeColumn("lines", "Hình tuyến", "Line"),
  ],
};

/** A province's own susceptibility map. */
export const hazardZonesForm: TableForm = {
  id: "hazard-zones",
  table: hazardZonesTable as Table<unknown>,
  title: { vi: "Vùng nguy cơ sạt lở", en: "Landslide susceptibility zones" },
  about: {
    vi: "Mỗi đối tượng một vùng với cấp nguy cơ. Bản đồ chính thức thay cho bản đồ minh họa. Chỉ nhận tệp bản đồ.",
    en: "One feature a zone with its class. The official map takes the place of the illustrative one. Map files only.",
  },
  key: ["zone_id"],
  hasTemplate: false,
  columns: [
    column("zone_id", "text", ["Mã vùng", "Zone id"], ["Không đổi.", "Never changes."], {
      isRequired: true,
      aliases: [...IDS, "Mã vùng nguy cơ"],
      example: "VNC-0001",
    }),
    column(
      "class",
      "word",
      ["Cấp nguy cơ", "Class"],
      [
        "Mức độ nhạy cảm với sạt lở; không phải cấp độ rủi ro thiên tai 1–5.",
        "Susceptibility to landslides; not the level of disaster risk 1–5.",
      ],
      {
        isRequired: true,
        words: {
          low: { vi: "Thấp", en: "Low" },
          moderate: { vi: "Trung bình", en: "Moderate" },
          high: { vi: "Cao", en: "High" },
          "very-high": { vi: "Rất cao", en: "Very high" },
        },
        aliases: ["Nguy cơ", "Cấp", "Mức nguy cơ", "Mức độ", "Phân cấp", "Cấp nguy cơ sạt lở"],
        example: "Cao",
      },
    ),
    methodColumn,
    recordedColumn,
    sourceColumn,
    shapeColumn("polygons", "Hình vùng", "Area"),
  ],
};

/** What ground that map speaks of: elsewhere is unassessed, never safe. */
export const hazardAssessedForm: TableForm = {
  id: "hazard-assessed",
  table: hazardAssessedTable as Table<unknown>,
  title: { vi: "Vùng đã đánh giá sạt lở", en: "Ground assessed for landslides" },
  about: {
    vi: "Ranh giới của phần đất mà bản đồ nguy cơ đã xét. Thiếu tệp này thì chỉ các vùng nguy cơ được coi là đã đánh giá. Chỉ nhận tệp bản đồ.",
    en: "The bounds of the ground the susceptibility map looked at. Without it only the zones count as assessed. Map files only.",
  },
  key: ["area_id"],
  hasTemplate: false,
  columns: [
    column("area_id", "text", ["Mã khu vực", "Area id"], ["Không đổi.", "Never changes."], {
      isRequired: true,
      aliases: [...IDS, "Mã khu vực đánh giá"],
      example: "KV-01",
    }),
    methodColumn,
    recordedColumn,
    sourceColumn,
    shapeColumn("polygons", "Hình khu vực", "Area"),
  ],
};
