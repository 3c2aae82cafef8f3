import { useId, useState } from "react";
import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { importToolMessages } from "@/i18n/messages/importTool";
import { FORMS, formOf } from "@/imports/forms";
import { Field } from "./Field";
import type { RefusedFile, SheetSummary } from "./protocol";
import type { Importing } from "./useImporter";

/** What is offered by the system's dialog; a file is told apart by what it holds. */
const ACCEPTED = ".xlsx,.xlsm,.xls,.ods,.csv,.txt,.tsv,.geojson,.json,.zip,.kml,.kmz";

/** Choosing files, and saying how each sheet is to be understood. */
export function FilesStep({ importing, locale }: { readonly importing: Importing; readonly locale: Locale }) {
  const m = importToolMessages[locale];
  const { sheets, refused, addFiles, removeFile } = importing;
  const [isOver, setOver] = useState(false);
  const names = [...new Set([...sheets.map(({ file }) => file), ...refused.map(({ file }) => file)])];
  return (
    <section>
      <h4>{m["step.files"]}</h4>
      <section
        className={isOver ? "import__drop import__drop--over" : "import__drop"}
        aria-label={m["step.files"]}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          addFiles([...event.dataTransfer.files]);
        }}
      >
        <label className="button import__choose">
          {m.choose}
          <input
            type="file"
            multiple
            accept={ACCEPTED}
            onChange={({ target }) => {
              addFiles([...(target.files ?? [])]);
              // The same file, mended, can be chosen again.
              target.value = "";
            }}
          />
        </label>{" "}
        <span className="muted">{m.drop}</span>
      </section>
      {names.map((file) => (
        <div key={file} className="import__file">
          <p className="import__file-head">
            <strong>{file}</strong>
            <button
              type="button"
              className="button button--text"
              aria-label={m.removeFile(file)}
              onClick={() => removeFile(file)}
            >
              {m.remove}
            </button>
          </p>
          {refused
            .filter((each) => each.file === file)
            .map((each) => (
              <Refused key={each.file} refused={each} importing={importing} locale={locale} />
            ))}
          {sheets
            .filter((sheet) => sheet.file === file)
            .map((sheet) => (
              <SheetChoices key={sheet.id} sheet={sheet} importing={importing} locale={locale} />
            ))}
        </div>
      ))}
    </section>
  );
}

/** A file that is not read, and what may be done about it. */
function Refused({
  refused: { file, message, needs },
  importing,
  locale,
}: {
  readonly refused: RefusedFile;
  readonly importing: Importing;
  readonly locale: Locale;
}) {
  const m = importToolMessages[locale];
  const [chosen, setChosen] = useState(needs?.candidates[0] ?? "");
  return (
    <div className="import__refused" role="alert">
      <p>{message}</p>
      {needs !== null && (
        <p className="import__line">
          <Field label={m.encoding}>
            {(id) => (
              <select
                id={id}
                className="select"
                value={chosen}
                onChange={({ target }) => setChosen(target.value)}
              >
                {needs.candidates.map((candidate) => (
                  <option key={candidate}>{candidate}</option>
                ))}
              </select>
            )}
          </Field>
          <button type="button" className="button" onClick={() => importing.readAgain(file, chosen)}>
            {m.useEncoding}
          </button>
        </p>
      )}
    </div>
  );
}

/** In which reference system the coordinates are: what the file says, or what a person knows of it. */
function SystemChoice({
  sheet,
  coordinates: { chosen, said, systems },
  send,
  locale,
}: {
  readonly sheet: number;
  readonly coordinates: NonNullable<SheetSummary["coordinates"]>;
  readonly send: Importing["send"];
  readonly locale: Locale;
}) {
  const m = importToolMessages[locale];
  return (
    <>
      <Field label={m.crs}>
        {(id) => (
          <select
            id={id}
            className="select"
            value={chosen ?? ""}
            onChange={({ target }) =>
              send({
                type: "crs",
                id: sheet,
                crs: systems.find(({ crs }) => crs === target.value)?.crs ?? null,
              })
            }
          >
            {chosen === null && <option value="">{m.crsUnchosen}</option>}
            {systems.map(({ crs, isInside }) => (
              <option key={crs} value={crs}>
                {isInside ? m.crsInside(m[`crs.${crs}`]) : m[`crs.${crs}`]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {said !== null && <span className="muted">{m.crsSaid(said)}</span>}
    </>
  );
}

/** Which table a sheet is, where its headings stand, and what each column means. */
function SheetChoices({
  sheet,
  importing: { send },
  locale,
}: {
  readonly sheet: SheetSummary;
  readonly importing: Importing;
  readonly locale: Locale;
}) {
  const m = importToolMessages[locale];
  const id = useId();
  const form = sheet.form === null ? null : formOf(sheet.form);
  // The fields of a map have no row to stand in.
  const { isMap } = sheet;
  const size = isMap
    ? m.features(formatNumber(locale, sheet.rows - 1))
    : m.rows(formatNumber(locale, sheet.rows));
  const understood = sheet.columns.filter(({ column }) => column !== null).length;
  return (
    <div className="import__sheet">
      <p className="import__line">
        <label className="import__use">
          <input
            type="checkbox"
            checked={sheet.isUsed}
            disabled={sheet.form === null}
            onChange={({ target }) => send({ type: "use", id: sheet.id, isUsed: target.checked })}
          />
          <span>
            {sheet.name ?? m.use} <span className="muted">{size}</span>
            {sheet.isHidden && <span className="muted"> · {m.hidden}</span>}
          </span>
        </label>
        <Field label={m.table}>
          {(id) => (
            <select
              id={id}
              className="select"
              value={sheet.form ?? ""}
              onChange={({ target }) => send({ type: "take", id: sheet.id, form: target.value, row: null })}
            >
              {sheet.form === null && <option value="">{m.noTable}</option>}
              {FORMS.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.title[locale]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {sheet.coordinates !== null && (
          <SystemChoice sheet={sheet.id} coordinates={sheet.coordinates} send={send} locale={locale} />
        )}
        {form !== null && !isMap && (
          <Field label={m.headingRow}>
            {(id) => (
              <input
                id={id}
                className="select import__row"
                type="number"
                min={1}
                max={Math.max(1, sheet.rows)}
                key={sheet.first}
                defaultValue={sheet.first}
                onBlur={({ target }) => {
                  const row = target.valueAsNumber;
                  if (Number.isInteger(row) && row >= 1 && row !== sheet.first)
                    send({ type: "take", id: sheet.id, form: form.id, row });
                }}
              />
            )}
          </Field>
        )}
      </p>
      {form !== null && sheet.isUsed && (
        <details>
          <summary>{m.mapping(understood, sheet.columns.length)}</summary>
          <div className="data__scroll">
            <table className="data__table">
              <caption className="hidden-text">{m.mapping(understood, sheet.columns.length)}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.given}</th>
                  <th scope="col">{m.meaning}</th>
                  <th scope="col">{m.sample}</th>
                </tr>
              </thead>
              <tbody>
                {sheet.columns.map(({ heading, column }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <tr key={place}>
                    <th scope="row" id={`${id}-${place}`}>
                      {heading === "" ? <span className="muted">{m.noHeading}</span> : heading}
                    </th>
                    <td>
                      <select
                        className="select"
                        aria-labelledby={`${id}-${place}`}
                        value={column ?? ""}
                        onChange={({ target }) =>
                          send({
                            type: "match",
                            id: sheet.id,
                            place,
                            column: target.value === "" ? null : target.value,
                          })
                        }
                      >
                        <option value="">{m.keepColumn}</option>
                        {form.columns.map((each) => (
                          <option key={each.column} value={each.column}>
                            {each.heading[locale]}
                            {each.isRequired ? " *" : ""}
                          </option>
                        ))}
                      </select>
                    </td>
                    <td className="muted">{sheet.preview[0]?.[place] ?? ""}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </div>
  );
}
