/** Every key the map listens to, in the order of the help. `single`: a letter or sign that can be switched off. */
export const SHORTCUTS = [
  { id: "walk", keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], single: false },
  { id: "open", keys: ["Enter"], single: false },
  { id: "toggle", keys: [" "], single: false },
  { id: "close", keys: ["Escape"], single: false },
  { id: "search", keys: ["/"], single: true },
  { id: "zoomIn", keys: ["+", "="], single: true },
  { id: "zoomOut", keys: ["-"], single: true },
  { id: "help", keys: ["?"], single: true },
] as const satisfies readonly {
  readonly id: string;
  readonly keys: readonly string[];
  readonly single: boolean;
}[];
export type ShortcutId = (typeof SHORTCUTS)[number]["id"];

/** What a key asks for; null: nothing, or it is one of those that are switched off. */
export function shortcutOf(key: string, singleKeysOff: boolean): ShortcutId | null {
  const found = SHORTCUTS.find(({ keys }) => (keys as readonly string[]).includes(key));
  return found === undefined || (found.single && singleKeysOff) ? null : found.id;
}
