import { useSyncExternalStore } from "react";
import type { Theme } from "@/state/view";

const DARK = "(prefers-color-scheme: dark)";

/** Puts the reader's choice on <html>, where the stylesheet looks; "auto" leaves it to the device. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "auto") delete dataset.theme;
  else dataset.theme = theme;
}

const watch = (listener: () => void) => {
  const query = window.matchMedia(DARK);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
};

/** The theme in force: the choice, or what the device asks for. */
export function useResolvedTheme(theme: Theme): "light" | "dark" {
  const deviceIsDark = useSyncExternalStore(
    watch,
    () => window.matchMedia(DARK).matches,
    () => false,
  );
  return theme === "auto" ? (deviceIsDark ? "dark" : "light") : theme;
}
