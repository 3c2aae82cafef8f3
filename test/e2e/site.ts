import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { BROWSER_ARGS, findBrowser, NO_BROWSER } from "../../scripts/browser.mjs";
import { type StaticServer, serve } from "../../scripts/serve.mjs";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const DIST = path.join(ROOT, "dist");
export const DIST_OFFICIAL = path.join(ROOT, "dist-official");

/** The two places a build must work at without being built again. */
export const PREFIXES = ["/", "/a/b/"] as const;

export interface Site {
  readonly server: StaticServer;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Serves a built folder and opens a browser; fails by name when there is none. */
export async function openSite(
  options: { dir?: string; prefix?: string; args?: readonly string[] } = {},
): Promise<Site> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER);
  const server = await serve({ dir: options.dir ?? DIST, prefix: options.prefix ?? "/", quality: 4 });
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGS, ...(options.args ?? [])] });
  return {
    server,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** One page and everything it did that it should not have. */
export interface Visit {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors, policy violations, requests that left the origin. */
  readonly complaints: string[];
  /** Paths requested, below the site's root. */
  readonly requested: string[];
  readonly close: () => Promise<void>;
}

/** Noise of software WebGL that says nothing about the page. */
const NOISE = /GPU stall due to ReadPixels|GL Driver Message|Automatic fallback to software WebGL/;

/** Opens `target` (relative to the site's root, e.g. "en/?i=late"); every other origin is blocked and told. */
export async function visit(
  site: Site,
  target: string,
  options: BrowserContextOptions & {
    readonly prepare?: (page: Page) => Promise<unknown>;
    readonly waitUntil?: "load" | "commit";
  } = {},
): Promise<Visit> {
  const { prepare, waitUntil = "load", ...contextOptions } = options;
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 800 },
    serviceWorkers: "block",
    locale: "vi-VN",
    ...contextOptions,
  });
  // A page that does not answer within this is broken; the default half minute only hides it.
  // Two busy cores: what takes a second alone may take twenty beside another browser.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requested: string[] = [];
  const { origin, pathname } = new URL(site.server.url);
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && url.origin !== origin,
    (route) => {
      complaints.push(`left the origin: ${route.request().url()}`);
      return route.abort();
    },
  );
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin === origin) requested.push(url.pathname.slice(pathname.length));
  });
  page.on("console", (message) => {
    if ((message.type() === "error" || message.type() === "warning") && !NOISE.test(message.text())) {
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  await context.exposeFunction("reportViolation", (text: string) => {
    complaints.push(`policy: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (window as unknown as { reportViolation?: (text: string) => void }).reportViolation;
      report?.(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  await prepare?.(page);
  await page.goto(new URL(target, site.server.url).href, { waitUntil });
  return { page, complaints, requested, close: () => context.close() };
}

/** An artifact of a build, parsed. */
export const readArtifact = <T>(dist: string, file: string): T =>
  JSON.parse(readFileSync(path.join(dist, "data", file), "utf8"));
