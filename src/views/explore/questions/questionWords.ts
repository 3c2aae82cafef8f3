import { drawnOnPlane } from "@/analysis/question/targets";
import { areaOf } from "@/analysis/spatial/coverage";
import { lengthOf } from "@/analysis/spatial/shape";
import type { CommuneCode } from "@/domain/commune";
import { DRAWN_DIGITS, type DrawnShape } from "@/domain/drawnShape";
import { HAZARD_CLASSES, type HazardClass } from "@/domain/hazard";
import type { Condition, Question, Subject, SubjectSet, Target } from "@/domain/question";
import type { LonLat } from "@/domain/units";
import { formatArea, formatDate, formatDistance, formatNumber, formatPercent } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import type { Explore } from "../context";
import { conditionsOf } from "../filters/facetWords";
import { communeName } from "../words";

/** What a question is put into words with. */
export type QuestionReading = Pick<Explore, "locale" | "messages" | "communeByCode" | "villageById"> & {
  readonly snapshot: Pick<Explore["snapshot"], "asOf">;
};

/** Names of communes said in a sentence; of more the rest is counted. The parameters of a file hold every code. */
const MOST_NAMED = 5;

const wordsOf = ({ locale }: QuestionReading) => questionMessages[locale];

/** Degrees as written on a map: latitude, longitude. */
export const placeText = ({ locale }: Pick<Explore, "locale">, [lon, lat]: LonLat): string =>
  questionMessages[locale].degrees(
    formatNumber(locale, lat, DRAWN_DIGITS),
    formatNumber(locale, lon, DRAWN_DIGITS),
  );

/** Communes by name; more than a few are counted. */
export function communesText(reading: QuestionReading, codes: readonly CommuneCode[]): string {
  const { locale, messages, communeByCode } = reading;
  const named = codes.slice(0, codes.length > MOST_NAMED ? MOST_NAMED - 1 : MOST_NAMED).map((code) => {
    const commune = communeByCode.get(code);
    return commune === undefined ? code : communeName(messages, commune);
  });
  const more = codes.length - named.length;
  return more === 0
    ? named.join(", ")
    : wordsOf(reading).andMore(named.join(", "), formatNumber(locale, more));
}

/** The ready choices of classes, least first; any other set is said class by class. */
export const CLASS_CHOICES = {
  all: HAZARD_CLASSES,
  moderate: ["moderate", "high", "very-high"],
  high: ["high", "very-high"],
  "very-high": ["very-high"],
} as const satisfies Readonly<Record<string, readonly HazardClass[]>>;
export type ClassChoice = keyof typeof CLASS_CHOICES;

export const classChoiceOf = (classes: readonly HazardClass[]): ClassChoice | null => {
  const key = [...classes].sort().join();
  const choices = Object.keys(CLASS_CHOICES) as ClassChoice[];
  return choices.find((choice) => [...CLASS_CHOICES[choice]].sort().join() === key) ?? null;
};

const classesText = (reading: QuestionReading, classes: readonly HazardClass[]): string => {
  const choice = classChoiceOf(classes);
  return choice === null
    ? classes.map((one) => reading.messages.domain[`hazard.${one}`].toLowerCase()).join(", ")
    : wordsOf(reading)[`classes.${choice}`];
};

/** A drawn shape with its size. */
export function shapeText(reading: QuestionReading, shape: DrawnShape): string {
  const words = wordsOf(reading);
  const { locale } = reading;
  switch (shape.type) {
    case "point":
      return words["shape.point"](placeText(reading, shape.points[0]));
    case "line":
      return words["shape.line"](formatDistance(locale, lengthOf(drawnOnPlane(shape))));
    case "polygon":
      return words["shape.polygon"](formatArea(locale, areaOf(drawnOnPlane(shape))));
    case "circle":
      return words["shape.circle"](
        formatDistance(locale, shape.radiusM),
        placeText(reading, shape.points[0]),
      );
  }
}

const filterText = (reading: QuestionReading, filter: Subject["filter"]): string[] =>
  conditionsOf(reading, filter).map(({ facet, value }) => `${facet}: ${value}`);

/** `of`: what is asked about; a work is never its own target, so that its targets are other works. */
export function targetText(reading: QuestionReading, target: Target, of: SubjectSet): string {
  const words = wordsOf(reading);
  switch (target.type) {
    case "zones":
      return words.zonesOf(classesText(reading, target.classes));
    case "works": {
      const filters = [
        ...filterText(reading, target.filter),
        ...(target.sameSector ? [words.sameSectorOf] : []),
      ];
      if (filters.length > 0) return words.worksOf(filters.join("; "));
      return of === "works" ? words.otherWorks : words["target.works"];
    }
    case "villages":
      return words.villagesOf(
        target.povertyFrom === null
          ? ""
          : words.povertyFrom(formatPercent(reading.locale, target.povertyFrom)),
      );
    case "events":
      return words.eventsOf;
    case "communes": {
      const names = target.codes.length === 0 ? words.allCommunes : communesText(reading, target.codes);
      return target.neighbours ? `${names} ${words.neighbours}` : names;
    }
    case "drawn":
      return shapeText(reading, target.shape);
    case "layer":
      return words.layerOf(target.name);
  }
}

export function conditionText(reading: QuestionReading, condition: Condition, of: SubjectSet): string {
  const words = wordsOf(reading);
  const target = targetText(reading, condition.target, of);
  const distance = formatDistance(reading.locale, condition.metres);
  switch (condition.predicate) {
    case "within":
      return words.withinOf(distance, target);
    case "beyond":
      return words.beyondOf(distance, target);
    case "nearest":
      return words.nearestOf(formatNumber(reading.locale, condition.count), target);
    case "inside":
      return words.insideOf(target);
    case "touches":
      return words.touchesOf(target);
    case "apart":
      return words.apartOf(target);
    case "across":
      return words.acrossOf(target);
  }
}

function subjectText(reading: QuestionReading, { set, filter, povertyFrom }: Subject): string {
  const words = wordsOf(reading);
  const filters = [
    ...(set === "works" ? filterText(reading, filter) : []),
    ...(povertyFrom === null ? [] : [words.povertyFrom(formatPercent(reading.locale, povertyFrom))]),
  ];
  return filters.length === 0
    ? words[`set.${set}`]
    : words.subjectWith(words[`set.${set}`], filters.join("; "));
}

function scopeText(reading: QuestionReading, { scope }: Question): string {
  const words = wordsOf(reading);
  switch (scope.type) {
    case "province":
      return words.inScope(words["scope.province"]);
    case "difficult":
      return words.inScope(words["scope.difficult"]);
    case "communes":
      return words.inScope(communesText(reading, scope.codes));
    case "results":
      return words.inScope(words["scope.results"]);
  }
}

/** The whole question as one sentence, with its scope, its day and the question it goes on with. */
export function questionWords(reading: QuestionReading, question: Question): string {
  const words = wordsOf(reading);
  const { conditions, joiner, base, subject } = question;
  const sentence = words.asked(
    subjectText(reading, subject),
    conditions.map((condition) => conditionText(reading, condition, subject.set)).join(words[joiner]),
    scopeText(reading, question),
    formatDate(reading.locale, reading.snapshot.asOf),
  );
  const whole = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  return base === null
    ? whole
    : `${whole}; ${words[`goingOn.${base.keep}`](questionWords(reading, base.question))}`;
}
