import { type IsoDate, isIsoDate } from "@/domain/date";
import { type Condition, MOST_CONDITIONS, type Question, type Scope } from "@/domain/question";
import { questionMessages } from "@/i18n/messages/questions";
import { useExplore } from "../context";
import { CommuneChoice } from "./CommuneChoice";
import { addedCondition, ConditionFields, type DrawUse } from "./ConditionFields";
import { Choice } from "./fields";
import type { LayerUse } from "./LayerField";
import { questionWords } from "./questionWords";
import { SubjectFields } from "./SubjectFields";
import type { Manner } from "./useQuestion";

/** The question as a sentence of choices, in the order it is read: subject, conditions, scope, day. Every change is asked at once. */
export function SentenceBuilder({
  question,
  drawUse,
  layerUse,
  days,
  onAsk,
  onDay,
}: {
  readonly question: Question;
  /** How drawing stands for one condition, by its place from 0. */
  readonly drawUse: (at: number) => DrawUse;
  readonly layerUse: LayerUse;
  /** First and last day a question may be asked of; null: not known. */
  readonly days: readonly [IsoDate, IsoDate] | null;
  readonly onAsk: (question: Question, manner: Manner) => void;
  readonly onDay: (day: IsoDate) => void;
}) {
  const explore = useExplore();
  const { locale, snapshot } = explore;
  const words = questionMessages[locale];
  const { subject, conditions, joiner, base } = question;
  const withCondition = (at: number, condition: Condition): Question => ({
    ...question,
    conditions: conditions.map((one, index) => (index === at ? condition : one)),
  });
  return (
    <div className="ask__builder">
      {base !== null && (
        <p className="note ask__base">
          {words.base(questionWords(explore, base.question))}{" "}
          <button
            type="button"
            className="button button--text"
            onClick={() =>
              onAsk(
                {
                  ...question,
                  base: null,
                  scope: question.scope.type === "results" ? { type: "province" } : question.scope,
                },
                "choose",
              )
            }
          >
            {words.dropBase}
          </button>
        </p>
      )}
      <SubjectFields
        subject={subject}
        fixedSet={base?.as === "subject"}
        onChoose={(next) => onAsk(withSubject(question, next), "choose")}
        onType={(next) => onAsk({ ...question, subject: next }, "move")}
      />
      {conditions.map((condition, at) => {
        const key = `condition ${at}`;
        return (
          <ConditionFields
            key={key}
            condition={condition}
            number={at + 1}
            subjectSet={subject.set}
            drawing={drawUse(at)}
            layerUse={layerUse}
            onChoose={(next) => onAsk(withCondition(at, next), "choose")}
            onType={(next) => onAsk(withCondition(at, next), "move")}
            onRemove={
              conditions.length === 1
                ? null
                : () =>
                    onAsk(
                      { ...question, conditions: conditions.filter((_, index) => index !== at) },
                      "choose",
                    )
            }
          />
        );
      })}
      <div className="ask__fields ask__joining">
        {conditions.length > 1 && (
          <Choice
            label={words.joiner}
            value={joiner}
            options={[
              { value: "and", label: words["joiner.and"] },
              { value: "or", label: words["joiner.or"] },
            ]}
            onChoose={(next) => onAsk({ ...question, joiner: next }, "choose")}
          />
        )}
        {conditions.length < MOST_CONDITIONS && (
          <button
            type="button"
            className="quick__chip ask__wide"
            onClick={() => onAsk({ ...question, conditions: [...conditions, addedCondition()] }, "choose")}
          >
            {words.addCondition}
          </button>
        )}
      </div>
      <fieldset className="ask__part">
        <legend className="section__title section__title--strong">{words.scope}</legend>
        <div className="ask__fields">
          <ScopeChoice
            scope={question.scope}
            hasResults={base?.as === "scope"}
            onScope={(scope) => onAsk({ ...question, scope }, "choose")}
          />
          <label className="ask__field">
            <span className="field__label">{words.asOf}</span>
            <input
              className="select"
              type="date"
              required
              value={snapshot.asOf}
              min={days?.[0]}
              max={days?.[1]}
              onChange={(event) => {
                const day = event.currentTarget.value;
                if (isIsoDate(day) && event.currentTarget.checkValidity()) onDay(day);
              }}
            />
          </label>
        </div>
      </fieldset>
    </div>
  );
}

/** The question about other things; only works have a sector to share with their target. */
const withSubject = (question: Question, subject: Question["subject"]): Question => ({
  ...question,
  subject,
  conditions: question.conditions.map((condition) =>
    condition.target.type === "works" && subject.set !== "works"
      ? { ...condition, target: { ...condition.target, sameSector: false } }
      : condition,
  ),
});

function ScopeChoice({
  scope,
  hasResults,
  onScope,
}: {
  readonly scope: Scope;
  /** The question goes on with the communes of another: then it is asked there. */
  readonly hasResults: boolean;
  readonly onScope: (scope: Scope) => void;
}) {
  const { locale, snapshot } = useExplore();
  const words = questionMessages[locale];
  if (hasResults) return <p className="note ask__wide">{words["scope.results"]}</p>;
  const difficult = words["scope.difficult"];
  return (
    <CommuneChoice
      label={words.scopeField}
      ready={[
        { value: "province", label: words["scope.province"] },
        {
          value: "difficult",
          label: snapshot.statuses.size === 0 ? `${difficult} ${words.noDifficult}` : difficult,
        },
      ]}
      value={scope.type === "difficult" ? "difficult" : "province"}
      codes={scope.type === "communes" ? scope.codes : null}
      onReady={(type) => onScope({ type })}
      onCodes={(codes) => onScope({ type: "communes", codes })}
    />
  );
}
