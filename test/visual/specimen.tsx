import { Fragment } from "react";
import { HAZARD_CLASSES, HAZARD_EVENT_TYPES } from "@/domain/hazard";
import { LOCATION_CLASSES, SECTORS, STAGES } from "@/domain/work";
import { messagesFor } from "@/i18n/messages";
import { fileColor } from "@/render/svg/color";
import { PictureShapes } from "@/render/svg/PictureShapes";
import { eventPicture } from "@/scene/marks/eventPicture";
import { type WorkSize, workPicture } from "@/scene/marks/workPicture";
import { RAMPS } from "@/scene/palette";
import { patternKey, patternTile } from "@/scene/patterns";
import type { Picture } from "@/scene/picture";
import type { PatternId, WorkLook } from "@/scene/scene";

const m = messagesFor("vi").domain;
const PLAIN: WorkLook = {
  sector: "transport",
  stage: "construction",
  progress: 57,
  locationClass: "exact",
  late: false,
  stale: false,
  corrected: false,
  suspended: false,
};
const CORNERS = ["late", "stale", "corrected", "suspended"] as const;
const SIZES: readonly WorkSize[] = ["dot", "S", "M", "L"];

/** Every ramp, pattern and sign on one sheet, to be looked at beside the visual direction. */
export function Specimen({ theme }: { readonly theme: "light" | "dark" }) {
  const color = fileColor(theme);
  const text = (x: number, y: number, words: string) => (
    <text x={x} y={y} fontSize="10" fill={color("ink2")} textAnchor="middle">
      {words}
    </text>
  );
  const placed = (picture: Picture, x: number, y: number) => (
    <g transform={`translate(${x - picture.width / 2} ${y - picture.height / 2})`}>
      <PictureShapes picture={picture} color={color} />
    </g>
  );
  const patterned = (
    id: PatternId,
    x: number,
    y: number,
    below: Parameters<typeof color>[0],
    words: string,
  ) => (
    <Fragment key={patternKey(id) + x}>
      <rect x={x} y={y} width="84" height="40" fill={color(below)} />
      <rect
        x={x}
        y={y}
        width="84"
        height="40"
        fill={`url(#${patternKey(id)})`}
        stroke={color("ink2")}
        strokeWidth="0.7"
      />
      {text(x + 42, y + 53, words)}
    </Fragment>
  );
  const blanks: [PatternId, string][] = [
    [{ pattern: "zero", ramp: "progress" }, m["blank.zero"]],
    [{ pattern: "zero", ramp: "poverty" }, m["blank.zero"]],
    [{ pattern: "zero", ramp: "hazard" }, m["blank.zero"]],
    ...(["no-data", "not-yet-due", "not-applicable", "suppressed"] as const).map(
      (blank): [PatternId, string] => [{ pattern: "blank", blank }, m[`blank.${blank}`]],
    ),
  ];
  const hatches: [PatternId, string][] = [
    ...HAZARD_CLASSES.map((hazardClass): [PatternId, string] => [
      { pattern: "hazard", hazardClass },
      m[`hazard.${hazardClass}`],
    ]),
    [{ pattern: "unassessed" }, m["blank.unassessed"]],
  ];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width="760"
      height="800"
      viewBox="0 0 760 800"
      fontFamily="Be Vietnam Pro, Noto Sans, sans-serif"
    >
      <title>Ramps, patterns, signs</title>
      <defs>
        {[...blanks, ...hatches].map(([id]) => {
          const tile = patternTile(id);
          return (
            <pattern
              key={patternKey(id)}
              id={patternKey(id)}
              width={tile.width}
              height={tile.height}
              patternUnits="userSpaceOnUse"
            >
              <PictureShapes picture={tile} color={color} />
            </pattern>
          );
        })}
      </defs>
      <rect width="760" height="800" fill={color("paper")} />
      {Object.entries(RAMPS).flatMap(([ramp, colors], row) =>
        colors.map((shade, step) => (
          <rect
            key={ramp + shade.light}
            x={20 + step * 60 + row * 0}
            y={16 + row * 26}
            width="60"
            height="20"
            fill={shade[theme]}
          />
        )),
      )}
      {blanks.map(([id, words], index) => patterned(id, 20 + index * 104, 104, "land", words))}
      {hatches.map(([id, words], index) => patterned(id, 20 + index * 104, 180, "land", words))}
      {hatches.map(([id, words], index) => patterned(id, 20 + index * 104, 256, "progress-1", words))}
      {hatches.map(([id, words], index) => patterned(id, 20 + index * 104, 332, "progress-3", words))}
      {SECTORS.map((sector, index) => (
        <Fragment key={sector}>
          {SIZES.map((size, row) => (
            <Fragment key={size}>
              {placed(workPicture({ ...PLAIN, sector }, size), 50 + index * 80, 412 + [0, 18, 46, 88][row]!)}
            </Fragment>
          ))}
          {text(50 + index * 80, 534, m[`sector.${sector}`])}
        </Fragment>
      ))}
      {[null, ...STAGES].map((stage, index) => (
        <Fragment key={stage ?? "unknown"}>
          {placed(
            workPicture(
              {
                ...PLAIN,
                sector: "school",
                stage,
                progress: stage === null ? null : 57,
                suspended: stage === "suspended",
              },
              "L",
            ),
            50 + index * 94,
            570,
          )}
          {text(50 + index * 94, 604, m[`stage.${stage ?? "unknown"}`])}
        </Fragment>
      ))}
      {LOCATION_CLASSES.slice(0, 4).map((locationClass, index) => (
        <Fragment key={locationClass}>
          {placed(workPicture({ ...PLAIN, sector: "health", locationClass }, "L"), 70 + index * 130, 640)}
          {text(70 + index * 130, 674, m[`location.${locationClass}`])}
        </Fragment>
      ))}
      {CORNERS.map((corner, index) => (
        <Fragment key={corner}>
          {placed(
            workPicture(
              { ...PLAIN, [corner]: true, stage: corner === "suspended" ? "suspended" : "construction" },
              "L",
            ),
            70 + index * 90,
            712,
          )}
        </Fragment>
      ))}
      {placed(workPicture({ ...PLAIN, late: true, stale: true }, "L"), 430, 712)}
      {HAZARD_EVENT_TYPES.map((type, index) => (
        <Fragment key={type}>
          {placed(eventPicture(type), 70 + index * 130, 760)}
          {text(70 + index * 130, 784, m[`event.${type}`])}
        </Fragment>
      ))}
    </svg>
  );
}
