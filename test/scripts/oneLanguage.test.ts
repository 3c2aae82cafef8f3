import { parseAst } from "vite";
import { describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { keepLanguage } from "../../scripts/oneLanguage";

const CODE = `
import { namespace } from "../locale";
const s = (count, one) => \`\${count} \${one}\`;
export const first = namespace({ a: "Đường", b: (n) => \`\${n} xã\` }, { a: "Road", b: (n) => s(n, "commune") });
export const second = namespace(
  { c: "namespace(1, 2)" },
  { c: "other" },
);
export const third = other({ d: "giữ" }, { d: "kept" });
`;
const kept = (locale: (typeof LOCALES)[number]) => keepLanguage(CODE, locale, (text) => parseAst(text));

/** What the module would export. */
const exported = (code: string) =>
  new Function(
    "namespace",
    "other",
    `${code.replace(/import.*\n/, "").replaceAll("export const", "var")}; return { first, second, third };`,
  )(
    (vi: unknown, en: unknown) => ({ vi, en }),
    (...both: unknown[]) => both,
  );

describe("a bundle of one language", () => {
  test.each(LOCALES)("says in both places what %s says", (locale) => {
    const [before, after] = [exported(CODE), exported(kept(locale))];
    for (const name of ["first", "second"] as const) {
      expect(JSON.stringify(after[name][locale])).toBe(JSON.stringify(before[name][locale]));
      expect(after[name].vi).toBe(after[name].en);
    }
    expect(after.first[locale].b(3)).toBe(before.first[locale].b(3));
  });

  test("does not carry the other", () => {
    expect(kept("vi")).not.toContain("Road");
    expect(kept("en")).not.toContain("Đường");
  });

  test("leaves alone what only looks like it: strings, other calls, files without any", () => {
    expect(kept("vi")).toContain('"namespace(1, 2)"');
    expect(exported(kept("en")).third).toEqual([{ d: "giữ" }, { d: "kept" }]);
    const plain = "export const a = 1;\n";
    expect(keepLanguage(plain, "vi", (text) => parseAst(text))).toBe(plain);
  });
});
