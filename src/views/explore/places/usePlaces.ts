import { useCallback, useEffect, useState } from "react";
import { DatasetError, type DatasetFailure, loadPlaces } from "@/datasets";
import type { NamedPlace } from "@/domain/namedPlace";

/** Places to look for: on their way, here, or not to be had. The search goes on without them. */
export type Places =
  | { readonly state: "coming" }
  | { readonly state: "here"; readonly places: readonly NamedPlace[] }
  | { readonly state: "failed"; readonly failure: DatasetFailure };

const COMING: Places = { state: "coming" };
/** Fetched once a page; what failed is asked for again. */
const asked = new Map<string, Promise<readonly NamedPlace[]>>();
function ask(source: string): Promise<readonly NamedPlace[]> {
  const places = asked.get(source) ?? loadPlaces(source);
  asked.set(source, places);
  places.catch(() => asked.delete(source));
  return places;
}

/** The places of `source` (the folder of the data), asked for when the search opens, and again by `retry`. */
export function usePlaces(source: string): readonly [Places, () => void] {
  const [places, setPlaces] = useState<Places>(COMING);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another question
  useEffect(() => {
    let wanted = true;
    ask(source).then(
      (found) => wanted && setPlaces({ state: "here", places: found }),
      (cause: unknown) => {
        if (!(cause instanceof DatasetError)) throw cause;
        if (wanted) setPlaces({ state: "failed", failure: cause.failure });
      },
    );
    return () => {
      wanted = false;
    };
  }, [source, attempt]);
  const retry = useCallback(() => {
    setPlaces(COMING);
    setAttempt((now) => now + 1);
  }, []);
  return [places, retry];
}
