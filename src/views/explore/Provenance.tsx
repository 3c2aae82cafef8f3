import type { Kind, Source } from "@/domain/source";
import { formatDate } from "@/i18n/format";
import { useExplore } from "./context";
import { hostOf, leastTrusted } from "./words";

/** The kind of a figure as a small box: dashed illustrative, solid published, heavy left edge derived. */
export function KindTag({ kind }: { readonly kind: Kind }) {
  const { messages } = useExplore();
  return <span className={`tag tag--${kind}`}>{messages.domain[`kind.${kind}`]}</span>;
}

/** One source: title, publisher, kind, dates, licence. */
export function SourceLines({ source }: { readonly source: Source }) {
  const { messages, locale } = useExplore();
  const m = messages.explore;
  const dates = [
    source.publishedOn === null ? null : `${m.published} ${formatDate(locale, source.publishedOn)}`,
    source.retrievedOn === null ? null : `${m.retrieved} ${formatDate(locale, source.retrievedOn)}`,
  ].filter((line) => line !== null);
  return (
    <>
      <p className="provenance__title">{source.title}</p>
      <p className="source__meta">
        {source.publisher} · {messages.domain[`kind.${source.kind}`]}
        {dates.map((line) => ` · ${line}`)}
        {` · ${m.licence}: ${source.licence}`}
      </p>
      {source.note !== null && <p className="source__meta">{source.note}</p>}
      {source.url !== null && (
        <p className="source__meta">
          <a href={source.url} rel="noreferrer" target="_blank">
            {m.openSource} ({hostOf(source.url)})
          </a>
        </p>
      )}
    </>
  );
}

/**
 * Where a fact comes from, on demand: a tag that opens source, date, licence and kind. Works without scripts.
 * `derived`: the figure is computed here from those sources; the tag then shows the least trustworthy of all.
 */
export function Provenance({
  sourceIds,
  derived = false,
}: {
  readonly sourceIds: readonly string[];
  readonly derived?: boolean;
}) {
  const { messages, sourceById } = useExplore();
  const m = messages.explore;
  const sources = [...new Set(sourceIds)].flatMap((id) => sourceById.get(id) ?? []);
  const kinds = sources.map((source) => source.kind);
  const kind = sources.length === 0 ? null : leastTrusted(derived ? [...kinds, "derived"] : kinds);
  return (
    <details
      className="provenance"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !event.currentTarget.open) return;
        // The card closes; the panel behind it stays.
        event.stopPropagation();
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary>
        {kind === null ? <span className="tag">{m.noSource}</span> : <KindTag kind={kind} />}
        <span className="hidden-text"> {m.sources}</span>
      </summary>
      <div className="provenance__card card">
        {derived && <p className="note">{m.derivedHere}</p>}
        {sources.map((source) => (
          <div key={source.sourceId} className="provenance__source">
            <SourceLines source={source} />
          </div>
        ))}
        {sources.length === 0 && <p className="note">{m.noSource}</p>}
      </div>
    </details>
  );
}
