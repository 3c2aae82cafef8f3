import { useEffect, useRef } from "react";
import type { Target } from "@/domain/question";
import { formatNumber } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import { uploadsMessages } from "@/i18n/messages/uploads";
import { problemText } from "@/imports/problemText";
import {
  LAYER_PROBLEMS,
  type LayerProblem,
  type LayerProblemCode,
  type LayerProblemSeverity,
} from "@/imports/uploadedLayer";
import { useExplore } from "../context";
import { NO_LAYER } from "./noLayer";
import type { OpenLayer } from "./protocol";
import type { LayerMessage } from "./useAnswers";

/** A reader's own file: which is open, what was said of the last one, and how another is opened. */
export interface LayerUse {
  readonly layer: OpenLayer | null;
  readonly read: LayerMessage | null;
  readonly isReading: boolean;
  readonly onFile: (file: File) => void;
}

type LayerTarget = Target & { readonly type: "layer" };

/** Opens a file of the reader's, says what became of it row by row, and which file a link asks for. */
export function LayerField({
  target,
  use: { layer, read, isReading, onFile },
  onUse,
}: {
  readonly target: LayerTarget;
  readonly use: LayerUse;
  readonly onUse: (target: LayerTarget) => void;
}) {
  const { locale } = useExplore();
  const words = questionMessages[locale];
  const isWanted = target.hash !== NO_LAYER && target.hash !== layer?.hash;
  const offer = layer === null ? null : ({ type: "layer", name: layer.name, hash: layer.hash } as const);
  // A file opened for a condition that names none is meant for it; one that a link names is never replaced unasked.
  const taken = useRef(onUse);
  taken.current = onUse;
  useEffect(() => {
    if (target.hash === NO_LAYER && layer !== null)
      taken.current({ type: "layer", name: layer.name, hash: layer.hash });
  }, [target.hash, layer]);
  return (
    <div className="ask__wide">
      {isWanted && <p className="note ask__wanted">{words.fileWanted(target.name)}</p>}
      <label className="ask__field ask__field--wide">
        <span className="field__label">{words.fileField}</span>
        <input
          className="ask__file"
          type="file"
          accept=".geojson,.json,.csv,.txt,application/geo+json,application/json,text/csv"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) onFile(file);
            // The same file, corrected, may be chosen again.
            event.currentTarget.value = "";
          }}
        />
      </label>
      <p className="note" role="status">
        {isReading
          ? words.reading
          : read === null
            ? ""
            : read.layer === null
              ? words.fileRefused
              : words.fileRead(
                  read.layer.name,
                  formatNumber(locale, read.layer.features),
                  formatNumber(locale, read.rows),
                )}
      </p>
      {isWanted && layer !== null && offer !== null && (
        <p className="note">
          {words.fileOther(target.name)}{" "}
          <button type="button" className="button button--text" onClick={() => onUse(offer)}>
            {words.useFile}
          </button>
        </p>
      )}
      {layer !== null && layer.drawn === null && <p className="note">{words.fileNotDrawn}</p>}
      {read !== null && <Problems read={read} />}
    </div>
  );
}

const SEVERITIES: readonly LayerProblemSeverity[] = ["refused", "left-out", "mended", "note"];

/** What there is to say of a file, worst first; of one kind no more than are listed, and how many more there are. */
function Problems({ read }: { readonly read: LayerMessage }) {
  const { locale } = useExplore();
  const words = questionMessages[locale];
  const texts = uploadsMessages[locale];
  const total = Object.values(read.totals).reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const worst = SEVERITIES.find((severity) => read.problems.some((problem) => problem.severity === severity));
  const more = (problem: LayerProblem, index: number, list: readonly LayerProblem[]) => {
    const isLast = list.findLastIndex(({ code }) => code === problem.code) === index;
    const listed = list.filter(({ code }) => code === problem.code).length;
    const left = (read.totals[problem.code as LayerProblemCode] ?? 0) - listed;
    return isLast && left > 0 ? texts.more(formatNumber(locale, left)) : null;
  };
  return (
    <details className="ask__problems" open={worst === "refused" || worst === "left-out"}>
      <summary>{words.fileProblems(formatNumber(locale, total))}</summary>
      {SEVERITIES.filter((severity) => read.problems.some((problem) => problem.severity === severity)).map(
        (severity) => {
          const list = read.problems.filter(({ code }) => LAYER_PROBLEMS[code] === severity);
          return (
            <div key={severity}>
              <p className="ask__severity">{texts[`severity.${severity}`]}</p>
              <ul>
                {list.map((problem, index) => {
                  const rest = more(problem, index, list);
                  return (
                    <li key={`${problem.code} ${problem.row} ${problem.value}`} className="note">
                      {problemText(locale, problem, read.format)} {rest}
                    </li>
                  );
                })}
              </ul>
            </div>
          );
        },
      )}
    </details>
  );
}
