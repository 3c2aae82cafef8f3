import type { FeatureCollection, Geometry } from "geojson";
import type { TableText } from "./tableText";

/** The column that stands for the shape of a feature, as GeoJSON text. No property may be called so. */
export const SHAPE_COLUMN = "geometry";

/** A map file of a pack as text, its shapes in a column of their own; a blank text is a table without columns. */
export function parseFeatureTable(text: string): TableText {
  if (text.trim() === "") return { header: [], rows: [] };
  const { features } = JSON.parse(text) as FeatureCollection;
  const properties = [
    ...new Set(features.flatMap((feature) => Object.keys(feature.properties ?? {}))),
  ].filter((name) => name !== SHAPE_COLUMN);
  const rows = features.map((feature) => {
    const values = new Map<string, unknown>(Object.entries(feature.properties ?? {}));
    return [
      ...properties.map((name) => String(values.get(name) ?? "").normalize("NFC")),
      JSON.stringify(feature.geometry),
    ];
  });
  return { header: [...properties, SHAPE_COLUMN], rows };
}

/** One feature a line, as the other commands write map files; a blank cell is no property. */
export function writeFeatureTable({ header, rows }: TableText): string {
  const features = rows.map((cells) => {
    const entries = header.map((name, place) => [name, cells[place] ?? ""] as const);
    const shape = entries.find(([name]) => name === SHAPE_COLUMN)?.[1] ?? "";
    return JSON.stringify({
      type: "Feature",
      properties: Object.fromEntries(
        entries.filter(([name, value]) => name !== SHAPE_COLUMN && value !== ""),
      ),
      geometry: shape === "" ? null : (JSON.parse(shape) as Geometry),
    });
  });
  return `{"type":"FeatureCollection",\n"features":[\n${features.join(",\n")}\n]}\n`;
}
