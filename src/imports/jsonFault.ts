/** Where a text stops being JSON; line and character count from 1. */
export interface JsonFault {
  readonly line: number;
  readonly character: number;
  /** The text is right as far as it goes, and ends too early. */
  readonly isTruncated: boolean;
}

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** What is left of a number or word that was cut off at the end of the file. */
const CUT_SCALAR = /^(\.|[eE][+-]?|-|t(ru?)?|f(a(ls?)?)?|n(ul?)?)$/;
const OBJECT = 1;
const ARRAY = 2;

/**
 * The first fault of a text that `JSON.parse` refused, found in the same way in every browser: their own messages differ, and one
 * names no place at all. null when the text is JSON after all. No recursion: any depth is read.
 */
export function jsonFault(text: string): JsonFault | null {
  const at = faultyIndex(text);
  if (at === null) return null;
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let next = before.indexOf("\n"); next !== -1; next = before.indexOf("\n", next + 1)) line++;
  const isTruncated = at >= text.length || CUT_SCALAR.test(text.slice(at, at + 8));
  return { line, character: at - lineStart + 1, isTruncated };
}

/** Index of the first character that JSON does not allow there, the length of the text when it ends too early, null: none. */
function faultyIndex(text: string): number | null {
  const open = new Uint8Array(text.length + 1);
  let depth = 0;
  let at = 0;
  const skipSpace = () => {
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    }
  };
  /** Past `"key" :`; false at a fault. */
  const key = (): boolean => {
    skipSpace();
    if (text[at] !== '"') return false;
    const end = stringEnd(text, at);
    at = Math.abs(end);
    if (end < 0) return false;
    skipSpace();
    if (text[at] !== ":") return false;
    at++;
    return true;
  };

  for (;;) {
    skipSpace();
    const opening = text[at];
    let isClosed = true;
    if (opening === "{" || opening === "[") {
      open[depth++] = opening === "{" ? OBJECT : ARRAY;
      at++;
      skipSpace();
      if (text[at] === (opening === "{" ? "}" : "]")) {
        at++;
        depth--;
      } else {
        isClosed = false;
        if (opening === "{" && !key()) return at;
      }
    } else if (opening === '"') {
      const end = stringEnd(text, at);
      at = Math.abs(end);
      if (end < 0) return at;
    } else {
      SCALAR.lastIndex = at;
      if (!SCALAR.test(text)) return at;
      at = SCALAR.lastIndex;
    }
    if (!isClosed) continue;
    // A value has ended: close what ends with it, until another value must follow.
    for (;;) {
      skipSpace();
      if (depth === 0) return at === text.length ? null : at;
      const container = open[depth - 1];
      const next = text[at];
      if (next === ",") {
        at++;
        if (container === OBJECT && !key()) return at;
        break;
      }
      if (next !== (container === OBJECT ? "}" : "]")) return at;
      at++;
      depth--;
    }
  }
}

/** Index after the closing quote of the string that opens at `start`; negative: the index of its fault. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -at;
    if (code !== 0x5c) continue;
    const escaped = text.slice(at + 1, at + 6);
    if (/^["\\/bfnrt]/.test(escaped)) at++;
    else if (/^u[0-9a-fA-F]{4}$/.test(escaped)) at += 5;
    else
      return at + 1 + escaped.length >= text.length && /^(u[0-9a-fA-F]{0,3})?$/.test(escaped)
        ? -text.length
        : -at;
  }
  return -text.length;
}
