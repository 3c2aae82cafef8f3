import { DRAWN_TYPES, type DrawnShape } from "@/domain/drawnShape";
import {
  COUNT_RANGE,
  type Condition,
  heldAgainst,
  METRES_RANGE,
  predicatesFor,
  type SubjectSet,
  TARGET_TYPES,
  type Target,
} from "@/domain/question";
import { conditionOf } from "@/domain/questionExamples";
import { NO_FILTER } from "@/domain/workFilter";
import { formatNumber } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import { Icon } from "@/ui/icons";
import { useExplore } from "../context";
import { CommuneChoice } from "./CommuneChoice";
import { Choice, NumberField, Tick } from "./fields";
import { LayerField, type LayerUse } from "./LayerField";
import { NO_LAYER } from "./noLayer";
import { CLASS_CHOICES, type ClassChoice, classChoiceOf, shapeText, targetText } from "./questionWords";
import { PERCENT_RANGE, WorkFields } from "./SubjectFields";

/** Drawing on the map: how it stands, and how it is begun. */
export interface DrawUse {
  /** A shape is being drawn for this condition. */
  readonly isDrawing: boolean;
  /** False while the map is raised. */
  readonly canDraw: boolean;
  readonly onDraw: (type: DrawnShape["type"]) => void;
  /** What a condition is held against until something is drawn: the middle of the map. */
  readonly firstShape: DrawnShape;
}

/** What a kind of target begins as. */
function firstTarget(type: Target["type"], { firstShape }: DrawUse, { layer }: LayerUse): Target {
  switch (type) {
    case "zones":
      return { type, classes: CLASS_CHOICES.high };
    case "works":
      return { type, filter: NO_FILTER, sameSector: false };
    case "villages":
      return { type, povertyFrom: null };
    case "events":
      return { type };
    case "communes":
      return { type, codes: [], neighbours: false };
    case "drawn":
      return { type, shape: firstShape };
    case "layer":
      return { type, name: layer?.name ?? "", hash: layer?.hash ?? NO_LAYER };
  }
}

/** One condition: how things lie to what, with all that may be said of it. */
export function ConditionFields({
  condition,
  number,
  subjectSet,
  drawing,
  layerUse,
  onChoose,
  onType,
  onRemove,
}: {
  readonly condition: Condition;
  /** From 1. */
  readonly number: number;
  readonly subjectSet: SubjectSet;
  readonly drawing: DrawUse;
  readonly layerUse: LayerUse;
  readonly onChoose: (condition: Condition) => void;
  readonly onType: (condition: Condition) => void;
  /** Null: it is the only one. */
  readonly onRemove: (() => void) | null;
}) {
  const explore = useExplore();
  const { locale } = explore;
  const words = questionMessages[locale];
  const { predicate, target, metres, count } = condition;
  const chooseTarget = (next: Target) => onChoose(heldAgainst(condition, next));
  const title = words.condition(formatNumber(locale, number));
  return (
    <fieldset className="ask__part">
      <legend className="section__title section__title--strong">{title}</legend>
      {onRemove !== null && (
        <button
          type="button"
          className="button button--icon button--plain ask__remove"
          aria-label={words.removeCondition(formatNumber(locale, number))}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      )}
      <div className="ask__fields">
        <Choice
          label={words.predicate}
          value={predicate}
          wide={predicate !== "within" && predicate !== "beyond" && predicate !== "nearest"}
          options={predicatesFor(target).map((one) => ({ value: one, label: words[`predicate.${one}`] }))}
          onChoose={(next) => onChoose({ ...condition, predicate: next })}
        />
        {(predicate === "within" || predicate === "beyond") && (
          <NumberField
            label={words.metres}
            value={metres}
            range={METRES_RANGE}
            step={1}
            onType={(value) => value !== null && onType({ ...condition, metres: value })}
          />
        )}
        {predicate === "nearest" && (
          <NumberField
            label={words.count}
            value={count}
            range={COUNT_RANGE}
            step={1}
            onType={(value) => value !== null && onType({ ...condition, count: value })}
          />
        )}
        <Choice
          label={words.target}
          value={target.type}
          wide
          options={TARGET_TYPES.map((type) => ({ value: type, label: words[`target.${type}`] }))}
          onChoose={(type) => chooseTarget(firstTarget(type, drawing, layerUse))}
        />
        {target.type === "zones" && (
          <Choice<ClassChoice | "other">
            label={words.classField}
            value={classChoiceOf(target.classes) ?? "other"}
            wide
            options={[
              ...(Object.keys(CLASS_CHOICES) as ClassChoice[]).map((choice) => ({
                value: choice,
                label: words[`classes.${choice}`],
              })),
              ...(classChoiceOf(target.classes) === null
                ? [{ value: "other" as const, label: targetText(explore, target, subjectSet) }]
                : []),
            ]}
            onChoose={(choice) => {
              if (choice !== "other") chooseTarget({ ...target, classes: CLASS_CHOICES[choice] });
            }}
          />
        )}
        {target.type === "works" && (
          <>
            <WorkFields filter={target.filter} onChange={(filter) => chooseTarget({ ...target, filter })} />
            {subjectSet === "works" && (
              <Tick
                label={words.sameSector}
                checked={target.sameSector}
                onChange={(sameSector) => chooseTarget({ ...target, sameSector })}
              />
            )}
          </>
        )}
        {target.type === "villages" && (
          <NumberField
            label={words.povertyField}
            note={words.povertyAny}
            value={target.povertyFrom}
            range={PERCENT_RANGE}
            step={0.01}
            mayBeEmpty
            onType={(povertyFrom) => onType(heldAgainst(condition, { ...target, povertyFrom }))}
          />
        )}
        {target.type === "communes" && (
          <>
            <CommuneChoice
              label={words.communesField}
              ready={[{ value: "all", label: words.allCommunes }]}
              value="all"
              codes={target.codes.length === 0 ? null : target.codes}
              onReady={() => chooseTarget({ ...target, codes: [], neighbours: false })}
              onCodes={(codes) => chooseTarget({ ...target, codes })}
            />
            {target.codes.length > 0 && (
              <Tick
                label={words.neighbours}
                checked={target.neighbours}
                onChange={(neighbours) => chooseTarget({ ...target, neighbours })}
              />
            )}
          </>
        )}
        {target.type === "drawn" && (
          <div className="ask__wide">
            <p className="note">{words.drawnIs(shapeText(explore, target.shape))}</p>
            <fieldset className="quick ask__shapes">
              <legend className="field__label">{words.drawField}</legend>
              {DRAWN_TYPES.map((type) => (
                <button
                  key={type}
                  type="button"
                  className="quick__chip"
                  disabled={!drawing.canDraw}
                  onClick={() => drawing.onDraw(type)}
                >
                  {words[`draw.${type}`]}
                </button>
              ))}
            </fieldset>
            <p className="note" role="status">
              {drawing.isDrawing ? words.drawing : drawing.canDraw ? "" : words.drawFlat}
            </p>
          </div>
        )}
        {target.type === "layer" && (
          <LayerField target={target} use={layerUse} onUse={(next) => chooseTarget(next)} />
        )}
      </div>
    </fieldset>
  );
}

/** A condition offered when one is added: against works, the target most conditions after the first are about. */
export const addedCondition = (): Condition =>
  conditionOf("within", { type: "works", filter: NO_FILTER, sameSector: false }, 1000);
