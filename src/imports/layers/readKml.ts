import { kml } from "@tmcw/togeojson";
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { isRecord, ownProperty } from "../ownProperty";
import type { Sheet } from "../sheet";
import { cellOf, type GivenFeature, geoJsonFeatures, layerSheets } from "./features";

/** Larger ones would take gigabytes as a tree of nodes. */
const MAX_CHARACTERS = 60_000_000;
/** How things look and when the camera flies there: nothing of it is a fact. */
const LOOKS =
  /^(styleUrl|styleHash|styleMapHash|stroke|stroke-(opacity|width)|fill|fill-opacity|icon(-.*)?|label-.*|visibility|tessellate|extrude|altitudeMode|coordinateProperties|@geometry-type)$/;

/** The layers of a KML file: always WGS 84 (OGC 07-147). The web's own parser is no part of a worker, hence a library's. */
export function readKml(
  file: string,
  name: string | null,
  text: string,
): readonly Sheet[] | { readonly refused: "broken" | "no-layer" | "too-large"; readonly row: number } {
  if (text.length > MAX_CHARACTERS) return { refused: "too-large", row: 0 };
  // Entities of its own are how an XML file of a kilobyte becomes one of gigabytes.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { refused: "broken", row: 0 };
  let features: readonly GivenFeature[];
  try {
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, "text/xml");
    features = geoJsonFeatures(kml(document as unknown as Document).features).map(withoutLooks);
  } catch {
    return { refused: "broken", row: 0 };
  }
  if (features.length === 0) return { refused: "no-layer", row: 0 };
  return layerSheets(file, name, features, { crs: "EPSG:4326", said: null });
}

/** A description in HTML is the text it holds; it is never shown as HTML anyway. */
const withoutLooks = ({ values, geometry }: GivenFeature): GivenFeature => ({
  geometry,
  values: new Map(
    [...values].flatMap(([field, value]) => {
      if (LOOKS.test(field)) return [];
      return [[field, typeof value === "string" && value.startsWith("{") ? textIn(value) : value] as const];
    }),
  ),
});

function textIn(json: string) {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) && ownProperty(value, "@type") === "html"
      ? cellOf(ownProperty(value, "value"))
      : json;
  } catch {
    return json;
  }
}
