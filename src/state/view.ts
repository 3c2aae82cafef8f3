import type { IsoDate } from "@/domain/date";
import type { LonLat } from "@/domain/units";

export type Theme = "auto" | "light" | "dark";
export type Selection = { readonly type: "commune" | "work" | "village" | "zone"; readonly id: string };

/** Everything a shared link must restore. The language is the path (`/` vi, `/en/`). Null = the default of the data. */
export interface ViewState {
  readonly indicator: string | null;
  /** Ids of layers switched on; null = the registry's defaults. */
  readonly layers: readonly string[] | null;
  readonly selection: Selection | null;
  readonly asOf: IsoDate | null;
  readonly camera: { readonly center: LonLat; readonly zoom: number } | null;
  readonly theme: Theme;
}
