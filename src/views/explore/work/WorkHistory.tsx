import type { WorkState } from "@/analysis/snapshot";
import { CapitalHistory } from "./CapitalHistory";
import { Documents } from "./Documents";
import { ReportsHistory } from "./ReportsHistory";
import { useWorkHistory } from "./useWorkHistory";
import "./work.css";

/** What is loaded when a work is opened: the two parts of its panel that tell its past. */
export { PlanAgainstActual } from "./PlanAgainstActual";

/** Reports, capital and documents of a work, at the end of its panel, so that nothing above moves when they arrive. */
export function WorkHistory({ state }: { readonly state: WorkState }) {
  const history = useWorkHistory(state.work);
  return (
    <>
      {/* Another work starts with its last four periods again. */}
      <ReportsHistory key={state.work.workId} work={state.work} history={history} />
      <CapitalHistory state={state} history={history} />
      <Documents history={history} />
    </>
  );
}
