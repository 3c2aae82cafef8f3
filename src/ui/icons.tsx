/** Line icons on an 18 px grid, drawn in the current colour. Decorative: the control around them carries the name. */
const PATHS = {
  link: "M7.5 10.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M10.5 7.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1",
  plus: "M9 3.5v11M3.5 9h11",
  minus: "M3.5 9h11",
  home: "M9 2v3M9 13v3M2 9h3M13 9h3M9 7.6v2.8M7.6 9h2.8",
  close: "M4 4l10 10M14 4L4 14",
  back: "M11 3.5L5.5 9l5.5 5.5",
  forward: "M7 3.5L12.5 9 7 14.5",
  layers: "M9 2.5l6.5 3.5L9 9.5 2.5 6 9 2.5zM2.5 9.5L9 13l6.5-3.5M2.5 12.5L9 16l6.5-3.5",
  auto: "M9 2.5a6.5 6.5 0 1 0 0 13zM9 2.5a6.5 6.5 0 0 1 0 13",
  light:
    "M9 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM9 1.5V3M9 15v1.5M1.5 9H3M15 9h1.5M3.7 3.7l1 1M13.3 13.3l1 1M14.3 3.7l-1 1M4.7 13.3l-1 1",
  dark: "M14.8 10.8A6.3 6.3 0 0 1 7.2 3.2a6.3 6.3 0 1 0 7.6 7.6z",
  play: "M5.5 3.5l8.5 5.5-8.5 5.5z",
  pause: "M6 3.5v11M12 3.5v11",
  table: "M2.5 3.5h13v11h-13zM2.5 7.5h13M7 7.5v7",
  several: "M2.5 2.5h8v8h-8zM7.5 7.5h8v8h-8z",
  filter: "M2.5 4h13M5 9h8M7.5 14h3",
  print: "M5 6.5V2.5h8v4M5 12.5H3v-6h12v6h-2M5 10.5h8v5H5z",
  search: "M8 2.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 0 0 0-10.4zM11.8 11.8l3.7 3.7",
  question: "M3 3h12v9H9l-3.5 3v-3H3zM7.2 6.4a1.9 1.9 0 1 1 2.6 1.7c-.5.2-.8.5-.8 1M9 10.6v.1",
  cube: "M9 2l6 3.3v7.4L9 16l-6-3.3V5.3zM9 16V8.6M3 5.3l6 3.3 6-3.3",
  panel: "M3 3.5h12v11H3zM10.5 3.5v11",
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of the map: two hills and a sun on indigo. Not an emblem of anybody. */
export function Logo() {
  return (
    <svg className="brand__logo" viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="4" fill="var(--c-accent)" />
      <g
        fill="none"
        stroke="var(--c-on-accent)"
        strokeWidth="1.7"
        strokeLinejoin="round"
        strokeLinecap="round"
      >
        <path d="M4.5 17.5l5-8 3.5 5.5 2.5-3.5 6 6" />
        <path d="M4.5 20.8h17" strokeDasharray="2 1.8" strokeWidth="1.3" />
      </g>
      <circle cx="17.6" cy="7.6" r="1.7" fill="var(--c-on-accent)" />
    </svg>
  );
}

/** "Late" in lists: a brick triangle, always beside a number of days. */
export function LateTriangle() {
  return (
    <svg width="11" height="10" viewBox="0 0 11 10" aria-hidden="true">
      <path d="M5.5 0.5L10.8 9.5H0.2z" fill="var(--c-late)" />
    </svg>
  );
}
