import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is read of axe's answer. */
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/**
 * Accessibility problems of the page as it stands, one line each. The context must have been opened with `bypassCSP`:
 * the page's own policy refuses a script it does not know, as it should.
 */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] })`,
  )) as AxeResult;
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id} (${help}): ${html.slice(0, 160)} ${failureSummary?.split("\n").at(1)?.trim() ?? ""}`,
    ),
  );
}
