import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { fitCamera } from "@/scene/camera";
import type { MapScene } from "@/scene/scene";
import { fileColor } from "./color";
import { SvgMap } from "./SvgMap";

/** A scene as a file that stands alone: hex colours of one theme, its own font names, fitted to its frame. Runs in Node and in a browser. */
export function renderSceneToSvg(
  scene: MapScene,
  width: number,
  height: number,
  theme: "light" | "dark",
): string {
  const markup = renderToStaticMarkup(
    createElement(SvgMap, {
      scene,
      camera: fitCamera(scene.frame, width, height),
      width,
      height,
      color: fileColor(theme),
      idPrefix: "f-",
    }),
  );
  return markup.replace(
    "<svg ",
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Be Vietnam Pro, Noto Sans, sans-serif" `,
  );
}
