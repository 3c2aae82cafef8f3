import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadMapData, ReadError } from "@/datasets";
import { loadReleases, releaseReader } from "@/datasets/release";
import { formatProblem } from "@/domain/parse";
import { releaseOf } from "@/domain/release";
import { PACKS } from "@/pack/packs";
import { buildData } from "../../scripts/data/build";
import { filesBelow, staleArtifacts, writeArtifacts } from "../../scripts/data/output";
import { copyReleases, makeRelease, releaseProblems } from "../../scripts/data/releases";
import { sha256 } from "../../scripts/data/sha256";
import { copyOfData } from "../pack/pack";

const data = copyOfData();
const parent = mkdtempSync(join(tmpdir(), "releases-"));
/** Two releases, of both packs and of the official one, and the data they were made of. Copied for every test that spoils it. */
const base = join(parent, "base");
const ALL = { packs: PACKS, dataDir: data.folder };
const OFFICIAL = { packs: ["official"], dataDir: data.folder } as const;
let all = "";
let official = "";
let count = 0;

const copy = (part = ".") => {
  const outDir = join(parent, `copy-${count++}`);
  cpSync(join(base, part), join(outDir, part), { recursive: true });
  return outDir;
};
/** Path → checksum of everything below a folder. */
const bytesOf = (folder: string) =>
  Object.fromEntries(
    filesBelow(folder)
      .toSorted()
      .map((path) => [path, sha256(readFileSync(join(folder, path)))]),
  );
const read = (folder: string) => async (path: string) => {
  try {
    return readFileSync(join(folder, path), "utf8");
  } catch (cause) {
    throw new ReadError("missing", String(cause));
  }
};
const write = (folder: string, path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const edit = (folder: string, path: string, change: (text: string) => string) =>
  write(folder, path, change(readFileSync(join(folder, path), "utf8")));
/** What is wrong, without the folder of the test. */
const problemsOf = (folder: string) =>
  releaseProblems(folder).map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ""));
const errorsOf = (problems: Parameters<typeof formatProblem>[0][]) =>
  problems.filter(({ severity }) => severity === "error").map(formatProblem);
const outputsOf = (folder: string, release: string): { path: string; sha256: string }[] =>
  JSON.parse(readFileSync(join(folder, `r/${release}/manifest.json`), "utf8")).outputs;
const fileOf = (folder: string, release: string, path: string) => {
  const found = outputsOf(folder, release).find((output) => output.path === path);
  return `r/files/${found?.sha256.slice(0, 32)}.json`;
};

beforeAll(async () => {
  await buildData({ ...ALL, outDir: base });
  all = (await makeRelease({ ...ALL, outDir: base })).release ?? "";
  official = (await makeRelease({ ...OFFICIAL, outDir: base })).release ?? "";
}, 120_000);
afterEach(() => {
  for (let each = 0; each < count; each++)
    rmSync(join(parent, `copy-${each}`), { recursive: true, force: true });
});
afterAll(() => {
  data.remove();
  rmSync(parent, { recursive: true, force: true });
});

describe("a release", () => {
  it("has the name that exports print, the manifest's bytes, and every file by its content", async () => {
    const manifest = readFileSync(join(base, "manifest.json"), "utf8");
    expect(all).toBe(releaseOf(JSON.parse(manifest)));
    expect(readFileSync(join(base, `r/${all}/manifest.json`), "utf8")).toBe(manifest);
    for (const { path, sha256: hash } of outputsOf(base, all)) {
      const ending = path.slice(path.lastIndexOf("."));
      const kept = readFileSync(join(base, `r/files/${hash.slice(0, 32)}${ending}`));
      expect(kept.equals(readFileSync(join(base, path))), path).toBe(true);
    }
    expect(problemsOf(base)).toEqual([]);
  });

  it("shares with others what is the same, and stands in the list after them", async () => {
    const [one, other] = [all, official].map(
      (id) => new Set(outputsOf(base, id).map((output) => output.sha256)),
    );
    const kept = filesBelow(join(base, "r/files"));
    expect(kept).toHaveLength(new Set([...one!, ...other!]).size);
    expect(kept.length).toBeLessThan(one!.size + other!.size);
    expect(await loadReleases(read(base))).toEqual([
      { release: all, packs: ["official", "illustrative"], defaultAsOf: "2028-09-30" },
      { release: official, packs: ["official"], defaultAsOf: "2026-11-22" },
    ]);
  });

  it("is made once: again, or with its rows in another order, it is there and not a byte is written", async () => {
    const outDir = copy();
    const before = bytesOf(outDir);
    expect(await makeRelease({ ...ALL, outDir })).toMatchObject({ release: all, isKnown: true, written: 0 });
    expect(await makeRelease({ ...OFFICIAL, outDir })).toMatchObject({ release: official, isKnown: true });
    const reordered = copyOfData();
    reordered.edit("official/targets.csv", (text) => {
      const [header, ...rows] = text.trimEnd().split("\n");
      return `${[header, ...rows.toReversed()].join("\n")}\n`;
    });
    const again = await makeRelease({ packs: ["official"], dataDir: reordered.folder, outDir });
    reordered.remove();
    expect(again).toMatchObject({ release: official, isKnown: true, written: 0 });
    expect(bytesOf(outDir)).toEqual(before);
  }, 60_000);

  it("gives the same bytes in another folder", async () => {
    const outDir = join(parent, `copy-${count++}`);
    await buildData({ ...ALL, outDir });
    await makeRelease({ ...ALL, outDir });
    await makeRelease({ ...OFFICIAL, outDir });
    expect(bytesOf(outDir)).toEqual(bytesOf(base));
  }, 60_000);

  it("of changed data adds what differs and leaves everything older as it was", async () => {
    const outDir = copy();
    const before = bytesOf(join(outDir, "r"));
    const changed = copyOfData();
    changed.edit("official/works.csv", (text) => text.replace("xây mới", "xây mới (sửa)"));
    const source = { packs: PACKS, dataDir: changed.folder, outDir };

    const refused = await makeRelease(source);
    expect(refused.release).toBeNull();
    expect(errorsOf([...refused.problems])).toEqual([
      expect.stringMatching(/manifest\.json is stale → run: npm run data/),
      expect.stringMatching(/works\.json is stale → run: npm run data/),
    ]);
    expect(bytesOf(join(outDir, "r"))).toEqual(before);

    await buildData(source);
    expect(bytesOf(join(outDir, "r"))).toEqual(before);
    const made = await makeRelease(source);
    changed.remove();
    expect(made).toMatchObject({ isKnown: false, written: 1, shared: 26 });
    const { "index.json": index, ...older } = before;
    expect(bytesOf(join(outDir, "r"))).toMatchObject(older);
    expect(bytesOf(join(outDir, "r"))["index.json"]).not.toBe(index);
    expect((await loadReleases(read(outDir))).map(({ release }) => release)).toEqual([
      all,
      official,
      made.release,
    ]);
    const frozen = await loadMapData(releaseReader(read(outDir), all));
    const fresh = await loadMapData(releaseReader(read(outDir), made.release ?? ""));
    const isChanged = ({ register }: typeof fresh) =>
      register.works.some(({ action }) => action === "xây mới (sửa)");
    expect([isChanged(frozen), isChanged(fresh)]).toEqual([false, true]);
    expect(problemsOf(outDir)).toEqual([]);
  }, 60_000);

  it("that was stopped half-way is finished by the next run", async () => {
    const outDir = copy();
    const whole = bytesOf(outDir);
    rmSync(join(outDir, fileOf(outDir, official, "works.json")));
    edit(outDir, "r/index.json", (text) => {
      const { releases, ...rest } = JSON.parse(text);
      return `${JSON.stringify({ ...rest, releases: releases.slice(0, 1) })}\n`;
    });
    expect(await makeRelease({ ...OFFICIAL, outDir })).toMatchObject({ isKnown: false, written: 1 });
    expect(bytesOf(outDir)).toEqual(whole);
  }, 60_000);

  it("is refused with every reason at once, and nothing is written", async () => {
    const outDir = copy();
    write(outDir, fileOf(outDir, all, "works.json"), "changed");
    write(outDir, "works.json", "stale");
    write(outDir, "r/index.json", "not JSON");
    edit(outDir, `r/${all}/manifest.json`, (text) =>
      text.replace(/"defaultAsOf":"[^"]*"/, '"defaultAsOf":"2020-01-01"'),
    );
    const before = bytesOf(outDir);
    const { problems, release } = await makeRelease({ ...ALL, outDir });
    expect(release).toBeNull();
    const errors = errorsOf([...problems]);
    expect(errors).toHaveLength(4);
    expect(errors.join("\n")).toMatch(/works\.json is stale/);
    expect(errors.join("\n")).toMatch(/r\/files\/[0-9a-f]{32}\.json is not what its name says → restore it/);
    expect(errors.join("\n")).toMatch(/r\/index\.json cannot be read/);
    expect(errors.join("\n")).toMatch(/is the name of a release that has other data/);
    expect(bytesOf(outDir)).toEqual(before);
  }, 60_000);

  it("is refused when the data have errors", async () => {
    const broken = copyOfData();
    broken.edit("site.json", () => "{");
    const outDir = copy();
    const { problems, release } = await makeRelease({ packs: ["official"], dataDir: broken.folder, outDir });
    broken.remove();
    expect(release).toBeNull();
    expect(errorsOf([...problems])).toEqual([expect.stringMatching(/data\/site\.json cannot be read/)]);
  }, 60_000);
});

describe("the check of releases", () => {
  const FAULTS: readonly [string, (folder: string) => void, readonly RegExp[]][] = [
    [
      "a changed file",
      (folder) => edit(folder, fileOf(folder, all, "works.json"), (text) => text.replace("07654", "07655")),
      [/r\/files\/\w+\.json \(works\.json of \w+\) was changed.*→ restore it: git checkout/],
    ],
    [
      "a file cut short",
      (folder) => edit(folder, fileOf(folder, official, "sources.json"), (text) => text.slice(0, -1)),
      [/\(sources\.json of \w+\) was changed/],
    ],
    [
      "a missing file",
      (folder) => rmSync(join(folder, fileOf(folder, official, "sources.json"))),
      [/\(sources\.json of \w+\) is missing → restore it/],
    ],
    [
      "orphans",
      (folder) => {
        write(folder, "r/files/00000000000000000000000000000000.json", "{}");
        write(folder, "r/notes.txt", "");
        write(folder, `r/${all}/works.json`, "{}");
        write(folder, "r/0690F7DA0A78/manifest.json", "{}");
      },
      [
        /r\/0690F7DA0A78\/manifest\.json belongs to no release → delete it/,
        /r\/\w{12}\/works\.json belongs to no release/,
        /r\/files\/0{32}\.json belongs to no release/,
        /r\/notes\.txt belongs to no release/,
      ],
    ],
    ["no list", (folder) => rmSync(join(folder, "r/index.json")), [/r\/index\.json is missing → restore it/]],
    [
      "a list that is not JSON",
      (folder) => write(folder, "r/index.json", "{"),
      [/r\/index\.json cannot be read/],
    ],
    [
      "a name in the list that leads elsewhere",
      (folder) => edit(folder, "r/index.json", (text) => text.replace(all, "../../secret")),
      [/r\/index\.json \[releases\.0\.release\] .*→ restore it/],
    ],
    [
      "a name twice in the list",
      (folder) => edit(folder, "r/index.json", (text) => text.replace(official, all)),
      [/r\/index\.json \[releases\] names a release twice/],
    ],
    [
      "a release that is listed and not there",
      (folder) => {
        rmSync(join(folder, `r/${official}`), { recursive: true });
        for (const { path } of outputsOf(base, official)) {
          const file = join(folder, fileOf(base, official, path));
          if (!outputsOf(base, all).some((output) => file.includes(output.sha256.slice(0, 32))))
            rmSync(file, { force: true });
        }
      },
      [/r\/\w{12}\/manifest\.json is missing/],
    ],
    [
      "a release that is there and not listed",
      (folder) =>
        edit(folder, "r/index.json", (text) => {
          const { releases, ...rest } = JSON.parse(text);
          return JSON.stringify({ ...rest, releases: releases.slice(0, 1) });
        }),
      [/r\/index\.json "\w{12}" is not listed, but there is its folder → add it: npm run data -- release/],
    ],
    [
      "another day in the list",
      (folder) => edit(folder, "r/index.json", (text) => text.replace("2028-09-30", "2028-06-30")),
      [/r\/index\.json "\w{12}" is listed with packs or a day that are not those of its manifest/],
    ],
    [
      "other packs in the list",
      (folder) =>
        edit(folder, "r/index.json", (text) => text.replace('["official","illustrative"]', '["official"]')),
      [/r\/index\.json "\w{12}" is listed with packs/],
    ],
    [
      "a folder under the name of another release",
      (folder) => {
        renameSync(join(folder, `r/${all}`), join(folder, "r/000000000000"));
        edit(folder, "r/index.json", (text) => text.replace(all, "000000000000"));
      },
      [/r\/0{12}\/manifest\.json \[outputs\] "\w{12}" is the manifest of a release of this name/],
    ],
  ];

  it.each(FAULTS)("finds %s", (_, plant, expected) => {
    const folder = copy("r");
    plant(folder);
    expect(problemsOf(folder)).toEqual(expected.map((text) => expect.stringMatching(text)));
  });

  it("finds everything at once, and a checksum in a manifest that leads elsewhere", () => {
    const folder = copy("r");
    edit(folder, `r/${all}/manifest.json`, (text) => {
      const manifest = JSON.parse(text);
      manifest.outputs[0].sha256 = `${manifest.outputs[0].sha256.slice(0, 12)}/../../../../secret`;
      return JSON.stringify(manifest);
    });
    rmSync(join(folder, fileOf(folder, official, "sources.json")));
    write(folder, "r/notes.txt", "");
    const text = problemsOf(folder).join("\n");
    expect(text).toMatch(/manifest\.json \[outputs\] "[\w.-]+" has no checksum or no ending/);
    expect(text).toMatch(/is missing/);
    expect(text).toMatch(/notes\.txt belongs to no release/);
    expect(text).not.toMatch(/secret/);
  });

  it("has nothing to say where no release was made", () => {
    expect(releaseProblems(join(parent, "nowhere"))).toEqual([]);
  });
});

describe("writing the data", () => {
  const artifacts = new Map([["works.json", Buffer.from("new\n")]]);
  const kept = (folder: string) => readFileSync(join(folder, "r/index.json"), "utf8");

  it("leaves the releases alone and does not call them stale", () => {
    const folder = join(parent, `copy-${count++}`);
    write(folder, "r/index.json", "kept");
    write(folder, "left-over.json", "");
    writeArtifacts(folder, artifacts);
    expect(filesBelow(folder).toSorted()).toEqual(["r/index.json", "works.json"]);
    expect(kept(folder)).toBe("kept");
    expect(staleArtifacts(folder, artifacts)).toEqual([]);
    write(folder, "road.json", "");
    expect(staleArtifacts(folder, artifacts)).toEqual(["road.json"]);
  });

  it("finds them again after a run that was stopped while the folders were exchanged", () => {
    const folder = join(parent, `copy-${count++}`);
    write(`${folder}.old`, "r/index.json", "kept");
    write(`${folder}.new`, "works.json", "half");
    writeArtifacts(folder, artifacts);
    expect(kept(folder)).toBe("kept");
    expect(readFileSync(join(folder, "works.json"), "utf8")).toBe("new\n");
    expect([`${folder}.old`, `${folder}.new`].map((path) => existsSync(path))).toEqual([false, false]);
  });
});

describe("a site of official data alone", () => {
  it("gets the releases of these packs, their files and a list of them, and no byte more", async () => {
    const to = join(parent, `copy-${count++}`);
    expect(copyReleases(base, to, ["official"])).toEqual([official]);
    expect(problemsOf(to)).toEqual([]);
    expect((await loadReleases(read(to))).map(({ release }) => release)).toEqual([official]);
    const wanted = new Set(outputsOf(base, official).map((output) => output.sha256));
    const files = filesBelow(join(to, "r/files")).map((path) =>
      sha256(readFileSync(join(to, "r/files", path))),
    );
    expect(new Set(files)).toEqual(wanted);
    for (const path of filesBelow(to))
      expect(readFileSync(join(to, path), "utf8"), path).not.toMatch(/MH-|minh họa|illustrative/);
    expect((await loadMapData(releaseReader(read(to), official))).failures).toEqual([]);
  });

  it("gets an empty list where there is none", async () => {
    const to = join(parent, `copy-${count++}`);
    expect(copyReleases(join(parent, "nowhere"), to, ["official"])).toEqual([]);
    expect(await loadReleases(read(to))).toEqual([]);
  });

  it("gets nothing from releases that are not whole", () => {
    const folder = copy("r");
    const to = join(parent, `copy-${count++}`);
    rmSync(join(folder, fileOf(folder, official, "sources.json")));
    write(folder, "r/notes.txt", "");
    expect(() => copyReleases(folder, to, ["official"])).toThrow(
      /is missing → restore it[\s\S]*belongs to no release/,
    );
    expect(existsSync(to)).toBe(false);
  });
});

describe("the releases of this repository", () => {
  it("are whole", () => {
    expect(releaseProblems("public/data").map(formatProblem)).toEqual([]);
  });
});
