import { useEffect, useMemo, useState } from "react";
import { DatasetError, loadMapData, loadRelief, type MapData } from "@/datasets";
import type { Locale } from "@/i18n/locale";
import { createViewStore, useDropped, useView } from "@/state/store";
import type { ExploreActions } from "@/views/explore/actions";
import { ExploreView } from "@/views/explore/ExploreView";
import { knownOf } from "@/views/explore/known";
import { indicatorIds, layerIds, RELIEF_LAYER, shownLayers } from "@/views/explore/model";
import { applyTheme, useResolvedTheme } from "./theme";

/** The map's box before it is measured; never seen, since measuring comes before painting. */
const ANY_SIZE = { width: 732, height: 690 };

type Relief = MapData["geometry"]["relief"];

/** The page in the browser: data that may fail in parts, the address as state, the theme. */
export function App({
  source,
  first,
  locale,
  toRoot,
}: {
  readonly source: string;
  readonly first: MapData;
  readonly locale: Locale;
  readonly toRoot: string;
}) {
  const [loaded, setLoaded] = useState(first);
  const [relief, setRelief] = useState<Relief>(null);
  const [store] = useState(() =>
    createViewStore(
      window,
      knownOf(first, indicatorIds, layerIds, new Set(first.failures.map(({ dataset }) => dataset))),
    ),
  );
  const view = useView(store);
  const dropped = useDropped(store);
  const theme = useResolvedTheme(view.theme);
  useEffect(() => applyTheme(view.theme), [view.theme]);

  const wantsRelief = shownLayers(view).includes(RELIEF_LAYER);
  useEffect(() => {
    if (!wantsRelief || relief !== null) return;
    let wanted = true;
    loadRelief(source).then(
      (shapes) => wanted && setRelief(shapes),
      (cause: unknown) => {
        if (!(cause instanceof DatasetError)) throw cause;
        if (wanted) setLoaded((now) => ({ ...now, failures: [...now.failures, cause.failure] }));
      },
    );
    return () => {
      wanted = false;
    };
  }, [source, wantsRelief, relief]);

  const actions: ExploreActions = useMemo(
    () => ({
      choose: store.choose,
      move: store.move,
      forgetDropped: store.forgetDropped,
      retry: () => void loadMapData(source).then(setLoaded),
      copyLink: () =>
        navigator.clipboard === undefined
          ? Promise.resolve(false)
          : navigator.clipboard.writeText(location.href).then(
              () => true,
              () => false,
            ),
    }),
    [store, source],
  );
  const data = useMemo(() => ({ ...loaded, geometry: { ...loaded.geometry, relief } }), [loaded, relief]);
  return (
    <ExploreView
      data={data}
      view={view}
      locale={locale}
      size={ANY_SIZE}
      theme={theme}
      failures={loaded.failures}
      dropped={dropped}
      actions={actions}
      toRoot={toRoot}
    />
  );
}
