import { readFileSync } from "node:fs";
import { loadCompareData } from "@/datasets";
import type { CompareData } from "@/views/compare/comparison";

/** The data of the page of comparisons as shipped, read through the page's own loader. */
export const shippedData = (): Promise<CompareData> =>
  loadCompareData(async (path) => readFileSync(`public/data/${path}`, "utf8"));
