import { namespace } from "../locale";

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** Texts of what a commune's works stand in (hazard, poverty, facts); they come with that part of the panel. */
export const situationMessages = namespace(
  {
    villagesListed: (count: number) => `${count} thôn có trong dữ liệu`,
    seat: "Trụ sở",
    formerUnits: "Sáp nhập từ",
    dossier: "Hồ sơ để in, tải về",
    drawnArea: (drawn: string, deviation: string) =>
      `Diện tích chính thức; hình vẽ đo được ${drawn} km² (lệch ${deviation}).`,
    relief: (share100: string, share200: string) =>
      `Địa hình chênh cao từ 100 m: ${share100} diện tích, từ 200 m: ${share200} (tham khảo, không phải nguy cơ).`,
    hazard: "Nguy cơ sạt lở",
    hazardShares: "Phần diện tích theo mức nguy cơ",
    hazardUnassessed: "Chưa đánh giá (không phải an toàn)",
    hazardNoData: "Chưa có bản đồ nguy cơ cho đơn vị này",
    hazardEvents: "Sự kiện đã ghi nhận",
    poverty: "Nghèo đa chiều",
    povertyRow: (year: string, standard: string) => `rà soát ${year}, chuẩn ${standard}`,
    povertyYearUnknown: "năm không nêu",
    povertyStandardUnknown: "không nêu",
    poor: "Hộ nghèo",
    nearPoor: "Hộ cận nghèo",
    ofHouseholds: (count: string) => `trên ${count} hộ`,
    suppressed: "không công bố (số nhỏ)",
    noPoverty: "Chưa có số liệu nghèo của đơn vị này",
    standardBreak: "Từ 2027 áp dụng chuẩn mới: không so trực tiếp với trước.",
  },
  {
    villagesListed: (count: number) => `${count} ${plural(count, "village", "villages")} in these data`,
    seat: "Seat",
    formerUnits: "Merged from",
    dossier: "Dossier to print or download",
    drawnArea: (drawn: string, deviation: string) =>
      `Official area; the drawn polygon measures ${drawn} km² (${deviation} off).`,
    relief: (share100: string, share200: string) =>
      `Relief of 100 m and more: ${share100} of the area, 200 m and more: ${share200} (reference, not hazard).`,
    hazard: "Landslide hazard",
    hazardShares: "Share of area by susceptibility",
    hazardUnassessed: "Not assessed (not: safe)",
    hazardNoData: "No hazard map for this unit yet",
    hazardEvents: "Recorded events",
    poverty: "Multidimensional poverty",
    povertyRow: (year: string, standard: string) => `review of ${year}, standard ${standard}`,
    povertyYearUnknown: "year not stated",
    povertyStandardUnknown: "not stated",
    poor: "Poor households",
    nearPoor: "Near-poor households",
    ofHouseholds: (count: string) => `of ${count} households`,
    suppressed: "not published (small number)",
    noPoverty: "No poverty figures for this unit yet",
    standardBreak: "A new standard applies from 2027: not directly comparable with earlier years.",
  },
);
