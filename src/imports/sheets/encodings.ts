/** Ways Vietnamese text has been written as bytes. TCVN3 is what the ABC fonts (.VnTime) use. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A text and how it was read. */
export interface DecodedText {
  /** NFC, without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Nothing else fits nearly as well. False: somebody should look. */
  readonly isCertain: boolean;
}

/** TCVN 5712:1993, third set, as the ABC fonts use it. Capitals with a tone share the code of the small letter. */
const TCVN3: Readonly<Record<number, string>> = Object.fromEntries(
  [
    [0xa1, "ĂÂÊÔƠƯĐăâêôơưđ"],
    [0xb5, "àảãáạ"],
    [0xbb, "ằẳẵắ"],
    [0xc6, "ặầẩẫấậè"],
    [0xce, "ẻẽéẹềểễếệìỉ"],
    [0xdc, "ĩíịò"],
    [0xe1, "ỏõóọồổỗốộờởỡớợù"],
    [0xf1, "ủũúụừửữứựỳỷỹýỵ"],
  ].flatMap(([first, letters]) =>
    [...String(letters)].map((letter, index) => [Number(first) + index, letter] as const),
  ),
);

function decodeTcvn3(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (TCVN3[byte] ?? "\ufffd");
  return text;
}

/** Bytes read in one given way. Windows-1258 writes tones as marks behind the letter: they are composed. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  const text = encoding === "tcvn3" ? decodeTcvn3(bytes) : new TextDecoder(encoding).decode(bytes);
  return text.replace(/^\ufeff/, "").normalize("NFC");
}

/** Onset, vowels and coda of a Vietnamese syllable, without its tone. */
const SYLLABLE =
  /^(ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(ng|nh|ch|[cmnpt])?$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Enough to decide by, however long the file is. */
const LOOKED_AT = 200_000;

/** Share of the words with a letter beyond ASCII that can be Vietnamese, 0–1; null: there is none. */
function plausibility(text: string): number | null {
  const words = text.slice(0, LOOKED_AT).match(/[^\s!-/:-@[-`{-~\d]+/g) ?? [];
  const foreign = words.filter((word) => /[^\x20-\x7e]/.test(word));
  if (foreign.length === 0) return null;
  const good = foreign.filter((word) => {
    const parts = word.toLowerCase().normalize("NFD");
    const tones = parts.match(TONES)?.length ?? 0;
    return tones <= 1 && SYLLABLE.test(parts.replace(TONES, "").normalize("NFC"));
  });
  return good.length / foreign.length;
}

/** Two zeros in the first bytes of a text: UTF-16 without its mark. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (bytes.length < 4) return null;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? "utf-16be" : null;
}

/**
 * Text from bytes nobody described. UTF-16 by its mark or its zeros, UTF-8 where all of it is well-formed; of the two old ways the one
 * that gives more Vietnamese syllables.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== null) return { text: decodeAs(bytes, wide), encoding: wide, isCertain: true };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: text.replace(/^\ufeff/, "").normalize("NFC"), encoding: "utf-8", isCertain: true };
  } catch {
    const old = (["windows-1258", "tcvn3"] as const).map((encoding) => {
      const text = decodeAs(bytes, encoding);
      return { encoding, text, score: plausibility(text) ?? 0 };
    });
    const [best, other] = old.toSorted((a, b) => b.score - a.score);
    if (best === undefined || other === undefined) throw new Error("no way to read a text");
    const isCertain = best.score >= 0.8 && best.score - other.score >= 0.2;
    return { text: best.text, encoding: best.encoding, isCertain };
  }
}
