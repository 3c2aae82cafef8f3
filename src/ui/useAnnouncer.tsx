import { useCallback, useEffect, useRef, useState } from "react";

/** Long enough for a held arrow key to pass by, short enough to feel like an answer. */
const QUIET_MS = 150;

/** A polite live region and the function that speaks through it: one message per action, the last one of a burst. */
export function useAnnouncer() {
  const [message, setMessage] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const announce = useCallback((text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setMessage(text), QUIET_MS);
  }, []);
  const region = (
    <p className="hidden-text" role="status" aria-live="polite">
      {message}
    </p>
  );
  return { announce, region };
}
