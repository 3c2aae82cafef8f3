import { AmbientLight, DirectionalLight, LightingEffect, WebMercatorViewport } from "@deck.gl/core";
import { PathLayer } from "@deck.gl/layers";
import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Map as MapLibre } from "maplibre-gl";
import type { CommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import { type ColorToken, colorHex } from "@/scene/palette";
import { patternKey, patternTile } from "@/scene/patterns";
import type { Fill } from "@/scene/scene";
import { type Solid, type SolidStage, sightOf } from "@/scene/third/solids";
import { BodyLayer, type BodyPattern } from "./bodyLayer";
import type { Theme } from "./features";
import { rasterise } from "./images";

/** Bodies on a live map. One overlay per map, kept until the map goes: taken away and added again it would draw nothing. */
export interface DeckOverlay {
  /** Draws a stage below the layer `beforeId`; null takes everything away. */
  readonly show: (stage: SolidStage | null, theme: Theme, beforeId: string) => void;
  /** The commune pointed at or walked to. */
  readonly highlight: (commune: CommuneCode | null) => void;
  /** CSS px of a place at a height. */
  readonly project: (place: LonLat, heightM: number) => readonly [number, number];
  /** The commune whose body is met first at a point of the screen, CSS px; null: the ground. */
  readonly communeAt: (x: number, y: number) => CommuneCode | null;
  readonly heightOf: (commune: CommuneCode) => number;
  readonly remove: () => void;
}

/** A part of a body as the layer takes it: one outer ring with its holes. */
interface Part {
  readonly rings: [number, number][][];
  readonly solid: Solid;
}

/**
 * Light that leaves tops exactly their class colour (ambient + what falls straight down = 1) and shades walls by their side: the
 * west brightest, then the south, where readers look from.
 */
const AMBIENT = 0.66;
const SUN = [0.28, 0.16, -0.95] as const;
const SUN_LENGTH = Math.hypot(...SUN);
const MATERIAL = {
  ambient: AMBIENT,
  diffuse: ((1 - AMBIENT) * SUN_LENGTH) / -SUN[2],
  shininess: 1,
  specularColor: [0, 0, 0] as [number, number, number],
};
const LIGHT = () =>
  new LightingEffect({
    ambient: new AmbientLight({ color: [255, 255, 255], intensity: 1 }),
    sun: new DirectionalLight({ color: [255, 255, 255], intensity: 1, direction: [...SUN] }),
  });

/** Milliseconds in which bodies grow. */
export const RISE_MS = 420;

const rgb = (token: ColorToken, theme: Theme): [number, number, number] => {
  const hex = colorHex(token, theme);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [r, g, b];
};

/** A pattern brings its own colours: what it is multiplied with is white. */
const colorOf = (fill: Fill, theme: Theme): [number, number, number] =>
  "color" in fill ? rgb(fill.color, theme) : [255, 255, 255];

/** Bodies of one pattern, or all that have none: one layer each. */
interface Group {
  readonly key: string;
  readonly pattern: Exclude<Fill, { readonly color: ColorToken }> | null;
  readonly parts: readonly Part[];
}

function groupsOf(solids: readonly Solid[]): readonly Group[] {
  const patterns = new Map(
    solids.flatMap(({ fill }) => ("pattern" in fill ? [[patternKey(fill), fill] as const] : [])),
  );
  const plain = solids.filter(({ fill }) => !("pattern" in fill));
  return [
    { key: "plain", pattern: null, parts: partsOf(plain) },
    ...[...patterns].map(([key, pattern]) => ({
      key,
      pattern,
      parts: partsOf(solids.filter(({ fill }) => "pattern" in fill && patternKey(fill) === key)),
    })),
  ];
}

const partsOf = (solids: readonly Solid[]): readonly Part[] =>
  solids.flatMap((solid) =>
    (solid.geometry.type === "Polygon" ? [solid.geometry.coordinates] : solid.geometry.coordinates).map(
      (rings) => ({
        rings: rings.map((ring) => ring.map(([lon = 0, lat = 0]): [number, number] => [lon, lat])),
        solid,
      }),
    ),
  );

interface Outline {
  readonly path: [number, number, number][];
  readonly color: ColorToken;
  readonly width: number;
}

/** Outlines on top of a body, casing first. */
function outlinesOf(solid: Solid, color: ColorToken, width: number, casing: number): Outline[] {
  return partsOf([solid]).flatMap(({ rings }) =>
    rings.flatMap((ring) => {
      const path = ring.map(([lon, lat]): [number, number, number] => [lon, lat, solid.heightM]);
      return [
        { path, color: "halo" as const, width: width + 2 * casing },
        { path, color, width },
      ];
    }),
  );
}

/** Mounts the overlay on a map that has its style. `onError`: the bodies cannot be drawn; the map itself goes on. */
export function mountDeckOverlay(
  map: MapLibre,
  reducedMotion: boolean,
  onError: (error: Error) => void,
): DeckOverlay {
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    effects: [LIGHT()],
    pickingRadius: 0,
    onError,
  });
  map.addControl(overlay);
  let stage: SolidStage | null = null;
  let theme: Theme = "light";
  let beforeId = "";
  let highlighted: CommuneCode | null = null;
  let groups: readonly Group[] = [];
  let sight: ReturnType<typeof sightOf> = () => null;
  let byCommune = new Map<CommuneCode, Solid>();
  /** 0–1: how far the bodies have grown. */
  let risen = 1;
  let frame = 0;

  const camera = () => {
    const { lng, lat } = map.getCenter();
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    return new WebMercatorViewport({
      width,
      height,
      longitude: lng,
      latitude: lat,
      zoom: map.getZoom(),
      pitch: map.getPitch(),
      bearing: map.getBearing(),
    });
  };
  const marked = (commune: CommuneCode | null) => (commune === null ? undefined : byCommune.get(commune));

  const patterns = new Map<string, BodyPattern>();
  const patternOf = (pattern: NonNullable<Group["pattern"]>): BodyPattern => {
    const key = `${patternKey(pattern)} ${theme}`;
    const tile = patternTile(pattern);
    // A pattern that lets the ground through has land under it: a body is solid.
    const land = { d: `M0 0H${tile.width}V${tile.height}H0z`, fill: "land" } as const;
    const found = patterns.get(key) ?? {
      pixels: rasterise({ ...tile, shapes: [land, ...tile.shapes] }, theme, window.devicePixelRatio),
    };
    patterns.set(key, found);
    return found;
  };

  const draw = () => {
    const extruded = stage !== null && stage.pitch > 0;
    const look = theme;
    const [chosen, pointed] = [marked(stage?.selected ?? null), marked(highlighted)];
    const outlines = [
      ...(chosen === undefined ? [] : outlinesOf(chosen, "accent", 3, 1.5)),
      ...(pointed === undefined || pointed === chosen ? [] : outlinesOf(pointed, "ink", 1.8, 1.1)),
    ];
    overlay.setProps({
      layers:
        stage === null
          ? []
          : [
              ...groups.map(
                ({ key, pattern, parts }) =>
                  new BodyLayer<Part>({
                    // A pattern is of one theme, and a layer keeps its pattern.
                    id: pattern === null ? "bodies" : `bodies-${key}-${look}`,
                    beforeId,
                    data: parts,
                    pattern: pattern === null ? null : patternOf(pattern),
                    extruded,
                    wireframe: extruded,
                    getPolygon: ({ rings }) => rings,
                    getElevation: ({ solid }) => solid.heightM,
                    elevationScale: risen,
                    getFillColor: ({ solid }) => colorOf(solid.fill, look),
                    getLineColor: rgb("halo", look),
                    material: extruded ? MATERIAL : false,
                    // Pushed back by a hair, so that the edges, drawn first, are not drawn over.
                    getPolygonOffset: () => [1, 1],
                    // Walls that face away are never seen: bodies are closed.
                    parameters: { cullMode: "back" },
                    updateTriggers: { getFillColor: look },
                  }),
              ),
              new PathLayer<Outline, { beforeId: string }>({
                id: "outlines",
                beforeId,
                data: outlines,
                getPath: ({ path }) => path.map(([x, y, z]): [number, number, number] => [x, y, z * risen]),
                getColor: ({ color }) => rgb(color, look),
                getWidth: ({ width }) => width,
                widthUnits: "pixels",
                jointRounded: true,
                capRounded: true,
                billboard: true,
                // Whole even behind a taller neighbour: what is selected is never lost.
                parameters: { depthCompare: "always" },
                updateTriggers: { getPath: risen, getColor: look },
              }),
            ],
    });
  };

  const rise = () => {
    cancelAnimationFrame(frame);
    if (reducedMotion) {
      risen = 1;
      draw();
      return;
    }
    const began = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - began) / RISE_MS);
      risen = 1 - (1 - share) ** 3;
      draw();
      if (share < 1) frame = requestAnimationFrame(step);
    };
    risen = 0;
    step();
  };

  // A layer's place can only be taken once the style rests: what was asked for earlier is asked for again.
  const settle = () => {
    if (stage !== null && !map.getLayersOrder().some((id) => id.startsWith("deck-"))) draw();
  };
  map.on("idle", settle);

  let isRemoved = false;
  const remove = () => {
    if (isRemoved) return;
    isRemoved = true;
    cancelAnimationFrame(frame);
    map.off("idle", settle);
    map.getCanvas().removeEventListener("webglcontextlost", remove, true);
    map.removeControl(overlay);
  };
  // Before the map hears of it: it throws its style away, and the overlay wants to take its layers out of that.
  map.getCanvas().addEventListener("webglcontextlost", remove, true);

  return {
    show(next, nextTheme, before) {
      const grows = next !== null && next.pitch > 0 && (stage === null || stage.pitch === 0);
      if (next !== stage) {
        groups = next === null ? [] : groupsOf(next.solids);
        sight = sightOf(next?.solids ?? []);
        byCommune = new Map(
          (next?.solids ?? []).flatMap((solid) =>
            solid.commune === null ? [] : [[solid.commune, solid] as const],
          ),
        );
      }
      stage = next;
      theme = nextTheme;
      beforeId = before;
      if (grows) rise();
      else draw();
    },
    highlight(commune) {
      if (commune === highlighted) return;
      highlighted = commune;
      if (stage !== null) draw();
    },
    project: ([lon, lat], heightM) => {
      const [x = 0, y = 0] = camera().project([lon, lat, heightM]);
      return [x, y];
    },
    communeAt: (x, y) => {
      const view = camera();
      return sight((heightM) => {
        const [lon = 0, lat = 0] = view.unproject([x, y], { targetZ: heightM });
        return [lon, lat];
      });
    },
    heightOf: (commune) => byCommune.get(commune)?.heightM ?? 0,
    remove,
  };
}
