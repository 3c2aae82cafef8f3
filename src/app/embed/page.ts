import { embedScriptMessages } from "@/i18n/messages/embedScript";
import { bubbleOver } from "./bubble";
import { button, make, numbersOf } from "./elements";
import { EMBED_EVENTS } from "./events";
import { gestures, STEP } from "./gestures";
import { listOf, nameOf, placeOf, startSorting, textOf } from "./list";
import { legendMarker, outliner } from "./marks";
import { zoomer } from "./zoom";

/**
 * The whole script of an embedded map: select, hover, zoom, list, sort, and the frame's height for a host that asks. It only adds to what the page shows
 * already, keeps nothing, fetches nothing, and takes no orders from outside.
 */
const { lang } = document.documentElement;
const m = embedScriptMessages[lang === "en" ? "en" : "vi"];

function start(root: HTMLElement): void {
  const box = root.querySelector<HTMLElement>(".embed__map");
  if (box === null) return;
  const svg = box.querySelector("svg");
  const list = listOf(root);
  const { type, table, rows, byId } = list;
  const shapeOf = (id: string) => svg?.querySelector(`[data-subject="${type}:${CSS.escape(id)}"]`) ?? null;
  const { element: bubble, say, hush, hint } = bubbleOver(box);
  const outline = outliner(svg, (id) => (type === "commune" ? shapeOf(id) : null));
  const mark = legendMarker(root);

  const names = rows.flatMap((row) => {
    const [x, y] = numbersOf(row.dataset.at);
    return x === undefined || y === undefined ? [] : [{ text: nameOf(row), x, y }];
  });
  const { show, measure } = zoomer(box, names);
  const { zoom, wasDragged } = gestures(box, show, (which) =>
    hint(which === "wheel" ? m.ctrlWheel : m.twoFingers),
  );

  const choice = make("select", "embed__choice");
  const asking = type === "commune" ? m.commune : m.work;
  choice.setAttribute("aria-label", asking);
  choice.append(new Option(asking, ""));
  for (const row of rows.toSorted((a, b) => placeOf(a) - placeOf(b)))
    choice.append(new Option(nameOf(row), row.dataset.id));

  const choose = (id: string, isAsked = true) => {
    for (const row of rows) row.classList.toggle("is-chosen", row.dataset.id === id);
    const row = byId.get(id);
    choice.value = row === undefined ? "" : id;
    outline(id, "embed__picked");
    mark(row);
    root.dispatchEvent(new CustomEvent(EMBED_EVENTS.chosen, { detail: row === undefined ? "" : id }));
    if (row === undefined) return hush();
    if (!isAsked) return;
    const frame = box.getBoundingClientRect();
    const at = shapeOf(id)?.getBoundingClientRect();
    if (at === undefined) say(textOf(list, row), 8, 40);
    else say(textOf(list, row), at.left + at.width / 2 - frame.left, at.top + at.height / 2 - frame.top);
  };
  choice.addEventListener("change", () => choose(choice.value));

  // The interactive map, once it is open, moves and points in the drawing's place.
  let isLive = false;
  const idAt = (target: EventTarget | null) => {
    const text =
      target instanceof Element ? target.closest("[data-subject]")?.getAttribute("data-subject") : "";
    return text?.startsWith(`${type}:`) === true ? text.slice(type.length + 1) : "";
  };
  const point = (id: string, x: number, y: number) => {
    const row = byId.get(id);
    if (row === undefined) hush();
    else say(textOf(list, row), x, y);
  };
  let hovered = "";
  box.addEventListener("pointermove", ({ pointerType, target, clientX, clientY }) => {
    const isOnControl = target instanceof Element && target.closest("select,button") !== null;
    if (isLive || isOnControl || pointerType === "touch") return;
    const id = idAt(target);
    if (id !== hovered) outline(id, "embed__pointed");
    hovered = id;
    const frame = box.getBoundingClientRect();
    point(id, clientX - frame.left, clientY - frame.top);
  });
  box.addEventListener("pointerleave", () => {
    hovered = "";
    outline("", "embed__pointed");
    hush();
  });
  svg?.addEventListener("click", ({ target }) => {
    if (!wasDragged()) choose(idAt(target));
  });
  table?.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || target.closest("a,button")) return;
    const row = target.closest("tr");
    if (row?.dataset.id) choose(row.dataset.id);
  });

  const zoomBy = (factor: number | null) =>
    isLive ? root.dispatchEvent(new CustomEvent(EMBED_EVENTS.zoomed, { detail: factor })) : zoom(factor);
  const tools = make("div", "embed__zoom");
  tools.append(
    button("+", m.zoomIn, () => zoomBy(STEP)),
    button("−", m.zoomOut, () => zoomBy(1 / STEP)),
    button("⌂", m.zoomHome, () => zoomBy(null)),
  );
  box.append(tools, bubble);
  if (rows.length > 0) box.append(choice);
  startSorting(list, m.sort);

  const query = new URLSearchParams(location.search);
  const asked = query.get("c") ?? new URLSearchParams(root.dataset.view).get("c") ?? "";
  if (byId.has(asked)) choose(asked, false);

  const isOpaque = self.origin === "null";
  // A sandboxed frame may not save files; the table stands on the page.
  if (isOpaque) for (const file of root.querySelectorAll("[data-file]")) file.remove();
  // There the link stays what it is without scripts: the way to the site in a new tab.
  if (isOpaque) return;

  const detailOf = <Detail>(event: Event) => (event as CustomEvent<Detail>).detail;
  root.addEventListener(EMBED_EVENTS.moved, (event) => measure(detailOf<number>(event)));
  root.addEventListener(EMBED_EVENTS.asked, (event) => choose(detailOf<string>(event), false));
  root.addEventListener(EMBED_EVENTS.hovered, (event) => {
    const { id, x, y } = detailOf<{ id: string; x: number; y: number }>(event);
    point(id, x, y);
  });
  startOpening(root, {
    onOpening: () => say(m.opening, 8, 40),
    onFailed: () => say(m.failed, 8, 40),
    onOpened: () => {
      isLive = true;
      box.classList.add("is-live");
      hush();
      root.dispatchEvent(new CustomEvent(EMBED_EVENTS.chosen, { detail: choice.value }));
    },
  });
}

/** The link to the interactive map opens it in place, where the page has its script; one that cannot be opened leaves the link to lead to the site. */
function startOpening(
  root: HTMLElement,
  {
    onOpening,
    onFailed,
    onOpened,
  }: { readonly onOpening: () => void; readonly onFailed: () => void; readonly onOpened: () => void },
): void {
  const { map } = root.dataset;
  const open = root.querySelector<HTMLAnchorElement>("[data-open]");
  if (map === undefined || open === null) return;
  let state: "closed" | "opening" | "failed" = "closed";
  const fail = () => {
    state = "failed";
    onFailed();
  };
  open.addEventListener("click", (event) => {
    if (state === "failed" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (state === "opening") return;
    state = "opening";
    onOpening();
    import(/* @vite-ignore */ new URL(map, location.href).href).catch(fail);
  });
  root.addEventListener(EMBED_EVENTS.failed, fail);
  root.addEventListener(EMBED_EVENTS.opened, () => {
    open.remove();
    onOpened();
  });
}

/** The host's script may come later than the frame, and cannot ask: it is told again, ms after the start. */
const REPORTED_AGAIN = [400, 1500, 5000];

/** Tells the page around the frame how high this page is, and nothing else; nobody is listened to. */
export function reportHeight(): void {
  if (parent === self) return;
  const report = () =>
    parent.postMessage(
      { ct22Height: Math.ceil(document.documentElement.getBoundingClientRect().height) },
      "*",
    );
  new ResizeObserver(report).observe(document.documentElement);
  report();
  for (const delay of REPORTED_AGAIN) setTimeout(report, delay);
}

/** Takes what stands on the page; a page drawn by a script calls it again when it is done. */
export function startEmbed(): void {
  const root = document.querySelector<HTMLElement>(".embed");
  if (root !== null) start(root);
}
