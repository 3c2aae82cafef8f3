import { embedMessages } from "@/i18n/messages/embed";
import { type GlMap, mountGlMap } from "@/render/gl/glMap";
import { fitCamera, metresPerPixel } from "@/scene/camera";
import type { EmbedView } from "@/state/embedView";
import { boundCamera, zoomAround } from "../explore/usePanZoom";
import { type EmbedData, embedModel } from "./embedModel";

/** What the page does with the open map. */
export interface InteractiveMap {
  /** Outlines a commune, or nothing for an id that is none. */
  readonly choose: (id: string) => void;
  /** Null: back to the first view. */
  readonly zoom: (factor: number | null) => void;
  readonly metresPerPx: () => number;
}

/** Air around what the drawing shows, share of the frame. */
const PADDING = 0.04;

/**
 * Opens the interactive map over an embedded map's drawing: the same scene, drawn by WebGL. It keeps the page's manners: Ctrl to zoom by wheel, two fingers to move.
 * Rejects where the device cannot draw it; the drawing stays.
 */
export function openInteractiveMap(
  container: HTMLElement,
  options: {
    readonly data: EmbedData;
    readonly view: EmbedView;
    readonly locale: "vi" | "en";
    readonly theme: "light" | "dark";
    /** Absolute address of the site's root. */
    readonly root: string;
    readonly onHover: (id: string, x: number, y: number) => void;
    readonly onChoose: (id: string) => void;
    /** Metres of a CSS px, with every step of a movement. */
    readonly onMove: (metresPerPx: number) => void;
  },
): Promise<InteractiveMap> {
  const { data, locale, theme, root, onHover, onChoose, onMove } = options;
  const m = embedMessages[locale];
  let { view } = options;
  const modelOf = () => embedModel(data, view, locale);
  const first = modelOf();
  const size = () => ({ width: container.clientWidth, height: container.clientHeight });
  const boxes = data.register.communes.map(({ bbox }) => bbox);
  const province = [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ] as const;
  const shown = first.commune === null ? first.communes.map(({ bbox }) => bbox) : [first.commune.bbox];
  const frame = [
    Math.min(...shown.map(([west]) => west)),
    Math.min(...shown.map(([, south]) => south)),
    Math.max(...shown.map(([, , east]) => east)),
    Math.max(...shown.map(([, , , north]) => north)),
  ] as const;
  const home = () => fitCamera(frame, size().width, size().height, PADDING);
  let camera = home();
  const subjectType = first.commune === null ? "commune" : "work";

  return new Promise((resolve, reject) => {
    const map: GlMap = mountGlMap(container, {
      scene: first.scene,
      camera,
      theme,
      bound: (at) => boundCamera(at, province, size()),
      bases: { data: `${root}data/`, fonts: `${root}fonts/` },
      reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
      manners: m,
      onReady: () =>
        resolve({
          metresPerPx: () => metresPerPixel(camera),
          choose: (id) => {
            if (subjectType !== "commune") return;
            const code = first.communes.find((commune) => commune.code === id)?.code ?? null;
            view = { ...view, selected: code };
            map.setScene(modelOf().scene);
          },
          zoom: (factor) => {
            const { width, height } = size();
            map.setCamera(
              factor === null
                ? home()
                : boundCamera(
                    zoomAround(camera, Math.log2(factor), [width / 2, height / 2], size()),
                    province,
                    size(),
                  ),
            );
          },
        }),
      onLost: () => undefined,
      onFailure: (reason) => reject(new Error(reason)),
      onBodies: () => undefined,
      onHover: (subject, x, y) => onHover(subject?.type === subjectType ? subject.id : "", x, y),
      onSelect: (subject) => onChoose(subject?.type === subjectType ? subject.id : ""),
      onCamera: (at) => {
        camera = at;
        onMove(metresPerPixel(at));
      },
    });
    new ResizeObserver(() => map.resize()).observe(container);
  });
}
