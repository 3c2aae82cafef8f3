import {
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawExtend,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
} from "terra-draw";
import { DRAWN_DIGITS, type DrawnShape } from "@/domain/drawnShape";
import type { LonLat } from "@/domain/units";
import { projector, unprojector } from "@/scene/camera";
import type { Drawing, Frame, Step } from "./drawing";

type BaseAdapter = InstanceType<typeof TerraDrawExtend.TerraDrawBaseAdapter>;
type Callbacks = Parameters<BaseAdapter["register"]>[0];
type DrawEvent = Parameters<Callbacks["onClick"]>[0];
type Changes = Parameters<BaseAdapter["render"]>[0];
type Feature = Changes["created"][number];

/** CSS px a pressed pointer may tremble before it drags a circle's rim. */
const DRAG_PX = 8;
/** While corners are put again no two of them may look near: terra-draw would take the second for the end. */
const MAGNIFIED = 2 ** 20;
/** Corners from which terra-draw itself takes a press on the last one for the end. */
const CLOSES_FROM = { point: 0, line: 2, polygon: 3, circle: 0 } as const;

/** terra-draw on our map: a pane that takes the pointer, and a camera. */
class PaneAdapter extends TerraDrawExtend.TerraDrawBaseAdapter {
  /** What terra-draw would have drawn. */
  readonly features = new Map<unknown, Feature>();
  private magnified = 1;
  private terra: Callbacks | null = null;

  constructor(
    private readonly pane: HTMLElement,
    private readonly frame: () => Frame,
    private readonly wrapped: (terra: Callbacks) => Callbacks,
    private readonly canDrag: boolean,
  ) {
    super({
      coordinatePrecision: DRAWN_DIGITS,
      minPixelDragDistance: DRAG_PX,
      minPixelDragDistanceDrawing: DRAG_PX,
    });
  }

  override register(callbacks: Callbacks) {
    this.terra = callbacks;
    super.register(this.wrapped(callbacks));
    // After terra-draw's own listeners.
    this.pane.addEventListener("pointerdown", this.slide);
    this.pane.addEventListener("pointerleave", this.release);
    this.pane.addEventListener("pointercancel", this.release);
  }
  override unregister() {
    this.pane.removeEventListener("pointerdown", this.slide);
    this.pane.removeEventListener("pointerleave", this.release);
    this.pane.removeEventListener("pointercancel", this.release);
    super.unregister();
    this.terra = null;
  }
  /** Where nothing can be dragged a pressed pointer just moves, so that a finger may slide to the place and let go there. */
  private readonly slide = () => {
    if (!this.canDrag || this.terra?.getState() === "drawing") this._dragState = "not-dragging";
  };
  /** terra-draw would wait for a release that comes elsewhere. */
  private readonly release = () => {
    this._dragState = "not-dragging";
  };

  /** Where the pointer went down, for a drag that is noticed a little later. */
  get pressedAt() {
    return this._lastDrawEvent;
  }

  /** Puts corners as if they had been pressed one after the other. */
  put(corners: readonly LonLat[]) {
    this.magnified = MAGNIFIED;
    for (const [lng, lat] of corners) {
      const { x, y } = this.project(lng, lat);
      this.terra?.onClick({
        lng,
        lat,
        containerX: x,
        containerY: y,
        button: "left",
        heldKeys: [],
        isContextMenu: false,
      });
    }
    this.magnified = 1;
  }

  override getMapEventElement() {
    return this.pane;
  }
  override getLngLatFromEvent(event: PointerEvent | MouseEvent) {
    const { left, top } = this.pane.getBoundingClientRect();
    return this.unproject(event.clientX - left, event.clientY - top);
  }
  override project(lng: number, lat: number) {
    const { camera, size } = this.frame();
    const [x, y] = projector(camera, size.width, size.height)([lng, lat]);
    return { x: x * this.magnified, y: y * this.magnified };
  }
  override unproject(x: number, y: number) {
    const { camera, size } = this.frame();
    const [lng, lat] = unprojector(camera, size.width, size.height)([x / this.magnified, y / this.magnified]);
    return { lng, lat };
  }
  override setCursor(cursor: string) {
    this.pane.style.setProperty("cursor", cursor === "unset" ? "" : cursor);
  }
  // The pane takes every event of the pointer: the map below neither moves nor zooms.
  override setDraggability() {}
  override setDoubleClickToZoom() {}
  override render({ created, updated, deletedIds }: Changes) {
    for (const feature of [...created, ...updated]) this.features.set(feature.id, feature);
    for (const id of deletedIds) this.features.delete(id);
  }
  override clear() {
    this.terra?.onClear();
    this.features.clear();
  }

  /** Corners terra-draw has taken; what follows the pointer is not among them. A circle counts as its centre. */
  cornersTaken(): readonly LonLat[] {
    for (const { geometry, properties } of this.features.values()) {
      if (geometry.type === "LineString") return geometry.coordinates.slice(0, -1).map(place);
      if (geometry.type !== "Polygon") continue;
      const count = properties.committedCoordinateCount;
      return geometry.coordinates
        .flat()
        .slice(0, typeof count === "number" ? count : 1)
        .map(place);
    }
    return [];
  }
}

const place = ([lon = Number.NaN, lat = Number.NaN]: readonly number[]): LonLat => [lon, lat];

/** Drawing with mouse, pen and finger. */
export interface TerraDrawing {
  /** Takes over what was drawn by other means. */
  readonly follow: () => void;
  readonly stop: () => void;
}

/**
 * Lets terra-draw turn presses and drags on a pane into steps of a drawing. The drawing is the truth: terra-draw never finishes a shape
 * itself, and where the two differ (a key, "undo", a refused corner) it begins again from the drawing's corners.
 */
export function startTerraDrawing({
  pane,
  kind,
  frame,
  drawing,
  reach,
  act,
}: {
  readonly pane: HTMLElement;
  readonly kind: DrawnShape["type"];
  readonly frame: () => Frame;
  readonly drawing: () => Drawing;
  /** CSS px that still count as the same place. */
  readonly reach: number;
  /** Takes a step. True: drawing goes on. */
  readonly act: (step: Step) => boolean;
}): TerraDrawing {
  let isEnd = false;
  let isPutting = false;
  const validation = (_: unknown, { updateType }: { readonly updateType: string }) => {
    if (updateType !== "finish") return { valid: true };
    isEnd = true;
    return { valid: false };
  };
  const options = {
    validation,
    keyEvents: null,
    pointerDistance: reach,
    pointerEvents: {
      leftClick: true,
      rightClick: false,
      contextMenu: false,
      onDragStart: true,
      onDrag: true,
      onDragEnd: true,
    },
  };
  const modes = {
    point: () => new TerraDrawPointMode(options),
    line: () => new TerraDrawLineStringMode(options),
    polygon: () => new TerraDrawPolygonMode(options),
    circle: () => new TerraDrawCircleMode({ ...options, drawInteraction: "click-move-or-drag" }),
  };
  const mode = modes[kind]();

  const follow = () => {
    isPutting = true;
    draw.setMode(mode.mode);
    adapter.put(drawing().corners);
    isPutting = false;
    isEnd = false;
  };
  /** After each event: what terra-draw made of it becomes a step. */
  const settle = ({ lng, lat, containerX, containerY }: DrawEvent) => {
    if (isPutting) return;
    const wasEnd = isEnd;
    isEnd = false;
    const taken = adapter.cornersTaken();
    let goesOn = true;
    if (wasEnd)
      goesOn = act(
        kind === "line" || kind === "polygon"
          ? { type: "finish" }
          : { type: "press", at: [containerX, containerY], reach },
      );
    else if (taken.length > drawing().corners.length)
      goesOn = act({ type: "corner", at: kind === "circle" ? [lng, lat] : (taken.at(-1) ?? [lng, lat]) });
    if (goesOn && (wasEnd || adapter.cornersTaken().length !== drawing().corners.length)) follow();
  };
  /** A second press on the last corner where terra-draw would put another beside it: a double click that comes too early. */
  const isEarlyEnd = ({ containerX, containerY }: DrawEvent) => {
    const { corners } = drawing();
    const last = corners.at(-1);
    if (last === undefined || corners.length >= CLOSES_FROM[kind]) return false;
    const { x, y } = adapter.project(last[0], last[1]);
    return Math.hypot(x - containerX, y - containerY) <= reach;
  };

  const adapter = new PaneAdapter(
    pane,
    frame,
    (terra) => ({
      ...terra,
      onClick: (event) => {
        if (isEarlyEnd(event)) {
          act({ type: "press", at: [event.containerX, event.containerY], reach });
          return;
        }
        terra.onClick(event);
        settle(event);
      },
      onMouseMove: (event) => {
        terra.onMouseMove(event);
        act({ type: "pointer", at: [event.lng, event.lat] });
      },
      onDragStart: (event, setDraggability) => {
        const from = adapter.pressedAt ?? event;
        terra.onDragStart(from, setDraggability);
        settle(from);
      },
      onDrag: (event, setDraggability) => {
        terra.onDrag(event, setDraggability);
        act({ type: "pointer", at: [event.lng, event.lat] });
      },
      onDragEnd: (event, setDraggability) => {
        terra.onDragEnd(event, setDraggability);
        settle(event);
      },
    }),
    kind === "circle",
  );
  const draw = new TerraDraw({ adapter, modes: [mode] });
  draw.start();
  follow();
  return { follow, stop: () => draw.stop() };
}
