import { useEffect, useRef } from "react";
import type { CommuneCode } from "@/domain/commune";
import type { BBox } from "@/domain/units";
import type { GlMap } from "@/render/gl/glMap";
import type { Camera, MapScene, Subject } from "@/scene/scene";
import type { SolidStage } from "@/scene/third/solids";
import type { Size } from "./data";
import { boundCamera } from "./usePanZoom";

/** Cameras that differ by less show the same picture: an address holds five decimals and a hundredth of a zoom step. */
const SAME_DEGREES = 2e-5;
const SAME_ZOOM = 0.006;
const isSame = (a: Camera, b: Camera) =>
  Math.abs(a.center[0] - b.center[0]) < SAME_DEGREES &&
  Math.abs(a.center[1] - b.center[1]) < SAME_DEGREES &&
  Math.abs(a.zoom - b.zoom) < SAME_ZOOM;

export interface GlLayerProps {
  readonly scene: MapScene;
  readonly camera: Camera;
  readonly size: Size;
  readonly province: BBox;
  readonly theme: "light" | "dark";
  readonly toRoot: string;
  readonly isReady: boolean;
  /** Bodies in place of the flat scene; null: none. */
  readonly bodies: SolidStage | null;
  /** Degrees from north the top of a leaning map points to. */
  readonly bearing: number;
  /** The commune whose body is outlined. */
  readonly highlighted: CommuneCode | null;
  readonly onBodies: (state: "shown" | "failed") => void;
  readonly onReady: () => void;
  readonly onLost: () => void;
  readonly onFailure: () => void;
  readonly onHover: (subject: Subject | null, x: number, y: number) => void;
  readonly onSelect: (subject: Subject | null) => void;
  /** Every step of a movement, for what is drawn over the map. */
  readonly onMove: (camera: Camera) => void;
  /** The reader's hand rests: the address follows. Not called for movements asked for from outside. */
  readonly onRest: (camera: Camera) => void;
}

/** WebGL over the drawing: its code comes on demand, it stays unseen until its first complete picture. */
export function GlLayer(props: GlLayerProps) {
  const { scene, camera, size, theme, isReady, bodies, bearing, highlighted } = props;
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const latest = useRef(props);
  latest.current = props;
  /** Where the map was last told to go, and where it last came to rest. */
  const target = useRef(camera);
  const rested = useRef(camera);

  useEffect(() => {
    let wanted = true;
    const element = container.current;
    if (element === null) return;
    import("@/render/gl/glMap").then(
      ({ mountGlMap }) => {
        if (!wanted) return;
        const now = latest.current;
        const root = new URL(now.toRoot === "" ? "./" : now.toRoot, location.href).href;
        target.current = now.camera;
        rested.current = now.camera;
        map.current = mountGlMap(element, {
          scene: now.scene,
          camera: now.camera,
          theme: now.theme,
          bound: (at) => boundCamera(at, latest.current.province, latest.current.size),
          bases: { data: `${root}data/`, fonts: `${root}fonts/` },
          reducedMotion: window.matchMedia("(prefers-reduced-motion: reduce)").matches,
          onReady: () => latest.current.onReady(),
          onLost: () => latest.current.onLost(),
          onFailure: () => latest.current.onFailure(),
          onBodies: (state) => latest.current.onBodies(state),
          onHover: (...hover) => latest.current.onHover(...hover),
          onSelect: (subject) => latest.current.onSelect(subject),
          onCamera: (at, final) => {
            latest.current.onMove(at);
            if (!final) return;
            // Arrived where it was sent, or only resized: nobody moved it.
            const byHand = !isSame(at, target.current) && !isSame(at, rested.current);
            rested.current = at;
            if (byHand) latest.current.onRest(at);
          },
        });
        map.current.setBodies(now.bodies, now.bearing);
      },
      // The file could not be had: the drawn map stays.
      () => wanted && latest.current.onFailure(),
    );
    return () => {
      wanted = false;
      map.current?.remove();
      map.current = null;
    };
  }, []);

  useEffect(() => {
    // With the next frame: the page has changed in this task already, and a reader's next key may wait for no long one.
    const frame = requestAnimationFrame(() => map.current?.setScene(scene));
    return () => cancelAnimationFrame(frame);
  }, [scene]);
  useEffect(() => map.current?.setTheme(theme), [theme]);
  useEffect(() => map.current?.setBodies(bodies, bearing), [bodies, bearing]);
  useEffect(() => map.current?.setHighlighted(highlighted), [highlighted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the container's size is what the map measures itself
  useEffect(() => map.current?.resize(), [size]);
  useEffect(() => {
    target.current = camera;
    if (!isSame(camera, rested.current)) map.current?.setCamera(camera);
  }, [camera]);

  return <div ref={container} className={`map__canvas${isReady ? "" : " map__canvas--coming"}`} />;
}
