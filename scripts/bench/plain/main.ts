import "maplibre-gl/dist/maplibre-gl.css";
import { Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { feature } from "topojson-client";
import type { BoundaryTopology } from "@/domain/geometry";

/*
 * The peer our map is held against while it is moved: MapLibre with the same communes as a fill and a line, and nothing else.
 * Box and camera come from the address (w, h, left, top in CSS px; lon, lat, zoom), the polygons from ../data.
 */
setWorkerUrl(workerUrl);
const wanted = new URL(location.href).searchParams;
const number = (key: string) => Number(wanted.get(key));
const container = document.getElementById("map");
if (container === null) throw new Error("the page has no #map");
for (const [property, key] of [
  ["width", "w"],
  ["height", "h"],
  ["left", "left"],
  ["top", "top"],
] as const)
  container.style.setProperty(property, `${number(key)}px`);
const topology: BoundaryTopology = await (await fetch("communes.topojson")).json();
const map = new MapLibre({
  container,
  center: [number("lon"), number("lat")],
  zoom: number("zoom"),
  attributionControl: false,
  renderWorldCopies: false,
  fadeDuration: 0,
  style: {
    version: 8,
    sources: {
      communes: { type: "geojson", data: feature(topology, topology.objects.communes), tolerance: 0.2 },
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": "#e9e6de" } },
      { id: "fill", type: "fill", source: "communes", paint: { "fill-color": "#5a9aa0" } },
      {
        id: "line",
        type: "line",
        source: "communes",
        paint: { "line-color": "#3b342a", "line-width": 0.8 },
      },
    ],
  },
});
map.once("idle", () => document.body.setAttribute("data-ready", ""));
