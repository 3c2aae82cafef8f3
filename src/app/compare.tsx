import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { loadCompareData } from "@/datasets";
import type { Locale } from "@/i18n/locale";
import { loadMessages } from "@/i18n/messages";
import { createCompareStore } from "@/state/compareStore";
import { DEFAULT_COMPARE_VIEW, writeCompareView } from "@/state/compareView";
import { FailureNotice } from "@/views/compare/answer/Notices";
import { ComparePage, type KeptSections } from "@/views/compare/ComparePage";
import { type CompareData, comparisonOf, knownToCompare } from "@/views/compare/comparison";
import type { Trouble } from "@/views/compare/context";
import { COMPARE_SECTIONS, type LaterSections, loadLaterSections } from "@/views/compare/sections";
import { readingPage } from "@/views/page/readingPage";
import { SITE_PAGES } from "@/views/page/sitePages";
import { startReading } from "./reading/startReading";
import { applyTheme } from "./theme";
import { allowOwnScripts } from "./trustedTypes";

allowOwnScripts();

const locale: Locale = document.documentElement.lang === "en" ? "en" : "vi";
const PATH = SITE_PAGES.compare;
const toRoot = locale === "en" ? "../../" : "../";

type LoadedCompareData = CompareData & Pick<Trouble, "failures">;

/** The page in the browser: the address is the state. */
function Compare({
  data,
  prerendered,
}: {
  readonly data: LoadedCompareData;
  readonly prerendered: KeptSections;
}) {
  const [store] = useState(() => createCompareStore(window, knownToCompare(data)));
  const view = useSyncExternalStore(store.subscribe, store.current, () => DEFAULT_COMPARE_VIEW);
  applyTheme(view.theme);
  const dropped = store.dropped();
  const comparison = useMemo(
    () => comparisonOf(data, view, store.choose, { dropped, failures: data.failures }),
    [data, view, store, dropped],
  );
  const page = useMemo(
    () => readingPage({ locale, path: PATH }, "compare", comparison.now, data),
    [data, comparison.now],
  );
  const [later, setLater] = useState<LaterSections | null>(null);
  useEffect(() => {
    // The answer stands and can be used; what lies below it may come now. Without it the prerendered sections stay.
    loadLaterSections().then(setLater, console.error);
  }, []);
  return (
    <ComparePage
      page={page}
      comparison={comparison}
      later={later}
      kept={writeCompareView({ ...view, theme: "auto" }) === "" ? prerendered : null}
    />
  );
}

/** Leaves what the build wrote, shows it also to a link that asked for something else, and says why nothing can be chosen. */
function keepPrerendered(container: HTMLElement, failures: Trouble["failures"]): void {
  document.documentElement.classList.remove("linked");
  for (const control of container.querySelectorAll<HTMLSelectElement>("main select")) control.disabled = true;
  const place = document.createElement("div");
  container.querySelector("main")?.prepend(place);
  createRoot(place).render(<FailureNotice locale={locale} failures={failures} stays />);
}

async function start(): Promise<void> {
  const container = document.getElementById("root");
  if (container === null) throw new Error("the page has no #root");
  const [data] = await Promise.all([loadCompareData(`${toRoot}data`), loadMessages(locale)]);
  // With data that cannot be read the prerendered page says more than an empty one would; that it stands still is said above it.
  if (data.failures.length > 0 && data.register.works.length === 0) {
    keepPrerendered(container, data.failures);
    return;
  }
  const prerendered = new Map(
    COMPARE_SECTIONS.flatMap(({ id }) => {
      const node = document.getElementById(id);
      return node === null ? [] : [[id, node] as const];
    }),
  );
  flushSync(() => createRoot(container).render(<Compare data={data} prerendered={prerendered} />));
}

startReading(true);
void start();
