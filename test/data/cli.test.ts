import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface Outcome {
  readonly code: number;
  readonly output: string;
}
const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const options = { env: { ...process.env, ...env } };
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/data/cli.ts", ...args],
      options,
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), output: `${out}${err}` }),
    );
  });

describe("npm run data", () => {
  it("refuses what it does not understand, with the usage, and does nothing", async () => {
    const wrong = await Promise.all([
      run(["nonsense"]),
      run(["--cheque"]),
      run(["hazard"]),
      run(["--check"], { DATA_PACK: "oficial" }),
    ]);
    for (const { code, output } of wrong) {
      expect(code).toBe(2);
      expect(output).toMatch(/npm run data -- --check/);
      expect(output).not.toMatch(/ {4}at /);
    }
  }, 60_000);

  it("builds the official pack elsewhere, keeps it as a release, then says which of its artifacts are stale against both packs", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "cli-")), "data");
    expect((await run(["--out", folder], { DATA_PACK: "official" })).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).packs).toEqual(["official"]);
    expect((await run(["--check", "--out", folder], { DATA_PACK: "official" })).code).toBe(0);

    const made = await run(["release", "--out", folder], { DATA_PACK: "official" });
    expect(made).toMatchObject({
      code: 0,
      output: expect.stringMatching(/release [0-9a-f]{12} \(official\) is in/),
    });
    const again = await run(["release", "--out", folder], { DATA_PACK: "official" });
    expect(again).toMatchObject({ code: 0, output: expect.stringMatching(/is there already/) });
    const stale = await run(["release", "--out", folder], { DATA_PACK: "all" });
    expect(stale).toMatchObject({
      code: 1,
      output: expect.stringMatching(/works\.json is stale[\s\S]*no release was made/),
    });
    writeFileSync(join(folder, "r/notes.txt"), "");
    const unclean = await run(["--check", "--out", folder], { DATA_PACK: "official" });
    expect(unclean).toMatchObject({
      code: 1,
      output: expect.stringMatching(/notes\.txt belongs to no release/),
    });

    const { code, output } = await run(["--check", "--out", folder], { DATA_PACK: "all" });
    expect(code).toBe(1);
    expect(output).toMatch(/stale: .*manifest\.json/);
    rmSync(folder, { recursive: true });
    expect((await run(["--check", "--out", folder])).code).toBe(1);
    expect(existsSync(folder)).toBe(false);
  }, 120_000);
});
