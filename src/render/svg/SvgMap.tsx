import type { MultiPolygon, Polygon } from "geojson";
import { Fragment, memo } from "react";
import { metresPerPixel } from "@/scene/camera";
import { sceneLabels } from "@/scene/labels";
import { COUNT_BELOW } from "@/scene/marks/countPlace";
import { eventPicture } from "@/scene/marks/eventPicture";
import { workPicture, workPictureKey, workSize } from "@/scene/marks/workPicture";
import { patternKey, patternTile } from "@/scene/patterns";
import type { Picture } from "@/scene/picture";
import type {
  AreaMark,
  Camera,
  Fill,
  LabelMark,
  MapScene,
  Mark,
  PatternId,
  Plane,
  Stroke,
  Subject,
} from "@/scene/scene";
import { type ColorOf, pageColor } from "./color";
import { PictureShapes } from "./PictureShapes";
import { type PathWriter, pathWriter } from "./paths";

interface SharedGeometry {
  readonly id: string;
  /** Id of the mark whose element holds the path. */
  readonly writtenBy: string;
}

interface Drawing {
  readonly writer: PathWriter;
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
  readonly color: ColorOf;
  /** Geometries that several marks draw: the first mark writes the path, the others refer to it. */
  readonly shared: ReadonlyMap<Polygon | MultiPolygon, SharedGeometry>;
  readonly idPrefix: string;
  readonly dataBase: string;
}

const subjectText = (subject: Subject | null): string | undefined =>
  subject === null ? undefined : `${subject.type}:${subject.id}`;

const isPattern = (fill: Fill): fill is PatternId => "pattern" in fill;

function fillAttributes(fill: Fill | null, { color, idPrefix }: Drawing) {
  if (fill === null) return { fill: "none" };
  if (isPattern(fill)) return { fill: `url(#${idPrefix}${patternKey(fill)})` };
  return { fill: color(fill.color), fillOpacity: fill.opacity };
}

const strokeAttributes = (stroke: Stroke, color: ColorOf) => ({
  stroke: color(stroke.color),
  strokeWidth: stroke.width,
  strokeDasharray: stroke.dash?.join(" "),
});

/** The same shape with its casing beneath: what is drawn twice is written once. */
function Stroked({
  stroke,
  color,
  children,
}: {
  readonly stroke: Stroke;
  readonly color: ColorOf;
  readonly children: (attributes: object) => React.ReactNode;
}) {
  return (
    <>
      {stroke.casing !== undefined &&
        children({ stroke: color(stroke.casing.color), strokeWidth: stroke.width + 2 * stroke.casing.width })}
      {children(strokeAttributes(stroke, color))}
    </>
  );
}

/** An area without an outline whose path others use: what is painted is said around it, because a reference cannot repaint the path itself. */
const WrittenArea = memo(function WrittenArea({
  id,
  d,
  subject,
}: {
  readonly id: string;
  readonly d: string;
  readonly subject: string | undefined;
}) {
  return <path id={id} d={d} data-subject={subject} />;
});

/** Invisible, and hit all the same: what shows is the ground beneath. */
const ON_GROUND = { fill: "none", pointerEvents: "all" } as const;

const sameFill = (a: Fill | null, b: Fill | null): boolean =>
  a !== null && b !== null && isPattern(a) && isPattern(b) && patternKey(a) === patternKey(b);

function Area({
  mark,
  drawing,
  onGround,
}: {
  readonly mark: AreaMark;
  readonly drawing: Drawing;
  readonly onGround: boolean;
}) {
  const shared = drawing.shared.get(mark.geometry);
  const subject = subjectText(mark.subject);
  const fill = onGround ? ON_GROUND : fillAttributes(mark.fill, drawing);
  if (shared?.writtenBy === mark.id)
    return (
      <g {...fill}>
        <WrittenArea id={shared.id} d={drawing.writer.area(mark.geometry)} subject={subject} />
      </g>
    );
  const shape = (attributes: object) =>
    shared === undefined ? (
      <path d={drawing.writer.area(mark.geometry)} {...attributes} />
    ) : (
      <use href={`#${shared.id}`} {...attributes} />
    );
  if (mark.stroke === null) return shape({ ...fill, "data-subject": subject });
  const { stroke } = mark;
  return (
    <g data-subject={subject}>
      {stroke.casing !== undefined &&
        shape({
          fill: "none",
          stroke: drawing.color(stroke.casing.color),
          strokeWidth: stroke.width + 2 * stroke.casing.width,
        })}
      {shape({ ...fill, ...strokeAttributes(stroke, drawing.color) })}
    </g>
  );
}

function Placed({
  picture,
  mark,
  drawing,
}: {
  readonly picture: Picture;
  readonly mark: Mark & { readonly point: readonly [number, number] };
  readonly drawing: Drawing;
}) {
  const [x, y] = drawing.writer.project(mark.point);
  return (
    <g
      data-subject={subjectText(mark.subject)}
      transform={`translate(${round(x - picture.width / 2)} ${round(y - picture.height / 2)})`}
    >
      <PictureShapes picture={picture} color={drawing.color} />
    </g>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

function Drawn({
  mark,
  drawing,
  onGround = false,
}: {
  readonly mark: Exclude<Mark, LabelMark>;
  readonly drawing: Drawing;
  readonly onGround?: boolean;
}) {
  const { writer, color, camera } = drawing;
  switch (mark.type) {
    case "area":
      return <Area mark={mark} drawing={drawing} onGround={onGround} />;
    case "line":
      return (
        <g
          data-subject={subjectText(mark.subject)}
          fill="none"
          strokeLinejoin="round"
          strokeLinecap={mark.stroke.dash === undefined ? "round" : undefined}
        >
          <Stroked stroke={mark.stroke} color={color}>
            {(attributes) => <path d={writer.line(mark.parts)} {...attributes} />}
          </Stroked>
        </g>
      );
    case "ground-circle": {
      const [cx, cy] = writer.project(mark.center);
      const radius = mark.radiusM / metresPerPixel(camera, mark.center[1]);
      return (
        <circle
          cx={round(cx)}
          cy={round(cy)}
          r={round(radius)}
          fill="none"
          {...strokeAttributes(mark.stroke, color)}
        />
      );
    }
    case "dot": {
      const [cx, cy] = writer.project(mark.point);
      return (
        <circle
          data-subject={subjectText(mark.subject)}
          cx={round(cx)}
          cy={round(cy)}
          r={mark.radius}
          fill={color(mark.fill)}
          {...(mark.stroke === null ? {} : strokeAttributes(mark.stroke, color))}
        />
      );
    }
    case "work": {
      const size = workSize(camera.zoom);
      const [x, y] = writer.project(mark.point);
      const half = workPicture(mark, size).width / 2;
      return (
        <use
          href={`#${drawing.idPrefix}${workPictureKey(mark, size)}`}
          x={round(x - half)}
          y={round(y - half)}
          data-subject={subjectText(mark.subject)}
        />
      );
    }
    case "event":
      return <Placed picture={eventPicture(mark.eventType)} mark={mark} drawing={drawing} />;
    case "count": {
      const [x, y] = writer.project(mark.point);
      return (
        <g
          data-subject={subjectText(mark.subject)}
          transform={`translate(${round(x)} ${round(y + COUNT_BELOW)})`}
        >
          <rect
            x="-10"
            y="-7"
            width="20"
            height="14"
            rx="3"
            fill={color("disc")}
            stroke={color("ink2")}
            strokeWidth="0.8"
          />
          <text y="3.8" textAnchor="middle" fontSize="10.5" fontWeight="600" fill={color("ink")}>
            {mark.text}
          </text>
        </g>
      );
    }
    case "image": {
      const [nw, , se] = mark.corners;
      const [x, y] = writer.project(nw);
      const [right, bottom] = writer.project(se);
      return (
        <image
          href={`${drawing.dataBase}${mark.path}`}
          x={round(x)}
          y={round(y)}
          width={round(right - x)}
          height={round(bottom - y)}
          preserveAspectRatio="none"
          opacity={mark.opacity}
          pointerEvents="none"
        />
      );
    }
  }
}

interface PlaneProps {
  readonly plane: Plane;
  readonly drawing: Drawing;
}

/** The same marks drawn the same way: only areas refer to geometries that other planes may write. */
function isSamePlane(a: PlaneProps, b: PlaneProps): boolean {
  const { shared: _, ...before } = a.drawing;
  return (
    a.plane.marks === b.plane.marks &&
    a.plane.ground === b.plane.ground &&
    a.plane.marks.every(({ type }) => type !== "area") &&
    (Object.keys(before) as (keyof typeof before)[]).every((key) => before[key] === b.drawing[key])
  );
}

/** Where a plane has a ground, it is drawn once under what stands for something; a texture drawn 80 times costs the GPU 80 passes. */
const PlaneMarks = memo(function PlaneMarks({ plane, drawing }: PlaneProps) {
  const { ground, marks } = plane;
  const first = ground === undefined ? undefined : marks.find(({ subject }) => subject !== null);
  return marks.map((mark) =>
    mark.type === "label" ? null : (
      <Fragment key={mark.id}>
        {mark === first && ground !== undefined && <Drawn mark={ground} drawing={drawing} />}
        <Drawn
          mark={mark}
          drawing={drawing}
          onGround={ground !== undefined && mark.type === "area" && sameFill(mark.fill, ground.fill)}
        />
      </Fragment>
    ),
  );
}, isSamePlane);

function Labels({ scene, drawing }: { readonly scene: MapScene; readonly drawing: Drawing }) {
  const { color, width, height, writer, camera } = drawing;
  return (
    <g textAnchor="middle" strokeLinejoin="round" paintOrder="stroke" strokeWidth="3" pointerEvents="none">
      {sceneLabels(scene, writer.project, width, height, camera.zoom).map(({ label, x, y }) => (
        <text
          key={label.id}
          x={round(x)}
          y={round(y + label.size * 0.36)}
          fontSize={label.size}
          fontWeight={label.weight}
          fill={color(label.color)}
          stroke={color(label.halo)}
          letterSpacing={label.spaced ? "0.14em" : undefined}
        >
          {label.text}
        </text>
      ))}
    </g>
  );
}

/** Patterns the scene uses, each once. */
function usedPatterns(scene: MapScene): readonly PatternId[] {
  const fills = scene.planes.flatMap(({ marks }) =>
    marks.flatMap((mark) =>
      mark.type === "area" && mark.fill !== null && isPattern(mark.fill) ? [mark.fill] : [],
    ),
  );
  return [...new Map(fills.map((fill) => [patternKey(fill), fill])).values()];
}

function usedWorkPictures(scene: MapScene, zoom: number): readonly (readonly [string, Picture])[] {
  const size = workSize(zoom);
  const looks = scene.planes.flatMap(({ marks }) =>
    marks.flatMap((mark) =>
      mark.type === "work" ? [[workPictureKey(mark, size), workPicture(mark, size)] as const] : [],
    ),
  );
  return [...new Map(looks).entries()];
}

/** Geometries drawn more than once (a commune's fill, outline, selection), written by the first mark that only fills them. */
function sharedGeometries(
  scene: MapScene,
  idPrefix: string,
): ReadonlyMap<Polygon | MultiPolygon, SharedGeometry> {
  const uses = new Map<Polygon | MultiPolygon, AreaMark[]>();
  for (const { marks } of scene.planes)
    for (const mark of marks)
      if (mark.type === "area") uses.set(mark.geometry, [...(uses.get(mark.geometry) ?? []), mark]);
  const shared = [...uses].flatMap(([geometry, marks]) => {
    const first = marks.find(({ stroke }) => stroke === null);
    return marks.length < 2 || first === undefined ? [] : [[geometry, first.id] as const];
  });
  return new Map(
    shared.map(([geometry, writtenBy], index) => [
      geometry,
      { id: `${idPrefix}${index.toString(36)}`, writtenBy },
    ]),
  );
}

export interface SvgMapProps {
  readonly scene: MapScene;
  readonly camera: Camera;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  readonly color?: ColorOf;
  /** Keeps ids apart when several maps stand in one document. */
  readonly idPrefix?: string;
  /** Where `data/` lies, with a slash at its end, for the relief picture. */
  readonly dataBase?: string;
  /** How many units a CSS px of a texture has, where the drawing is shown smaller than it is drawn. */
  readonly patternScale?: number;
  /** How many places a corner may take along one CSS px; more than 1 where the drawing is shown larger than it is drawn. */
  readonly steps?: number;
  /** Furniture drawn over the map as part of the picture: scale bar, inset. */
  readonly children?: React.ReactNode;
}

type Sign = Extract<Mark, { readonly point: unknown }>;
const isSign = (mark: Mark): mark is Exclude<Sign, LabelMark> => "point" in mark && mark.type !== "label";

/** The scene without its signs, for a drawing whose shapes are scaled and whose signs are not. */
export const withoutSigns = (scene: MapScene): MapScene => ({
  ...scene,
  planes: scene.planes.map((plane) => ({ ...plane, marks: plane.marks.filter((mark) => !isSign(mark)) })),
});

/** The signs alone, each in a group with its place (`data-at="x y"`, CSS px of this camera), so that a script can move it without scaling it. */
export function SvgSigns({
  scene,
  camera,
  width,
  height,
  idPrefix,
}: Required<Pick<SvgMapProps, "scene" | "camera" | "width" | "height" | "idPrefix">>) {
  const writer = pathWriter(camera, width, height);
  const drawing: Drawing = {
    writer,
    camera,
    width,
    height,
    color: pageColor,
    shared: new Map(),
    idPrefix,
    dataBase: "",
  };
  return (
    <>
      <defs>
        {usedWorkPictures(scene, camera.zoom).map(([key, picture]) => (
          <g key={key} id={`${idPrefix}${key}`}>
            <PictureShapes picture={picture} color={pageColor} />
          </g>
        ))}
      </defs>
      {scene.planes.flatMap(({ marks }) =>
        marks.filter(isSign).map((mark) => (
          <g key={mark.id} data-at={writer.project(mark.point).map(round).join(" ")}>
            <Drawn mark={mark} drawing={drawing} />
          </g>
        )),
      )}
    </>
  );
}

/**
 * A scene as SVG: every plane in order, names last. Elements that stand for something carry `data-subject="type:id"`; events are
 * delegated by whoever places the map. Only attributes, no `style`: the content security policy allows none.
 */
export function SvgMap({
  scene,
  camera,
  width,
  height,
  color = pageColor,
  idPrefix = "m-",
  dataBase = "data/",
  patternScale,
  steps,
  children,
}: SvgMapProps) {
  const writer = pathWriter(camera, width, height, steps);
  const shared = sharedGeometries(scene, idPrefix);
  const drawing: Drawing = { writer, camera, width, height, color, shared, idPrefix, dataBase };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={scene.title}
      preserveAspectRatio="xMidYMid meet"
    >
      <defs>
        {usedPatterns(scene).map((id) => {
          const tile = patternTile(id);
          return (
            <pattern
              key={patternKey(id)}
              id={`${idPrefix}${patternKey(id)}`}
              width={tile.width}
              height={tile.height}
              patternUnits="userSpaceOnUse"
              patternTransform={patternScale === undefined ? undefined : `scale(${patternScale})`}
            >
              <PictureShapes picture={tile} color={color} />
            </pattern>
          );
        })}
        {usedWorkPictures(scene, camera.zoom).map(([key, picture]) => (
          <g key={key} id={`${idPrefix}${key}`}>
            <PictureShapes picture={picture} color={color} />
          </g>
        ))}
      </defs>
      <rect width={width} height={height} fill={color("ground")} />
      {scene.planes.map((plane) => (
        <g key={plane.id} data-plane={plane.id} strokeLinejoin="round" opacity={plane.opacity}>
          <PlaneMarks plane={plane} drawing={drawing} />
        </g>
      ))}
      <Labels scene={scene} drawing={drawing} />
      {children}
    </svg>
  );
}
