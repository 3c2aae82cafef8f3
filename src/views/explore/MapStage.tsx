import {
  type ComponentProps,
  type KeyboardEvent,
  lazy,
  memo,
  type PointerEvent,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type Direction, neighbourWalk } from "@/analysis/neighbourWalk";
import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import type { NamedPlace } from "@/domain/namedPlace";
import { LocatorDrawing } from "@/render/svg/LocatorDrawing";
import { SvgMap } from "@/render/svg/SvgMap";
import { fitCamera } from "@/scene/camera";
import type { Camera, Subject } from "@/scene/scene";
import { Icon } from "@/ui/icons";
import { useExplore, useShown } from "./context";
import type { Size } from "./data";
import { GlLayer } from "./GlLayer";
import { HighlightLayer } from "./HighlightLayer";
import type { ExploreModel } from "./model";
import { preference } from "./preferences";
import { ScaleBar } from "./ScaleBar";
import { shortcutOf } from "./shortcuts";
import { subjectName } from "./subjectName";
import { subjectOf } from "./subjectOf";
import type { Standing, ThirdShown } from "./third/shown";
import { useGlWanted } from "./useGlWanted";
import { useMeasuredSize } from "./useMeasuredSize";
import { boundCamera, homeCamera, usePanZoom, zoomAround } from "./usePanZoom";
import { usePrinting } from "./usePrinting";
import { rankOf, rankText } from "./valueText";

const PlaceMark = lazy(() => import("./places/PlaceMark").then((module) => ({ default: module.PlaceMark })));

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "north",
  ArrowDown: "south",
  ArrowLeft: "west",
  ArrowRight: "east",
};

const Lasso = lazy(() => import("./several/SeveralPanel").then((module) => ({ default: module.Lasso })));

/** The drawing alone: it repaints for a scene, a camera or a size, not for what the pointer is over. */
const Drawing = memo(SvgMap);

/** The province counts as shown whole up to this many zoom steps in: then the locator stands beside it. */
const WHOLE_STEPS = 0.8;

/** Draws over the flat map, following its camera. */
export type MapOverlay = (camera: Camera, size: Size) => ReactNode;

interface Pointed {
  readonly subject: Subject;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The map: drawn as SVG from the first paint, WebGL over it when the device has time for that. One tab stop; arrow keys walk
 * from commune to commune, Enter selects, Escape lets go. What is hovered or walked to is named in text.
 */
export function MapStage({
  model,
  initialSize,
  theme,
  toRoot,
  third,
  found,
  onStanding,
  onHover,
  onCamera,
  onHome,
  onSearch,
  onSeveral,
  onToggle,
  highlighted,
  lasso,
  overlay,
  announce,
}: {
  readonly model: ExploreModel;
  readonly initialSize: Size;
  readonly theme: "light" | "dark";
  readonly toRoot: string;
  /** Raised communes or a density in place of the model's scene; null: neither. */
  readonly third: ThirdShown | null;
  /** A place that was searched, marked for the moment. */
  readonly found: NamedPlace | null;
  readonly onStanding: (standing: Standing) => void;
  readonly onHover: (code: CommuneCode | null) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onHome: () => void;
  readonly onSearch: () => void;
  /** Several communes are to be chosen. */
  readonly onSeveral: () => void;
  /** A commune is put among the chosen ones or taken out. */
  readonly onToggle: (code: CommuneCode) => void;
  /** The commune of a row of the table under the pointer or the focus. */
  readonly highlighted: CommuneCode | null;
  /** A loop is being drawn; null: the map is moved as ever. */
  readonly lasso: {
    readonly onTake: (codes: readonly CommuneCode[]) => void;
    readonly onCancel: () => void;
  } | null;
  /** What else is drawn over the flat map; null: nothing. */
  readonly overlay: MapOverlay | null;
  readonly announce: (text: string) => void;
}) {
  const { messages, snapshot, selection, select } = useExplore();
  const { view } = useShown();
  const m = messages.explore;
  const scene = third?.flat ?? model.scene;
  const [surface, size] = useMeasuredSize<HTMLDivElement>(initialSize);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [walked, setWalked] = useState<CommuneCode | null>(null);
  const gl = useGlWanted();
  const [glCamera, setGlCamera] = useState<Camera | null>(null);
  const stage = third?.stage ?? null;
  const [bodies, setBodies] = useState<"shown" | "failed" | null>(null);
  const standing: Standing =
    gl.state === "failed"
      ? "no-webgl"
      : bodies === "failed"
        ? "no-code"
        : bodies === "shown" && gl.state === "ready"
          ? "solid"
          : "coming";
  // On a leaning map nothing that is drawn for a flat one is in its place.
  const leans = stage !== null && stage.pitch > 0 && standing === "solid";
  const named = leans ? stage.scene : scene;
  const { want } = gl;
  useEffect(() => {
    if (stage !== null) want();
  }, [stage, want]);
  useEffect(() => onStanding(standing), [onStanding, standing]);
  const home = useMemo(
    // Without communes there is nothing to frame.
    () => homeCamera(scene.frame.every(Number.isFinite) ? scene.frame : model.province, size),
    [scene.frame, model.province, size],
  );
  const settled = useMemo(
    () => (view.camera === null ? home : boundCamera(view.camera, model.province, size)),
    [view.camera, home, model.province, size],
  );
  const {
    camera: drawnCamera,
    dragging,
    wasDragged,
    handlers,
  } = usePanZoom({
    surface,
    camera: settled,
    frame: model.province,
    size,
    enabled: gl.state !== "ready",
    onStart: gl.want,
    onRest: onCamera,
  });

  // What is drawn over the map follows whoever moves it; the drawing below rests while it is covered.
  // Under WebGL nobody sees the drawing: it rests (a third of a switch's main-thread time), and is of now on paper and when WebGL is lost.
  const printing = usePrinting();
  const rested = useRef<ComponentProps<typeof SvgMap> | null>(null);
  const drawing =
    gl.state === "ready" && !printing && rested.current !== null
      ? rested.current
      : { scene, camera: drawnCamera, width: size.width, height: size.height, dataBase: `${toRoot}data/` };
  rested.current = drawing;
  const camera = gl.state === "ready" ? (glCamera ?? settled) : drawnCamera;
  const provinceZoom = useMemo(
    () => fitCamera(model.province, size.width, size.height).zoom,
    [model.province, size],
  );
  const point = useCallback(
    (subject: Subject | null, x: number, y: number) => {
      onHover(subject?.type === "commune" ? subject.id : null);
      setPointed((before) => {
        if (subject === null) return null;
        const same =
          before !== null && before.subject.type === subject.type && before.subject.id === subject.id;
        return { subject, text: same ? before.text : subjectName(named, subject), x, y };
      });
    },
    [named, onHover],
  );
  const choose = useCallback(
    (subject: Subject | null) => {
      // An event has no panel of its own; its communes have.
      if (subject === null || subject.type === "event") return;
      select({ type: subject.type, id: subject.id });
    },
    [select],
  );
  const zoom = (steps: number) => {
    gl.want();
    onCamera(
      boundCamera(zoomAround(camera, steps, [size.width / 2, size.height / 2], size), model.province, size),
    );
  };
  const here = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  };
  const selectedCommune = selection?.type === "commune" && isCommuneCode(selection.id) ? selection.id : null;

  const outlined = walked ?? (pointed?.subject.type === "commune" ? pointed.subject.id : highlighted);
  /** For the ear: name, value with unit, class or kind of blank, and rank. */
  const spoken = (code: CommuneCode) => {
    const rank = rankOf(snapshot, model.indicator, code);
    const name = subjectName(named, { type: "commune", id: code });
    return rank === null ? name : `${name}, ${rankText(messages, rank)}`;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const asked = shortcutOf(event.key, preference("singleKeysOff"));
    const direction = ARROWS[event.key];
    if (asked === "walk" && direction !== undefined) {
      event.preventDefault();
      const from = walked ?? selectedCommune;
      const next = neighbourWalk(snapshot.register.communes, from, direction);
      if (next === null) return;
      setWalked(next);
      onHover(next);
      announce(spoken(next));
    } else if (asked === "open" && walked !== null) {
      event.preventDefault();
      choose({ type: "commune", id: walked });
      announce(spoken(walked));
    } else if (asked === "toggle") {
      event.preventDefault();
      if (walked !== null) onToggle(walked);
    } else if (asked === "close") {
      setWalked(null);
      onHover(null);
      if (selection !== null) select(null);
    } else if (asked === "zoomIn") zoom(1);
    else if (asked === "zoomOut") zoom(-1);
    else if (asked === "search") {
      event.preventDefault();
      onSearch();
    }
  };
  const walkedName = walked === null ? null : subjectName(named, { type: "commune", id: walked });

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointers act here, keys on the stop below */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        ref={surface}
        className={`map__surface${dragging ? " map__surface--dragging" : ""}`}
        onPointerDown={handlers.onPointerDown}
        onPointerMove={(event) => {
          handlers.onPointerMove(event);
          if (gl.state !== "ready") point(dragging ? null : subjectOf(event.target), ...here(event));
        }}
        onPointerUp={handlers.onPointerUp}
        onPointerCancel={handlers.onPointerCancel}
        onPointerLeave={() => point(null, 0, 0)}
        onClick={(event) => {
          if (gl.state !== "ready" && !wasDragged()) choose(subjectOf(event.target));
        }}
      >
        <div className={`map__drawing${gl.state === "ready" ? " map__drawing--covered" : ""}`}>
          <Drawing {...drawing} />
        </div>
        {gl.state !== "no" && gl.state !== "failed" && (
          <GlLayer
            scene={scene}
            camera={settled}
            size={size}
            province={model.province}
            theme={theme}
            toRoot={toRoot}
            isReady={gl.state === "ready"}
            onReady={gl.ready}
            onLost={gl.lost}
            onFailure={gl.failed}
            onHover={point}
            onSelect={choose}
            bodies={stage}
            bearing={third?.bearing ?? 0}
            highlighted={outlined}
            onBodies={setBodies}
            onMove={setGlCamera}
            onRest={onCamera}
          />
        )}
        {!leans && <ScaleBar camera={camera} size={size} />}
        {!leans && found !== null && (
          <Suspense fallback={null}>
            <PlaceMark place={found} camera={camera} size={size} />
          </Suspense>
        )}
        {!leans && (
          <HighlightLayer boundaries={model.boundaries} camera={camera} size={size} hovered={outlined} />
        )}
        {!leans && overlay?.(camera, size)}
        {lasso !== null && !leans && (
          <Suspense fallback={null}>
            <Lasso camera={camera} size={size} onTake={lasso.onTake} onCancel={lasso.onCancel} />
          </Suspense>
        )}
      </div>
      <div
        id="map-focus"
        className="map__focus"
        role="application"
        aria-roledescription={m.mapRole}
        aria-label={`${m.mapLabel(scene.title)}${walkedName === null ? "" : `. ${walkedName}`}`}
        aria-describedby="map-help map-description"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a map walked with the arrow keys is one control
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setWalked(null);
          onHover(null);
        }}
      />
      {model.locator !== null && camera.zoom < provinceZoom + WHOLE_STEPS && (
        <LocatorDrawing locator={model.locator} label={m.locator} className="locator card" />
      )}
      <p id="map-help" className="hidden-text">
        {m.mapHelp}
      </p>
      <p id="map-description" className="hidden-text">
        {scene.description}
      </p>
      {(walkedName ?? pointed?.text) !== undefined && (
        <Tooltip text={walkedName ?? pointed?.text ?? ""} at={walked === null ? pointed : null} size={size} />
      )}
      <div className="zoom needs-script">
        <button type="button" className="button button--icon" aria-label={m.zoomIn} onClick={() => zoom(1)}>
          <Icon name="plus" />
        </button>
        <button type="button" className="button button--icon" aria-label={m.zoomOut} onClick={() => zoom(-1)}>
          <Icon name="minus" />
        </button>
        <button
          type="button"
          className="button button--icon zoom__home"
          aria-label={m.zoomHome}
          onClick={onHome}
        >
          <Icon name="home" />
        </button>
        <button
          type="button"
          className="button button--icon"
          aria-label={m.several}
          title={m.several}
          onClick={onSeveral}
        >
          <Icon name="several" />
        </button>
      </div>
      {gl.state === "failed" && <p className="map__gl-note card">{m.stillSvg}</p>}
    </>
  );
}

/** The name beside the pointer, or top left while walking by keyboard. Placed through the object model: no style attribute. */
function Tooltip({
  text,
  at,
  size,
}: {
  readonly text: string;
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly size: Size;
}) {
  const place = (element: HTMLParagraphElement | null) => {
    if (element === null) return;
    const x = at === null ? 12 : Math.min(at.x + 14, size.width - element.offsetWidth - 4);
    const y =
      at === null
        ? 12
        : at.y + 18 + element.offsetHeight > size.height
          ? at.y - element.offsetHeight - 8
          : at.y + 18;
    element.style.setProperty("transform", `translate(${Math.max(4, x)}px, ${Math.max(4, y)}px)`);
  };
  return (
    <p className="map__tooltip" ref={place}>
      {text}
    </p>
  );
}
