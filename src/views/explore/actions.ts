import type { ViewState } from "@/state/view";

/** What the page may ask of its surroundings. On a prerendered page nobody answers. */
export interface ExploreActions {
  /** A choice: back undoes it. */
  readonly choose: (change: Partial<ViewState>) => void;
  /** A movement: the address follows, back skips it. */
  readonly move: (change: Partial<ViewState>) => void;
  readonly retry: () => void;
  readonly forgetDropped: () => void;
  /** Resolves to whether the page's address is on the clipboard. */
  readonly copyLink: () => Promise<boolean>;
}

export const NO_ACTIONS: ExploreActions = {
  choose: () => {},
  move: () => {},
  retry: () => {},
  forgetDropped: () => {},
  copyLink: () => Promise.resolve(false),
};
