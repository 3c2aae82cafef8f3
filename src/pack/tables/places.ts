import { type NamedPlace, PLACE_KINDS } from "@/domain/namedPlace";
import type { Cells } from "../cells";
import type { Table } from "../csv";

/** Degrees: five decimals are a metre, the gazetteer's own fineness. */
const DECIMALS = 5;

const pointOf = (cells: Cells): Pick<NamedPlace, "point" | "accuracyM"> => {
  const point = cells.optionalLonLat("lon", "lat");
  const accuracyM = cells.optionalNumber("accuracy_m", { min: 0 });
  if (point !== null && accuracyM === null && !cells.failed)
    cells.fail("accuracy_m", null, "is blank though a point is given", "state the error of the point");
  const rounded = (degrees: number) => Number(degrees.toFixed(DECIMALS));
  return { point: point === null ? null : [rounded(point[0]), rounded(point[1])], accuracyM };
};

/** What `npm run data -- boundaries` wrote of the gazetteer. Its commune is the one around the point; the error is weighed later. */
export const gazetteerTable: Table<NamedPlace> = {
  file: "places.csv",
  read: (cells) => ({
    placeId: `GN-${cells.text("geonames_id")}`,
    name: cells.text("name"),
    aliases: cells.list("alternative_names"),
    kind: cells.oneOf("feature", PLACE_KINDS),
    communeCodes: [cells.communeCode("commune_code")],
    beyond: false,
    ...pointOf(cells),
    sourceId: cells.text("source_id"),
  }),
};

/** Places other sources name, kept by hand: with every spelling a source uses. */
export const namedPlacesTable: Table<NamedPlace> = {
  file: "named_places.csv",
  read: (cells) => ({
    placeId: cells.text("place_id"),
    name: cells.text("name"),
    aliases: cells.list("aliases"),
    kind: cells.oneOf("kind", PLACE_KINDS),
    communeCodes: cells.communeCodes("commune_codes"),
    beyond: false,
    ...pointOf(cells),
    sourceId: cells.text("source_id"),
  }),
};
