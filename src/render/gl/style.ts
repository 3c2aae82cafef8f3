import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { WORK_M_ZOOM, WORK_S_ZOOM } from "@/scene/marks/workPicture";
import { colorHex } from "@/scene/palette";
import { patternKey } from "@/scene/patterns";
import type { MapScene, Mark, Plane, Stroke } from "@/scene/scene";
import { dashKey, kindsOf, planeFeatures, type SourceKind, type Theme } from "./features";

/** Where the picture files and the fonts lie; absolute URLs. */
export interface StyleBases {
  readonly data: string;
  readonly fonts: string;
}

export const REGULAR = "Be Vietnam Pro";
export const SEMIBOLD = "Be Vietnam Pro SemiBold";
export const LABELS = "labels";
/** The property that holds a mark's id. */
export const MARK = "mark";
/** Relief cells are about 450 m: beyond this zoom (about 1:150.000) they would show as steps. */
const RELIEF_FADES = [10.5, 11.8] as const;
/**
 * The finest tiles that areas and lines are cut into; nearer cameras enlarge them. Every layer is drawn once for each tile in view, so
 * fewer tiles are fewer draws: at zoom 10.4 a frame took 1.9 times the plain map's instead of 2.2. A place is moved by at most half a
 * tile unit, 4.5 m: under a third of the boundaries' own tolerance. Points keep their places.
 */
export const SHAPES_MAX_ZOOM = 9;
/** Strokes thinner than this (px) show no difference between round and mitred corners, and round ones are many more triangles. */
const ROUNDED_FROM = 2;
/** Letters of Vietnamese outside Latin-1; the other file covers the rest. */
const VIETNAMESE = [
  "U+0102-0103",
  "U+0110-0111",
  "U+0128-0129",
  "U+0168-0169",
  "U+01A0-01A1",
  "U+01AF-01B0",
  "U+0300-0301",
  "U+0303-0304",
  "U+0308-0309",
  "U+0323",
  "U+0329",
  "U+1EA0-1EF9",
  "U+20AB",
];

export const sourceId = (plane: string, kind: SourceKind): string => `${plane}:${kind}`;

const get = (property: string): ExpressionSpecification => ["get", property];
const has = (property: string): ExpressionSpecification => ["!=", ["get", property], null];

const strokesOf = ({ marks }: Plane): readonly Stroke[] =>
  marks.flatMap((mark) =>
    (mark.type === "area" || mark.type === "line" || mark.type === "ground-circle") && mark.stroke !== null
      ? [mark.stroke]
      : [],
  );

/** Layers for the strokes there are: one without a feature would still cost every frame its share. */
function strokeLayers(plane: Plane, source: string): LayerSpecification[] {
  const seen = plane.opacity === undefined ? {} : { "line-opacity": plane.opacity };
  const all = strokesOf(plane);
  const casing: LayerSpecification = {
    id: `${source}:casing`,
    type: "line",
    source,
    filter: has("casing"),
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": get("casing"), "line-width": get("casingWidth"), ...seen },
  };
  const byDash = new Map(all.map((stroke) => [dashKey(stroke), stroke]));
  const strokes = [...byDash].map(
    ([key, { dash, width }]): LayerSpecification => ({
      id: `${source}:stroke:${key}`,
      type: "line",
      source,
      filter: ["==", get("dash"), key],
      layout: all.every((stroke) => dashKey(stroke) !== key || stroke.width < ROUNDED_FROM)
        ? { "line-join": "miter", "line-cap": "butt" }
        : { "line-join": "round", "line-cap": dash === undefined ? "round" : "butt" },
      paint: {
        "line-color": get("stroke"),
        "line-width": get("width"),
        ...seen,
        // MapLibre counts dashes in line widths, the scene in pixels.
        ...(dash === undefined ? {} : { "line-dasharray": dash.map((length) => length / width) }),
      },
    }),
  );
  return [...(all.some((stroke) => stroke.casing !== undefined) ? [casing] : []), ...strokes];
}

/** A layer a pattern: where the pattern depends on the feature, MapLibre (6.17) rounds the image's pixel ratio to a whole number. */
const patternsOf = ({ marks }: Plane): readonly string[] => [
  ...new Set(
    marks.flatMap((mark) =>
      mark.type === "area" && mark.fill !== null && "pattern" in mark.fill ? [patternKey(mark.fill)] : [],
    ),
  ),
];

const isFilled = (mark: Mark): boolean =>
  mark.type === "area" && mark.fill !== null && !("pattern" in mark.fill);

function areaLayers(plane: Plane): LayerSpecification[] {
  const source = sourceId(plane.id, "areas");
  const opacity: ExpressionSpecification =
    plane.opacity === undefined ? get("opacity") : ["*", get("opacity"), plane.opacity];
  const fill: LayerSpecification = {
    id: `${source}:fill`,
    type: "fill",
    source,
    filter: has("color"),
    paint: { "fill-color": get("color"), "fill-opacity": opacity, "fill-antialias": false },
  };
  return [
    ...(plane.marks.some(isFilled) ? [fill] : []),
    ...patternsOf(plane).map(
      (pattern): LayerSpecification => ({
        id: `${source}:pattern:${pattern}`,
        type: "fill",
        source,
        filter: ["==", get("pattern"), pattern],
        paint: {
          "fill-pattern": pattern,
          "fill-antialias": false,
          ...(plane.opacity === undefined ? {} : { "fill-opacity": plane.opacity }),
        },
      }),
    ),
    ...strokeLayers(plane, source),
  ];
}

const isKind = (kind: string): ExpressionSpecification => ["==", get("kind"), kind];

function pointLayers(plane: Plane, theme: Theme): LayerSpecification[] {
  const source = sourceId(plane.id, "points");
  const has = (type: string) => plane.marks.some((mark) => mark.type === type);
  const { opacity } = plane;
  const symbol = opacity === undefined ? {} : { "icon-opacity": opacity, "text-opacity": opacity };
  const icons = {
    "icon-allow-overlap": true,
    "icon-ignore-placement": true,
    "symbol-z-order": "source",
  } as const;
  const layers: (LayerSpecification | false)[] = [
    has("dot") && {
      id: `${source}:dot`,
      type: "circle",
      source,
      filter: isKind("dot"),
      paint: {
        "circle-radius": get("radius"),
        "circle-color": get("color"),
        "circle-stroke-color": get("stroke"),
        "circle-stroke-width": get("width"),
        ...(opacity === undefined ? {} : { "circle-opacity": opacity, "circle-stroke-opacity": opacity }),
      },
    },
    has("event") && {
      id: `${source}:event`,
      type: "symbol",
      source,
      filter: isKind("event"),
      layout: { "icon-image": get("icon"), ...icons },
      paint: symbol,
    },
    has("work") && {
      id: `${source}:work`,
      type: "symbol",
      source,
      filter: isKind("work"),
      layout: {
        "icon-image": [
          "step",
          ["zoom"],
          get("iconDot"),
          WORK_S_ZOOM,
          get("iconS"),
          WORK_M_ZOOM,
          get("iconM"),
        ],
        ...icons,
      },
      paint: symbol,
    },
    has("count") && {
      id: `${source}:count`,
      type: "symbol",
      source,
      filter: isKind("count"),
      layout: {
        "icon-image": "count",
        "icon-offset": [0, 11],
        "text-field": get("text"),
        "text-font": [SEMIBOLD],
        "text-size": 10.5,
        "text-offset": [0, 11 / 10.5],
        "text-allow-overlap": true,
        "text-ignore-placement": true,
        ...icons,
      },
      paint: { "text-color": colorHex("ink", theme), ...symbol },
    },
  ];
  return layers.filter((layer) => layer !== false);
}

/** Names come placed (scene/labels.ts): both renderers show the same ones at the same places. */
const labelLayers = (): LayerSpecification[] =>
  ([false, true] as const).map((bold) => ({
    id: `${LABELS}:${bold ? "bold" : "regular"}`,
    type: "symbol",
    source: LABELS,
    filter: ["==", get("bold"), bold],
    layout: {
      "text-field": get("text"),
      "text-font": [bold ? SEMIBOLD : REGULAR],
      "text-size": get("size"),
      "text-offset": ["array", "number", 2, get("offset")],
      "text-letter-spacing": ["case", get("spaced"), 0.14, 0],
      "text-max-width": 40,
      "text-allow-overlap": true,
      "text-ignore-placement": true,
    },
    paint: { "text-color": get("color"), "text-halo-color": get("halo"), "text-halo-width": 1.5 },
  }));

function imageParts(
  plane: Plane,
  bases: StyleBases,
): readonly {
  readonly id: string;
  readonly source: SourceSpecification;
  readonly layer: LayerSpecification;
}[] {
  return plane.marks.flatMap((mark) => {
    if (mark.type !== "image") return [];
    const id = `${plane.id}:${mark.id}`;
    const [nw, ne, se, sw] = mark.corners.map(([lon, lat]): [number, number] => [lon, lat]);
    if (nw === undefined || ne === undefined || se === undefined || sw === undefined) return [];
    return [
      {
        id,
        source: { type: "image", url: new URL(mark.path, bases.data).href, coordinates: [nw, ne, se, sw] },
        layer: {
          id,
          type: "raster",
          source: id,
          paint: {
            "raster-fade-duration": 0,
            "raster-opacity": [
              "interpolate",
              ["linear"],
              ["zoom"],
              RELIEF_FADES[0],
              mark.opacity * (plane.opacity ?? 1),
              RELIEF_FADES[1],
              0,
            ],
          },
        },
      } as const,
    ];
  });
}

const fontFaces = (fonts: string, weight: number) => [
  { url: new URL(`be-vietnam-pro-vietnamese-${weight}.woff2`, fonts).href, "unicode-range": VIETNAMESE },
  { url: new URL(`be-vietnam-pro-latin-${weight}.woff2`, fonts).href },
];

/** A scene as one style value: ground, then every plane's areas, lines and points in order, names last. Pure. */
export function styleFor(scene: MapScene, theme: Theme, bases: StyleBases): StyleSpecification {
  const sources: Record<string, SourceSpecification> = {
    [LABELS]: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
  };
  const layers: LayerSpecification[] = [
    { id: "ground", type: "background", paint: { "background-color": colorHex("ground", theme) } },
  ];
  for (const plane of scene.planes) {
    for (const { id, source, layer } of imageParts(plane, bases)) {
      sources[id] = source;
      layers.push(layer);
    }
    for (const kind of kindsOf(plane)) {
      sources[sourceId(plane.id, kind)] = {
        type: "geojson",
        data: planeFeatures(plane, kind, theme),
        tolerance: 0.2,
        ...(kind === "points" ? {} : { maxzoom: SHAPES_MAX_ZOOM }),
        promoteId: MARK,
      };
      if (kind === "areas") layers.push(...areaLayers(plane));
      else if (kind === "lines") layers.push(...strokeLayers(plane, sourceId(plane.id, "lines")));
      else layers.push(...pointLayers(plane, theme));
    }
  }
  return {
    version: 8,
    "font-faces": { [REGULAR]: fontFaces(bases.fonts, 400), [SEMIBOLD]: fontFaces(bases.fonts, 600) },
    sources,
    layers: [...layers, ...labelLayers()],
  };
}
