import type { Register } from "@/domain/register";
import { KINDS } from "@/domain/source";
import { Dialog } from "@/ui/Dialog";
import { useExplore } from "./context";
import { KindTag, SourceLines } from "./Provenance";

/** Which tables of the register cite a source, by table name as a reader of the files knows it. */
function usesOf(register: Register): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>();
  for (const [table, rows] of Object.entries(register) as [string, readonly object[]][]) {
    for (const row of rows) {
      if (table === "sources" || !("sourceId" in row) || typeof row.sourceId !== "string") continue;
      const tables = uses.get(row.sourceId) ?? new Set();
      uses.set(row.sourceId, tables.add(table));
    }
  }
  return uses;
}

/** Every source, most trustworthy first: what is real, what is not, and under which licence. */
export function SourcesDialog({ onClose }: { readonly onClose: () => void }) {
  const { messages, snapshot } = useExplore();
  const m = messages.explore;
  const { register } = snapshot;
  const uses = usesOf(register);
  return (
    <Dialog title={m.sourcesTitle} closeLabel={m.close} onClose={onClose}>
      <p className="note">{m.sourcesIntro}</p>
      {KINDS.map((kind) => {
        const sources = register.sources.filter((source) => source.kind === kind);
        return (
          sources.length > 0 && (
            <section key={kind} className="section">
              <h3 className="section__title section__title--strong">
                <span>
                  <KindTag kind={kind} /> {m[`kindMeaning.${kind}`]}
                </span>
                <span>{sources.length}</span>
              </h3>
              <ul>
                {sources.map((source) => (
                  <li key={source.sourceId} className="source">
                    <SourceLines source={source} />
                    <p className="source__meta">
                      {m.usedIn}: {[...(uses.get(source.sourceId) ?? [])].sort().join(", ") || "–"}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </Dialog>
  );
}
