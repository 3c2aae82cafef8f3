import { foldAccents } from "@/analysis/foldAccents";

/** Names under which a file may give a coordinate or a name, folded; earlier ones win when a file has several. */
const LONGITUDE = ["lon", "lng", "long", "longitude", "kinh do", "kinhdo", "x"] as const;
const LATITUDE = ["lat", "latitude", "vi do", "vido", "y"] as const;
const NAME = ["name", "ten"] as const;
/** "Tên công trình", "Tên điểm": a name of something, when no column is called just that. */
const NAME_OF = /^ten /;
/** Long keys fold slowly and are no names of columns. */
const MAX_KEY = 80;

/** Where the columns of a table stand, from 0. */
export interface Columns {
  readonly lon: number;
  readonly lat: number;
  /** null: the table names nothing. */
  readonly name: number | null;
}

const indexOfAny = (folded: readonly string[], names: readonly string[]): number =>
  names.map((name) => folded.indexOf(name)).find((index) => index >= 0) ?? -1;

function nameIndex(folded: readonly string[]): number {
  const exact = indexOfAny(folded, NAME);
  return exact >= 0 ? exact : folded.findIndex((key) => NAME_OF.test(key));
}

const folded = (key: string): string => foldAccents(key.slice(0, MAX_KEY));

/** The columns of a header row, accents, case and punctuation ignored; null when a coordinate has none. */
export function findColumns(header: readonly string[]): Columns | null {
  const keys = header.map(folded);
  const [lon, lat, name] = [indexOfAny(keys, LONGITUDE), indexOfAny(keys, LATITUDE), nameIndex(keys)];
  return lon < 0 || lat < 0 ? null : { lon, lat, name: name < 0 ? null : name };
}

/** Finds the property that names a feature; remembers folded keys, because a hundred thousand features share a few. */
export class NameFinder {
  readonly #folded = new Map<string, string>();

  /** The key of the name among the keys of one feature; null when there is none. */
  keyIn(keys: readonly string[]): string | null {
    return keys[nameIndex(keys.map((key) => this.#fold(key)))] ?? null;
  }

  #fold(key: string): string {
    const known = this.#folded.get(key);
    if (known !== undefined) return known;
    const made = folded(key);
    // A file that makes up a key for every feature must not fill the memory.
    if (this.#folded.size < 1000) this.#folded.set(key, made);
    return made;
  }
}
