import { isIsoDate } from "@/domain/date";
import type { SheetCell } from "../sheet";

/** The table beside a shapefile (dBASE III, as every program writes it for shapefiles), still as bytes. */
export interface Dbf {
  readonly fields: readonly DbfField[];
  /** Null: the record was deleted and is only still there. */
  readonly records: readonly (Uint8Array | null)[];
}

interface DbfField {
  readonly name: Uint8Array;
  /** C text, N and F number, D day, L truth value; anything else is text. */
  readonly type: string;
  /** In a record, its mark of deletion in front. */
  readonly start: number;
  readonly length: number;
}

const HEADER = 32;
const FIELD = 32;
const NAME = 11;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;

/** Null: not such a table. How many records there are is taken from the size where the header promises more. */
export function readDbf(bytes: Uint8Array): Dbf | null {
  if (bytes.length < HEADER) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [promised, headerLength, recordLength] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ];
  if (headerLength < HEADER + 1 || headerLength > bytes.length || recordLength < 2) return null;
  const fields: DbfField[] = [];
  let start = 1;
  for (let at = HEADER; at + FIELD <= headerLength && bytes[at] !== END_OF_FIELDS; at += FIELD) {
    const length = bytes[at + 16] ?? 0;
    fields.push({
      name: untilZero(bytes.subarray(at, at + NAME)),
      type: String.fromCharCode(bytes[at + NAME] ?? 0),
      start,
      length,
    });
    start += length;
  }
  if (fields.length === 0 || start > recordLength) return null;
  const count = Math.min(promised, Math.floor((bytes.length - headerLength) / recordLength));
  const records = Array.from({ length: count }, (_, index) => {
    const from = headerLength + index * recordLength;
    return bytes[from] === DELETED ? null : bytes.subarray(from, from + recordLength);
  });
  return { fields, records };
}

function untilZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Every text of the table, to tell its encoding by; fields that are too short cut letters in two, so only whole ones. */
export function textBytes({ fields, records }: Dbf, limit: number): Uint8Array {
  const parts: Uint8Array[] = fields.map(({ name }) => name);
  let size = 0;
  for (const record of records) {
    for (const { type, start, length } of fields) {
      if (record === null || type !== "C" || size > limit) continue;
      const text = untilZero(record.subarray(start, start + length));
      if (text.at(-1) !== 0x20 && text.length === length) continue;
      parts.push(text);
      size += text.length;
    }
  }
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length + 1, 0)).fill(0x20);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length + 1;
  }
  return whole;
}

/** The rows by field. `decode` turns the bytes of a text into one; null: a deleted record. */
export function dbfRows(
  { fields, records }: Dbf,
  decode: (bytes: Uint8Array) => string,
): readonly (ReadonlyMap<string, SheetCell> | null)[] {
  const names = fields.map(({ name }, index) => decode(name).trim() || `F${index + 1}`);
  return records.map((record) =>
    record === null
      ? null
      : new Map(
          fields.map(({ type, start, length }, index) => [
            names[index] ?? "",
            // A field that is full may end within a letter.
            cellOf(
              type,
              decode(untilZero(record.subarray(start, start + length)))
                .replace(/\ufffd+$/, "")
                .trim(),
            ),
          ]),
        ),
  );
}

function cellOf(type: string, text: string): SheetCell {
  // Asterisks fill a field whose value was never set, or does not fit into it.
  if (text === "" || /^\*+$/.test(text)) return null;
  switch (type) {
    case "N":
    case "F": {
      const value = Number(text);
      return Number.isFinite(value) ? value : text;
    }
    case "D": {
      const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
      return /^0+$/.test(text) ? null : isIsoDate(day) ? { day } : text;
    }
    case "L":
      return /^[TtYy]$/.test(text) ? true : /^[FfNn]$/.test(text) ? false : null;
    default:
      return text;
  }
}
