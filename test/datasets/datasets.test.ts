import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  DatasetError,
  loadCoarseBoundaries,
  loadMapData,
  loadRegister,
  loadRows,
  parseRegister,
  type Read,
  ReadError,
} from "@/datasets";
import { DOCUMENT_SCHEMAS, ROW_SCHEMAS } from "@/datasets/schemas";
import { DATASET_PATHS } from "@/domain/dataset";
import { EMPTY_REGISTER } from "@/domain/register";

const disk: Read = (path) => readFile(join("public/data", path), "utf8");
/** The disk, with one file replaced by `text`, or failing with `error`. */
const spoiled =
  (path: string, replacement: string | Error): Read =>
  async (asked) => {
    if (asked !== path) return disk(asked);
    if (typeof replacement !== "string") throw replacement;
    return replacement;
  };
const failureOf = async (read: Read) => (await parseRegister(read)).failures;

afterEach(() => vi.unstubAllGlobals());

describe("the registry", () => {
  it("has a schema for every dataset", () => {
    const ids = [...Object.keys(ROW_SCHEMAS), ...Object.keys(DOCUMENT_SCHEMAS)];
    expect(ids.toSorted()).toEqual(Object.keys(DATASET_PATHS).toSorted());
  });
});

describe("the repository's artifacts", () => {
  it("load whole", async () => {
    const data = await loadMapData(disk);
    expect(data.failures).toEqual([]);
    expect(data.register.communes).toHaveLength(99);
    expect(data.manifest?.defaultAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(data.geometry.boundaries?.type).toBe("Topology");
  });
});

describe("a dataset that fails", () => {
  it("is named with its reason, and the rest works", async () => {
    const { register, failures } = await parseRegister(
      spoiled("works.json", new ReadError("missing", "HTTP 404")),
    );
    expect(failures).toEqual([
      { dataset: "works", path: "works.json", reason: "missing", detail: "HTTP 404" },
    ]);
    expect(register.works).toEqual([]);
    expect(register.communes).toHaveLength(99);
  });

  it("truncated at any place is said to be truncated", async () => {
    const whole = await disk("works.json");
    for (const share of [0, 0.3, 0.9]) {
      const text = whole.slice(0, Math.floor(whole.length * share));
      expect(await failureOf(spoiled("works.json", text))).toMatchObject([
        { dataset: "works", reason: "truncated" },
      ]);
    }
  });

  it("whole but wrong is said to be invalid, with the place of the first fault", async () => {
    const text = `${JSON.stringify({ dataset: "villages", schemaVersion: 1, rows: [{ villageId: 5 }] })}\n`;
    const [failure] = await failureOf(spoiled("villages.json", text));
    expect(failure).toMatchObject({ dataset: "villages", reason: "invalid" });
    expect(failure?.detail).toMatch(/rows\.0\.villageId/);
  });

  it("of another version or another dataset is invalid", async () => {
    for (const change of [{ schemaVersion: 99 }, { dataset: "works" }]) {
      const text = `${JSON.stringify({ dataset: "villages", schemaVersion: 1, rows: [], ...change })}\n`;
      expect(await failureOf(spoiled("villages.json", text))).toMatchObject([{ reason: "invalid" }]);
    }
  });

  it("does not hide a mistake of ours as bad data", async () => {
    await expect(parseRegister(spoiled("works.json", new TypeError("bug")))).rejects.toThrow("bug");
  });

  it("all of them leaves an empty register and says so of each", async () => {
    const { register, failures } = await parseRegister(async () => {
      throw new ReadError("network", "offline");
    });
    expect(register).toEqual(EMPTY_REGISTER);
    expect(failures).toHaveLength(Object.keys(EMPTY_REGISTER).length);
    expect(failures.map(({ path }) => path)).toEqual(failures.map(({ path }) => path).toSorted());
  });

  it("boundaries without communes are refused", async () => {
    const read = spoiled("geo/communes-50m.topojson", '{"type":"Topology","objects":{},"arcs":[]}\n');
    await expect(loadCoarseBoundaries(read)).rejects.toThrow(DatasetError);
    const data = await loadMapData(read);
    expect(data.geometry.boundaries).toBeNull();
    expect(data.failures).toMatchObject([{ dataset: "communes-coarse", reason: "invalid" }]);
  });
});

describe("over HTTP", () => {
  const answer = (body: string, init: ResponseInit = {}) => vi.fn(async () => new Response(body, init));

  it("asks under the folder given, with or without its slash", async () => {
    const fetch = answer(await disk("works.json"));
    vi.stubGlobal("fetch", fetch);
    for (const base of ["./data", "./data/", new URL("https://map.example/a/b/data/")])
      await loadRows(base, "works");
    expect(fetch.mock.calls.map((call) => (call as unknown[])[0])).toEqual([
      "./data/works.json",
      "./data/works.json",
      "https://map.example/a/b/data/works.json",
    ]);
  });

  it.each([
    ["404", answer("", { status: 404 }), "missing"],
    [
      "a page in place of the file",
      answer("<!doctype html>", { headers: { "content-type": "text/html" } }),
      "missing",
    ],
    ["500", answer("", { status: 500 }), "network"],
    ["no connection", vi.fn(async () => Promise.reject(new TypeError("Failed to fetch"))), "network"],
    ["half a file", answer('{"dataset":"works","rows":[{"wo'), "truncated"],
    ["not JSON", answer("hello}\n"), "invalid"],
  ] as const)("%s", async (_name, fetch, reason) => {
    vi.stubGlobal("fetch", fetch);
    const { register, failures } = await loadRegister("./data/");
    expect(new Set(failures.map((failure) => failure.reason))).toEqual(new Set([reason]));
    expect(register).toEqual(EMPTY_REGISTER);
  });

  it("asks for everything at once, not one after another", async () => {
    let open = 0;
    let most = 0;
    vi.stubGlobal("fetch", async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return new Response("", { status: 404 });
    });
    await loadMapData("./data/");
    expect(most).toBeGreaterThanOrEqual(Object.keys(ROW_SCHEMAS).length);
  });
});
