import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { releaseOf } from "@/domain/release";
import type { Locale } from "@/i18n/locale";
import { embedMessages } from "@/i18n/messages/embed";
import { DEFAULT_EMBED_VIEW } from "@/state/embedView";
import { EmbedPage } from "@/views/embed/EmbedPage";
import { embedModel } from "@/views/embed/embedModel";
import { shippedEmbed } from "../../views/embed/shipped";
import { openFrame } from "./frame";

const data = await shippedEmbed();
const prepared = (locale: Locale) => {
  const model = embedModel(data, { ...DEFAULT_EMBED_VIEW, indicator: "physical-progress" }, locale);
  const toRoot = locale === "vi" ? "" : "../";
  const links = { toPages: "./", csv: null, mapScript: `${toRoot}assets/map.js`, toRoot };
  return `<div id="embed" data-pages="./">${renderToStaticMarkup(<EmbedPage model={model} links={links} />)}</div>`;
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** `embed.html` opened by a link, on a site of which some files are gone; hidden first as its inline script hides it. */
async function open(
  search: string,
  { locale = "vi" as Locale, gone = (_path: string): boolean => false } = {},
) {
  const frame = openFrame(prepared(locale), { search, locale });
  const root = frame.document.documentElement;
  if (search !== "") root.classList.add("linked");
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    const path = address.replace(/^(\.\.\/)?data\//, "");
    if (gone(path)) return new Response("", { status: 404 });
    try {
      return new Response(readFileSync(`public/data/${path}`, "utf8"));
    } catch {
      return new Response("", { status: 404 });
    }
  });
  const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.resetModules();
  await import("@/app/embed/view");
  const notices = () => frame.all(".embed__notice").map(({ textContent }) => (textContent ?? "").trim());
  const settled = () =>
    vi.waitFor(
      () => {
        expect(root.classList.contains("linked")).toBe(false);
        expect(notices()).not.toContain(embedMessages[locale].loading);
        expect(frame.all(".embed__zoom")).toHaveLength(1);
      },
      { timeout: 20_000 },
    );
  return { ...frame, asked, notices, settled, complaints, title: () => frame.find("h1").textContent };
}

describe("embed.html", { timeout: 60_000 }, () => {
  it.each(["", "?t=dark", "?t=light", "?%74=dark"])(
    "asked for nothing keeps its prepared map, and fetches nothing (%s)",
    async (search) => {
      const page = await open(search);
      await page.settled();
      expect(page.asked).toEqual([]);
      expect(page.notices()).toEqual([]);
      expect(page.all("select option").length).toBe(100);
    },
  );

  it("draws what its link asks for, once, and is an embedded map like every other", async () => {
    const page = await open("?i=poverty&p=19&c=07654");
    expect(page.notices()).toEqual([embedMessages.vi.loading]);
    await page.settled();
    expect(page.title()).toBe("19 xã đặc biệt khó khăn: Nghèo đa chiều");
    expect(page.document.title).toBe(page.title());
    expect(page.all(".embed")).toHaveLength(1);
    expect(page.all("tr[data-id]")).toHaveLength(19);
    expect(page.all("tr.is-chosen").map((row) => row.dataset.id)).toEqual(["07654"]);
    expect(page.notices()).toEqual([]);
    expect(page.find("[data-open]").getAttribute("href")).toBe("./?i=poverty&c=07654");
    expect(page.find(".embed").dataset.map).toBe("assets/map.js");
    expect(page.asked.every((address) => address.startsWith("data/"))).toBe(true);
    expect(page.complaints).not.toHaveBeenCalled();
  });

  it("reads the data from where they lie, and speaks its language", async () => {
    const page = await open("?i=poverty&p=19", { locale: "en" });
    await page.settled();
    expect(page.asked.every((address) => address.startsWith("../data/"))).toBe(true);
    expect(page.title()).toMatch(/^19 especially difficult communes: /);
  });

  it("says which file is missing since when, and shows the rest", async () => {
    const page = await open("?p=19&i=poverty", { gone: (path) => path === "geo/surroundings.json" });
    await page.settled();
    expect(page.notices()).toHaveLength(1);
    expect(page.notices()[0]).toMatch(/^Thiếu geo\/surroundings\.json từ .*\d/);
    expect(page.all("tr[data-id]")).toHaveLength(19);
  });

  it("of a release that never was shows the latest figures, and says so", async () => {
    const page = await open("?i=poverty&f=0123456789ab");
    await page.settled();
    expect(page.notices()).toEqual([embedMessages.vi.releaseGone("0123456789ab")]);
    expect(page.all("tr[data-id]")).toHaveLength(99);
    // Its foot names the release whose figures these are.
    const release = releaseOf(data.manifest)!;
    expect(page.find(".embed__foot").textContent).toContain(embedMessages.vi.releaseLive(release));
  });

  it.each([
    ["no file at all", () => true],
    ["no communes", (path: string) => path === "communes.json"],
    ["nobody to name as the source", (path: string) => path === "sources.json"],
  ])("with %s keeps the prepared map, and says that it is not what was asked for", async (_, gone) => {
    const page = await open("?i=poverty&p=19", { gone });
    await page.settled();
    expect(page.notices()).toHaveLength(1);
    expect(page.notices()[0]).toContain("Không tải được số liệu");
    expect(page.title()).toBe("Tiến độ khối lượng theo xã, phường");
    expect(page.all("tr[data-id]")).toHaveLength(99);
    expect(page.find("#embed").textContent).toContain(embedMessages.vi.band);
  });
});
