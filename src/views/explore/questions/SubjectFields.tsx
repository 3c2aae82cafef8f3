import { SUBJECT_SETS, type Subject } from "@/domain/question";
import { FINISHED_STAGES, LOCATION_CLASSES, SECTORS, type Stage } from "@/domain/work";
import { FILTER_STAGES, isUnfiltered, NO_FILTER, type WorkFilter } from "@/domain/workFilter";
import { questionMessages } from "@/i18n/messages/questions";
import { useExplore, useShown } from "../context";
import { conditionsOf } from "../filters/facetWords";
import { Choice, NumberField } from "./fields";

/** Percent a poverty rate may be asked from. */
export const PERCENT_RANGE = [0, 100] as const;

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

const UNFINISHED = FILTER_STAGES.filter((stage) => !FINISHED_STAGES.some((finished) => finished === stage));
/** Classes with a place of their own on the map. */
const LOCATED = LOCATION_CLASSES.filter((place) => place !== "commune" && place !== "unknown");

/** Which works: sector, stage and whether they have a place; whatever else a filter holds is named and can be dropped. */
export function WorkFields({
  filter,
  onChange,
}: {
  readonly filter: WorkFilter;
  readonly onChange: (filter: WorkFilter) => void;
}) {
  const explore = useExplore();
  const { view } = useShown();
  const { locale, messages } = explore;
  const words = questionMessages[locale];
  const sector =
    filter.sectors.length === 0 ? "any" : filter.sectors.length === 1 ? filter.sectors[0] : "several";
  const stage =
    filter.stages.length === 0
      ? "any"
      : same(filter.stages, FINISHED_STAGES)
        ? "finished"
        : same(filter.stages, UNFINISHED)
          ? "unfinished"
          : filter.stages.length === 1
            ? filter.stages[0]
            : "several";
  const place =
    filter.locations.length === 0 ? "any" : same(filter.locations, LOCATED) ? "located" : "several";
  const others = conditionsOf(explore, { ...filter, sectors: [], stages: [], locations: [] });
  const severalWords = (part: Partial<WorkFilter>) =>
    words.several(
      conditionsOf(explore, { ...NO_FILTER, ...part })
        .map(({ value }) => value)
        .join(", "),
    );
  return (
    <>
      <Choice<string>
        label={words.sectorField}
        value={sector ?? "any"}
        options={[
          { value: "any", label: words.anySector },
          ...SECTORS.map((one) => ({ value: one, label: messages.domain[`sector.${one}`] })),
          ...(sector === "several"
            ? [{ value: "several", label: severalWords({ sectors: filter.sectors }) }]
            : []),
        ]}
        onChoose={(next) => {
          if (next === "several") return;
          onChange({ ...filter, sectors: SECTORS.filter((one) => one === next) });
        }}
      />
      <Choice<string>
        label={words.stageField}
        value={stage ?? "any"}
        options={[
          { value: "any", label: words.anyStage },
          { value: "finished", label: words.finished },
          { value: "unfinished", label: words.unfinished },
          ...FILTER_STAGES.map((one) => ({
            value: one,
            label: messages.domain[`stage.${one as Stage | "unknown"}`],
          })),
          ...(stage === "several"
            ? [{ value: "several", label: severalWords({ stages: filter.stages }) }]
            : []),
        ]}
        onChoose={(next) => {
          if (next === "several") return;
          const stages =
            next === "finished"
              ? FINISHED_STAGES
              : next === "unfinished"
                ? UNFINISHED
                : FILTER_STAGES.filter((one) => one === next);
          onChange({ ...filter, stages });
        }}
      />
      <Choice<string>
        label={words.placeField}
        value={place}
        options={[
          { value: "any", label: words.anyPlace },
          { value: "located", label: words.located },
          ...(place === "several"
            ? [{ value: "several", label: severalWords({ locations: filter.locations }) }]
            : []),
        ]}
        onChoose={(next) => {
          if (next !== "several") onChange({ ...filter, locations: next === "located" ? LOCATED : [] });
        }}
      />
      {others.length > 0 && (
        <p className="note ask__wide">
          {words.otherFilters(others.map(({ facet, value }) => `${facet}: ${value}`).join("; "))}{" "}
          <button
            type="button"
            className="button button--text"
            onClick={() =>
              onChange({
                ...NO_FILTER,
                sectors: filter.sectors,
                stages: filter.stages,
                locations: filter.locations,
              })
            }
          >
            {words.dropFilters}
          </button>
        </p>
      )}
      {!isUnfiltered(view.filter) && (
        <button type="button" className="quick__chip ask__wide" onClick={() => onChange(view.filter)}>
          {words.takeFilter}
        </button>
      )}
    </>
  );
}

/** What is asked about, and which of them. */
export function SubjectFields({
  subject,
  fixedSet,
  onChoose,
  onType,
}: {
  readonly subject: Subject;
  /** The set is that of the results gone on with. */
  readonly fixedSet: boolean;
  readonly onChoose: (subject: Subject) => void;
  readonly onType: (subject: Subject) => void;
}) {
  const { locale } = useExplore();
  const words = questionMessages[locale];
  const hasRate = subject.set === "villages" || subject.set === "communes";
  return (
    <fieldset className="ask__part">
      <legend className="section__title section__title--strong">{words.subject}</legend>
      <div className="ask__fields">
        <Choice
          label={words.subjectField}
          value={subject.set}
          wide
          options={SUBJECT_SETS.map((set) => ({
            value: set,
            label: words[`set.${set}`],
            disabled: fixedSet && set !== subject.set,
          }))}
          onChoose={(set) =>
            onChoose({
              ...subject,
              set,
              povertyFrom: set === "villages" || set === "communes" ? subject.povertyFrom : null,
            })
          }
        />
        {subject.set === "works" && (
          <WorkFields filter={subject.filter} onChange={(filter) => onChoose({ ...subject, filter })} />
        )}
        {hasRate && (
          <NumberField
            label={words.povertyField}
            note={words.povertyAny}
            value={subject.povertyFrom}
            range={PERCENT_RANGE}
            step={0.01}
            mayBeEmpty
            onType={(povertyFrom) => onType({ ...subject, povertyFrom })}
          />
        )}
      </div>
    </fieldset>
  );
}
