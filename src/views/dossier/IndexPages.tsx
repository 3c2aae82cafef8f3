import { foldAccents } from "@/analysis/foldAccents";
import type { WorkState } from "@/analysis/snapshot";
import type { Commune } from "@/domain/commune";
import { formatNumber } from "@/i18n/format";
import { dossierMessages } from "@/i18n/messages/dossier";
import { physicalProgress } from "@/indicators/physicalProgress";
import { LateTriangle } from "@/ui/icons";
import { valueText } from "../explore/valueText";
import { communeName, latenessText } from "../explore/words";
import { BatchPrint } from "../page/BatchPrint";
import { usePage } from "../page/context";
import { communePath, linkTo, workPath } from "../page/sitePages";
import { compareNames } from "./dossierFacts";
import { Wide } from "./Parts";
import { plannedText, progressText } from "./workWords";

/** The field that filters the rows of the page; the script finds it by its attribute (`filterList`). */
function FindField({ label, of }: { readonly label: string; readonly of: number }) {
  const { locale } = usePage();
  const m = dossierMessages[locale];
  return (
    <div className="find needs-script">
      <label className="find__label" htmlFor="find">
        {label}
      </label>
      <input
        id="find"
        className="find__field"
        type="search"
        autoComplete="off"
        spellCheck={false}
        data-filter-list=""
        aria-describedby="find-hint"
      />
      <p id="find-hint" className="find__hint">
        {m.findHint}
      </p>
      <p
        className="find__count"
        role="status"
        data-found=""
        data-some={m.found("{count}", formatNumber(locale, of))}
        data-none={m.foundNone}
      />
    </div>
  );
}

const lateOf = (states: readonly WorkState[]): number =>
  states.filter(({ lateness }) => lateness.answer === "yes").length;

/** Every commune and ward, by group and alphabet, with how far its works are. */
export function CommuneIndex() {
  const { locale, messages, snapshot } = usePage();
  const m = dossierMessages[locale];
  const { communes } = snapshot.register;
  const sorted = communes.toSorted((a, b) => compareNames(a.name, b.name) || (a.code < b.code ? -1 : 1));
  const isDifficult = ({ code }: Commune) => snapshot.statuses.has(code);
  const inGroup = {
    difficult: sorted.filter(isDifficult),
    xa: sorted.filter((commune) => !isDifficult(commune) && commune.unit === "commune"),
    phuong: sorted.filter((commune) => !isDifficult(commune) && commune.unit === "ward"),
  };
  const groups = [
    { id: "dbkk", title: m.difficultGroup(inGroup.difficult.length), communes: inGroup.difficult },
    {
      id: "xa",
      title: inGroup.difficult.length > 0 ? m.xaGroup(inGroup.xa.length) : m.xaGroupAll(inGroup.xa.length),
      communes: inGroup.xa,
    },
    { id: "phuong", title: m.phuongGroup(inGroup.phuong.length), communes: inGroup.phuong },
  ].filter(({ communes: list }) => list.length > 0);
  const withWorks = communes.filter(({ code }) => snapshot.worksByCommune.has(code)).length;
  return (
    <>
      <h1>{m.communesTitle}</h1>
      <p className="index__lead">{m.communesLead(communes.length, withWorks)}</p>
      {snapshot.statuses.size === 0 && <p className="index__lead muted">{messages.explore.statusUnknown}.</p>}
      <FindField label={m.find} of={communes.length} />
      <BatchPrint programme={inGroup.difficult.length} all={communes.length} />
      {groups.map(({ id, title, communes: list }) => (
        <section key={id} className="index__group" data-filter-group="">
          <h2 id={id}>{title}</h2>
          <Wide label={title}>
            <table className="table index__table index__table--communes">
              <caption className="hidden-text">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.unit}</th>
                  <th scope="col" className="index__former-head">
                    {m.formerColumn}
                  </th>
                  <th scope="col" className="number">
                    {m.worksColumn}
                  </th>
                  <th scope="col" className="number">
                    {m.progress}
                  </th>
                  <th scope="col" className="number">
                    {m.lateColumn}
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.map((commune) => (
                  <CommuneRow key={commune.code} commune={commune} />
                ))}
              </tbody>
            </table>
          </Wide>
        </section>
      ))}
    </>
  );
}

function CommuneRow({ commune }: { readonly commune: Commune }) {
  const page = usePage();
  const { locale, messages, snapshot } = page;
  const m = dossierMessages[locale];
  const states = snapshot.worksByCommune.get(commune.code) ?? [];
  const late = lateOf(states);
  const value = physicalProgress.measure(snapshot, commune.code);
  const name = communeName(messages, commune);
  return (
    <tr data-find={foldAccents([name, commune.code, ...commune.formerUnits].join(" "))}>
      <th scope="row">
        <a
          href={linkTo(page, communePath(commune.code))}
          data-dossier=""
          data-programme={snapshot.statuses.has(commune.code) ? "" : undefined}
        >
          {name}
        </a>{" "}
        <span className="muted">{commune.code}</span>
      </th>
      <td className="index__former">{commune.formerUnits.join(", ") || m.noneOf}</td>
      <td className="number">{states.length}</td>
      <td className={`number${value.kind === "blank" ? " muted" : " strong"}`}>
        {valueText(messages, physicalProgress, value)}
      </td>
      <td className={`number${late > 0 ? " late strong" : " muted"}`}>
        {late > 0 && <LateTriangle />} {states.length === 0 ? messages.domain["blank.not-applicable"] : late}
      </td>
    </tr>
  );
}

/** Every work of the register, by commune: those of several communes and of none stand apart. */
export function WorkIndex() {
  const page = usePage();
  const { locale, messages, snapshot, communeByCode } = page;
  const m = dossierMessages[locale];
  const works = snapshot.allWorks;
  const groupKey = ({ work }: WorkState): string => {
    const codes = new Set(work.communeCodes);
    const [only] = codes;
    return codes.size > 1 ? "nhieu-xa" : (only ?? "khong-ro");
  };
  const byKey = new Map<string, WorkState[]>();
  for (const state of works) byKey.set(groupKey(state), [...(byKey.get(groupKey(state)) ?? []), state]);
  const groups = [...byKey].map(([key, states]) => {
    const commune = [...communeByCode.values()].find(({ code }) => code === key);
    const isNowhere = key === "khong-ro";
    return {
      key,
      commune,
      title:
        commune === undefined ? (isNowhere ? m.nowhere : m.severalCommunes) : communeName(messages, commune),
      sort: commune === undefined ? (isNowhere ? 2 : 1) : 0,
      states: states.toSorted((a, b) => (a.work.workId < b.work.workId ? -1 : 1)),
    };
  });
  const sorted = groups.toSorted(
    (a, b) => a.sort - b.sort || compareNames(a.commune?.name ?? a.title, b.commune?.name ?? b.title),
  );
  return (
    <>
      <h1>{m.worksTitle}</h1>
      <p className="index__lead">
        {m.worksLead(works.length, works.filter(({ work }) => work.inPlan97 === "yes").length)}
      </p>
      <FindField label={m.findWork} of={works.length} />
      {sorted.map(({ key, commune, title, states }) => (
        <section key={key} className="index__group" data-filter-group="">
          <h2>
            {commune === undefined ? title : <a href={linkTo(page, communePath(commune.code))}>{title}</a>}{" "}
            <span className="muted">({states.length})</span>
          </h2>
          <Wide label={title}>
            <table className="table index__table">
              <caption className="hidden-text">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.work}</th>
                  <th scope="col">{m.stage}</th>
                  <th scope="col" className="number">
                    {m.progress}
                  </th>
                  <th scope="col" className="number">
                    {m.plan}
                  </th>
                  <th scope="col" className="number">
                    {m.state}
                  </th>
                </tr>
              </thead>
              <tbody>
                {states.map((state) => (
                  <WorkRow key={state.work.workId} state={state} />
                ))}
              </tbody>
            </table>
          </Wide>
        </section>
      ))}
    </>
  );
}

function WorkRow({ state }: { readonly state: WorkState }) {
  const page = usePage();
  const { messages, snapshot, communeByCode, villageById } = page;
  const { work, lateness } = state;
  const isLate = lateness.answer === "yes";
  const names = [
    work.name,
    work.workId,
    messages.domain[`sector.${work.sector}`],
    ...work.communeCodes.flatMap((code) => {
      const commune = communeByCode.get(code);
      return commune === undefined ? [] : [communeName(messages, commune), code, ...commune.formerUnits];
    }),
    ...work.villageIds.flatMap((id) => villageById.get(id)?.name ?? []),
  ];
  return (
    <tr data-find={foldAccents(names.join(" "))}>
      <th scope="row">
        <a href={linkTo(page, workPath(work.workId))}>{work.name}</a>{" "}
        <span className="muted">
          {work.workId} · {messages.domain[`sector.${work.sector}`]}
        </span>
      </th>
      <td>{messages.domain[`stage.${state.stage ?? "unknown"}`]}</td>
      <td className={`number${state.progress === null ? " muted" : " strong"}`}>
        {progressText(messages, state)}
      </td>
      <td className="number">{plannedText(messages, state)}</td>
      <td className={`number words${isLate ? " late strong" : ""}`}>
        {isLate && <LateTriangle />} {latenessText(messages, state, snapshot.asOf)}
      </td>
    </tr>
  );
}
