import { useLayoutEffect, useRef } from "react";
import { writeCompareView } from "@/state/compareView";
import type { ReadingPage } from "../page/context";
import { PageFrame } from "../page/PageFrame";
import { type Comparison, ComparisonProvider } from "./context";
import { COMPARE_SECTIONS, type LaterSections } from "./sections";

/** Prerendered sections that stand in until their code is here, by id. */
export type KeptSections = ReadonlyMap<string, Element>;

/** What the build wrote for a section, put back as it was: same nodes, nothing is parsed again. */
function Kept({ node }: { readonly node: Element | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (node !== undefined) place.current?.replaceChildren(...node.childNodes);
  }, [node]);
  return <div ref={place} />;
}

/** The page of comparisons, the same at build and in the browser. */
export function ComparePage({
  page,
  comparison,
  later,
  kept,
}: {
  readonly page: ReadingPage;
  readonly comparison: Comparison;
  /** Null: not here yet. */
  readonly later: LaterSections | null;
  /** Null: the view is not the one that was prerendered. */
  readonly kept: KeptSections | null;
}) {
  return (
    <PageFrame page={page} className="compare" view={writeCompareView({ ...comparison.view, theme: "auto" })}>
      <ComparisonProvider value={comparison}>
        {COMPARE_SECTIONS.map((section) => {
          const { id } = section;
          const Section = "Section" in section ? section.Section : later?.get(id);
          return (
            <section key={id} id={id} className={`compare__section compare__section--${id}`}>
              {Section === undefined ? <Kept node={kept?.get(id)} /> : <Section />}
            </section>
          );
        })}
      </ComparisonProvider>
    </PageFrame>
  );
}
