import { formatDate } from "@/i18n/format";
import { pageMessages } from "@/i18n/messages/page";
import { leastTrusted } from "../../explore/words";
import { usePage } from "../../page/context";

/** Kind, day and sources under a part of the page that is no figure; as under figures. */
export function SourceLine({
  sourceIds,
  isDated = true,
}: {
  readonly sourceIds: readonly string[];
  /** False for what no as-of day changes: a figure of the plan itself. */
  readonly isDated?: boolean;
}) {
  const { locale, messages, snapshot, sourceById } = usePage();
  const m = pageMessages[locale];
  const sources = [...new Set(sourceIds)].flatMap((id) => sourceById.get(id) ?? []);
  if (sources.length === 0) return null;
  const kind = leastTrusted(sources.map((source) => source.kind));
  return (
    <p className="figure__source">
      <span className={`tag tag--${kind}`}>{messages.domain[`kind.${kind}`]}</span>{" "}
      {isDated && `${m.asOf(formatDate(locale, snapshot.asOf))} · `}
      {m.sourcesOf(sources.map(({ title }) => title).join("; "))}
    </p>
  );
}
