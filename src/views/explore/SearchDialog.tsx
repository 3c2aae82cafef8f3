import { type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from "react";
import {
  CLOSENESS,
  placeEntries,
  prepareSearch,
  type SearchEntry,
  type SearchHit,
  search,
  searchEntries,
} from "@/analysis/search";
import { isCommuneCode } from "@/domain/commune";
import type { NamedPlace } from "@/domain/namedPlace";
import type { BBox } from "@/domain/units";
import { formatDistance, formatNumber } from "@/i18n/format";
import { placesMessages } from "@/i18n/messages/places";
import { searchMessages } from "@/i18n/messages/search";
import type { Boundaries } from "@/scene/geometry";
import type { Selection } from "@/state/view";
import { Dialog } from "@/ui/Dialog";
import { useExplore } from "./context";
import { boxAround, placeOfEntry } from "./placeOfEntry";
import { usePlaces } from "./places/usePlaces";
import { useMyCommune } from "./useMyCommune";

/** More than anybody reads; a longer list is narrowed by typing. */
const SHOWN = 40;

/** How long names are prepared at a stretch, ms. */
const SLICE_MS = 8;

/** Gets thousands of names ready while the reader is still reaching for the keys. */
function usePrepared(entries: readonly SearchEntry[]): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const goOn = (from: number) => {
      timer = setTimeout(() => {
        const started = performance.now();
        const next = prepareSearch(entries, from, () => performance.now() - started > SLICE_MS);
        if (next !== null) goOn(next);
      });
    };
    goOn(0);
    return () => clearTimeout(timer);
  }, [entries]);
}

const NO_PLACES: readonly NamedPlace[] = [];

/** What was chosen. */
interface Found {
  /** What is to be opened. */
  readonly selection: Selection | null;
  /** What is to be marked. */
  readonly place: NamedPlace | null;
  /** Where it lies; null where nobody knows. */
  readonly frame: BBox | null;
  /** For the live region. */
  readonly said: string;
}

/** Finds what has a name, and the reader's own commune. What is chosen opens its panel and comes into view. */
export function SearchDialog({
  boundaries,
  source,
  onFound,
  onClose,
}: {
  readonly boundaries: Boundaries | null;
  /** The folder of the data: places are asked for there when the search opens. */
  readonly source: string;
  /** Called after `onClose`. */
  readonly onFound: (found: Found) => void;
  readonly onClose: () => void;
}) {
  const { locale, snapshot, communeByCode, villageById, sourceById } = useExplore();
  const m = searchMessages[locale];
  const p = placesMessages[locale];
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [found, retryPlaces] = usePlaces(source);
  const places = found.state === "here" ? found.places : NO_PLACES;
  const placeById = useMemo(() => new Map(places.map((place) => [place.placeId, place])), [places]);
  const entries = useMemo(() => [...searchEntries(snapshot), ...placeEntries(places)], [snapshot, places]);
  const hits = useMemo(() => search(entries, text), [entries, text]);
  usePrepared(entries);
  const mine = useMyCommune(boundaries?.communes ?? null);
  // The dialog gives the focus to its first control; here that is the text to be typed.
  useEffect(() => field.current?.focus(), []);

  const communeEntries = mine.codes.flatMap((code): SearchHit[] =>
    entries
      .filter(({ type, id: found }) => type === "commune" && found === code)
      .map((entry) => ({ entry, closeness: CLOSENESS.exact, matched: entry.name })),
  );
  const asked = text.trim() !== "";
  const shown = asked ? hits.slice(0, SHOWN) : communeEntries;
  const active = Math.min(at, shown.length - 1);
  const number = (value: number) => formatNumber(locale, value);
  const counts = useMemo(() => {
    const found = new Map<SearchEntry["type"], number>();
    for (const { type } of entries) found.set(type, (found.get(type) ?? 0) + 1);
    return (type: SearchEntry["type"]) => formatNumber(locale, found.get(type) ?? 0);
  }, [entries, locale]);
  const searched = m.searched(counts("commune"), counts("village"), counts("former-unit"), counts("work"));

  const credits = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { sourceId } of places) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .flatMap(([sourceId]) => sourceById.get(sourceId) ?? [])
      .map(({ publisher, licence, kind }) => (kind === "published" ? `${publisher} (${licence})` : publisher))
      .join("; ");
  }, [places, sourceById]);

  const open = (entry: SearchEntry) => {
    // The dialog goes first, and what was found comes in a task of its own: together they would be a long one.
    onClose();
    const found = (what: Found) => setTimeout(() => onFound(what));
    const frame = placeOfEntry(entry, snapshot, { communeByCode, villageById });
    if (entry.type === "place") {
      const place = placeById.get(entry.id) ?? null;
      const [home] = entry.communeCodes;
      // Without a point there is nothing to mark but the commune; with one, nothing to open.
      if (place?.point != null)
        found({ selection: null, place, frame: boxAround([place.point]), said: p.shown(entry.name) });
      else if (home !== undefined)
        found({
          selection: { type: "commune", id: home },
          place,
          frame,
          said: p.onlyCommune(entry.name, names([home])),
        });
    } else
      found({
        selection: { type: entry.type === "former-unit" ? "commune" : entry.type, id: entry.id },
        place: null,
        frame,
        said: m.opened(entry.type === "former-unit" ? names(entry.communeCodes) : entry.name),
      });
  };
  // One commune and no doubt: that is the answer, once.
  const { certain } = mine;
  const answer = useEffectEvent((code: string) => {
    const entry = entries.find((one) => one.type === "commune" && one.id === code);
    if (entry !== undefined) open(entry);
  });
  useEffect(() => {
    if (certain !== null) answer(certain);
  }, [certain]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      const next = (active + step + shown.length) % shown.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      const hit = shown[active];
      if (hit !== undefined) open(hit.entry);
    }
  };
  const said = !asked
    ? ""
    : hits.length === 0
      ? m.none(text.trim())
      : hits.length > SHOWN
        ? m.first(number(SHOWN), number(hits.length))
        : m.count(number(hits.length));
  const names = (codes: readonly string[]) =>
    codes.flatMap((code) => (isCommuneCode(code) ? (communeByCode.get(code)?.name ?? []) : [])).join(", ");
  const context = ({ entry, matched, closeness }: SearchHit) => {
    const place = placeById.get(entry.id);
    const where =
      entry.type === "place" && (place?.beyond === true || entry.communeCodes.length > 1)
        ? [p.oneOf(names(entry.communeCodes)), place?.beyond === true ? p.orBeyond : ""].join(" ").trim()
        : entry.type === "commune"
          ? ""
          : entry.type === "former-unit"
            ? m.nowIn(names(entry.communeCodes))
            : names(entry.communeCodes) || m.nowhere;
    return [
      m[`type.${entry.type}`],
      place === undefined ? "" : p[`kind.${place.kind}`],
      where,
      matched === entry.name || matched === entry.id ? "" : m.alsoCalled(matched),
      closeness === CLOSENESS.near ? m.near : "",
      place === undefined ? "" : (sourceById.get(place.sourceId)?.publisher ?? ""),
    ]
      .filter((part) => part !== "")
      .join(" · ");
  };
  return (
    <Dialog title={m.title} closeLabel={m.close} onClose={onClose}>
      <div className="search">
        <label className="search__label" htmlFor={`${id}-field`}>
          {m.field}
        </label>
        <input
          ref={field}
          id={`${id}-field`}
          className="search__field"
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length === 0 ? undefined : `${id}-${active}`}
          aria-describedby={`${id}-searched`}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div className="search__mine">
          <button type="button" className="button" onClick={mine.ask} disabled={mine.state === "asking"}>
            {m.mine}
          </button>
          <span className="note">{m.mineHint}</span>
        </div>
        <p className="search__said" role="status">
          {asked ? said : mineText(mine, m, (metres) => formatDistance(locale, metres))}
        </p>
        <div id={`${id}-list`} className="search__list" role="listbox" aria-label={m.results}>
          {shown.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys act in the field, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is pointed at, never focused
            <div
              key={`${hit.entry.type}:${hit.entry.id}:${hit.entry.name}`}
              id={`${id}-${index}`}
              className="search__hit"
              role="option"
              aria-selected={index === active}
              onClick={() => open(hit.entry)}
            >
              <span className="search__name">{hit.entry.name}</span>
              <span className="search__context">{context(hit)}</span>
            </div>
          ))}
        </div>
        <p id={`${id}-searched`} className="note">
          {searched} {found.state === "here" ? p.searched(number(places.length), credits) : ""}
          {found.state === "coming" ? p.coming : ""}
        </p>
        {found.state === "failed" && (
          <p className="search__missing" role="status">
            {p.missing(`data/${found.failure.path}`)}
            <button type="button" className="button" onClick={retryPlaces}>
              {p.retry}
            </button>
          </p>
        )}
      </div>
    </Dialog>
  );
}

function mineText(
  mine: ReturnType<typeof useMyCommune>,
  m: (typeof searchMessages)["vi"],
  distance: (metres: number) => string,
): string {
  const error = distance(mine.accuracyM);
  switch (mine.state) {
    case "idle":
    case "found":
      return "";
    case "asking":
      return m.locating;
    case "unsure":
      return mine.beyond ? m.unsureBeyond(error) : m.unsure(error);
    case "outside":
      return m.outside(error);
    default:
      return m[mine.state];
  }
}
