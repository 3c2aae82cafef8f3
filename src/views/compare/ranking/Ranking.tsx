import { Fragment, useId, useState } from "react";
import type { CommuneCode } from "@/domain/commune";
import { formatNumber } from "@/i18n/format";
import { compareRankingMessages } from "@/i18n/messages/compareRanking";
import { INDICATORS } from "@/indicators";
import { formatIndicatorValue } from "@/indicators/formatValue";
import { classLabels } from "@/scene/classLabels";
import { rampColor } from "@/scene/palette";
import { PEER_GROUPS, type Peers } from "@/state/compareView";
import { indicatorText, valueText } from "../../explore/valueText";
import { usePage } from "../../page/context";
import { communePath, linkTo } from "../../page/sitePages";
import { useComparison } from "../context";
import { isPeerGroup, peersText } from "./peersText";
import { RankingBar } from "./RankingBar";
import { bandsOf, type RankingModel, type RankingRow, rankingOf } from "./rankingRows";

function Rows({ rows, model }: { readonly rows: readonly RankingRow[]; readonly model: RankingModel }) {
  const page = usePage();
  const { locale, messages, communeByCode } = page;
  const { indicator, classes, peers } = useComparison();
  const m = compareRankingMessages[locale];
  const colorOf = ({ classIndex }: RankingRow) =>
    `var(--c-${classIndex === null ? `zero-${indicator.ramp}` : rampColor(indicator.ramp, classIndex, classes.breaks.length + 1)})`;
  return rows.map((row) => (
    <tr key={row.code} className={row.code === peers ? "ranking__own" : undefined}>
      <td className="number">{row.rank === null ? "–" : `${row.rank}${row.tied ? "=" : ""}`}</td>
      <th scope="row">
        <a href={linkTo(page, communePath(row.code))}>{communeByCode.get(row.code)?.name ?? row.code}</a>
      </th>
      <td className="ranking__bars">
        <RankingBar
          value={row.value}
          plan={row.plan}
          overall={model.overall.kind === "value" ? model.overall.value : null}
          extent={model.extent}
          color={colorOf(row)}
        />
      </td>
      <td className="number strong">{formatIndicatorValue(indicator, row.value, messages)}</td>
      <td className="number muted">
        {row.basis === null
          ? "–"
          : row.basis.unit === "works"
            ? m.works(row.basis.count)
            : m.households(formatNumber(locale, row.basis.count))}
      </td>
      <td className="number">
        {row.late > 0 ? <strong className="late">{row.late}</strong> : 0}
        {row.lateUnknown > 0 && <span className="muted"> +{m.lateUnknown(row.lateUnknown)}</span>}
      </td>
    </tr>
  ));
}

/** Who is ranked: one of the groups, or a commune with its neighbours. */
function PeersChoice() {
  const { locale, messages, snapshot } = usePage();
  const { peers, choose } = useComparison();
  const m = compareRankingMessages[locale];
  const name = useId();
  const communes = snapshot.register.communes.toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
  return (
    <fieldset className="ranking__peers">
      <legend className="hidden-text">{m.peers}</legend>
      {PEER_GROUPS.map((group) => (
        <label key={group} className="chip">
          <input
            type="radio"
            name={name}
            checked={peers === group}
            onChange={() => choose({ peers: group })}
          />
          {m[`peers.${group}`]}
        </label>
      ))}
      <label className="ranking__near">
        {m.neighbours}{" "}
        <select
          value={isPeerGroup(peers) ? "" : peers}
          onChange={({ target }) => target.value !== "" && choose({ peers: target.value as Peers })}
        >
          <option value="" disabled={!isPeerGroup(peers)}>
            {m.choose}
          </option>
          {communes.map(({ code, name: own, unit }) => (
            <option key={code} value={code}>
              {`${own} (${messages.domain[`unit.${unit}`].toLocaleLowerCase(locale)})`}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

/** The peers ranked by any indicator: bars and table in one, bands of the map's classes, what has no rank apart, and the account of all. */
export function Ranking() {
  const page = usePage();
  const comparison = useComparison();
  const { locale, messages, communeByCode } = page;
  const { indicator, classes, peers, peerCodes, choose } = comparison;
  const m = compareRankingMessages[locale];
  const [first, setFirst] = useState<"highest" | "lowest">("highest");
  const [said, setSaid] = useState("");
  const model = rankingOf(comparison, first);
  const { ranked, small, blanks, rule } = model;
  const labels = classLabels({ indicator, classes, messages });
  const label = indicatorText(messages, indicator.label);
  const names = (codes: readonly CommuneCode[]) =>
    codes.map((code) => communeByCode.get(code)?.name ?? code).join(", ");
  const blankCount = blanks.reduce((sum, { codes }) => sum + codes.length, 0);
  const ruleText =
    rule === null
      ? m.ruleNone
      : rule.unit === "works"
        ? m.ruleWorks(rule.below)
        : m.ruleHouseholds(rule.below);
  const save = async (format: "csv-semicolon" | "xlsx") => {
    try {
      const { saveRanking } = await import("./saveRanking");
      setSaid(m.saved(await saveRanking(comparison, model, page, format)));
    } catch {
      setSaid(m.failed);
    }
  };
  return (
    <>
      <h2>{m.title(label)}</h2>
      <p className="figure__note">
        {m.note(ranked.length, ruleText)}
        {ranked.some(({ plan }) => plan !== null) && ` · ${m.planTick}`}
      </p>
      <div className="ranking__controls needs-script">
        <label>
          {m.indicator}{" "}
          <select value={indicator.id} onChange={({ target }) => choose({ indicator: target.value })}>
            {INDICATORS.map(({ id, label: key }) => (
              <option key={id} value={id}>
                {indicatorText(messages, key)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {m.order}{" "}
          <select
            value={first}
            onChange={({ target }) => setFirst(target.value === "lowest" ? "lowest" : "highest")}
          >
            <option value="highest">{m.highest}</option>
            <option value="lowest">{m.lowest}</option>
          </select>
        </label>
        <PeersChoice />
      </div>
      <table className="ranking">
        <caption className="hidden-text">
          {m.caption(label, peersText(locale, messages, peers, communeByCode))}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {m.rank}
            </th>
            <th scope="col">{m.name}</th>
            <th scope="col" className="ranking__bars">
              <span className="hidden-text">{label}</span>
              <span className="ranking__scale" aria-hidden="true">
                <span>{formatNumber(locale, model.extent[0], indicator.digits)}</span>
                <span>{formatNumber(locale, model.extent[1], indicator.digits)}</span>
              </span>
            </th>
            <th scope="col" className="number">
              {indicatorText(messages, indicator.unitText)}
            </th>
            <th scope="col" className="number">
              {m.of}
            </th>
            <th scope="col" className="number">
              {m.late}
            </th>
          </tr>
        </thead>
        {bandsOf(ranked).map(({ classIndex, rows }) => (
          <tbody key={classIndex ?? "zero"}>
            <tr className="ranking__band">
              <th scope="rowgroup" colSpan={6}>
                {classIndex === null
                  ? m.bandZero(rows.length)
                  : m.band(labels[classIndex] ?? "", rows.length)}
              </th>
            </tr>
            <Rows rows={rows} model={model} />
          </tbody>
        ))}
        {small.length > 0 && (
          <tbody>
            <tr className="ranking__band">
              <th scope="rowgroup" colSpan={6}>
                {m.small}
              </th>
            </tr>
            <Rows rows={small} model={model} />
          </tbody>
        )}
      </table>
      {blanks.length > 0 && (
        <>
          <h3>{m.blanks}</h3>
          <ul className="ranking__blanks">
            {blanks.map(({ blank, codes }) => (
              <li key={blank}>
                {m.blankList(messages.domain[`blank.${blank}`], codes.length, names(codes))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="muted">
        {m.sum(ranked.length, small.length, blankCount, peerCodes.length)} ·{" "}
        {m.overall(valueText(messages, indicator, model.overall))}
      </p>
      <p className="ranking__save needs-script">
        {m.download}:
        {(["csv-semicolon", "xlsx"] as const).map((format) => (
          <Fragment key={format}>
            {" "}
            <button type="button" className="button button--text" onClick={() => void save(format)}>
              {format === "xlsx" ? "Excel (.xlsx)" : "CSV"}
            </button>
          </Fragment>
        ))}{" "}
        <span role="status">{said}</span>
      </p>
    </>
  );
}
