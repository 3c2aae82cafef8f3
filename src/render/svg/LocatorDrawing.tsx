import type { MultiPolygon } from "geojson";
import { memo } from "react";
import type { Locator } from "@/domain/geometry";
import { fitCamera, projector } from "@/scene/camera";
import { type ColorOf, pageColor } from "./color";
import { pathWriter } from "./paths";

/** CSS px of the inset; names are readable from 86 px width on. */
export const LOCATOR_SIZE = { width: 96, height: 134 } as const;
/** What the inset shows: the mainland and both archipelagos, west, south, east, north. */
const FRAME = [101.8, 6.6, 118.2, 23.9] as const;
/** Every island is drawn at least this wide, CSS px: at scale most would vanish. */
const ISLAND = 1.7;

type Feature = Locator["features"]["features"][number];

const middle = (ring: readonly (readonly number[])[]): readonly [number, number] => {
  const side = (axis: 0 | 1) => {
    const values = ring.map((point) => point[axis] ?? 0);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  return [side(0), side(1)];
};

const round = (value: number) => Math.round(value * 2) / 2;

/** Islands as dots of a least size: points of a line with round ends, each place once. */
function dots(
  geometry: MultiPolygon,
  project: (point: readonly [number, number]) => [number, number],
): string {
  const places = geometry.coordinates.flatMap(([ring]) => {
    if (ring === undefined) return [];
    const [x, y] = project(middle(ring));
    return [`M${round(x)} ${round(y)}h0`];
  });
  return [...new Set(places)].join("");
}

/** "Quần đảo Hoàng Sa (TP. Đà Nẵng)" → "Hoàng Sa": the whole name is in the title, the inset has no room for it. */
const shortName = (name: string): string => name.replace(/^Quần đảo /, "").replace(/ \(.*\)$/, "");

/** The country with the province in it, and both archipelagos named. Placed and sized by whoever draws it. */
export const LocatorShapes = memo(function LocatorShapes({
  locator,
  color,
  steps,
}: {
  readonly locator: Locator;
  readonly color: ColorOf;
  /** As of a map (`SvgMap`). */
  readonly steps?: number;
}) {
  const { width, height } = LOCATOR_SIZE;
  const camera = fitCamera(FRAME, width, height, 0.03);
  const writer = pathWriter(camera, width, height, steps);
  const project = projector(camera, width, height);
  const { features } = locator.features;
  const province = features.find(({ properties }) => properties.id === "province");
  const archipelagos = features.filter(
    ({ properties }) => properties.id === "hoang-sa" || properties.id === "truong-sa",
  );
  const [px, py] = province === undefined ? [0, 0] : project(province.properties.labelPoint);
  const name = ({ properties, geometry }: Feature) => {
    const [x] = project(properties.labelPoint);
    const ys = geometry.coordinates.map(([ring]) => project(middle(ring ?? []))[1]);
    // Above the northern islands, below the southern ones: as far from each other as the inset allows.
    const y = properties.id === "hoang-sa" ? Math.min(...ys) - 5 : Math.max(...ys) + 11;
    const half = shortName(properties.name).length * 2.6;
    return (
      <text key={properties.id} x={round(Math.min(x, width - half - 1))} y={round(y)}>
        <title>{properties.name}</title>
        {shortName(properties.name)}
      </text>
    );
  };
  return (
    <>
      <rect
        x="0.5"
        y="0.5"
        width={width - 1}
        height={height - 1}
        rx="4"
        fill={color("paper2")}
        stroke={color("line")}
      />
      {features
        .filter(({ properties }) => properties.id === "mainland")
        .map(({ properties, geometry }) => (
          <path key={properties.id} d={writer.area(geometry)} fill={color("blank-stroke")} />
        ))}
      {province !== undefined && (
        <>
          <path d={writer.area(province.geometry)} fill={color("accent")} />
          <circle
            cx={round(px)}
            cy={round(py)}
            r="6"
            fill="none"
            stroke={color("accent")}
            strokeWidth="1.2"
          />
        </>
      )}
      {archipelagos.map(({ properties, geometry }) => (
        <path
          key={properties.id}
          d={dots(geometry, project)}
          stroke={color("ink2")}
          strokeWidth={ISLAND}
          strokeLinecap="round"
        />
      ))}
      <g textAnchor="middle" fontSize="9" fill={color("ink2")}>
        {archipelagos.map(name)}
      </g>
    </>
  );
});

/** The inset for the page. `label` says what it shows. */
export function LocatorDrawing({
  locator,
  label,
  className,
}: {
  readonly locator: Locator;
  readonly label: string;
  readonly className?: string;
}) {
  return (
    <svg
      className={className}
      width={LOCATOR_SIZE.width}
      height={LOCATOR_SIZE.height}
      viewBox={`0 0 ${LOCATOR_SIZE.width} ${LOCATOR_SIZE.height}`}
      role="img"
      aria-label={label}
    >
      <LocatorShapes locator={locator} color={pageColor} />
    </svg>
  );
}
