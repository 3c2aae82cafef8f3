import type { ComponentType } from "react";
import { Answer } from "./answer/Answer";
import { Changes } from "./answer/Changes";
import { LateWorks } from "./answer/LateWorks";
import { Money } from "./answer/Money";
import { SectorTiles } from "./answer/SectorTiles";

/**
 * A part of the page of comparisons: reads `useComparison()` and `usePage()`, and nothing else. The answer comes with the page's script;
 * what lies below it is fetched once that stands, and until then the page keeps what the build wrote.
 */
export type CompareSection = {
  /** Of the anchor in the page's address; public, never renamed. */
  readonly id: string;
} & ({ readonly Section: ComponentType } | { readonly load: () => Promise<ComponentType> });

/** The sections in their order. Each stands in a file or folder of its own. */
export const COMPARE_SECTIONS: readonly CompareSection[] = [
  { id: "tra-loi", Section: Answer },
  { id: "linh-vuc", Section: SectorTiles },
  { id: "thay-doi", Section: Changes },
  { id: "cham", Section: LateWorks },
  { id: "von", Section: Money },
  { id: "xep-hang", load: async () => (await import("./ranking/Ranking")).Ranking },
  { id: "duong-von", load: async () => (await import("./curves/Curves")).Curves },
  { id: "hai-xa", load: async () => (await import("./pairs/TwoCommunes")).TwoCommunes },
  { id: "bieu-do-nho", load: async () => (await import("./multiples/SmallMultiples")).SmallMultiples },
  { id: "hai-ky", load: async () => (await import("./pairs/TwoDates")).TwoDates },
  { id: "nhu-cau", load: async () => (await import("./need/NeedRisk")).NeedRisk },
];

/** Components of the sections that are not with the page's script, by id. */
export type LaterSections = ReadonlyMap<string, ComponentType>;

/** Fetches all of them at once. Rejects when one cannot be had. */
export async function loadLaterSections(): Promise<LaterSections> {
  const later = COMPARE_SECTIONS.flatMap((section) => ("load" in section ? [section] : []));
  return new Map(await Promise.all(later.map(async ({ id, load }) => [id, await load()] as const)));
}
