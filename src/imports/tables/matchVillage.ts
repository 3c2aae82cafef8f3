import { foldAccents } from "@/analysis/foldAccents";
import type { CommuneCode } from "@/domain/commune";
import type { Village } from "@/domain/village";

/** What is known of an id or a name that should be a village. */
export type VillageMatch =
  | { readonly kind: "found"; readonly id: string }
  | { readonly kind: "ambiguous"; readonly ids: readonly string[] }
  /** A name alone names no village: many communes have a "Thôn Trung". */
  | { readonly kind: "commune-needed" }
  | { readonly kind: "none" };

const UNIT = /^(thon|ban|khu|lang|to dan pho|tdp|village)\s+/;

const nameOf = (text: string): string => foldAccents(text).replace(UNIT, "");

/** Finds villages by id anywhere, by name or other name within the communes given. */
export function villageMatcher(
  villages: readonly Pick<Village, "villageId" | "name" | "aliases" | "communeCode">[],
): (text: string, communes: readonly CommuneCode[]) => VillageMatch {
  const ids = new Set(villages.map(({ villageId }) => villageId));
  const byName = new Map<string, Set<string>>();
  for (const { villageId, name, aliases, communeCode } of villages) {
    for (const each of [name, ...aliases]) {
      const key = `${communeCode} ${nameOf(each)}`;
      byName.set(key, (byName.get(key) ?? new Set()).add(villageId));
    }
  }
  return (text, communes) => {
    const given = text.trim();
    if (ids.has(given)) return { kind: "found", id: given };
    if (communes.length === 0) return { kind: "commune-needed" };
    const found = new Set(communes.flatMap((code) => [...(byName.get(`${code} ${nameOf(given)}`) ?? [])]));
    const [only] = found;
    if (only === undefined) return { kind: "none" };
    return found.size === 1 ? { kind: "found", id: only } : { kind: "ambiguous", ids: [...found] };
  };
}
