/** Characters with which a spreadsheet takes a cell for a formula (OWASP: CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A text that no spreadsheet runs: an apostrophe in front of one that would begin a formula, and in front of one that begins with an
 * apostrophe, so that `restoreText` gives every text back. Numbers are never texts here and stay as they are.
 */
export const neutraliseText = (text: string): string =>
  FORMULA.test(text) || text.startsWith("'") ? `'${text}` : text;

/** The reverse of `neutraliseText`. */
export const restoreText = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);

/** The same for a text of anybody's: an apostrophe that guards nothing belongs to the text. */
export const restoreGivenText = (text: string): string =>
  text.startsWith("'") && (FORMULA.test(text.slice(1)) || text.startsWith("''")) ? text.slice(1) : text;
