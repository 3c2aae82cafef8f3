import { readFile } from "node:fs/promises";
import { loadMapData } from "@/datasets";

/** The shipped data, as the build's pages get them. */
export const loadShipped = () => loadMapData((path) => readFile(`public/data/${path}`, "utf8"));
