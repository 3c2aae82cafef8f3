import type { Geometry } from "geojson";
import type { Answered } from "@/analysis/question/answer";
import type { CommuneRow } from "@/analysis/question/byCommune";
import type { IsoDate } from "@/domain/date";
import type { Question } from "@/domain/question";
import type { BBox } from "@/domain/units";
import type { LayerFormat, LayerProblem, ProblemTotals } from "@/imports/uploadedLayer";

/** What the page asks of the worker that answers questions. Answers carry the number of what they answer. */
export type ToWorker =
  /** Where the data lie, absolute; the worker reads them itself, so that the page hands over nothing large. */
  | { readonly type: "data"; readonly base: string }
  | { readonly type: "ask"; readonly number: number; readonly question: Question; readonly asOf: IsoDate }
  | { readonly type: "stop"; readonly number: number }
  | {
      readonly type: "layer";
      readonly number: number;
      readonly name: string;
      readonly bytes: ArrayBuffer;
      readonly frame: BBox;
    };

/** What is known of a reader's file once it is read. */
export interface OpenLayer {
  readonly name: string;
  readonly hash: string;
  readonly features: number;
  /** Lon lat; null where there are too many corners to draw over the map. */
  readonly drawn: readonly Geometry[] | null;
  readonly box: BBox;
}

export type FromWorker =
  | { readonly type: "progress"; readonly number: number; readonly share: number }
  | {
      readonly type: "answer";
      readonly number: number;
      readonly answered: Answered;
      readonly asOf: IsoDate;
      readonly byCommune: readonly CommuneRow[];
      /** Boundaries the answer was worked out on; "none": they could not be loaded. */
      readonly boundaries: "fine" | "coarse" | "none";
      readonly ms: number;
    }
  | {
      readonly type: "layer";
      readonly number: number;
      /** Null: refused; a layer that was open before stays open. */
      readonly layer: OpenLayer | null;
      readonly problems: readonly LayerProblem[];
      readonly totals: ProblemTotals;
      /** Null: refused before it was clear what it is. */
      readonly format: LayerFormat | null;
      /** Features or rows the file gave. */
      readonly rows: number;
    }
  | { readonly type: "failed"; readonly number: number; readonly detail: string };
