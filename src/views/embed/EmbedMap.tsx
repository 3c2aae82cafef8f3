import { embedMessages } from "@/i18n/messages/embed";
import { pageColor } from "@/render/svg/color";
import { LOCATOR_SIZE, LocatorShapes } from "@/render/svg/LocatorDrawing";
import { ScaleBarShapes } from "@/render/svg/ScaleBarDrawing";
import { SvgMap, SvgSigns, withoutSigns } from "@/render/svg/SvgMap";
import { metresPerPixel, projector } from "@/scene/camera";
import { type PlacedLabel, sceneLabels, textWidth } from "@/scene/labels";
import type { Camera, MapScene } from "@/scene/scene";
import { workPoint } from "@/scene/workPlace";
import type { EmbedModel } from "./embedModel";

/**
 * Frames a drawing is lettered for, CSS px wide. Shapes are scaled with the frame; names, signs, scale bar and inset are not, or nobody could read them
 * at 320 px: each set is placed for its own width, and a media query shows one of them.
 */
export const LETTERINGS = [
  { id: "narrow", width: 350 },
  { id: "wide", width: 660 },
] as const;
type Lettering = (typeof LETTERINGS)[number];

/** Distance of scale bar and inset from the edges, CSS px. */
const MARGIN = 10;
const SCALE_BAR_HEIGHT = 22;
/** Half the side of the dark square a work's number stands in, CSS px. */
const NUMBER = 6.5;
/** From a sign's middle to that of its number: up and to the left. */
const TO_NUMBER = 12.5;
/** A narrow frame leaves out what is right of the communes (`embed.css`): that much wider the drawing is than the frame. */
export const NARROW_CROP = 1.16;

const round = (value: number) => Math.round(value * 10) / 10;

/** The camera of the same picture drawn `scale` times as large. */
const scaledCamera = (camera: Camera, scale: number): Camera => ({
  ...camera,
  zoom: camera.zoom + Math.log2(scale),
});

const withoutNames = (scene: MapScene): MapScene => ({
  ...scene,
  planes: scene.planes.map((plane) => ({
    ...plane,
    marks: plane.marks.filter(({ type }) => type !== "label"),
  })),
});

/** CSS px of a unit of the drawing, in a frame of that width. */
const scaleOf = ({ size, commune }: EmbedModel, { id, width }: Lettering): number =>
  ((id === "narrow" && commune === null ? NARROW_CROP : 1) * width) / size.width;

/** A name cut by the frame may read as another: "NGUYÊN" is no province. */
function isWhole({ label, x, y }: PlacedLabel, width: number, height: number): boolean {
  const half = textWidth(label.text, label.size, label.weight, label.spaced) / 2;
  return x >= half && x <= width - half && y >= label.size / 2 && y <= height - label.size / 2;
}

function Name({ placed, scale }: { readonly placed: PlacedLabel; readonly scale: number }) {
  const { label, x, y } = placed;
  return (
    <text
      x={round(x / scale)}
      y={round((y + label.size * 0.36) / scale)}
      fontSize={round(label.size / scale)}
      fontWeight={label.weight}
      fill={pageColor(label.color)}
      stroke={pageColor(label.halo)}
      letterSpacing={label.spaced ? "0.14em" : undefined}
    >
      {label.text}
    </text>
  );
}

/** Numbers of the list on the signs of a commune's works, in CSS px of the frame. */
function Numbers({
  model,
  camera,
  width,
  height,
}: {
  readonly model: EmbedModel;
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
}) {
  const { works, numbers, snapshot } = model;
  const project = projector(camera, width, height);
  const communeByCode = new Map(snapshot.register.communes.map((commune) => [commune.code, commune]));
  return works.map((state) => {
    const number = numbers.get(state.work.workId);
    const point = workPoint(state, communeByCode);
    if (number === undefined || point === null) return null;
    const [x, y] = project(point);
    if (x < 0 || y < 0 || x > width || y > height) return null;
    const half = number > 9 ? NUMBER + 2 : NUMBER;
    const inside = (value: number, room: number, end: number) =>
      round(Math.max(room + 1, Math.min(end - room - 1, value)));
    return (
      <g key={state.work.workId} data-at={`${round(x)} ${round(y)}`}>
        <g
          transform={`translate(${inside(x - TO_NUMBER, half, width)} ${inside(y - TO_NUMBER, NUMBER, height)})`}
        >
          <path
            d={`M-${half} -${NUMBER}h${2 * half}v${2 * NUMBER}h-${2 * half}z`}
            fill={pageColor("ink")}
            stroke={pageColor("halo")}
          />
          <text y="3.2" fontSize="9" fontWeight="600" textAnchor="middle" fill={pageColor("paper")}>
            {number}
          </text>
        </g>
      </g>
    );
  });
}

/** Signs, numbers, names, scale bar and inset for frames of about one width. */
function LetteringGroup({ model, lettering }: { readonly model: EmbedModel; readonly lettering: Lettering }) {
  const { scene, camera, size, locale, locator, commune } = model;
  const scale = scaleOf(model, lettering);
  const shown = scaledCamera(camera, scale);
  const [width, height] = [size.width * scale, size.height * scale];
  // A narrow frame ends where it cuts the drawing: names keep left of that.
  const visible = lettering.id === "narrow" && commune === null ? lettering.width : width;
  const project = projector(shown, width, height);
  const labels = sceneLabels(scene, project, visible, height, shown.zoom).filter((placed) =>
    isWhole(placed, visible, height),
  );
  const whole = `scale(${round(1000 / scale) / 1000})`;
  return (
    <g className={`embed__${lettering.id}`}>
      <g transform={whole} data-signs="">
        <SvgSigns scene={scene} camera={shown} width={width} height={height} idPrefix={lettering.id} />
        <Numbers model={model} camera={shown} width={width} height={height} />
      </g>
      <g
        textAnchor="middle"
        strokeLinejoin="round"
        paintOrder="stroke"
        strokeWidth={round(3 / scale)}
        pointerEvents="none"
        data-names=""
      >
        {labels.map((placed) => (
          <Name key={placed.label.id} placed={placed} scale={scale} />
        ))}
      </g>
      <g
        transform={`translate(${round(MARGIN / scale)} ${round((height - MARGIN - SCALE_BAR_HEIGHT) / scale)}) ${whole}`}
        data-scale=""
      >
        <ScaleBarShapes camera={shown} locale={locale} color={pageColor} />
      </g>
      {lettering.id === "wide" && commune === null && locator !== null && (
        <g
          data-inset=""
          transform={`translate(${round((width - MARGIN - LOCATOR_SIZE.width) / scale)} ${round(MARGIN / scale)}) scale(${round(100 / scale) / 100})`}
        >
          <title>{embedMessages[locale].locator}</title>
          <LocatorShapes locator={locator} color={pageColor} />
        </g>
      )}
    </g>
  );
}

/** The drawing of an embedded map, as large as its frame. The script moves it by `data-plane`, `data-names` and `data-scale`. */
export function EmbedMap({ model }: { readonly model: EmbedModel }) {
  const { scene, camera, size, commune, title } = model;
  return (
    <div
      className={commune === null ? "embed__drawing embed__drawing--province" : "embed__drawing"}
      // What the script needs to keep the scale bar true while it zooms.
      data-metres={Math.round(metresPerPixel(camera) * 10) / 10}
    >
      <SvgMap
        scene={{ ...withoutSigns(withoutNames(scene)), title }}
        camera={camera}
        width={size.width}
        height={size.height}
        idPrefix="e"
        patternScale={commune === null ? 2 : 1}
      >
        {LETTERINGS.map((lettering) => (
          <LetteringGroup key={lettering.id} model={model} lettering={lettering} />
        ))}
      </SvgMap>
    </div>
  );
}
