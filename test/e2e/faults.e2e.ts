import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DATASET_PATHS, type DatasetId } from "@/domain/dataset";
import { messagesFor } from "@/i18n/messages";
import { openSite, type Site, visit } from "./site";

const m = messagesFor("vi").explore;

/** What a host or a bad line can do to a file. */
const FAULTS = {
  missing: (_: string) => ({ status: 404, body: "not found", contentType: "text/plain" }),
  truncated: (text: string) => ({
    status: 200,
    body: text.slice(0, Math.floor(text.length / 2)),
    contentType: "application/json",
  }),
  invalid: (_: string) => ({
    status: 200,
    body: '{"dataset":"other","schemaVersion":1,"rows":[{"wrong":true}]}\n',
    contentType: "application/json",
  }),
} as const;
type Fault = keyof typeof FAULTS;

/** Without these there is nothing to draw; everything else may fail alone and leave the map. */
const CARRIES_THE_MAP: readonly DatasetId[] = ["communes", "communes-coarse"];

describe.each(Object.keys(FAULTS) as Fault[])("a file that is %s", (fault) => {
  let site: Site;
  beforeAll(async () => {
    // The SVG map is the one that must always stand; software WebGL would only make this slow.
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test.each(Object.entries(DATASET_PATHS) as [DatasetId, string][])(
    "%s (%s) is named, and the rest works",
    async (dataset, file) => {
      const { page, complaints, requested, close } = await visit(site, "?t=light", {
        prepare: async (opened) => {
          await opened.route(`**/data/${file}`, async (route) => {
            const answer = fault === "missing" ? "" : await (await route.fetch()).text();
            await route.fulfill(FAULTS[fault](answer));
          });
        },
      });
      // A query hides what was prerendered, so whatever is seen was made from the data just loaded.
      await page.getByRole("contentinfo").or(page.getByRole("alert")).first().waitFor();
      if (requested.includes(`data/${file}`)) {
        await expect
          .poll(async () => (await page.getByRole("alert").allInnerTexts()).join(" "))
          .toContain(`data/${file}`);
        expect(await page.getByRole("alert").first().innerText()).toContain(m[`failure.${fault}`]);
      }
      if (!CARRIES_THE_MAP.includes(dataset)) {
        await expect
          .poll(() => page.locator('[data-plane="communes"] [data-subject^="commune:"]').count())
          .toBeGreaterThanOrEqual(99);
      }
      expect(complaints.filter((line) => !/Failed to load resource|WebGL/.test(line))).toEqual([]);
      await close();
    },
  );
});
