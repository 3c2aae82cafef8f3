import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inputs } from "@/pack/inputs";
import { type Pack, type Rows, readPacks } from "@/pack/packs";
import { type Located, Problems } from "@/pack/problems";
import { readGeometry } from "@/pack/steps/geometry";
import { folderFiles } from "../../scripts/data/folderFiles";

/** The rows of the repository's packs as a base for planted faults; read once. */
export function readRepository(packs: readonly Pack[]) {
  const problems = new Problems();
  const inputs = new Inputs(folderFiles("data"));
  const rows = readPacks(inputs, packs, problems);
  const { polygons } = readGeometry(inputs, problems);
  return { rows, polygons, problems };
}

/** A row as if it stood in a file of a pack. */
export const located = <Row>(row: Row, file = "data/illustrative/planted.csv", number = 2): Located<Row> => ({
  row,
  at: { file, row: number },
});

/** `rows` with one table replaced. */
export const withTable = <Name extends keyof Rows>(rows: Rows, name: Name, table: Rows[Name]): Rows => ({
  ...rows,
  [name]: table,
});

/** A copy of the repository's `data/` that a test may spoil. */
export function copyOfData(): {
  folder: string;
  edit: (path: string, change: (text: string) => string) => void;
  remove: () => void;
} {
  const parent = mkdtempSync(join(tmpdir(), "data-"));
  const folder = join(parent, "data");
  cpSync("data", folder, { recursive: true });
  return {
    folder,
    edit: (path, change) => {
      const file = join(folder, path);
      writeFileSync(file, change(readFileSync(file, "utf8")));
    },
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}
