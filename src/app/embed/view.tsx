import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { DataSource, DatasetFailure } from "@/datasets";
import { releaseReader } from "@/datasets/release";
import { loadMessages } from "@/i18n/messages";
import { embedMessages } from "@/i18n/messages/embed";
import { frozenRelease, readEmbedView } from "@/state/embedView";
import { EmbedPage } from "@/views/embed/EmbedPage";
import { embedModel, knownToEmbed } from "@/views/embed/embedModel";
import { loadEmbed } from "@/views/embed/loadEmbed";
import { reportHeight, startEmbed } from "./page";

/**
 * `embed.html?…`: any view that has no prepared page. The page's own components draw it in the browser (Preact in React's place); then it is an embedded
 * map like every other. Without a query the prepared map stays, and nothing is fetched.
 */
const locale = document.documentElement.lang === "en" ? "en" : "vi";
const m = embedMessages[locale];

/** Clock time and day, for "since": how long something has been missing is known from here on only. */
const now = (): string =>
  new Date().toLocaleString(locale === "vi" ? "vi-VN" : "en-GB", { dateStyle: "short", timeStyle: "short" });

/** Queries that choose a view; a theme alone does not. */
const asksForView = (): boolean =>
  [...new URLSearchParams(location.search).keys()].some((key) => key !== "t");

async function draw(container: HTMLElement): Promise<void> {
  const prepared = container.querySelector<HTMLElement>(".embed");
  const { root: toRoot = "", map } = prepared?.dataset ?? {};
  const toPages = container.dataset.pages ?? "./";
  const since = now();
  const live = `${toRoot}data`;
  const frozen = frozenRelease(location.search);
  const load = (source: DataSource) => loadEmbed(source, location.search);

  await loadMessages(locale);
  const read = frozen === null ? live : releaseReader(live, frozen);
  let loaded = await load(read);
  // Without its list of files a release is no release: the latest figures are shown, and the page says so.
  const isGone = frozen !== null && loaded.data.manifest === null;
  if (isGone) loaded = await load(live);
  const { data, failures } = loaded;

  const { classList } = document.documentElement;
  if (data.register.communes.length === 0 || data.register.sources.length === 0) {
    // Nothing to draw, or nobody to name for it, and made-up figures would look official: the prepared map is better.
    classList.remove("linked");
    container.before(notice(m.allFailed(since)));
    return;
  }
  const model = embedModel(data, readEmbedView(location.search, knownToEmbed(data)), locale);
  document.title = model.title;
  const said = [
    isGone ? m.releaseGone(frozen) : null,
    failures.length > 0 ? m.failed(filesOf(failures), since) : null,
  ].filter((text) => text !== null);
  // Drawn at once: what is added to the page next needs it there.
  flushSync(() =>
    createRoot(container).render(
      <EmbedPage
        model={model}
        links={{ toPages, toRoot, csv: null, mapScript: frozen === null ? (map ?? null) : null }}
        notice={said.length === 0 ? undefined : said.join(" ")}
      />,
    ),
  );
  classList.remove("linked");
}

const filesOf = (failures: readonly DatasetFailure[]): string => failures.map(({ path }) => path).join(", ");

function notice(text: string): HTMLElement {
  const element = document.createElement("p");
  element.className = "embed__notice";
  element.setAttribute("role", "status");
  element.textContent = text;
  return element;
}

const container = document.getElementById("embed");
if (container !== null && asksForView()) {
  const loading = notice(m.loading);
  container.before(loading);
  draw(container)
    .catch((cause: unknown) => {
      console.error(cause);
      document.documentElement.classList.remove("linked");
      container.before(notice(m.allFailed(now())));
    })
    .finally(() => {
      loading.remove();
      startEmbed();
    });
} else {
  // Whatever made the page hide what was prepared: nothing else will be drawn.
  document.documentElement.classList.remove("linked");
  startEmbed();
}
reportHeight();
