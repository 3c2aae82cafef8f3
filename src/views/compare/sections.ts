import type { ComponentType } from "react";
import { Answer } from "./answer/Answer";
import { Changes } from "./answer/Changes";
import { LateWorks } from "./answer/LateWorks";
import { Money } from "./answer/Money";
import { SectorTiles } from "./answer/SectorTiles";
import { Curves } from "./curves/Curves";
import { NeedRisk } from "./need/NeedRisk";

/** A part of the page of comparisons: reads `useComparison()` and `usePage()`, and nothing else. */
export interface CompareSection {
  /** Of the anchor in the page's address; public, never renamed. */
  readonly id: string;
  readonly Section: ComponentType;
}

/** The sections in their order. Each stands in a file or folder of its own. */
export const COMPARE_SECTIONS: readonly CompareSection[] = [
  { id: "tra-loi", Section: Answer },
  { id: "linh-vuc", Section: SectorTiles },
  { id: "thay-doi", Section: Changes },
  { id: "cham", Section: LateWorks },
  { id: "von", Section: Money },
  { id: "duong-von", Section: Curves },
  { id: "nhu-cau", Section: NeedRisk },
];
