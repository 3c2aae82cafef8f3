import { HAZARD_EVENT_TYPES } from "@/domain/hazard";
import { formatNumber, formatPartialDate } from "@/i18n/format";
import { type Layer, sourcesOf } from "../context";
import type { EventMark, LegendRow } from "../scene";

/** Reported events with a confirmed place. Those known by commune only are counted in the legend, never pinned. */
export const eventsLayer: Layer = {
  id: "events",
  label: "layer.events",
  group: "hazard",
  defaultOn: false,
  fixed: false,
  needs: ["hazard-events"],
  planes: ({ snapshot, messages }) => [
    {
      id: "events",
      layer: "events",
      marks: snapshot.hazardEvents.flatMap((event): EventMark[] =>
        event.point === null
          ? []
          : [
              {
                type: "event",
                id: `event-${event.eventId}`,
                subject: { type: "event", id: event.eventId },
                name: [
                  messages.domain[`event.${event.type}`],
                  event.date === null ? null : formatPartialDate(messages.locale, event.date),
                  event.place,
                ]
                  .filter((part) => part !== null)
                  .join(" · "),
                point: event.point,
                eventType: event.type,
              },
            ],
      ),
    },
  ],
  legend: ({ snapshot, messages }) => {
    const { hazardEvents } = snapshot;
    if (hazardEvents.length === 0)
      return { unavailable: messages.scene["none.events"], rows: [], sourceIds: [] };
    const unplaced = hazardEvents.filter(({ point }) => point === null).length;
    const rows = HAZARD_EVENT_TYPES.map(
      (eventType): LegendRow => ({
        label: messages.domain[`event.${eventType}`],
        count: hazardEvents.filter(({ type }) => type === eventType).length,
        swatch: {
          type: "mark",
          mark: {
            type: "event",
            id: `legend-${eventType}`,
            subject: null,
            name: null,
            point: [0, 0],
            eventType,
          },
        },
      }),
    );
    const note: LegendRow = {
      label: messages.scene.eventNoPoint(formatNumber(messages.locale, unplaced)),
      count: null,
      swatch: { type: "none" },
    };
    return {
      unavailable: null,
      rows: unplaced > 0 ? [...rows, note] : rows,
      sourceIds: sourcesOf(hazardEvents),
    };
  },
};
