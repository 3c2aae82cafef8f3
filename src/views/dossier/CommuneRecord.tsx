import type { ReportedPeriod, ReportPeriod } from "@/analysis/reportingPeriods";
import type { Snapshot, WorkState } from "@/analysis/snapshot";
import { povertyKey } from "@/analysis/takeSnapshot";
import type { CommuneCode } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import type { HazardShare } from "@/domain/hazard";
import { formatDate, formatNumber, formatPartialDate, formatPercent } from "@/i18n/format";
import { dossierMessages } from "@/i18n/messages/dossier";
import { hazardAnswersMessages } from "@/i18n/messages/hazardAnswers";
import { situationMessages } from "@/i18n/messages/situation";
import { workMessages } from "@/i18n/messages/work";
import { pageColor } from "@/render/svg/color";
import { PictureShapes } from "@/render/svg/PictureShapes";
import { patternKey, patternTile } from "@/scene/patterns";
import type { PatternId } from "@/scene/scene";
import { indicatorText, valueText } from "../explore/valueText";
import { reportChangeText } from "../explore/work/reportWords";
import { usePage } from "../page/context";
import { linkTo, workPath } from "../page/sitePages";
import { countText, rateText } from "./CommuneNeeds";
import { type CommuneFacts, type DossierData, isUnplaced, mapIndicator } from "./dossierFacts";
import { Part, Wide } from "./Parts";
import { Ref } from "./Refs";
import { villageAnchor } from "./WorksTable";
import { nearReason } from "./workWords";

/** Closing days a line of the period table has room for on paper. */
const PERIODS = 8;

function Swatch({ pattern, id }: { readonly pattern: PatternId; readonly id: string }) {
  const tile = patternTile(pattern);
  return (
    <svg className="legend__swatch" viewBox="0 0 22 12" aria-hidden="true">
      <defs>
        <pattern id={id} width={tile.width} height={tile.height} patternUnits="userSpaceOnUse">
          <PictureShapes picture={tile} color={pageColor} />
        </pattern>
      </defs>
      <path d="M.5.5h21v11h-21z" fill={`url(#${id})`} stroke={pageColor("line2")} />
    </svg>
  );
}

/** What the patterns and circles of the map mean, and what colours it. */
export function MapLegend({
  data,
  codes,
  states,
}: {
  readonly data: DossierData;
  readonly codes: readonly CommuneCode[];
  readonly states: readonly WorkState[];
}) {
  const { locale, messages, snapshot, communeByCode } = usePage();
  const m = dossierMessages[locale];
  const indicator = mapIndicator(data, states);
  const hatches: readonly PatternId[] = [
    { pattern: "hazard", hazardClass: "high" },
    { pattern: "hazard", hazardClass: "very-high" },
    { pattern: "unassessed" },
  ];
  const words = [m.legendHigh, m.legendVeryHigh, m.legendUnassessed];
  return (
    <ul className="legend">
      {states.length === 1 && states.every(isUnplaced) && (
        <li className="legend__wide strong">{m.legendCommuneOnly}</li>
      )}
      <li className="legend__wide">
        {m.legendColour(indicatorText(messages, indicator.label))}{" "}
        {codes
          .map((code) =>
            m.legendValue(
              communeByCode.get(code)?.name ?? code,
              valueText(messages, indicator, indicator.measure(snapshot, code)),
            ),
          )
          .join("; ")}
      </li>
      {(snapshot.hazardZones.length > 0 || snapshot.hazardAssessed.length > 0) &&
        hatches.map((pattern, index) => (
          <li key={patternKey(pattern)}>
            <Swatch pattern={pattern} id={`l-${patternKey(pattern)}`} /> {words[index]}
          </li>
        ))}
      {states.some(({ work }) => work.locationClass === "village" && work.point !== null) && (
        <li>
          <svg className="legend__swatch" viewBox="0 0 22 12" aria-hidden="true">
            <circle cx="11" cy="6" r="5" fill="none" stroke={pageColor("ink2")} strokeDasharray="2.4 2" />
          </svg>{" "}
          {m.legendVillage}
        </li>
      )}
      {states.some(({ lateness }) => lateness.answer === "yes") && (
        <li>
          <svg className="legend__swatch" viewBox="0 0 22 12" aria-hidden="true">
            <path d="M11 1l6 10.4H5z" fill={pageColor("late")} />
          </svg>{" "}
          {m.legendLate}
        </li>
      )}
    </ul>
  );
}

/** What holds works up, as their latest reports word it. */
export function ObstacleList({ facts }: { readonly facts: CommuneFacts }) {
  const { locale, messages } = usePage();
  const m = dossierMessages[locale];
  const stated = facts.states.flatMap((state) =>
    state.report === null || state.report.obstacle === null
      ? []
      : [{ state, report: state.report, obstacle: state.report.obstacle }],
  );
  if (facts.states.length === 0) return null;
  return (
    <Part
      title={m.obstacles}
      aside={stated.length > 0 && <Ref ids={stated.map(({ report }) => report.sourceId)} />}
    >
      {stated.length === 0 ? (
        <p className="empty">{m.noObstacles}</p>
      ) : (
        <ul className="lines">
          {stated.map(({ state, report, obstacle }) => (
            <li key={state.work.workId}>
              <strong>
                {facts.numbers.get(state.work.workId)}. {state.work.name}
              </strong>
              : “{obstacle}”{report.proposal !== null && ` ${messages.explore.proposal}: ${report.proposal}.`}
              {report.authority !== null && ` ${messages.explore.authority}: ${report.authority}.`}{" "}
              <span className="muted">{m.closing(formatDate(locale, report.asOf))}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

const SHARES = ["low", "moderate", "high", "veryHigh", "unassessed"] as const;
const SHARE_NAMES = {
  low: "hazard.low",
  moderate: "hazard.moderate",
  high: "hazard.high",
  veryHigh: "hazard.very-high",
  unassessed: "hazard.unassessed",
} as const;

const sharesOf = ({ hazardShares }: Snapshot, code: CommuneCode): HazardShare | null =>
  hazardShares.get(code) ?? null;

/** Ground by class, unassessed beside it; every work's answer with its reason; what happened; who is to move. */
export function HazardPart({ data, facts }: { readonly data: DossierData; readonly facts: CommuneFacts }) {
  const page = usePage();
  const { locale, messages, snapshot } = page;
  const m = dossierMessages[locale];
  const s = situationMessages[locale];
  const h = hazardAnswersMessages[locale];
  const shares = sharesOf(snapshot, facts.commune.code);
  const ids = [...snapshot.hazardZones, ...snapshot.hazardAssessed].map(({ sourceId }) => sourceId);
  const placed = facts.states.flatMap((state) => {
    const answer = data.hazard.get(state.work.workId);
    return answer === undefined ? [] : [{ state, answer }];
  });
  return (
    <>
      <Part
        title={s.hazard}
        aside={ids.length > 0 && <Ref ids={ids} derived />}
        note={
          shares === null
            ? s.hazardNoData
            : `${s.hazardShares} (${formatDate(locale, shares.recordedOn)}): ${SHARES.map(
                (share) =>
                  `${messages.domain[SHARE_NAMES[share]].toLocaleLowerCase(locale)} ${formatPercent(locale, shares[share])}`,
              ).join(" · ")}.`
        }
      >
        {placed.length > 0 && (
          <Wide label={m.hazardCaption}>
            <table className="table">
              <caption className="hidden-text">{m.hazardCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.work}</th>
                  <th scope="col">{m.insideHead}</th>
                  <th scope="col">{m.nearHead}</th>
                  <th scope="col">{m.reason}</th>
                </tr>
              </thead>
              <tbody>
                {placed.map(({ state: { work }, answer }) => (
                  <tr key={work.workId}>
                    <th scope="row">
                      {facts.numbers.get(work.workId)}.{" "}
                      <a href={linkTo(page, workPath(work.workId))}>{work.name}</a>
                    </th>
                    <td className={answer.inside.answer === "yes" ? "strong" : undefined}>
                      {messages.domain[`answer.${answer.inside.answer}`]}
                    </td>
                    <td className={answer.near === "yes" ? "strong" : undefined}>
                      {messages.domain[`answer.${answer.near}`]}
                    </td>
                    <td className="words">
                      {h[`hazardReason.${answer.inside.reason}`]}
                      {answer.near === "unknown" &&
                        answer.inside.answer !== "unknown" &&
                        `; ${m.nearWhy(nearReason(messages, answer.nearBecause))}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        )}
        <p className="part__note">
          {placed.length > 0 && `${h.hazardMethod} `}
          {messages.explore.hazardScale}
        </p>
      </Part>
      {facts.events.length > 0 && (
        <Part title={s.hazardEvents} aside={<Ref ids={facts.events.map(({ sourceId }) => sourceId)} />}>
          <ul className="lines">
            {facts.events.map((event) => (
              <li key={event.eventId}>
                <strong>
                  {event.date === null ? m.undated : formatPartialDate(locale, event.date)} ·{" "}
                  {messages.domain[`event.${event.type}`]}
                </strong>
                <span lang="vi">
                  {event.place !== null && `, ${event.place}`}: {event.description}
                </span>{" "}
                <Ref ids={[event.sourceId]} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {facts.relocations.length > 0 && (
        <Part title={m.relocations} aside={<Ref ids={facts.relocations.map(({ sourceId }) => sourceId)} />}>
          <ul className="lines">
            {facts.relocations.map((row) => (
              <li key={`${row.place} ${row.recordedOn}`}>
                <strong lang="vi">{row.place}</strong>:{" "}
                {m.relocated(countText(messages, row.households), countText(messages, row.done))}{" "}
                <span className="muted">{m.recorded(formatDate(locale, row.recordedOn))}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

const periodOn = (periods: readonly ReportPeriod[], day: IsoDate): ReportPeriod | undefined =>
  periods.find(({ closingDay }) => closingDay === day);

/** Progress of every work at the last closing days, corrected figures marked, and every correction in words. */
export function PeriodTable({ data, facts }: { readonly data: DossierData; readonly facts: CommuneFacts }) {
  const { locale, messages } = usePage();
  const m = dossierMessages[locale];
  const w = workMessages[locale];
  const rows = facts.states.flatMap((state) => {
    const history = data.histories.get(state.work.workId);
    return history === undefined || history.periods.length === 0 ? [] : [{ state, history }];
  });
  if (facts.states.length === 0) return null;
  const days = [
    ...new Set(rows.flatMap(({ history }) => history.periods.map(({ closingDay }) => closingDay))),
  ]
    .toSorted()
    .slice(-PERIODS);
  const silent = facts.states.length - rows.length;
  const corrected = rows.flatMap(({ state, history }) =>
    history.periods.flatMap((period) =>
      period.kind === "reported" && period.versions.length > 1 ? [{ state, period }] : [],
    ),
  );
  const ids = rows.flatMap(({ history }) =>
    history.periods.flatMap((period) => (period.kind === "reported" ? [period.held.sourceId] : [])),
  );
  return (
    <Part
      title={m.periods}
      aside={ids.length > 0 && <Ref ids={ids} />}
      note={rows.length > 0 ? m.periodsNote : undefined}
    >
      {rows.length === 0 ? (
        <p className="empty">{w.noReports}</p>
      ) : (
        <Wide label={m.periods}>
          <table className="table periods">
            <caption className="hidden-text">{m.periodsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{m.work}</th>
                {days.map((day) => (
                  <th key={day} scope="col" className="number">
                    {formatDate(locale, day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ state, history }) => (
                <tr key={state.work.workId}>
                  <th scope="row">
                    {facts.numbers.get(state.work.workId)}. {state.work.name}
                  </th>
                  {days.map((day) => (
                    <PeriodCell key={day} period={periodOn(history.periods, day)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {silent > 0 && rows.length > 0 && <p className="part__note">{m.silent(silent)}</p>}
      {corrected.length > 0 && (
        <>
          <h3 className="part__subtitle">{m.corrections(corrected.length)}</h3>
          <ul className="lines">
            {corrected.map(({ state, period }) => (
              <li key={`${state.work.workId} ${period.closingDay}`}>
                <strong>
                  {facts.numbers.get(state.work.workId)}. {state.work.name}
                </strong>
                , {m.closing(formatDate(locale, period.closingDay))}: {correctionWords(period)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );

  function correctionWords({ versions }: ReportedPeriod): string {
    return versions
      .flatMap(({ report, changes }, index) => {
        if (index === 0) return [];
        const texts = changes.map((change) => reportChangeText(messages, change));
        const why = report.correctionReason === null ? w.noReason : w.reason(report.correctionReason);
        return [`${formatDate(locale, report.reportedOn)}: ${texts.join("; ") || w.noChange}; ${why}`];
      })
      .join(". ");
  }
}

function PeriodCell({ period }: { readonly period: ReportPeriod | undefined }) {
  const { locale } = usePage();
  const m = dossierMessages[locale];
  if (period === undefined) return <td className="number muted">{m.notOwed}</td>;
  if (period.kind === "missing") return <td className="number strong">{m.missing}</td>;
  const { physicalProgress } = period.held;
  return (
    <td className="number">
      {physicalProgress === null ? m.unstated : formatPercent(locale, physicalProgress)}
      {period.versions.length > 1 && (
        <>
          {" "}
          <span aria-hidden="true">◆</span>
          <span className="hidden-text">{m.isCorrected}</span>
        </>
      )}
    </td>
  );
}

/** Every village in the data: households as far as they are published, and which works name it. */
export function VillageTable({ facts }: { readonly facts: CommuneFacts }) {
  const { locale, messages, snapshot } = usePage();
  const m = dossierMessages[locale];
  const s = situationMessages[locale];
  const { villages } = facts;
  if (villages.length === 0) return null;
  // A village of the works table has its anchor there.
  const headed = new Set(facts.groups.flatMap(({ villageId }) => villageId ?? []));
  const rowOf = (id: string) => snapshot.poverty.get(povertyKey("village", id));
  const known = villages.some(({ villageId }) => rowOf(villageId) !== undefined);
  const ids = villages.flatMap(({ villageId, sourceId }) => {
    const row = rowOf(villageId);
    return row === undefined ? [sourceId] : [sourceId, row.sourceId];
  });
  return (
    <Part
      title={m.villages(formatNumber(locale, villages.length))}
      aside={<Ref ids={ids} />}
      note={known ? m.villagesNote : m.villagesNoPoverty}
    >
      <Wide label={m.villagesCaption}>
        <table className="table">
          <caption className="hidden-text">{m.villagesCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{m.village}</th>
              <th scope="col">{m.worksHere}</th>
              {known && (
                <>
                  <th scope="col" className="number">
                    {m.households}
                  </th>
                  <th scope="col" className="number">
                    {s.poor}
                  </th>
                  <th scope="col" className="number">
                    {s.nearPoor}
                  </th>
                  <th scope="col" className="number">
                    {m.both}
                  </th>
                  <th scope="col" className="number">
                    {m.reviewYear}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {villages.map(({ villageId, name, aliases }) => {
              const row = rowOf(villageId);
              const works = facts.states.flatMap(({ work }) =>
                work.villageIds.includes(villageId) ? (facts.numbers.get(work.workId) ?? []) : [],
              );
              return (
                <tr key={villageId} id={headed.has(villageId) ? undefined : villageAnchor(villageId)}>
                  <th scope="row">
                    {name}
                    {aliases.length > 0 && <span className="muted"> ({aliases.join(", ")})</span>}
                  </th>
                  <td>{works.length === 0 ? m.none : works.join(", ")}</td>
                  {known && (
                    <>
                      <td className="number">
                        {row === undefined ? messages.explore.unknown : countText(messages, row.households)}
                      </td>
                      <td className="number">
                        {row === undefined
                          ? messages.explore.unknown
                          : countText(messages, row.poor, row.poorRate)}
                      </td>
                      <td className="number">
                        {row === undefined
                          ? messages.explore.unknown
                          : countText(messages, row.nearPoor, row.nearPoorRate)}
                      </td>
                      <td className="number strong">
                        {row === undefined ? messages.explore.unknown : rateText(messages, row)}
                      </td>
                      <td className="number">{row?.year ?? messages.explore.unknown}</td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
    </Part>
  );
}
