import { domain } from "./vi/domain";
import { explore } from "./vi/explore";
import { indicators } from "./vi/indicators";
import { pages } from "./vi/pages";
import { scene } from "./vi/scene";

/** The page's Vietnamese texts, by namespace: a chunk of its own. A new namespace is one file and one line here, and the same in English. */
export const messages = { domain, explore, indicators, pages, scene };
