import { button } from "./elements";

/** The table of an embedded map: the communes it colours, or the works of the one it shows. */
export interface List {
  readonly type: "commune" | "work";
  readonly table: HTMLTableElement | null;
  readonly rows: readonly HTMLTableRowElement[];
  readonly byId: ReadonlyMap<string, HTMLTableRowElement>;
}

export function listOf(root: Element): List {
  const table = root.querySelector<HTMLTableElement>("table[data-rows]");
  const rows = [...(table?.tBodies[0]?.rows ?? [])];
  return {
    type: table?.dataset.rows === "work" ? "work" : "commune",
    table,
    rows,
    byId: new Map(rows.map((row) => [row.dataset.id ?? "", row])),
  };
}

export const nameOf = (row: HTMLTableRowElement): string => row.querySelector("th a")?.textContent ?? "";

const cellOf = (row: HTMLTableRowElement, column: number): string =>
  row.cells[column]?.textContent?.trim() ?? "";

/** What is said of a row: name and value, or number, name and state. */
export function textOf({ type }: List, row: HTMLTableRowElement): string {
  const facts = (type === "commune" ? [1, 2] : [3, 4, 5]).map((column) => cellOf(row, column));
  const name = type === "commune" ? nameOf(row) : `${cellOf(row, 0)}. ${nameOf(row)}`;
  return `${name}: ${facts.filter(Boolean).join(" · ")}`;
}

/** Place of a commune's name in Vietnamese order, as the build has it; works stand in the order of their numbers. */
export const placeOf = ({ dataset }: HTMLTableRowElement): number => Number(dataset.n ?? 0);

/** The number a row is coloured by; null: blank. */
const measured = ({ dataset }: HTMLTableRowElement): number | null =>
  dataset.v === undefined ? null : Number(dataset.v);

/**
 * Makes headings sort their column: values by number, falling first and with blanks last either way, texts as Vietnamese orders them.
 * @param name of a heading's button, from its title
 */
export function startSorting({ type, table, rows }: List, name: (title: string) => string): void {
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];
  for (const [column, head] of heads.entries()) {
    const isValue = type === "commune" && column > 0;
    const compare = (a: HTMLTableRowElement, b: HTMLTableRowElement): number =>
      column === 0 && type === "commune"
        ? placeOf(a) - placeOf(b)
        : cellOf(a, column).localeCompare(cellOf(b, column), "vi", { numeric: true });
    const title = head.textContent ?? "";
    const sort = button(title, name(title), () => {
      const before = head.getAttribute("aria-sort");
      const isDown = before === null ? isValue : before === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      const sign = isDown ? -1 : 1;
      table?.tBodies[0]?.append(
        ...rows.toSorted((a, b) => {
          if (!isValue) return sign * compare(a, b);
          const [left, right] = [measured(a), measured(b)];
          if (left === null || right === null) return Number(left === null) - Number(right === null);
          return sign * (left - right);
        }),
      );
    });
    head.replaceChildren(sort);
  }
}
