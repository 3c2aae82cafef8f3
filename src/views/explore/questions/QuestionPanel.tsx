import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { DRAWN_DIGITS, type DrawnShape } from "@/domain/drawnShape";
import { heldAgainst, MOST_BASES, type Question } from "@/domain/question";
import { allOf, conditionOf, QUESTION_EXAMPLES } from "@/domain/questionExamples";
import { releaseOf } from "@/domain/release";
import type { BBox } from "@/domain/units";
import type { DataTable } from "@/exports/dataTable";
import { formatNumber } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import type { Boundaries } from "@/scene/geometry";
import { LONGEST_ADDRESS, writeQuestion } from "@/state/questionText";
import { Icon } from "@/ui/icons";
import type { ExploreActions } from "../actions";
import { useExplore, useShown } from "../context";
import type { ExploreData } from "../data";
import { DrawnShapeMark } from "../draw/DrawnShapeMark";
import { DrawOverlay } from "../draw/DrawOverlay";
import { knownOf } from "../known";
import type { MapOverlay } from "../MapStage";
import { indicatorIds, layerIds } from "../model";
import { Provenance } from "../Provenance";
import { answerForPaper } from "../paper/paperParts";
import { saveFile } from "../table/saveTable";
import { AnswerGroups } from "./AnswerGroups";
import { AnswerKey } from "./AnswerKey";
import { AnswerMarks } from "./AnswerMarks";
import { answerMarks } from "./answerMarks";
import { answerPaper } from "./answerPaper";
import { aboutAnswer, answerTable } from "./answerTable";
import { CommuneSummary, unitOf } from "./CommuneSummary";
import { itemFacts } from "./itemFacts";
import { LayerMarks } from "./LayerMarks";
import { readQuestionFile, writeQuestionFile } from "./questionFile";
import { questionSources } from "./questionSources";
import { questionWords } from "./questionWords";
import { SaveAnswer } from "./SaveAnswer";
import { SentenceBuilder } from "./SentenceBuilder";
import { type AnswerMessage, useAnswers } from "./useAnswers";
import { useQuestion } from "./useQuestion";
import "./questions.css";

const NO_FAILURES: ReadonlySet<string> = new Set();
const NO_SHAPES: Boundaries["communes"] = new Map();

/** The question asked when none is: the first ready one. */
const [FIRST] = QUESTION_EXAMPLES;

const rounded = (value: number) => Number(value.toFixed(DRAWN_DIGITS));

/** How deep questions are stacked one on another. */
const depthOf = ({ base }: Question): number => (base === null ? 0 : 1 + depthOf(base.question));

/**
 * Spatial questions: a sentence of choices, its answer as counts, tables and marks on the map, files, and a next question on the result. The answer is
 * worked out beside the page.
 */
export function QuestionPanel({
  data,
  boundaries,
  province,
  toRoot,
  actions,
  canDraw,
  onOverlay,
  onDrawing,
  onClose,
  announce,
}: {
  readonly data: Pick<ExploreData, "register" | "geometry" | "classBreaks" | "manifest" | "site">;
  readonly boundaries: Boundaries | null;
  /** Box of all communes. */
  readonly province: BBox;
  readonly toRoot: string;
  readonly actions: Pick<ExploreActions, "choose" | "move">;
  /** False while the map is raised. */
  readonly canDraw: boolean;
  /** Takes what is to be drawn over the map; null: nothing. */
  readonly onOverlay: (overlay: MapOverlay | null) => void;
  /** The map is needed for drawing: on a phone the sheet makes room. */
  readonly onDrawing: (isDrawing: boolean) => void;
  readonly onClose: () => void;
  readonly announce: (text: string) => void;
}) {
  const explore = useExplore();
  const { locale, snapshot, communeByCode } = explore;
  const { view } = useShown();
  const words = questionMessages[locale];
  const known = useMemo(() => knownOf(data, indicatorIds, layerIds, NO_FAILURES), [data]);
  const release = useMemo(() => releaseOf(data.manifest), [data.manifest]);
  const { question, text, isUnread, isTooLong, isChanged, ask } = useQuestion(view, known, actions, release);
  const { standing, answer, layer, read, reading, ask: send, stop, open } = useAnswers(`${toRoot}data/`);
  const [drawing, setDrawing] = useState<{ readonly at: number; readonly type: DrawnShape["type"] } | null>(
    null,
  );
  const [isFileBad, setFileBad] = useState(false);
  const cameFromLink = useRef(view.question !== null);
  const [examplesOpen, setExamplesOpen] = useState(view.question === null);

  // Opened without a question: the first ready one stands there as an example of what can be asked.
  const first = useRef(() => ask(FIRST.question, "move"));
  useEffect(() => {
    if (!cameFromLink.current) first.current();
  }, []);
  const { asOf } = snapshot;
  const asked = useRef(question);
  asked.current = question;
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal texts are equal questions; an opened file answers anew
  useEffect(() => {
    if (asked.current !== null) send(asked.current, asOf);
  }, [text, asOf, layer?.hash, send]);

  const shapes = boundaries?.communes ?? NO_SHAPES;
  const factsOf = useMemo(() => itemFacts(explore, shapes), [explore, shapes]);
  const shown = question === null ? null : answer;
  const marks = useMemo(
    () => (shown === null ? null : answerMarks(shown.answered.items, factsOf, communeByCode)),
    [shown, factsOf, communeByCode],
  );
  const drawnShapes = useMemo(
    () => question?.conditions.flatMap(({ target }) => (target.type === "drawn" ? [target.shape] : [])) ?? [],
    [question],
  );
  const usesLayer =
    layer !== null &&
    question?.conditions.some(({ target }) => target.type === "layer" && target.hash === layer.hash) === true;
  const drawnLayer = usesLayer ? layer.drawn : null;

  const endDrawing = () => {
    setDrawing(null);
    onDrawing(false);
  };
  const finish = useRef<(shape: DrawnShape) => void>(() => {});
  finish.current = (shape) => {
    if (drawing !== null && question !== null)
      ask(
        {
          ...question,
          conditions: question.conditions.map((condition, index) =>
            index === drawing.at ? heldAgainst(condition, { type: "drawn", shape }) : condition,
          ),
        },
        "choose",
      );
    endDrawing();
  };
  const cancel = useRef(endDrawing);
  cancel.current = endDrawing;
  const drawAnswer = useCallback<MapOverlay>(
    (camera, size) => (
      <>
        {drawnLayer !== null && <LayerMarks geometries={drawnLayer} camera={camera} size={size} />}
        {marks !== null && <AnswerMarks marks={marks.marks} shapes={shapes} camera={camera} size={size} />}
      </>
    ),
    [marks, shapes, drawnLayer],
  );
  const drawShapes = useCallback<MapOverlay>(
    (camera, size) =>
      drawnShapes.map((shape) => (
        <DrawnShapeMark
          key={`${shape.type} ${shape.points.join(" ")}`}
          shape={shape}
          camera={camera}
          size={size}
        />
      )),
    [drawnShapes],
  );
  useEffect(() => {
    onOverlay((camera, size) => (
      <>
        {drawAnswer(camera, size)}
        {drawing === null
          ? drawShapes(camera, size)
          : canDraw && (
              <DrawOverlay
                kind={drawing.type}
                camera={camera}
                size={size}
                locale={locale}
                onDone={(shape) => finish.current(shape)}
                onCancel={() => cancel.current()}
                announce={announce}
              />
            )}
      </>
    ));
  }, [onOverlay, drawAnswer, drawShapes, drawing, canDraw, locale, announce]);
  useEffect(() => () => onOverlay(null), [onOverlay]);

  const number = (value: number) => formatNumber(locale, value);
  const counts =
    shown === null
      ? null
      : words.counts(
          number(shown.answered.counts.yes),
          number(shown.answered.counts.no),
          number(shown.answered.counts.unknown),
        );
  const spoken = useRef(announce);
  spoken.current = announce;
  useEffect(() => {
    // With every answer, also one whose counts are those of the answer before.
    if (shown !== null && counts !== null) spoken.current(`${words.answer}: ${counts}`);
  }, [shown, counts, words]);

  const begin = (at: number, type: DrawnShape["type"]) => {
    setDrawing({ at, type });
    onDrawing(true);
  };
  const [west, south, east, north] = province;
  const center = view.camera?.center ?? [(west + east) / 2, (south + north) / 2];
  const firstShape: DrawnShape = {
    type: "circle",
    points: [[rounded(center[0]), rounded(center[1])]],
    radiusM: 2000,
  };
  const goOn = (keep: "yes" | "possible", as: "subject" | "scope") => {
    if (question === null) return;
    ask(
      {
        subject: allOf(question.subject.set),
        joiner: "and",
        conditions: [conditionOf("within", { type: "zones", classes: ["high", "very-high"] })],
        scope: as === "scope" ? { type: "results" } : { type: "province" },
        base: { question, keep, as },
      },
      "choose",
    );
  };
  const boundaryNote = (message: AnswerMessage) =>
    message.boundaries === "fine"
      ? null
      : message.boundaries === "coarse"
        ? words.coarse
        : words.noBoundaries;
  // Between a change and its answer the counts of the question before are still there, and say so.
  const isOfNow = shown !== null && shown.asOf === asOf && writeQuestion(shown.answered.question) === text;
  const state = standing.state === "answered" && !isOfNow ? "asking" : standing.state;
  const isStale = state !== "answered" && shown !== null;
  const hasCounts = marks?.marks.some(({ type }) => type === "count") === true;
  const aboutOf = (message: AnswerMessage, table: DataTable) =>
    aboutAnswer(message.answered, table, explore, {
      parameters: text,
      address: isTooLong ? words.file : location.href,
      release,
      note: boundaryNote(message),
    });
  // After every drawing: on paper it is the answer of the screen, and none while the next one is worked out.
  useEffect(() => {
    if (shown === null || question === null || state !== "answered") return;
    const sentence = questionWords(explore, question);
    return answerForPaper.offer(() => ({
      title: sentence,
      lead: `${counts}. ${words.total(number(shown.answered.items.length), number(shown.answered.leftOut))}`,
      tables: answerPaper(shown, explore, factsOf),
      about: aboutOf(shown, answerTable(shown.answered, explore, factsOf, sentence)),
      address: isTooLong ? null : location.href,
      draw: (camera, size) => (
        <>
          {drawAnswer(camera, size)}
          {drawShapes(camera, size)}
        </>
      ),
      legend: <AnswerKey hasCounts={hasCounts} />,
    }));
  });
  return (
    <div className="ask">
      <div className="panel__top">
        <div className="panel__head">
          <p className="panel__kicker">{words.kicker}</p>
          <button
            type="button"
            className="button button--icon button--plain"
            aria-label={words.close}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        <h2 className="panel__name panel__name--long ask__sentence">
          {question === null ? words.title : `${questionWords(explore, question)}.`}
        </h2>
        <hr className="panel__rule" />
      </div>
      {isUnread && <p className="note ask__warning">{words.notUnderstood}</p>}
      {isChanged && question !== null && (
        <p className="note ask__warning" role="status">
          <strong>{words.changedShort}</strong> {words.changed}
        </p>
      )}
      {question !== null && (
        <div
          className="ask__answer"
          data-state={state}
          data-ms={shown === null ? undefined : Math.round(shown.ms)}
        >
          <h3 className="hidden-text">{words.answer}</h3>
          {shown !== null && (
            <>
              <p className={`ask__counts${isStale ? " ask__counts--stale" : ""}`}>{counts}</p>
              <p className="note">
                {shown.answered.items.length === 0
                  ? words.none
                  : words.total(number(shown.answered.items.length), number(shown.answered.leftOut))}{" "}
                <Provenance
                  derived
                  sourceIds={[
                    ...questionSources(shown.answered.question, snapshot),
                    ...shown.answered.items.flatMap((item) => factsOf(item).sourceIds),
                  ]}
                />
              </p>
              {boundaryNote(shown) !== null && (
                <p className="note ask__warning" role="status">
                  {boundaryNote(shown)}
                </p>
              )}
            </>
          )}
          {standing.state === "asking" && (
            <p className="note ask__progress">
              <progress max={1} value={standing.share} aria-label={words.asking} /> {words.asking}{" "}
              <button type="button" className="button button--text" onClick={stop}>
                {words.stop}
              </button>
            </p>
          )}
          {(standing.state === "stopped" || standing.state === "failed") && (
            <p className="note ask__warning" role="alert">
              {words[standing.state]}{" "}
              <button type="button" className="button button--text" onClick={() => send(question, asOf)}>
                {words.again}
              </button>
            </p>
          )}
        </div>
      )}
      <details
        className="ask__group"
        open={examplesOpen}
        onToggle={(event) => setExamplesOpen(event.currentTarget.open)}
      >
        <summary className="section__title section__title--strong">{words.examples}</summary>
        <ul className="ask__examples">
          {QUESTION_EXAMPLES.map(({ id, question: example }) => (
            <li key={id}>
              <button
                type="button"
                className="ask__example"
                onClick={() => {
                  ask(example, "choose");
                  // Its answer comes into sight where the list was.
                  setExamplesOpen(false);
                  // Its place is the reader's to point at; until then an answer for the middle of the mountains stands there.
                  if (id === "nearestWorks" && canDraw) begin(0, "point");
                }}
              >
                {words[`example.${id}`]}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {question !== null && (
        <details className="ask__group" open={!cameFromLink.current}>
          <summary className="section__title section__title--strong">{words.builder}</summary>
          <SentenceBuilder
            question={question}
            drawUse={(at) => ({
              isDrawing: drawing?.at === at,
              canDraw,
              firstShape,
              onDraw: (type) => begin(at, type),
            })}
            layerUse={{
              layer,
              read,
              isReading: reading === "reading",
              onFile: (file) => open(file, province),
            }}
            days={known.days}
            onAsk={ask}
            onDay={(day) => actions.choose({ asOf: day })}
          />
        </details>
      )}
      {shown !== null && question !== null && marks !== null && (
        <>
          <AnswerKey hasCounts={hasCounts} />
          {marks.unplaced > 0 && <p className="note">{words.unplaced(number(marks.unplaced))}</p>}
          <AnswerGroups answered={shown.answered} reading={explore} factsOf={factsOf} />
          <CommuneSummary rows={shown.byCommune} unit={unitOf(shown.answered)} />
          {depthOf(question) < MOST_BASES && (
            <section className="section">
              <h3 className="section__title section__title--strong">{words.goOn}</h3>
              <div className="quick">
                <button type="button" className="quick__chip" onClick={() => goOn("yes", "subject")}>
                  {words.asSubject}
                </button>
                {shown.answered.counts.unknown > 0 && (
                  <button type="button" className="quick__chip" onClick={() => goOn("possible", "subject")}>
                    {words.asSubjectPossible}
                  </button>
                )}
                <button type="button" className="quick__chip" onClick={() => goOn("yes", "scope")}>
                  {words.asScope}
                </button>
              </div>
            </section>
          )}
          <section className="section">
            {isTooLong && <p className="note ask__warning">{words.tooLong(number(LONGEST_ADDRESS))}</p>}
            <SaveAnswer
              announce={announce}
              table={() => {
                const table = answerTable(shown.answered, explore, factsOf, questionWords(explore, question));
                return { table, about: aboutOf(shown, table) };
              }}
            />
            <div className="quick">
              <button
                type="button"
                className="quick__chip"
                onClick={() =>
                  saveFile(
                    new Blob([writeQuestionFile(question, questionWords(explore, question), release)], {
                      type: "application/json",
                    }),
                    `ct22-cau-hoi-${asOf}.json`,
                  )
                }
              >
                {words.file}
              </button>
            </div>
          </section>
        </>
      )}
      <section className="section">
        <label className="ask__field">
          <span className="field__label">{words.openQuestion}</span>
          <input
            className="ask__file"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = "";
              if (file === undefined) return;
              file.text().then(
                (content) => {
                  const found = readQuestionFile(content, known);
                  setFileBad(found === null);
                  if (found !== null) ask(found, "choose");
                },
                () => setFileBad(true),
              );
            }}
          />
        </label>
        {isFileBad && (
          <p className="note ask__warning" role="alert">
            {words.notAQuestion}
          </p>
        )}
      </section>
      <details className="ask__group">
        <summary className="section__title section__title--strong">{words.method}</summary>
        <p className="note">{words.methodText}</p>
      </details>
    </div>
  );
}
