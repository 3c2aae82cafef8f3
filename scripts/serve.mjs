import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const MIME = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".geojson": "application/geo+json",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".topojson": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const COMPRESSIBLE = new Set([
  ".css",
  ".csv",
  ".geojson",
  ".html",
  ".js",
  ".json",
  ".md",
  ".mjs",
  ".svg",
  ".topojson",
  ".txt",
  ".webmanifest",
]);
/** Folders whose file names are their content: kept for ever. Everything else is revalidated with its ETag. */
const HASHED = /^(assets|data\/r\/files)\//;

/**
 * What a request path means: a path inside the folder, or why not. Pure, so that traversal can be tested without a socket.
 * @param {string} url request target as received, e.g. "/a/b/en/?i=late"
 * @param {string} prefix path under which the folder is mounted, with both slashes, e.g. "/a/b/"
 * @returns {{ status: 200, relative: string } | { status: 400 | 404 } | { status: 301, location: string }}
 */
export function resolveRequest(url, prefix) {
  let pathname;
  try {
    pathname = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "");
  } catch {
    return { status: 400 };
  }
  if (pathname.includes("\0") || pathname.includes("\\")) return { status: 400 };
  if (pathname === prefix.slice(0, -1)) return { status: 301, location: prefix };
  if (!pathname.startsWith(prefix)) return { status: 404 };
  const relative = pathname.slice(prefix.length);
  // Dot segments are refused rather than resolved: no file of ours is reached through one.
  if (relative.split("/").some((segment) => segment === ".." || segment.startsWith(".")))
    return { status: 404 };
  return { status: 200, relative };
}

/**
 * Serves a folder of static files on 127.0.0.1, compressed as a good host would.
 * @param {{ dir: string, port?: number, prefix?: string, quality?: number }} options
 *   `port` 0 or absent takes a free one; `prefix` mounts the folder under a sub-path; `quality` is brotli's, 0–11.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} rejects with EADDRINUSE when the port is taken
 */
export async function serve({ dir, port = 0, prefix = "/", quality = 6 }) {
  const root = await realpath(dir);
  /** @type {Map<string, Promise<Buffer>>} compressed bodies by file, date and encoding */
  const compressed = new Map();

  const locate = async (relative) => {
    const file = path.join(root, relative);
    const info = await stat(file).catch(() => null);
    if (info === null) return null;
    if (info.isDirectory())
      return relative === "" || relative.endsWith("/") ? locate(`${relative}index.html`) : "directory";
    // A link that leads out of the folder is not part of the site.
    const real = await realpath(file);
    if (real !== root && !real.startsWith(root + path.sep)) return null;
    return { file: real, info };
  };

  const send = async (request, response, status, found) => {
    const extension = path.extname(found.file).toLowerCase();
    const etag = `"${found.info.size.toString(36)}-${Math.round(found.info.mtimeMs).toString(36)}"`;
    const headers = {
      "content-type": MIME[extension] ?? "application/octet-stream",
      "cache-control": HASHED.test(path.relative(root, found.file).split(path.sep).join("/"))
        ? "public, max-age=31536000, immutable"
        : "no-cache",
      // A frame without an origin of its own (sandboxed, as embedded maps are) reads data, scripts and fonts by CORS only.
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      etag,
    };
    if (status === 200 && request.headers["if-none-match"] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const accepts = String(request.headers["accept-encoding"] ?? "");
    const encoding = !COMPRESSIBLE.has(extension)
      ? null
      : /\bbr\b/.test(accepts)
        ? "br"
        : /\bgzip\b/.test(accepts)
          ? "gzip"
          : null;
    if (encoding === null) {
      response.writeHead(status, { ...headers, "content-length": found.info.size });
      if (request.method === "HEAD") response.end();
      else createReadStream(found.file).pipe(response);
      return;
    }
    const key = `${encoding} ${etag} ${found.file}`;
    let body = compressed.get(key);
    if (body === undefined) {
      body = readFile(found.file).then((raw) =>
        encoding === "gzip"
          ? gzip(raw)
          : brotli(raw, {
              params: {
                [zlib.constants.BROTLI_PARAM_QUALITY]: quality,
                [zlib.constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
              },
            }),
      );
      compressed.set(key, body);
    }
    const bytes = await body;
    response.writeHead(status, {
      ...headers,
      "content-encoding": encoding,
      vary: "accept-encoding",
      "content-length": bytes.length,
    });
    response.end(request.method === "HEAD" ? undefined : bytes);
  };

  const fail = async (request, response, status) => {
    const page = status === 404 ? await locate("404.html") : null;
    if (page !== null && page !== "directory") return send(request, response, 404, page);
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${status}\n`);
  };

  const server = createServer(async (request, response) => {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.writeHead(405, { allow: "GET, HEAD" }).end();
        return;
      }
      const target = resolveRequest(request.url ?? "/", prefix);
      if (target.status === 301) {
        response.writeHead(301, { location: target.location }).end();
        return;
      }
      if (target.status !== 200) return await fail(request, response, target.status);
      const found = await locate(target.relative);
      if (found === "directory") {
        const query = /\?.*/.exec(request.url ?? "")?.[0] ?? "";
        response.writeHead(301, { location: `${encodeURI(`${prefix}${target.relative}`)}/${query}` }).end();
        return;
      }
      if (found === null) return await fail(request, response, 404);
      await send(request, response, 200, found);
    } catch (error) {
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(`${error instanceof Error ? error.message : error}\n`);
    }
  });

  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
  return {
    url: `http://127.0.0.1:${bound}${prefix}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
