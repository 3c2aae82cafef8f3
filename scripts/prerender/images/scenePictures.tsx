import type { CommuneCode } from "@/domain/commune";
import type { Locator } from "@/domain/geometry";
import type { BBox } from "@/domain/units";
import type { Locale } from "@/i18n/locale";
import { pictureMessages } from "@/i18n/messages/picture";
import { LOCATOR_SIZE } from "@/render/svg/LocatorDrawing";
import type { MapScene } from "@/scene/scene";
import { block, documentOf, foot, ink, kindMark, PAD, type StandingPicture } from "./frame";
import { blankEntries, entries, layerEntries, legendAxis, legendList } from "./legendPart";
import { cameraBeside, MARGIN, mapMarkup, Placed } from "./mapPart";

/** What a picture of a map is made from. */
export interface ScenePicture {
  readonly scene: MapScene;
  readonly locale: Locale;
  /** Null: it could not be read; the picture has no inset then. */
  readonly locator: Locator | null;
  /** Public address that is written into the picture; null: unset, so none is. */
  readonly address: string | null;
  /** Lon lat; the scene's own frame when left out. */
  readonly frame?: BBox;
  /** The commune whose value the number line points at. */
  readonly marked?: CommuneCode | null;
}

/** Room at the right of a map for the inset, CSS px. */
const insetRoom = (locator: Locator | null): number =>
  locator === null ? 0 : LOCATOR_SIZE.width + MARGIN + 6;

const altOf = ({ title, subtitle, kindText }: MapScene, locale: Locale): string =>
  pictureMessages[locale].alt(title, subtitle, kindText);

/** Title, subtitle and mark at the top of a picture of a map. */
function head(scene: MapScene, locale: Locale, width: number, size: number) {
  const mark = kindMark(locale, scene.kind, width - PAD, 13);
  const inner = width - 2 * PAD;
  const title = block(
    scene.title,
    { x: PAD, top: 9, width: inner - (mark.width === 0 ? 0 : mark.width + 12), most: 3 },
    { size, weight: 600, fill: ink("ink"), leading: Math.round(size * 1.3) },
  );
  const subtitle = block(
    scene.subtitle,
    { x: PAD, top: 9 + title.height, width: inner, most: 2 },
    { size: 12, leading: 16 },
  );
  return {
    node: (
      <>
        {title.node}
        {subtitle.node}
        {mark.node}
      </>
    ),
    height: 9 + title.height + subtitle.height + 7,
  };
}

/** What stands for a page in a message or a list of links: 1200 × 630 px at twice its size. */
export const SHARE_SIZE = { width: 600, height: 315 } as const;
/** Width of the column with the key, CSS px. */
const COLUMN = 140;
/** What a map of that size can show so that it is understood: signs would need a key for which there is no room. */
const SHARED_LAYERS: readonly string[] = ["communes", "labels", "status"];

const withLayers = (scene: MapScene, layers: readonly string[]): MapScene => ({
  ...scene,
  planes: scene.planes.filter(({ layer }) => layers.includes(layer)),
});

/**
 * The picture of a map for messages and lists of links (`og:image`): map at the left, key at the right, credits below. Colours and names alone: other
 * layers of the scene are left out.
 */
export function sharePicture({
  scene: whole,
  locale,
  locator,
  address,
  frame = whole.frame,
}: ScenePicture): StandingPicture {
  const { width, height } = SHARE_SIZE;
  const scene = withLayers(whole, SHARED_LAYERS);
  const top = head(scene, locale, width, 20);
  const bottom = foot(scene, { locale, address, width });
  const box = {
    x: 0,
    y: top.height,
    width: width - COLUMN - 2 * PAD + 2,
    height: height - top.height - bottom.height,
  };
  const camera = cameraBeside(frame, box, insetRoom(locator));
  const place = { x: width - PAD - COLUMN, width: COLUMN, locale };
  const { height: listHeight } = legendList(scene.legend, { ...place, top: 0 });
  const list = legendList(scene.legend, {
    ...place,
    top: box.y + Math.max(2, Math.floor((box.height - listHeight) / 3)),
  });
  const alt = altOf(scene, locale);
  return documentOf(
    <>
      <Placed markup={mapMarkup(scene, box, { camera, locale, locator })} />
      {top.node}
      {list.node}
      {bottom.node(height - bottom.height)}
    </>,
    { width, height, locale, title: scene.title, alt },
  );
}

/** Width of the picture that stands in for an embedded map, CSS px; as high as it must be. */
export const STATIC_WIDTH = 640;
const STATIC_MAP = 318;
const AXIS = 366;

/** The picture of an embedded map where no frame may stand: map over its whole width, number line, patterns, credits. 1280 px wide at twice its size. */
export function staticPicture({
  scene,
  locale,
  locator,
  address,
  frame = scene.frame,
  marked = null,
}: ScenePicture): StandingPicture {
  const width = STATIC_WIDTH;
  const m = pictureMessages[locale];
  const top = head(scene, locale, width, 17);
  const box = { x: 0, y: top.height, width, height: STATIC_MAP };
  const camera = cameraBeside(frame, box, insetRoom(locator));
  const keyTop = box.y + box.height + 9;
  const row = marked === null ? undefined : scene.table.find(({ code }) => code === marked);
  const axis = legendAxis(scene.legend, {
    x: PAD + 2,
    top: keyTop,
    width: AXIS,
    locale,
    marked: row === undefined ? null : { code: row.code, name: row.name },
  });
  const beside = { x: PAD + AXIS + 26, width: width - 2 * PAD - AXIS - 26 };
  const words = [scene.legend.unitText, ...(axis.hasBars ? [m.bars] : []), m.counts];
  let y = keyTop + 4;
  const explained = words.map((text, index) => {
    const part = block(
      text,
      { ...beside, top: y, most: 2 },
      { size: 11, leading: 15, ...(index === 0 ? { weight: 600, fill: ink("ink") } : {}) },
    );
    y += part.height;
    return <g key={text}>{part.node}</g>;
  });
  const full = { x: PAD + 2, width: width - 2 * PAD - 2 };
  const blanksTop = Math.max(keyTop + axis.height, y) + 7;
  const blanks = entries(blankEntries(scene.legend, locale), { ...full, top: blanksTop });
  const layersTop = blanksTop + blanks.height + 3;
  const layers = entries(layerEntries(scene.layerLegends, locale), { ...full, top: layersTop });
  const bottom = foot(scene, { locale, address, width });
  const footTop = Math.ceil(layersTop + layers.height + 7);
  const alt = altOf(scene, locale);
  return documentOf(
    <>
      <Placed markup={mapMarkup(scene, box, { camera, locale, locator })} />
      {top.node}
      {axis.node}
      {explained}
      {blanks.node}
      {layers.node}
      {bottom.node(footTop)}
    </>,
    { width, height: footTop + bottom.height, locale, title: scene.title, alt },
  );
}
