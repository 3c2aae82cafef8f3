import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadManifest, loadMapData, loadRelief, type Read, ReadError } from "@/datasets";
import { loadReleases, releaseReader } from "@/datasets/release";
import { DATASET_PATHS } from "@/domain/dataset";
import { releaseOf } from "@/domain/release";

const disk: Read = async (path) => {
  try {
    return await readFile(join("public/data", path), "utf8");
  } catch (cause) {
    throw new ReadError("missing", String(cause));
  }
};
/** The disk, with one file replaced. */
const spoiled =
  (path: string, text: string): Read =>
  (asked) =>
    asked === path ? Promise.resolve(text) : disk(asked);
const failure = (reason: string, message: RegExp) =>
  expect.objectContaining({ name: "ReadError", reason, message: expect.stringMatching(message) });
const releases = await loadReleases(disk);
const first = releases[0]!.release;
const second = releases[1]!.release;

afterEach(() => vi.unstubAllGlobals());

describe("the list of releases", () => {
  it("names what is kept, in the order it was made", () => {
    expect(releases.slice(0, 2)).toEqual([
      { release: "0690f7da0a78", packs: ["official", "illustrative"], defaultAsOf: "2028-09-30" },
      { release: "f9d35c7ee3c2", packs: ["official"], defaultAsOf: "2026-11-22" },
    ]);
  });

  it.each([
    ["is not JSON", "<!doctype html>", /index\.json is not JSON/],
    [
      "has a name that leads elsewhere",
      '{"schemaVersion":1,"releases":[{"release":"../x"}]}',
      /releases\.0\.release/,
    ],
    ["is of a later version", '{"schemaVersion":2,"releases":[]}', /schemaVersion/],
  ])("that %s is refused with the reason", async (_, text, message) => {
    await expect(loadReleases(spoiled("r/index.json", text))).rejects.toEqual(failure("invalid", message));
  });

  it("is missing where no release is kept", async () => {
    const none: Read = () => Promise.reject(new ReadError("missing", "HTTP 404"));
    await expect(loadReleases(none)).rejects.toEqual(failure("missing", /404/));
  });
});

describe("the reader of a release", () => {
  it.each(releases)(
    "gives every dataset of $release, as its manifest describes it",
    async ({ release, packs, defaultAsOf }) => {
      const read = releaseReader(disk, release);
      const data = await loadMapData(read);
      expect(data.failures).toEqual([]);
      expect(data.register.communes).toHaveLength(99);
      expect(data.manifest).toMatchObject({ packs, defaultAsOf });
      expect(releaseOf(data.manifest)).toBe(release);
      expect((await loadRelief(read)).classes.length).toBeGreaterThan(0);
      for (const path of Object.values(DATASET_PATHS))
        expect((await read(path)).endsWith("\n"), path).toBe(true);
    },
  );

  it("reads the release it was asked for, not the data of today or of another", async () => {
    const [one, other] = await Promise.all(
      [first, second].map((id) => loadManifest(releaseReader(disk, id))),
    );
    expect(one).not.toEqual(other);
    const asked: string[] = [];
    await loadMapData(
      releaseReader((path) => {
        asked.push(path);
        return disk(path);
      }, second),
    );
    expect(asked.every((path) => path === `r/${second}/manifest.json` || path.startsWith("r/files/"))).toBe(
      true,
    );
    expect(asked.filter((path) => path.endsWith("manifest.json"))).toHaveLength(1);
  });

  it.each(["", "..", "../../../etc", `${first}/../${second}`, first.toUpperCase(), `${first}0`])(
    "asks for nothing when the name is %j",
    async (name) => {
      const source = vi.fn(disk);
      await expect(releaseReader(source, name)("works.json")).rejects.toEqual(
        failure("missing", /is not the name of a release/),
      );
      expect(source).not.toHaveBeenCalled();
    },
  );

  it("says that a release is not kept, and lets every dataset fail by itself", async () => {
    const read = releaseReader(disk, "000000000000");
    await expect(read("works.json")).rejects.toEqual(
      failure("missing", /release 000000000000 is not kept here/),
    );
    const { failures, manifest } = await loadMapData(read);
    expect(manifest).toBeNull();
    expect(new Set(failures.map(({ reason }) => reason))).toEqual(new Set(["missing"]));
  });

  it("says that a release has no such file, and never reads one beside it", async () => {
    const read = releaseReader(disk, first);
    for (const path of ["nothing.json", "../manifest.json", "r/index.json", ""])
      await expect(read(path)).rejects.toEqual(failure("missing", /has no /));
  });

  it("refuses the manifest of another release, and one that leads elsewhere", async () => {
    const path = `r/${first}/manifest.json`;
    const others = await disk(`r/${second}/manifest.json`);
    await expect(releaseReader(spoiled(path, others), first)("works.json")).rejects.toEqual(
      failure("invalid", new RegExp(`another release, ${second}`)),
    );
    await expect(releaseReader(spoiled(path, "{}"), first)("works.json")).rejects.toEqual(
      failure("invalid", /manifest\.json: /),
    );
    // The name is made of the first twelve digits: the rest may be anything.
    const manifest = JSON.parse(await disk(path));
    manifest.outputs = manifest.outputs.map((output: { sha256: string }) => ({
      ...output,
      sha256: `${output.sha256.slice(0, 12)}/../../../secret`,
    }));
    const source = vi.fn(spoiled(path, JSON.stringify(manifest)));
    await expect(releaseReader(source, first)("works.json")).rejects.toEqual(
      failure("invalid", /no SHA-256/),
    );
    expect(source.mock.calls).toEqual([[path]]);
  });

  it("asks again after the connection broke, not for ever", async () => {
    let broken = true;
    const read = releaseReader(async (path) => {
      if (broken) throw new ReadError("network", "offline");
      return disk(path);
    }, first);
    await expect(read("works.json")).rejects.toEqual(failure("network", /offline/));
    broken = false;
    expect(await read("works.json")).toContain('"dataset":"works"');
  });

  it("lets an error that is none of reading through as it is", async () => {
    const bug = new TypeError("a bug");
    await expect(releaseReader(() => Promise.reject(bug), first)("works.json")).rejects.toBe(bug);
  });

  it("reads over HTTP below the folder given", async () => {
    const fetch = vi.fn(async (address: string) => new Response(await disk(address.replace("../data/", ""))));
    vi.stubGlobal("fetch", fetch);
    await releaseReader("../data", first)("works.json");
    expect(fetch.mock.calls.map(([address]) => address)).toEqual([
      `../data/r/${first}/manifest.json`,
      expect.stringMatching(/^\.\.\/data\/r\/files\/[0-9a-f]{32}\.json$/),
    ]);
  });
});
