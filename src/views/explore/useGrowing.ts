import { useEffect, useState } from "react";

/**
 * How many of `total` entries a list shows now: `first` at once, then `step` more with every frame until all are there, so that no
 * list holds the page however long it is. A list cut short begins anew.
 */
export function useGrowing(total: number, first: number, step: number): number {
  const [limit, setLimit] = useState(first);
  useEffect(() => {
    if (limit >= total) {
      if (total <= first) setLimit(first);
      return;
    }
    const frame = requestAnimationFrame(() => setLimit(limit + step));
    return () => cancelAnimationFrame(frame);
  }, [limit, total, first, step]);
  return Math.min(limit, total);
}
