import "maplibre-gl/dist/maplibre-gl.css";
import { type GeoJSONSource, LngLat, Map as MapLibre, type MapMouseEvent, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { CommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import { sceneLabels } from "@/scene/labels";
import type { Camera, MapScene, Subject } from "@/scene/scene";
import type { SolidStage } from "@/scene/third/solids";
import type { DeckOverlay } from "./deckOverlay";
import { labelFeatures, subjectFromText, type Theme } from "./features";
import { patternScale, picturesOf, rasterise } from "./images";
import { type Step, stepsBetween } from "./restyle";
import { LABELS, type StyleBases, styleFor } from "./style";

// The worker is a file of its own: the default address does not exist in a production build of maplibre-gl 6.
setWorkerUrl(workerUrl);

export interface GlMapOptions {
  readonly scene: MapScene;
  readonly camera: Camera;
  readonly theme: Theme;
  /** The nearest camera a reader may have: the drawn map and this one keep to the same bounds. */
  readonly bound: (camera: Camera) => Camera;
  readonly bases: StyleBases;
  readonly reducedMotion: boolean;
  /** In a page of somebody else's: the wheel scrolls it unless Ctrl is held, one finger too, and these words say so. Absent: the map has the page to itself. */
  readonly manners?: { readonly ctrlWheel: string; readonly cmdWheel: string; readonly twoFingers: string };
  /** A complete picture is on the screen: the first one, and again after each `onLost`. */
  readonly onReady: () => void;
  /** The picture is gone for the moment (the device took the WebGL context back); a new one is on its way. */
  readonly onLost: () => void;
  /** CSS px from the container's top left corner. */
  readonly onHover: (subject: Subject | null, x: number, y: number) => void;
  readonly onSelect: (subject: Subject | null) => void;
  /** `final` once the map rests. */
  readonly onCamera: (camera: Camera, final: boolean) => void;
  /** Bodies stand on the map (`shown`), or cannot be drawn here (`failed`): then the flat scene stays. */
  readonly onBodies: (state: "shown" | "failed") => void;
  /** The map is gone for good; nothing is left in the container. */
  readonly onFailure: (reason: "no-webgl" | "no-worker" | "context-lost") => void;
}

export interface GlMap {
  readonly setScene: (scene: MapScene) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setCamera: (camera: Camera) => void;
  /** Bodies on the map in place of the flat scene, the top of the screen pointing to `bearing` (degrees from north); null: flat. */
  readonly setBodies: (stage: SolidStage | null, bearing: number) => void;
  /** The commune whose body is outlined; null: none. Without bodies nothing is drawn: the page outlines it itself. */
  readonly setHighlighted: (commune: CommuneCode | null) => void;
  readonly resize: () => void;
  /** CSS px of a lon lat point. */
  readonly project: (point: LonLat) => readonly [number, number];
  readonly remove: () => void;
}

/** Pixels around the pointer that still hit a mark. */
const REACH = 6;
const MAX_ZOOM = 15;
const REMOUNTS = 2;
/** More than any stage leans. */
const MAX_PITCH = 60;
const LEAN_MS = 420;
/** Degrees that nobody sees. */
const SAME_ANGLE = 0.1;
/** Custom layers of deck.gl, which hold no features. */
const DECK_LAYERS = "deck-";
const RANK: Readonly<Record<Subject["type"], number>> = {
  work: 0,
  event: 1,
  village: 2,
  zone: 3,
  commune: 4,
};
const isArea = ({ type }: Subject) => type === "commune" || type === "zone";

/** The same view in another library's words. */
const cameraOf = (map: MapLibre): Camera => {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom() };
};

const projectWith =
  (map: MapLibre) =>
  ([lon, lat]: LonLat): readonly [number, number] => {
    const { x, y } = map.project([lon, lat]);
    return [x, y];
  };

/** What lies under a point: a work before a village before a zone before its commune; of equals the nearest, then the topmost. */
function subjectAt(map: MapLibre, x: number, y: number): Subject | null {
  const layers = map
    .getLayersOrder()
    .filter((id) => !id.startsWith(`${LABELS}:`) && !id.startsWith(DECK_LAYERS));
  const near = map.queryRenderedFeatures(
    [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ],
    { layers },
  );
  const small = near
    .flatMap(({ properties, geometry }) => {
      const subject = subjectFromText(properties.subject);
      if (subject === null || isArea(subject)) return [];
      if (geometry.type !== "Point") return [{ subject, distance: REACH }];
      const [lon = 0, lat = 0] = geometry.coordinates;
      const [px, py] = projectWith(map)([lon, lat]);
      return [{ subject, distance: Math.hypot(px - x, py - y) }];
    })
    .toSorted((a, b) => RANK[a.subject.type] - RANK[b.subject.type] || a.distance - b.distance)[0];
  if (small !== undefined) return small.subject;
  // Areas are hit exactly: a tolerance would name the neighbour along a boundary.
  return (
    map
      .queryRenderedFeatures([x, y], { layers })
      .flatMap(({ properties }) => subjectFromText(properties.subject) ?? [])
      .filter(isArea)
      .toSorted((a, b) => RANK[a.type] - RANK[b.type])[0] ?? null
  );
}

function apply(map: MapLibre, step: Step): void {
  switch (step.type) {
    case "remove-layer":
      map.removeLayer(step.id);
      break;
    case "remove-source":
      map.removeSource(step.id);
      break;
    case "add-source":
      map.addSource(step.id, step.source);
      break;
    case "set-data":
      void map.getSource<GeoJSONSource>(step.id)?.setData(step.data);
      break;
    case "update-data":
      void map.getSource<GeoJSONSource>(step.id)?.updateData({ update: [...step.update] });
      break;
    case "add-layer":
      map.addLayer(step.layer, step.before ?? undefined);
      break;
  }
}

/** A drawn map's life between two losses of its context. */
interface Mounted {
  readonly map: MapLibre;
  /** The style the map shows; null until it takes changes. */
  style: ReturnType<typeof styleFor> | null;
  theme: Theme;
  /** Patterns on the map were drawn for this share of a zoom step. */
  patternScale: number;
  /** The names on the map, as text. */
  names: string;
  /** Null until bodies are asked for and their code has come. */
  deck: DeckOverlay | null;
}

/**
 * Draws a scene with WebGL into a container. Never throws for a device without WebGL: `onFailure` says so and nothing is left behind.
 * A lost context is mounted anew twice, then given up.
 */
export function mountGlMap(container: HTMLElement, options: GlMapOptions): GlMap {
  let { scene, theme } = options;
  let mounted: Mounted | null = null;
  let remounts = 0;
  let bodies: SolidStage | null = null;
  let bearing = 0;
  let highlighted: CommuneCode | null = null;
  /** Bodies are asked for and can be drawn. */
  const stageOf = (at: Mounted | null): SolidStage | null =>
    at === null || at.deck === null ? null : bodies;
  const shownScene = (): MapScene => stageOf(mounted)?.scene ?? scene;
  /** Pictures of every scene so far: a layer of the last one may ask for its hatch when the next is there already. */
  const pictures = new Map(picturesOf(scene));
  let picturesFrom = scene;
  const picturesByName = () => {
    const from = shownScene();
    if (picturesFrom !== from) for (const [name, picture] of picturesOf(from)) pictures.set(name, picture);
    picturesFrom = from;
    return pictures;
  };

  // Measured when the container changes, not when a scene does: asking in the middle of a change lays the whole page out at once.
  const measure = () => ({ width: container.clientWidth, height: container.clientHeight });
  let size = measure();

  const unmount = () => {
    const gone = mounted;
    mounted = null;
    gone?.deck?.remove();
    gone?.map.remove();
  };
  const fail = (reason: Parameters<GlMapOptions["onFailure"]>[0]) => {
    unmount();
    options.onFailure(reason);
  };

  /** Names of a leaning map stand on the tops; a name whose commune is hidden there would name the wall in front. */
  const namesOnTops = ({ map, deck }: Mounted, stage: SolidStage) => {
    if (deck === null) return [];
    const codes = new Map(
      stage.scene.planes.flatMap(({ marks }) =>
        marks.flatMap((mark) =>
          mark.type === "label" && mark.subject?.type === "commune"
            ? [[mark.point, mark.subject.id] as const]
            : [],
        ),
      ),
    );
    const top = (point: LonLat) => {
      const code = codes.get(point);
      return deck.project(point, code === undefined ? 0 : deck.heightOf(code));
    };
    const visible = (point: LonLat) => {
      const code = codes.get(point);
      const met = deck.communeAt(...top(point));
      return code === undefined || met === code || (met === null && deck.heightOf(code) === 0);
    };
    const planes = stage.scene.planes.map((plane) => ({
      ...plane,
      marks: plane.marks.filter(
        (mark) => mark.type !== "label" || mark.priority === Number.POSITIVE_INFINITY || visible(mark.point),
      ),
    }));
    // Given to the map as the place on the ground that lies under the name on the screen.
    return sceneLabels({ planes }, top, size.width, size.height, map.getZoom()).map((placed) => {
      const { lng, lat } = map.unproject([placed.x, placed.y]);
      return { ...placed, label: { ...placed.label, point: [lng, lat] as const } };
    });
  };

  const placeNames = (at: Mounted) => {
    const { map } = at;
    const project = projectWith(map);
    const stage = stageOf(at);
    const placed =
      stage !== null && stage.pitch > 0
        ? namesOnTops(at, stage)
        : sceneLabels(shownScene(), project, size.width, size.height, map.getZoom());
    const names = labelFeatures(placed, project, theme);
    // Another indicator seldom moves a name; sent again, all of them would be laid out anew.
    const text = JSON.stringify(names);
    if (text === at.names) return;
    at.names = text;
    void map.getSource<GeoJSONSource>(LABELS)?.setData(names);
  };

  /** Draws a picture the style asks for; names the scene does not know stay missing, and the library says so. */
  const supplyImage = (at: Mounted, name: string) => {
    const found = picturesByName().get(name);
    if (found === undefined || at.map.hasImage(name)) return;
    const pixels = rasterise(found.picture, theme, window.devicePixelRatio);
    const pixelRatio = pixels.width / found.picture.width;
    at.map.addImage(name, pixels, { pixelRatio: found.repeats ? pixelRatio * at.patternScale : pixelRatio });
  };

  /** MapLibre stretches patterns between whole zooms: at rest they get back the size they have in the legend. */
  const fitPatterns = (at: Mounted) => {
    const scale = patternScale(at.map.getZoom());
    if (Math.abs(scale - at.patternScale) < 0.01) return;
    at.patternScale = scale;
    for (const [name, { repeats }] of picturesByName())
      if (repeats && at.map.hasImage(name)) {
        at.map.removeImage(name);
        supplyImage(at, name);
      }
  };

  /** Brings the map to the scene and theme of now; before the style is there, its arrival does. */
  const draw = () => {
    if (mounted === null || mounted.style === null) return;
    const { map } = mounted;
    // Noted with every scene that is drawn: a worker may ask for a hatch of this one when the next is there already.
    picturesByName();
    if (mounted.theme !== theme) {
      // Pictures are of one theme: the other theme's are drawn when they are asked for.
      for (const name of map.listImages()) map.removeImage(name);
      mounted.theme = theme;
    }
    const next = styleFor(shownScene(), theme, options.bases);
    for (const step of stepsBetween(mounted.style, next)) apply(map, step);
    mounted.style = next;
    const stage = stageOf(mounted);
    const below = next.layers.find(({ id }) => stage?.below !== null && id.startsWith(`${stage?.below}:`));
    mounted.deck?.show(stage, theme, below?.id ?? `${LABELS}:regular`);
    placeNames(mounted);
  };

  /** How the camera should stand now. */
  const stance = (at: Mounted) => {
    const pitch = stageOf(at)?.pitch ?? 0;
    return { pitch, bearing: pitch === 0 ? 0 : bearing };
  };
  const isStanding = (at: Mounted) => {
    const wanted = stance(at);
    return (
      Math.abs(at.map.getPitch() - wanted.pitch) < SAME_ANGLE &&
      // 350° and −10° are one direction.
      Math.abs(((at.map.getBearing() - wanted.bearing + 540) % 360) - 180) < SAME_ANGLE
    );
  };
  /** Leans, turns or lies flat again: centre and zoom stay what they are. */
  const lean = (at: Mounted) => {
    if (isStanding(at)) return;
    at.map.setMaxPitch(MAX_PITCH);
    if (options.reducedMotion) at.map.jumpTo(stance(at));
    else at.map.easeTo({ ...stance(at), duration: LEAN_MS });
  };

  /** Fetches what draws bodies, once; until then, and without it, the flat scene is shown. */
  const fetchDeck = (at: Mounted) => {
    const fail = () => {
      if (mounted !== at) return;
      bodies = null;
      draw();
      lean(at);
      options.onBodies("failed");
    };
    import("./deckOverlay").then(({ mountDeckOverlay }) => {
      if (mounted !== at || at.style === null || at.deck !== null) return;
      try {
        at.deck = mountDeckOverlay(at.map, options.reducedMotion, (error) => {
          console.error(error);
          fail();
        });
      } catch (error) {
        console.error(error);
        fail();
        return;
      }
      at.deck.highlight(highlighted);
      draw();
      lean(at);
      if (bodies !== null) options.onBodies("shown");
    }, fail);
  };

  /** A body stands before what lies on the ground behind it. */
  const subjectUnder = (map: MapLibre, x: number, y: number): Subject | null => {
    const met = stageOf(mounted) === null ? null : (mounted?.deck?.communeAt(x, y) ?? null);
    return met === null ? subjectAt(map, x, y) : { type: "commune", id: met };
  };

  const watchPointer = (map: MapLibre) => {
    let frame = 0;
    const isCurrent = () => mounted?.map === map;
    map.on("mousemove", ({ point }: MapMouseEvent) => {
      cancelAnimationFrame(frame);
      if (map.dragPan.isActive()) return;
      frame = requestAnimationFrame(() => {
        if (!isCurrent()) return;
        const subject = subjectUnder(map, point.x, point.y);
        map.getCanvas().classList.toggle("map__canvas--pointing", subject !== null);
        options.onHover(subject, point.x, point.y);
      });
    });
    const leave = () => {
      cancelAnimationFrame(frame);
      if (isCurrent()) options.onHover(null, 0, 0);
    };
    map.on("mouseout", leave);
    map.on("dragstart", leave);
    map.on("click", ({ point }) => options.onSelect(subjectUnder(map, point.x, point.y)));
  };

  const mount = (camera: Camera) => {
    const style = styleFor(scene, theme, options.bases);
    let map: MapLibre;
    try {
      map = new MapLibre({
        container,
        style,
        center: [camera.center[0], camera.center[1]],
        zoom: camera.zoom,
        maxZoom: MAX_ZOOM,
        transformConstrain: ({ lng, lat }, zoom) => {
          const bound = options.bound({ center: [lng, lat], zoom });
          return { center: new LngLat(bound.center[0], bound.center[1]), zoom: bound.zoom };
        },
        attributionControl: false,
        renderWorldCopies: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        maxPitch: 0,
        keyboard: false,
        fadeDuration: 0,
        interactive: true,
        ...(options.manners === undefined
          ? {}
          : {
              cooperativeGestures: true,
              locale: {
                "CooperativeGesturesHandler.WindowsHelpText": options.manners.ctrlWheel,
                "CooperativeGesturesHandler.MacHelpText": options.manners.cmdWheel,
                "CooperativeGesturesHandler.MobileHelpText": options.manners.twoFingers,
              },
            }),
        // The view tells the size, so that drawing, canvas and overlays change in one frame.
        trackResize: false,
      });
    } catch {
      container.replaceChildren();
      fail("no-webgl");
      return;
    }
    const at: Mounted = {
      map,
      style: null,
      theme,
      patternScale: patternScale(camera.zoom),
      names: "",
      deck: null,
    };
    mounted = at;
    map.touchZoomRotate.disableRotation();
    const canvas = map.getCanvas();
    // The page has one map for the keyboard and the ear; the canvas is its picture.
    canvas.tabIndex = -1;
    canvas.setAttribute("aria-hidden", "true");
    map.setMissingStyleImageResolver((name) => supplyImage(at, name));
    map.once("style.load", () => {
      if (mounted !== at) return;
      at.style = style;
      draw();
      if (bodies !== null) fetchDeck(at);
    });
    map.once("idle", () => {
      if (mounted === at) options.onReady();
    });
    map.on("error", ({ error }) => {
      // The one error without which nothing is ever drawn; a missing picture or font leaves the rest of the map.
      if (mounted === at && /^Worker failed to load/.test(error.message)) fail("no-worker");
      else console.error(error);
    });
    watchPointer(map);
    map.on("move", () => options.onCamera(cameraOf(map), false));
    map.on("moveend", () => {
      if (mounted !== at) return;
      // A hand that took hold while the camera leant has stopped it half-way.
      if (!isStanding(at)) lean(at);
      else if (stance(at).pitch === 0 && map.getMaxPitch() > 0) map.setMaxPitch(0);
      fitPatterns(at);
      placeNames(at);
      options.onCamera(cameraOf(map), true);
    });
    canvas.addEventListener("webglcontextlost", () => {
      if (mounted !== at) return;
      const last = cameraOf(map);
      unmount();
      if (remounts >= REMOUNTS) {
        options.onFailure("context-lost");
        return;
      }
      remounts += 1;
      options.onLost();
      mount(last);
    });
  };

  mount(options.camera);
  return {
    setScene(next) {
      if (next === scene) return;
      scene = next;
      draw();
    },
    setTheme(next) {
      if (next === theme) return;
      theme = next;
      draw();
    },
    setCamera({ center, zoom }) {
      if (mounted === null) return;
      const now = cameraOf(mounted.map);
      const isSame =
        Math.abs(now.zoom - zoom) < 1e-4 &&
        Math.abs(now.center[0] - center[0]) < 1e-6 &&
        Math.abs(now.center[1] - center[1]) < 1e-6;
      if (isSame) return;
      const target = { center: [center[0], center[1]] as [number, number], zoom, ...stance(mounted) };
      if (options.reducedMotion) mounted.map.jumpTo(target);
      else mounted.map.easeTo({ ...target, duration: 320 });
    },
    setBodies(next, towards) {
      const isSame = next === bodies && towards === bearing;
      if (isSame) return;
      bodies = next;
      bearing = towards;
      const at = mounted;
      if (at === null || at.style === null) return;
      if (at.deck === null) {
        if (next !== null) fetchDeck(at);
        return;
      }
      draw();
      lean(at);
      if (next !== null) options.onBodies("shown");
    },
    setHighlighted(commune) {
      highlighted = commune;
      mounted?.deck?.highlight(commune);
    },
    resize() {
      size = measure();
      mounted?.map.resize();
    },
    project: (point) => (mounted === null ? [0, 0] : projectWith(mounted.map)(point)),
    remove: unmount,
  };
}
