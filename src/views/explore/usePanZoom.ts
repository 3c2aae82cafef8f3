import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { BBox, LonLat } from "@/domain/units";
import { fitCamera, projector, unprojector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";
import type { Size } from "./data";

const MAX_ZOOM = 15;
/** How far out beyond the first view: a third of a zoom step, so that the province never becomes a speck. */
const OUT_STEPS = 0.35;
/** A pointer that moved less than this has clicked. */
const CLICK_PX = 4;
/** The address follows when the wheel has been still this long. */
const REST_MS = 250;

/** Keeps a camera near the province: the centre inside the frame, the zoom between the frame and a street. */
export function boundCamera(camera: Camera, frame: BBox, { width, height }: Size): Camera {
  const [west, south, east, north] = frame;
  const [lon, lat] = camera.center;
  const least = fitCamera(frame, width, height).zoom - OUT_STEPS;
  return {
    center: [Math.min(east, Math.max(west, lon)), Math.min(north, Math.max(south, lat))],
    zoom: Math.min(MAX_ZOOM, Math.max(least, camera.zoom)),
  };
}

/** Height of the tray and its margin, CSS px: what the first view shows stands above it. */
const TRAY_ROOM = 84;

/** On a phone the chips stand above the first view as well. */
const CHIPS_ROOM = 52;
/** Narrower maps are a phone's. */
export const PHONE_WIDTH = 500;

/** The first view: the frame fitted into what tray and chips leave free. */
export function homeCamera(frame: BBox, { width, height }: Size): Camera {
  const above = width < PHONE_WIDTH ? CHIPS_ROOM : 0;
  const free = Math.max(height / 3, height - TRAY_ROOM - above);
  return dragBy(fitCamera(frame, width, free), 0, above + (free - height) / 2, { width, height });
}

/** The camera after zooming by `steps` with the place under `pixel` staying where it is. */
export function zoomAround(
  camera: Camera,
  steps: number,
  pixel: readonly [number, number],
  { width, height }: Size,
): Camera {
  const place = unprojector(camera, width, height)(pixel);
  const zoomed = { center: camera.center, zoom: camera.zoom + steps };
  const [x, y] = projector(zoomed, width, height)(place);
  const shift: readonly [number, number] = [width / 2 + x - pixel[0], height / 2 + y - pixel[1]];
  return { center: unprojector(zoomed, width, height)(shift), zoom: zoomed.zoom };
}

/** The camera after the ground was dragged by some CSS px. */
export function dragBy(camera: Camera, dx: number, dy: number, { width, height }: Size): Camera {
  const center: LonLat = unprojector(camera, width, height)([width / 2 - dx, height / 2 - dy]);
  return { center, zoom: camera.zoom };
}

/**
 * Drag, pinch and wheel for the drawn map. The moving camera is this hook's own; `onRest` gets it when the hand rests.
 * Off while WebGL has taken over, which brings its own.
 */
export function usePanZoom({
  surface,
  camera,
  frame,
  size,
  enabled,
  onStart,
  onRest,
}: {
  readonly surface: RefObject<HTMLElement | null>;
  readonly camera: Camera;
  readonly frame: BBox;
  readonly size: Size;
  readonly enabled: boolean;
  readonly onStart: () => void;
  readonly onRest: (camera: Camera) => void;
}) {
  const [moving, setMoving] = useState<Camera | null>(null);
  const [dragging, setDragging] = useState(false);
  const latest = useRef(camera);
  latest.current = moving ?? camera;
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const travelled = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const go = useCallback(
    (next: Camera) => {
      latest.current = boundCamera(next, frame, size);
      setMoving(latest.current);
    },
    [frame, size],
  );
  const rest = useCallback(() => {
    onRest(latest.current);
    setMoving(null);
  }, [onRest]);

  useEffect(() => {
    const element = surface.current;
    if (element === null || !enabled) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      onStart();
      const box = element.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      const steps = Math.max(-1, Math.min(1, (-event.deltaY * lines) / 300));
      go(zoomAround(latest.current, steps, [event.clientX - box.left, event.clientY - box.top], size));
      clearTimeout(timer.current);
      timer.current = setTimeout(rest, REST_MS);
    };
    // React attaches wheel listeners as passive, and the page must not scroll under the map.
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      element.removeEventListener("wheel", wheel);
      clearTimeout(timer.current);
    };
  }, [surface, enabled, size, go, rest, onStart]);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!enabled || event.button !== 0) return;
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.current.size === 1) travelled.current = 0;
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const before = fingers.current.get(event.pointerId);
    if (before === undefined) return;
    const dx = event.clientX - before.x;
    const dy = event.clientY - before.y;
    travelled.current += Math.hypot(dx, dy);
    if (travelled.current < CLICK_PX) return;
    if (!event.currentTarget.hasPointerCapture(event.pointerId))
      event.currentTarget.setPointerCapture(event.pointerId);
    if (!dragging) {
      setDragging(true);
      onStart();
    }
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      go(dragBy(latest.current, dx, dy, size));
    } else {
      const box = event.currentTarget.getBoundingClientRect();
      const apart = (x: number, y: number) => Math.hypot(x - other.x, y - other.y);
      const steps = Math.log2(apart(event.clientX, event.clientY) / Math.max(1, apart(before.x, before.y)));
      const middle: readonly [number, number] = [
        (event.clientX + other.x) / 2 - box.left,
        (event.clientY + other.y) / 2 - box.top,
      ];
      go(dragBy(zoomAround(latest.current, steps, middle, size), dx / 2, dy / 2, size));
    }
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId);
    if (fingers.current.size > 0 || !dragging) return;
    setDragging(false);
    rest();
  };

  return {
    camera: moving ?? camera,
    dragging,
    /** True right after a drag, when the browser still sends a click. */
    wasDragged: () => travelled.current >= CLICK_PX,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}
