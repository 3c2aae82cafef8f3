import { geoMercator, geoPath } from "d3";
import { memo } from "react";
import type { Locator as LocatorShapes } from "@/domain/geometry";

const WIDTH = 96;
const HEIGHT = 134;
/** West, south, east, north of what is shown: the mainland and both archipelagos. */
const CORNERS: [number, number][] = [
  [102, 6.4],
  [117.6, 23.6],
];
/** Below this an island of the archipelagos would not be seen; each is drawn at least as a dot of this size, CSS px. */
const LEAST_ISLAND = 1.7;

/** "Quần đảo Hoàng Sa (TP. Đà Nẵng)": the name on the small map, the rest is in its description. */
const shortName = (name: string) => name.replace(/^Quần đảo /, "").replace(/ \(.*$/, "");

/** The country with the province and both archipelagos, named. Always beside a map of the whole province. */
export const Locator = memo(function Locator({ locator }: { readonly locator: LocatorShapes }) {
  const projection = geoMercator().fitExtent(
    [
      [3, 3],
      [WIDTH - 3, HEIGHT - 3],
    ],
    { type: "MultiPoint", coordinates: CORNERS },
  );
  const path = geoPath(projection).digits(1);
  const { features } = locator.features;
  return (
    <svg
      className="locator card"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={features.map(({ properties }) => properties.name).join("; ")}
    >
      {features.map(({ properties, geometry }) => {
        const { id, name, labelPoint } = properties;
        const island = id === "hoang-sa" || id === "truong-sa";
        const [x, y] = projection([labelPoint[0], labelPoint[1]]) ?? [0, 0];
        if (id === "province")
          return (
            <g key={id}>
              <path d={path(geometry) ?? ""} fill="var(--c-accent)" />
              <circle cx={x} cy={y} r="4.5" fill="none" stroke="var(--c-accent)" strokeWidth="1.4" />
            </g>
          );
        if (!island)
          return (
            <path
              key={id}
              d={path(geometry) ?? ""}
              fill="var(--c-line)"
              stroke="var(--c-line2)"
              strokeWidth="0.4"
            />
          );
        const [[left, top], [right, bottom]] = path.bounds(geometry);
        // Islands that fall on the same tenth of a pixel are one dot.
        const dots = new Set(
          geometry.coordinates.map((polygon) =>
            path
              .centroid({ type: "Polygon", coordinates: polygon })
              .map((value) => value.toFixed(1))
              .join(" "),
          ),
        );
        return (
          <g key={id}>
            <path
              d={[...dots].map((dot) => `M${dot}h0`).join("")}
              stroke="var(--c-ink2)"
              strokeWidth={LEAST_ISLAND}
              strokeLinecap="round"
            />
            <text
              x={Math.min((left + right) / 2, WIDTH - 20)}
              y={id === "hoang-sa" ? top - 3 : Math.min(bottom + 9, HEIGHT - 4)}
              textAnchor="middle"
              fontSize="7.5"
              fill="var(--c-ink2)"
            >
              {shortName(name)}
            </text>
          </g>
        );
      })}
    </svg>
  );
});
