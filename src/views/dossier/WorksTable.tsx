import type { ReactNode } from "react";
import type { WorkState } from "@/analysis/snapshot";
import type { WorkGroup } from "@/analysis/villageGroups";
import { dossierMessages } from "@/i18n/messages/dossier";
import { LateTriangle } from "@/ui/icons";
import { WorkIcon } from "../explore/WorkIcon";
import { communeName } from "../explore/words";
import { billionsText } from "../explore/work/reportWords";
import { usePage } from "../page/context";
import { linkTo, workPath } from "../page/sitePages";
import { type CommuneFacts, isUnplaced } from "./dossierFacts";
import { Wide } from "./Parts";
import { disbursedText, plannedText, progressText, shortLateness } from "./workWords";

/** What a group of works is called. */
function useGroupName(): (group: WorkGroup) => string {
  const { locale, villageById } = usePage();
  const m = dossierMessages[locale];
  return ({ kind, villageId }) =>
    villageId === null
      ? m[`group.${kind === "village" ? "unnamed" : kind}`]
      : (villageById.get(villageId)?.name ?? villageId);
}

/** Anchor of a village in its commune's dossier. Public: it is printed in codes. */
export const villageAnchor = (villageId: string): string => `thon-${villageId}`;

/** Every work of a commune by village, numbered as on the map, with what it costs, how far it is, and whether it is late. */
export function WorksTable({ facts }: { readonly facts: CommuneFacts }) {
  const { locale, messages } = usePage();
  const m = dossierMessages[locale];
  const groupName = useGroupName();
  return (
    <Wide label={m.works}>
      <table className="table works-table">
        <caption className="hidden-text">{m.worksCaption(communeName(messages, facts.commune))}</caption>
        <thead>
          <tr>
            <th scope="col" className="works-table__thon-head">
              {m.village}
            </th>
            <th scope="col" className="works-table__no-head number">
              {m.no}
            </th>
            <th scope="col" className="works-table__sign-head">
              <span className="hidden-text">{m.sign}</span>
            </th>
            <th scope="col" className="works-table__name-head">
              {m.nameStage}
            </th>
            <th scope="col" className="works-table__cost-head number">
              {m.investment}
            </th>
            <th scope="col" className="works-table__progress-head number">
              {m.progress}
            </th>
            <th scope="col" className="works-table__disbursed-head number">
              {m.disbursed}
            </th>
            <th scope="col" className="works-table__plan-head number">
              {m.plan}
            </th>
            <th scope="col" className="works-table__state-head number">
              {m.state}
            </th>
          </tr>
        </thead>
        {facts.groups.map((group) => (
          <tbody key={group.villageId ?? group.kind}>
            {group.states.map((state, index) => (
              <WorkRow
                key={state.work.workId}
                state={state}
                number={facts.numbers.get(state.work.workId) ?? 0}
              >
                {index === 0 && (
                  <th
                    scope="rowgroup"
                    rowSpan={group.states.length}
                    className="works-table__group"
                    id={group.villageId === null ? undefined : villageAnchor(group.villageId)}
                  >
                    {groupName(group)}
                  </th>
                )}
              </WorkRow>
            ))}
          </tbody>
        ))}
      </table>
    </Wide>
  );
}

function WorkRow({
  state,
  number,
  children,
}: {
  readonly state: WorkState;
  readonly number: number;
  /** The cell of the group, before its first row. */
  readonly children: ReactNode;
}) {
  const page = usePage();
  const { messages, snapshot, villageById, communeByCode } = page;
  const { work, lateness, money } = state;
  const late = lateness.answer === "yes";
  const villages = work.villageIds.flatMap((id) => villageById.get(id)?.name ?? []);
  const communes = work.communeCodes.flatMap((code) => communeByCode.get(code)?.name ?? []);
  const places = [
    messages.domain[`sector.${work.sector}`],
    messages.domain[`stage.${state.stage ?? "unknown"}`],
    ...(communes.length > 1 ? [communes.join(", ")] : villages.length > 1 ? [villages.join(", ")] : []),
    ...(isUnplaced(state) ? [messages.domain[`location.${work.locationClass}`]] : []),
  ];
  return (
    <tr>
      {children}
      <td className="number strong">{number}</td>
      <td className="works-table__sign">
        <WorkIcon state={state} />
      </td>
      <th scope="row" className="works-table__name">
        <a href={linkTo(page, workPath(work.workId))}>{work.name}</a>
        <span className="works-table__place">{places.join(" · ")}</span>
      </th>
      <td className="number">
        {money.totalInvestment === null ? (
          <span className="muted">{messages.explore.unknown}</span>
        ) : (
          billionsText(messages, money.totalInvestment)
        )}
      </td>
      <td className={`number${state.progress === null ? " muted words" : " strong"}`}>
        {progressText(messages, state)}
      </td>
      <td className="number words">{disbursedText(messages, state)}</td>
      <td className="number">{plannedText(messages, state)}</td>
      <td className={`number words${late ? " late strong" : ""}`}>
        {late && <LateTriangle />} {shortLateness(messages, state, snapshot.asOf)}
      </td>
    </tr>
  );
}
