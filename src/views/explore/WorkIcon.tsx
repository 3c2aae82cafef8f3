import type { WorkState } from "@/analysis/snapshot";
import type { Sector } from "@/domain/work";
import { SECTOR_GLYPHS } from "@/scene/marks/sectorGlyphs";
import { workPicture } from "@/scene/marks/workPicture";
import { colorCss } from "@/scene/palette";
import type { WorkLook } from "@/scene/scene";
import { Picture } from "./Picture";

/** A work's sign with its ring, as in the tray. */
export const MarkIcon = ({ mark }: { readonly mark: WorkLook }) => (
  <Picture picture={workPicture(mark, "M")} className="work-row__symbol" />
);

/** A work's sign with ring, outline and corner marks, for lists. */
export function WorkIcon({ state }: { readonly state: WorkState }) {
  const { work, stage, progress, lateness, stale, corrected } = state;
  const { sector, locationClass } = work;
  return (
    <MarkIcon
      mark={{
        sector,
        stage,
        progress,
        locationClass,
        late: lateness.answer === "yes",
        stale,
        corrected,
        suspended: stage === "suspended",
      }}
    />
  );
}

/** A sector's glyph in its colour. */
export function SectorIcon({ sector }: { readonly sector: Sector }) {
  const { d, line, evenOdd } = SECTOR_GLYPHS[sector];
  const color = colorCss(`sector-${sector}`);
  return (
    <svg className="sector__glyph" viewBox="0 0 16 16" aria-hidden="true">
      {line === undefined ? (
        <path d={d} fill={color} fillRule={evenOdd ? "evenodd" : undefined} />
      ) : (
        <path d={d} fill="none" stroke={color} strokeWidth={line} strokeLinecap="round" />
      )}
    </svg>
  );
}
