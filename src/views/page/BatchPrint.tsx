import { paperMessages } from "@/i18n/messages/paper";
import { PageIcon } from "@/ui/pageIcons";
import { usePage } from "./context";

/**
 * Prints the dossiers an index page links to (`a[data-dossier]`, the Programme's also `data-programme`) as one job. Scripts act on it by
 * its `data-batch…` attributes (app/reading/batchPrint.ts); without scripts it is not there. Counts: how many links of each the page has.
 */
export function BatchPrint({ programme, all }: { readonly programme: number; readonly all: number }) {
  const { locale } = usePage();
  const m = paperMessages[locale];
  return (
    <section className="batch-print needs-script" aria-label={m.batch} data-batch="">
      <p className="batch-print__choices">
        {programme > 0 && (
          <button type="button" className="button" data-batch-print="programme">
            <PageIcon name="print" /> {m.batchProgramme(programme)}
          </button>
        )}
        <button type="button" className="button" data-batch-print="all">
          <PageIcon name="print" /> {m.batchAll(all)}
        </button>
        <span className="muted">{m.batchHint}</span>
      </p>
      <p className="batch-print__running" data-batch-running="" hidden>
        <progress aria-label={m.batch} max={1} value={0} />
        <button type="button" className="button" data-batch-cancel="">
          {m.cancel}
        </button>
      </p>
      <p className="batch-print__said" role="status" data-batch-said="" data-failed={m.batchFailed} />
      <p className="batch-print__choices" data-batch-after="" hidden>
        <button type="button" className="button" data-batch-retry="">
          {m.retry}
        </button>
        <button type="button" className="button" data-batch-rest="" />
      </p>
    </section>
  );
}
