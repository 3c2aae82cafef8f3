import "maplibre-gl/dist/maplibre-gl.css";
import { type GeoJSONSource, Map as MapLibre, type MapMouseEvent, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { BBox, LonLat } from "@/domain/units";
import { sceneLabels } from "@/scene/labels";
import type { Camera, MapScene, Subject } from "@/scene/scene";
import { kindsOf, labelFeatures, planeFeatures, subjectFromText, type Theme } from "./features";
import { picturesOf, rasterise } from "./images";
import { LABELS, type StyleBases, sourceId, styleFor } from "./style";

// The worker is a file of its own: the default address does not exist in a production build of maplibre-gl 6.
setWorkerUrl(workerUrl);

export interface GlMapOptions {
  readonly scene: MapScene;
  readonly camera: Camera;
  readonly theme: Theme;
  /** Box of the province; the map may be moved within its surroundings. */
  readonly province: BBox;
  readonly bases: StyleBases;
  readonly reducedMotion: boolean;
  /** The first complete picture is on the screen. */
  readonly onReady: () => void;
  /** CSS px from the container's top left corner. */
  readonly onHover: (subject: Subject | null, x: number, y: number) => void;
  readonly onSelect: (subject: Subject | null) => void;
  /** `final` once the map rests. */
  readonly onCamera: (camera: Camera, final: boolean) => void;
  readonly onFailure: (reason: "no-webgl" | "context-lost") => void;
}

export interface GlMap {
  readonly setScene: (scene: MapScene) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setCamera: (camera: Camera) => void;
  readonly resize: () => void;
  /** CSS px of a lon lat point. */
  readonly project: (point: LonLat) => readonly [number, number];
  readonly remove: () => void;
}

/** Pixels around the pointer that still hit a mark. */
const REACH = 4;
const MAX_ZOOM = 15;
const REMOUNTS = 2;
const RANK: Readonly<Record<Subject["type"], number>> = {
  work: 0,
  event: 1,
  village: 2,
  zone: 3,
  commune: 4,
};

/** The same view in another library's words. */
const cameraOf = (map: MapLibre): Camera => {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom() };
};

/** What lies under a point: a work before a zone, a zone before its commune. */
function subjectAt(map: MapLibre, x: number, y: number): Subject | null {
  const found = map
    .queryRenderedFeatures([
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ])
    .flatMap(({ properties }) => subjectFromText(properties.subject) ?? []);
  const small = found
    .filter(({ type }) => type !== "commune" && type !== "zone")
    .toSorted((a, b) => RANK[a.type] - RANK[b.type])[0];
  if (small !== undefined) return small;
  // Areas are hit exactly: a tolerance would name the neighbour along a boundary.
  return (
    map
      .queryRenderedFeatures([x, y])
      .flatMap(({ properties }) => subjectFromText(properties.subject) ?? [])
      .toSorted((a, b) => RANK[a.type] - RANK[b.type])[0] ?? null
  );
}

/**
 * Draws a scene with WebGL into a container. Never throws for a device without WebGL: `onFailure` says so and nothing is left behind.
 * A lost context is mounted anew twice, then given up.
 */
export function mountGlMap(container: HTMLElement, options: GlMapOptions): GlMap {
  let { scene, theme } = options;
  let map: MapLibre | null = null;
  let remounts = 0;
  let removed = false;
  let isReady = false;
  let layerIds = "";
  const drawn = new Map<string, string>();

  const placeNames = () => {
    const source = map?.getSource<GeoJSONSource>(LABELS);
    if (map === null || source === undefined) return;
    const project = projectWith(map);
    const { clientWidth, clientHeight } = container;
    source.setData(
      labelFeatures(sceneLabels(scene, project, clientWidth, clientHeight, map.getZoom()), project, theme),
    );
  };

  /** Draws a picture the style asks for; names the scene does not know stay missing, and the library says so. */
  const supplyImage = (name: string) => {
    const picture = picturesOf(scene).get(name);
    if (map === null || picture === undefined || map.hasImage(name)) return;
    const pixels = rasterise(picture, theme, window.devicePixelRatio);
    map.addImage(name, pixels, { pixelRatio: pixels.width / picture.width });
  };

  /** Pictures are of one theme: the other theme's are asked for anew. */
  const forgetImages = () => {
    for (const name of map?.listImages() ?? []) map?.removeImage(name);
  };

  /** Shape and look of a source's features in one text; geometry by its place in the mark list, which only a new dataset changes. */
  const signature = (data: GeoJSON.FeatureCollection) =>
    JSON.stringify(data.features.map(({ properties }) => properties)) + (drawnGeometry(data) ?? "");

  const update = (themeChanged: boolean) => {
    if (map === null || !map.isStyleLoaded()) {
      map?.once("styledata", () => update(themeChanged));
      return;
    }
    if (themeChanged) forgetImages();
    const style = styleFor(scene, theme, options.bases);
    const ids = style.layers.map(({ id }) => id).join();
    if (ids !== layerIds || themeChanged) {
      layerIds = ids;
      map.setStyle(style, { diff: true });
      drawn.clear();
      map.once("idle", placeNames);
      return;
    }
    for (const plane of scene.planes)
      for (const kind of kindsOf(plane)) {
        const id = sourceId(plane.id, kind);
        const data = planeFeatures(plane, kind, theme);
        const text = signature(data);
        if (drawn.get(id) === text) continue;
        drawn.set(id, text);
        map.getSource<GeoJSONSource>(id)?.setData(data);
      }
    placeNames();
  };

  const mount = (camera: Camera) => {
    const style = styleFor(scene, theme, options.bases);
    layerIds = style.layers.map(({ id }) => id).join();
    const [west, south, east, north] = options.province;
    const [marginX, marginY] = [east - west, north - south];
    try {
      map = new MapLibre({
        container,
        style,
        center: [camera.center[0], camera.center[1]],
        zoom: camera.zoom,
        maxZoom: MAX_ZOOM,
        minZoom: Math.min(camera.zoom, 8) - 0.6,
        maxBounds: [
          [west - marginX, south - 2 * marginY],
          [east + marginX, north + 2 * marginY],
        ],
        attributionControl: false,
        renderWorldCopies: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        maxPitch: 0,
        keyboard: false,
        fadeDuration: 0,
        interactive: true,
        trackResize: false,
      });
    } catch {
      map = null;
      options.onFailure("no-webgl");
      return;
    }
    const live = map;
    live.touchZoomRotate.disableRotation();
    const canvas = live.getCanvas();
    // The page has one map for the keyboard and the ear; the canvas is its picture.
    canvas.tabIndex = -1;
    canvas.setAttribute("aria-hidden", "true");
    drawn.clear();
    live.once("load", () => {
      placeNames();
      live.once("idle", () => {
        if (removed || isReady) return;
        isReady = true;
        options.onReady();
      });
    });
    live.setMissingStyleImageResolver(supplyImage);
    watchPointer(live);
    live.on("move", () => options.onCamera(cameraOf(live), false));
    live.on("moveend", () => {
      placeNames();
      options.onCamera(cameraOf(live), true);
    });
    canvas.addEventListener("webglcontextlost", () => {
      if (removed) return;
      const at = cameraOf(live);
      live.remove();
      map = null;
      if (remounts < REMOUNTS) {
        remounts += 1;
        mount(at);
      } else options.onFailure("context-lost");
    });
  };

  const watchPointer = (live: MapLibre) => {
    let frame = 0;
    const hover = ({ point }: MapMouseEvent) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (map !== live) return;
        const subject = subjectAt(live, point.x, point.y);
        live.getCanvas().classList.toggle("map__canvas--pointing", subject !== null);
        options.onHover(subject, point.x, point.y);
      });
    };
    live.on("mousemove", hover);
    live.on("mouseout", () => {
      cancelAnimationFrame(frame);
      options.onHover(null, 0, 0);
    });
    live.on("click", ({ point }) => options.onSelect(subjectAt(live, point.x, point.y)));
  };

  mount(options.camera);
  return {
    setScene(next) {
      scene = next;
      update(false);
    },
    setTheme(next) {
      if (next === theme) return;
      theme = next;
      update(true);
    },
    setCamera({ center, zoom }) {
      if (map === null) return;
      const now = cameraOf(map);
      const isSame =
        Math.abs(now.zoom - zoom) < 1e-4 &&
        Math.abs(now.center[0] - center[0]) < 1e-6 &&
        Math.abs(now.center[1] - center[1]) < 1e-6;
      if (isSame) return;
      const target = { center: [center[0], center[1]] as [number, number], zoom };
      if (options.reducedMotion) map.jumpTo(target);
      else map.easeTo({ ...target, duration: 320 });
    },
    resize: () => map?.resize(),
    project: (point) => (map === null ? [0, 0] : projectWith(map)(point)),
    remove() {
      removed = true;
      map?.remove();
      map = null;
    },
  };
}

const projectWith =
  (map: MapLibre) =>
  ([lon, lat]: LonLat): readonly [number, number] => {
    const { x, y } = map.project([lon, lat]);
    return [x, y];
  };

/** First coordinates of every feature: enough to notice that another shape stands in the same place of the list. */
function drawnGeometry(data: GeoJSON.FeatureCollection): string {
  return data.features
    .map(({ geometry }) =>
      "coordinates" in geometry ? JSON.stringify(geometry.coordinates).slice(0, 48) : "",
    )
    .join();
}
