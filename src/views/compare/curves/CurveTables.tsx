import type { MoneyCurve, ProgressCurve } from "@/analysis/programmeCurve";
import { formatDate, formatNumber } from "@/i18n/format";
import { curvesMessages } from "@/i18n/messages/compareCurves";
import { usePage } from "../../page/context";

/** A table of numbers: the first cell of a row names it. */
function Numbers({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}) {
  return (
    <table className="curves__table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column} scope="col" className={index === 0 ? undefined : "number"}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...values] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td key={columns[index + 1]} className="number">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Triệu in, tỷ with one digit out. */
const BILLION = 1000;

export function CapitalTable({ money }: { readonly money: MoneyCurve }) {
  const { locale } = usePage();
  const m = curvesMessages[locale];
  const amount = (millions: number) => formatNumber(locale, millions / BILLION, 1, true);
  return (
    <Numbers
      caption={m.capitalCaption}
      columns={[
        m["column.year"],
        m["column.planned"],
        m["column.cumulative"],
        m["column.provincial"],
        m["column.works"],
      ]}
      rows={money.steps.map(({ year, planned, cumulative, provincial, works, isAhead }) => ({
        key: String(year),
        cells: [
          isAhead ? `${year} (${m.plannedYear})` : String(year),
          amount(planned),
          amount(cumulative),
          amount(provincial),
          formatNumber(locale, works),
        ],
      }))}
    />
  );
}

export function DisbursedTable({ money }: { readonly money: MoneyCurve }) {
  const { locale } = usePage();
  const m = curvesMessages[locale];
  return (
    <Numbers
      caption={m.disbursedCaption}
      columns={[m["column.day"], m["column.disbursed"], m["column.works"], m["column.corrected"]]}
      rows={money.disbursed.map(({ day, amount, works, corrected }) => ({
        key: day,
        cells: [
          formatDate(locale, day),
          formatNumber(locale, amount / BILLION, 1, true),
          formatNumber(locale, works),
          formatNumber(locale, corrected),
        ],
      }))}
    />
  );
}

/** Days reported, then the quarters still to come with the plan alone. */
export function ProgressTable({ progress }: { readonly progress: ProgressCurve }) {
  const { locale } = usePage();
  const m = curvesMessages[locale];
  const number = (value: number) => formatNumber(locale, value, 1, true);
  return (
    <Numbers
      caption={m.progressCaption}
      columns={[
        m["column.day"],
        m["column.plan"],
        m["column.actual"],
        m["column.works"],
        m["column.corrected"],
      ]}
      rows={[
        ...progress.actual.map(({ day, percent, planned, works, corrected }) => ({
          key: day as string,
          cells: [
            formatDate(locale, day),
            number(planned),
            number(percent),
            formatNumber(locale, works),
            formatNumber(locale, corrected),
          ],
        })),
        ...progress.planned
          .filter(({ day }) => day > progress.asOf)
          .map(({ day, percent }) => ({
            key: day as string,
            cells: [
              formatDate(locale, day),
              number(percent),
              m.notYet,
              formatNumber(locale, progress.counted),
              m.notYet,
            ],
          })),
      ]}
    />
  );
}
