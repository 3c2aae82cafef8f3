import type { SheetCell } from "../sheet";

/** Which sign parts the decimals: `1.234,5` or `1,234.5`. */
export type Notation = "comma" | "point";

/** What a cell says as a number. */
export type NumberRead =
  /** Blank, or words that say that nothing is known ("-", "chưa có"). Never 0. */
  | { readonly kind: "blank" }
  /** `*`: counted, and not given away. */
  | { readonly kind: "withheld" }
  /** `unit` as written behind it (tỷ, triệu, nghìn, đồng); null: none. */
  | {
      readonly kind: "number";
      readonly value: number;
      readonly isPercent: boolean;
      readonly unit: "tỷ" | "triệu" | "nghìn" | "đồng" | null;
    }
  /** "1.234" is one of two numbers, and nothing tells which. */
  | { readonly kind: "ambiguous"; readonly readings: readonly [number, number] }
  | { readonly kind: "not-a-number" };

const BLANK_WORDS =
  /^(-|–|—|\.{2,}|…|n\/?a|null|chưa có( số liệu)?|chưa rõ|chưa báo cáo|không có số liệu|không rõ|unknown|none)$/i;
const UNIT = /\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng|vnđ|vnd|đ)(\s+đồng)?\.?$/iu;
const UNITS: Readonly<Record<string, "tỷ" | "triệu" | "nghìn" | "đồng">> = {
  tỷ: "tỷ",
  tỉ: "tỷ",
  triệu: "triệu",
  tr: "triệu",
  nghìn: "nghìn",
  ngàn: "nghìn",
  đồng: "đồng",
  vnđ: "đồng",
  vnd: "đồng",
  đ: "đồng",
};
/** Digits in groups of three, parted by one and the same sign. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;
const MAX_CHARACTERS = 60;

/** One sign, three digits behind it, one to three in front: thousands or decimals. "0,123" is no thousands. */
const EITHER = /^([1-9]\d{0,2})([.,])(\d{3})$/;

/** A cell as a number. @param notation what the rest of its column shows; null: nothing */
export function readNumber(cell: SheetCell, notation: Notation | null): NumberRead {
  if (typeof cell === "number") {
    return Number.isFinite(cell)
      ? { kind: "number", value: cell, isPercent: false, unit: null }
      : { kind: "not-a-number" };
  }
  if (cell === null) return { kind: "blank" };
  if (typeof cell !== "string") return { kind: "not-a-number" };
  const text = cell.normalize("NFC").trim();
  if (text === "" || BLANK_WORDS.test(text)) return { kind: "blank" };
  if (text === "*") return { kind: "withheld" };
  if (text.length > MAX_CHARACTERS) return { kind: "not-a-number" };

  const isPercent = text.endsWith("%");
  const unbarred = isPercent ? text.slice(0, -1).trimEnd() : text;
  const unitText = UNIT.exec(unbarred);
  const unit = unitText === null ? null : (UNITS[(unitText[1] ?? "").toLowerCase()] ?? null);
  const bare = unitText === null ? unbarred : unbarred.slice(0, unitText.index);
  const bracketed = /^\((.+)\)$/.exec(bare.trim());
  const signed = (bracketed?.[1] ?? bare).trim().replace(/^\u2212/, "-");
  const isNegative = bracketed !== null || signed.startsWith("-");
  // A space parts thousands and nothing else: "1 234,5", also with spaces that do not break.
  const spaced = signed.replace(/^[-+]\s*/, "");
  const digits = /^\d{1,3}([ \u00a0\u2009\u202f]\d{3})+([.,]\d+)?$/.test(spaced)
    ? spaced.replace(/[ \u00a0\u2009\u202f]/g, "")
    : spaced;
  const isSpaced = digits !== spaced;
  const finish = (value: number): NumberRead =>
    Number.isFinite(value)
      ? { kind: "number", value: isNegative && value !== 0 ? -value : value, isPercent, unit }
      : { kind: "not-a-number" };

  const either = isSpaced ? null : EITHER.exec(digits);
  if (either !== null) {
    const [, whole = "", sign = "", rest = ""] = either;
    const decimals = Number(`${whole}.${rest}`);
    const thousands = Number(`${whole}${rest}`);
    const isDecimal = notation === null ? null : (notation === "comma") === (sign === ",");
    if (isDecimal === null) {
      const turn = isNegative ? -1 : 1;
      return { kind: "ambiguous", readings: [turn * thousands, turn * decimals] };
    }
    return finish(isDecimal ? decimals : thousands);
  }
  const plain = decimalOf(digits);
  return plain === null ? { kind: "not-a-number" } : finish(plain);
}

/** A number whose notation shows by itself; null: none. */
function decimalOf(digits: string): number | null {
  if (/^\d+$/.test(digits)) return Number(digits);
  if (GROUPED.test(digits)) return Number(digits.replace(/[.,]/g, ""));
  const simple = /^(\d*)[.,](\d+)$/.exec(digits);
  if (simple !== null) return Number(`${simple[1] || "0"}.${simple[2]}`);
  const both = /^([1-9]\d{0,2}(?:([.,])\d{3})(?:\2\d{3})*)([.,])(\d+)$/.exec(digits);
  if (both !== null && both[2] !== both[3])
    return Number(`${(both[1] ?? "").replace(/[.,]/g, "")}.${both[4]}`);
  return /^\d+(\.\d+)?e[+-]?\d+$/i.test(digits) ? Number(digits) : null;
}

/**
 * How the numbers of a column are written, as far as its cells show it: a cell that can be read in one way only decides for all. Null:
 * none does, or they contradict each other.
 */
export function notationOf(cells: readonly SheetCell[]): Notation | null {
  const seen = new Set<Notation>();
  for (const cell of cells) {
    const shown = typeof cell === "string" ? shownNotation(cell) : null;
    if (shown !== null) seen.add(shown);
    if (seen.size > 1) return null;
  }
  return [...seen][0] ?? null;
}

function shownNotation(cell: string): Notation | null {
  const text = cell
    .trim()
    .replace(UNIT, "")
    .replace(/[%()\s\u00a0\u2009\u202f+-]/g, "")
    .replace("\u2212", "");
  if (text.length > MAX_CHARACTERS || !/^[\d.,]+$/.test(text) || EITHER.test(text)) return null;
  const last = /([.,])\d+$/.exec(text)?.[1];
  if (last === undefined) return null;
  // Thousands twice or more: the other sign parts the decimals.
  if (GROUPED.test(text)) return last === "," ? "point" : "comma";
  return decimalOf(text) === null ? null : last === "," ? "comma" : "point";
}
