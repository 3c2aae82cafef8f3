import type { ReactNode } from "react";
import type { Locale } from "@/i18n/locale";
import type { Camera, LegendRow, MapScene } from "@/scene/scene";
import {
  type Block,
  block,
  type Credits,
  documentOf,
  foot,
  ink,
  kindMark,
  line,
  PAD,
  type StandingPicture,
} from "./frame";
import type { KeyFact } from "./keyFacts";
import { entries, legendAxis } from "./legendPart";
import { measure } from "./letters";
import { mapMarkup, Placed } from "./mapPart";
import { SHARE_SIZE } from "./scenePictures";

/** CSS px of the map of a dossier's picture: what its scene is cut to. */
export const DOSSIER_MAP = { width: 308, height: 206 } as const;
/** What of it is there however many lines name and credits take: what its camera shows whole. */
export const DOSSIER_MAP_SEEN = { width: 308, height: 168 } as const;

/** The map of a dossier, or why there is none. */
export type DossierMap = DrawnMap | { readonly why: string };

interface DrawnMap {
  readonly scene: MapScene;
  readonly camera: Camera;
  /** What its colours stand for. */
  readonly colours: string;
  /** Every texture it shows. */
  readonly hatches: readonly Hatch[];
}

/** A texture, and its name in the key. */
export interface Hatch {
  readonly sign: LegendRow["swatch"];
  readonly text: string;
}

/** What the picture of a dossier is made from. */
export interface DossierPicture {
  readonly locale: Locale;
  readonly kicker: string;
  readonly name: string;
  /** "Xã An Lạc, tỉnh Bắc Ninh · số liệu chốt 30/9/2028". */
  readonly place: string;
  readonly facts: readonly KeyFact[];
  readonly map: DossierMap;
  readonly credits: Credits;
  /** Public address of the site; null: unset. */
  readonly address: string | null;
  readonly alt: string;
}

/** Sizes a name is tried at: a commune's is a word, a work's may be two lines. */
const NAMES = [
  { size: 24, most: 1 },
  { size: 19, most: 1 },
  { size: 16, most: 2 },
] as const;

/** The name, as large as it fits. The last size cuts what is longer still: the page says it whole. */
function nameBlock(
  text: string,
  place: { readonly x: number; readonly top: number; readonly width: number },
): Block {
  const found =
    NAMES.find(({ size, most }) => most > 1 || measure(text, size, 700) <= place.width) ?? NAMES[2];
  return block(
    text,
    { ...place, most: found.most },
    { size: found.size, weight: 700, fill: ink("ink"), leading: Math.round(found.size * 1.22) },
  );
}

/** Between facts, one beside another, CSS px. */
const BESIDE = 12;

/** How facts are set: with air, or close where they would not fit otherwise. */
interface Setting {
  readonly label: number;
  readonly value: readonly [size: number, leading: number];
  /** Of a value that is a phrase. */
  readonly words: readonly [size: number, leading: number];
  readonly note: number;
  readonly gap: number;
  /** Whether notes are said that are no warning: whole or not at all, for half of one may mean the opposite. */
  readonly isFull: boolean;
}
const SETTINGS: readonly Setting[] = [
  { label: 12.5, value: [19, 22], words: [14, 18], note: 12.5, gap: 7, isFull: true },
  { label: 12, value: [16, 18], words: [13, 15], note: 11.5, gap: 4, isFull: true },
  { label: 12, value: [16, 18], words: [13, 15], note: 11.5, gap: 4, isFull: false },
];

interface Column {
  readonly x: number;
  readonly top: number;
  readonly width: number;
}

/** Label, value, what it is part of. Lateness has a sign beside its colour. */
function factBlock(fact: KeyFact, { x, top, width }: Column, setting: Setting): Block {
  const label = block(fact.label, { x, top, width, most: 2 }, { size: 10, leading: setting.label });
  const [size, leading] =
    /\d/.test(fact.value) && measure(fact.value, setting.value[0], 600) <= width
      ? setting.value
      : setting.words;
  const value = block(
    fact.value,
    { x, top: top + label.height, width, most: 2 },
    { size, weight: 600, fill: ink("ink"), leading },
  );
  const noteTop = top + label.height + value.height;
  const sign = fact.isLate ? 12 : 0;
  const note = block(
    setting.isFull || fact.isLate ? fact.note : "",
    // Why a value is missing must not lose its end: "that does not mean safe".
    { x: x + sign, top: noteTop, width: width - sign, most: 4 },
    fact.isLate
      ? { size: 10, weight: 600, fill: ink("late"), leading: setting.note }
      : { size: 10, leading: setting.note },
  );
  const unknown = block(
    fact.unknown ?? "",
    { x, top: noteTop + note.height, width, most: 2 },
    { size: 10, leading: setting.note },
  );
  return {
    node: (
      <g>
        {label.node}
        {value.node}
        {note.node}
        {unknown.node}
        {fact.isLate && fact.note !== "" && (
          <path d={`M${x + 4} ${noteTop + 2.2}l4 7.4h-8z`} fill={ink("late")} />
        )}
      </g>
    ),
    height: label.height + value.height + note.height + unknown.height,
  };
}

/** All facts: the first over the whole column, the others in pairs below it. */
function factsBlock(facts: readonly KeyFact[], { x, top, width }: Column, setting: Setting): Block {
  const half = (width - BESIDE) / 2;
  const [lead, ...others] = facts;
  const parts: ReactNode[] = [];
  let y = top;
  for (const row of [...(lead === undefined ? [] : [[lead]]), ...pairs(others)]) {
    const drawn = row.map((fact, index) =>
      factBlock(
        fact,
        { x: x + index * (half + BESIDE), top: y, width: row.length === 1 ? width : half },
        setting,
      ),
    );
    drawn.forEach(({ node }, index) => {
      parts.push(<g key={row[index]?.label}>{node}</g>);
    });
    y += Math.max(...drawn.map(({ height }) => height)) + setting.gap;
  }
  return { node: <g>{parts}</g>, height: y - top };
}

const pairs = <T,>(list: readonly T[]): readonly (readonly T[])[] =>
  list.length === 0 ? [] : [list.slice(0, 2), ...pairs(list.slice(2))];

/** In place of a map: why there is none. */
function NoMap({
  why,
  top,
  height,
}: {
  readonly why: string;
  readonly top: number;
  readonly height: number;
}) {
  const text = block(
    why,
    { x: 40, top: top + height / 2 - 18, width: DOSSIER_MAP.width - 80, most: 3 },
    { size: 12, leading: 16 },
  );
  return (
    <>
      <rect y={top} width={DOSSIER_MAP.width} height={height} fill={ink("ground")} />
      {text.node}
    </>
  );
}

/** The picture of a dossier for messages and lists of links: name and place, its map, three facts, kind and day, credits. 1200 × 630 px at twice its size. */
export function dossierPicture({
  locale,
  kicker,
  name,
  place,
  facts,
  map,
  credits,
  address,
  alt,
}: DossierPicture): StandingPicture {
  const { width, height } = SHARE_SIZE;
  const inner = width - 2 * PAD;
  const mark = kindMark(locale, credits.kind, width - PAD, 9);
  const title = nameBlock(name, { x: PAD, top: 27, width: inner });
  const under = block(
    place,
    { x: PAD, top: 28 + title.height, width: inner, most: 2 },
    { size: 11.5, leading: 15 },
  );
  const bottom = foot(credits, { locale, address, width });
  const top = 28 + title.height + under.height + 7;
  // Textures of the map in a strip of their own, over the whole width.
  const signs = "scene" in map ? map.hatches.map(({ sign, text }) => ({ key: text, sign, text })) : [];
  const stripAt = (from: number) => entries(signs, { x: PAD, top: from, width: inner });
  const stripHeight = signs.length === 0 ? 0 : stripAt(0).height + 6;
  const end = height - bottom.height - stripHeight;
  const box = { x: 0, y: top, width: DOSSIER_MAP.width, height: end - top };
  const column = { x: DOSSIER_MAP.width + 14, top: top + 3, width: width - DOSSIER_MAP.width - 14 - PAD };
  const keyAt = (from: number) => ("scene" in map ? colourKey(map, { ...column, top: from }, locale) : null);
  const keyHeight = keyAt(0)?.height ?? 0;
  const drawn = SETTINGS.map((setting) => factsBlock(facts, column, setting));
  const fitting = drawn.find((part) => column.top + part.height + keyHeight <= end) ?? drawn.at(-1);
  return documentOf(
    <>
      {"scene" in map ? (
        <Placed markup={mapMarkup(map.scene, box, { camera: map.camera, locale, locator: null })} />
      ) : (
        <NoMap why={map.why} top={top} height={end - top} />
      )}
      {line("kicker", kicker, PAD, 20.5, { size: 10.5, fill: ink("ink3") })}
      {mark.node}
      {title.node}
      {under.node}
      {fitting?.node}
      {keyAt(end - keyHeight)?.node}
      {signs.length > 0 && stripAt(end + 3).node}
      {bottom.node(height - bottom.height)}
    </>,
    { width, height, locale, title: name, alt },
  );
}

/** What the colours of the map stand for. */
function colourKey({ scene, colours }: DrawnMap, { x, top, width }: Column, locale: Locale): Block {
  const head = block(colours, { x, top, width, most: 2 }, { size: 9.5, leading: 12 });
  const axis = legendAxis(scene.legend, {
    x,
    top: top + head.height - 3,
    width,
    locale,
    counts: false,
  });
  return {
    node: (
      <g>
        {head.node}
        {axis.node}
      </g>
    ),
    height: head.height + axis.height,
  };
}
