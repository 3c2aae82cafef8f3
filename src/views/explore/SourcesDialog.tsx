import { lazy, Suspense, useState } from "react";
import type { Register } from "@/domain/register";
import { KINDS } from "@/domain/source";
import { paperMessages } from "@/i18n/messages/paper";
import { sourcesDialogMessages } from "@/i18n/messages/sourcesDialog";
import { EMBED_FOLDER } from "@/state/embedView";
import { Dialog } from "@/ui/Dialog";
import { useExplore } from "./context";
import type { ExploreData } from "./data";
import type { ExploreModel } from "./model";
import { KindTag, SourceLines } from "./Provenance";

const MapPaperDialog = lazy(() =>
  import("./paper/MapPaperDialog").then((module) => ({ default: module.MapPaperDialog })),
);

/** Tables whose rows cite a source; shares of area are computed here and cite none. */
const TABLES = [
  "communes",
  "communeStatuses",
  "communePlans",
  "villages",
  "works",
  "workPlans",
  "workReports",
  "capitalPlans",
  "poverty",
  "relocations",
  "hazardZones",
  "hazardAssessed",
  "hazardEvents",
  "targets",
  "observations",
] as const satisfies readonly (keyof Register)[];
type Table = (typeof TABLES)[number];

/** Tables that cite a source, by its id. */
function usesOf(register: Register): ReadonlyMap<string, ReadonlySet<Table>> {
  const uses = new Map<string, Set<Table>>();
  for (const table of TABLES) {
    for (const { sourceId } of register[table])
      uses.set(sourceId, (uses.get(sourceId) ?? new Set()).add(table));
  }
  return uses;
}

/** Every source, most trustworthy first: what is real, what is not, and under which licence. */
export function SourcesDialog({
  model,
  data,
  onClose,
}: {
  readonly model: ExploreModel;
  readonly data: Pick<ExploreData, "manifest">;
  readonly onClose: () => void;
}) {
  const [onPaper, setOnPaper] = useState(false);
  const { messages, locale, snapshot } = useExplore();
  const m = messages.explore;
  const d = sourcesDialogMessages[locale];
  const { register } = snapshot;
  const uses = usesOf(register);
  if (onPaper) {
    const { scene, province, locator, kind } = model;
    return (
      <Suspense fallback={null}>
        <MapPaperDialog
          content={{ scene, province, locator, kind, manifest: data.manifest }}
          onClose={onClose}
        />
      </Suspense>
    );
  }
  return (
    <Dialog title={d.sourcesTitle} closeLabel={m.close} onClose={onClose}>
      <p>
        <button type="button" className="button" onClick={() => setOnPaper(true)}>
          {paperMessages[locale].openMap}
        </button>{" "}
        {/* Below the map of either language. */}
        <a href={EMBED_FOLDER}>{d.embed}</a>
      </p>
      <p className="note">{d.sourcesIntro}</p>
      {KINDS.map((kind) => {
        const sources = register.sources.filter((source) => source.kind === kind);
        return (
          sources.length > 0 && (
            <section key={kind} className="section">
              <h3 className="section__title section__title--strong">
                <span>
                  <KindTag kind={kind} /> {d[`kindMeaning.${kind}`]}
                </span>
                <span>{sources.length}</span>
              </h3>
              <ul>
                {sources.map((source) => (
                  <li key={source.sourceId} className="source">
                    <SourceLines source={source} />
                    {uses.has(source.sourceId) && (
                      <p className="source__meta">
                        {d.usedIn}:{" "}
                        {[...(uses.get(source.sourceId) ?? [])]
                          .map((table) => d[`table.${table}`])
                          .join(", ")}
                      </p>
                    )}
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
