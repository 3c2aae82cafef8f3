import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { INDICATOR_ALIASES, LAYER_ALIASES } from "@/state/aliases";
import { DEFAULT_VIEW, type Known, PARAMS, readView } from "@/state/params";
import type { ViewState } from "@/state/view";

interface RecordedLink {
  readonly link: string;
  readonly restores: Partial<ViewState>;
}

const folder = fileURLToPath(new URL(".", import.meta.url));
const recorded = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as RecordedLink[]);

const ANY_ID: Known = {
  indicator: () => true,
  layer: () => true,
  subject: () => true,
  body: () => true,
  days: null,
};

describe("published links", () => {
  it.each(recorded)("$link restores its state", ({ link, restores }) => {
    const { view, dropped } = readView(link, ANY_ID);
    expect(dropped).toEqual([]);
    expect(view).toEqual({ ...DEFAULT_VIEW, ...restores });
  });

  it("cover every parameter", () => {
    const used = new Set(recorded.flatMap(({ link }) => [...new URLSearchParams(link).keys()]));
    expect([...used].sort()).toEqual(Object.keys(PARAMS).sort());
  });

  it("never lead from a retired id to another retired id", () => {
    for (const aliases of [INDICATOR_ALIASES, LAYER_ALIASES]) {
      for (const target of Object.values(aliases)) expect(Object.keys(aliases)).not.toContain(target);
    }
  });
});
