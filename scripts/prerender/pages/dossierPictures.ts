import type { WorkState } from "@/analysis/snapshot";
import type { Kind } from "@/domain/source";
import { formatDate } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { type Messages, messagesFor } from "@/i18n/messages";
import { dossierMessages } from "@/i18n/messages/dossier";
import { pictureMessages } from "@/i18n/messages/picture";
import { patternKey } from "@/scene/patterns";
import type { Fill, MapScene } from "@/scene/scene";
import { type CommuneFacts, isUnplaced, workDossierSources } from "@/views/dossier/dossierFacts";
import { communesOf } from "@/views/dossier/dossierMaps";
import { indicatorText } from "@/views/explore/valueText";
import { communeName } from "@/views/explore/words";
import { type DossierMap, dossierPicture, type Hatch } from "../images/dossierPicture";
import type { Credits, StandingPicture } from "../images/frame";
import { communeKeyFacts, type KeyFact, workKeyFacts } from "../images/keyFacts";
import type { DossierSheets, PicturedMap } from "./dossierSheets";

/** Communes of a work that are named one by one; of more the first is. */
const NAMED = 3;

/** What a dossier rests on is listed in it; its picture says how much that is. */
function creditsOf(
  { data }: DossierSheets,
  { locale, domain, scene }: Messages,
  kind: Kind,
  sourceIds: readonly string[],
): Credits {
  const count = sourceIds.filter((id) => data.sourceById.has(id)).length;
  return {
    kind,
    kindText: kind === "illustrative" ? scene.kindIllustrative : scene.kindOther(domain[`kind.${kind}`]),
    notes: [scene.boundaryNote, ...(count > 0 ? [pictureMessages[locale].sources(count)] : [])],
  };
}

/** Textures that this very map shows: zero and blanks of its communes, hazard over them. */
function hatchesOf(scene: MapScene, locale: Locale): readonly Hatch[] {
  const m = dossierMessages[locale];
  const shown = new Set(
    scene.planes.flatMap(({ marks }) =>
      marks.flatMap((mark) =>
        mark.type === "area" && mark.fill !== null && "pattern" in mark.fill ? [patternKey(mark.fill)] : [],
      ),
    ),
  );
  const all: readonly (readonly [Fill, string])[] = [
    ...scene.legend.blanks.map(({ fill, label }) => [fill, label] as const),
    [{ pattern: "hazard", hazardClass: "high" }, m.legendHigh],
    [{ pattern: "hazard", hazardClass: "very-high" }, m.legendVeryHigh],
    [{ pattern: "unassessed" }, m.legendUnassessed],
  ];
  return all
    .filter(([fill]) => "pattern" in fill && shown.has(patternKey(fill)))
    .map(([fill, text]) => ({ sign: { type: "fill", fill, stroke: null }, text }));
}

const mapOf = (pictured: PicturedMap | null, messages: Messages, why: string): DossierMap =>
  pictured === null
    ? { why }
    : {
        scene: pictured.scene,
        camera: pictured.camera,
        colours: pictureMessages[messages.locale].colours(
          `${indicatorText(messages, pictured.indicator.label)} (${pictured.scene.legend.unitText})`,
        ),
        hatches: hatchesOf(pictured.scene, messages.locale),
      };

/** What a picture says to those who cannot see it. */
const altOf = (
  { locale }: Messages,
  name: string,
  place: string,
  facts: readonly KeyFact[],
  { kindText }: Credits,
): string => {
  const m = pictureMessages[locale];
  return m.altDossier(
    name,
    place,
    facts.map(({ label, value }) => m.fact(label, value)).join("; "),
    kindText,
  );
};

/** The picture of a commune's dossier, in each language when it is asked for. */
export function communePicture(
  sheets: DossierSheets,
  facts: CommuneFacts,
  kind: Kind,
  address: string | null,
): (locale: Locale) => StandingPicture {
  const { commune, states, sourceIds } = facts;
  let pictured: ReturnType<DossierSheets["pictured"]> | undefined;
  return (locale) => {
    // Cut once for both languages.
    pictured ??= sheets.pictured([commune], states, false);
    const messages = messagesFor(locale);
    const m = pictureMessages[locale];
    const name = communeName(messages, commune);
    const place = m.asOf(m.province, messages.scene.asOf(formatDate(locale, sheets.data.snapshot.asOf)));
    const keyFacts = communeKeyFacts(messages, sheets.data, facts);
    const credits = creditsOf(sheets, messages, kind, sourceIds);
    return dossierPicture({
      locale,
      kicker: dossierMessages[locale][`kicker.${commune.unit}`],
      name,
      place,
      facts: keyFacts,
      map: mapOf(pictured(locale), messages, messages.explore.noBoundaries),
      credits,
      address,
      alt: altOf(messages, name, place, keyFacts, credits),
    });
  };
}

/** The picture of a work's dossier, in each language when it is asked for. */
export function workPicture(
  sheets: DossierSheets,
  state: WorkState,
  kind: Kind,
  address: string | null,
): (locale: Locale) => StandingPicture {
  const { data } = sheets;
  const { work } = state;
  const communes = communesOf(state, data.communeByCode);
  const sourceIds = workDossierSources(data, state);
  let pictured: ReturnType<DossierSheets["pictured"]> | undefined;
  return (locale) => {
    pictured ??= sheets.pictured(communes, [state], true);
    const messages = messagesFor(locale);
    const m = pictureMessages[locale];
    const names = communes.map((commune) => communeName(messages, commune));
    const [first = ""] = names;
    const where =
      names.length === 0
        ? dossierMessages[locale].noCommune
        : m.placeIn(names.length > NAMED ? m.moreCommunes(first, names.length - 1) : names.join(", "));
    const unplaced = isUnplaced(state) && names.length > 0 ? ` · ${m.unplaced}` : "";
    const place = `${m.asOf(where, messages.scene.asOf(formatDate(locale, data.snapshot.asOf)))}${unplaced}`;
    const keyFacts = workKeyFacts(messages, data, state);
    const credits = creditsOf(sheets, messages, kind, sourceIds);
    return dossierPicture({
      locale,
      kicker: dossierMessages[locale].workKicker(messages.domain[`sector.${work.sector}`]),
      name: work.name,
      place,
      facts: keyFacts,
      map: mapOf(pictured(locale), messages, m.noMap),
      credits,
      address,
      alt: altOf(messages, work.name, place, keyFacts, credits),
    });
  };
}
