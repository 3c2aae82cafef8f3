import type { Geometry, MultiPolygon, Polygon } from "geojson";
import type { AnsweredItem } from "@/analysis/question/answer";
import { latestPlaces } from "@/analysis/question/things";
import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import { formatPartialDate } from "@/i18n/format";
import { PLACED, workPoint } from "@/scene/workPlace";
import type { Selection } from "@/state/view";
import type { Explore } from "../context";
import { communeName } from "../words";

/** What the lookups of items read. */
export type ItemReading = Pick<Explore, "locale" | "messages" | "snapshot" | "communeByCode" | "villageById">;

/** What there is to say and draw of one thing that was asked about. */
export interface ItemFacts {
  readonly name: string;
  readonly sourceIds: readonly string[];
  /** Where it is drawn, lon lat; null: only its communes are known, or nothing. */
  readonly point: LonLat | null;
  /** Course of a work, lon lat; null: none, or none known. */
  readonly line: readonly (readonly LonLat[])[] | null;
  /** For files; null where the place is not known well enough. */
  readonly geometry: Geometry | null;
  /** What its name opens; null: nothing has a panel. */
  readonly opens: Selection | null;
}

const pointGeometry = (point: LonLat | null): Geometry | null =>
  point === null ? null : { type: "Point", coordinates: [...point] };

const lineGeometry = (line: readonly (readonly LonLat[])[]): Geometry => ({
  type: "MultiLineString",
  coordinates: line.map((part) => part.map((place) => [...place])),
});

const communeSelection = (codes: readonly CommuneCode[]): Selection | null => {
  const [code] = codes;
  return code === undefined ? null : { type: "commune", id: code };
};

/** Reads the facts of items of one day. `shapes`: communes' boundaries for files; empty while they are not loaded. */
export function itemFacts(
  reading: ItemReading,
  shapes: ReadonlyMap<CommuneCode, Polygon | MultiPolygon>,
): (item: Pick<AnsweredItem, "set" | "id" | "communeCodes">) => ItemFacts {
  const { snapshot, messages, locale, communeByCode, villageById } = reading;
  const eventById = new Map(snapshot.hazardEvents.map((event) => [event.eventId, event]));
  const relocationById = new Map(latestPlaces(snapshot).map((place) => [place.id, place]));
  const unnamed = (id: string): ItemFacts => ({
    name: id,
    sourceIds: [],
    point: null,
    line: null,
    geometry: null,
    opens: null,
  });
  return ({ set, id, communeCodes }) => {
    switch (set) {
      case "works": {
        const state = snapshot.workById.get(id);
        if (state === undefined) return unnamed(id);
        const { work } = state;
        const line = PLACED.has(work.locationClass) ? work.line : null;
        const point = workPoint(state, communeByCode);
        return {
          name: work.name,
          sourceIds: [work.sourceId],
          // A work in several communes without a course stands between them: that is no place to measure from.
          point: work.locationClass === "several" && line === null ? null : point,
          line,
          geometry: line === null ? pointGeometry(work.point) : lineGeometry(line),
          opens: { type: "work", id },
        };
      }
      case "villages": {
        const village = villageById.get(id);
        if (village === undefined) return unnamed(id);
        const commune = communeByCode.get(village.communeCode);
        return {
          name: commune === undefined ? village.name : `${village.name}, ${communeName(messages, commune)}`,
          sourceIds: [village.sourceId],
          point: village.point,
          line: null,
          geometry: pointGeometry(village.point),
          opens: { type: "village", id },
        };
      }
      case "events": {
        const event = eventById.get(id);
        if (event === undefined) return unnamed(id);
        const parts = [
          messages.domain[`event.${event.type}`],
          event.date === null ? null : formatPartialDate(locale, event.date),
          event.place,
        ];
        return {
          name: parts.filter((part) => part !== null).join(" · "),
          sourceIds: [event.sourceId],
          point: event.point,
          line: null,
          geometry: pointGeometry(event.point),
          opens: communeSelection(communeCodes),
        };
      }
      case "relocations": {
        const place = relocationById.get(id);
        return {
          ...unnamed(place?.place ?? id),
          sourceIds: place === undefined ? [] : [place.sourceId],
          opens: communeSelection(communeCodes),
        };
      }
      case "communes": {
        const commune = isCommuneCode(id) ? communeByCode.get(id) : undefined;
        if (commune === undefined) return unnamed(id);
        return {
          ...unnamed(communeName(messages, commune)),
          sourceIds: [commune.sourceId],
          geometry: shapes.get(commune.code) ?? null,
          opens: { type: "commune", id },
        };
      }
    }
  };
}
