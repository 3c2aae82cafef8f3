import type { ReactNode } from "react";

/** Tabs of the narrow layouts. A part names those it belongs to; on wide screens every part is shown. */
export type Tab = "works" | "figures" | "hazard" | "table" | "legend";
export const TABS: readonly Tab[] = ["works", "figures", "hazard", "table", "legend"];

/** A titled part of a panel; `aside` stands at the right of the title. */
export function Section({
  title,
  aside,
  tabs,
  strong = false,
  level = 3,
  children,
}: {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly tabs?: readonly Tab[];
  readonly strong?: boolean;
  /** Heading level: 2 where nothing above it is one. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="section" data-part={tabs?.join(" ")}>
      {title !== undefined && (
        <div className={`section__title${strong ? " section__title--strong" : ""}`}>
          <Heading>{title}</Heading>
          {aside !== undefined && <div>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Name and value pairs; a pair whose value is null is left out (not stated and of no use to say). */
export function Facts({ pairs }: { readonly pairs: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {pairs.map(([name, value]) =>
        value === null || value === undefined ? null : (
          <div key={name} className="facts__pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
