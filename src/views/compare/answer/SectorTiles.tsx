import { useMemo } from "react";
import { handedOver, inProgress, programmeAnswer } from "@/analysis/programmeAnswer";
import type { SectorTotal } from "@/analysis/programmeTotals";
import { PLAN_TOTALS, type Sector } from "@/domain/work";
import { FILTER_STAGES } from "@/domain/workFilter";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { LateTriangle } from "@/ui/icons";
import { SectorIcon } from "../../explore/WorkIcon";
import { usePage } from "../../page/context";
import { useComparison } from "../context";
import { SourceLine } from "./SourceLine";
import { StageKey, StagesBar, StageTextures } from "./StagesBar";

/** The list against the plan: equal, different, or no list at all. */
export type Agreement = "matches" | "differs" | "unlisted";
export const agreementOf = ({ named, planned }: Pick<SectorTotal, "named" | "planned">): Agreement =>
  named === planned ? "matches" : named === 0 ? "unlisted" : "differs";

function TileText({ total }: { readonly total: SectorTotal }) {
  const m = compareAnswerMessages[usePage().locale];
  const { planned, named, reported } = total;
  if (named === 0)
    return (
      <p className="tile__figure">
        <span>
          <span className="tile__number">{planned}</span> {m.planned}
        </span>
      </p>
    );
  if (reported === 0) return <p className="tile__figure tile__figure--words">{m.noReport}</p>;
  return (
    <p className="tile__figure">
      <span>
        <span className="tile__number">{handedOver(total)}</span> {m.handedOver}
      </span>
      <span>{m.inProgress(inProgress(total))}</span>
    </p>
  );
}

/** Late in brick with its triangle; "not late" only where it is known of every work. */
function TileLate({ late }: Pick<SectorTotal, "late">) {
  const m = compareAnswerMessages[usePage().locale];
  return (
    <p className="tile__row">
      {late.yes > 0 && (
        <span className="late strong">
          <LateTriangle /> {m.lateCount(late.yes)}
        </span>
      )}
      {late.yes === 0 && late.unknown === 0 && <span>{m.notLate}</span>}
      {late.unknown > 0 && <span>{m.unknownCount(late.unknown)}</span>}
    </p>
  );
}

function Tile({ total, sector }: { readonly total: SectorTotal; readonly sector: Sector }) {
  const { locale, messages } = usePage();
  const m = compareAnswerMessages[locale];
  const { planned, named, located, reported, stages, late } = total;
  const agreement = agreementOf(total);
  const missing = (planned ?? 0) - named;
  const spoken = FILTER_STAGES.filter((stage) => stages[stage] > 0).map((stage) =>
    m.legendCount(messages.domain[`stage.${stage}`], stages[stage]),
  );
  return (
    <li className={`tile tile--${agreement}`}>
      <div className="tile__head">
        <h3 className="tile__name">
          <SectorIcon sector={sector} /> {messages.domain[`sector.${sector}`]}
        </h3>
        {agreement === "matches" && (
          <span className="tile__check">
            <span className="hidden-text">{m.matches(named)}</span>
            <span aria-hidden="true">
              ✓ {named}/{planned}
            </span>
          </span>
        )}
        {agreement === "differs" && (
          <span className="tile__check">
            {named}
            {planned !== null && ` / ${planned}`}
          </span>
        )}
      </div>
      <TileText total={total} />
      <StagesBar stages={stages} />
      {named === 0 ? (
        <p className="tile__row">{m.listMissing}</p>
      ) : (
        <>
          <span className="hidden-text">{spoken.join(", ")}</span>
          <TileLate late={late} />
          <p className="tile__row tile__row--quiet">
            {m.located(located, named)} · {m.reported(reported, named)}
          </p>
        </>
      )}
      {agreement === "differs" && (
        <p className="tile__warning">
          {planned === null ? m.unplanned : missing > 0 ? m.short(missing) : m.over(-missing)}
        </p>
      )}
    </li>
  );
}

/** Six tiles against the control totals, the key to their bars, and the sum that closes the account. */
export function SectorTiles() {
  const { now } = useComparison();
  const { locale, messages } = usePage();
  const m = compareAnswerMessages[locale];
  const { sectors, all, works } = useMemo(() => programmeAnswer(now), [now]);
  const planSum = Object.values(PLAN_TOTALS).join(" + ");
  const namedSum = sectors.map(({ named }) => named).join(" + ");
  const agrees = sectors.every((total) => agreementOf(total) === "matches");
  const reconciliation =
    all.named === 0
      ? m.planOnly(planSum, all.planned ?? 0)
      : agrees
        ? m.reconciled(namedSum, all.named)
        : m.differs(namedSum, all.named, planSum, all.planned ?? 0);
  return (
    <>
      <h2 className="hidden-text">{m.sectors}</h2>
      <StageTextures />
      <ul className="tiles">
        {sectors.map((total) =>
          total.sector === null ? null : <Tile key={total.sector} sector={total.sector} total={total} />,
        )}
      </ul>
      <div className="tiles__foot">
        {all.named > 0 && (
          <ul className="stage-legend" aria-label={m.stageLegend}>
            {FILTER_STAGES.filter((stage) => stage !== "unknown" || all.stages.unknown > 0).map((stage) => (
              <li key={stage}>
                <StageKey stage={stage} />
                {m.legendCount(messages.domain[`stage.${stage}`], all.stages[stage])}
              </li>
            ))}
          </ul>
        )}
        <p className={agrees || all.named === 0 ? "tiles__sum" : "tiles__sum tiles__sum--differs"}>
          {reconciliation}
        </p>
      </div>
      <SourceLine
        sourceIds={works.flatMap(({ work, report }) => [work.sourceId, ...(report ? [report.sourceId] : [])])}
      />
    </>
  );
}
