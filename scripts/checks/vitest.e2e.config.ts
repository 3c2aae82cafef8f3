import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Files that take a minute and a half and more; begun last, one of them would run alone for a minute. */
const LONG = ["accessibility", "compare", "third", "faults", "planning", "work", "paper"];

/** Long files first, the rest as Vitest has them. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.e2e.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** Tests that open the built site (dist, dist-official) in Chromium. `npm test` builds both first. */
export default defineConfig({
  root,
  resolve: { alias: { "@": `${root}src` } },
  test: {
    include: ["test/{e2e,links}/**/*.e2e.ts"],
    environment: "node",
    setupFiles: ["test/messages.setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // What is waited for comes within a second on a quiet machine; on two busy cores it has taken fifteen.
    expect: { poll: { timeout: 30_000 } },
    // Software WebGL takes a core by itself: on two cores two files at once are as fast as the machine can do, on four three.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongFirst },
  },
});
