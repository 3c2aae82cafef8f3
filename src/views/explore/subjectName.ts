import type { MapScene, Subject } from "@/scene/scene";

/** What the scene calls a subject: "An Lạc: 46,2 %, bậc 40–60". The first named mark of the subject speaks for it. */
export function subjectName(scene: MapScene, { type, id }: Subject): string {
  for (const { marks } of scene.planes) {
    for (const { subject, name } of marks) {
      if (name !== null && subject !== null && subject.type === type && subject.id === id) return name;
    }
  }
  return "";
}
