import type { ReactNode } from "react";

/** A table that scrolls by itself where it is wider than the page, named by its heading. */
export function WideTable({
  className,
  labelledBy,
  children,
}: {
  readonly className: string;
  /** Id of the heading. */
  readonly labelledBy: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={className} aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </section>
  );
}
