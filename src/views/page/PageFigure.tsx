import type { ReactNode } from "react";
import type { Kind } from "@/domain/source";
import { formatDate } from "@/i18n/format";
import { pageMessages } from "@/i18n/messages/page";
import { PageIcon } from "@/ui/pageIcons";
import { usePage } from "./context";

const FORMATS = ["png", "svg"] as const;
const SAVE_TEXTS = { png: "savePng", svg: "saveSvg" } as const;

/**
 * A map or chart with what must never leave without it: title, note, as-of day, kind, sources. `data-figure` is how it is found to be
 * saved as a picture (picture/saveFigure.ts): what is drawn is everything inside `.figure__drawing` and `.figure__legend` but tables and
 * buttons; title, note and source line are read from here.
 */
export function PageFigure({
  id,
  title,
  note,
  kind,
  sourceIds,
  level = 2,
  children,
}: {
  /** Unique in the page, and the name of the saved file. */
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly kind: Kind;
  readonly sourceIds: readonly string[];
  readonly level?: 2 | 3;
  /** The drawing and what belongs to it (legend, table). Put the svg that is to be saved into a `div.figure__drawing`. */
  readonly children: ReactNode;
}) {
  const { locale, path, messages, snapshot, sourceById } = usePage();
  const m = pageMessages[locale];
  const Heading = level === 2 ? "h2" : "h3";
  const titles = [...new Set(sourceIds)].flatMap((source) => sourceById.get(source)?.title ?? []);
  return (
    <figure
      className="figure"
      data-figure={id}
      data-kind={kind}
      data-file={figureFileName(path, id)}
      aria-labelledby={`figure-${id}`}
    >
      <Heading className="figure__title" id={`figure-${id}`}>
        {title}
      </Heading>
      {note !== undefined && <p className="figure__note">{note}</p>}
      {children}
      <FigureSave title={title} />
      <figcaption className="figure__source">
        <span className={`tag tag--${kind}`}>{messages.domain[`kind.${kind}`]}</span>{" "}
        {m.asOf(formatDate(locale, snapshot.asOf))}
        {titles.length > 0 && ` · ${m.sourcesOf(titles.join("; "))}`}
      </figcaption>
    </figure>
  );
}

/** Buttons that save the figure they stand in, and what came of it. `title`: of the figure, for the ear. */
export function FigureSave({ title }: { readonly title: string }) {
  const m = pageMessages[usePage().locale];
  return (
    <p className="figure__save needs-script">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button button--text"
          data-save={format}
          aria-label={`${m[SAVE_TEXTS[format]]}: ${title}`}
        >
          <PageIcon name="save" /> {m[SAVE_TEXTS[format]]}
        </button>
      ))}
      {/* The script of the page says here what came of it. */}
      <span className="figure__said" role="status" data-failed={m.saveFailed} />
    </p>
  );
}

/** Name of the file a figure of a page is saved as, without its ending. */
export const figureFileName = (path: string, id: string): string => `${path.replaceAll("/", "-")}${id}`;
