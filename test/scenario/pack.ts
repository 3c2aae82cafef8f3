import { assembleData } from "@/pack/assemble";
import { Inputs } from "@/pack/inputs";
import { packOf, type Rows, readPacks } from "@/pack/packs";
import { Problems } from "@/pack/problems";
import { folderFiles } from "../../scripts/data/folderFiles";

/** The committed scenario as the data build reads it: illustrative rows only, problems named. */
export function readScenario(): { readonly rows: Rows; readonly problems: Problems } {
  const problems = new Problems();
  const all = readPacks(new Inputs(folderFiles("data")), ["official", "illustrative"], problems);
  const entries = Object.entries(all).map(([name, rows]) => [
    name,
    name === "communes"
      ? rows
      : rows.filter(({ at }: (typeof rows)[number]) => packOf(at) === "illustrative"),
  ]);
  return { rows: Object.fromEntries(entries) as Rows, problems };
}

/** What the data build says of both packs together. */
export const buildProblems = async () =>
  (await assembleData(["official", "illustrative"], folderFiles("data"))).problems;

/** The domain values of located rows. */
export const values = <Row>(located: readonly { readonly row: Row }[]): Row[] =>
  located.map(({ row }) => row);
