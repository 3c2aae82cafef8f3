/** A line of the charts, as the key shows it. */
export type CurveLine = "released" | "plan" | "actual" | "required" | "corrected";

function Sample({ line }: { readonly line: CurveLine }) {
  if (line === "corrected")
    return <path d="M14 1l4 4-4 4-4-4z" fill="var(--c-halo)" stroke="var(--c-accent)" strokeWidth="1.4" />;
  const strokes = {
    released: { stroke: "var(--c-progress-2)", strokeWidth: 2 },
    plan: { stroke: "var(--c-ink2)", strokeWidth: 1.5, strokeDasharray: "5 4" },
    actual: { stroke: "var(--c-progress-4)", strokeWidth: 2.8 },
    required: {
      stroke: "var(--c-progress-3)",
      strokeWidth: 1.8,
      strokeDasharray: "0.1 4.5",
      strokeLinecap: "round",
    },
  } as const;
  return <path d={line === "released" ? "M1 8.5H11V2.5H27" : "M1 5H27"} fill="none" {...strokes[line]} />;
}

/** The lines of a chart with their names. */
export function CurveKey({
  entries,
}: {
  readonly entries: readonly { readonly line: CurveLine; readonly text: string }[];
}) {
  return (
    <ul className="curves__key">
      {entries.map(({ line, text }) => (
        <li key={line}>
          <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">
            <Sample line={line} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
