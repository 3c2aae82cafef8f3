import type { ReactNode } from "react";
import type { WorkState } from "@/analysis/snapshot";
import { STAGES } from "@/domain/work";
import { formatDate } from "@/i18n/format";
import { dossierMessages } from "@/i18n/messages/dossier";
import { pageMessages } from "@/i18n/messages/page";
import { usePage } from "../page/context";
import { FigureSave, figureFileName } from "../page/PageFigure";
import { Feedback } from "../page/PageFrame";
import { PageQr } from "../page/QrCode";
import { LANGUAGE_FOLDERS } from "../page/sitePages";

/** Names of the files beside a dossier. Public: never renamed. */
export const CSV_FILE = "ho-so.csv";
export const XLSX_FILE = "ho-so.xlsx";

/** Title block: what this is, as of when, and the code that opens its latest version. */
export function DossierHead({
  kicker,
  name,
  facts,
  path,
  file,
  isLong = false,
}: {
  readonly kicker: string;
  readonly name: string;
  readonly facts: ReactNode;
  /** Of this page, below its language's root. */
  readonly path: string;
  /** What the files are saved as, without their ending. */
  readonly file: string;
  /** A name that is a sentence is set smaller. */
  readonly isLong?: boolean;
}) {
  const { locale, snapshot, address, kind } = usePage();
  const m = dossierMessages[locale];
  const p = pageMessages[locale];
  return (
    <>
      <header className="dossier__head">
        <div className="dossier__title">
          <p className="dossier__kicker">{kicker}</p>
          <h1 className={isLong ? "dossier__name--long" : undefined}>{name}</h1>
          <div className="dossier__facts">{facts}</div>
          <p className="dossier__files">
            {p.download}:{" "}
            <a href={CSV_FILE} download={`${file}.csv`}>
              {p.downloadCsv}
            </a>
            {" · "}
            <a href={XLSX_FILE} download={`${file}.xlsx`}>
              {p.downloadXlsx}
            </a>
          </p>
        </div>
        <p className="dossier__as-of">
          {m.asOf}
          <strong>{formatDate(locale, snapshot.asOf)}</strong>
          {address === null && <span className="without-code">{p.addressUnset}</span>}
          <span className={address === null ? "with-code" : undefined}>{p.qrHint}</span>
        </p>
        <div className="dossier__code">
          <PageQr path={`${LANGUAGE_FOLDERS[locale]}${path}`} what={name} />
        </div>
      </header>
      {kind === "illustrative" && (
        // On paper the band of the frame stands under the title, with what is real.
        <p className="dossier__band" aria-hidden="true">
          <strong>{p.band}.</strong> {p.bandReal}
        </p>
      )}
    </>
  );
}

/** Where to answer, at the end of a dossier. */
export function DossierFeedback() {
  const page = usePage();
  return (
    <p className="dossier__feedback">
      <Feedback page={page} />
    </p>
  );
}

const BAR = { width: 320, height: 14 };
const HATCH = "dossier-hatch";

/** Works by stage, true widths, suspended hatched; the counts in words below. Readable without colour. */
export function StageStrip({ states }: { readonly states: readonly WorkState[] }) {
  const { locale, messages } = usePage();
  const parts = [...STAGES, "unknown" as const]
    .map((stage) => ({
      stage,
      count: states.filter((state) => (state.stage ?? "unknown") === stage).length,
    }))
    .filter(({ count }) => count > 0);
  const fill = (stage: string) => (stage === "suspended" ? `url(#${HATCH})` : `var(--c-stage-${stage})`);
  let from = 0;
  return (
    <>
      <svg
        className="strip"
        viewBox={`0 0 ${BAR.width} ${BAR.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <defs>
          <pattern id={HATCH} width="5" height="5" patternUnits="userSpaceOnUse">
            <path d="M0 0H5V5H0z" fill="var(--c-paper)" />
            <path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" stroke="var(--c-ink)" strokeWidth="1.2" />
          </pattern>
        </defs>
        {parts.map(({ stage, count }) => {
          const width = (BAR.width * count) / states.length;
          const x = from;
          from += width;
          return (
            <rect
              key={stage}
              x={Math.round(x * 10) / 10}
              width={Math.round(Math.max(1, width - 1) * 10) / 10}
              height={BAR.height}
              fill={fill(stage)}
            />
          );
        })}
      </svg>
      <p className="strip__words">
        {parts.map(({ stage, count }) => (
          <span key={stage}>
            <svg className="strip__key" viewBox="0 0 10 10" aria-hidden="true">
              <rect width="10" height="10" fill={fill(stage)} />
            </svg>
            {dossierMessages[locale].stageCount(messages.domain[`stage.${stage}`], count)}
          </span>
        ))}
      </p>
    </>
  );
}

/** A figure with what it is a part of. */
export function KeyFigure({
  label,
  value,
  isWords = false,
  children,
}: {
  readonly label: ReactNode;
  readonly value: string;
  /** A blank in words is not a number and not as large. */
  readonly isWords?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className="key">
      <p className="key__label">{label}</p>
      <p className={`key__value${isWords ? " key__value--words" : ""}`}>{value}</p>
      {children !== undefined && <p className="key__note">{children}</p>}
    </div>
  );
}

/** A titled section of a dossier. */
export function Part({
  id,
  title,
  aside,
  note,
  children,
}: {
  readonly id?: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="part" id={id}>
      <h2 className="part__title">
        <span>{title}</span>
        {aside !== undefined && <span className="part__aside">{aside}</span>}
      </h2>
      {note !== undefined && <p className="part__note">{note}</p>}
      {children}
    </section>
  );
}

/** A table that may be wider than a phone: it scrolls by itself, by keyboard too, and the page does not. */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/**
 * A map or chart of a dossier that can be saved as a picture: what stands around it on the page is said in the picture (`PageFigure` has the
 * same attributes). The drawing is `.figure__drawing`, its key `.figure__legend`.
 */
export function Savable({
  id,
  title,
  className,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { locale, path, kind, messages, snapshot } = usePage();
  return (
    <div className={className} data-figure={id} data-kind={kind} data-file={figureFileName(path, id)}>
      <p className="figure__title hidden-text">{title}</p>
      {children}
      <p className="figure__source hidden-text">
        <span className="tag">{messages.domain[`kind.${kind}`]}</span>{" "}
        {pageMessages[locale].asOf(formatDate(locale, snapshot.asOf))}
      </p>
      <FigureSave title={title} />
    </div>
  );
}
