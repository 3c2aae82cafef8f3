import type { MapData } from "@/datasets";
import type { Commune } from "@/domain/commune";
import { isIsoDate } from "@/domain/date";
import { formatDate, formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { importToolMessages } from "@/i18n/messages/importTool";
import { formOf } from "@/imports/forms";
import type { ColumnForm } from "@/imports/forms/form";
import { LAYER_KINDS } from "@/imports/sheet";
import { decodeBoundaries } from "@/scene/geometry";
import { changeText } from "../../compare/answer/changeSentences";
import { CommuneMap, placeOnMap } from "../../compare/maps/CommuneMap";
import { frameOf, sheetOf } from "../../compare/maps/mapSheet";
import { ShapeSheet } from "../../compare/maps/ShapeSheet";
import type { DraftSummary, ShownChange, ShownShape } from "./protocol";

const MAP_WIDTH = 460;
const CHANGED = { css: "var(--c-accent)" } as const;

/** What a draft would change: how many rows, what that means for works, where, and every row. */
export function ChangesStep({
  draft,
  communes,
  boundaries,
  locale,
}: {
  readonly draft: DraftSummary;
  readonly communes: readonly Commune[];
  readonly boundaries: MapData["geometry"]["boundaries"];
  readonly locale: Locale;
}) {
  const m = importToolMessages[locale];
  const number = (value: number) => formatNumber(locale, value);
  const kinds = ["added", "changed", "removed", "same"] as const;
  const title = m.rowsTitle(number(draft.changes.length), number(draft.changedRows));
  return (
    <section>
      <h4>{m["step.changes"]}</h4>
      {draft.changedRows === 0 ? (
        <p>{m.noChanges}</p>
      ) : (
        <>
          <table className="data__table import__counts">
            <caption className="hidden-text">{m["step.changes"]}</caption>
            <thead>
              <tr>
                <th scope="col">{m.tableColumn}</th>
                {kinds.map((kind) => (
                  <th key={kind} scope="col" className="data__number">
                    {m[kind]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {draft.counts.map((count) => (
                <tr key={count.form}>
                  <th scope="row">{formOf(count.form)?.title[locale] ?? count.form}</th>
                  {kinds.map((kind) => (
                    <td key={kind} className="data__number">
                      {number(count[kind])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {draft.works.length > 0 && <WorkChanges draft={draft} locale={locale} />}
          {(draft.communes.length > 0 || draft.shapes.length > 0) && boundaries !== null && (
            <Where draft={draft} communes={communes} boundaries={boundaries} locale={locale} />
          )}
          <details>
            <summary>{title}</summary>
            <section
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard as well
              tabIndex={0}
              className="data__scroll data__scroll--tall"
              aria-label={title}
            >
              <table className="data__table">
                <caption className="hidden-text">{title}</caption>
                <thead>
                  <tr>
                    {[m.tableColumn, m.key, m.what, m.whereFrom].map((heading) => (
                      <th key={heading} scope="col">
                        {heading}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {draft.changes.map((change) => (
                    <RowOf
                      key={`${change.form} ${change.key.join(" ")}`}
                      change={change}
                      communes={communes}
                      locale={locale}
                    />
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </>
      )}
    </section>
  );
}

/** A value of the packs as people read it; what is none of the column's kind stays as it is. */
function readable(
  { type, words }: Pick<ColumnForm, "type" | "words">,
  value: string,
  communes: readonly Commune[],
  locale: Locale,
): string {
  if (words !== null) return words[value]?.[locale] ?? value;
  if (type === "day") return isIsoDate(value) ? formatDate(locale, value) : value;
  if (type !== "commune" && type !== "communes" && type !== "area") return value;
  return value
    .split(";")
    .map((code) => communes.find((commune) => commune.code === code)?.name ?? code)
    .join(", ");
}

function RowOf({
  change,
  communes,
  locale,
}: {
  readonly change: ShownChange;
  readonly communes: readonly Commune[];
  readonly locale: Locale;
}) {
  const m = importToolMessages[locale];
  const form = formOf(change.form);
  const text = (column: string, value: string) => {
    const known = form?.columns.find((each) => each.column === column);
    return value === "" ? m.blank : known === undefined ? value : readable(known, value, communes, locale);
  };
  const heading = (column: string) =>
    form?.columns.find((each) => each.column === column)?.heading[locale] ?? column;
  return (
    <tr>
      <td>
        {form?.title[locale] ?? change.form}
        <span className={`import__kind import__kind--${change.kind}`}>{m[change.kind]}</span>
      </td>
      <th scope="row">{change.key.join(" · ")}</th>
      <td>
        {change.cells.map(({ column, before, after }) => (
          <span key={column} className="data__small">
            {heading(column)}: {before !== null && <del>{text(column, before)}</del>}
            {before !== null && after !== null && " → "}
            {after !== null && <ins>{text(column, after)}</ins>}
          </span>
        ))}
      </td>
      <td>{change.place}</td>
    </tr>
  );
}

function WorkChanges({ draft, locale }: { readonly draft: DraftSummary; readonly locale: Locale }) {
  const m = importToolMessages[locale];
  return (
    <>
      <h5>{m.worksTitle}</h5>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard as well
        tabIndex={0}
        className="data__scroll data__scroll--tall"
        aria-label={m.worksTitle}
      >
        <table className="data__table">
          <caption className="hidden-text">{m.worksTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{m.work}</th>
              <th scope="col">{m.change}</th>
            </tr>
          </thead>
          <tbody>
            {draft.works.map(({ change, name, communes }, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: what is listed is its place, made new as a whole
                key={index}
              >
                <th scope="row">
                  {name}
                  <span className="data__small">{communes.join(", ")}</span>
                </th>
                <td>{changeText({ locale }, change)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The communes whose rows change, drawn and listed. */
function Where({
  draft,
  communes,
  boundaries,
  locale,
}: {
  readonly draft: DraftSummary;
  readonly communes: readonly Commune[];
  readonly boundaries: NonNullable<MapData["geometry"]["boundaries"]>;
  readonly locale: Locale;
}) {
  const m = importToolMessages[locale];
  const sheet = sheetOf(communes);
  const frame = frameOf(sheet, []);
  const names = new Map(communes.map(({ code, name }) => [code, name]));
  const counts = LAYER_KINDS.flatMap((kind) => {
    const drawn = draft.shapes.filter((shape) => shape.kind === kind).length;
    return drawn === 0 ? [] : [m[`shapes.${kind}`](formatNumber(locale, drawn))];
  }).join(", ");
  const hasShapes = draft.shapes.length > 0;
  const communesLabel = m.mapLabel(formatNumber(locale, draft.communes.length));
  return (
    <>
      <h5>{draft.communes.length > 0 ? m.mapTitle : m.shapesTitle}</h5>
      <div className="import__where">
        <ShapeSheet boundaries={decodeBoundaries(boundaries)} sheet={sheet} />
        <CommuneMap
          communes={communes}
          fills={new Map(draft.communes.map(([code]) => [code, CHANGED]))}
          frame={frame}
          width={MAP_WIDTH}
          label={[
            ...(draft.communes.length > 0 ? [communesLabel] : []),
            ...(hasShapes ? [m.shapesLabel(counts)] : []),
          ].join(" ")}
        >
          <Shapes shapes={draft.shapes} place={placeOnMap(sheet, frame, MAP_WIDTH)} />
        </CommuneMap>
        <div>
          {hasShapes && <p>{m.shapesCount(counts)}</p>}
          <ul>
            {draft.communes.map(([code, rows]) => (
              <li key={code}>{m.communeRows(names.get(code) ?? code, formatNumber(locale, rows))}</li>
            ))}
          </ul>
        </div>
      </div>
    </>
  );
}

/** The places and shapes of the rows, over the communes: a wrong reference system is seen at once. */
function Shapes({
  shapes,
  place,
}: {
  readonly shapes: readonly ShownShape[];
  readonly place: (point: readonly [number, number]) => readonly [number, number];
}) {
  const pathOf = ({ kind, parts }: ShownShape) =>
    parts
      .map((part) => {
        const points = part.map((point) =>
          place(point)
            .map((value) => value.toFixed(1))
            .join(" "),
        );
        return `M${points.join("L")}${kind === "polygon" ? "Z" : ""}`;
      })
      .join("");
  const of = (kind: ShownShape["kind"]) => shapes.filter((shape) => shape.kind === kind);
  return (
    <g className="import__shapes">
      <path className="import__areas" d={of("polygon").map(pathOf).join("")} />
      <path className="import__lines" d={of("line").map(pathOf).join("")} />
      {of("point").map(({ parts }, index) => {
        const [point] = parts[0] ?? [];
        if (point === undefined) return null;
        const [x, y] = place(point);
        // biome-ignore lint/suspicious/noArrayIndexKey: what is drawn is its place, made new as a whole
        return <circle key={index} cx={x.toFixed(1)} cy={y.toFixed(1)} r="3" />;
      })}
    </g>
  );
}
