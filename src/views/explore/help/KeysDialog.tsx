import { useState } from "react";
import { helpMessages } from "@/i18n/messages/help";
import { Dialog } from "@/ui/Dialog";
import { useExplore } from "../context";
import { preference, setPreference } from "../preferences";
import { SHORTCUTS, type ShortcutId } from "../shortcuts";
import "./help.css";

/** The keys the map listens to, from the list its handlers use, and the switch for those of one letter. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { locale } = useExplore();
  const m = helpMessages[locale];
  const [off, setOff] = useState(preference("singleKeysOff"));
  const words = (id: ShortcutId) => (id === "close" ? m.close_ : m[id]);
  const names = (id: ShortcutId, keys: readonly string[]) =>
    id === "walk" ? [m.arrows] : keys.map((key) => (key === " " ? m.space : key === "Escape" ? "Esc" : key));
  return (
    <Dialog title={m.title} closeLabel={m.close} onClose={onClose}>
      <p className="note">{m.intro}</p>
      <dl className="keys">
        {SHORTCUTS.map(({ id, keys, single }) => (
          <div key={id} className="keys__row">
            <dt>
              {names(id, keys).map((name) => (
                <kbd key={name} className={single && off ? "keys__off" : ""}>
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{words(id)}</dd>
          </div>
        ))}
      </dl>
      <label className="keys__switch">
        <input
          type="checkbox"
          checked={!off}
          onChange={(event) => {
            setPreference("singleKeysOff", !event.currentTarget.checked);
            setOff(!event.currentTarget.checked);
          }}
        />
        {m.single}
      </label>
      <p className="pair__note">{m.singleNote}</p>
    </Dialog>
  );
}
