import type { CommuneCode } from "@/domain/commune";
import type { NamedPlace } from "@/domain/namedPlace";
import { foldAccents, spaced } from "./foldAccents";
import type { Snapshot } from "./snapshot";

export { foldAccents } from "./foldAccents";

/** What can be looked for. A former unit leads to the commune it became part of. */
export const SEARCH_TYPES = ["commune", "village", "former-unit", "work", "place"] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** One thing with every name it goes by. */
export interface SearchEntry {
  readonly type: SearchType;
  /** Commune code, village id, work id or id of a place: what is opened. */
  readonly id: string;
  /** The name as the source writes it, NFC. */
  readonly name: string;
  /** Other names and spellings, the code included. */
  readonly aliases: readonly string[];
  /** Communes it lies in; for a commune and a former unit the commune itself. Empty: not known. */
  readonly communeCodes: readonly CommuneCode[];
}

export interface SearchHit {
  readonly entry: SearchEntry;
  /** 0 the very name, accents and all … `CLOSENESS.near` a letter apart; smaller is closer. */
  readonly closeness: number;
  /** The name that matched best: the entry's own or an alias. */
  readonly matched: string;
}

/** How a name may answer to what was typed, closest first. */
export const CLOSENESS = {
  exact: 0,
  withoutAccents: 1,
  beginning: 2,
  wordsInOrder: 3,
  words: 4,
  inside: 5,
  near: 6,
} as const;

/** "Xã", "Thôn" … before a name: typed or not, the name is the same. */
const UNIT_WORDS = /^(xã|phường|thị trấn|thị xã|thôn|bản|khu|tổ dân phố|tdp|huyện) (?=\S)/u;
/** The same without accents. */
const BARE_UNIT_WORDS = /^(xa|phuong|thi tran|thi xa|thon|ban|khu|to dan pho|tdp|huyen) (?=\S)/;

/** Case, spacing and punctuation apart; accents kept. NFC and NFD of a text are the same. */
const accented = (text: string): string => spaced(text.normalize("NFC").toLocaleLowerCase("vi"));

/** Letters that have to be put in, left out, replaced or swapped with a neighbour to get from one text to the other; counted up to 2. */
export function lettersApart(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  if (Math.abs(a.length - b.length) > 1) return 2;
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (restA.length <= 1 && restB.length <= 1) return 1;
  const swapped = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  return swapped ? 1 : 2;
}

/** Shorter words are a letter apart from too much. */
const NEAR_FROM = 4;

/** Every word begins another word of the name; with `inOrder`, in the order they were typed. */
function wordsBegin(words: readonly string[], name: readonly string[], inOrder: boolean): boolean {
  const left = [...name];
  for (const word of words) {
    const at = left.findIndex((candidate) => candidate.startsWith(word));
    if (at < 0) return false;
    left.splice(inOrder ? 0 : at, inOrder ? at + 1 : 1);
  }
  return true;
}

/** A name in the forms it is compared in. */
interface Forms {
  readonly name: string;
  readonly accented: string;
  readonly folded: string;
  /** Without the word for the kind of unit. */
  readonly bare: string;
  readonly words: readonly string[];
}

const formsOf = (name: string): Forms => {
  const folded = foldAccents(name);
  return {
    name,
    accented: accented(name),
    folded,
    bare: folded.replace(BARE_UNIT_WORDS, ""),
    words: folded.split(" "),
  };
};

/** Worked out once a name: the list is read again with every letter typed. */
const known = new WeakMap<SearchEntry, readonly Forms[]>();
function formsOfEntry(entry: SearchEntry): readonly Forms[] {
  const forms = known.get(entry) ?? [entry.name, ...entry.aliases].map(formsOf);
  known.set(entry, forms);
  return forms;
}

/** The name without accents, by which equals are put in order. */
const foldedName = (entry: SearchEntry): string => formsOfEntry(entry)[0]?.folded ?? "";

function closenessOf(query: Forms, name: Forms): number | null {
  if (query.accented === name.accented || query.accented === name.accented.replace(UNIT_WORDS, ""))
    return CLOSENESS.exact;
  if (query.folded === name.folded || query.bare === name.bare) return CLOSENESS.withoutAccents;
  if (name.folded.startsWith(query.folded) || name.bare.startsWith(query.bare)) return CLOSENESS.beginning;
  if (wordsBegin(query.words, name.words, true)) return CLOSENESS.wordsInOrder;
  if (wordsBegin(query.words, name.words, false)) return CLOSENESS.words;
  // Two letters are inside almost everything.
  if (query.folded.length > 2 && name.folded.includes(query.folded)) return CLOSENESS.inside;
  if (query.bare.length >= NEAR_FROM && lettersApart(query.bare, name.bare) < 2) return CLOSENESS.near;
  return null;
}

const ofDays = new WeakMap<Snapshot, readonly SearchEntry[]>();

/** Everything of a day that has a name: the same entries each time they are asked for. A unit that was split leads to each of its parts. */
export function searchEntries(snapshot: Snapshot): readonly SearchEntry[] {
  const entries = ofDays.get(snapshot) ?? newEntries(snapshot);
  ofDays.set(snapshot, entries);
  return entries;
}

function newEntries({ register, works }: Snapshot): readonly SearchEntry[] {
  return [
    ...register.communes.map(
      ({ code, name }): SearchEntry => ({
        type: "commune",
        id: code,
        name,
        aliases: [code],
        communeCodes: [code],
      }),
    ),
    ...register.villages.map(
      ({ villageId, name, aliases, communeCode }): SearchEntry => ({
        type: "village",
        id: villageId,
        name,
        aliases: [...aliases, villageId],
        communeCodes: [communeCode],
      }),
    ),
    ...register.communes.flatMap(({ code, formerUnits }) =>
      formerUnits.map(
        (name): SearchEntry => ({ type: "former-unit", id: code, name, aliases: [], communeCodes: [code] }),
      ),
    ),
    ...works.map(
      ({ work }): SearchEntry => ({
        type: "work",
        id: work.workId,
        name: work.name,
        aliases: [work.workId],
        communeCodes: work.communeCodes,
      }),
    ),
  ];
}

const ofPlaces = new WeakMap<readonly NamedPlace[], readonly SearchEntry[]>();

/** Places to look for beside what a day knows: they come by themselves, and later. */
export function placeEntries(places: readonly NamedPlace[]): readonly SearchEntry[] {
  const entries =
    ofPlaces.get(places) ??
    places.map(
      ({ placeId, name, aliases, communeCodes }): SearchEntry => ({
        type: "place",
        id: placeId,
        name,
        aliases,
        communeCodes,
      }),
    );
  ofPlaces.set(places, entries);
  return entries;
}

/**
 * Works out the compared forms of names ahead of the first letter typed, from `from` on until `until()` is true; returns where to go on,
 * or null when all are done. Without it the first search does that work, with the same results.
 */
export function prepareSearch(
  entries: readonly SearchEntry[],
  from: number,
  until: () => boolean,
): number | null {
  for (let at = from; at < entries.length; at++) {
    const entry = entries[at];
    if (entry !== undefined) formsOfEntry(entry);
    // Asked of every sixteenth: looking at a clock costs more than a name.
    if (at % 16 === 15 && until()) return at + 1;
  }
  return null;
}

/** By letters without accents, then by the accents: the same order on every device, whatever its language. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What answers to a text, closest first; of equals communes before villages, former units, works and places, then the shorter name, then the alphabet.
 * An empty text finds nothing.
 */
export function search(entries: readonly SearchEntry[], text: string): readonly SearchHit[] {
  const query = formsOf(text);
  if (query.folded === "") return [];
  const hits = entries.flatMap((entry): SearchHit[] => {
    let best: SearchHit | null = null;
    for (const forms of formsOfEntry(entry)) {
      const closeness = closenessOf(query, forms);
      if (closeness !== null && (best === null || closeness < best.closeness))
        best = { entry, closeness, matched: forms.name };
    }
    return best === null ? [] : [best];
  });
  const rank = (type: SearchType) => SEARCH_TYPES.indexOf(type);
  return hits.sort(
    (a, b) =>
      a.closeness - b.closeness ||
      rank(a.entry.type) - rank(b.entry.type) ||
      a.matched.length - b.matched.length ||
      byText(foldedName(a.entry), foldedName(b.entry)) ||
      byText(a.entry.name, b.entry.name) ||
      byText(a.entry.id, b.entry.id),
  );
}
