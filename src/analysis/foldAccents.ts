/** Words of a text with one space between them; punctuation and symbols count as spaces. */
export const spaced = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/**
 * A text as somebody types it in a hurry: no accents, đ = d, no case, punctuation as spaces. Precomposed (NFC) and decomposed
 * (NFD) spellings fold alike.
 */
export function foldAccents(text: string): string {
  const decomposed = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return spaced(decomposed.replaceAll("đ", "d"));
}
