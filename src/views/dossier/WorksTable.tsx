import type { WorkState } from "@/analysis/snapshot";
import type { WorkGroup } from "@/analysis/villageGroups";
import { dossierMessages } from "@/i18n/messages/dossier";
import { LateTriangle } from "@/ui/icons";
import { WorkIcon } from "../explore/WorkIcon";
import { communeName, latenessText } from "../explore/words";
import { billionsText } from "../explore/work/reportWords";
import { usePage } from "../page/context";
import { linkTo, workPath } from "../page/sitePages";
import { type CommuneFacts, isUnplaced } from "./dossierFacts";
import { Wide } from "./Parts";
import { disbursedText, plannedText, progressText } from "./workWords";

const COLUMNS = 8;

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
            <th scope="col" className="number">
              {m.no}
            </th>
            <th scope="col">
              <span className="hidden-text">{m.sign}</span>
            </th>
            <th scope="col">{m.nameStage}</th>
            <th scope="col" className="number">
              {m.investment}
            </th>
            <th scope="col" className="number">
              {m.progress}
            </th>
            <th scope="col" className="number">
              {m.disbursed}
            </th>
            <th scope="col" className="number">
              {m.plan}
            </th>
            <th scope="col" className="number">
              {m.state}
            </th>
          </tr>
        </thead>
        {facts.groups.map((group) => (
          <tbody key={group.villageId ?? group.kind}>
            <tr className="works-table__group">
              <th
                scope="rowgroup"
                colSpan={COLUMNS}
                id={group.villageId === null ? undefined : villageAnchor(group.villageId)}
              >
                {groupName(group)}
              </th>
            </tr>
            {group.states.map((state) => (
              <WorkRow
                key={state.work.workId}
                state={state}
                number={facts.numbers.get(state.work.workId) ?? 0}
              />
            ))}
          </tbody>
        ))}
      </table>
    </Wide>
  );
}

function WorkRow({ state, number }: { readonly state: WorkState; readonly number: number }) {
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
      <td className="number strong">{number}</td>
      <td className="works-table__sign">
        <WorkIcon state={state} />
      </td>
      <th scope="row" className="works-table__name">
        <a href={linkTo(page, workPath(work.workId))}>{work.name}</a>
        <span className="works-table__place"> · {places.join(" · ")}</span>
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
        {late && <LateTriangle />} {latenessText(messages, state, snapshot.asOf)}
      </td>
    </tr>
  );
}
