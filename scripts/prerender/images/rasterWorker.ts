import { parentPort } from "node:worker_threads";
import { rasterise } from "./rasterise";

/** One picture to be made: `id` comes back with its bytes. */
export interface RasterJob {
  readonly id: number;
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
}

/** The bytes of a job, or why there are none. */
export type RasterAnswer =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly fault: string };

parentPort?.on("message", async ({ id, svg, width }: RasterJob) => {
  try {
    parentPort?.postMessage({ id, png: await rasterise(svg, width) } satisfies RasterAnswer);
  } catch (fault) {
    parentPort?.postMessage({ id, fault: String(fault) } satisfies RasterAnswer);
  }
});
