/** Retired ids and what they are called now. Entries are never removed: links live for ever. */
export const INDICATOR_ALIASES: Readonly<Record<string, string>> = {};
export const LAYER_ALIASES: Readonly<Record<string, string>> = {};

/** What an id is called now, if it was retired. */
export const renamed = (aliases: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(aliases, id) ? (aliases[id] ?? id) : id;
