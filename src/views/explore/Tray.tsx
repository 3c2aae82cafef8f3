import { memo, useState } from "react";
import { formatNumber } from "@/i18n/format";
import type { Tray as TrayAccount } from "@/scene/scene";
import { Icon } from "@/ui/icons";
import { useExplore } from "./context";
import { useGrowing } from "./useGrowing";
import { MarkIcon } from "./WorkIcon";

/** Signs drawn with the page; of more, as many again with every frame. */
const AT_ONCE = 60;

/** Works that have no place on the map, always in sight: on the map + in the tray = in the register. */
export const Tray = memo(function Tray({ tray }: { readonly tray: TrayAccount }) {
  const { messages, locale, selection, select } = useExplore();
  const m = messages.explore;
  const [open, setOpen] = useState(false);
  const count = (value: number) => formatNumber(locale, value);
  const waiting = tray.communeOnly.length + tray.unknown.length;
  const shown = useGrowing(Math.max(tray.communeOnly.length, tray.unknown.length), AT_ONCE, AT_ONCE);
  const title = m.trayTitle(count(waiting));
  const sum = m.traySum(count(tray.onMap), count(waiting), count(tray.total));
  const groups = [
    { key: "commune", title: m.trayCommuneOnly(count(tray.communeOnly.length)), items: tray.communeOnly },
    { key: "unknown", title: m.trayUnknown(count(tray.unknown.length)), items: tray.unknown },
  ];
  return (
    <section className="tray card" aria-label={title} data-open={open}>
      <button
        type="button"
        className="button tray__toggle needs-script"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {title} <Icon name={open ? "close" : "forward"} />
      </button>
      <div className="tray__head">
        <p className="tray__title">{title}</p>
        <p className="tray__sum">{sum}</p>
      </div>
      <div className="tray__groups">
        {groups.map(
          ({ key, title: groupTitle, items }) =>
            items.length > 0 && (
              <div key={key} className="tray__group">
                <p className="tray__group-title">{groupTitle}</p>
                <ul className="tray__items">
                  {items.slice(0, shown).map(({ workId, name, mark }) => (
                    <li key={workId}>
                      <button
                        type="button"
                        className="tray__item"
                        aria-label={name}
                        title={name}
                        aria-current={selection?.type === "work" && selection.id === workId}
                        onClick={() => select({ type: "work", id: workId })}
                      >
                        <MarkIcon mark={mark} />
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            ),
        )}
        {waiting === 0 && <p className="note">{m.trayEmpty}</p>}
      </div>
    </section>
  );
});
