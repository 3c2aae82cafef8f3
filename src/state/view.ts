import type { CommuneCode } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import type { LonLat } from "@/domain/units";
import type { WorkFilter } from "@/domain/workFilter";

export type Theme = "auto" | "light" | "dark";
export type Selection = { readonly type: "commune" | "work" | "village" | "zone"; readonly id: string };

/** What the drawer of the table lists. */
export const TABLES = ["communes", "works", "villages"] as const;
export type TableId = (typeof TABLES)[number];
/** What a density counts. */
export const DENSITIES = ["works", "villages"] as const;
export type DensityId = (typeof DENSITIES)[number];

/** Everything a shared link must restore. The language is the path (`/` vi, `/en/`). Null = the default of the data. */
export interface ViewState {
  readonly indicator: string | null;
  /** Ids of layers switched on; null = the registry's defaults. */
  readonly layers: readonly string[] | null;
  /** Ids of the layers that may change places, from the top down; null = the usual order. */
  readonly order: readonly string[] | null;
  /** Percent 5–95 of layers that are not fully opaque, by id. */
  readonly opacity: Readonly<Record<string, number>>;
  readonly selection: Selection | null;
  /** Several communes picked out to be summed or compared; empty: none. Unique, in the order they were picked. */
  readonly chosen: readonly CommuneCode[];
  readonly filter: WorkFilter;
  /** The table whose drawer is open; null: closed. */
  readonly table: TableId | null;
  /** The indicator that raises the communes in the third dimension; null: flat. */
  readonly raise: string | null;
  readonly density: DensityId | null;
  /** A spatial question as a link holds it (`questionText.ts`); null: none. Read when its panel comes, not with the page. */
  readonly question: string | null;
  /** Release of the data the question was last answered on, 8 hexadecimal digits; null: not said. */
  readonly answeredOn: string | null;
  readonly asOf: IsoDate | null;
  readonly camera: { readonly center: LonLat; readonly zoom: number } | null;
  readonly theme: Theme;
}
