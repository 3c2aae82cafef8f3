import type { CommuneCode } from "@/domain/commune";
import { type IsoDate, isoDate } from "@/domain/date";
import type { LocationClass, Sector } from "@/domain/work";

/** The day on which the scenario is told. */
export const AS_OF = isoDate("2028-09-30");
/** The day the invented list of communes, works, plans and capital came in. */
export const FIRST_RECORDED = isoDate("2026-06-30");
/** Triệu đồng of the provincial budget for the 97 works: the total the province plan states. */
export const PROVINCIAL_CAPITAL = 4_000_000;

/** Ids of the invented sources, one for each part of the pack. */
export const SOURCE = {
  programme: "SRC-MH-01",
  reports: "SRC-MH-02",
  poverty: "SRC-MH-03",
  hazard: "SRC-MH-04",
  villages: "SRC-MH-05",
  communePlans: "SRC-MH-06",
} as const;

/**
 * What has become of a work by the as-of day. `late-end`, `late-start`: a planned day passed without the actual one.
 * `silent`: begun, but not reported since autumn 2027. `not-due`: everything still lies ahead.
 */
export type Fate =
  | "settled"
  | "handed-over"
  | "accepted"
  | "construction"
  | "late-end"
  | "late-start"
  | "started"
  | "preparation"
  | "suspended"
  | "silent"
  | "not-due";

/** One of the 97 works before it has a name and a place. */
export interface Slot {
  readonly sector: Sector;
  readonly locationClass: LocationClass;
  readonly fate: Fate;
  /** Percent of the whole work at the last report; null: none reported. */
  readonly progress: number | null;
  /** Communes besides the first, for the class `several`. */
  readonly alsoIn: readonly CommuneCode[];
}

/** The works of one commune; `code` is null for works whose commune is not known. */
export interface ProgrammeCommune {
  readonly code: CommuneCode | null;
  readonly name: string;
  readonly slots: readonly Slot[];
}

const SECTOR_OF: Readonly<Record<string, Sector>> = {
  S: "school",
  W: "clean-water",
  H: "health",
  T: "transport",
  I: "irrigation",
  L: "landslide-protection",
};
const CLASS_OF: Readonly<Record<string, LocationClass>> = {
  e: "exact",
  l: "line",
  v: "village",
  m: "several",
  c: "commune",
  u: "unknown",
};
const FATE_OF: Readonly<Record<string, Fate>> = {
  S: "settled",
  H: "handed-over",
  A: "accepted",
  C: "construction",
  L: "late-end",
  N: "late-start",
  B: "started",
  P: "preparation",
  X: "suspended",
  Q: "silent",
  Z: "not-due",
};

/** Reads `Tm:C35+07621`: sector and location class, fate and progress, further communes. */
export function readSlot(text: string): Slot {
  const [, sectorKey = "", classKey = "", fateKey = "", progress = "", also = ""] =
    /^(.)(.):(.)(\d*)((?:\+\d{5})*)$/.exec(text) ?? [];
  const sector = SECTOR_OF[sectorKey];
  const locationClass = CLASS_OF[classKey];
  const fate = FATE_OF[fateKey];
  if (sector === undefined || locationClass === undefined || fate === undefined) {
    throw new Error(`not a work of the scenario: ${text}`);
  }
  const alsoIn = also.split("+").filter((code) => code !== "") as CommuneCode[];
  return { sector, locationClass, fate, progress: progress === "" ? null : Number(progress), alsoIn };
}

const commune = (code: string | null, name: string, slots: string): ProgrammeCommune => ({
  code: code as CommuneCode | null,
  name,
  slots: slots.split(" ").map(readSlot),
});

/**
 * The 97 works, commune by commune: 21 candidates without Kiên Lao and Tam Tiến. Written out by hand, because what a
 * map should show (a commune at zero, one that fell silent, a tie, a group of late roads) is a decision, not chance.
 */
export const PROGRAMME: readonly ProgrammeCommune[] = [
  commune("07654", "An Lạc", "Se:H100 Sv:S100 Tl:L55 Tl:L48 He:C55 Tm:C35+07621 Tm:B8+07615 Sv:P"),
  commune("07621", "Vân Sơn", "Se:H100 Tl:L40 Im:C30+07627 Tl:X22 Sv:B12"),
  commune("07672", "Dương Hưu", "Se:H100 Tl:L58 Tl:L35 Sv:C25 Tm:C24+07616 Sc:P"),
  commune("07663", "Tuấn Đạo", "Se:H100 Sv:S100 Tl:C38 Tm:C20+07642 He:P0"),
  commune("07627", "Đại Sơn", "Se:H100 Tl:H100 Tl:L60 Sv:C40 Tm:C25+07537+07573"),
  commune("07534", "Sa Lý", "Se:L30 Tl:N0 Sv:B6 Tl:C18 Hc:P0"),
  commune("07531", "Tân Sơn", "Se:H100 Tl:C62 Sv:C50 Tl:C45 He:B15"),
  commune("07543", "Sơn Hải", "Se:N0 Tl:N0 Sv:P0 Sc:P0"),
  commune("07492", "Lục Sơn", "Sv:H100 Tl:S100 Se:L55 Tl:C50 Sc:X35 Le:B10"),
  commune("07489", "Trường Sơn", "Se:H100 Tl:C62 Sv:C50 Tl:C45 Hv:B15"),
  commune("07246", "Xuân Lương", "Se:S100 Tl:S100 Sv:H100 Tl:H100 Sc:C60"),
  commune("07594", "Đèo Gia", "Se:Q25 Tl:Q40 Sv:Q5 He:Q30"),
  commune("07573", "Biển Động", "Se:H100 Tl:C80 Hv:A100 Se:C50"),
  commune("07537", "Biên Sơn", "Se:H100 Tl:L40 Sv:C20 We:C30 Te:X15 Tc:P"),
  commune("07642", "Yên Định", "Se:S100 Tl:H100 Sv:C75 Se:C45"),
  commune("07616", "Tây Yên Tử", "Se:N0 Tl:C18 Sv:B10 Wc:C12 Te:P"),
  commune("07615", "Sơn Động", "Se:H100 Tl:L66 He:A96 Sv:C60"),
  commune("07603", "Nam Dương", "Se:Q20 Tl:Q35 Sc:Q4"),
  commune("07282", "Đồng Kỳ", "Iv:Z He:Z Sc:Z"),
  commune(null, "(chưa rõ xã)", "Su:B10 Su:C40 Hu:S100 Hu:C30 Tu:H100"),
];

/** The 19 communes, in the order above. */
export const PROGRAMME_CODES: readonly CommuneCode[] = PROGRAMME.flatMap(({ code }) =>
  code === null ? [] : [code],
);

/** Two communes whose works are alike in money and progress, so that they share a rank: the second copies the first. */
export const TIE = { first: "07531", second: "07489" } as const;

/** Works outside the 97: sector, commune, fate. */
export const OUTSIDE: readonly {
  readonly code: CommuneCode;
  readonly sector: Sector;
  readonly slot: string;
}[] = [
  { code: "07573" as CommuneCode, sector: "resettlement", slot: "Se:C40" },
  { code: "07615" as CommuneCode, sector: "culture", slot: "Sv:H100" },
  { code: "07642" as CommuneCode, sector: "culture", slot: "Se:C70" },
  { code: "07492" as CommuneCode, sector: "other", slot: "Sc:P0" },
];

/** Closing days of the quarterly reports. */
export const CLOSING_DAYS: readonly IsoDate[] = [
  "2026-09-25",
  "2026-12-25",
  "2027-03-25",
  "2027-06-25",
  "2027-09-25",
  "2027-12-25",
  "2028-03-25",
  "2028-06-25",
  "2028-09-25",
].map(isoDate);
/** The closing day most communes did not report. */
export const MISSED_CLOSING_DAY = isoDate("2027-12-25");
/** The communes that did. */
export const REPORTED_MISSED_DAY: readonly string[] = ["07246", "07642", "07573", "07627", "07537"];
/** Last closing day of the communes that fell silent. */
export const LAST_BEFORE_SILENCE = isoDate("2027-09-25");
/** The body whose roads are late in four neighbouring communes. */
export const LATE_BODY = "Đơn vị minh họa 3";
