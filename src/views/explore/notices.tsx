import type { Messages } from "@/i18n/messages";
import type { Dropped } from "@/state/params";
import { useExplore } from "./context";

/** A dataset that could not be used, as the loader names it. */
export interface Failure {
  readonly dataset: string;
  /** Relative to `data/`. */
  readonly path: string;
  readonly reason: "missing" | "truncated" | "invalid" | "network";
}

/** Names each file that failed and what to do; the rest of the page goes on. */
export function FailureNotice({
  failures,
  onRetry,
}: {
  readonly failures: readonly Failure[];
  readonly onRetry: () => void;
}) {
  const m = useExplore().messages.explore;
  if (failures.length === 0) return null;
  return (
    <div className="notice notice--error card" role="alert">
      <p className="notice__title">{m.failureTitle(failures.length)}</p>
      <ul>
        {failures.map(({ path, reason }) => (
          <li key={path}>
            <code>data/{path}</code>: {m[`failure.${reason}`]}
          </li>
        ))}
      </ul>
      <div className="notice__actions">
        <button type="button" className="button" onClick={onRetry}>
          {m.retry}
        </button>
      </div>
    </div>
  );
}

/** A key that has a name in words: every parameter of `PARAMS` (a test goes through them). */
const named = (key: string, m: Messages["explore"]): key is NamedKey => `droppedKey.${key}` in m;
type NamedKey<Key = keyof Messages["explore"]> = Key extends `droppedKey.${infer Name}` ? Name : never;

/** Says which parts of the address were not understood. */
export function DroppedNotice({
  dropped,
  onDismiss,
}: {
  readonly dropped: readonly Dropped[];
  readonly onDismiss: () => void;
}) {
  const m = useExplore().messages.explore;
  if (dropped.length === 0) return null;
  const parts = dropped.map(({ key, value }) =>
    named(key, m)
      ? m.dropped(m[`droppedKey.${key}`], value.slice(0, 60))
      : m.dropped(m["droppedKey.other"], `${key}=${value}`.slice(0, 60)),
  );
  return (
    <div className="notice card" role="status">
      <p>
        <span className="notice__title">{m.droppedTitle}:</span> {parts.join("; ")}
      </p>
      <div className="notice__actions">
        <button type="button" className="button button--text" onClick={onDismiss}>
          {m.understood}
        </button>
      </div>
    </div>
  );
}
