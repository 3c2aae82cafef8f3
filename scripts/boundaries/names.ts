/**
 * Key under which two spellings of a commune's name meet: NFC, lower case, and the tone mark of oa, oe, uy on the first vowel
 * ("hoà" → "hòa"). Used only to join files that carry no code, and never to change a name.
 */
export function nameKey(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase().replace(TONE_ON_SECOND, onFirst);
}

const TONE_ON_SECOND = /(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu;

function onFirst(pair: string): string {
  const letters = pair.normalize("NFD");
  // NFD of "oà" is o, a, grave: the mark moves one letter to the left.
  return `${letters[0] ?? ""}${letters.slice(2)}${letters[1] ?? ""}`.normalize("NFC");
}
