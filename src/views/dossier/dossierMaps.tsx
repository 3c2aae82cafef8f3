import type { WorkState } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { BBox } from "@/domain/units";
import type { Locale } from "@/i18n/locale";
import { dossierMessages } from "@/i18n/messages/dossier";
import { pageColor } from "@/render/svg/color";
import { NorthMark } from "@/render/svg/NorthMark";
import { pathWriter } from "@/render/svg/paths";
import { ScaleBarShapes } from "@/render/svg/ScaleBarDrawing";
import { SvgMap } from "@/render/svg/SvgMap";
import { fitCamera, projector, unprojector } from "@/scene/camera";
import type { Boundaries } from "@/scene/geometry";
import { textWidth } from "@/scene/labels";
import { sectorColor } from "@/scene/marks/workPicture";
import type { Camera, MapScene, Mark } from "@/scene/scene";
import { workPoint } from "@/scene/workPlace";

/** CSS px of a dossier's map as drawn; the page scales it. On A4 it is a little smaller, and its names still have 7 pt. */
export const MAP_SIZE = { width: 440, height: 316 } as const;
/** Room around the commune: its neighbours are seen, and the numbers of signs at its edge. */
const PADDING = 0.07;
const MARGIN = 10;
/** The accuracy circle of a village, CSS px of its stroke. */
const CIRCLE_STROKE = 1.3;

const unionOf = (boxes: readonly BBox[]): BBox => [
  Math.min(...boxes.map(([west]) => west)),
  Math.min(...boxes.map(([, south]) => south)),
  Math.max(...boxes.map(([, , east]) => east)),
  Math.max(...boxes.map(([, , , north]) => north)),
];

/** Where the map of some communes stands. Of none: it has no map. */
export const cameraOf = (
  communes: readonly Pick<Commune, "bbox">[],
  { width, height }: { readonly width: number; readonly height: number } = MAP_SIZE,
): Camera => fitCamera(unionOf(communes.map(({ bbox }) => bbox)), width, height, PADDING);

/** What a map of a dossier is about. */
export interface MapFocus {
  /** Outlined. */
  readonly codes: ReadonlySet<CommuneCode>;
  /** Works drawn with their sign; every other one is a dot. */
  readonly works: ReadonlyMap<string, WorkState>;
  /** Whether the communes carry how many works are known by commune only: not where one work alone is meant. */
  readonly counts: boolean;
}

const isHigh = (mark: Mark): boolean =>
  mark.type !== "area" ||
  mark.fill === null ||
  !("pattern" in mark.fill) ||
  mark.fill.pattern !== "hazard" ||
  mark.fill.hazardClass === "high" ||
  mark.fill.hazardClass === "very-high";

/** The province's scene as the dossier of one unit shows it: others' works as dots, high susceptibility alone, its outline on top. */
export function focusScene(
  scene: MapScene,
  boundaries: Boundaries,
  { codes, works, counts }: MapFocus,
): MapScene {
  const own = (mark: Mark) => mark.subject?.type === "work" && works.has(mark.subject.id);
  const change = (mark: Mark): Mark[] => {
    switch (mark.type) {
      case "work":
        return own(mark)
          ? [mark]
          : [
              {
                type: "dot",
                id: mark.id,
                subject: null,
                name: null,
                point: mark.point,
                radius: 3.4,
                fill: sectorColor(mark.sector),
                stroke: { color: "halo", width: 1.4 },
              },
            ];
      case "count":
        return counts && mark.subject?.type === "commune" && codes.has(mark.subject.id)
          ? [{ ...mark, subject: null }]
          : [];
      case "label":
        return mark.subject?.type === "commune" && codes.has(mark.subject.id)
          ? []
          : [{ ...mark, subject: null, minZoom: 0 }];
      case "line":
        return mark.subject?.type !== "work" || own(mark) ? [{ ...mark, subject: null }] : [];
      default:
        return isHigh(mark) ? [{ ...mark, subject: null }] : [];
    }
  };
  const outline = [...codes].flatMap((code): Mark[] => {
    const geometry = boundaries.communes.get(code);
    return geometry === undefined
      ? []
      : [
          {
            type: "area",
            id: `outline-${code}`,
            subject: null,
            name: null,
            geometry,
            fill: null,
            stroke: { color: "accent", width: 2.4, casing: { color: "halo", width: 1.5 } },
          },
        ];
  });
  const circles = [...works.values()].flatMap(({ work }): Mark[] =>
    work.locationClass !== "village" || work.point === null || work.accuracyM === null
      ? []
      : [
          {
            type: "ground-circle",
            id: `circle-${work.workId}`,
            subject: null,
            name: null,
            center: work.point,
            radiusM: work.accuracyM,
            stroke: { color: sectorColor(work.sector), width: CIRCLE_STROKE, dash: [3, 2.4] },
          },
        ],
  );
  return {
    ...scene,
    planes: scene.planes.map((plane) => {
      const marks = plane.marks
        .flatMap(change)
        .map((mark): Mark => (mark.type === "work" ? { ...mark, subject: null } : mark));
      if (plane.id === "selection") return { ...plane, marks: [...marks, ...outline] };
      if (plane.id === "work-lines") return { ...plane, marks: [...circles, ...marks] };
      return { ...plane, marks };
    }),
  };
}

/** Least distance of a name from the edge of the picture, CSS px. */
const NAME_MARGIN = 4;

/** Names whose middle lies in the picture and whose ends do not, moved in as far as it takes: a name that is cut cannot be read. */
export function namesInside(scene: MapScene, camera: Camera): MapScene {
  const { width, height } = MAP_SIZE;
  const project = projector(camera, width, height);
  const unproject = unprojector(camera, width, height);
  const inside = (mark: Mark): Mark => {
    if (mark.type !== "label") return mark;
    const [x, y] = project(mark.point);
    const half = textWidth(mark.text, mark.size, mark.weight, mark.spaced) / 2 + NAME_MARGIN;
    const within = Math.max(half, Math.min(width - half, x));
    return within === x || x < 0 || x > width ? mark : { ...mark, point: unproject([within, y]) };
  };
  return {
    ...scene,
    planes: scene.planes.map((plane) => ({ ...plane, marks: plane.marks.map(inside) })),
  };
}

/** Half the side of the dark square a number stands in. */
const NUMBER = 6.5;
/** From a sign's middle to that of its number: up and to the left. */
const TO_NUMBER = 12.5;

/** A map of a dossier: the clipped scene, the numbers of the list on its signs, scale bar and north. */
export function DossierMap({
  scene,
  camera,
  title,
  locale,
  focus,
  numbers,
  communeByCode,
}: {
  readonly scene: MapScene;
  readonly camera: Camera;
  /** What the map shows, for the ear; its facts are in the list. */
  readonly title: string;
  readonly locale: Locale;
  readonly focus: MapFocus;
  /** By work id; a work without one gets none. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly communeByCode: ReadonlyMap<CommuneCode, Commune>;
}) {
  const { width, height } = MAP_SIZE;
  const m = dossierMessages[locale];
  const project = projector(camera, width, height);
  const round = (value: number) => Math.round(value * 10) / 10;
  const labels = [...focus.works.values()].flatMap((state) => {
    const number = numbers.get(state.work.workId);
    const point = workPoint(state, communeByCode);
    if (number === undefined || point === null) return [];
    const [x, y] = project(point);
    if (x < 0 || y < 0 || x > width || y > height) return [];
    return [
      {
        number,
        x: Math.max(NUMBER + 1, Math.min(width - NUMBER - 1, x - TO_NUMBER)),
        y: Math.max(NUMBER + 1, Math.min(height - NUMBER - 1, y - TO_NUMBER)),
      },
    ];
  });
  return (
    <SvgMap scene={{ ...scene, title }} camera={camera} width={width} height={height} idPrefix="d-">
      <g fontSize="9" fontWeight="600" textAnchor="middle">
        {labels.map(({ number, x, y }) => {
          const half = number > 9 ? NUMBER + 2 : NUMBER;
          return (
            <g key={number} transform={`translate(${round(x)} ${round(y)})`}>
              <path
                d={`M-${half} -${NUMBER}h${2 * half}v${2 * NUMBER}h-${2 * half}z`}
                fill={pageColor("ink")}
                stroke={pageColor("halo")}
              />
              <text y="3.2" fill={pageColor("paper")}>
                {number}
              </text>
            </g>
          );
        })}
      </g>
      <g transform={`translate(${MARGIN} ${height - MARGIN - 22})`}>
        <ScaleBarShapes camera={camera} locale={locale} color={pageColor} />
      </g>
      <g transform={`translate(${width - 18} 8)`}>
        <NorthMark letter={m.north} color={pageColor} />
      </g>
    </SvgMap>
  );
}

/** Units of the locator's drawing: twice as fine as it is shown, because paths are written on whole units. */
const LOCATOR = { width: 208, height: 132 } as const;

/** The province with some communes marked. `boundaries`: as coarse as it is small. */
export function ProvinceLocator({
  boundaries,
  communes,
  codes,
  label,
}: {
  readonly boundaries: Boundaries;
  readonly communes: readonly Pick<Commune, "bbox">[];
  readonly codes: readonly CommuneCode[];
  readonly label: string;
}) {
  const { width, height } = LOCATOR;
  const camera = fitCamera(unionOf(communes.map(({ bbox }) => bbox)), width, height, 0.03);
  const writer = pathWriter(camera, width, height);
  return (
    <svg className="dossier__locator" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {boundaries.province !== null && (
        <path
          d={writer.area(boundaries.province)}
          fill={pageColor("paper3")}
          stroke={pageColor("line2")}
          strokeWidth="1.6"
        />
      )}
      {codes.map((code) => {
        const geometry = boundaries.communes.get(code);
        return (
          geometry !== undefined && (
            <path
              key={code}
              d={writer.area(geometry)}
              fill={pageColor("accent")}
              stroke={pageColor("accent")}
              strokeWidth="3"
            />
          )
        );
      })}
    </svg>
  );
}

/** Communes a work's map shows: all it lies in. */
export const communesOf = (
  { work }: WorkState,
  communeByCode: ReadonlyMap<CommuneCode, Commune>,
): readonly Commune[] => [...new Set(work.communeCodes)].flatMap((code) => communeByCode.get(code) ?? []);
