import type { MapScene } from "@/scene/scene";
import type { SolidStage } from "@/scene/third/solids";

/** What the map shows while communes are raised or a density is asked for. */
export interface ThirdShown {
  /** For the drawing, for paper, and for WebGL until bodies stand: the same values without a third dimension. */
  readonly flat: MapScene;
  /** What WebGL shows once it can; null: the reader wants the flat picture. */
  readonly stage: SolidStage | null;
  /** Degrees from north that the top of the screen points to. */
  readonly bearing: number;
}

/** How far the map has come with it: on its way, standing, or why it never will. */
export type Standing = "coming" | "solid" | "no-webgl" | "no-code";
