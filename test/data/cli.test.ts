import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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

  it("builds the official pack elsewhere, then says which of its artifacts are stale against both packs", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "cli-")), "data");
    expect((await run(["--out", folder], { DATA_PACK: "official" })).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).packs).toEqual(["official"]);
    const { code, output } = await run(["--check", "--out", folder], { DATA_PACK: "all" });
    expect(code).toBe(1);
    expect(output).toMatch(/stale: .*manifest\.json/);
    rmSync(folder, { recursive: true });
    expect((await run(["--check", "--out", folder])).code).toBe(1);
    expect(existsSync(folder)).toBe(false);
  }, 120_000);
});
