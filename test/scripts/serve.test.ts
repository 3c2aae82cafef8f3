import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resolveRequest, type StaticServer, serve } from "../../scripts/serve.mjs";

let folder: string;
let outside: string;
let plain: StaticServer;
let nested: StaticServer;

beforeAll(async () => {
  outside = mkdtempSync(path.join(os.tmpdir(), "serve-"));
  folder = path.join(outside, "site");
  mkdirSync(path.join(folder, "en"), { recursive: true });
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(outside, "secret.txt"), "secret");
  writeFileSync(path.join(folder, "index.html"), "<p>Trang chủ</p>");
  writeFileSync(path.join(folder, "en", "index.html"), "<p>Home</p>");
  writeFileSync(path.join(folder, "404.html"), "<p>Không có</p>");
  writeFileSync(path.join(folder, "assets", "app-Ab3dEf.js"), `// ${"long ".repeat(500)}`);
  writeFileSync(path.join(folder, "data.topojson"), "{}");
  mkdirSync(path.join(folder, "data", "r", "files"), { recursive: true });
  writeFileSync(path.join(folder, "data", "r", "files", "0123abcd.json"), "{}");
  mkdirSync(path.join(folder, "fonts"));
  writeFileSync(path.join(folder, "fonts", "be-vietnam-pro-vietnamese-400.woff2"), "x");
  writeFileSync(path.join(folder, ".hidden"), "hidden");
  symlinkSync(path.join(outside, "secret.txt"), path.join(folder, "link.txt"));
  plain = await serve({ dir: folder });
  nested = await serve({ dir: folder, prefix: "/a/b/" });
});
afterAll(async () => {
  await Promise.all([plain.close(), nested.close()]);
  rmSync(outside, { recursive: true });
});

/** A request as written: `fetch` would tidy the path first. */
const get = (server: StaticServer, target: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const request = http.request(
      { host: "127.0.0.1", port: server.port, path: target, headers, method },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    request.on("error", reject);
    request.end();
  });

test("every file may be read by a frame without an origin of its own", async () => {
  for (const target of [
    "/",
    "/data.topojson",
    "/assets/app-Ab3dEf.js",
    "/fonts/be-vietnam-pro-vietnamese-400.woff2",
  ])
    expect((await get(plain, target)).headers["access-control-allow-origin"]).toBe("*");
});

test("a folder answers with its index, as UTF-8 HTML that is never sniffed", async () => {
  const { status, headers, body } = await get(plain, "/");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(body.toString()).toBe("<p>Trang chủ</p>");
});

test("a folder without its slash is sent to the address with it, query kept: relative links depend on it", async () => {
  expect((await get(plain, "/en?i=late")).headers.location).toBe("/en/?i=late");
  expect((await get(nested, "/a/b/en")).headers.location).toBe("/a/b/en/");
  expect((await get(nested, "/a/b")).headers.location).toBe("/a/b/");
});

test("under a prefix nothing outside the prefix exists", async () => {
  expect((await get(nested, "/a/b/en/")).status).toBe(200);
  expect((await get(nested, "/en/")).status).toBe(404);
  expect((await get(nested, "/")).status).toBe(404);
});

test("what is missing answers 404 with the site's own page", async () => {
  const { status, body } = await get(nested, "/a/b/nothing");
  expect(status).toBe(404);
  expect(body.toString()).toBe("<p>Không có</p>");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/en/%2e%2e%2f%2e%2e/secret.txt",
  "/..%5csecret.txt",
  "/en/../../secret.txt",
  "/.hidden",
  "/link.txt",
  "//../secret.txt",
])("%s does not lead out of the folder", async (target) => {
  const { status, body } = await get(plain, target);
  expect([400, 404]).toContain(status);
  expect(body.toString()).not.toMatch(/secret|hidden/);
});

test("no request, however written, resolves to a path with a dot segment", () => {
  const segment = fc.constantFrom("..", ".", "%2e%2e", "%2E.", "..%2f", "en", "", "%00", "%5c", ".git", "%");
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
      const answer = resolveRequest(`/a/b/${segments.join("/")}`, "/a/b/");
      if (answer.status === 200)
        expect(answer.relative.split("/").some((part) => part.startsWith("."))).toBe(false);
    }),
  );
});

test("text is compressed as the browser accepts it, and says so to caches", async () => {
  const brotli = await get(plain, "/assets/app-Ab3dEf.js", { "accept-encoding": "gzip, deflate, br" });
  expect(brotli.headers["content-encoding"]).toBe("br");
  expect(brotli.headers.vary).toBe("accept-encoding");
  expect(brotliDecompressSync(brotli.body).toString()).toContain("long long");
  const gzip = await get(plain, "/assets/app-Ab3dEf.js", { "accept-encoding": "gzip" });
  expect(gunzipSync(gzip.body).toString()).toContain("long long");
  expect((await get(plain, "/assets/app-Ab3dEf.js")).headers["content-encoding"]).toBeUndefined();
});

test("hashed files are kept for a year, pages and data are asked for again", async () => {
  expect((await get(plain, "/assets/app-Ab3dEf.js")).headers["cache-control"]).toContain("immutable");
  expect((await get(nested, "/a/b/data/r/files/0123abcd.json")).headers["cache-control"]).toContain(
    "immutable",
  );
  // A name that looks like a hash is none: fonts may be replaced.
  expect((await get(plain, "/fonts/be-vietnam-pro-vietnamese-400.woff2")).headers["cache-control"]).toBe(
    "no-cache",
  );
  const data = await get(plain, "/data.topojson");
  expect(data.headers["cache-control"]).toBe("no-cache");
  expect(data.headers["content-type"]).toBe("application/json");
  const again = await get(plain, "/data.topojson", { "if-none-match": String(data.headers.etag) });
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
});

test("only reading is offered; HEAD has no body; a broken escape is a bad request", async () => {
  expect((await get(plain, "/", {}, "POST")).status).toBe(405);
  expect((await get(plain, "/", {}, "HEAD")).body).toHaveLength(0);
  expect((await get(plain, "/%E0%A4%A")).status).toBe(400);
});

test("a taken port is an error the caller can see", async () => {
  await expect(serve({ dir: folder, port: plain.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
