import { droppedLinkMessages } from "@/i18n/messages/droppedLink";
import type { Dropped } from "@/state/params";
import { useExplore } from "./context";

type Texts = (typeof droppedLinkMessages)["vi"];
type NamedKey<Key = keyof Texts> = Key extends `key.${infer Name}` ? Name : never;

/** A key that has a name in words: every parameter of `PARAMS` (a test goes through them). */
const isNamed = (key: string): key is NamedKey => Object.hasOwn(droppedLinkMessages.vi, `key.${key}`);

/** Characters of a value that are said. */
const SAID = 60;

/** Says which parts of the address were not understood. */
export function DroppedNotice({
  dropped,
  onDismiss,
}: {
  readonly dropped: readonly Dropped[];
  readonly onDismiss: () => void;
}) {
  const { locale, messages } = useExplore();
  const m = droppedLinkMessages[locale];
  const parts = dropped.map(({ key, value }) =>
    isNamed(key)
      ? m.part(m[`key.${key}`], value.slice(0, SAID))
      : m.part(m["key.other"], `${key}=${value}`.slice(0, SAID)),
  );
  return (
    <div className="notice card" role="status">
      <p>
        <span className="notice__title">{m.title}:</span> {parts.join("; ")}
      </p>
      <div className="notice__actions">
        <button type="button" className="button button--text" onClick={onDismiss}>
          {messages.explore.understood}
        </button>
      </div>
    </div>
  );
}
