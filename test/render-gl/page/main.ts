import { allowOwnScripts } from "@/app/trustedTypes";
import { type GlMap, mountGlMap } from "@/render/gl/glMap";
import { fitCamera } from "@/scene/camera";
import type { Camera, MapScene } from "@/scene/scene";

/** What the page tells the test: everything the map reported, in order. */
export interface Rig {
  readonly map: GlMap;
  readonly camera: Camera;
  readonly reports: string[];
  /** Milliseconds of main-thread work of each scene set with `show`. */
  readonly costs: number[];
  readonly show: (name: string) => void;
}
declare global {
  interface Window {
    rig?: Rig;
  }
}

allowOwnScripts();

/** Scenes come as JSON: infinity is spelt out, and equal geometries are one object again, as in the app. */
function revive(text: string): Record<string, MapScene> {
  const shared = new Map<string, unknown>();
  return JSON.parse(text, (key, value) => {
    if (value === "Infinity") return Number.POSITIVE_INFINITY;
    if (key !== "geometry") return value;
    const same = JSON.stringify(value);
    if (!shared.has(same)) shared.set(same, value);
    return shared.get(same);
  });
}

const scenes = revive(await (await fetch("scenes.json")).text());
const sceneOf = (name: string): MapScene => {
  const scene = scenes[name];
  if (scene === undefined) throw new Error(`no scene ${name}`);
  return scene;
};
const container = document.getElementById("map");
if (container === null) throw new Error("no place for the map");

const scene = sceneOf("progress");
const { clientWidth, clientHeight } = container;
const camera = fitCamera(scene.frame, clientWidth, clientHeight);
const [west, south, east, north] = scene.frame;
const reports: string[] = [];
const costs: number[] = [];
const map = mountGlMap(container, {
  scene,
  camera,
  theme: "light",
  bases: { data: new URL("data/", location.href).href, fonts: new URL("fonts/", location.href).href },
  reducedMotion: true,
  bound: ({ center: [lon, lat], zoom }) => ({
    center: [Math.min(east, Math.max(west, lon)), Math.min(north, Math.max(south, lat))],
    zoom: Math.max(camera.zoom - 0.35, zoom),
  }),
  onReady: () => reports.push("ready"),
  onLost: () => reports.push("lost"),
  onHover: (subject) =>
    reports.push(`hover ${subject === null ? "nothing" : `${subject.type}:${subject.id}`}`),
  onSelect: (subject) =>
    reports.push(`select ${subject === null ? "nothing" : `${subject.type}:${subject.id}`}`),
  onCamera: ({ center, zoom }, final) => {
    if (final) reports.push(`camera ${JSON.stringify({ center, zoom })}`);
  },
  onBodies: (state) => reports.push(`bodies ${state}`),
  onFailure: (reason) => reports.push(`failed ${reason}`),
});
window.rig = {
  map,
  camera,
  reports,
  costs,
  show: (name) => {
    const next = sceneOf(name);
    const start = performance.now();
    map.setScene(next);
    costs.push(performance.now() - start);
  },
};
