import { DATASET_PATHS, type DatasetId } from "@/domain/dataset";

/**
 * Why a dataset is not there. `missing`: no such file; `truncated`: the text stops early; `invalid`: whole, but not
 * what it should be; `network`: nobody answered, trying again may help.
 */
export type FailureReason = "missing" | "truncated" | "invalid" | "network";

/** One dataset that could not be used, in words a screen can show. The rest of the data stands. */
export interface DatasetFailure {
  readonly dataset: DatasetId;
  /** Path relative to `data/`, so that a person can look at the file. */
  readonly path: string;
  readonly reason: FailureReason;
  /** For the console and the maintainer, in English: status, position, first field that is wrong. */
  readonly detail: string;
}

/** Thrown by a reader: the text of a file could not be had, or (`invalid`) not what says where it is. */
export class ReadError extends Error {
  override readonly name = "ReadError";
  constructor(
    readonly reason: Exclude<FailureReason, "truncated">,
    message: string,
  ) {
    super(message);
  }
}

/** Thrown by a loader of one dataset. */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
  readonly failure: DatasetFailure;
  constructor(dataset: DatasetId, reason: FailureReason, detail: string) {
    const path = DATASET_PATHS[dataset];
    super(`${path}: ${reason} (${detail})`);
    this.failure = { dataset, path, reason, detail };
  }
}

/** Gives the text of an artifact by its path relative to `data/`; throws `ReadError` when it cannot. */
export type Read = (path: string) => Promise<string>;

/** Where artifacts come from: the address of the folder `data/` (relative to the page is fine), or a reader. */
export type DataSource = string | URL | Read;

/** Reads over HTTP: the only `fetch` of the app. A page sent in place of a file (host fallback) counts as missing. */
function httpReader(base: string | URL): Read {
  const folder = String(base).replace(/\/*$/, "/");
  return async (path) => {
    let response: Response;
    try {
      response = await fetch(`${folder}${path}`);
    } catch (cause) {
      throw new ReadError("network", cause instanceof Error ? cause.message : String(cause));
    }
    if (response.status === 404 || response.status === 410 || response.status === 403) {
      throw new ReadError("missing", `HTTP ${response.status}`);
    }
    if (!response.ok) throw new ReadError("network", `HTTP ${response.status}`);
    if (/\bhtml\b/.test(response.headers.get("content-type") ?? "")) {
      throw new ReadError("missing", "a page was sent in place of the file");
    }
    try {
      return await response.text();
    } catch (cause) {
      // The connection broke while the body was coming in.
      throw new ReadError("network", cause instanceof Error ? cause.message : String(cause));
    }
  };
}

export const readerOf = (source: DataSource): Read =>
  typeof source === "function" ? source : httpReader(source);
