import { KINDS, type Kind, type Source } from "@/domain/source";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import { importToolMessages } from "@/i18n/messages/importTool";
import { formOf } from "@/imports/forms";
import type { ColumnForm } from "@/imports/forms/form";
import { Field } from "./Field";
import type { SheetSummary } from "./protocol";

/** What is said for all rows, as the fields hold it. */
export interface WishFields {
  /** An id of the sources that are there; "": none is chosen; NEW_SOURCE: the one that is being described. */
  readonly sourceId: string;
  readonly newSource: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly kind: Kind;
    readonly publishedOn: string;
    readonly licence: string;
  };
  /** By column of a form. */
  readonly fill: Readonly<Record<string, string>>;
  readonly isOfficialOnly: boolean;
  readonly replaced: readonly string[];
}
export const NEW_SOURCE = "+";

export const EMPTY_WISH: WishFields = {
  sourceId: "",
  newSource: { id: "", title: "", publisher: "", kind: "official", publishedOn: "", licence: "" },
  fill: {},
  isOfficialOnly: false,
  replaced: [],
};

/** Columns the used sheets need and one value could fill; a file that has one keeps its own values. */
function fillable(sheets: readonly SheetSummary[]): readonly ColumnForm[] {
  const columns = new Map<string, ColumnForm>();
  for (const sheet of sheets) {
    if (!sheet.isUsed || sheet.form === null) continue;
    for (const column of formOf(sheet.form)?.columns ?? []) {
      const isThere = sheet.columns.some((each) => each.column === column.column);
      const isDayOfRecord = column.column === "recorded_on" || column.column === "reported_on";
      if (column.isShared && (!isThere || isDayOfRecord)) columns.set(column.column, column);
    }
  }
  return [...columns.values()];
}

/** Source, days and packs for everything that is handed in. */
export function WishStep({
  wish,
  onChange,
  sheets,
  sources,
  hasIllustrative,
  locale,
  messages,
}: {
  readonly wish: WishFields;
  readonly onChange: (wish: WishFields) => void;
  readonly sheets: readonly SheetSummary[];
  readonly sources: readonly Source[];
  /** The site was built with the invented scenario as well. */
  readonly hasIllustrative: boolean;
  readonly locale: Locale;
  readonly messages: Messages;
}) {
  const m = importToolMessages[locale];
  const used = [...new Set(sheets.flatMap(({ isUsed, form }) => (isUsed && form !== null ? [form] : [])))];
  const setSource = (change: Partial<WishFields["newSource"]>) =>
    onChange({ ...wish, newSource: { ...wish.newSource, ...change } });
  const text = (name: "id" | "title" | "publisher" | "licence") => (
    <Field label={m[`source.${name}`]}>
      {(id) => (
        <input
          id={id}
          className="select"
          value={wish.newSource[name]}
          placeholder={name === "id" ? "SRC-…" : undefined}
          onChange={({ target }) => setSource({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <section>
      <h4>{m["step.wish"]}</h4>
      <p className="data__note">{m.wishNote}</p>
      <div className="import__fields">
        <Field label={m.source}>
          {(id) => (
            <select
              id={id}
              className="select"
              value={wish.sourceId}
              onChange={({ target }) => onChange({ ...wish, sourceId: target.value })}
            >
              <option value="">{m.unchosen}</option>
              <option value={NEW_SOURCE}>{m.newSource}</option>
              {sources.map(({ sourceId, title }) => (
                <option key={sourceId} value={sourceId}>
                  {sourceId} – {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        {wish.sourceId === NEW_SOURCE && (
          <>
            {text("id")}
            {text("title")}
            {text("publisher")}
            <Field label={m["source.kind"]}>
              {(id) => (
                <select
                  id={id}
                  className="select"
                  value={wish.newSource.kind}
                  onChange={({ target }) =>
                    setSource({ kind: KINDS.find((kind) => kind === target.value) ?? "official" })
                  }
                >
                  {KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {messages.domain[`kind.${kind}`]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={m["source.publishedOn"]}>
              {(id) => (
                <input
                  id={id}
                  className="select"
                  type="date"
                  value={wish.newSource.publishedOn}
                  onChange={({ target }) => setSource({ publishedOn: target.value })}
                />
              )}
            </Field>
            {text("licence")}
          </>
        )}
        {fillable(sheets).map(({ column, heading, type, words }) => (
          <FillField
            key={column}
            label={heading[locale]}
            type={type}
            words={words}
            value={wish.fill[column] ?? ""}
            onChange={(value) => onChange({ ...wish, fill: { ...wish.fill, [column]: value } })}
            locale={locale}
          />
        ))}
        {hasIllustrative && (
          <Field label={m.packs}>
            {(id) => (
              <select
                id={id}
                className="select"
                value={wish.isOfficialOnly ? "official" : "all"}
                onChange={({ target }) => onChange({ ...wish, isOfficialOnly: target.value === "official" })}
              >
                <option value="all">{m["packs.all"]}</option>
                <option value="official">{m["packs.official"]}</option>
              </select>
            )}
          </Field>
        )}
      </div>
      {used.map((id) => (
        <label key={id} className="import__use">
          <input
            type="checkbox"
            checked={wish.replaced.includes(id)}
            onChange={({ target }) =>
              onChange({
                ...wish,
                replaced: target.checked
                  ? [...wish.replaced, id]
                  : wish.replaced.filter((each) => each !== id),
              })
            }
          />
          <span>{m.replace(formOf(id)?.title[locale] ?? id)}</span>
        </label>
      ))}
    </section>
  );
}

/** One value for a column of every row that lacks it. */
function FillField({
  label,
  type,
  words,
  value,
  onChange,
  locale,
}: {
  readonly label: string;
  readonly type: ColumnForm["type"];
  readonly words: ColumnForm["words"];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly locale: Locale;
}) {
  return (
    <Field label={label}>
      {(id) =>
        words !== null ? (
          <select id={id} className="select" value={value} onChange={({ target }) => onChange(target.value)}>
            <option value="">{importToolMessages[locale].unchosen}</option>
            {Object.entries(words).map(([word, names]) => (
              <option key={word} value={word}>
                {names[locale]}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={id}
            className="select"
            type={type === "day" ? "date" : type === "year" ? "number" : "text"}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}
