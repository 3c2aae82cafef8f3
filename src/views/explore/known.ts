import { addDays, isIsoDate, isoDate } from "@/domain/date";
import { BODY_UNKNOWN } from "@/domain/workFilter";
import type { Known } from "@/state/params";
import type { ExploreData } from "./data";

/** Links may ask for a day after the last one recorded: lateness goes on counting. Ten years is enough of that. */
const DAYS_AHEAD = 3650;

const DATASET_OF = { commune: "communes", work: "works", village: "villages", zone: "hazard-zones" } as const;

/** What links may name in these data. The subjects of a dataset that failed to load are believed: a retry may bring it. */
export function knownOf(
  data: ExploreData,
  indicatorIds: readonly string[],
  layerIds: readonly string[],
  failedDatasets: ReadonlySet<string>,
): Known {
  const { register, manifest } = data;
  const indicators = new Set(indicatorIds);
  const layers = new Set(layerIds);
  const bodies = new Set(register.works.map(({ responsibleBody }) => responsibleBody ?? BODY_UNKNOWN));
  const subjects = {
    commune: new Set<string>(register.communes.map(({ code }) => code)),
    work: new Set(register.works.map(({ workId }) => workId)),
    village: new Set(register.villages.map(({ villageId }) => villageId)),
    zone: new Set(register.hazardZones.map(({ zoneId }) => zoneId)),
  };
  const dates = manifest?.recordingDates.filter(isIsoDate) ?? [];
  const first = dates[0];
  const last = dates.at(-1);
  return {
    indicator: (id) => indicators.has(id),
    layer: (id) => layers.has(id),
    subject: (type, id) => subjects[type].has(id) || failedDatasets.has(DATASET_OF[type]),
    body: (name) => bodies.has(name) || failedDatasets.has(DATASET_OF.work),
    days: first === undefined || last === undefined ? null : [first, addDays(last, DAYS_AHEAD)],
  };
}

/** The day shown where nothing else is known: the day the programme's plan was adopted. */
export const FALLBACK_DAY = isoDate("2026-03-28");
