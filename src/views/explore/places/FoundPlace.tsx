import type { CommuneCode } from "@/domain/commune";
import type { NamedPlace } from "@/domain/namedPlace";
import { formatDistance } from "@/i18n/format";
import { placesMessages } from "@/i18n/messages/places";
import { searchMessages } from "@/i18n/messages/search";
import { Icon } from "@/ui/icons";
import { useExplore } from "../context";
import "./places.css";

/** What is known of the place the map was taken to: what it is, where, how surely, by whose word. Its communes can be opened. */
export function FoundPlace({
  place,
  onOpen,
  onClose,
}: {
  readonly place: NamedPlace;
  readonly onOpen: (code: CommuneCode) => void;
  readonly onClose: () => void;
}) {
  const { locale, communeByCode, sourceById } = useExplore();
  const m = placesMessages[locale];
  const communes = place.communeCodes.flatMap((code) => communeByCode.get(code) ?? []);
  const names = communes.map(({ name }) => name).join(", ");
  const error = place.accuracyM === null ? null : formatDistance(locale, place.accuracyM);
  const where =
    error === null
      ? m.whereCommune
      : place.beyond
        ? m.whereBeyond
        : communes.length > 1
          ? m.whereUnsure
          : m.where;
  const source = sourceById.get(place.sourceId);
  return (
    <section className="notice card found-place" aria-label={m.label(place.name)}>
      <div>
        <p>
          <span className="notice__title">{place.name}</span> · {m[`kind.${place.kind}`]}
          {place.aliases.length > 0 && ` · ${searchMessages[locale].alsoCalled(place.aliases.join(", "))}`}
        </p>
        <p>{where(names, error ?? "")}</p>
        {source !== undefined && (
          <p className="note">{m.source(`${source.publisher} (${source.licence})`)}</p>
        )}
      </div>
      <button
        type="button"
        className="button button--icon button--plain"
        aria-label={m.close}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
      <div className="notice__actions">
        {communes.map(({ code, name }) => (
          <button key={code} type="button" className="button" onClick={() => onOpen(code)}>
            {m.open(name)}
          </button>
        ))}
      </div>
    </section>
  );
}
