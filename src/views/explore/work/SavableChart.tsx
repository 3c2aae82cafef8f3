import { useRef, useState } from "react";
import type { Kind } from "@/domain/source";
import { formatDate } from "@/i18n/format";
import { pageMessages } from "@/i18n/messages/page";
import { PageIcon } from "@/ui/pageIcons";
import { useExplore } from "../context";

const FORMATS = ["png", "svg"] as const;
const TEXTS = { png: "savePng", svg: "saveSvg" } as const;

/**
 * A chart of a panel that can be saved as a picture, with the furniture of every other: title, day, kind, sources. Its attributes and classes are those
 * the picture is read by (views/page/picture), which comes with the first click.
 */
export function SavableChart({
  file,
  title,
  kind,
  sourceIds,
  children,
}: {
  /** Name of the file without its ending. */
  readonly file: string;
  readonly title: string;
  readonly kind: Kind;
  readonly sourceIds: readonly string[];
  readonly children: React.ReactNode;
}) {
  const { messages, locale, snapshot, sourceById } = useExplore();
  const m = pageMessages[locale];
  const figure = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const titles = [...new Set(sourceIds)].flatMap((id) => sourceById.get(id)?.title ?? []);
  const save = async (format: (typeof FORMATS)[number]) => {
    const element = figure.current;
    if (element === null) return;
    setSaid("");
    try {
      const { saveFigure } = await import("@/views/page/picture/saveFigure");
      setSaid(await saveFigure(element, format));
    } catch (cause) {
      console.warn(cause);
      setSaid(m.saveFailed);
    }
  };
  return (
    <div ref={figure} data-figure={file} data-kind={kind} data-file={file}>
      <p className="figure__title hidden-text" aria-hidden="true">
        {title}
      </p>
      <div className="figure__drawing">{children}</div>
      <p className="figure__source hidden-text" aria-hidden="true">
        <span className="tag">{messages.domain[`kind.${kind}`]}</span>{" "}
        {m.asOf(formatDate(locale, snapshot.asOf))}
        {titles.length > 0 && ` · ${m.sourcesOf(titles.join("; "))}`}
      </p>
      <p className="plan-actual__save">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            className="button button--text"
            aria-label={`${m[TEXTS[format]]}: ${title}`}
            onClick={() => void save(format)}
          >
            <PageIcon name="save" /> {m[TEXTS[format]]}
          </button>
        ))}
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
