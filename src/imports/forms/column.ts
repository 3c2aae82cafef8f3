import type { ColumnForm, ColumnType, Localised } from "./form";

interface Further {
  readonly unit?: Localised;
  readonly isRequired?: boolean;
  readonly isShared?: boolean;
  readonly words?: Readonly<Record<string, Localised>>;
  readonly aliases?: readonly string[];
  readonly example?: string;
}

/** Days and words a row cannot be without are mostly those of the whole file. */
const SHARED: ReadonlySet<ColumnType> = new Set<ColumnType>(["day", "year", "word"]);

/** A column of a form; heading and note are given Vietnamese first. */
export const column = (
  name: string,
  type: ColumnType,
  [vi, en]: readonly [string, string],
  [noteVi, noteEn]: readonly [string, string],
  {
    unit,
    isRequired = false,
    isShared = isRequired && SHARED.has(type),
    words,
    aliases = [],
    example = "",
  }: Further = {},
): ColumnForm => ({
  column: name,
  heading: { vi, en },
  note: { vi: noteVi, en: noteEn },
  unit: unit ?? null,
  type,
  isRequired,
  isShared,
  words: words ?? null,
  aliases,
  example,
});

/** Units that several tables share. */
export const UNITS = {
  million: { vi: "triệu đồng", en: "million dong" },
  percent: { vi: "%", en: "%" },
  metres: { vi: "m", en: "m" },
  degrees: { vi: "độ, WGS 84", en: "degrees, WGS 84" },
  households: { vi: "hộ", en: "households" },
} as const;

const DAY: readonly [string, string] = ["Ngày/tháng/năm.", "Day/month/year."];

/** The document a row comes from. The import fills it in for all rows. */
export const sourceColumn = column(
  "source_id",
  "source",
  ["Mã nguồn", "Source id"],
  [
    "Mã của văn bản hoặc tệp mà số liệu lấy từ đó; để trống khi nhập thì lấy nguồn đã khai chung.",
    "Id of the document or file the figures come from; blank in an import: the source given for all of it.",
  ],
  { isRequired: true, aliases: ["Nguồn", "Nguồn số liệu", "Source"], example: "SRC-VI-DU" },
);

/** The day something became known: figures of the past are never written over. */
export const recordedColumn = column(
  "recorded_on",
  "day",
  ["Ngày ghi nhận", "Recorded on"],
  [
    `${DAY[0]} Ngày số liệu có hiệu lực để dùng; đính chính là một dòng mới có ngày muộn hơn.`,
    `${DAY[1]} The day the figures became known; a correction is a new row with a later day.`,
  ],
  { isRequired: true, aliases: ["Ngày cập nhật", "Ngày nhập", "Ngày ban hành"], example: "30/06/2026" },
);

/** Longitude, latitude and how far the point may be off. */
export const pointColumns: readonly ColumnForm[] = [
  column(
    "lon",
    "longitude",
    ["Kinh độ", "Longitude"],
    ["Độ thập phân, khoảng 106. Để trống nếu chưa đo.", "Decimal degrees, about 106. Blank if not measured."],
    { unit: UNITS.degrees, aliases: ["lng", "long", "X", "Kinh độ (X)"], example: "106.968" },
  ),
  column(
    "lat",
    "latitude",
    ["Vĩ độ", "Latitude"],
    ["Độ thập phân, khoảng 21. Để trống nếu chưa đo.", "Decimal degrees, about 21. Blank if not measured."],
    { unit: UNITS.degrees, aliases: ["Y", "Vĩ độ (Y)"], example: "21.311" },
  ),
  column(
    "accuracy_m",
    "metres",
    ["Sai số vị trí", "Error of the position"],
    [
      "Bán kính sai số của tọa độ. Để trống nếu không rõ.",
      "Radius of error of the coordinates. Blank if not known.",
    ],
    { unit: UNITS.metres, aliases: ["Sai số", "Độ chính xác"], example: "10" },
  ),
];

/** Areas of figures that are given for the province, a commune or a village. */
export const areaColumns: readonly ColumnForm[] = [
  column(
    "area_level",
    "word",
    ["Cấp", "Level"],
    ["Để trống khi nhập thì hiểu theo địa bàn.", "Blank in an import: understood from the area."],
    {
      isRequired: true,
      words: {
        province: { vi: "Tỉnh", en: "Province" },
        commune: { vi: "Xã", en: "Commune" },
        village: { vi: "Thôn", en: "Village" },
      },
      aliases: ["Cấp địa bàn", "Loại địa bàn"],
      example: "Xã",
    },
  ),
  column(
    "area_code",
    "area",
    ["Mã địa bàn", "Area"],
    [
      "Mã hoặc tên xã (mã 5 chữ số), mã hoặc tên thôn, hoặc 24 cho toàn tỉnh.",
      "Code or name of a commune (5 digits), id or name of a village, or 24 for the province.",
    ],
    {
      isRequired: true,
      aliases: [
        "Địa bàn",
        "Mã xã",
        "Xã, phường",
        "Xã",
        "Tên xã",
        "Tên thôn",
        "Thôn",
        "Đơn vị",
        "Tên đơn vị",
        "Xã/phường",
      ],
      example: "07654",
    },
  ),
];
