import { isCommuneCode } from "@/domain/commune";
import type { Subject } from "@/scene/scene";

/** What a drawn element stands for: the nearest `data-subject="type:id"` up the tree. */
export function subjectOf(target: EventTarget | null): Subject | null {
  if (!(target instanceof Element)) return null;
  const text = target.closest("[data-subject]")?.getAttribute("data-subject") ?? "";
  const colon = text.indexOf(":");
  if (colon < 1) return null;
  const id = text.slice(colon + 1);
  const type = text.slice(0, colon);
  if (type === "commune") return isCommuneCode(id) ? { type, id } : null;
  return type === "work" || type === "village" || type === "zone" || type === "event" ? { type, id } : null;
}
