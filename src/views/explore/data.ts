import type {
  BoundaryTopology,
  ClassBreaks,
  Locator,
  Reference,
  Relief,
  Surroundings,
} from "@/domain/geometry";
import type { Manifest } from "@/domain/manifest";
import type { Register } from "@/domain/register";
import type { Site } from "@/domain/site";

/** Shapes of the map. Null: not loaded (yet), or failed and named elsewhere. */
export interface ExploreGeometry {
  readonly boundaries: BoundaryTopology | null;
  readonly surroundings: Surroundings | null;
  readonly locator: Locator | null;
  readonly relief: Relief | null;
  readonly reference: Reference | null;
}

/** Everything the map page shows, as parsed; the same for the prerendered page and the browser. */
export interface ExploreData {
  readonly register: Register;
  readonly geometry: ExploreGeometry;
  readonly manifest: Manifest | null;
  readonly classBreaks: readonly ClassBreaks[];
  readonly site: Site | null;
}

/** CSS px of the map's box. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
