import { cellName, type NeedRisk, type NeedRiskRow } from "@/analysis/needRisk";
import { formatNumber } from "@/i18n/format";
import { needMessages } from "@/i18n/messages/compareNeed";
import { needRiskCss } from "@/scene/needRiskTokens";
import { usePage } from "../../page/context";
import { communePath, linkTo } from "../../page/sitePages";
import { WideTable } from "../WideTable";
import { missingText, rateText, riskText } from "./needWords";

function CommuneLink({ row: { code } }: { readonly row: NeedRiskRow }) {
  const page = usePage();
  return <a href={linkTo(page, communePath(code))}>{page.communeByCode.get(code)?.name ?? code}</a>;
}

/** The cell's letters beside its colour; nothing for a commune without a cell. */
function Cell({ row: { needLevel, riskLevel } }: { readonly row: NeedRiskRow }) {
  return needLevel === null || riskLevel === null ? null : (
    <span className="nowrap">
      <svg className="need__swatch" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M6 .5L11.5 6 6 11.5.5 6z" fill={needRiskCss(needLevel, riskLevel)} stroke="var(--c-line2)" />
      </svg>{" "}
      {cellName(needLevel, riskLevel)}
    </span>
  );
}

/** Communes surely over both thresholds, the poorest first. */
export function GapTable({
  rows,
  answer,
  caption,
}: {
  readonly rows: readonly NeedRiskRow[];
  readonly answer: NeedRisk;
  readonly caption: string;
}) {
  const { locale, communeByCode } = usePage();
  const m = needMessages[locale];
  const works = (count: number) => (answer.isListed ? formatNumber(locale, count) : m.noNumber);
  return (
    <WideTable className="need__scroll" labelledBy="need-gaps">
      <table className="need__table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{m["column.commune"]}</th>
            <th scope="col">{m["column.cell"]}</th>
            <th scope="col" className="number">
              {m["column.rate"]}
            </th>
            <th scope="col" className="number">
              {m["column.risk"]}
            </th>
            <th scope="col" className="number">
              {m["column.works"]}
            </th>
            <th scope="col" className="number">
              {m["column.protection"]}
            </th>
            <th scope="col">{m["column.missing"]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const missing = missingText(locale, row, answer);
            return (
              <tr key={row.code}>
                <th scope="row">
                  <CommuneLink row={row} />
                </th>
                <td>
                  <Cell row={row} />
                </td>
                <td className="number">{rateText(locale, row)}</td>
                <td className="number">{riskText(locale, row, communeByCode.get(row.code))}</td>
                <td className="number">{works(row.works)}</td>
                <td className="number">{works(row.protection)}</td>
                <td className={missing.isMissing ? undefined : "muted"}>{missing.text}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}

/** Communes of which it cannot be told, each with the reason. */
export function UnknownTable({
  rows,
  answer,
}: {
  readonly rows: readonly NeedRiskRow[];
  readonly answer: NeedRisk;
}) {
  const { locale, communeByCode } = usePage();
  const m = needMessages[locale];
  return (
    <WideTable className="need__scroll" labelledBy="need-unknown">
      <table className="need__table need__table--unknown">
        <thead>
          <tr>
            <th scope="col">{m["column.commune"]}</th>
            <th scope="col" className="number">
              {m["column.rate"]}
            </th>
            <th scope="col" className="number">
              {m["column.risk"]}
            </th>
            <th scope="col" className="number">
              {m["column.works"]}
            </th>
            <th scope="col">{m["column.why"]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <CommuneLink row={row} />
              </th>
              <td className="number">{rateText(locale, row)}</td>
              <td className="number">{riskText(locale, row, communeByCode.get(row.code))}</td>
              <td className="number">{answer.isListed ? formatNumber(locale, row.works) : m.noNumber}</td>
              <td className="muted">{row.doubts.map((doubt) => m[`doubt.${doubt}`]).join("; ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
