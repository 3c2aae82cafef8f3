import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { PIXELS, type StandingPicture } from "./frame";
import type { RasterAnswer, RasterJob } from "./rasterWorker";

/** More workers than this wait for the one thread that draws. */
const MOST_WORKERS = 8;

/** Workers that make PNGs while the build goes on drawing. */
export interface RasterPool {
  /** Hands a picture over; its bytes depend on nothing but the picture. */
  readonly add: (path: string, picture: Pick<StandingPicture, "svg" | "width">) => void;
  /**
   * Waits for all pictures and ends the workers.
   * @throws with the path of the first picture that could not be made.
   */
  readonly end: () => Promise<void>;
}

/** @param write gets every PNG as it is ready, in no certain order */
export function rasterPool(
  write: (path: string, png: Uint8Array) => void,
  most = Math.min(MOST_WORKERS, availableParallelism()),
): RasterPool {
  const paths: string[] = [];
  const workers: Worker[] = [];
  let missing = 0;
  let fault: Error | null = null;
  let settle: () => void = () => undefined;
  const fail = (reason: Error) => {
    fault ??= reason;
    settle();
  };
  const take = (answer: RasterAnswer) => {
    const path = paths[answer.id] ?? "";
    if ("fault" in answer) return fail(new Error(`${path}: ${answer.fault}`));
    try {
      write(path, answer.png);
    } catch (reason) {
      fail(reason instanceof Error ? reason : new Error(String(reason)));
    }
    missing--;
    settle();
  };
  const start = () => {
    const worker = new Worker(new URL("./rasterWorker.mjs", import.meta.url), { execArgv: [] });
    worker.on("message", take);
    worker.on("error", fail);
    workers.push(worker);
    return worker;
  };
  return {
    add: (path, { svg, width }) => {
      const id = paths.push(path) - 1;
      missing++;
      // In turn: pictures take much the same time, and who is idle is not known while this thread draws.
      const worker = workers.length < most ? start() : (workers[id % workers.length] ?? start());
      worker.postMessage({ id, svg, width: width * PIXELS } satisfies RasterJob);
    },
    end: async () => {
      await new Promise<void>((resolve) => {
        settle = () => {
          if (missing === 0 || fault !== null) resolve();
        };
        settle();
      });
      await Promise.all(workers.map((worker) => worker.terminate()));
      if (fault !== null) throw fault;
    },
  };
}
