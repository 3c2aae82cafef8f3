import type { ReactNode } from "react";

/** The one big figure of a panel, with its label above and its denominator beside it. */
export function Figure({
  label,
  value,
  isWords = false,
  provenance,
  children,
}: {
  readonly label: string;
  readonly value: string;
  /** A blank is said in words, smaller: it is not a number. */
  readonly isWords?: boolean;
  readonly provenance?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="figure">
      <div className="figure__label">
        <span>{label}</span>
        {provenance}
      </div>
      <p className={`figure__value${isWords ? " figure__value--words" : ""}`}>{value}</p>
      <div className="figure__beside">{children}</div>
    </div>
  );
}

const BAR = { width: 320, height: 14 };

/** Done (fill), gap to plan (brick line) and the plan (tick) on 0–100 %. Decorative: the words beside it say the same. */
export function ProgressBar({
  value,
  plan,
  color,
}: {
  readonly value: number;
  readonly plan: number | null;
  readonly color: string;
}) {
  const x = (percent: number) => (BAR.width * Math.min(100, Math.max(0, percent))) / 100;
  return (
    <svg
      className="bar"
      viewBox={`0 0 ${BAR.width} ${BAR.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect y="3" width={BAR.width} height="8" fill="var(--c-paper3)" />
      <rect y="3" width={x(value)} height="8" fill={color} />
      {plan !== null && plan > value && (
        <rect x={x(value)} y="6" width={x(plan) - x(value)} height="2" fill="var(--c-late)" />
      )}
      {plan !== null && (
        <rect x={Math.min(x(plan), BAR.width - 2) - 0.5} width="2" height={BAR.height} fill="var(--c-ink)" />
      )}
    </svg>
  );
}

/** Parts of a whole side by side, e.g. works by stage; widths are true, a hairline of paper between. */
export function PartsBar({
  parts,
}: {
  readonly parts: readonly { readonly key: string; readonly count: number; readonly fill: string }[];
}) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  let from = 0;
  return (
    <svg
      className="bar"
      viewBox={`0 0 ${BAR.width} ${BAR.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {parts.map(({ key, count, fill }) => {
        const width = total === 0 ? 0 : (BAR.width * count) / total;
        const x = from;
        from += width;
        return (
          count > 0 && <rect key={key} x={x} y="2" width={Math.max(0.5, width - 1)} height="10" fill={fill} />
        );
      })}
    </svg>
  );
}
