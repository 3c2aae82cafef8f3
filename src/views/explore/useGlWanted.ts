import { useCallback, useEffect, useMemo, useState } from "react";

/** no: not asked for yet · loading: on its way, or lost and on its way again · ready: it has taken over · failed: the drawn map stays. */
export type GlState = "no" | "loading" | "ready" | "failed";

/** Connection as far as browsers tell; absent in most. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** On these, 350 kB of map library is loaded only when somebody zooms or pans. */
const SLOW = ["slow-2g", "2g", "3g"];

/** True where data is dear: the browser says so, or the line is slow. */
export function isThrifty(): boolean {
  const { connection } = navigator as { readonly connection?: Connection };
  return connection?.saveData === true || SLOW.includes(connection?.effectiveType ?? "");
}

/** When WebGL may take over: once the page is idle, or at the first movement where data is dear. */
export function useGlWanted() {
  const [state, setState] = useState<GlState>("no");
  const want = useCallback(() => setState((now) => (now === "no" ? "loading" : now)), []);
  useEffect(() => {
    if (isThrifty()) return;
    const later = window.requestIdleCallback ?? ((callback: () => void) => window.setTimeout(callback, 1500));
    const handle = later(want, { timeout: 4000 });
    return () => (window.cancelIdleCallback ?? window.clearTimeout)(handle);
  }, [want]);
  return useMemo(
    () => ({
      state,
      want,
      ready: () => setState("ready"),
      lost: () => setState("loading"),
      failed: () => setState("failed"),
    }),
    [state, want],
  );
}
