import type { WorkHistory } from "@/analysis/workHistory";
import { formatDate } from "@/i18n/format";
import { useExplore } from "../context";
import { KindTag, Provenance, SourceLines } from "../Provenance";
import { Section } from "../Section";
import { workTexts } from "./reportWords";

/** Decisions the plan names, and every source that rows of this work cite, with publisher, day, licence and link. */
export function Documents({ history }: { readonly history: WorkHistory }) {
  const { messages, locale, sourceById } = useExplore();
  const m = workTexts(messages);
  const decisions = history.plans.flatMap(({ plan }) =>
    plan.decisionNo === null ? [] : [{ ...plan, decisionNo: plan.decisionNo }],
  );
  return (
    <Section title={m.documents} tabs={["works", "figures"]} strong>
      {history.plans.length > 0 && decisions.length === 0 && <p className="note">{m.noDecision}</p>}
      <ul>
        {decisions.map(({ decisionNo, recordedOn, sourceId }) => (
          <li key={`${decisionNo} ${recordedOn}`} className="note">
            {m.decisionRow(decisionNo, formatDate(locale, recordedOn))} <Provenance sourceIds={[sourceId]} />
          </li>
        ))}
      </ul>
      <ul>
        {history.sources.map(({ sourceId, uses }) => {
          const source = sourceById.get(sourceId);
          return (
            <li key={sourceId} className="source">
              <p className="note documents__use">
                <span>
                  {uses
                    .map(({ use, rows }) =>
                      use === "work" ? m[`use.${use}`] : m.citedRows(m[`use.${use}`], rows),
                    )
                    .join(", ")}
                </span>
                {source !== undefined && <KindTag kind={source.kind} />}
              </p>
              {source === undefined ? (
                <p className="note">{messages.explore.noSource}</p>
              ) : (
                <SourceLines source={source} />
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
