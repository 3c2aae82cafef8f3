import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import type { NamedPlace } from "@/domain/namedPlace";
import type { BBox } from "@/domain/units";
import { isUnfiltered, type WorkFilter } from "@/domain/workFilter";
import type { Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { thirdButtonMessages } from "@/i18n/messages/thirdButton";
import { fitCamera, unprojector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";
import type { Dropped } from "@/state/params";
import type { Selection, ViewState } from "@/state/view";
import { ErrorBoundary } from "@/ui/ErrorBoundary";
import { Icon } from "@/ui/icons";
import { useAnnouncer } from "@/ui/useAnnouncer";
import { AsOfScale, AsOfStepper, stopsOf } from "./AsOfControl";
import type { ExploreActions } from "./actions";
import { type Explore, ExploreProvider, type Shown, ShownProvider } from "./context";
import type { ExploreData, Size } from "./data";
import { Header, KindBand, PageLinks } from "./Header";
import { LayerPanel } from "./LayerPanel";
import { LegendPanel } from "./LegendPanel";
import { type MapOverlay, MapStage } from "./MapStage";
import { RELIEF_LAYER, toggledLayers, useExploreModel } from "./model";
import { type Failure, FailureNotice } from "./notices";
import { useScrollToTop } from "./PanelHead";
import { PhoneSheet, type Stop } from "./PhoneSheet";
import { preference, setPreference } from "./preferences";
import { QuickFilters } from "./QuickFilters";
import { Section, type Tab } from "./Section";
import { SectorList, toggled } from "./SectorList";
import { SelectionPanel, selectionTitle } from "./SelectionPanel";
import { shortcutOf } from "./shortcuts";
import { Tray } from "./Tray";
import type { Standing, ThirdShown } from "./third/shown";
import { useSeriesBreaks } from "./useSeriesBreaks";
import { indicatorText } from "./valueText";

/** Opened by few, so their code comes when they are. */
const SearchDialog = lazy(() =>
  import("./SearchDialog").then((module) => ({ default: module.SearchDialog })),
);
const WorkFilters = lazy(() =>
  import("./filters/WorkFilters").then((module) => ({ default: module.WorkFilters })),
);
const FoundPlace = lazy(() =>
  import("./places/FoundPlace").then((module) => ({ default: module.FoundPlace })),
);
const KeysDialog = lazy(() => import("./help/KeysDialog").then((module) => ({ default: module.KeysDialog })));
const FirstVisitHint = lazy(() =>
  import("./help/FirstVisitHint").then((module) => ({ default: module.FirstVisitHint })),
);
const TableDrawer = lazy(() =>
  import("./table/TableDrawer").then((module) => ({ default: module.TableDrawer })),
);
const SeveralPanel = lazy(() =>
  import("./several/SeveralPanel").then((module) => ({ default: module.SeveralPanel })),
);
const QuestionPanel = lazy(() =>
  import("./questions/QuestionPanel").then((module) => ({ default: module.QuestionPanel })),
);
const FilterSummary = lazy(() =>
  import("./filters/FilterChips").then((module) => ({ default: module.FilterSummary })),
);
const ThirdPanel = lazy(() =>
  import("./third/ThirdPanel").then((module) => ({ default: module.ThirdPanel })),
);
const DroppedNotice = lazy(() =>
  import("./DroppedNotice").then((module) => ({ default: module.DroppedNotice })),
);
const SourcesDialog = lazy(() =>
  import("./SourcesDialog").then((module) => ({ default: module.SourcesDialog })),
);

export interface ExploreViewProps {
  readonly data: ExploreData;
  readonly view: ViewState;
  readonly locale: Locale;
  /** The map's box until it can be measured. */
  readonly size: Size;
  readonly theme: "light" | "dark";
  readonly failures: readonly Failure[];
  readonly dropped: readonly Dropped[];
  readonly actions: ExploreActions;
  /** Path from this page to the site's root: "" or "../". */
  readonly toRoot: string;
}

/** The tray lies over the lowest part of the map. */
const FOUND_PADDING = 0.15;

/** Milliseconds before the hint of the first visit comes. */
const HINT_AFTER = 2500;

/** A map this low is half covered by the card of a place that was found: CSS px, the map's height and the card's lower edge. */
const LOW_MAP = 480;
const CARD_REACHES = 190;

/** The camera that shows a box on the map as large as it is now; with `underCard` below the card, where that would cover it. */
function cameraFor(frame: BBox, underCard: boolean): Camera {
  const { width, height } = document.getElementById("map-focus")?.getBoundingClientRect() ?? {
    width: 0,
    height: 0,
  };
  const [right, bottom] = [Math.max(width, 200), Math.max(height, 200)];
  const camera = fitCamera(frame, right, bottom, FOUND_PADDING);
  if (!underCard || bottom > LOW_MAP) return camera;
  return { ...camera, center: unprojector(camera, right, bottom)([right / 2, (bottom - CARD_REACHES) / 2]) };
}

/** The map page: state comes in, choices go out. Nothing here touches window or document while rendering. */
export function ExploreView({
  data,
  view,
  locale,
  size,
  theme,
  failures,
  dropped,
  actions,
  toRoot,
}: ExploreViewProps) {
  const messages = messagesFor(locale);
  const m = messages.explore;
  const model = useExploreModel(data, view, locale);
  const { scene, snapshot, indicator } = model;
  const [hovered, setHovered] = useState<CommuneCode | null>(null);
  const [tab, setTab] = useState<Tab>("figures");
  const [stop, setStop] = useState<Stop>("mid");
  const [overviewOpen, setOverviewOpen] = useState(false);
  const [sourcesOpen, setSourcesOpen] = useState(false);
  const [searchOpen, setSearchOpen] = useState(false);
  const [found, setFound] = useState<NamedPlace | null>(null);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const [hintOpen, setHintOpen] = useState(false);
  const closeHint = useCallback(() => {
    setPreference("hintSeen", true);
    setHintOpen(false);
  }, []);
  useEffect(() => {
    // Not while the page is still coming: what was asked for first comes first.
    const hint = preference("hintSeen") ? undefined : setTimeout(() => setHintOpen(true), HINT_AFTER);
    const help = (event: KeyboardEvent) => {
      const inText = event.target instanceof Element && event.target.closest("input, select, textarea");
      if (!inText && shortcutOf(event.key, preference("singleKeysOff")) === "help") setKeysOpen(true);
    };
    window.addEventListener("keydown", help);
    return () => {
      clearTimeout(hint);
      window.removeEventListener("keydown", help);
    };
  }, []);
  /** The commune of a row of the table. */
  const [rowHovered, setRowHovered] = useState<CommuneCode | null>(null);
  const [severalOpen, setSeveralOpen] = useState(false);
  const [lassoOn, setLassoOn] = useState(false);
  const [asking, setAsking] = useState(false);
  const [overlay, setOverlay] = useState<MapOverlay | null>(null);
  // Not `setOverlay` itself: given a function it would call it.
  const putOverlay = useCallback((next: MapOverlay | null) => setOverlay(() => next), []);
  const [thirdOpen, setThirdOpen] = useState(false);
  const [third, setThird] = useState<ThirdShown | null>(null);
  const [standing, setStanding] = useState<Standing>("coming");
  const { announce, region } = useAnnouncer();
  const { choose, move } = actions;
  const { selection } = view;

  const select = useCallback(
    (selection: Selection | null, camera?: Camera) => {
      choose(camera === undefined ? { selection } : { selection, camera });
      setOverviewOpen(false);
      setFound(null);
      if (selection === null) return;
      setTab((now) => (now === "legend" || now === "table" ? "works" : now));
      setStop((now) => (now === "low" ? "mid" : now));
    },
    [choose],
  );
  const openSearch = useCallback(() => setSearchOpen(true), []);
  const closeSearch = useCallback(() => setSearchOpen(false), []);
  const explore: Explore = useMemo(
    () => ({
      locale,
      messages: messagesFor(locale),
      snapshot,
      selection,
      communeByCode: model.communeByCode,
      villageById: model.villageById,
      sourceById: model.sourceById,
      select,
      openSources: () => setSourcesOpen(true),
    }),
    [locale, snapshot, selection, model.communeByCode, model.villageById, model.sourceById, select],
  );
  const shown: Shown = useMemo(() => ({ indicator, view }), [indicator, view]);
  // Shapes that are only loaded on demand are not missing.
  const reliefIsComing =
    data.geometry.relief === null && !failures.some(({ dataset }) => dataset === "relief");
  const layerLegends = scene.layerLegends.map((legend) =>
    legend.layer === RELIEF_LAYER && reliefIsComing ? { ...legend, unavailable: null } : legend,
  );
  // The tab, a bookmark and a shared link are called what the map shows.
  useEffect(() => {
    document.title = messagesFor(locale).pages.documentTitle(scene.title);
  }, [locale, scene.title]);
  const selectionKey = selection === null ? "" : `${selection.type}:${selection.id}`;
  const rightPanel = useScrollToTop(selectionKey);
  const seen = useMemo(
    () => ({ indicator: indicator.id, snapshot, classes: scene.legend.classes }),
    [indicator, snapshot, scene.legend.classes],
  );
  const [breaks, dismissBreaks] = useSeriesBreaks(seen, messages, announce);
  const stops = useMemo(() => stopsOf(data.manifest), [data.manifest]);
  // A single selection is looked at first; the chosen ones are there again when it is closed.
  // A question that has become too long for the address stays open without one.
  useEffect(() => {
    if (view.question !== null) setAsking(true);
  }, [view.question]);
  const hasQuestion = asking || view.question !== null;
  const hasSeveral = selection === null && (severalOpen || (view.chosen.length > 0 && !hasQuestion));
  const showsQuestion = hasQuestion && selection === null && !hasSeveral;
  const panelTitle = hasSeveral ? m.several : showsQuestion ? m.questions : selectionTitle(explore);
  const openSeveral = () => {
    setSeveralOpen(true);
    setOverviewOpen(false);
    if (selection !== null) select(null);
    setTab("figures");
    setStop((now) => (now === "low" ? "mid" : now));
  };
  const openQuestions = () => {
    setAsking(true);
    setSeveralOpen(false);
    setOverviewOpen(false);
    if (selection !== null) select(null);
    setTab("figures");
    setStop((now) => (now === "low" ? "mid" : now));
  };
  const endLasso = useCallback(() => setLassoOn(false), []);
  const toggleChosen = (code: CommuneCode) => {
    const { chosen } = view;
    const isAdded = !chosen.includes(code);
    const next = toggled(chosen, code);
    choose({ chosen: next });
    announce(m.chosenToggled(model.communeByCode.get(code)?.name ?? code, isAdded, next.length));
  };
  const takeLoop = (codes: readonly CommuneCode[]) => {
    const next = [...new Set([...view.chosen, ...codes])];
    if (codes.length > 0) choose({ chosen: next });
    announce(m.loopTaken(codes.length, next.length));
    endLasso();
  };
  const chooseFilter = useCallback((filter: WorkFilter) => choose({ filter }), [choose]);
  const chooseDay = useCallback((asOf: IsoDate) => choose({ asOf }), [choose]);
  const moveDay = useCallback((asOf: IsoDate) => move({ asOf }), [move]);
  const communeOfSelection =
    selection?.type === "commune" && isCommuneCode(selection.id) ? selection.id : null;
  const worksHere =
    communeOfSelection === null
      ? snapshot.works.length
      : (snapshot.worksByCommune.get(communeOfSelection)?.length ?? 0);
  const hasThird = thirdOpen || view.raise !== null || view.density !== null;
  const resetKey = `${selectionKey} ${indicator.id} ${snapshot.asOf} ${locale}`;

  return (
    <ExploreProvider value={explore}>
      <ShownProvider value={shown}>
        <div
          className="explore"
          data-tab={tab}
          data-stop={stop}
          data-right={selection !== null || overviewOpen || hasSeveral || showsQuestion ? "open" : "closed"}
        >
          <Header
            onSearch={openSearch}
            onAsk={openQuestions}
            onTheme={(next) => choose({ theme: next })}
            onCopyLink={actions.copyLink}
          />
          <KindBand kind={model.kind} />
          <main className="map" aria-label={m.mapLabel(scene.title)}>
            <ErrorBoundary message={m.panelFailed} resetKey={resetKey}>
              <MapStage
                model={model}
                initialSize={size}
                theme={theme}
                toRoot={toRoot}
                third={third}
                found={found}
                onStanding={setStanding}
                onHover={setHovered}
                onCamera={(camera) => move({ camera })}
                onHome={() => choose({ camera: null })}
                onSearch={openSearch}
                onSeveral={openSeveral}
                onToggle={toggleChosen}
                highlighted={rowHovered}
                lasso={lassoOn ? { onTake: takeLoop, onCancel: endLasso } : null}
                overlay={overlay}
                announce={announce}
              />
            </ErrorBoundary>
            <div className="chips needs-script">
              <button
                type="button"
                className="button card"
                onClick={() => {
                  setTab("legend");
                  setStop("high");
                }}
              >
                <svg className="chips__ramp" viewBox="0 0 5 1" preserveAspectRatio="none" aria-hidden="true">
                  {[0, 1, 2, 3, 4].map((step) => (
                    <rect
                      key={step}
                      x={step}
                      width="1.02"
                      height="1"
                      fill={`var(--c-${indicator.ramp}-${step})`}
                    />
                  ))}
                </svg>
                <span className="chips__text">{indicatorText(messages, indicator.label)}</span>
                <span className="hidden-text">, {m.legend}</span>
              </button>
              <button type="button" className="button card chips__ask" onClick={openQuestions}>
                <Icon name="question" /> <span className="chips__text">{m.questions}</span>
              </button>
            </div>
            <div className="notices">
              {!isUnfiltered(view.filter) && (
                <Suspense fallback={null}>
                  <FilterSummary onChange={chooseFilter} />
                </Suspense>
              )}
              {found !== null && (
                <Suspense fallback={null}>
                  <FoundPlace
                    place={found}
                    onOpen={(code) => {
                      select({ type: "commune", id: code });
                      setFound(found);
                    }}
                    onClose={() => {
                      setFound(null);
                      document.getElementById("map-focus")?.focus();
                    }}
                  />
                </Suspense>
              )}
              <FailureNotice failures={failures} onRetry={actions.retry} />
              {breaks.length > 0 && (
                <section className="notice card" aria-label={m.asOf}>
                  {breaks.map((text) => (
                    <p key={text}>{text}</p>
                  ))}
                  <button type="button" className="button" onClick={dismissBreaks}>
                    {m.close}
                  </button>
                </section>
              )}
              {dropped.length > 0 && (
                <Suspense fallback={null}>
                  <DroppedNotice dropped={dropped} onDismiss={actions.forgetDropped} />
                </Suspense>
              )}
              {data.geometry.boundaries === null && (
                <p className="notice card" role="status">
                  {m.noBoundaries}
                </p>
              )}
              <button
                type="button"
                className="button overview-toggle needs-script"
                aria-expanded={selection !== null || overviewOpen}
                onClick={() => (selection === null ? setOverviewOpen(!overviewOpen) : select(null))}
              >
                <Icon name="panel" /> {m.overview}
              </button>
            </div>
            {scene.tray !== null && <Tray tray={scene.tray} />}
            {hintOpen && selection === null && view.table === null && !hasQuestion && (
              <Suspense fallback={null}>
                <FirstVisitHint onDismiss={closeHint} />
              </Suspense>
            )}
            {view.table !== null && (
              <ErrorBoundary message={m.panelFailed} resetKey={resetKey}>
                <Suspense fallback={null}>
                  <TableDrawer
                    table={view.table}
                    scene={scene}
                    boundaries={model.boundaries}
                    manifest={data.manifest}
                    hovered={hovered}
                    onHover={setRowHovered}
                    onTable={(table) => choose({ table })}
                    announce={announce}
                  />
                </Suspense>
              </ErrorBoundary>
            )}
          </main>
          <PhoneSheet
            title={panelTitle}
            tab={tab}
            stop={stop}
            worksCount={worksHere}
            onTab={(next) => {
              setTab(next);
              if (stop === "low") setStop("mid");
            }}
            onStop={setStop}
          >
            <aside className="panel panel--left" aria-label={m.legend}>
              <ErrorBoundary message={m.panelFailed} resetKey={resetKey}>
                <LegendPanel
                  scene={scene}
                  indicators={model.indicators}
                  hovered={hovered}
                  onIndicator={(id) => choose({ indicator: id })}
                />
                <SectorList filter={view.filter} onFilter={chooseFilter} />
                {snapshot.allWorks.length > 0 && (
                  <Section tabs={["legend"]}>
                    <QuickFilters
                      filter={view.filter}
                      open={filtersOpen}
                      onFilter={chooseFilter}
                      onOpen={setFiltersOpen}
                    />
                    {filtersOpen && (
                      <Suspense fallback={null}>
                        <WorkFilters onChange={chooseFilter} onType={(filter) => move({ filter })} />
                      </Suspense>
                    )}
                  </Section>
                )}
                <LayerPanel
                  layers={layerLegends}
                  onToggle={(layer, on) => choose({ layers: toggledLayers(view, layer, on) })}
                  onArrange={choose}
                  onFade={(opacity) => move({ opacity })}
                  announce={announce}
                />
                <p className="section about-links">
                  <PageLinks />
                  <a href="gioi-thieu/">{m.about}</a>
                  <button
                    type="button"
                    className="button button--text needs-script"
                    onClick={() => setKeysOpen(true)}
                  >
                    {m.keys}
                  </button>
                </p>
                <Section tabs={["legend"]}>
                  <button
                    type="button"
                    className="button needs-script"
                    aria-expanded={hasThird}
                    onClick={() => {
                      setThirdOpen(!hasThird);
                      if (view.raise !== null || view.density !== null)
                        choose({ raise: null, density: null });
                    }}
                  >
                    <Icon name="cube" /> {thirdButtonMessages[locale].open}
                  </button>
                  {hasThird && (
                    <Suspense fallback={null}>
                      <ThirdPanel
                        model={model}
                        classBreaks={data.classBreaks}
                        standing={standing}
                        onChoose={choose}
                        onShown={setThird}
                      />
                    </Suspense>
                  )}
                </Section>
              </ErrorBoundary>
            </aside>
            <aside
              className="panel panel--right"
              aria-label={panelTitle}
              ref={rightPanel}
              onKeyDown={(event) => {
                if (event.key === "Escape" && selection !== null) {
                  event.stopPropagation();
                  select(null);
                  document.getElementById("map-focus")?.focus();
                }
              }}
            >
              {hasQuestion && (
                // Hidden, not gone, while something is looked at: its marks stay on the map, and back leads to the same answer.
                <div hidden={!showsQuestion}>
                  <ErrorBoundary message={m.panelFailed} resetKey={`${locale} ${view.question}`}>
                    <Suspense fallback={null}>
                      <QuestionPanel
                        data={data}
                        boundaries={model.boundaries}
                        province={model.province}
                        toRoot={toRoot}
                        actions={actions}
                        canDraw={view.raise === null}
                        onOverlay={putOverlay}
                        onDrawing={(isDrawing) => setStop(isDrawing ? "low" : "mid")}
                        onClose={() => {
                          setAsking(false);
                          if (view.question !== null) choose({ question: null, answeredOn: null });
                          document.getElementById("map-focus")?.focus();
                        }}
                        announce={announce}
                      />
                    </Suspense>
                  </ErrorBoundary>
                </div>
              )}
              <ErrorBoundary message={m.panelFailed} resetKey={resetKey}>
                {showsQuestion ? null : hasSeveral ? (
                  <Suspense fallback={null}>
                    <SeveralPanel
                      chosen={view.chosen}
                      lasso={lassoOn}
                      canLasso={view.raise === null}
                      onChange={(chosen) => {
                        // The panel stays when the last one is dropped, also where a link opened it.
                        setSeveralOpen(true);
                        choose({ chosen });
                      }}
                      onLasso={setLassoOn}
                      onClose={() => {
                        setSeveralOpen(false);
                        endLasso();
                        if (view.chosen.length > 0) choose({ chosen: [] });
                        document.getElementById("map-focus")?.focus();
                      }}
                    />
                  </Suspense>
                ) : (
                  <SelectionPanel scene={scene} />
                )}
              </ErrorBoundary>
              <p className="note without-script">{m.withoutScript}</p>
            </aside>
            <footer className="footer">
              <div className="footer__as-of">
                <AsOfStepper stops={stops} onChoose={chooseDay} onMove={moveDay} />
              </div>
              <div className="footer__scale">
                <AsOfScale stops={stops} onChoose={chooseDay} onMove={moveDay} />
              </div>
              <div className="footer__sources">
                {/* On a phone the search lies where the thumb is; the header's is gone then. */}
                <button
                  type="button"
                  className="button footer__search needs-script"
                  aria-label={m.search}
                  aria-haspopup="dialog"
                  onClick={openSearch}
                >
                  <Icon name="search" />
                </button>
                <button
                  type="button"
                  className="button needs-script"
                  aria-label={m.tableButton}
                  aria-expanded={view.table !== null}
                  onClick={() => choose({ table: view.table === null ? "communes" : null })}
                >
                  <Icon name="table" /> <span className="button__label">{m.tableButton}</span>
                </button>
                <button
                  type="button"
                  className="button button--icon needs-script"
                  title={m.sourcesButton}
                  aria-label={m.sourcesButton}
                  onClick={() => setSourcesOpen(true)}
                >
                  <Icon name="print" />
                </button>
                <span className="footer__note">{m.boundaryNote}</span>
              </div>
            </footer>
          </PhoneSheet>
          {region}
          {searchOpen && (
            <Suspense fallback={null}>
              <SearchDialog
                boundaries={model.boundaries}
                source={`${toRoot}data`}
                onFound={({ selection: opened, place, frame, said }) => {
                  const camera = frame === null ? undefined : cameraFor(frame, place !== null);
                  if (opened !== null) select(opened, camera);
                  else if (camera !== undefined) choose({ camera });
                  setFound(place);
                  announce(said);
                }}
                onClose={closeSearch}
              />
            </Suspense>
          )}
          {keysOpen && (
            <Suspense fallback={null}>
              <KeysDialog onClose={() => setKeysOpen(false)} />
            </Suspense>
          )}
          {sourcesOpen && (
            <Suspense fallback={null}>
              <SourcesDialog data={data} model={model} onClose={() => setSourcesOpen(false)} />
            </Suspense>
          )}
        </div>
      </ShownProvider>
    </ExploreProvider>
  );
}
