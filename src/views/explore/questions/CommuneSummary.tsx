import type { Answered, ConditionResult } from "@/analysis/question/answer";
import type { CommuneRow } from "@/analysis/question/byCommune";
import { formatArea, formatDistance, formatNumber } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import { useExplore } from "../context";
import { communeName } from "../words";

/** Unit of the parts inside the first condition's target; null: none was measured. */
export const unitOf = ({
  items,
}: Pick<Answered, "items">): NonNullable<ConditionResult["share"]>["unit"] | null =>
  items.find(({ results }) => (results[0]?.share ?? null) !== null)?.results[0]?.share?.unit ?? null;

/** The answer by commune; the rows add up to the last. */
export function CommuneSummary({
  rows,
  unit,
}: {
  readonly rows: readonly CommuneRow[];
  /** Of the part inside; null: nothing was measured. */
  readonly unit: NonNullable<ConditionResult["share"]>["unit"] | null;
}) {
  const { locale, messages, communeByCode, select } = useExplore();
  const words = questionMessages[locale];
  const number = (value: number) => formatNumber(locale, value);
  const inside = (value: number | null) => {
    if (value === null) return "–";
    return unit === "metres" ? formatDistance(locale, value) : formatArea(locale, value);
  };
  const sum = (pick: (row: CommuneRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const name = ({ code }: CommuneRow) => {
    if (code === "several") return words.rowSeveral;
    if (code === "unstated") return words.rowUnstated;
    const commune = communeByCode.get(code);
    if (commune === undefined) return code;
    return (
      <button type="button" className="ask__open" onClick={() => select({ type: "commune", id: code })}>
        {communeName(messages, commune)}
      </button>
    );
  };
  return (
    <details className="ask__group">
      <summary className="section__title section__title--strong">{words.byCommune}</summary>
      <table className="table ask__table ask__summary">
        <caption className="hidden-text">{words.byCommune}</caption>
        <thead>
          <tr>
            <th scope="col">{words.commune}</th>
            <th scope="col" className="number">
              {words["is.yes"]}
            </th>
            <th scope="col" className="number">
              {words["is.no"]}
            </th>
            <th scope="col" className="number">
              {words["is.unknown"]}
            </th>
            {unit !== null && (
              <th scope="col" className="number">
                {words.inTarget}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{name(row)}</th>
              <td className="number">{number(row.counts.yes)}</td>
              <td className="number">{number(row.counts.no)}</td>
              <td className="number">{number(row.counts.unknown)}</td>
              {unit !== null && <td className="number">{inside(row.inside)}</td>}
            </tr>
          ))}
          <tr className="ask__sum">
            <th scope="row">{words.sum}</th>
            <td className="number">{number(sum(({ counts }) => counts.yes))}</td>
            <td className="number">{number(sum(({ counts }) => counts.no))}</td>
            <td className="number">{number(sum(({ counts }) => counts.unknown))}</td>
            {unit !== null && <td className="number">{inside(sum((row) => row.inside ?? 0))}</td>}
          </tr>
        </tbody>
      </table>
      <p className="note">{words.byCommuneNote}</p>
    </details>
  );
}
