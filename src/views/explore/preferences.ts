/**
 * What this browser keeps between visits (said on the page about the map): two switches, nothing else. Reading and writing never
 * throw: where storage is refused, a choice holds for the visit.
 */
export const PREFERENCES = {
  /** The first-visit hint was dismissed. */
  hintSeen: "ct22.hint-seen",
  /** Shortcuts of a single letter or sign are off (WCAG 2.1.4). */
  singleKeysOff: "ct22.single-keys-off",
} as const;
export type Preference = keyof typeof PREFERENCES;

const ON = "1";
const ofThisVisit = new Map<Preference, boolean>();

/** Whether a switch is on; anything but what was written here counts as off. */
export function preference(name: Preference): boolean {
  const now = ofThisVisit.get(name);
  if (now !== undefined) return now;
  try {
    return localStorage.getItem(PREFERENCES[name]) === ON;
  } catch {
    return false;
  }
}

export function setPreference(name: Preference, on: boolean): void {
  ofThisVisit.set(name, on);
  try {
    if (on) localStorage.setItem(PREFERENCES[name], ON);
    else localStorage.removeItem(PREFERENCES[name]);
  } catch {
    // Kept for this visit.
  }
}
