import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBrowser, NO_BROWSER } from "../../scripts/browser.mjs";
import { needsInstall } from "../../scripts/install.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "install-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string, secondsAgo: number) => {
  const full = path.join(root, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, "");
  const time = 1_800_000_000 - secondsAgo;
  utimesSync(full, time, time);
};

test("a fresh clone installs", () => {
  write("package-lock.json", 0);
  expect(needsInstall(root)).toBe(true);
});
test("an install that was cut short, without npm's own lock, starts again", () => {
  write("package-lock.json", 100);
  write("node_modules/react/package.json", 0);
  expect(needsInstall(root)).toBe(true);
});
test("a lock file newer than what is installed installs again; an older one does not", () => {
  write("node_modules/.package-lock.json", 50);
  write("package-lock.json", 10);
  expect(needsInstall(root)).toBe(true);
  write("package-lock.json", 100);
  expect(needsInstall(root)).toBe(false);
});

test("the browser named by CHROMIUM_PATH is the only one considered", () => {
  write("own/chrome", 0);
  const own = path.join(root, "own/chrome");
  chmodSync(own, 0o755);
  expect(findBrowser({ CHROMIUM_PATH: own, PATH: "" })).toBe(own);
  expect(findBrowser({ CHROMIUM_PATH: path.join(root, "nothing"), PATH: path.join(root, "own") })).toBeNull();
});
test("a file that cannot be run is no browser", () => {
  write("own/chrome", 0);
  chmodSync(path.join(root, "own/chrome"), 0o644);
  expect(findBrowser({ CHROMIUM_PATH: path.join(root, "own/chrome") })).toBeNull();
});
test("without a browser the message names both ways out", () => {
  expect(NO_BROWSER).toContain("apt install chromium");
  expect(NO_BROWSER).toContain("CHROMIUM_PATH");
});
