import { aboutPages } from "./about";
import { comparePages } from "./compare";
import { reportPages } from "./report";
import type { PageBuilder } from "./sitePage";
import { targetsPages } from "./targets";

/** Every page beside the map itself. */
export const PAGE_BUILDERS: readonly PageBuilder[] = [aboutPages, comparePages, targetsPages, reportPages];
