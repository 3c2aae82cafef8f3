/** A running server of static files. */
export interface StaticServer {
  /** Address of the folder's root, ending in `/`. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}
export function resolveRequest(
  url: string,
  prefix: string,
):
  | { readonly status: 200; readonly relative: string }
  | { readonly status: 400 | 404 }
  | { readonly status: 301; readonly location: string };
export function serve(options: {
  readonly dir: string;
  readonly port?: number;
  readonly prefix?: string;
  readonly quality?: number;
}): Promise<StaticServer>;
