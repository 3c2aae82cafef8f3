import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EMBED_EVENTS } from "@/app/embed/events";
import { LOCALES, type Locale } from "@/i18n/locale";
import { embedScriptMessages } from "@/i18n/messages/embedScript";
import { DEFAULT_EMBED_VIEW, type EmbedView } from "@/state/embedView";
import { type EmbedLinks, EmbedPage } from "@/views/embed/EmbedPage";
import { embedModel } from "@/views/embed/embedModel";
import { code } from "../../fixtures/register";
import { shippedEmbed } from "../../views/embed/shipped";
import { openFrame } from "./frame";

const data = await shippedEmbed();
const AN_LAC = code("07654");
const m = embedScriptMessages.vi;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const drawn = new Map<string, string>();
const markup = (view: Partial<EmbedView>, locale: Locale, links: Partial<EmbedLinks> = {}): string => {
  const key = JSON.stringify([view, locale, links]);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const own = { toPages: "../../", csv: "so-lieu.csv", mapScript: "../../assets/map.js", toRoot: "../../" };
  const made = renderToStaticMarkup(
    <EmbedPage
      model={embedModel(data, { ...DEFAULT_EMBED_VIEW, ...view }, locale)}
      links={{ ...own, ...links }}
    />,
  );
  drawn.set(key, made);
  return made;
};

/** A page with its script started, as in a browser: the script's modules are read anew for every document. */
async function open(
  view: Partial<EmbedView>,
  options: {
    readonly locale?: Locale;
    readonly search?: string;
    readonly origin?: string;
    readonly isFramed?: boolean;
  } = {},
  links: Partial<EmbedLinks> = {},
  change: (html: string) => string = (html) => html,
) {
  const frame = openFrame(change(markup(view, options.locale ?? "vi", links)), options);
  vi.resetModules();
  const { startEmbed, reportHeight } = await import("@/app/embed/page");
  startEmbed();
  reportHeight();
  const root = frame.find(".embed");
  const told: { name: string; detail: unknown }[] = [];
  for (const name of Object.values(EMBED_EVENTS))
    root.addEventListener(name, (event) => told.push({ name, detail: (event as CustomEvent).detail }));
  const row = (id: string) => frame.find<HTMLTableRowElement>(`tr[data-id="${id}"]`);
  const shape = (id: string, type = "commune") => frame.find<Element>(`svg [data-subject="${type}:${id}"]`);
  const tell = (name: string, detail: unknown) => root.dispatchEvent(new CustomEvent(name, { detail }));
  return {
    ...frame,
    root,
    told,
    row,
    shape,
    tell,
    chosen: () => frame.all<HTMLTableRowElement>("tr.is-chosen").map(({ dataset }) => dataset.id),
    choice: () => frame.find<HTMLSelectElement>("select.embed__choice"),
    bubble: () => frame.find(".embed__bubble"),
    outlined: (className: string) =>
      frame.all(`[data-plane="picked"] .${className} path`).map((path) => path.getAttribute("d")),
    marker: () => frame.all(".embed__marker text").map(({ textContent }) => textContent),
    ids: () =>
      frame.all<HTMLTableRowElement>("table[data-rows] tbody tr").map(({ dataset }) => dataset.id ?? ""),
    head: (column: number) => frame.all<HTMLTableCellElement>("table[data-rows] thead th")[column]!,
  };
}
const pick = (page: Awaited<ReturnType<typeof open>>, id: string) => {
  page.choice().value = id;
  page.fire(page.choice(), "change");
};

describe("choosing a commune", () => {
  it("from the list marks its row, outlines its shape, and stands on the legend with name and value", async () => {
    const page = await open({ indicator: "poverty" });
    pick(page, AN_LAC);
    expect(page.chosen()).toEqual([AN_LAC]);
    expect(page.outlined("embed__picked")).toEqual(Array(2).fill(page.shape(AN_LAC).getAttribute("d")));
    const value = page.row(AN_LAC).cells[1]?.textContent;
    expect(page.marker()).toEqual([`An Lạc ${value}`]);
    // The prepared marker is of the prepared choice.
    expect(page.root.querySelectorAll(".axis__selected")).toHaveLength(0);
    expect(page.bubble().hidden).toBe(false);
    expect(page.bubble().textContent).toContain(`An Lạc: ${value}`);
    expect(page.told.at(-1)).toEqual({ name: EMBED_EVENTS.chosen, detail: AN_LAC });
    // Another takes its place; nothing takes it away.
    const other = page.ids().find((id) => id !== AN_LAC && page.row(id).dataset.v !== undefined)!;
    pick(page, other);
    expect(page.chosen()).toEqual([other]);
    expect(page.outlined("embed__picked")).toEqual(Array(2).fill(page.shape(other).getAttribute("d")));
    pick(page, "");
    expect([page.chosen(), page.outlined("embed__picked"), page.marker()]).toEqual([[], [], []]);
    expect(page.bubble().hidden).toBe(true);
    expect(page.told.at(-1)).toEqual({ name: EMBED_EVENTS.chosen, detail: "" });
  });

  it.each([0, 4])("puts the marker where the value lies on the axis, which begins at %s", async (start) => {
    const page = await open({ indicator: "poverty" }, {}, {}, (html) =>
      html.replace(/data-axis="[\d.-]+ /, `data-axis="${start} `),
    );
    const [low = 0, high = 1, width = 1, foot = 0] = (page.find("[data-axis]").dataset.axis ?? "")
      .split(" ")
      .map(Number);
    for (const id of page.ids().slice(0, 30)) {
      pick(page, id);
      const { v } = page.row(id).dataset;
      if (v === undefined) {
        expect(page.marker()).toEqual([]);
        continue;
      }
      const share = (Math.min(high, Math.max(low, Number(v))) - low) / (high - low);
      const [, x, y] =
        /^M(-?[\d.]+) ([\d.]+)l/.exec(page.find(".embed__marker path").getAttribute("d") ?? "") ?? [];
      expect(Number(x)).toBeCloseTo(share * width, 6);
      expect(Number(y)).toBe(foot);
      expect(page.find(".embed__marker text").getAttribute("text-anchor")).toBe(
        share < 0.25 ? "start" : share > 0.75 ? "end" : "middle",
      );
    }
  });

  it("by its shape or its row is the same, and a click on nothing ends it", async () => {
    const page = await open({ indicator: "poverty" });
    page.fire(page.shape(AN_LAC), "click");
    expect(page.chosen()).toEqual([AN_LAC]);
    expect(page.choice().value).toBe(AN_LAC);
    page.fire(page.find(".embed__drawing svg"), "click");
    expect(page.chosen()).toEqual([]);
    expect(page.choice().value).toBe("");
    page.fire(page.row(AN_LAC).cells[2]!, "click");
    expect(page.chosen()).toEqual([AN_LAC]);
  });

  it("a link in a row leads away and chooses nothing", async () => {
    const page = await open({ indicator: "poverty" });
    page.fire(page.row(AN_LAC).querySelector("a")!, "click");
    expect(page.chosen()).toEqual([]);
  });

  it("a drag over the map is no choice", async () => {
    const page = await open({ indicator: "poverty" });
    const box = page.find(".embed__map");
    page.fire(box, "pointerdown", { clientX: 50, clientY: 50, button: 0, pointerType: "mouse" });
    page.fire(page.shape(AN_LAC), "pointermove", {
      clientX: 90,
      clientY: 50,
      movementX: 40,
      movementY: 0,
      pointerType: "mouse",
    });
    page.fire("window", "pointerup");
    page.fire(page.shape(AN_LAC), "click");
    expect(page.chosen()).toEqual([]);
  });

  it("by the address is prepared without a word over the map", async () => {
    for (const [view, search] of [
      [{ indicator: "poverty" }, `?c=${AN_LAC}`],
      [{ indicator: "poverty", selected: AN_LAC }, ""],
    ] as const) {
      const page = await open(view, { search });
      expect(page.chosen()).toEqual([AN_LAC]);
      expect(page.choice().value).toBe(AN_LAC);
      expect(page.bubble().hidden).toBe(true);
      vi.unstubAllGlobals();
    }
    for (const search of ["?c=99999", '?c="]', "?c=__proto__"]) {
      const page = await open({ indicator: "poverty" }, { search });
      expect(page.chosen()).toEqual([]);
      vi.unstubAllGlobals();
    }
  });

  it("without a value says why instead", async () => {
    const page = await open({ indicator: "physical-progress" });
    const blank = page.ids().find((id) => page.row(id).dataset.v === undefined)!;
    pick(page, blank);
    expect(page.chosen()).toEqual([blank]);
    expect(page.marker()).toEqual([]);
    expect(page.bubble().textContent).toContain(page.row(blank).cells[1]?.textContent);
    expect(page.bubble().textContent).not.toMatch(/undefined|NaN/);
  });
});

describe("the list of communes", () => {
  it.each(LOCALES)("has all of them, as Vietnamese orders them in either language (%s)", async (locale) => {
    const page = await open({ indicator: "poverty" }, { locale });
    const [first, ...options] = [...page.choice().querySelectorAll("option")];
    expect(first?.value).toBe("");
    expect(first?.textContent).toBe(embedScriptMessages[locale].commune);
    expect(page.choice().getAttribute("aria-label")).toBe(embedScriptMessages[locale].commune);
    const names = options.map(({ textContent }) => textContent ?? "");
    expect(names).toHaveLength(99);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "vi")));
    expect(names.indexOf("Đa Mai")).toBeGreaterThan(names.findLastIndex((name) => name.startsWith("D")));
    expect(new Set(options.map(({ value }) => value))).toEqual(new Set(page.ids()));
  });

  it("is one of works on the map of a commune, in the order of their numbers", async () => {
    const page = await open({ place: AN_LAC });
    const options = [...page.choice().querySelectorAll("option")].slice(1);
    expect(options.map(({ value }) => value)).toEqual(page.ids());
    const [id = ""] = page.ids();
    pick(page, id);
    expect(page.chosen()).toEqual([id]);
    expect(page.bubble().textContent).toMatch(/^1\. .+: .+ · .+/);
    expect(page.outlined("embed__picked")).toEqual([]);
  });

  it("is not there where there is nothing to choose", async () => {
    const page = await open({ place: code("07210") });
    expect(page.all("select")).toEqual([]);
    expect(page.all(".embed__zoom button")).toHaveLength(3);
  });
});

describe("what is under the pointer", () => {
  const at = { clientX: 100, clientY: 80, pointerType: "mouse" };
  it("is said beside it and outlined, until it leaves", async () => {
    const page = await open({ indicator: "poverty" });
    page.fire(page.shape(AN_LAC), "pointermove", at);
    expect(page.bubble().hidden).toBe(false);
    expect(page.bubble().textContent).toContain("An Lạc");
    expect(page.bubble().getAttribute("role")).toBe("status");
    expect(page.outlined("embed__pointed")).toHaveLength(2);
    expect(page.chosen()).toEqual([]);
    page.fire(page.find(".embed__map"), "pointerleave");
    expect(page.bubble().hidden).toBe(true);
    expect(page.outlined("embed__pointed")).toEqual([]);
  });
  it("is no finger, and no button", async () => {
    const page = await open({ indicator: "poverty" });
    page.fire(page.shape(AN_LAC), "pointermove", { ...at, pointerType: "touch" });
    page.fire(page.find(".embed__zoom button"), "pointermove", at);
    expect(page.bubble().hidden).toBe(true);
  });
  it("does not take the outline of what was chosen", async () => {
    const page = await open({ indicator: "poverty" });
    pick(page, AN_LAC);
    const other = page.ids().find((id) => id !== AN_LAC)!;
    page.fire(page.shape(other), "pointermove", at);
    expect(page.outlined("embed__picked")).toEqual(Array(2).fill(page.shape(AN_LAC).getAttribute("d")));
    expect(page.outlined("embed__pointed")).toEqual(Array(2).fill(page.shape(other).getAttribute("d")));
  });
  it("stays inside the frame with its words", async () => {
    const page = await open({ indicator: "poverty" });
    for (const [clientX, clientY] of [
      [359, 219],
      [10, 20],
      [200, 100],
    ]) {
      page.fire(page.shape(AN_LAC), "pointermove", { ...at, clientX, clientY });
      const { left, top } = page.bubble().style;
      expect(Number.parseFloat(left)).toBeGreaterThanOrEqual(4);
      expect(Number.parseFloat(top)).toBeGreaterThanOrEqual(0);
      expect(Number.parseFloat(left)).toBeLessThanOrEqual(350);
    }
  });
});

describe("a hint", () => {
  it("says how to zoom, and goes after a while", async () => {
    const page = await open({ indicator: "poverty" });
    page.fire(page.find(".embed__map"), "wheel", { deltaY: 10 });
    expect(page.bubble().textContent).toBe(m.ctrlWheel);
    expect(page.bubble().hidden).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(page.bubble().hidden).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(page.bubble().hidden).toBe(true);
  });
  it("does not take away what was said after it", async () => {
    const page = await open({ indicator: "poverty" });
    page.fire(page.find(".embed__map"), "wheel", { deltaY: 10 });
    pick(page, AN_LAC);
    vi.advanceTimersByTime(5000);
    expect(page.bubble().hidden).toBe(false);
    expect(page.bubble().textContent).toContain("An Lạc");
  });
});

describe("the buttons over the map", () => {
  it.each(LOCALES)("have names, and zoom (%s)", async (locale) => {
    const words = embedScriptMessages[locale];
    const page = await open({ indicator: "poverty" }, { locale });
    const buttons = page.all<HTMLButtonElement>(".embed__zoom button");
    expect(buttons.map((button) => button.getAttribute("aria-label"))).toEqual([
      words.zoomIn,
      words.zoomOut,
      words.zoomHome,
    ]);
    expect(buttons.every(({ type, title }) => type === "button" && title !== "")).toBe(true);
    const plane = () => page.find("[data-plane]").getAttribute("transform") ?? "";
    buttons[0]!.click();
    expect(plane()).toContain("scale(1.6)");
    // The outline moves with its ground.
    expect(page.find('[data-plane="picked"]').getAttribute("transform")).toBe(plane());
    buttons[0]!.click();
    buttons[1]!.click();
    expect(plane()).toMatch(/scale\(1\.6(0{9,}\d+)?\)/);
    buttons[2]!.click();
    expect(plane()).toBe("");
  });
});

describe("the columns", () => {
  const press = (head: HTMLElement) => head.querySelector("button")!.click();
  const sortsOf = (page: Awaited<ReturnType<typeof open>>) =>
    page.all("table[data-rows] thead th").map((head) => head.getAttribute("aria-sort"));

  it("sort numbers, with blanks last both ways", async () => {
    const page = await open({ indicator: "physical-progress" });
    const values = () =>
      page
        .ids()
        .map((id) => page.row(id).dataset.v)
        .map((text) => (text === undefined ? null : Number(text)));
    for (const [direction, sign] of [
      ["descending", -1],
      ["ascending", 1],
      ["descending", -1],
    ] as const) {
      press(page.head(1));
      expect(sortsOf(page)).toEqual([
        null,
        direction,
        ...sortsOf(page)
          .slice(2)
          .map(() => null),
      ]);
      const found = values();
      const known = found.filter((value) => value !== null);
      expect(known.length).toBeGreaterThan(10);
      expect(known).toEqual(known.toSorted((a, b) => sign * (a - b)));
      expect(found.slice(known.length).every((value) => value === null)).toBe(true);
      expect(found).toHaveLength(99);
    }
  });

  it("sort names as Vietnamese does: Đ after D, both ways", async () => {
    const page = await open({ indicator: "poverty" });
    const names = () => page.ids().map((id) => page.row(id).querySelector("th a")?.textContent ?? "");
    press(page.head(0));
    expect(sortsOf(page)[0]).toBe("ascending");
    expect(names()).toEqual(names().toSorted((a, b) => a.localeCompare(b, "vi")));
    expect(names()[0]).toMatch(/^A/);
    press(page.head(0));
    expect(sortsOf(page)[0]).toBe("descending");
    expect(names()).toEqual(names().toSorted((a, b) => b.localeCompare(a, "vi")));
    // Another column begins anew, and is the only one that says it sorts.
    press(page.head(1));
    expect(sortsOf(page).filter((sort) => sort !== null)).toEqual(["descending"]);
  });

  it("keep every row, what was chosen, and the order they had among equals", async () => {
    const page = await open({ indicator: "works-finished" });
    const before = page.ids();
    pick(page, AN_LAC);
    press(page.head(1));
    expect(page.ids().toSorted()).toEqual(before.toSorted());
    expect(page.chosen()).toEqual([AN_LAC]);
    const equals = before.filter((id) => page.row(id).dataset.v === page.row(before[0]!).dataset.v);
    expect(page.ids().filter((id) => equals.includes(id))).toEqual(equals);
  });

  it("sort a commune's works by number as numbers", async () => {
    const page = await open({ place: AN_LAC });
    const numbers = () => page.ids().map((id) => Number(page.row(id).cells[0]?.textContent));
    press(page.head(0));
    expect(numbers()).toEqual(numbers().toSorted((a, b) => a - b));
    expect(Math.max(...numbers())).toBeGreaterThan(9);
    press(page.head(0));
    expect(numbers()).toEqual(numbers().toSorted((a, b) => b - a));
    // A value of a commune is no number of a work.
    press(page.head(1));
    expect(sortsOf(page)[1]).toBe("ascending");
  });

  it.each(LOCALES)("keep their title, on a button that says what it does (%s)", async (locale) => {
    const page = await open({ indicator: "poverty" }, { locale });
    for (const head of page.all("table[data-rows] thead th")) {
      const button = head.querySelector("button")!;
      expect(button.type).toBe("button");
      expect(button.textContent).not.toBe("");
      expect(button.getAttribute("aria-label")).toBe(
        embedScriptMessages[locale].sort(button.textContent ?? ""),
      );
    }
  });
});

describe("the page around the frame", () => {
  it("is told the height in whole px, at once and when it changes, and nothing else", async () => {
    const page = await open({ indicator: "poverty" }, { isFramed: true });
    page.resize(812.25);
    pick(page, AN_LAC);
    page.resize(640);
    expect(page.posted.map(({ message }) => message)).toEqual([
      { ct22Height: 200 },
      { ct22Height: 813 },
      { ct22Height: 640 },
    ]);
    for (const { message } of page.posted)
      expect(
        Object.entries(message as object).every(
          ([key, value]) => key === "ct22Height" && Number.isInteger(value),
        ),
      ).toBe(true);
  });

  it("is told nothing when there is none", async () => {
    const page = await open({ indicator: "poverty" });
    page.resize(812);
    expect(page.posted).toEqual([]);
  });

  it("gives no orders: of the window's events only the pointer's are listened to", async () => {
    const page = await open({ indicator: "poverty" }, { isFramed: true });
    expect(page.listened.toSorted()).toEqual(["pointermove", "pointerup"]);
    const before = page.root.outerHTML;
    page.fire("window", "message", {
      data: { ct22Height: 1, chosen: AN_LAC },
      origin: "https://evil.example",
    });
    expect(page.root.outerHTML).toBe(before);
    expect((globalThis as { onmessage?: unknown }).onmessage ?? null).toBeNull();
  });

  it("no file of the script names storage, cookies, requests or messages", () => {
    const folder = "src/app/embed";
    // The host's script is of the page around: to listen is all it does.
    for (const file of readdirSync(folder).filter((name) => name !== "host.ts")) {
      const text = readFileSync(`${folder}/${file}`, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      expect(text, file).not.toMatch(
        /localStorage|sessionStorage|indexedDB|\bcookie\b|\bfetch\(|XMLHttpRequest|sendBeacon|serviceWorker|["'`]message["'`]|onmessage|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b/,
      );
    }
  });
});

describe("a sandboxed frame, whose origin is opaque", () => {
  it("may not save files or open the map in place, and shows all the rest", async () => {
    const page = await open({ indicator: "poverty" }, { origin: "null" });
    expect(page.all("[data-file]")).toEqual([]);
    pick(page, AN_LAC);
    expect(page.chosen()).toEqual([AN_LAC]);
    const click = page.fire(page.find("[data-open]"), "click");
    expect(click.defaultPrevented).toBe(false);
  });
  it("any other keeps its file", async () => {
    expect((await open({ indicator: "poverty" })).all("[data-file]")).toHaveLength(1);
  });
});

describe("the interactive map, asked for in place", () => {
  /** A script that opens nothing by itself. */
  const EMPTY = "data:text/javascript,export{}";

  it("is opened by its link, once; Ctrl, ⌘ and Shift keep the browser's own meaning", async () => {
    const page = await open({ indicator: "poverty" }, {}, { mapScript: EMPTY });
    const link = page.find("[data-open]");
    for (const key of ["ctrlKey", "metaKey", "shiftKey"])
      expect(page.fire(link, "click", { [key]: true }).defaultPrevented).toBe(false);
    expect(page.bubble().hidden).toBe(true);
    expect(page.fire(link, "click").defaultPrevented).toBe(true);
    expect(page.bubble().textContent).toBe(m.opening);
    expect(page.fire(link, "click").defaultPrevented).toBe(true);
  });

  it("once open takes the buttons and the choice, and its link goes", async () => {
    const page = await open({ indicator: "poverty" }, {}, { mapScript: EMPTY });
    pick(page, AN_LAC);
    page.fire(page.find("[data-open]"), "click");
    page.tell(EMBED_EVENTS.opened, null);
    expect(page.all("[data-open]")).toEqual([]);
    expect(page.find(".embed__map").classList.contains("is-live")).toBe(true);
    expect(page.told.filter(({ name }) => name === EMBED_EVENTS.chosen).at(-1)?.detail).toBe(AN_LAC);
    for (const button of page.all(".embed__zoom button")) button.click();
    expect(page.told.filter(({ name }) => name === EMBED_EVENTS.zoomed).map(({ detail }) => detail)).toEqual([
      1.6,
      1 / 1.6,
      null,
    ]);
    // The drawing beneath stays where it is.
    expect(page.find("[data-plane]").getAttribute("transform") ?? "").toBe("");
  });

  it("tells what it shows: under the pointer, clicked, and how far a px reaches", async () => {
    const page = await open({ indicator: "poverty" }, {}, { mapScript: EMPTY });
    page.tell(EMBED_EVENTS.opened, null);
    page.tell(EMBED_EVENTS.hovered, { id: AN_LAC, x: 30, y: 90 });
    expect(page.bubble().textContent).toContain("An Lạc");
    page.tell(EMBED_EVENTS.hovered, { id: "", x: 0, y: 0 });
    expect(page.bubble().hidden).toBe(true);
    page.tell(EMBED_EVENTS.asked, AN_LAC);
    expect(page.chosen()).toEqual([AN_LAC]);
    page.tell(EMBED_EVENTS.asked, "");
    expect(page.chosen()).toEqual([]);
    const said = page.find("[data-scale] text+text").textContent;
    page.tell(EMBED_EVENTS.moved, 3);
    expect(page.find("[data-scale] text+text").textContent).not.toBe(said);
  });

  it("that cannot be opened leaves the drawing, says so, and makes the link a link again", async () => {
    for (const fails of ["by itself", "on its way"] as const) {
      vi.useRealTimers();
      const page = await open(
        { indicator: "poverty" },
        {},
        { mapScript: fails === "by itself" ? EMPTY : "data:text/javascript,throw 1" },
      );
      page.fire(page.find("[data-open]"), "click");
      if (fails === "by itself") page.tell(EMBED_EVENTS.failed, null);
      await vi.waitFor(() => expect(page.bubble().textContent).toBe(m.failed));
      expect(page.find(".embed__map").classList.contains("is-live")).toBe(false);
      expect(page.fire(page.find("[data-open]"), "click").defaultPrevented).toBe(false);
      page.all<HTMLButtonElement>(".embed__zoom button")[0]!.click();
      expect(page.find("[data-plane]").getAttribute("transform")).toContain("scale(1.6)");
      vi.unstubAllGlobals();
    }
  });

  it("is nothing to open where a page has none", async () => {
    const page = await open({ indicator: "poverty" }, {}, { mapScript: null });
    expect(page.fire(page.find("[data-open]"), "click").defaultPrevented).toBe(false);
  });
});

describe("a page that is no embedded map", () => {
  it("is left alone", async () => {
    for (const html of ["<p>Một trang</p>", '<main class="embed"></main>']) {
      const frame = openFrame(html);
      vi.resetModules();
      const { startEmbed } = await import("@/app/embed/page");
      startEmbed();
      expect(frame.document.body.innerHTML).toBe(html);
      vi.unstubAllGlobals();
    }
  });
});
