import { moneyTotals, sectorTotals } from "@/analysis/programmeTotals";
import { type TargetProgress, VERDICTS, type Verdict } from "@/analysis/targetProgress";
import { PLAN_TOTAL } from "@/domain/work";
import { formatDate, formatMoney } from "@/i18n/format";
import { targetsPageMessages } from "@/i18n/messages/targetsPage";
import { communeName } from "../explore/words";
import type { ReadingPage } from "../page/context";
import { PageFrame } from "../page/PageFrame";
import { communePath, linkTo } from "../page/sitePages";
import { AreaTargets, progressOf } from "./AreaTargets";
import { PlanTracker } from "./PlanTracker";
import { TargetTable } from "./TargetTable";

/** The code of the province in `targets.csv`. */
const PROVINCE = "24";
/** Targets of the province's plan the register can speak of, by their ids in `data/official/targets.csv`; all others are followed by nobody yet. */
const WORKS_TARGET = "P01";
const MONEY_TARGET = "P02";

/** What the register says of a target of the province: works handed over, money of the 97 works; never one sum with the whole area's 25.000 tỷ. */
export function provinceState({ locale, snapshot }: ReadingPage, targetId: string): string {
  const m = targetsPageMessages[locale];
  const listed = snapshot.allWorks.filter(({ work }) => work.inPlan97 === "yes");
  if (targetId === WORKS_TARGET) {
    const { all } = sectorTotals(snapshot);
    return listed.length === 0
      ? m.worksUnlisted
      : m.worksDone(all.stages["handed-over"] + all.stages.settled, all.named, PLAN_TOTAL);
  }
  const money = moneyTotals({ works: listed });
  const [disbursed, planned] = [money.disbursedCumulative.amount, money.capitalPlanCumulative.amount];
  return targetId === MONEY_TARGET && disbursed !== null && planned !== null
    ? m.moneyOf97(formatMoney(locale, disbursed), formatMoney(locale, planned), listed.length)
    : m.notFollowed;
}

/** How many targets there are of each verdict. */
export const countVerdicts = (rows: readonly TargetProgress[]): Readonly<Record<Verdict, number>> =>
  Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]),
  ) as Record<Verdict, number>;

/** The page of targets: what was promised, from where to where by when, and what of it can be told. */
export function TargetsPage({ page }: { readonly page: ReadingPage }) {
  const { locale, messages, snapshot, communeByCode } = page;
  const m = targetsPageMessages[locale];
  const province = progressOf(page, "province", PROVINCE);
  const areas = [...communeByCode.values()]
    .map((commune) => ({ commune, rows: progressOf(page, "commune", commune.code) }))
    .filter(({ rows }) => rows.length > 0);
  const all = [...province, ...areas.flatMap(({ rows }) => rows)];
  const counts = countVerdicts(all);
  const short = all.filter(({ pace }) => pace?.enough === false).length;
  return (
    <PageFrame page={page} className="targets" view="">
      <h1>{m.title}</h1>
      <p className="targets__lead">
        {all.length === 0
          ? m.none
          : m.leadOf(
              all.length,
              VERDICTS.flatMap((verdict) =>
                counts[verdict] === 0 ? [] : [m[`lead.${verdict}`](counts[verdict])],
              ).join(", "),
            )}{" "}
        {short > 0 && m.leadPace(short)}
      </p>
      <p className="muted">{m.asOfNote(formatDate(locale, snapshot.asOf))}</p>
      <nav aria-label={m.contents} className="targets__contents">
        <ul>
          {province.length > 0 && (
            <li>
              <a href={`#${PROVINCE}`}>{m.province}</a>
            </li>
          )}
          {areas.map(({ commune, rows }) => (
            <li key={commune.code}>
              <a href={`#${commune.code}`}>{communeName(messages, commune)}</a>{" "}
              <span className="muted">{m.count(rows.length)}</span>
            </li>
          ))}
          <li>
            <a href="#ke-hoach">{m.tracker}</a>
          </li>
        </ul>
      </nav>
      {province.length > 0 && (
        <section id={PROVINCE}>
          <h2>{m.province}</h2>
          <TargetTable
            rows={province}
            caption={m.province}
            stateOf={({ target }) => provinceState(page, target.targetId)}
          />
        </section>
      )}
      {areas.map(({ commune, rows }) => {
        const name = communeName(messages, commune);
        return (
          <section key={commune.code} id={commune.code}>
            <h2>
              {name} <a href={linkTo(page, communePath(commune.code))}>{m.dossier}</a>
            </h2>
            <AreaTargets rows={rows} area={name} />
          </section>
        );
      })}
      <section id="ke-hoach">
        <h2>{m.tracker}</h2>
        <PlanTracker />
      </section>
    </PageFrame>
  );
}
