import { formatNumber } from "@/i18n/format";
import { thirdMessages } from "@/i18n/messages/third";
import type { DensityRow } from "@/scene/third/density";
import { type RaisedRow, TOP_HEIGHT_M } from "@/scene/third/raise";
import { useExplore } from "../context";
import { Swatch } from "../Swatch";

/** The same values as the bodies and the circles: a bar and a figure for each commune, and both kinds of blank in words. */
export function RaisedTable({
  rows,
  height,
  colour,
}: {
  readonly rows: readonly RaisedRow[];
  /** Names of the two indicators. */
  readonly height: string;
  readonly colour: string;
}) {
  const m = thirdMessages[useExplore().locale];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
    <section className="third__table" aria-label={m.table(String(rows.length))} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{m["column.commune"]}</th>
            <th scope="col">{m["column.height"](height)}</th>
            <th scope="col">{m["column.colour"](colour)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              <td>
                <span className="third__value">
                  {row.heightM !== null && <Bar share={row.heightM / TOP_HEIGHT_M} />}
                  <span className={row.heightBlank === null ? "" : "muted"}>{row.height}</span>
                </span>
              </td>
              <td>
                <span className="third__value">
                  {row.fill !== null && <Swatch swatch={{ type: "fill", fill: row.fill, stroke: null }} />}
                  <span>{row.colour}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A length in place of a height; a value beyond the scale's top fills the bar, its figure stands beside it. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="third__bar" viewBox="0 0 46 10" aria-hidden="true">
      <rect width="46" height="10" fill="var(--c-paper3)" />
      <rect width={46 * Math.min(1, Math.max(0, share))} height="10" fill="var(--c-ink2)" />
    </svg>
  );
}

/** Where what is counted lies, by commune; the columns sum to what the map counts and leaves out. */
export function DensityTable({
  rows,
  counted,
  leftOut,
}: {
  readonly rows: readonly DensityRow[];
  readonly counted: number;
  readonly leftOut: number;
}) {
  const { locale } = useExplore();
  const m = thirdMessages[locale];
  const number = (value: number) => formatNumber(locale, value);
  const communes = rows.filter(({ code }) => code !== null).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
    <section className="third__table" aria-label={m.table(number(communes))} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{m["column.commune"]}</th>
            <th scope="col" className="number">
              {m["column.counted"]}
            </th>
            <th scope="col" className="number">
              {m["column.leftOut"]}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code ?? ""}>
              <th scope="row">{row.name}</th>
              <td className="number">{number(row.counted)}</td>
              <td className="number">{number(row.leftOut)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="strong">
            <th scope="row">{m.totalRow}</th>
            <td className="number">{number(counted)}</td>
            <td className="number">{number(leftOut)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
