import type { Locale } from "@/i18n/locale";
import type { ViewState } from "@/state/view";
import { NO_ACTIONS } from "./actions";
import type { ExploreData, Size } from "./data";
import { ExploreView } from "./ExploreView";

/**
 * The whole body of the map page for a view, as it is before anybody touches it: used at build for the prerendered pages.
 * The browser's first render makes the same elements.
 */
export function ExplorePage({
  data,
  view,
  locale,
  size,
}: {
  readonly data: ExploreData;
  readonly view: ViewState;
  readonly locale: Locale;
  readonly size: Size;
}) {
  return (
    <ExploreView
      data={data}
      view={view}
      locale={locale}
      size={size}
      theme="light"
      failures={[]}
      dropped={[]}
      actions={NO_ACTIONS}
      toRoot={locale === "vi" ? "" : "../"}
    />
  );
}
