import { HAZARD_EVENT_TYPES, type HazardEvent } from "@/domain/hazard";
import type { Table } from "../csv";

const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export const hazardEventsTable: Table<HazardEvent> = {
  file: "hazard_events.csv",
  read: (cells) => {
    const date = cells.optionalText("date");
    if (date !== null && !PARTIAL_DATE.test(date)) {
      cells.fail(
        "date",
        date,
        "is not a date",
        "write yyyy, yyyy-mm or yyyy-mm-dd, as far as the source dates it",
      );
    }
    return {
      eventId: cells.text("event_id"),
      date,
      type: cells.oneOf("type", HAZARD_EVENT_TYPES),
      communeCodes: cells.communeCodes("commune_codes"),
      place: cells.optionalText("place"),
      description: cells.text("description"),
      point: cells.optionalLonLat("lon", "lat"),
      accuracyM: cells.optionalNumber("accuracy_m", { min: 0 }),
      recordedOn: cells.date("recorded_on"),
      sourceId: cells.text("source_id"),
      url: cells.optionalText("url"),
    };
  },
};
