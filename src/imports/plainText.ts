/** Characters of a name that are kept. */
const MAX_CHARACTERS = 200;
/** Control characters and halves of characters: nothing a name needs, and a terminal or a font may stumble over. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]+/gu;

/**
 * A property or cell as text: NFC, trimmed, at most 200 characters, control characters as spaces. Markup stays the letters it is.
 * null when there is nothing to read, or not a text, number or truth value.
 */
export function plainText(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
  // Cut roughly first: normalising a text as long as the file would take seconds.
  const start = String(value)
    .trimStart()
    .slice(0, 8 * MAX_CHARACTERS);
  const text = start.replace(UNPRINTABLE, " ").normalize("NFC").trim();
  const cut = Array.from(text).slice(0, MAX_CHARACTERS).join("").trim();
  return cut === "" ? null : cut;
}

/** What a value of the file is, for a message: short, and safe for any depth of nesting. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
  if (typeof value === "object") return "{…}";
  return (plainText(value) ?? '""').slice(0, 60);
}
