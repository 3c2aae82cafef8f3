import type { MultiPolygon, Polygon } from "geojson";
import { useCallback, useEffect, useRef, useState } from "react";
import { communeAt } from "@/analysis/communeAt";
import type { CommuneCode } from "@/domain/commune";

/** The boundaries on the screen are simplified to 50 m. */
const MARGIN_M = 50;
const PATIENCE_MS = 20_000;

type State = "idle" | "asking" | "found" | "unsure" | "outside" | "denied" | "unavailable" | "noBoundaries";

interface Answer {
  readonly state: State;
  readonly certain: CommuneCode | null;
  /** Communes it may be, likeliest first. */
  readonly codes: readonly CommuneCode[];
  /** It may be outside the province as well. */
  readonly beyond: boolean;
  readonly accuracyM: number;
}
const NOTHING: Answer = { state: "idle", certain: null, codes: [], beyond: false, accuracyM: 0 };

/** The commune the reader is in. The position is asked for when `ask` is called, used here, and kept nowhere. */
export function useMyCommune(
  communes: ReadonlyMap<CommuneCode, Polygon | MultiPolygon> | null,
): Answer & { readonly ask: () => void } {
  const [answer, setAnswer] = useState(NOTHING);
  const open = useRef(true);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  const ask = useCallback(() => {
    const say = (part: Partial<Answer>) => open.current && setAnswer({ ...NOTHING, ...part });
    if (communes === null) return say({ state: "noBoundaries" });
    if (!("geolocation" in navigator)) return say({ state: "unavailable" });
    say({ state: "asking" });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        const found = communeAt([longitude, latitude], accuracy, communes, MARGIN_M);
        if (found.answer === "yes") say({ state: "found", certain: found.code, accuracyM: accuracy });
        else if (found.answer === "no") say({ state: "outside", accuracyM: accuracy });
        else say({ state: "unsure", codes: found.codes, beyond: found.beyond, accuracyM: accuracy });
      },
      ({ code, PERMISSION_DENIED }) => say({ state: code === PERMISSION_DENIED ? "denied" : "unavailable" }),
      { timeout: PATIENCE_MS, maximumAge: 0, enableHighAccuracy: false },
    );
  }, [communes]);
  return { ...answer, ask };
}
