import { type PointerEvent, useEffect, useRef, useState } from "react";
import { communesInLoop } from "@/analysis/restrictSnapshot";
import type { CommuneCode } from "@/domain/commune";
import { unprojector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";
import { useExplore } from "../context";
import type { Size } from "../data";
import "./several.css";

/** CSS px between two corners: a hand's tremble is not a corner. */
const STEP = 4;

/** Over the map while a loop is drawn: takes the pointer, so that the map below rests; Escape gives it back. */
export function Lasso({
  camera,
  size,
  onTake,
  onCancel,
}: {
  readonly camera: Camera;
  readonly size: Size;
  readonly onTake: (codes: readonly CommuneCode[]) => void;
  readonly onCancel: () => void;
}) {
  const { snapshot } = useExplore();
  const [loop, setLoop] = useState<readonly (readonly [number, number])[]>([]);
  const drawing = useRef(false);
  useEffect(() => {
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      onCancel();
    };
    window.addEventListener("keydown", cancel, { capture: true });
    return () => window.removeEventListener("keydown", cancel, { capture: true });
  }, [onCancel]);
  const here = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  };
  const finish = () => {
    if (!drawing.current) return;
    drawing.current = false;
    const toGround = unprojector(camera, size.width, size.height);
    onTake(
      communesInLoop(
        snapshot.register.communes,
        loop.map((corner) => toGround(corner)),
      ),
    );
    setLoop([]);
  };
  return (
    <svg
      className="map__overlay lasso"
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        drawing.current = true;
        setLoop([here(event)]);
      }}
      onPointerMove={(event) => {
        event.stopPropagation();
        if (!drawing.current) return;
        const [x, y] = here(event);
        const [lastX, lastY] = loop.at(-1) ?? [Number.NaN, Number.NaN];
        if (!(Math.hypot(x - lastX, y - lastY) < STEP)) setLoop([...loop, [x, y]]);
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        finish();
      }}
      onPointerCancel={() => {
        drawing.current = false;
        setLoop([]);
      }}
      onClick={(event) => event.stopPropagation()}
    >
      {loop.length > 1 && (
        <path
          d={`M${loop.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`}
          fill="var(--c-accent)"
          fillOpacity="0.12"
          stroke="var(--c-accent)"
          strokeWidth="2"
          strokeDasharray="6 4"
        />
      )}
    </svg>
  );
}
