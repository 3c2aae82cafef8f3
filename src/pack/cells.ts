import type { CommuneCode } from "@/domain/commune";
import { isCommuneCode } from "@/domain/commune";
import { type IsoDate, isIsoDate } from "@/domain/date";
import type { Count } from "@/domain/poverty";
import { type Place, Problems } from "./problems";

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
/** What a withheld count looks like in a file. */
export const SUPPRESSED_MARK = "*";
const LIST_SEPARATOR = ";";

interface NumberRules {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

/**
 * The cells of one row, read by column name. A bad cell is reported and the row marked as failed; the value handed
 * back is then only a stand-in. A blank cell is unknown: `null` where it may be, an error where it may not.
 */
export class Cells {
  failed = false;
  readonly #asked = new Set<string>();

  constructor(
    readonly at: Place,
    private readonly values: ReadonlyMap<string, string>,
    private readonly problems: Problems,
    /** Features have no header: a property that is not there is reported where it is missing. */
    private readonly kind: "column" | "property" = "column",
  ) {}

  /** A row without cells that only notes what it is asked for. */
  static probe(): Cells {
    return new Cells({ file: "", row: null }, new Map(), new Problems());
  }

  asked(): readonly string[] {
    return [...this.#asked];
  }

  optionalText(column: string): string | null {
    const value = this.#value(column);
    return value === "" ? null : value;
  }

  text(column: string): string {
    return this.optionalText(column) ?? this.#blank(column, "");
  }

  list(column: string): string[] {
    const value = this.#value(column);
    return value === "" ? [] : value.split(LIST_SEPARATOR).map((part) => part.trim());
  }

  communeCode(column: string): CommuneCode {
    return this.#code(column, this.text(column));
  }

  communeCodes(column: string): CommuneCode[] {
    return this.list(column).map((code) => this.#code(column, code));
  }

  oneOf<const Value extends string>(column: string, allowed: readonly [Value, ...Value[]]): Value {
    const value = this.text(column);
    return this.#among(column, value, allowed) ?? allowed[0];
  }

  optionalOneOf<const Value extends string>(
    column: string,
    allowed: readonly [Value, ...Value[]],
  ): Value | null {
    const value = this.optionalText(column);
    return value === null ? null : this.#among(column, value, allowed);
  }

  date(column: string): IsoDate {
    return this.optionalDate(column) ?? this.#blank(column, "0001-01-01" as IsoDate);
  }

  optionalDate(column: string): IsoDate | null {
    const value = this.optionalText(column);
    if (value === null) return null;
    if (isIsoDate(value)) return value;
    this.fail(column, value, "is not a day", "write an existing day as yyyy-mm-dd, e.g. 2026-03-28");
    return null;
  }

  number(column: string, rules: NumberRules = {}): number {
    return this.optionalNumber(column, rules) ?? this.#blank(column, 0);
  }

  optionalNumber(column: string, { min, max, whole = false }: NumberRules = {}): number | null {
    const value = this.optionalText(column);
    if (value === null) return null;
    if (!PLAIN_NUMBER.test(value)) {
      const remedy =
        "write digits with a decimal point, without thousands separators or words; blank if unknown";
      this.fail(column, value, "is not a number", remedy);
      return null;
    }
    const number = Number(value);
    if (whole && !Number.isSafeInteger(number)) {
      this.fail(column, value, "is not a whole number", "give whole units (money: whole triệu đồng)");
    }
    if (min !== undefined && number < min) this.fail(column, value, `is below ${min}`, "correct the value");
    if (max !== undefined && number > max)
      this.fail(column, value, `is above ${max}`, "correct the value or its unit");
    return number;
  }

  /** Whole triệu đồng. */
  optionalMoney(column: string): number | null {
    return this.optionalNumber(column, { min: 0, whole: true });
  }

  /** 0–100, not 0–1. */
  optionalPercent(column: string): number | null {
    return this.optionalNumber(column, { min: 0, max: 100 });
  }

  count(column: string): Count {
    if (this.#value(column) === SUPPRESSED_MARK) return "suppressed";
    return this.optionalNumber(column, { min: 0, whole: true });
  }

  /** Two columns that stand or fall together. Where the point lies is checked later, against the communes. */
  optionalLonLat(lonColumn: string, latColumn: string): [number, number] | null {
    const lon = this.optionalNumber(lonColumn);
    const lat = this.optionalNumber(latColumn);
    if (lon !== null && lat !== null) return [lon, lat];
    if ((lon === null) !== (lat === null) && !this.failed) {
      const missing = lon === null ? lonColumn : latColumn;
      this.fail(missing, null, "is blank while the other coordinate is given", "give both or neither");
    }
    return null;
  }

  fail(column: string, value: string | null, message: string, remedy: string): void {
    this.failed = true;
    this.problems.error(this.at, column, value, message, remedy);
  }

  #value(column: string): string {
    this.#asked.add(column);
    return this.values.get(column) ?? "";
  }

  #blank<Value>(column: string, standIn: Value): Value {
    // A missing column is reported once for the file; repeating it for every row would bury the rest.
    this.failed = true;
    const unreported =
      this.values.get(column) === "" || (this.kind === "property" && !this.values.has(column));
    if (unreported) {
      this.problems.error(this.at, column, null, "is blank", "fill in the value: this one cannot be unknown");
    }
    return standIn;
  }

  #code(column: string, value: string): CommuneCode {
    if (isCommuneCode(value)) return value;
    if (value !== "")
      this.fail(column, value, "is not a commune code", "write the 5 digits with the leading zero");
    return "00000" as CommuneCode;
  }

  #among<const Value extends string>(column: string, value: string, allowed: readonly Value[]): Value | null {
    const found = allowed.find((each) => each === value);
    if (found !== undefined) return found;
    if (value !== "")
      this.fail(column, value, "is not one of the known words", `use one of: ${allowed.join(", ")}`);
    return null;
  }
}
