/** Attributes that hold ids, one or several with spaces between. */
const ID_LISTS = [
  "aria-labelledby",
  "aria-describedby",
  "aria-controls",
  "aria-owns",
  "headers",
  "for",
  "list",
];

/**
 * Puts `prefix` before every id below `root` and before every reference to one of them, so that the same parts of several pages can stand
 * in one document. References to ids that are not below `root` stay.
 */
export function keepIdsApart(root: Element, prefix: string): void {
  const all = [root, ...root.querySelectorAll("*")];
  const ids = new Set(all.map(({ id }) => id).filter((id) => id !== ""));
  const renamed = (id: string) => (ids.has(id) ? `${prefix}${id}` : id);
  for (const element of all) {
    for (const { name, value } of [...element.attributes]) {
      const next =
        name === "id"
          ? renamed(value)
          : ID_LISTS.includes(name)
            ? value.split(" ").map(renamed).join(" ")
            : (name === "href" || name === "xlink:href") && value.startsWith("#")
              ? `#${renamed(value.slice(1))}`
              : value.replace(/url\((["']?)#([^"')]+)\1\)/g, (_, quote: string, id: string) => {
                  return `url(${quote}#${renamed(id)}${quote})`;
                });
      if (next !== value) element.setAttribute(name, next);
    }
  }
}
