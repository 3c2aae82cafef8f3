import type { WorkState } from "@/analysis/snapshot";
import { STAGES } from "@/domain/work";
import { useExplore } from "./context";
import { PartsBar } from "./Figure";

/** Works by stage: true widths in greys from little to done, suspended and unknown apart, counts in words below. */
export function StageBar({ states }: { readonly states: readonly WorkState[] }) {
  const { messages } = useExplore();
  const keys = [...STAGES, "unknown"] as const;
  const parts = keys.map((stage) => ({
    key: stage,
    count: states.filter((state) => (state.stage ?? "unknown") === stage).length,
    fill: `var(--c-stage-${stage})`,
  }));
  return (
    <>
      <PartsBar parts={parts} />
      <p className="stages">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ key, count }) => (
            <span key={key}>
              <svg className="stages__key" viewBox="0 0 10 10" aria-hidden="true">
                <rect width="10" height="10" fill={`var(--c-stage-${key})`} />
              </svg>
              {messages.explore.stageCount(messages.domain[`stage.${key}`], count)}
            </span>
          ))}
      </p>
    </>
  );
}
