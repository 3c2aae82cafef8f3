import { useMemo, useState } from "react";
import { foldAccents } from "@/analysis/foldAccents";
import { restrictSnapshot } from "@/analysis/restrictSnapshot";
import type { CommuneCode } from "@/domain/commune";
import { formatNumber } from "@/i18n/format";
import { severalMessages } from "@/i18n/messages/several";
import { Icon } from "@/ui/icons";
import { useExplore, useShown } from "../context";
import { communeName } from "../words";
import { type Group, MEASURES } from "./measures";
import "./several.css";

// Loaded with the panel: by the time its button is pressed the first touch on the map must draw, not move it.
export { Lasso } from "./Lasso";

/** So many stand side by side; more are only summed. */
const COMPARED = 4;

/** Several communes: which, side by side where they are few, and together. */
export function SeveralPanel({
  chosen,
  lasso,
  canLasso,
  onChange,
  onLasso,
  onClose,
}: {
  readonly chosen: readonly CommuneCode[];
  /** A loop is being drawn on the map. */
  readonly lasso: boolean;
  /** False while the map is raised. */
  readonly canLasso: boolean;
  readonly onChange: (chosen: readonly CommuneCode[]) => void;
  readonly onLasso: (on: boolean) => void;
  readonly onClose: () => void;
}) {
  const { locale, messages, snapshot, communeByCode, select } = useExplore();
  const { indicator } = useShown();
  const s = severalMessages[locale];
  const [text, setText] = useState("");
  const [listOpen, setListOpen] = useState(chosen.length === 0);
  const count = (value: number) => formatNumber(locale, value);
  const communes = chosen.flatMap((code) => communeByCode.get(code) ?? []);
  const isChosen = new Set(chosen);
  const add = (codes: Iterable<CommuneCode>) => onChange([...new Set([...chosen, ...codes])]);
  const toggle = (code: CommuneCode, on: boolean) =>
    on ? add([code]) : onChange(chosen.filter((other) => other !== code));
  const listed = snapshot.register.communes
    .filter((commune) => foldAccents(communeName(messages, commune)).includes(foldAccents(text)))
    .toSorted((a, b) => new Intl.Collator(locale).compare(a.name, b.name));
  const difficult = [...snapshot.statuses.keys()];
  const groups = useMemo((): readonly (Group & { readonly name: string })[] => {
    const alone = chosen.length <= COMPARED ? chosen : [];
    const group = (codes: readonly CommuneCode[], code: CommuneCode | null, name: string) => ({
      snapshot: restrictSnapshot(snapshot, new Set(codes)),
      whole: snapshot,
      code,
      name,
    });
    return [
      ...alone.flatMap((code) => {
        const commune = communeByCode.get(code);
        return commune === undefined ? [] : [group([code], code, commune.name)];
      }),
      ...(chosen.length === 1 ? [] : [group(chosen, null, s.sum)]),
    ];
  }, [chosen, snapshot, communeByCode, s]);
  const reading = { locale, messages, indicator };
  const standards = new Set(
    communes.flatMap(({ code }) => snapshot.poverty.get(`commune:${code}`)?.standard ?? []),
  );
  const wide = groups.length > 2;
  return (
    <div className="several">
      <div className="panel__top">
        <div className="panel__head">
          <p className="panel__kicker">{s.kicker}</p>
          <button
            type="button"
            className="button button--icon button--plain"
            aria-label={s.close}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        <h2 className="panel__name panel__name--long">
          <span role="status">{chosen.length === 0 ? s.none : s.title(count(chosen.length))}</span>
        </h2>
        <hr className="panel__rule" />
      </div>
      <ul className="several__chosen">
        {communes.map((commune) => (
          <li key={commune.code}>
            <button
              type="button"
              className="quick__chip"
              onClick={() => toggle(commune.code, false)}
              title={s.remove(commune.name)}
            >
              <span className="hidden-text">{s.remove("")}</span>
              {commune.name} <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <div className="quick several__ways">
        <button
          type="button"
          className="quick__chip"
          aria-pressed={lasso}
          disabled={!canLasso}
          onClick={() => onLasso(!lasso)}
        >
          {lasso ? s.lassoOn : s.lasso}
        </button>
        {difficult.length > 0 && (
          <button type="button" className="quick__chip" onClick={() => add(difficult)}>
            {s.theDifficult(count(difficult.length))}
          </button>
        )}
        {chosen.length > 0 && (
          <>
            <button
              type="button"
              className="quick__chip"
              onClick={() => add(communes.flatMap(({ neighbours }) => neighbours))}
            >
              {s.neighbours}
            </button>
            <button type="button" className="quick__chip" onClick={() => onChange([])}>
              {s.clear}
            </button>
          </>
        )}
      </div>
      <p className="pair__note">{canLasso ? s.lassoHint : s.lassoFlat}</p>
      <details
        className="several__list"
        open={listOpen}
        onToggle={(event) => setListOpen(event.currentTarget.open)}
      >
        <summary className="section__title section__title--strong">{s.choose}</summary>
        <input
          type="search"
          className="select several__find"
          aria-label={s.find}
          placeholder={s.find}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ul className="several__communes">
          {listed.map((commune) => (
            <li key={commune.code}>
              <label className="several__commune">
                <input
                  type="checkbox"
                  checked={isChosen.has(commune.code)}
                  onChange={(event) => toggle(commune.code, event.currentTarget.checked)}
                />
                {communeName(messages, commune)}
              </label>
            </li>
          ))}
        </ul>
      </details>
      {groups.length > 0 && chosen.length > 0 && (
        <section className="section">
          <h3 className="section__title section__title--strong">
            {chosen.length > COMPARED ? s.sumTitle : s.compareTitle}
          </h3>
          <section className="several__scroll" tabIndex={wide ? 0 : undefined} aria-label={s.caption}>
            <table className={`table several__table${wide ? " several__table--wide" : ""}`}>
              <caption className="hidden-text">{s.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{s.row}</th>
                  {groups.map(({ code, name }) => (
                    <th key={code ?? "sum"} scope="col">
                      {code === null ? (
                        name
                      ) : (
                        <button
                          type="button"
                          className="button button--text"
                          onClick={() => select({ type: "commune", id: code })}
                        >
                          {name}
                        </button>
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {MEASURES.map(({ id, label, cell }) => (
                  <tr key={id}>
                    <th scope="row">{label(reading)}</th>
                    {groups.map((group) => {
                      const { text: figure, isBlank, notes } = cell(group, reading);
                      return (
                        <td key={group.code ?? "sum"}>
                          <span className={isBlank ? "muted" : "strong"}>{figure}</span>
                          {notes.map((note) => (
                            <span key={note} className="several__note">
                              {note}
                            </span>
                          ))}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {standards.size > 1 && <p className="pair__note late">{s.standards}</p>}
          <p className="pair__note">{chosen.length > COMPARED ? `${s.compareLimit} ${s.once}` : s.once}</p>
        </section>
      )}
    </div>
  );
}
