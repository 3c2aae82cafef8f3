import { parseShp } from "shpjs";
import type { Sheet } from "../sheet";
import { decodeAs, decodeText, ENCODINGS, type Encoding } from "../sheets/encodings";
import { type GivenFeature, geoJsonFeatures, layerSheets } from "./features";
import { crsOfWkt } from "./projection";
import { type Dbf, dbfRows, readDbf, textBytes } from "./readDbf";

/** Enough to tell an encoding by. */
const LOOKED_AT = 200_000;
/** What a `.cpg` calls the encodings that are known here. */
const CODE_PAGES: readonly (readonly [RegExp, Encoding])[] = [
  [/^(utf-?8|65001)$/i, "utf-8"],
  [/^((ansi |cp|windows-)?1258)$/i, "windows-1258"],
];

/** Names of Windows and of the Mac differ in case; what a Mac adds to an archive is no layer. */
const isLayer = (path: string): boolean => /\.shp$/i.test(path) && !path.includes("__MACOSX");

/**
 * The layers of a zip that holds shapefiles, each with its table, its reference system (`.prj`) and its encoding (`.cpg`; else told by the
 * texts, or asked). A layer without a table has only shapes.
 */
export function readShapefiles(
  file: string,
  files: ReadonlyMap<string, Uint8Array>,
  chosen: Encoding | null,
):
  | readonly Sheet[]
  | { readonly refused: "broken"; readonly row: number }
  | { readonly needs: "encoding"; readonly candidates: readonly Encoding[] } {
  const sheets: Sheet[] = [];
  for (const path of [...files.keys()].filter(isLayer)) {
    const beside = (extension: string): Uint8Array | null => {
      const wanted = path.replace(/shp$/i, extension).toLowerCase();
      const found = [...files].find(([other]) => other.toLowerCase() === wanted);
      return found?.[1] ?? null;
    };
    const table = beside("dbf");
    const dbf = table === null ? null : readDbf(table);
    if (table !== null && dbf === null) return { refused: "broken", row: 0 };
    const encoding = chosen ?? encodingOf(dbf, beside("cpg"));
    if (typeof encoding !== "string") return { needs: "encoding", candidates: encoding };
    const features = featuresOf(files.get(path) ?? new Uint8Array(), dbf, encoding);
    if (features === null) return { refused: "broken", row: 0 };
    const prj = beside("prj");
    const wkt = prj === null ? null : new TextDecoder().decode(prj);
    sheets.push(
      ...layerSheets(
        file,
        path
          .replace(/^.*\//, "")
          .replace(/\.shp$/i, "")
          .normalize("NFC"),
        features,
        {
          crs: wkt === null ? null : crsOfWkt(wkt),
          said: wkt === null ? null : (/\[\s*"([^"]+)"/.exec(wkt)?.[1] ?? wkt.slice(0, 60)),
        },
      ),
    );
  }
  return sheets;
}

/** The encoding, or those it could be, the likeliest first. */
function encodingOf(dbf: Dbf | null, cpg: Uint8Array | null): Encoding | readonly Encoding[] {
  const said = cpg === null ? "" : new TextDecoder().decode(cpg).trim();
  const known = CODE_PAGES.find(([pattern]) => pattern.test(said))?.[1];
  if (dbf === null) return "utf-8";
  if (known !== undefined) return known;
  const { encoding, isCertain } = decodeText(textBytes(dbf, LOOKED_AT));
  return isCertain ? encoding : [encoding, ...ENCODINGS.filter((each) => each !== encoding)];
}

/** Null: the shapes cannot be read, or the table beside them has another number of rows. */
function featuresOf(
  shp: Uint8Array,
  dbf: Dbf | null,
  encoding: Encoding,
): readonly (GivenFeature | null)[] | null {
  let geometries: ReturnType<typeof parseShp>;
  try {
    geometries = parseShp(shp);
  } catch {
    return null;
  }
  const rows =
    dbf === null ? geometries.map(() => new Map()) : dbfRows(dbf, (text) => decodeAs(text, encoding));
  if (rows.length !== geometries.length || rows.length === 0) return null;
  const shapes = geoJsonFeatures(geometries.map((geometry) => ({ type: "Feature", geometry })));
  return shapes.map(({ geometry }, index) => {
    const values = rows[index] ?? null;
    return values === null ? null : { values, geometry };
  });
}
