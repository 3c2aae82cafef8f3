import { startFilterList } from "@/views/dossier/filterList";

/**
 * What a reading page gains with scripts, by delegation, so that it does not matter which part of the page was drawn when.
 * A page without scripts lacks nothing but these.
 */
export function startReading(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-print]") : null;
    if (button !== null) print();
  });
  startFilterList();
}
