import { namespace } from "../locale";

/** Texts of the targets in a panel; they come with a commune that has some. */
export const targetsMessages = namespace(
  {
    targetBelow: (value: string) => `dưới ${value}`,
    targetAtMost: (value: string) => `không quá ${value}`,
    targetAtLeast: (value: string) => `ít nhất ${value}`,
    targetAbove: (value: string) => `trên ${value}`,
    targetExactly: (value: string) => `${value}`,
    targetLine: (from: string, to: string, year: string) => `${from} → ${to} năm ${year}`,
    targetNoBaseline: "chưa có gốc",
    targetYearUnknown: "không nêu",
    statedPace: (pace: string, reaches: string) => `Nhịp nêu ra ${pace} điểm/năm chỉ tới ${reaches};`,
    statedPaceEnough: (pace: string, reaches: string) => `Nhịp nêu ra ${pace} điểm/năm tới ${reaches}: đủ.`,
    neededPace: (pace: string) => `cần trên ${pace} điểm/năm.`,
    paceBasis: (years: number) => `Tính với ${years} năm đến hạn, từ năm cơ sở 2025 nếu nguồn không nêu năm.`,
    targets: "Mục tiêu",
  },
  {
    targetBelow: (value: string) => `below ${value}`,
    targetAtMost: (value: string) => `at most ${value}`,
    targetAtLeast: (value: string) => `at least ${value}`,
    targetAbove: (value: string) => `above ${value}`,
    targetExactly: (value: string) => `${value}`,
    targetLine: (from: string, to: string, year: string) => `${from} → ${to} by ${year}`,
    targetNoBaseline: "no baseline",
    targetYearUnknown: "not stated",
    statedPace: (pace: string, reaches: string) =>
      `The stated pace of ${pace} points a year only reaches ${reaches};`,
    statedPaceEnough: (pace: string, reaches: string) =>
      `The stated pace of ${pace} points a year reaches ${reaches}: enough.`,
    neededPace: (pace: string) => `more than ${pace} points a year are needed.`,
    paceBasis: (years: number) =>
      `Counted over ${years} years to the target, from 2025 where the source states no year.`,
    targets: "Targets",
  },
);
