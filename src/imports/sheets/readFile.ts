import { zipSync } from "fflate";
import type { Sheet } from "../sheet";
import { decodeAs, decodeText, ENCODINGS, type Encoding } from "./encodings";
import { readDelimited } from "./readDelimited";
import { readWorkbook } from "./readWorkbook";
import { isZip, unzipSafely, ZIP_LIMITS } from "./zipGuard";

/** Why a file is refused as a whole; each has its sentence in `src/i18n/messages/importReading.ts`. */
export const FILE_REFUSALS = [
  "empty",
  "too-large",
  "bomb",
  "password",
  "encrypted",
  "broken",
  "no-sheets",
  "unclosed-quote",
  "json",
  "no-layer",
  "other-format",
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** What a person chose for a file that could be read in several ways. */
export interface ReadingChoices {
  readonly encoding?: string;
}

/** What came of a file. `needs`: it can be read once somebody has chosen. */
export type FileRead =
  | { readonly sheets: readonly Sheet[] }
  | { readonly refused: FileRefusal; readonly row: number }
  | { readonly needs: "encoding"; readonly candidates: readonly string[] };

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0] as const;
/** Names of streams are UTF-16: a workbook with a password is one stream of this name. */
const ENCRYPTED_PACKAGE = "EncryptedPackage";
/** First characters (Latin-1) of files that hold no table. */
const OTHER = [
  "%PDF",
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF8",
  "{\\rtf",
  "PAR1",
  "Rar!",
  "7z\xbc\xaf",
  "\x1f\x8b",
] as const;

/** Reads any file that was handed in, told apart by what it holds and not by its name. Never throws for a bad file. */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  choices: ReadingChoices = {},
): Promise<FileRead> {
  if (bytes.length === 0) return { refused: "empty", row: 0 };
  if (bytes.length > ZIP_LIMITS.file) return { refused: "too-large", row: 0 };
  if (isZip(bytes)) return readZip(name, bytes, choices);
  if (OLD_OFFICE.every((byte, at) => bytes[at] === byte)) {
    return hasUtf16(bytes, ENCRYPTED_PACKAGE) ? { refused: "password", row: 0 } : workbook(name, bytes);
  }
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (OTHER.some((each) => start.startsWith(each))) return { refused: "other-format", row: 0 };
  return readText(name, bytes, choices);
}

/** Pictures take most of the bytes of many workbooks and hold no cell. */
const PICTURES = /(^|\/)(media|Pictures|Thumbnails)\//;

/** A workbook's own parts; any other zip is looked through for layers. */
const OF_WORKBOOK = /^(\[Content_Types\]\.xml|content\.xml|mimetype)$/;

async function readZip(name: string, bytes: Uint8Array, { encoding }: ReadingChoices): Promise<FileRead> {
  // Inflated here, and counted: what the archive says of its sizes is not believed.
  const found = await unzipSafely(bytes, ZIP_LIMITS, (path) => !PICTURES.test(path));
  if ("refused" in found) {
    const { refused } = found;
    if (refused === "too-large" || refused === "bomb" || refused === "encrypted") return { refused, row: 0 };
    return { refused: refused === "too-many-entries" ? "bomb" : "broken", row: 0 };
  }
  const paths = [...found.files.keys()];
  if (!paths.some((path) => OF_WORKBOOK.test(path))) return layersIn(name, found.files, encoding);
  // Stored, not deflated: the library's own inflater never ends on some spoilt archives.
  return workbook(name, zipSync(Object.fromEntries(found.files), { level: 0 }));
}

/** Shapefiles, or maps of other kinds: the readers of maps are loaded when there is one. */
async function layersIn(
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
  encoding: string | undefined,
): Promise<FileRead> {
  const chosen = ENCODINGS.find((each) => each === encoding) ?? null;
  if ([...files.keys()].some(isShapefile)) {
    const { readShapefiles } = await import("../layers/readShapefiles");
    const read = readShapefiles(name, files, chosen);
    return isSheets(read) ? { sheets: read } : read;
  }
  const sheets: Sheet[] = [];
  for (const [path, bytes] of files) {
    if (!/\.(kml|geojson|json)$/i.test(path) || path.includes("__MACOSX")) continue;
    const layer = path.replace(/^.*\//, "").normalize("NFC");
    // The one document of a KMZ has no name of its own.
    const read = await layersOfText(name, layer === "doc.kml" ? null : layer, decodeText(bytes).text);
    if (!("sheets" in read)) return read;
    sheets.push(...read.sheets);
  }
  return sheets.length === 0 ? { refused: "no-layer", row: 0 } : { sheets };
}

const isSheets = (read: object): read is readonly Sheet[] => Array.isArray(read);

/** GeoJSON or KML. */
async function layersOfText(file: string, name: string | null, text: string): Promise<FileRead> {
  const read = /^\s*</.test(text)
    ? (await import("../layers/readKml")).readKml(file, name, text)
    : (await import("../layers/readGeoJson")).readGeoJson(file, name, text);
  return isSheets(read) ? { sheets: read } : read;
}

/** What a Mac adds to an archive is no layer. */
const isShapefile = (path: string): boolean => /\.shp$/i.test(path) && !path.includes("__MACOSX");
const KML_ROOT = /^[\s\S]{0,4000}?<(\w+:)?kml[\s>]/i;

function workbook(name: string, bytes: Uint8Array): FileRead {
  const read = readWorkbook(name, bytes);
  return "refused" in read ? { refused: read.refused, row: 0 } : { sheets: read };
}

async function readText(name: string, bytes: Uint8Array, { encoding }: ReadingChoices): Promise<FileRead> {
  const chosen = ENCODINGS.find((each) => each === encoding);
  const decoded = chosen === undefined ? decodeText(bytes) : null;
  if (decoded !== null && !decoded.isCertain) {
    const candidates: readonly Encoding[] = [
      decoded.encoding,
      ...ENCODINGS.filter((each) => each !== decoded.encoding),
    ];
    return { needs: "encoding", candidates };
  }
  const text = decoded?.text ?? decodeAs(bytes, chosen ?? "utf-8");
  if (text.includes("\0")) return { refused: "other-format", row: 0 };
  if (/^\s*[{[]/.test(text) || KML_ROOT.test(text)) return layersOfText(name, null, text);
  if (/^\s*</.test(text)) return { refused: "other-format", row: 0 };
  const sheet = readDelimited(name, text);
  return "refused" in sheet ? sheet : { sheets: [sheet] };
}

/** Whether a text stands among the bytes as UTF-16; looked for in the first megabyte, where the list of streams is. */
function hasUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const last = Math.min(bytes.length, 1024 * 1024) - wanted.length;
  for (let at = 0; at <= last; at++)
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
