import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER_ARGS, findBrowser, NO_BROWSER } from "../../scripts/browser.mjs";
import { DIST, ROOT } from "./site";

/** The recipe a reader copies, word for word. */
const recipe = /```nginx\n([\s\S]*?)```/.exec(readFileSync(path.join(ROOT, "README.md"), "utf8"))?.[1] ?? "";

const NGINX = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"].find((file) => existsSync(file));
const MODULES = "/usr/lib/nginx/modules";
const BROTLI = "ngx_http_brotli_filter_module.so";
const hasBrotli = existsSync(path.join(MODULES, BROTLI));

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: number;
}

test("README has the recipe", () => {
  expect(recipe).toContain("server {");
});

if (NGINX === undefined)
  test("nginx: not run here, nginx is not installed (Debian: apt install nginx-light)", ({ skip }) => {
    console.warn("hosting: the nginx recipe of README was not run, because nginx is not installed");
    skip("nginx is not installed");
  });
else
  describe("nginx with the recipe of README", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nginx-"));
    let port = 0;
    let server: ReturnType<typeof spawn> | null = null;

    beforeAll(async () => {
      port = await freePort();
      for (const name of ["body", "proxy", "fastcgi", "uwsgi", "scgi"]) mkdirSync(path.join(folder, name));
      // What a reader changes – port, name, folder – and, without the brotli package, its lines.
      const block = recipe
        .replace("listen 80;", `listen 127.0.0.1:${port};`)
        .replace("root /srv/ban-do;", `root ${DIST};`)
        .split("\n")
        .filter((line) => hasBrotli || !/^\s*brotli/.test(line))
        .join("\n");
      const config = [
        ...(hasBrotli ? [`load_module ${path.join(MODULES, BROTLI)};`] : []),
        "daemon off;",
        "worker_processes 1;",
        `user ${process.env.USER ?? "root"};`,
        `pid ${folder}/pid;`,
        `error_log ${folder}/error.log;`,
        "events { worker_connections 64; }",
        "http {",
        "access_log off;",
        ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
          (name) => `${name}_temp_path ${folder}/${name === "client_body" ? "body" : name};`,
        ),
        block,
        "}",
      ].join("\n");
      const file = path.join(folder, "nginx.conf");
      writeFileSync(file, config);
      const tried = spawnSync(NGINX, ["-t", "-p", folder, "-c", file, "-e", `${folder}/error.log`], {
        encoding: "utf8",
      });
      expect(tried.stderr).toContain("successful");
      server = spawn(NGINX, ["-p", folder, "-c", file, "-e", `${folder}/error.log`], { stdio: "ignore" });
      const isUp = () =>
        ask("/").then(
          ({ status }) => status === 200,
          () => false,
        );
      for (let tries = 0; tries < 50 && !(await isUp()); tries++)
        await new Promise((wait) => setTimeout(wait, 100));
    });
    afterAll(async () => {
      const ended = new Promise((end) => server?.once("exit", end));
      server?.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    });

    /** Without a client's own cleverness: paths are sent as written, bodies are not unpacked. */
    const ask = (target: string, headers: Record<string, string> = {}): Promise<Answer> =>
      new Promise((answered, failed) => {
        request({ host: "127.0.0.1", port, path: target, headers }, (response) => {
          let bytes = 0;
          response.on("data", (part: Buffer) => {
            bytes += part.length;
          });
          response.on("end", () =>
            answered({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
          );
        })
          .on("error", failed)
          .end();
      });

    const asset = `/assets/${readdirSync(path.join(DIST, "assets")).find((file) => /^embed-prerendered-vi-.*\.js$/.test(file))}`;
    const font = `/fonts/${readdirSync(path.join(DIST, "fonts")).find((file) => file.endsWith(".woff2"))}`;
    const kept = `/data/r/files/${readdirSync(path.join(DIST, "data", "r", "files"))[0]}`;
    const FOR_EVER = "public, max-age=31536000, immutable";

    test.each([
      ["/", "text/html; charset=utf-8", "no-cache", "frame-ancestors 'self'"],
      ["/xa/07654/", "text/html; charset=utf-8", "no-cache", "frame-ancestors 'self'"],
      ["/nhung/poverty/", "text/html; charset=utf-8", "no-cache", "frame-ancestors *"],
      ["/en/nhung/poverty/", "text/html; charset=utf-8", "no-cache", "frame-ancestors *"],
      ["/embed.html?i=poverty", "text/html; charset=utf-8", "no-cache", "frame-ancestors *"],
      ["/nhung/chieu-cao.js", "text/javascript; charset=utf-8", "no-cache", "frame-ancestors *"],
      ["/nhung/poverty/so-lieu.csv", "text/csv; charset=utf-8", "no-cache", "frame-ancestors *"],
      ["/data/works.json", "application/json; charset=utf-8", "no-cache", "frame-ancestors 'self'"],
      [
        "/data/geo/communes-50m.topojson",
        "application/json; charset=utf-8",
        "no-cache",
        "frame-ancestors 'self'",
      ],
      [asset, "text/javascript; charset=utf-8", FOR_EVER, "frame-ancestors 'self'"],
      [font, "font/woff2", "no-cache", "frame-ancestors 'self'"],
      [kept, null, FOR_EVER, "frame-ancestors 'self'"],
    ] as const)("%s: type, caching, frames, CORS", async (target, type, caching, frames) => {
      const { status, headers } = await ask(target);
      expect(status).toBe(200);
      if (type !== null) expect(headers["content-type"]).toBe(type);
      expect(headers["cache-control"]).toBe(caching);
      expect(headers["content-security-policy"]).toBe(frames);
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["x-frame-options"]).toBeUndefined();
    });

    test("what is not there is 404 with the page that says so, and the same headers", async () => {
      const { status, headers, bytes } = await ask("/khong-co/");
      expect(status).toBe(404);
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(bytes).toBe(readFileSync(path.join(DIST, "404.html")).length);
      expect(headers["access-control-allow-origin"]).toBe("*");
    });

    test("a folder without its slash leads to the folder", async () => {
      const { status, headers } = await ask("/nhung/poverty");
      expect(status).toBe(301);
      expect(String(headers.location)).toMatch(/\/nhung\/poverty\/$/);
    });

    test.each(["/../package.json", "/%2e%2e/package.json", "/assets/..%2f..%2fpackage.json"])(
      "%s leads nowhere",
      async (target) => {
        expect((await ask(target)).status).toBeGreaterThanOrEqual(400);
      },
    );

    test("text is compressed, by brotli where the module is there, and is not sent twice", async () => {
      const plain = await ask("/data/works.json");
      const gzip = await ask("/data/works.json", { "accept-encoding": "gzip" });
      expect(gzip.headers["content-encoding"]).toBe("gzip");
      expect(gzip.bytes).toBeLessThan(plain.bytes / 3);
      const brotli = await ask("/data/works.json", { "accept-encoding": "gzip, br" });
      expect(brotli.headers["content-encoding"]).toBe(hasBrotli ? "br" : "gzip");
      expect(String(gzip.headers.vary).toLowerCase()).toContain("accept-encoding");
      const known = await ask("/data/works.json", { "if-none-match": String(plain.headers.etag) });
      expect(known.status).toBe(304);
    });

    test("any view in a sandboxed frame of another origin: its data come by CORS", async () => {
      const host = createServer((_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        response.end(
          `<!doctype html><title>x</title><iframe src="http://127.0.0.1:${port}/embed.html?i=poverty&p=19" title="x" width="640" height="700" sandbox="allow-scripts allow-popups"></iframe>`,
        );
      });
      await new Promise<void>((ready) => host.listen(0, "127.0.0.1", ready));
      const executablePath = findBrowser();
      if (executablePath === null) throw new Error(NO_BROWSER);
      const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGS] });
      try {
        const page = await browser.newPage();
        await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
        const rows = page.frameLocator("iframe").locator("tbody tr");
        await expect.poll(() => rows.count()).toBe(19);
        // Pages that are no embeds may not be framed by others.
        await page.evaluate((address) => {
          const frame = document.querySelector("iframe");
          if (frame !== null) frame.src = address;
        }, `http://127.0.0.1:${port}/xa/07654/`);
        await page.waitForTimeout(800);
        expect(await page.frameLocator("iframe").locator(".dossier").count()).toBe(0);
      } finally {
        await browser.close();
        host.close();
      }
    });
  });
