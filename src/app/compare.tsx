import { useMemo, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { loadCompareData } from "@/datasets";
import type { Locale } from "@/i18n/locale";
import { loadMessages } from "@/i18n/messages";
import { createCompareStore } from "@/state/compareStore";
import { DEFAULT_COMPARE_VIEW } from "@/state/compareView";
import { ComparePage } from "@/views/compare/ComparePage";
import { type CompareData, comparisonOf, knownToCompare } from "@/views/compare/comparison";
import { readingPage } from "@/views/page/readingPage";
import { SITE_PAGES } from "@/views/page/sitePages";
import { startReading } from "./reading/startReading";
import { applyTheme } from "./theme";
import { allowOwnScripts } from "./trustedTypes";

allowOwnScripts();

const locale: Locale = document.documentElement.lang === "en" ? "en" : "vi";
const PATH = SITE_PAGES.compare;
const toRoot = locale === "en" ? "../../" : "../";

/** The page in the browser: the address is the state. */
function Compare({ data }: { readonly data: CompareData }) {
  const [store] = useState(() => createCompareStore(window, knownToCompare(data)));
  const view = useSyncExternalStore(store.subscribe, store.current, () => DEFAULT_COMPARE_VIEW);
  applyTheme(view.theme);
  const comparison = useMemo(() => comparisonOf(data, view, store.choose), [data, view, store]);
  const page = useMemo(
    () => readingPage({ locale, path: PATH }, "compare", comparison.now, data),
    [data, comparison.now],
  );
  return <ComparePage page={page} comparison={comparison} />;
}

async function start(): Promise<void> {
  const container = document.getElementById("root");
  if (container === null) throw new Error("the page has no #root");
  const [data] = await Promise.all([loadCompareData(`${toRoot}data`), loadMessages(locale)]);
  // With data that cannot be read the prerendered page says more than an empty one would.
  if (data.failures.length > 0 && data.register.works.length === 0) return;
  flushSync(() => createRoot(container).render(<Compare data={data} />));
}

startReading();
void start();
