import { renderToStaticMarkup } from "react-dom/server";
import type { Locator } from "@/domain/geometry";
import type { BBox } from "@/domain/units";
import type { Locale } from "@/i18n/locale";
import { paperMessages } from "@/i18n/messages/paper";
import { LOCATOR_SIZE, LocatorShapes } from "@/render/svg/LocatorDrawing";
import { ScaleBarShapes } from "@/render/svg/ScaleBarDrawing";
import { SvgMap } from "@/render/svg/SvgMap";
import { fitCamera, unprojector } from "@/scene/camera";
import { scaleBar } from "@/scene/scaleBar";
import type { Camera, MapScene } from "@/scene/scene";
import { type Box, ink, PIXELS } from "./frame";
import { thinLabels } from "./thinLabels";

/** From the edges of the map to its furniture, CSS px. */
export const MARGIN = 9;
const BAR_HEIGHT = 22;
/** Room a scale bar is given, CSS px: less than on a page, because these maps are small. */
const BAR_ROOM = 84;

/** The camera that shows a frame whole in the left part of a map, so that the inset at its right covers nothing. */
export function cameraBeside(
  frame: BBox,
  { width, height }: Pick<Box, "width" | "height">,
  kept: number,
): Camera {
  const free = width - kept;
  const camera = fitCamera(frame, free, height, 0.035);
  return { zoom: camera.zoom, center: unprojector(camera, free, height)([width / 2, height / 2]) };
}

/** What of a scene can stand in a picture: pictures inside it lie in other files. */
export const withoutImages = (scene: MapScene): MapScene => ({
  ...scene,
  planes: scene.planes.map((plane) => ({
    ...plane,
    marks: plane.marks.filter(({ type }) => type !== "image"),
  })),
});

const NORTH = "M0 0L5 14.5L0 11.2L-5 14.5z";

/** Where the furniture of a map stands, at its right: the inset above, north and scale bar below. */
function furniture({ width, height }: Box, camera: Camera, locale: Locale, locator: Locator | null) {
  const bar = scaleBar(camera, BAR_ROOM, locale);
  // Room for the half of its last number that stands beyond the bar.
  const x = Math.round(width - MARGIN - bar.length - 16);
  const y = height - MARGIN - BAR_HEIGHT;
  const inset = { x: width - MARGIN - LOCATOR_SIZE.width, y: MARGIN, ...LOCATOR_SIZE };
  return {
    bar: { x, y },
    inset,
    covered: [
      { x: x - 22, y: y - 7, width: width - x + 22, height: height - y + 7 },
      ...(locator === null ? [] : [inset]),
    ],
  };
}

/** North, scale bar and inset with both archipelagos. */
function Furniture({
  box,
  camera,
  locale,
  locator,
}: {
  readonly box: Box;
  readonly camera: Camera;
  readonly locale: Locale;
  readonly locator: Locator | null;
}) {
  const { bar, inset, covered } = furniture(box, camera, locale, locator);
  const [plate] = covered;
  return (
    <>
      {/* Where the map fills its box, bar and arrow lie on colours and lines. */}
      {locator === null && plate !== undefined && <rect {...plate} fill={ink("ground")} fillOpacity="0.86" />}
      <g transform={`translate(${bar.x} ${bar.y})`}>
        <ScaleBarShapes camera={camera} locale={locale} color={ink} room={BAR_ROOM} />
      </g>
      <g transform={`translate(${bar.x - 14} ${bar.y - 5})`}>
        <path d={NORTH} fill={ink("ink2")} stroke={ink("ground")} strokeWidth="2.5" paintOrder="stroke" />
        <text
          y="25.5"
          textAnchor="middle"
          fontSize="10"
          fontWeight="600"
          fill={ink("ink2")}
          stroke={ink("ground")}
          strokeWidth="2.5"
          paintOrder="stroke"
        >
          {paperMessages[locale].north}
        </text>
      </g>
      {locator !== null && (
        <g transform={`translate(${inset.x} ${inset.y})`}>
          <LocatorShapes locator={locator} color={ink} steps={2 * PIXELS} />
        </g>
      )}
    </>
  );
}

/** A map of a picture as markup, placed and cut to its box. `camera`: of the whole box. */
export function mapMarkup(
  scene: MapScene,
  box: Box,
  {
    camera,
    locale,
    locator,
  }: { readonly camera: Camera; readonly locale: Locale; readonly locator: Locator | null },
): string {
  const markup = renderToStaticMarkup(
    <SvgMap
      scene={thinLabels(withoutImages(scene), {
        camera,
        width: box.width,
        height: box.height,
        covered: furniture(box, camera, locale, locator).covered,
      })}
      camera={camera}
      width={box.width}
      height={box.height}
      color={ink}
      idPrefix="b-"
      steps={2 * PIXELS}
    >
      <Furniture box={box} camera={camera} locale={locale} locator={locator} />
    </SvgMap>,
  );
  return markup.replace(
    "<svg ",
    `<svg x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" `,
  );
}

/** Markup among drawn elements. */
export const Placed = ({ markup }: { readonly markup: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markup made here, by React
  <g dangerouslySetInnerHTML={{ __html: markup }} />
);
