/** Retired ids and what they are called now. Entries are never removed: links live for ever. */
export const INDICATOR_ALIASES: Readonly<Record<string, string>> = {};
export const LAYER_ALIASES: Readonly<Record<string, string>> = {};
