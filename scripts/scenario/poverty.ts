import { POVERTY_STANDARDS } from "@/domain/poverty";
import type { CommuneFacts, Land, Village } from "./places";
import { kilometres } from "./places";
import { PROGRAMME_CODES, SOURCE } from "./programme";
import { randomFor } from "./random";
import type { ScenarioWork } from "./works";

/** A count in a file: `*` is withheld. */
type Count = number | "*";

export interface PovertyRow {
  readonly area_level: "commune" | "village";
  readonly area_code: string;
  readonly year: number;
  readonly standard: string;
  readonly households: Count;
  readonly poor: Count;
  readonly near_poor: Count;
  readonly poor_rate: null;
  readonly near_poor_rate: null;
  readonly recorded_on: string;
  readonly note: string | null;
  readonly source_id: string;
}

const [OLD_STANDARD, NEW_STANDARD] = POVERTY_STANDARDS;
const ROUNDS = [
  { year: 2025, standard: OLD_STANDARD, recordedOn: "2026-01-15", growth: 1 },
  { year: 2026, standard: OLD_STANDARD, recordedOn: "2027-01-15", growth: 0.9 },
  { year: 2027, standard: NEW_STANDARD, recordedOn: "2028-01-15", growth: 1.22 },
] as const;
const VILLAGE_ROUND = ROUNDS[2];

const PERSONS_PER_HOUSEHOLD = 3.95;
const SMALLEST_PUBLISHED = 10;
/** An Lạc's plan states 21,31 %: its invented counts come near. */
const AN_LAC = { code: "07654", poor: 0.1045, nearPoor: 0.1086 } as const;
/** A ward with few poor households, and the one withheld with it so that no total gives it back. */
export const SUPPRESSED_WARDS = { small: "07210", second: "07228" } as const;
/** Tam Tiến: nothing reported. */
export const WITHOUT_POVERTY = "07264";
/** Communes where one village far from any finished school is made poor. */
export const POOR_VILLAGE_COMMUNES = ["07534", "07616", "07537"] as const;
/** Percent, poor and near poor together, of those villages. */
export const POOR_VILLAGE_RATE = 0.42;

const householdsOf = ({ population }: CommuneFacts): number => Math.round(population / PERSONS_PER_HOUSEHOLD);

/** Shares of poor and near-poor households of 2025. */
function sharesOf({ code }: CommuneFacts): { poor: number; nearPoor: number } {
  if (code === AN_LAC.code) return AN_LAC;
  const random = randomFor(`poverty ${code}`);
  const together = PROGRAMME_CODES.some((each) => each === code)
    ? random.between(0.1, 0.225)
    : random.between(0.005, 0.048);
  const poor = together * random.between(0.4, 0.6);
  return { poor, nearPoor: together - poor };
}

function communeRow(commune: CommuneFacts, round: (typeof ROUNDS)[number]): PovertyRow {
  const households = householdsOf(commune);
  const { poor, nearPoor } = sharesOf(commune);
  const withheld = commune.code === SUPPRESSED_WARDS.small || commune.code === SUPPRESSED_WARDS.second;
  return {
    area_level: "commune",
    area_code: commune.code,
    year: round.year,
    standard: round.standard,
    households,
    poor: withheld ? "*" : Math.round(households * poor * round.growth),
    near_poor: withheld ? "*" : Math.round(households * nearPoor * round.growth),
    poor_rate: null,
    near_poor_rate: null,
    recorded_on: round.recordedOn,
    note: withheld ? "Không công bố: số nhỏ, hoặc để không suy ra được số nhỏ (minh họa)" : null,
    source_id: SOURCE.poverty,
  };
}

/** Splits a whole number by weights; the parts add up to it. */
function split(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let [weightSoFar, given] = [0, 0];
  return weights.map((weight) => {
    weightSoFar += weight;
    const upTo = Math.round((total * weightSoFar) / all);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

interface VillageCounts {
  readonly village: Village;
  readonly households: number;
  readonly poor: number;
  readonly nearPoor: number;
}

/** The village of a commune farthest from every finished school. */
function farthestFromSchools(
  villages: readonly Village[],
  works: readonly ScenarioWork[],
): Village | undefined {
  const finished = works.filter(
    ({ sector, slot }) => sector === "school" && (slot.fate === "handed-over" || slot.fate === "settled"),
  );
  const distance = ({ point }: Village): number =>
    Math.min(...finished.flatMap((work) => (work.point === null ? [] : [kilometres(point, work.point)])));
  return villages.filter(({ published }) => published).toSorted((a, b) => distance(b) - distance(a))[0];
}

/** True counts of the villages of a commune; they add up to the commune's. */
function countVillages(
  commune: CommuneFacts,
  villages: readonly Village[],
  works: readonly ScenarioWork[],
): VillageCounts[] {
  const random = randomFor(`village poverty ${commune.code}`);
  const whole = communeRow(commune, VILLAGE_ROUND);
  const planted = POOR_VILLAGE_COMMUNES.some((code) => code === commune.code)
    ? farthestFromSchools(villages, works)
    : undefined;
  // The first village of every commune is a hamlet, small enough for its counts to be withheld.
  const sizes = villages.map((village, index) =>
    index === 0 && village !== planted ? 0.07 : random.between(0.7, 1.3),
  );
  const households = split(Number(whole.households), sizes);
  const rates = villages.map((_, index) => (index === 0 ? 0.9 : random.between(0.6, 1.45)));
  const at = planted === undefined ? -1 : villages.indexOf(planted);
  const share = (total: number): number[] => {
    const fixed = at < 0 ? 0 : Math.round(((households[at] ?? 0) * POOR_VILLAGE_RATE) / 2);
    const weights = households.map((count, index) => (index === at ? 0 : count * (rates[index] ?? 1)));
    return split(total - fixed, weights).map((count, index) => (index === at ? fixed : count));
  };
  const [poor, nearPoor] = [share(Number(whole.poor)), share(Number(whole.near_poor))];
  return villages.map((village, index) => ({
    village,
    households: households[index] ?? 0,
    poor: poor[index] ?? 0,
    nearPoor: nearPoor[index] ?? 0,
  }));
}

/**
 * Villages whose counts are withheld: those with a small one, and then the smallest of the others, so that at least two
 * counts of each column are unknown. Both columns of a village go together.
 */
function withheldVillages(counts: readonly VillageCounts[]): ReadonlySet<string> {
  const smallest = ({ poor, nearPoor }: VillageCounts): number => Math.min(poor, nearPoor);
  const small = counts.filter((each) => smallest(each) < SMALLEST_PUBLISHED);
  const others = counts
    .filter((each) => smallest(each) >= SMALLEST_PUBLISHED)
    .toSorted((a, b) => smallest(a) - smallest(b) || a.village.number - b.village.number);
  // One large village at least is among the withheld, so that their sum says nothing of the small ones.
  const second = small.length === 0 ? [] : others.slice(0, 1);
  return new Set([...small, ...second].map(({ village }) => village.id));
}

function villageRows(
  commune: CommuneFacts,
  villages: readonly Village[],
  works: readonly ScenarioWork[],
): PovertyRow[] {
  const counts = countVillages(commune, villages, works);
  const withheld = withheldVillages(counts);
  return counts.map(({ village, households, poor, nearPoor }) => ({
    area_level: "village",
    area_code: village.id,
    year: VILLAGE_ROUND.year,
    standard: VILLAGE_ROUND.standard,
    households,
    poor: withheld.has(village.id) ? "*" : poor,
    near_poor: withheld.has(village.id) ? "*" : nearPoor,
    poor_rate: null,
    near_poor_rate: null,
    recorded_on: VILLAGE_ROUND.recordedOn,
    note: null,
    source_id: SOURCE.poverty,
  }));
}

/** Rows of poverty.csv, as published: small counts withheld. */
export function povertyRows(
  land: Land,
  villages: readonly Village[],
  works: readonly ScenarioWork[],
): PovertyRow[] {
  const communes = [...land.communes.values()].filter(({ code }) => code !== WITHOUT_POVERTY);
  return [
    ...ROUNDS.flatMap((round) => communes.map((commune) => communeRow(commune, round))),
    ...communes.flatMap((commune) =>
      villageRows(
        commune,
        villages.filter(({ communeCode }) => communeCode === commune.code),
        works,
      ),
    ),
  ];
}
