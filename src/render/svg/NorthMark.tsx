import type { ColorOf } from "./color";

/** North is up on every map here: an arrow with its letter below, the arrow's tip at the origin. Placed by whoever draws it. */
export function NorthMark({
  letter,
  color,
}: {
  /** "B" in Vietnamese, "N" in English. */
  readonly letter: string;
  readonly color: ColorOf;
}) {
  return (
    <>
      <path d="M0 0l6 17-6-4-6 4z" fill={color("ink2")} stroke={color("halo")} />
      <text
        y="29"
        textAnchor="middle"
        fontSize="10"
        fontWeight="600"
        fill={color("ink2")}
        stroke={color("ground")}
        strokeWidth="2.5"
        paintOrder="stroke"
      >
        {letter}
      </text>
    </>
  );
}
