import type { Plugin } from "vite";
import type { Locale } from "@/i18n/locale";

/** A node of the syntax tree, as far as it is read here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly Node[];
}

/** Files of `namespace(vi, en)`: both languages beside each other. */
const NAMESPACES = /\/src\/i18n\/messages\/\w+\.ts$/;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** The calls of `namespace` with two languages, wherever they stand. */
function namespaceCalls(node: Node): readonly Node[] {
  const found = node.type === "CallExpression" && node.callee?.name === "namespace" ? [node] : [];
  const below = Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]));
  return [...found, ...below.filter(isNode).flatMap(namespaceCalls)];
}

/**
 * Keeps one language of every `namespace(vi, en)` of a file and puts it in the place of the other: a bundle for pages of one language need
 * not carry both. `parse`: to a tree with offsets into the code.
 */
export function keepLanguage(code: string, locale: Locale, parse: (code: string) => unknown): string {
  const tree = parse(code);
  if (!isNode(tree)) return code;
  let kept = code;
  // From the last to the first: offsets before a change stay true.
  for (const call of namespaceCalls(tree).toSorted((a, b) => b.start - a.start)) {
    const [vi, en] = call.arguments ?? [];
    if (vi === undefined || en === undefined) continue;
    const own = locale === "vi" ? vi : en;
    const texts = code.slice(own.start, own.end);
    kept = `${kept.slice(0, call.start)}((own) => ({ vi: own, en: own }))(${texts})${kept.slice(call.end)}`;
  }
  return kept;
}

/** For a bundle whose pages are all of one language. */
export const oneLanguage = (locale: Locale): Plugin => ({
  name: "one-language",
  transform(code, id) {
    return NAMESPACES.test(id)
      ? { code: keepLanguage(code, locale, (text) => this.parse(text)), map: null }
      : null;
  },
});
