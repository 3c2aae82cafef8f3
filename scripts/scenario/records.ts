import { addDays, isoDate } from "@/domain/date";
import { FIRST_RECORDED, PROGRAMME, PROGRAMME_CODES, SOURCE } from "./programme";
import { randomFor } from "./random";

const PUBLISHER = "Nhóm làm bản đồ này (tự tạo)";
const LICENCE = "CC0-1.0 (dữ liệu tự tạo)";

const SOURCES: readonly { readonly id: string; readonly title: string; readonly publishedOn: string }[] = [
  { id: SOURCE.programme, title: "Danh mục công trình, kế hoạch và vốn minh họa", publishedOn: "2026-06-30" },
  { id: SOURCE.reports, title: "Báo cáo tiến độ định kỳ minh họa", publishedOn: "2026-09-30" },
  { id: SOURCE.poverty, title: "Kết quả rà soát hộ nghèo minh họa", publishedOn: "2026-01-15" },
  { id: SOURCE.hazard, title: "Bản đồ phân vùng nguy cơ sạt lở minh họa", publishedOn: "2026-07-31" },
  { id: SOURCE.villages, title: "Danh sách thôn minh họa", publishedOn: "2026-06-30" },
  { id: SOURCE.communePlans, title: "Theo dõi kế hoạch cấp xã minh họa", publishedOn: "2026-06-30" },
];

/** Rows of sources.csv. */
export const sourceRows = () =>
  SOURCES.map(({ id, title, publishedOn }) => ({
    source_id: id,
    title,
    publisher: PUBLISHER,
    kind: "illustrative",
    published_on: publishedOn,
    retrieved_on: null,
    licence: LICENCE,
    url: null,
    note: "Số liệu bịa ra để cho thấy hệ thống làm gì; không phải số liệu thật. Chỉ tên và ranh giới xã là thật.",
  }));

/** Rows of commune_status.csv: which communes the scenario calls especially difficult. */
export const statusRows = () =>
  PROGRAMME_CODES.map((code) => ({
    commune_code: code,
    status: "especially-difficult",
    decision_no: "QĐ-MH-0001",
    valid_from: "2026-03-28",
    valid_to: null,
    recorded_on: FIRST_RECORDED as string,
    basis: "Danh sách minh họa: 19 trong 21 xã có thể thuộc diện này; chưa có danh sách chính thức",
    source_id: SOURCE.programme,
  }));

/** Communes that have not sent in the plan they owed by 6/2026. */
const NO_COMMUNE_PLAN: readonly string[] = ["07594", "07543"];
const LATE_COMMUNE_PLAN: readonly string[] = ["07534", "07616", "07603", "07531"];
const DUE_ON = "2026-06-30";

/** Rows of commune_plans.csv: owed by 30/6/2026; sent in, late, or not. */
export const communePlanRows = () =>
  PROGRAMME_CODES.flatMap((code) => {
    const random = randomFor(`commune plan ${code}`);
    const due = isoDate(DUE_ON);
    const row = { commune_code: code as string, due_on: DUE_ON, source_id: SOURCE.communePlans };
    const open = { ...row, submitted_on: null as string | null, recorded_on: DUE_ON as string };
    if (NO_COMMUNE_PLAN.includes(code)) return [open];
    if (!LATE_COMMUNE_PLAN.includes(code))
      return [{ ...open, submitted_on: addDays(due, -random.whole(2, 60)) }];
    const submitted = addDays(due, random.whole(9, 75));
    return [open, { ...open, submitted_on: submitted, recorded_on: submitted }];
  });

/** Rows of relocations.csv. */
export const relocationRows = () => {
  const place = (
    number: number,
    commune_code: string,
    households: number | null,
    done: number | null,
    recorded_on: string,
  ) => ({
    place: `Điểm sơ tán minh họa ${number}`,
    commune_code,
    households,
    done,
    recorded_on,
    source_id: SOURCE.hazard,
  });
  return [
    place(1, "07654", 24, 0, "2026-07-31"),
    place(1, "07654", 24, 15, "2028-03-31"),
    place(2, "07672", 38, 38, "2028-03-31"),
    place(3, "07616", 17, null, "2028-03-31"),
    place(4, "07492", 46, 12, "2028-03-31"),
    place(5, "07573", 31, 31, "2028-06-30"),
  ];
};

const TARGET_COMMUNES = [
  { code: "07621", baseline: 24.6, target: 11, pace: 2.6, observed: [24.6, 22.3, 25.1] },
  { code: "07672", baseline: 19.8, target: 9, pace: 2.4, observed: [19.8, 17.2, 19.9] },
] as const;
const OBSERVED_YEARS = [
  { year: 2025, standard: "2022-2025", recordedOn: "2026-01-15" },
  { year: 2026, standard: "2022-2025", recordedOn: "2027-01-15" },
  { year: 2027, standard: "2027-2030", recordedOn: "2028-01-15" },
] as const;

const targetId = (code: string, kind: string): string => `MH-MT-${code}-${kind}`;

/** Rows of targets.csv: poverty and roads of two communes. */
export const targetRows = () =>
  TARGET_COMMUNES.flatMap(({ code, baseline, target, pace }) => {
    const name = PROGRAMME.find((each) => each.code === code)?.name ?? code;
    const row = {
      area_level: "commune",
      area_code: code as string,
      target_year: 2030,
      responsible_body: "Đơn vị minh họa 1",
      source_id: SOURCE.communePlans,
    };
    return [
      {
        ...row,
        target_id: targetId(code, "1"),
        indicator: "Tỷ lệ nghèo đa chiều",
        unit: "%",
        baseline_year: 2025 as number | null,
        baseline_value: baseline as number | null,
        target_value: target as number,
        direction: "below",
        stated_pace: pace as number | null,
        standard: "2022-2025" as string | null,
        quote: `Phấn đấu đến năm 2030 tỷ lệ nghèo đa chiều của xã ${name} dưới ${target}% (minh họa)`,
        note: "Chuẩn nghèo đổi từ 2027: chuỗi bị ngắt (minh họa)" as string | null,
      },
      {
        ...row,
        target_id: targetId(code, "2"),
        indicator: "Tỷ lệ đường liên thôn được cứng hóa",
        unit: "%",
        baseline_year: null,
        baseline_value: null,
        target_value: 95,
        direction: "at-least",
        stated_pace: null,
        standard: null,
        quote: `Đến năm 2030, xã ${name} có ít nhất 95% đường liên thôn được cứng hóa (minh họa)`,
        note: "Không nêu số gốc (minh họa)",
      },
    ];
  });

/** Rows of observations.csv. */
export const observationRows = () =>
  TARGET_COMMUNES.flatMap(({ code, observed }, commune) => [
    ...OBSERVED_YEARS.map(({ year, standard, recordedOn }, index) => ({
      target_id: targetId(code, "1"),
      year,
      value: observed[index] ?? 0,
      standard: standard as string | null,
      recorded_on: recordedOn as string,
      source_id: SOURCE.communePlans,
    })),
    {
      target_id: targetId(code, "2"),
      year: 2027,
      value: 61 + commune * 12,
      standard: null,
      recorded_on: "2028-01-31",
      source_id: SOURCE.communePlans,
    },
  ]);
