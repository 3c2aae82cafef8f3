import type { MapScene } from "@/scene/scene";
import { writeView } from "@/state/params";
import { useExplore, useShown } from "./context";
import { Section } from "./Section";

const TOP = 5;
const BOTTOM = 3;

/** The first and the last communes by value, ranked ones only; the whole map in a table comes with its drawer. */
export function ShortTable({ table }: { readonly table: MapScene["table"] }) {
  const { messages, select } = useExplore();
  const { view } = useShown();
  const m = messages.explore;
  const ranked = table.filter(({ number }) => number !== null);
  const whole = ranked.length <= TOP + BOTTOM + 1;
  const top = whole ? ranked : ranked.slice(0, TOP);
  const bottom = whole ? [] : ranked.slice(-BOTTOM);
  const detailed = ranked.some(({ detail }) => detail !== "");
  const row = ({ code, name, value, detail }: MapScene["table"][number]) => (
    <tr key={code}>
      <th scope="row">
        {/* A link, so that it leads somewhere without scripts too. */}
        <a
          href={writeView({ ...view, selection: { type: "commune", id: code } })}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            select({ type: "commune", id: code });
          }}
        >
          {name}
        </a>
      </th>
      <td className="number strong">{value}</td>
      {detailed && <td className="number muted">{detail}</td>}
    </tr>
  );
  return (
    <Section title={m.tableTitle} tabs={["table", "figures"]} strong>
      {ranked.length === 0 ? (
        <p className="note">{m.noValues}</p>
      ) : (
        <table className="table" id="table">
          <caption className="hidden-text">{m.tableCaption(top.length, bottom.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{m.commune}</th>
              <th scope="col" className="number">
                {m.value}
              </th>
              {detailed && (
                <th scope="col" className="number">
                  {m.basis}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {top.map(row)}
            {bottom.length > 0 && (
              <tr className="table__gap">
                <td colSpan={3}>{m.moreRows(ranked.length - top.length - bottom.length)}</td>
              </tr>
            )}
            {bottom.map(row)}
          </tbody>
        </table>
      )}
    </Section>
  );
}
