import { createContext, useContext } from "react";
import { formatDate } from "@/i18n/format";
import { dossierMessages } from "@/i18n/messages/dossier";
import { KindTag } from "../explore/Provenance";
import { hostOf, leastTrusted } from "../explore/words";
import { usePage } from "../page/context";

/** Numbers of the sources of a dossier, by id, as its list at the end has them. */
const RefsContext = createContext<ReadonlyMap<string, number>>(new Map());

/** Sources in the order of the list. */
export const numberedSources = (sourceIds: readonly string[]): ReadonlyMap<string, number> =>
  new Map(sourceIds.map((id, index) => [id, index + 1]));

export const RefsProvider = RefsContext.Provider;

/**
 * What a figure rests on: its kind as a small box, and the numbers of its sources in the list at the end – on paper a card that opens on a click
 * is no use. `derived`: computed here from them.
 */
export function Ref({
  ids,
  derived = false,
}: {
  readonly ids: readonly string[];
  readonly derived?: boolean;
}) {
  const refs = useContext(RefsContext);
  const { locale, messages, sourceById } = usePage();
  const known = [...new Set(ids)].flatMap((id) => {
    const number = refs.get(id);
    return number === undefined ? [] : [{ id, number, kind: sourceById.get(id)?.kind ?? "official" }];
  });
  const m = dossierMessages[locale];
  if (known.length === 0) return <span className="tag">{messages.explore.noSource}</span>;
  const kinds = known.map(({ kind }) => kind);
  return (
    <span className="ref">
      <KindTag kind={leastTrusted(derived ? [...kinds, "derived"] : kinds)} />{" "}
      <span className="ref__numbers">
        {known
          .toSorted((a, b) => a.number - b.number)
          .map(({ id, number }, index) => (
            <span key={id}>
              {index > 0 && ","}
              <a href={`#nguon-${number}`} aria-label={m.refLabel(number)}>
                {number}
              </a>
            </span>
          ))}
      </span>
    </span>
  );
}

/** Every source the dossier cites: number, title, publisher, kind, days, licence, address. */
export function SourceList({ sourceIds }: { readonly sourceIds: readonly string[] }) {
  const { locale, messages, sourceById } = usePage();
  const m = messages.explore;
  return (
    <ol className="sources">
      {sourceIds.map((id, index) => {
        const source = sourceById.get(id);
        if (source === undefined) return null;
        const dates = [
          source.publishedOn === null ? null : `${m.published} ${formatDate(locale, source.publishedOn)}`,
          source.retrievedOn === null ? null : `${m.retrieved} ${formatDate(locale, source.retrievedOn)}`,
        ].filter((line) => line !== null);
        return (
          <li key={id} id={`nguon-${index + 1}`} value={index + 1}>
            <span className="sources__title" lang="vi">
              {source.title}
            </span>{" "}
            <KindTag kind={source.kind} />{" "}
            <span className="sources__meta">
              <span lang="vi">{source.publisher}</span>
              {dates.map((line) => ` · ${line}`)} · {m.licence}: <span lang="vi">{source.licence}</span>
              {source.url !== null && (
                <>
                  {" · "}
                  <a href={source.url} rel="noreferrer">
                    {hostOf(source.url)}
                  </a>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
