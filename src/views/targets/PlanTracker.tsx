import { PLAN_ANSWERS, planTracker } from "@/analysis/planTracker";
import { formatDate } from "@/i18n/format";
import { targetsPageMessages } from "@/i18n/messages/targetsPage";
import { Provenance } from "../explore/Provenance";
import { communeName } from "../explore/words";
import { usePage } from "../page/context";
import { communePath, linkTo } from "../page/sitePages";

/** Who has handed in the plan that was due in June 2026: yes, no, or not known. */
export function PlanTracker() {
  const page = usePage();
  const { locale, messages, snapshot, communeByCode } = page;
  const m = targetsPageMessages[locale];
  const rows = planTracker(snapshot);
  const [submitted = 0, not = 0, unknown = 0] = PLAN_ANSWERS.map(
    (answer) => rows.filter((row) => row.answer === answer).length,
  );
  return (
    <>
      <p>{m.trackerWhy}</p>
      <p className="strong">
        {rows.length === 0 ? m.trackerNone : m.trackerLead(submitted, not, unknown, rows.length)}
      </p>
      {rows.length > 0 && (
        <div className="targets__scroll">
          <table className="targets__table targets__table--plans">
            <caption className="hidden-text">{m.tracker}</caption>
            <thead>
              <tr>
                <th scope="col">{m.commune}</th>
                <th scope="col">{m.answer}</th>
                <th scope="col">{m.submittedOn}</th>
                <th scope="col">{m.dueOn}</th>
                <th scope="col">{m.recordedOn}</th>
                <th scope="col">{m.source}</th>
              </tr>
            </thead>
            <tbody>
              {PLAN_ANSWERS.flatMap((answer) => rows.filter((row) => row.answer === answer)).map((row) => {
                const commune = communeByCode.get(row.code);
                const day = (value: typeof row.dueOn) =>
                  value === null ? (
                    <span className="muted">{messages.explore.unknown}</span>
                  ) : (
                    formatDate(locale, value)
                  );
                return (
                  <tr key={row.code}>
                    <th scope="row">
                      <a href={linkTo(page, communePath(row.code))}>
                        {commune === undefined ? row.code : communeName(messages, commune)}
                      </a>
                    </th>
                    <td>{m[`answer.${row.answer}`]}</td>
                    <td>
                      {row.submittedOn === null ? (
                        <span className="muted">{m[`answer.${row.answer}`]}</span>
                      ) : (
                        <>
                          {formatDate(locale, row.submittedOn)},{" "}
                          {row.daysLate === 0 ? (
                            m.inTime
                          ) : (
                            <span className="late">{m.daysLate(row.daysLate ?? 0)}</span>
                          )}
                        </>
                      )}
                    </td>
                    <td>{day(row.dueOn)}</td>
                    <td>{day(row.recordedOn)}</td>
                    <td>
                      {row.sourceId === null ? (
                        m["answer.unknown"]
                      ) : (
                        <Provenance sourceIds={[row.sourceId]} />
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <h3>{m.agencies}</h3>
      <p>{m.agenciesUnknown}</p>
    </>
  );
}
