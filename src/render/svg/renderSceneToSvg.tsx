import { renderToStaticMarkup } from "react-dom/server";
import type { Locator } from "@/domain/geometry";
import type { BBox } from "@/domain/units";
import type { Locale } from "@/i18n/locale";
import { fitCamera, unprojector } from "@/scene/camera";
import type { Camera, MapScene, Mark } from "@/scene/scene";
import { fileColor } from "./color";
import { LOCATOR_SIZE, LocatorShapes } from "./LocatorDrawing";
import { ScaleBarShapes } from "./ScaleBarDrawing";
import { SvgMap } from "./SvgMap";

export interface FileOptions {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
  readonly locale: Locale;
  /** Null: no inset (a map of one commune). */
  readonly locator: Locator | null;
  /** What to show, lon lat; the scene's own frame when left out. */
  readonly frame?: BBox;
}

/** Distance of scale bar and inset from the edges, CSS px. */
const MARGIN = 12;
/** How far outside the picture a sign may stand and still reach into it, CSS px. */
const OVERLAP = 24;

/** The scene without areas and signs that lie outside the picture: a map of one commune need not carry 98 others. */
function withoutFarMarks(scene: MapScene, camera: Camera, width: number, height: number): MapScene {
  const unproject = unprojector(camera, width, height);
  const [west, north] = unproject([-OVERLAP, -OVERLAP]);
  const [east, south] = unproject([width + OVERLAP, height + OVERLAP]);
  const isNear = (points: readonly (readonly number[])[]): boolean => {
    const beyond = (outside: (lon: number, lat: number) => boolean) =>
      points.every(([lon = 0, lat = 0]) => outside(lon, lat));
    return !(
      beyond((lon) => lon < west) ||
      beyond((lon) => lon > east) ||
      beyond((_, lat) => lat < south) ||
      beyond((_, lat) => lat > north)
    );
  };
  const near = (mark: Mark): Mark[] => {
    switch (mark.type) {
      case "area": {
        const { geometry } = mark;
        const points =
          geometry.type === "Polygon" ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
        return isNear(points) ? [mark] : [];
      }
      case "line": {
        const parts = mark.parts.filter(isNear);
        return parts.length === 0 ? [] : [{ ...mark, parts }];
      }
      default:
        return !("point" in mark) || isNear([mark.point]) ? [mark] : [];
    }
  };
  return { ...scene, planes: scene.planes.map((plane) => ({ ...plane, marks: plane.marks.flatMap(near) })) };
}

/**
 * A scene as a file that stands alone: hex colours of one theme, scale bar, inset with both archipelagos, fitted to a frame. Runs in
 * Node and in a browser.
 */
export function renderSceneToSvg(scene: MapScene, options: FileOptions): string {
  const { width, height, theme, locale, locator, frame = scene.frame } = options;
  const camera = fitCamera(frame, width, height);
  const color = fileColor(theme);
  const at = (x: number, y: number) => ({ transform: `translate(${x} ${y})` });
  const markup = renderToStaticMarkup(
    <SvgMap
      scene={withoutFarMarks(scene, camera, width, height)}
      camera={camera}
      width={width}
      height={height}
      color={color}
      idPrefix="f-"
    >
      <g {...at(MARGIN, height - MARGIN - 22)}>
        <ScaleBarShapes camera={camera} locale={locale} color={color} />
      </g>
      {locator !== null && (
        <g {...at(width - MARGIN - LOCATOR_SIZE.width, height - MARGIN - LOCATOR_SIZE.height)}>
          <LocatorShapes locator={locator} color={color} />
        </g>
      )}
    </SvgMap>,
  );
  return markup.replace(
    "<svg ",
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Be Vietnam Pro, Noto Sans, sans-serif" `,
  );
}
