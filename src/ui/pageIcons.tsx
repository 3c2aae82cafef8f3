/** Line icons of the reading pages, on the same 18 px grid as `icons.tsx`; apart, because the map page does not need them. */
const PATHS = {
  print: "M5 6.5V2.5h8v4M5 12.5H3v-6h12v6h-2M5 10.5h8v5H5z",
  save: "M9 2.5v8M5.5 7L9 10.5 12.5 7M3 12.5v3h12v-3",
  code: "M2.5 2.5h5v5h-5zM10.5 2.5h5v5h-5zM2.5 10.5h5v5h-5zM10.5 10.5h2v2M15.5 10.5v5h-5",
} as const;
export type PageIconName = keyof typeof PATHS;

export function PageIcon({ name }: { readonly name: PageIconName }) {
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
