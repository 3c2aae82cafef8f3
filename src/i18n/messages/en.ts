import { domain } from "./en/domain";
import { explore } from "./en/explore";
import { indicators } from "./en/indicators";
import { pages } from "./en/pages";
import { scene } from "./en/scene";
import type { messages as vietnamese } from "./vi";

/** The page's English texts, by namespace: a chunk of its own. Each namespace is typed against its Vietnamese one. */
export const messages = { domain, explore, indicators, pages, scene } satisfies Record<
  keyof typeof vietnamese,
  unknown
>;
