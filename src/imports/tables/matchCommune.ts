import { foldAccents } from "@/analysis/foldAccents";
import type { Commune, CommuneCode } from "@/domain/commune";

/** What is known of a name or code that should be a commune of today. */
export type CommuneMatch =
  /** `via`: by its code, by its name of today, or by the name of a unit that went on unchanged or was merged into it. */
  | { readonly kind: "found"; readonly code: CommuneCode; readonly via: "code" | "name" | "same" | "merged" }
  /** The former unit was divided among several. */
  | { readonly kind: "split"; readonly codes: readonly CommuneCode[] }
  /** Several units of that name existed or exist. */
  | { readonly kind: "ambiguous"; readonly codes: readonly CommuneCode[] }
  | { readonly kind: "none" };

const UNIT = /^(xa|phuong|thi tran|commune|ward|x|p|tt)\s+/;
const UNIT_NAMES: Readonly<Record<string, string>> = {
  x: "xa",
  commune: "xa",
  p: "phuong",
  ward: "phuong",
  tt: "thi tran",
};
/** "Một phần xã Dĩnh Trì", "xã Dĩnh Trì (phần còn lại)". */
const PART = /(mot phan|phan con lai)/;
/** "Xã Đồng Tiến (huyện Yên Thế)": needed only where two districts had a unit of the name. */
const DISTRICT = / (huyen|thi xa|thanh pho|tp|tx) .*$/;

interface Named {
  /** Folded kind of unit: "xa", "phuong", "thi tran"; null: not said. */
  readonly unit: string | null;
  readonly name: string;
  readonly isPart: boolean;
}

function named(text: string): Named {
  const folded = foldAccents(text);
  const isPart = PART.test(folded);
  const bare = folded.replace(PART, " ").replace(/\s+/g, " ").trim();
  const unit = UNIT.exec(bare)?.[1] ?? null;
  return { unit: unit === null ? null : (UNIT_NAMES[unit] ?? unit), name: bare.replace(UNIT, ""), isPart };
}

interface Entry {
  readonly code: CommuneCode;
  readonly unit: string;
  readonly isPart: boolean;
  /** The commune has this one former unit, whole: nothing was merged. */
  readonly isSame: boolean;
}

/** Folded name → every unit of that name. */
type Index = ReadonlyMap<string, readonly Entry[]>;

function indexed(entries: readonly (readonly [string, Entry])[]): Index {
  const index = new Map<string, Entry[]>();
  for (const [name, entry] of entries) index.set(name, [...(index.get(name) ?? []), entry]);
  return index;
}

const codesOf = (entries: readonly Entry[]): readonly CommuneCode[] => [
  ...new Set(entries.map(({ code }) => code)),
];

/**
 * Finds communes of today by code or name, and by the names of the units that went into them in 2025. A name of today wins over a former
 * one unless the kind of unit says otherwise ("thị trấn …" is always a former one). Accents and case do not matter where they leave
 * one answer; tone placement never does (Hoà, Hòa).
 */
export function communeMatcher(communes: readonly Commune[]): (text: string) => CommuneMatch {
  const codes = new Set<string>(communes.map(({ code }) => code));
  const today = indexed(
    communes.map((commune): [string, Entry] => [
      foldAccents(commune.name),
      { code: commune.code, unit: commune.unit === "ward" ? "phuong" : "xa", isPart: false, isSame: true },
    ]),
  );
  const former = indexed(
    communes.flatMap((commune) =>
      commune.formerUnits.flatMap((text): [string, Entry][] => {
        const { unit, name, isPart } = named(text);
        const isSame = commune.formerUnits.length === 1 && !isPart;
        const entry: Entry = { code: commune.code, unit: unit ?? "", isPart, isSame };
        return [...new Set([name, name.replace(DISTRICT, "")])].map((each) => [each, entry]);
      }),
    ),
  );
  const narrowed = (entries: readonly Entry[] | undefined, unit: string | null) =>
    (entries ?? []).filter((entry) => unit === null || entry.unit === unit);

  const byName = (name: string, unit: string | null): CommuneMatch => {
    const now = narrowed(today.get(name), unit);
    const [only] = now;
    if (only !== undefined && now.length === 1) return { kind: "found", code: only.code, via: "name" };
    if (now.length > 1) return { kind: "ambiguous", codes: codesOf(now) };
    const before = narrowed(former.get(name), unit);
    const [first] = before;
    if (first === undefined) return { kind: "none" };
    const home = codesOf(before);
    if (home.length === 1) return { kind: "found", code: first.code, via: first.isSame ? "same" : "merged" };
    return before.some(({ isPart }) => isPart)
      ? { kind: "split", codes: home }
      : { kind: "ambiguous", codes: home };
  };

  const find = (text: string): CommuneMatch => {
    // A code read by a spreadsheet as a number has lost its leading zero.
    const digits = /^\d{4,5}$/.test(text.trim()) ? text.trim().padStart(5, "0") : null;
    if (digits !== null) {
      return codes.has(digits)
        ? { kind: "found", code: digits as CommuneCode, via: "code" }
        : { kind: "none" };
    }
    const { unit, name } = named(text);
    const found = byName(name, unit);
    return found.kind === "none" ? byName(name.replace(DISTRICT, ""), unit) : found;
  };
  // A table names the same few communes in thousands of rows.
  const known = new Map<string, CommuneMatch>();
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
}
