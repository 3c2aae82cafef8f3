import type { Locator } from "@/domain/geometry";
import type { Manifest } from "@/domain/manifest";
import { releaseOf } from "@/domain/release";
import type { Kind } from "@/domain/source";
import type { BBox } from "@/domain/units";
import { PLAN_TOTALS, SECTORS } from "@/domain/work";
import { formatDate } from "@/i18n/format";
import { pageMessages } from "@/i18n/messages/page";
import { paperMessages } from "@/i18n/messages/paper";
import { pageColor } from "@/render/svg/color";
import { LOCATOR_SIZE, LocatorShapes } from "@/render/svg/LocatorDrawing";
import { ScaleBarShapes } from "@/render/svg/ScaleBarDrawing";
import { SvgMap } from "@/render/svg/SvgMap";
import { fitCamera } from "@/scene/camera";
import type { Camera, MapScene } from "@/scene/scene";
import { QrDrawing } from "../../page/QrCode";
import { useExplore, useShown } from "../context";
import type { Size } from "../data";
import { LegendAxis } from "../LegendAxis";
import { Swatch } from "../Swatch";
import { useMeasuredSize } from "../useMeasuredSize";
import { SectorIcon } from "../WorkIcon";
import type { PaperAnswer } from "./paperParts";
import { cameraOnPaper, type Orientation } from "./paperSize";

export interface SheetContent {
  readonly scene: MapScene;
  /** What is shown when the map was not moved. */
  readonly province: BBox;
  readonly locator: Locator | null;
  readonly manifest: Manifest | null;
  /** Of all that is loaded. */
  readonly kind: Kind;
}

/** Distance of scale bar, arrow and inset from the edges of the map, CSS px. */
const MARGIN = 12;
const BAR_HEIGHT = 22;

/** North, drawn: every map here has it at the top. */
function NorthArrow({ letter, x, y }: { readonly letter: string; readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path
        d="M0 0L7 20L0 15.5L-7 20z"
        fill={pageColor("halo")}
        stroke={pageColor("ink2")}
        strokeLinejoin="round"
      />
      <path d="M0 0V15.5L-7 20z" fill={pageColor("ink2")} />
      <text y="33" textAnchor="middle" fontSize="11" fontWeight="600" fill={pageColor("ink2")}>
        {letter}
      </text>
    </g>
  );
}

/** The map as one sheet with all that must go with it. `screen`: the map as it is seen now. */
export function MapSheet({
  content,
  orientation,
  screen,
  answer,
}: {
  readonly content: SheetContent;
  readonly orientation: Orientation;
  readonly screen: { readonly camera: Camera | null; readonly size: Size };
  /** Its marks lie over the map, as on the screen; null: no question is open. */
  readonly answer: PaperAnswer | null;
}) {
  const { scene, province, locator, manifest, kind } = content;
  const { locale, messages, snapshot } = useExplore();
  const { indicator } = useShown();
  const [box, size] = useMeasuredSize<HTMLDivElement>({ width: 700, height: 500 });
  const m = messages.explore;
  const p = pageMessages[locale];
  const camera =
    screen.camera === null
      ? fitCamera(province, size.width, size.height)
      : cameraOnPaper(screen.camera, screen.size, size);
  const release = releaseOf(manifest);
  // As the entry of the map has it: English pages lie one folder deeper, a page may say otherwise.
  const toRoot = document.documentElement.dataset.base ?? (locale === "en" ? "../" : "");
  const address = /^https?:/.test(location.protocol) ? location.href : null;
  const { legend } = scene;
  const layers = scene.layerLegends.filter(
    ({ on, unavailable, rows }) => on && unavailable === null && rows.length > 0,
  );
  const citations = [...new Set(layers.map(({ citation }) => citation))];
  return (
    <div className={`map-sheet map-sheet--${orientation}`} data-indicator={indicator.id}>
      <div className="map-sheet__head">
        <p className="map-sheet__site">
          {m.title} · {m.subtitle} · {p.asOf(formatDate(locale, snapshot.asOf))}
        </p>
        <h3 className="map-sheet__title">{scene.title}</h3>
        {kind === "illustrative" && (
          <p className="map-sheet__band">
            <strong>{p.band}.</strong> {p.bandReal}
          </p>
        )}
      </div>
      <div className="map-sheet__map" ref={box}>
        <SvgMap
          scene={scene}
          camera={camera}
          width={size.width}
          height={size.height}
          idPrefix="p-"
          dataBase={`${toRoot}data/`}
        >
          <g transform={`translate(${MARGIN} ${size.height - MARGIN - BAR_HEIGHT})`}>
            <ScaleBarShapes camera={camera} locale={locale} color={pageColor} />
          </g>
          <NorthArrow letter={paperMessages[locale].north} x={MARGIN + 12} y={MARGIN} />
          {locator !== null && (
            <g
              transform={`translate(${size.width - MARGIN - LOCATOR_SIZE.width} ${size.height - MARGIN - LOCATOR_SIZE.height})`}
            >
              <LocatorShapes locator={locator} color={pageColor} />
            </g>
          )}
        </SvgMap>
        {answer?.draw(camera, size)}
      </div>
      <div className="map-sheet__key">
        <div className="map-sheet__part">
          <p className="map-sheet__key-title">{legend.title}</p>
          <p>{legend.definition}</p>
          <LegendAxis legend={legend} selected={null} hovered={null} />
          {legend.blanks.map(({ key, fill, label, explanation, count }) => (
            <p key={key} className="map-sheet__row">
              <Swatch swatch={{ type: "fill", fill, stroke: null }} />
              <span>
                <strong>{label}</strong> {explanation}
              </span>
              <span className="map-sheet__count">{count}</span>
            </p>
          ))}
          <p>{legend.sum}</p>
        </div>
        {answer !== null && (
          <div className="map-sheet__part">
            <p className="map-sheet__key-title">{m.questions}</p>
            {answer.legend}
          </div>
        )}
        <div className="map-sheet__part">
          <p className="map-sheet__key-title">{m.worksBySector}</p>
          <div className="map-sheet__sectors">
            {SECTORS.filter((sector) => PLAN_TOTALS[sector] !== undefined).map((sector) => (
              <p key={sector} className="map-sheet__row">
                <SectorIcon sector={sector} />
                <span>{messages.domain[`sector.${sector}`]}</span>
              </p>
            ))}
          </div>
        </div>
        {layers.map(({ layer, title, rows }) => (
          <div key={layer} className="map-sheet__part">
            <p className="map-sheet__key-title">{title}</p>
            {rows.map(({ label, count, swatch }) => (
              <p key={label} className="map-sheet__row">
                <Swatch swatch={swatch} />
                <span>{label}</span>
                {count !== null && <span className="map-sheet__count">{count}</span>}
              </p>
            ))}
          </div>
        ))}
      </div>
      <div className="map-sheet__foot">
        <div className="map-sheet__notes">
          {answer !== null && (
            <span className="map-sheet__answer">
              <strong>{m.questions}:</strong> {answer.title}. {answer.lead}{" "}
            </span>
          )}
          {[...new Set([...scene.notes, p.boundaryNote, ...citations])].map((note) => (
            <span key={note}>{note} </span>
          ))}
          {release !== null && <span>{p.release(release)}. </span>}
          {address !== null && <span className="map-sheet__address">{p.address(address)}</span>}
        </div>
        {address !== null && <QrDrawing text={address} label={p.qrLabel(scene.title)} />}
      </div>
    </div>
  );
}
