import { useLayoutEffect, useRef, useState } from "react";
import type { Size } from "./data";

/** The size of an element, CSS px: `initial` until it is in the page, then as measured, before the first paint. */
export function useMeasuredSize<E extends HTMLElement>(initial: Size) {
  const element = useRef<E>(null);
  const [size, setSize] = useState(initial);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = target;
      if (width > 0 && height > 0) {
        setSize((now) => (now.width === width && now.height === height ? now : { width, height }));
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [element, size] as const;
}
