import { useState } from "react";
import type { DatasetFailure } from "@/datasets";
import type { Locale } from "@/i18n/locale";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import type { Dropped } from "@/state/params";
import type { Trouble } from "../context";

type Texts = (typeof compareAnswerMessages)["vi"];
type NamedKey<Key = keyof Texts> = Key extends `droppedKey.${infer Name}` ? Name : never;
/** A key that has a name in words: every parameter of `COMPARE_PARAMS` (a test goes through them). */
const isNamed = (key: string): key is NamedKey =>
  Object.hasOwn(compareAnswerMessages.vi, `droppedKey.${key}`);

/** As much of a strange value as is worth reading. */
const SHOWN = 60;

/** Parts of a link that were not understood, by name. */
export function droppedText(locale: Locale, dropped: readonly Dropped[]): string {
  const m = compareAnswerMessages[locale];
  return dropped
    .map(({ key, value }) =>
      isNamed(key)
        ? m.droppedPart(m[`droppedKey.${key}`], value.slice(0, SHOWN))
        : m.droppedPart(m["droppedKey.other"], `${key}=${value}`.slice(0, SHOWN)),
    )
    .join("; ");
}

/** Names each data file that failed. `stays`: the page could not be drawn anew and shows what was built. */
export function FailureNotice({
  locale,
  failures,
  stays = false,
  onDismiss,
}: {
  readonly locale: Locale;
  readonly failures: readonly DatasetFailure[];
  readonly stays?: boolean;
  readonly onDismiss?: () => void;
}) {
  const m = compareAnswerMessages[locale];
  return (
    <div className="answer-notice" role="alert">
      <p>
        <strong>{m.failed(failures.length)}.</strong> {stays && m.stays}
      </p>
      <ul>
        {failures.map(({ path, reason }) => (
          <li key={path}>
            <code>data/{path}</code>: {m[`failure.${reason}`]}
          </li>
        ))}
      </ul>
      <p className="answer-notice__actions">
        <button type="button" className="button" onClick={() => location.reload()}>
          {m.retry}
        </button>
        {onDismiss !== undefined && (
          <button type="button" className="button button--text" onClick={onDismiss}>
            {m.dismiss}
          </button>
        )}
      </p>
    </div>
  );
}

/** What went wrong, until the reader has seen it. Another link with other faults speaks up again. */
export function Notices({ locale, trouble }: { readonly locale: Locale; readonly trouble: Trouble }) {
  const m = compareAnswerMessages[locale];
  const { dropped, failures } = trouble;
  const [seen, setSeen] = useState<readonly unknown[]>([]);
  const isNew = (list: readonly unknown[]) => list.length > 0 && !seen.includes(list);
  const see = (list: readonly unknown[]) => setSeen([...seen, list]);
  return (
    <>
      {isNew(failures) && (
        <FailureNotice locale={locale} failures={failures} onDismiss={() => see(failures)} />
      )}
      {isNew(dropped) && (
        <div className="answer-notice" role="status">
          <p>
            <strong>{m.dropped}:</strong> {droppedText(locale, dropped)}. {m.droppedKept}
          </p>
          <p className="answer-notice__actions">
            <button type="button" className="button button--text" onClick={() => see(dropped)}>
              {m.dismiss}
            </button>
          </p>
        </div>
      )}
    </>
  );
}
