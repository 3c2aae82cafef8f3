import { HAZARD_EVENT_TYPES } from "@/domain/hazard";
import { eventPicture } from "@/scene/marks/eventPicture";
import { workPicture, workPictureKey } from "@/scene/marks/workPicture";
import { colorHex } from "@/scene/palette";
import { patternKey, patternTile } from "@/scene/patterns";
import type { Picture } from "@/scene/picture";
import type { MapScene } from "@/scene/scene";
import type { Theme } from "./features";

/** The box behind a "+2", drawn like the SVG map's. */
const COUNT_BOX: Picture = {
  width: 22,
  height: 16,
  shapes: [
    {
      d: "M4 1H18a3 3 0 0 1 3 3V12a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z",
      fill: "disc",
      stroke: { color: "ink2", width: 0.8 },
    },
  ],
};

/** A picture by the name the style knows it under. */
export interface NamedPicture {
  readonly picture: Picture;
  /** A tile that fills areas; otherwise a sign that stands alone. */
  readonly repeats: boolean;
}

/** Every picture a scene may ask for, by image name. */
export function picturesOf(scene: MapScene): ReadonlyMap<string, NamedPicture> {
  const pictures = new Map<string, NamedPicture>();
  const add = (name: string, repeats: boolean, draw: () => Picture) => {
    if (!pictures.has(name)) pictures.set(name, { picture: draw(), repeats });
  };
  add("count", false, () => COUNT_BOX);
  for (const type of HAZARD_EVENT_TYPES) add(`event-${type}`, false, () => eventPicture(type));
  for (const { marks } of scene.planes)
    for (const mark of marks) {
      if (mark.type === "work")
        for (const size of ["dot", "S", "M"] as const)
          add(workPictureKey(mark, size), false, () => workPicture(mark, size));
      else if (mark.type === "area" && mark.fill !== null && "pattern" in mark.fill) {
        const { fill } = mark;
        add(patternKey(fill), true, () => patternTile(fill));
      }
    }
  return pictures;
}

/**
 * How much MapLibre enlarges a fill pattern at a zoom: it draws them at their size at whole zooms and stretches them in between,
 * up to twice. A tile with this many times the pixels per CSS px comes out at its own size.
 */
export const patternScale = (zoom: number): number => 2 ** (zoom - Math.floor(zoom));

/** A picture as pixels. @throws Error where the browser gives no 2D canvas. */
export function rasterise(picture: Picture, theme: Theme, pixelRatio: number): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * pixelRatio);
  canvas.height = Math.round(picture.height * pixelRatio);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("this browser gives no 2D canvas");
  context.scale(canvas.width / picture.width, canvas.height / picture.height);
  for (const { d, fill, evenOdd, stroke, placed } of picture.shapes) {
    context.save();
    if (placed !== undefined) {
      context.translate(placed.x, placed.y);
      context.scale(placed.scale, placed.scale);
    }
    const path = new Path2D(d);
    if (fill !== undefined) {
      context.fillStyle = colorHex(fill, theme);
      context.fill(path, evenOdd ? "evenodd" : "nonzero");
    }
    if (stroke !== undefined) {
      context.strokeStyle = colorHex(stroke.color, theme);
      context.lineWidth = stroke.width;
      context.setLineDash([...(stroke.dash ?? [])]);
      context.lineCap = stroke.round ? "round" : "butt";
      context.lineJoin = stroke.round ? "round" : "miter";
      context.stroke(path);
    }
    context.restore();
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
