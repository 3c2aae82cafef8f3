import { useState } from "react";
import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { importToolMessages } from "@/i18n/messages/importTool";
import type { Severity } from "@/imports/tables/importProblem";
import { Field } from "./Field";
import type { DraftSummary, Excerpt } from "./protocol";
import type { Importing } from "./useImporter";

const SEVERITIES = ["error", "warning", "note"] as const satisfies readonly Severity[];

/** Every problem with its place and what to do; a row can be looked at. */
export function ProblemsStep({
  draft,
  importing: { send, excerpt, closeExcerpt },
  locale,
  day,
}: {
  readonly draft: DraftSummary;
  readonly importing: Importing;
  readonly locale: Locale;
  readonly day: string;
}) {
  const m = importToolMessages[locale];
  const [shown, setShown] = useState<Severity | "all">("all");
  const { errors, warnings, notes } = draft;
  const number = (value: number) => formatNumber(locale, value);
  const lines = draft.lines.filter(({ severity }) => shown === "all" || severity === shown);
  const all = errors + warnings + notes;
  return (
    <section>
      <h4>{m["step.problems"]}</h4>
      <p role="status" className={errors > 0 ? "import__refused" : ""}>
        {all === 0 ? m.noProblems : m.counts(number(errors), number(warnings), number(notes))}
      </p>
      {all > 0 && (
        <>
          <p className="import__line">
            <Field label={m.show}>
              {(id) => (
                <select
                  id={id}
                  className="select"
                  value={shown}
                  onChange={({ target }) =>
                    setShown(SEVERITIES.find((severity) => severity === target.value) ?? "all")
                  }
                >
                  <option value="all">{m["show.all"]}</option>
                  {SEVERITIES.map((severity) => (
                    <option key={severity} value={severity}>
                      {m[`severity.${severity}`]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <button
              type="button"
              className="button"
              onClick={() => send({ type: "file", which: "problems", day })}
            >
              {m.saveProblems}
            </button>
          </p>
          {draft.lines.length < all && (
            <p className="muted">{m.shownOf(number(draft.lines.length), number(all))}</p>
          )}
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard as well
            tabIndex={0}
            className="data__scroll data__scroll--tall"
            aria-label={m["step.problems"]}
          >
            <table className="data__table import__problems">
              <caption className="hidden-text">{m["step.problems"]}</caption>
              <thead>
                <tr>
                  {[m.severity, m.place, m.column, m.value, m.message, m.remedy].map((heading) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map(({ severity, at, isGiven, value, message, remedy, language }, index) => (
                  <tr
                    // biome-ignore lint/suspicious/noArrayIndexKey: what is listed is its place, made new as a whole
                    key={index}
                  >
                    <td className={`import__severity import__severity--${severity}`}>
                      {m[`severity.${severity}`]}
                    </td>
                    <td>
                      <span className="data__small">{m.sheetOf(at.file, at.sheet ?? "")}</span>
                      {at.row === null ? (
                        m.wholeSheet
                      ) : isGiven ? (
                        <button
                          type="button"
                          className="button button--text"
                          onClick={() => send({ type: "rows", at })}
                        >
                          {m.jump(number(at.row))}
                        </button>
                      ) : (
                        `${m.row} ${number(at.row)} (${m.before})`
                      )}
                    </td>
                    <td>{at.column ?? ""}</td>
                    <td>{value ?? ""}</td>
                    <td lang={language}>{message}</td>
                    <td lang={language}>{remedy}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      {excerpt !== null && <ExcerptOf excerpt={excerpt} onClose={closeExcerpt} locale={locale} />}
    </section>
  );
}

/** The rows around a problem, as they stand in the file; the cell it speaks of is set off. */
function ExcerptOf({
  excerpt: { at, first, headings, rows },
  onClose,
  locale,
}: {
  readonly excerpt: Excerpt;
  readonly onClose: () => void;
  readonly locale: Locale;
}) {
  const m = importToolMessages[locale];
  const title = m.excerpt(m.sheetOf(at.file, at.sheet ?? ""), formatNumber(locale, at.row ?? first));
  const column = headings.findIndex((heading) => heading !== "" && heading === at.column);
  return (
    <dialog
      className="import__excerpt"
      aria-label={title}
      // The list stays where it is; the excerpt is put in front of it.
      ref={(element) => {
        if (element !== null && !element.open) element.showModal();
      }}
      onClose={onClose}
    >
      <p className="import__line">
        <strong>{title}</strong>
        <button type="button" className="button" onClick={onClose}>
          {m.close}
        </button>
      </p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard as well
        tabIndex={0}
        className="data__scroll"
        aria-label={title}
      >
        <table className="data__table import__rows">
          <caption className="hidden-text">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{m.row}</th>
              {headings.map((heading, place) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: what is listed is its place, made new as a whole
                  key={place}
                  scope="col"
                >
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: what is listed is its place, made new as a whole
                key={index}
                className={first + index === at.row ? "import__meant" : ""}
              >
                <th scope="row">{first + index}</th>
                {Array.from({ length: Math.max(headings.length, cells.length) }, (_, place) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: what is listed is its place, made new as a whole
                    key={place}
                    className={first + index === at.row && place === column ? "import__cell" : ""}
                  >
                    {cells[place] ?? ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </dialog>
  );
}
