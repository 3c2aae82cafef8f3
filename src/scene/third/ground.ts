import type { AreaMark, MapScene, Mark, Plane } from "../scene";

const COMMUNES = "communes";
const NAMES = "labels";

/** The commune areas of a scene's choropleth: those that stand for a commune. */
export const communeAreas = (scene: Pick<MapScene, "planes">): readonly AreaMark[] =>
  scene.planes.flatMap(({ id, marks }) =>
    id === COMMUNES
      ? marks.filter((mark): mark is AreaMark => mark.type === "area" && mark.subject?.type === "commune")
      : [],
  );

/**
 * A scene with the communes, their borders and their names alone, the communes looking as `change` has it. Where bodies or a
 * density are the question, signs and overlays would lie on walls or on the cells.
 */
export function groundOf(
  scene: MapScene,
  change: (area: AreaMark) => AreaMark,
  changeName: (mark: Mark) => Mark = (mark) => mark,
): MapScene {
  const planes = scene.planes.flatMap((plane): Plane[] => {
    if (plane.layer === NAMES) return [{ ...plane, marks: plane.marks.map(changeName) }];
    if (plane.layer !== COMMUNES) return [];
    if (plane.id !== COMMUNES) return [plane];
    // The common texture of the original may show where a fill has changed.
    const { ground: _, ...rest } = plane;
    return [
      {
        ...rest,
        marks: plane.marks.map((mark) =>
          mark.type === "area" && mark.subject?.type === "commune" ? change(mark) : mark,
        ),
      },
    ];
  });
  return { ...scene, planes };
}

/** The scene with one more plane, directly below the plane `below`; on top of all but the names where there is none. */
export function withPlane(scene: MapScene, plane: Plane, below: string | null): MapScene {
  const wanted = scene.planes.findIndex(({ id, layer }) => (below === null ? layer === NAMES : id === below));
  const at = wanted < 0 ? scene.planes.length : wanted;
  return { ...scene, planes: [...scene.planes.slice(0, at), plane, ...scene.planes.slice(at)] };
}
