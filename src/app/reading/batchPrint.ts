import { readSitePage } from "@/datasets/siteFile";
import type { Locale } from "@/i18n/locale";
import { paperMessages } from "@/i18n/messages/paper";
import { fillCodes } from "./fillCodes";
import { keepIdsApart } from "./keepIdsApart";

/** Pages on their way at the same time. */
const AT_ONCE = 4;

interface Dossier {
  readonly address: string;
  readonly name: string;
}

interface Loaded {
  readonly dossier: Dossier;
  /** Null: it could not be had. */
  readonly page: Document | null;
}

/** The dossiers of the index page, in its order, each once. */
function dossiersOf(which: "programme" | "all"): readonly Dossier[] {
  const selector = which === "all" ? "a[data-dossier]" : "a[data-dossier][data-programme]";
  const links = [...document.querySelectorAll<HTMLAnchorElement>(selector)];
  return [
    ...new Map(
      links.map((link) => [link.href, { address: link.href, name: link.textContent?.trim() ?? "" }]),
    ).values(),
  ];
}

/** Loads every page, some at once; a page that cannot be had is null in its place. Rejects only when stopped. */
async function loadAll(
  dossiers: readonly Dossier[],
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = [];
  let [next, done] = [0, 0];
  const work = async () => {
    for (let at = next++; at < dossiers.length; at = next++) {
      const dossier = dossiers[at];
      if (dossier === undefined) return;
      const page = await readSitePage(dossier.address, signal).catch(() => null);
      signal.throwIfAborted();
      // A host that sends its start page for what it has not got, sends no dossier.
      loaded[at] = { dossier, page: page?.querySelector("main") === null ? null : page };
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return loaded;
}

/** What of a page goes on paper, as part of this document: shapes it refers to, the band when its content has none, its content, its foot. */
function sheetOf(page: Document, address: string, prefix: string): HTMLElement {
  const sheet = document.createElement("div");
  sheet.className = "batch-sheets__one";
  const main = page.querySelector("main");
  const band = page.querySelector(".page__band");
  const said = band?.querySelector("strong")?.textContent ?? "";
  const hasBand = main?.textContent?.includes(said.replace(/\.$/, "")) === true;
  const shapes = [...page.querySelectorAll(".shape-sheet")].filter((one) => !main?.contains(one));
  for (const part of [...shapes, ...(hasBand ? [] : [band]), main, page.querySelector(".page__foot")])
    if (part) sheet.append(document.importNode(part, true));
  for (const attribute of ["href", "src"])
    for (const element of sheet.querySelectorAll(`[${attribute}]`)) {
      const value = element.getAttribute(attribute) ?? "";
      if (!value.startsWith("#")) element.setAttribute(attribute, new URL(value, address).href);
    }
  for (const place of sheet.querySelectorAll<HTMLElement>("[data-qr]"))
    place.dataset.root = new URL(place.dataset.root || "./", address).href;
  keepIdsApart(sheet, prefix);
  return sheet;
}

/** Styles of the dossiers, for paper alone, and the title in the margin of every sheet. */
function stylesOf(page: Document, address: string, title: string): readonly CSSStyleSheet[] {
  const own = new CSSStyleSheet({ media: "print", baseURL: address });
  own.replaceSync([...page.querySelectorAll("style")].map(({ textContent }) => textContent ?? "").join("\n"));
  const words = new CSSStyleSheet({ media: "print" });
  words.replaceSync(`:root{--paper-title:${JSON.stringify(title)}}`);
  return [own, words];
}

/** Puts the pages on paper as one job; the page is as before when the job is given to the printer. */
async function printPages(pages: readonly Loaded[], title: string): Promise<void> {
  const sheets = document.createElement("div");
  sheets.className = "batch-sheets";
  const [first] = pages;
  const styles = first?.page ? stylesOf(first.page, first.dossier.address, title) : [];
  pages.forEach(({ page, dossier }, index) => {
    if (page !== null) sheets.append(sheetOf(page, dossier.address, `d${index}-`));
  });
  // A copy: the list itself changes with what is assigned.
  const before = [...document.adoptedStyleSheets];
  // The index page's own styles would lay out the dossiers' tables as its own: for the job they are of the screen alone.
  const media = [...document.styleSheets].map((sheet) => [sheet, sheet.media.mediaText] as const);
  document.body.append(sheets);
  document.adoptedStyleSheets = [...before, ...styles];
  for (const [sheet] of media) sheet.media.mediaText = "screen";
  const restore = () => {
    sheets.remove();
    document.adoptedStyleSheets = before;
    for (const [sheet, text] of media) sheet.media.mediaText = text;
  };
  try {
    await fillCodes();
  } catch (cause) {
    restore();
    throw cause;
  }
  addEventListener("afterprint", restore, { once: true });
  print();
}

/** Parts of the tools around a button (views/page/BatchPrint.tsx). */
function toolsOf(button: Element) {
  const tools = button.closest<HTMLElement>("[data-batch]");
  const part = <E extends HTMLElement>(name: string) =>
    tools?.querySelector<E>(`[data-batch-${name}]`) ?? null;
  const [said, running, after, rest] = [part("said"), part("running"), part("after"), part("rest")];
  const progress = running?.querySelector("progress") ?? null;
  const [cancel, retry] = [part("cancel"), part("retry")];
  if (!tools || !said || !running || !after || !rest || !progress || !cancel || !retry) return null;
  return { tools, said, running, after, rest, progress, cancel, retry };
}

/** Loads and prints the dossiers a button of the index page is for. Nothing is printed in part unless the reader says so. */
export async function batchPrint(button: HTMLElement): Promise<void> {
  const parts = toolsOf(button);
  if (parts === null) return;
  const { tools, said, running, after, rest, progress, cancel, retry } = parts;
  const locale: Locale = document.documentElement.lang === "en" ? "en" : "vi";
  const m = paperMessages[locale];
  const dossiers = dossiersOf(button.dataset.batchPrint === "programme" ? "programme" : "all");
  after.hidden = true;
  if (dossiers.length === 0) {
    said.replaceChildren(m.nothing);
    return;
  }
  const stopper = new AbortController();
  const show = (done: number) => {
    progress.max = dossiers.length;
    progress.value = done;
    said.replaceChildren(m.loading(done, dossiers.length));
  };
  const choices = [...tools.querySelectorAll<HTMLButtonElement>("[data-batch-print]")];
  const lock = (isRunning: boolean) => {
    running.hidden = !isRunning;
    for (const choice of choices) choice.disabled = isRunning;
  };
  lock(true);
  show(0);
  cancel.onclick = () => stopper.abort();
  cancel.focus();
  let loaded: readonly Loaded[];
  try {
    loaded = await loadAll(dossiers, stopper.signal, show);
  } catch (cause) {
    if (!stopper.signal.aborted) throw cause;
    said.replaceChildren(m.cancelled);
    return;
  } finally {
    lock(false);
    button.focus();
  }
  const missing = loaded.filter(({ page }) => page === null);
  const whole = loaded.filter(({ page }) => page !== null);
  const go = async () => {
    after.hidden = true;
    await printPages(whole, m.batchTitle(whole.length));
    said.replaceChildren(m.ready(whole.length));
  };
  if (missing.length === 0) return go();
  said.replaceChildren(m.missing(missing.map(({ dossier }) => dossier.name).join(", "), missing.length));
  after.hidden = false;
  rest.hidden = whole.length === 0;
  rest.replaceChildren(m.printRest(whole.length));
  rest.onclick = () => {
    go().catch(() => said.replaceChildren(m.batchFailed));
  };
  retry.onclick = () => void batchPrint(button);
  retry.focus();
}
