import { foldAccents } from "@/analysis/foldAccents";

/** Every word typed begins a word of the row. Both sides without accents. */
export const matches = (query: string, row: string): boolean =>
  query === "" || query.split(" ").every((word) => ` ${row}`.includes(` ${word}`));

/**
 * Filters the rows of an index page while somebody types: `[data-find]` holds what a row is found by, `[data-filter-group]` goes with its last row,
 * and the count is said aloud. Does nothing on a page without the field.
 */
export function startFilterList(): void {
  const field = document.querySelector<HTMLInputElement>("[data-filter-list]");
  const count = document.querySelector<HTMLElement>("[data-found]");
  if (field === null || count === null) return;
  const rows = [...document.querySelectorAll<HTMLElement>("[data-find]")];
  const groups = [...document.querySelectorAll<HTMLElement>("[data-filter-group]")];
  const filter = () => {
    const query = foldAccents(field.value);
    let found = 0;
    for (const row of rows) {
      row.hidden = !matches(query, row.dataset.find ?? "");
      if (!row.hidden) found++;
    }
    for (const group of groups) group.hidden = group.querySelector("[data-find]:not([hidden])") === null;
    const { some = "", none = "" } = count.dataset;
    count.textContent = query === "" ? "" : found === 0 ? none : some.replace("{count}", String(found));
  };
  field.addEventListener("input", filter);
  // Going back to the page, a browser may have kept what was typed.
  filter();
}
