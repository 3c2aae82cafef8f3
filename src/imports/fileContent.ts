import type { ProblemLog } from "./problemLog";
import { type LayerFormat, type LayerProblemCode, MAX_BYTES } from "./uploadedLayer";

/** The text of a file and what it should be read as. */
export interface FileContent {
  readonly text: string;
  readonly format: LayerFormat;
}

/** Files that say what they are in their first bytes (Latin-1), whatever their name says. */
const SIGNATURES: readonly (readonly [start: string, code: LayerProblemCode, what: string])[] = [
  ["\x1f\x8b", "archive", "gzip"],
  ["7z\xbc\xaf\x27\x1c", "archive", "7-Zip"],
  ["Rar!\x1a\x07", "archive", "RAR"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "spreadsheet", "Excel .xls"],
  ["\x00\x00\x27\x0a", "shapefile", "shapefile .shp"],
  ["SQLite format 3\0", "other-format", "GeoPackage / SQLite"],
  ["fgb\x03fgb", "other-format", "FlatGeobuf"],
  ["PAR1", "other-format", "Parquet"],
  ["%PDF", "other-format", "PDF"],
  ["\x89PNG\r\n\x1a\n", "other-format", "PNG"],
  ["\xff\xd8\xff", "other-format", "JPEG"],
  ["GIF8", "other-format", "GIF"],
  ["II*\0", "other-format", "TIFF"],
  ["MM\0*", "other-format", "TIFF"],
  ["AC10", "other-format", "AutoCAD DWG"],
  ["{\\rtf", "other-format", "RTF"],
];

const ZIP_STARTS = ["PK\x03\x04", "PK\x05\x06", "PK\x07\x08"] as const;
/** Names inside a zip that tell what it really is; both ends of the archive list them. */
const ZIP_CONTENTS: readonly (readonly [name: RegExp, code: LayerProblemCode, what: string])[] = [
  [/\.(shp|dbf|shx)/i, "shapefile", "ZIP + shapefile"],
  [/xl\/(workbook|worksheets)/, "spreadsheet", "Excel .xlsx"],
  [/opendocument\.spreadsheet/, "spreadsheet", "OpenDocument .ods"],
  [/\.kml/i, "archive", "KMZ"],
];
const ZIP_END_BYTES = 64 * 1024;

/** Roots of XML files that hold geography. */
const XML_ROOTS = ["kml", "gpx", "gml", "osm", "svg", "html"] as const;

/**
 * Takes the bytes of a file for text, and the text for GeoJSON or CSV; null when it is neither, which the log then says. UTF-8 with
 * or without a mark at its start; UTF-16, as Excel writes "Unicode text", with a note.
 */
export function fileContent(name: string, bytes: Uint8Array, log: ProblemLog): FileContent | null {
  if (bytes.length > MAX_BYTES) {
    // Rounded up: a file just over the limit must not be called as large as the limit.
    log.add("too-large", null, Math.ceil(bytes.length / (1024 * 1024)));
    return null;
  }
  const binary = binaryKind(bytes);
  if (binary !== null) {
    log.add(binary.code, null, binary.what);
    return null;
  }
  const text = decoded(bytes, log);
  if (text === null) return null;
  const start = text.slice(0, 4096).trimStart();
  if (start === "" && text.trim() === "") {
    log.add("empty-file", null);
    return null;
  }
  if (text.includes("\0")) {
    log.add("other-format", null, "?");
    return null;
  }
  if (start.startsWith("<")) {
    const root = XML_ROOTS.find((each) => new RegExp(`<(\\w+:)?${each}[\\s>]`, "i").test(start));
    log.add("other-format", null, (root ?? "xml").toUpperCase());
    return null;
  }
  const isJson = /^[{[]/.test(start) || /\.(geo|topo)?json$/i.test(name.trim());
  return { text, format: isJson ? "geojson" : "csv" };
}

const latin1 = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

function binaryKind(bytes: Uint8Array): { readonly code: LayerProblemCode; readonly what: string } | null {
  const start = latin1(bytes.subarray(0, 16));
  if (ZIP_STARTS.some((each) => start.startsWith(each))) {
    const names = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(-ZIP_END_BYTES));
    const [, code, what] = ZIP_CONTENTS.find(([name]) => name.test(names)) ?? [];
    return { code: code ?? "archive", what: what ?? "ZIP" };
  }
  const [, code, what] = SIGNATURES.find(([signature]) => start.startsWith(signature)) ?? [];
  return code === undefined || what === undefined ? null : { code, what };
}

function decoded(bytes: Uint8Array, log: ProblemLog): string | null {
  const wide = wideEncoding(bytes);
  if (wide !== null) {
    log.add("utf-16", null, wide.toUpperCase());
    return new TextDecoder(wide).decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: read again leniently, only to say in which line the first strange character stands.
    const lenient = new TextDecoder("utf-8").decode(bytes);
    const before = lenient.slice(0, lenient.indexOf("\ufffd"));
    log.add("not-utf-8", null, before.split("\n").length);
    return null;
  }
}

/** UTF-16 by its mark, or by a zero in every other of the first bytes; null: no UTF-16. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return null;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return "utf-16be";
  return null;
}
