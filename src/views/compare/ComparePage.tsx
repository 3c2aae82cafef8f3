import type { ReadingPage } from "../page/context";
import { PageFrame } from "../page/PageFrame";
import { type Comparison, ComparisonProvider } from "./context";
import { COMPARE_SECTIONS } from "./sections";

/** The page of comparisons, the same at build and in the browser. */
export function ComparePage({
  page,
  comparison,
}: {
  readonly page: ReadingPage;
  readonly comparison: Comparison;
}) {
  return (
    <PageFrame page={page} className="compare">
      <ComparisonProvider value={comparison}>
        {COMPARE_SECTIONS.map(({ id, Section }) => (
          <section key={id} id={id} className={`compare__section compare__section--${id}`}>
            <Section />
          </section>
        ))}
      </ComparisonProvider>
    </PageFrame>
  );
}
