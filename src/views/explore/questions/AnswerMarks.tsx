import type { MultiPolygon, Polygon } from "geojson";
import { memo, type ReactNode, useEffect, useState } from "react";
import type { CommuneCode } from "@/domain/commune";
import type { Answer } from "@/domain/workFilter";
import { pathWriter } from "@/render/svg/paths";
import { projector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";
import type { Size } from "../data";
import type { AnswerMark } from "./answerMarks";
import "./questions.css";

/** CSS px. A yes is larger than a no: told apart without colour. */
const RADIUS: Readonly<Record<Answer, number>> = { yes: 8.5, unknown: 7.5, no: 4.5 };
/** A count stands below the commune's name, each answer in a box of its own. */
const BOX = { width: 20, height: 16, gap: 2, below: 10 } as const;
const ANSWERS: readonly Answer[] = ["yes", "unknown", "no"];

/** While the map moves, the marks move as one picture; they are drawn anew this long after it rests, ms. */
const REST_MS = 160;
/** Zoom steps after which a picture that is only stretched looks wrong. */
const STRETCHED = 0.7;

/** The camera the marks were drawn for: the one given, or an earlier one while it moves. */
function useDrawnCamera(camera: Camera): Camera {
  const [drawn, setDrawn] = useState(camera);
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(camera), REST_MS);
    return () => clearTimeout(timer);
  }, [camera]);
  return Math.abs(drawn.zoom - camera.zoom) > STRETCHED ? camera : drawn;
}

/** The answer over the map: a mark for everything whose place is known, a count where only the commune is. */
export function AnswerMarks({
  marks,
  shapes,
  camera,
  size,
}: {
  readonly marks: readonly AnswerMark[];
  readonly shapes: ReadonlyMap<CommuneCode, Polygon | MultiPolygon>;
  readonly camera: Camera;
  readonly size: Size;
}) {
  const drawn = useDrawnCamera(camera);
  const { width, height } = size;
  const [x, y] = projector(camera, width, height)(drawn.center);
  const stretch = 2 ** (camera.zoom - drawn.zoom);
  return (
    <svg className="map__overlay answer-marks" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <g transform={`translate(${x} ${y}) scale(${stretch}) translate(${-width / 2} ${-height / 2})`}>
        <Drawn marks={marks} shapes={shapes} camera={drawn} size={size} />
      </g>
    </svg>
  );
}

/** The marks at one camera. */
const Drawn = memo(function Drawn({
  marks,
  shapes,
  camera,
  size,
}: {
  readonly marks: readonly AnswerMark[];
  readonly shapes: ReadonlyMap<CommuneCode, Polygon | MultiPolygon>;
  readonly camera: Camera;
  readonly size: Size;
}) {
  const paths = pathWriter(camera, size.width, size.height);
  const drawn = (mark: AnswerMark): ReactNode => {
    switch (mark.type) {
      case "place": {
        const [x, y] = paths.project(mark.point);
        return <Ring key={mark.key} x={x} y={y} answer={mark.answer} />;
      }
      case "line":
        return <Stroke key={mark.key} path={paths.line(mark.line)} answer={mark.answer} name="course" />;
      case "commune": {
        const shape = shapes.get(mark.code);
        if (shape === undefined) return null;
        return <Stroke key={mark.key} path={paths.area(shape)} answer={mark.answer} name="outline" />;
      }
      case "count": {
        const [x, y] = paths.project(mark.point);
        return <Counts key={mark.key} x={x} y={y} counts={mark.counts} />;
      }
    }
  };
  return marks.map(drawn);
});

function Ring({ x, y, answer }: { readonly x: number; readonly y: number; readonly answer: Answer }) {
  return (
    <g className={`answer-mark answer-mark--${answer}`}>
      <circle className="answer-mark__halo" cx={x} cy={y} r={RADIUS[answer]} />
      <circle className="answer-mark__line" cx={x} cy={y} r={RADIUS[answer]} />
    </g>
  );
}

function Stroke({
  path,
  answer,
  name,
}: {
  readonly path: string;
  readonly answer: Answer;
  readonly name: "course" | "outline";
}) {
  return (
    <g className={`answer-mark answer-mark--${name} answer-mark--${answer}`}>
      <path className="answer-mark__halo" d={path} />
      <path className="answer-mark__line" d={path} />
    </g>
  );
}

function Counts({
  x,
  y,
  counts,
}: {
  readonly x: number;
  readonly y: number;
  readonly counts: Readonly<Record<Answer, number>>;
}) {
  const said = ANSWERS.filter((answer) => counts[answer] > 0);
  const width = said.length * (BOX.width + BOX.gap) - BOX.gap;
  return (
    <g transform={`translate(${(x - width / 2).toFixed(1)} ${(y + BOX.below).toFixed(1)})`}>
      {said.map((answer, index) => (
        <g
          key={answer}
          className={`answer-mark answer-mark--box answer-mark--${answer}`}
          transform={`translate(${index * (BOX.width + BOX.gap)} 0)`}
        >
          <rect className="answer-mark__line" width={BOX.width} height={BOX.height} rx="2" />
          <text x={BOX.width / 2} y={BOX.height - 4}>
            {counts[answer]}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The four signs as they stand on the map, for the key beside the answer. */
export function AnswerSign({ answer }: { readonly answer: Answer | "count" }) {
  return (
    <svg className="answer-sign" viewBox="0 0 24 24" aria-hidden="true">
      {answer === "count" ? (
        <g className="answer-mark answer-mark--box answer-mark--yes">
          <rect className="answer-mark__line" x="2" y="4" width={BOX.width} height={BOX.height} rx="2" />
          <text x="12" y="16">
            3
          </text>
        </g>
      ) : (
        <Ring x={12} y={12} answer={answer} />
      )}
    </svg>
  );
}
