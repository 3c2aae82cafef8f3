import { useMemo } from "react";
import { programmeAnswer } from "@/analysis/programmeAnswer";
import { type IsoDate, isIsoDate } from "@/domain/date";
import { formatDate } from "@/i18n/format";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { usePage } from "../../page/context";
import { useComparison } from "../context";
import { CopyLink } from "./CopyLink";
import { asOfDays, chooseAsOf, chooseSince, sinceDays } from "./days";
import { caveats, headlineOf, moneySentence, progressSentence } from "./headline";
import { Notices } from "./Notices";
import { useWords } from "./useWords";

function DaySelect({
  name,
  label,
  value,
  days,
  onChoose,
}: {
  /** Short, before the day. */
  readonly name: string;
  /** Whole, for the ear. */
  readonly label: string;
  readonly value: IsoDate;
  readonly days: readonly IsoDate[];
  readonly onChoose: (day: IsoDate) => void;
}) {
  const { locale } = usePage();
  return (
    <span className="answer__control">
      <span aria-hidden="true">{name}</span>
      <select
        aria-label={label}
        value={value}
        onChange={({ target }) => isIsoDate(target.value) && onChoose(target.value)}
      >
        {days.map((day) => (
          <option key={day} value={day}>
            {formatDate(locale, day)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The answer as the page's title, the sentence behind it, what is not known, and the two days it is of. */
export function Answer() {
  const comparison = useComparison();
  const { locale, manifest, kind } = usePage();
  const words = useWords();
  const { now, before, view, trouble, choose } = comparison;
  const m = compareAnswerMessages[locale];
  const answer = useMemo(() => programmeAnswer(now), [now]);
  const headline = headlineOf(words, answer);
  const isListed = answer.all.named > 0;
  const chosen = view.asOf !== null || view.since !== null;
  return (
    <>
      <Notices locale={locale} trouble={trouble} />
      <div className="answer">
        <div className="answer__text">
          <p className="answer__kicker">{m.kicker(formatDate(locale, now.asOf))}</p>
          <h1 className="answer__headline">{headline}</h1>
          {isListed && (
            <p className="answer__summary">
              {progressSentence(words, now)} {moneySentence(words, answer, now, manifest, kind)}
            </p>
          )}
          <p className="answer__caveats">{caveats(words, answer).join(" ")}</p>
        </div>
        {/* Chosen days announce the new answer; the page's own says nothing by itself. */}
        <p className="hidden-text" role="status">
          {chosen ? headline : ""}
        </p>
        <div className="answer__controls needs-script">
          <DaySelect
            name={m.asOf}
            label={m.asOfLabel}
            value={now.asOf}
            days={asOfDays(comparison)}
            onChoose={(day) => choose(chooseAsOf(comparison, day))}
          />
          <DaySelect
            name={m.since}
            label={m.sinceLabel}
            value={before.asOf}
            days={sinceDays(comparison)}
            onChoose={(day) => choose(chooseSince(comparison, day))}
          />
          <CopyLink />
        </div>
      </div>
    </>
  );
}
