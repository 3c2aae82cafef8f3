import { type IsoDate, isIsoDate } from "@/domain/date";
import type { SheetCell } from "../sheet";

/** What a cell says as a day. */
export type DayRead =
  | { readonly kind: "blank" }
  | { readonly kind: "day"; readonly day: IsoDate }
  /** A year, `yyyy-mm` or `yyyy-Qn`: less than a day. */
  | { readonly kind: "partial"; readonly text: string }
  | { readonly kind: "not-a-day" };

const BLANK_WORDS = /^(-|–|—|\.{2,}|…|\/|x|n\/?a|chưa có|chưa rõ|không có|không rõ|chưa)$/i;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$/;
const DAY_FIRST = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?:\s+\d{1,2}:\d{2}(:\d{2})?)?$/;
const IN_WORDS = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/i;
const MONTH = /^(?:tháng\s*)?(\d{1,2})\s*(?:\/|-|\.|\s+năm\s+)\s*(\d{4})$/i;
const QUARTER = /^(?:quý|quí|q)\s*(I{1,3}|IV|[1-4])\s*[/\-. ]?\s*(?:năm\s+)?(\d{4})$/i;
const YEAR = /^(?:năm\s+)?(\d{4})$/i;
const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };
/** Day 1 of the 1900 system, with its 29 February 1900 that never was: true from 1 March 1900. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const MILLISECONDS = 86_400_000;
/** Serial numbers of 1990 to 2100: other numbers in a column of days are no days. */
const SERIALS = { first: 32_874, last: 73_415 };

/**
 * A cell as a day: day first, as it is written in Việt Nam. A number is taken for a spreadsheet's serial number. "3/28/2026" is refused:
 * in an American file 5/3/2026 would be another day, so that the whole column is in doubt.
 */
export function readDay(cell: SheetCell): DayRead {
  if (cell === null) return { kind: "blank" };
  if (typeof cell === "object") return "day" in cell ? { kind: "day", day: cell.day } : { kind: "not-a-day" };
  if (typeof cell === "number") return fromNumber(cell);
  if (typeof cell !== "string") return { kind: "not-a-day" };
  const text = cell.normalize("NFC").trim();
  if (text === "" || BLANK_WORDS.test(text)) return { kind: "blank" };
  const iso = ISO.exec(text);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const written = DAY_FIRST.exec(text) ?? IN_WORDS.exec(text);
  if (written !== null) return dayOf(written[3], written[2], written[1]);
  const month = MONTH.exec(text);
  if (month !== null) {
    const number = Number(month[1]);
    return number >= 1 && number <= 12
      ? { kind: "partial", text: `${month[2]}-${String(number).padStart(2, "0")}` }
      : { kind: "not-a-day" };
  }
  const quarter = QUARTER.exec(text);
  if (quarter !== null) {
    const number = ROMAN[(quarter[1] ?? "").toUpperCase()] ?? Number(quarter[1]);
    return { kind: "partial", text: `${quarter[2]}-Q${number}` };
  }
  const year = YEAR.exec(text);
  if (year !== null) return { kind: "partial", text: year[1] ?? "" };
  const isoMonth = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (isoMonth !== null) return { kind: "partial", text };
  return /^\d{5}(\.\d+)?$/.test(text) ? fromNumber(Number(text)) : { kind: "not-a-day" };
}

function fromNumber(serial: number): DayRead {
  if (Number.isInteger(serial) && serial >= 1990 && serial <= 2100)
    return { kind: "partial", text: String(serial) };
  const whole = Math.floor(serial);
  // Not a number is neither below nor above.
  if (!(whole >= SERIALS.first && whole <= SERIALS.last)) return { kind: "not-a-day" };
  const day = new Date(SERIAL_EPOCH + whole * MILLISECONDS).toISOString().slice(0, 10);
  return isIsoDate(day) ? { kind: "day", day } : { kind: "not-a-day" };
}

function dayOf(year = "", month = "", day = ""): DayRead {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(text) ? { kind: "day", day: text } : { kind: "not-a-day" };
}
