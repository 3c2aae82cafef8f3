import { namespace } from "../locale";

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** Texts of the answers whether works lie in hazard zones; they come with the answers. */
export const hazardAnswersMessages = namespace(
  {
    hazardWorks: "Công trình trong vùng nguy cơ cao trở lên",
    hazardAnswers: (yes: number, no: number, unknown: number) =>
      `${yes} có · ${no} không · ${unknown} chưa rõ`,
    hazardOfWorks: (count: number) => `trên ${count} công trình`,
    hazardMethod:
      "Hình học của công trình so với vùng cao và rất cao; vị trí chỉ biết thôn hoặc xã được coi là cả một vùng.",
    "hazardReason.unknown-place": "không rõ công trình nằm ở đâu",
    "hazardReason.place-is-a-region": "vị trí chỉ biết gần đúng, vùng nguy cơ phủ một phần",
    "hazardReason.unassessed": "nơi này chưa được đánh giá nguy cơ",
    "hazardReason.inside": "cả công trình nằm trong vùng",
    "hazardReason.outside": "cả công trình nằm ngoài vùng, trên đất đã đánh giá",
    "hazardReason.partly": "một phần công trình nằm trong vùng",
  },
  {
    hazardWorks: "Works in zones of high susceptibility or above",
    hazardAnswers: (yes: number, no: number, unknown: number) => `${yes} yes · ${no} no · ${unknown} unknown`,
    hazardOfWorks: (count: number) => `of ${count} ${plural(count, "work", "works")}`,
    hazardMethod:
      "The work's geometry against zones of high and very high susceptibility; a place known by village or commune only counts as a whole region.",
    "hazardReason.unknown-place": "it is not known where the work is",
    "hazardReason.place-is-a-region": "the place is known roughly and the zone covers part of it",
    "hazardReason.unassessed": "this ground has not been assessed",
    "hazardReason.inside": "the whole work lies in the zone",
    "hazardReason.outside": "the whole work lies outside, on assessed ground",
    "hazardReason.partly": "part of the work lies in the zone",
  },
);
