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
