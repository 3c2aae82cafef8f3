import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFeatureTable, writeFeatureTable } from "@/pack/featureText";
import { folderFiles } from "../../scripts/data/folderFiles";

const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((value) => value.normalize("NFC"));
const name = text.filter((value) => value !== "" && value !== "geometry" && value !== "__proto__");

test("what is written is read again: properties as text, shapes as they were", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.array(text, { minLength: 4, maxLength: 4 }), fc.double({ noNaN: true })), {
        maxLength: 5,
      }),
      (names, rows) => {
        const header = [...names, "geometry"];
        const table = {
          header,
          rows: rows.map(([cells, x]) => [
            ...cells.slice(0, names.length),
            JSON.stringify({ type: "Point", coordinates: [x, 1] }),
          ]),
        };
        const again = parseFeatureTable(writeFeatureTable(table));
        const cellsOf = (given: typeof again) =>
          given.rows.map((cells) =>
            Object.fromEntries(
              given.header
                .map((column, place) => [column, cells[place] ?? ""])
                .filter(([, cell]) => cell !== ""),
            ),
          );
        expect(cellsOf(again)).toEqual(cellsOf(table));
      },
    ),
  );
});

test("the map files of the packs come out as they went in, and say the same", () => {
  const files = folderFiles("data");
  for (const file of ["work_lines", "hazard_zones", "hazard_assessed"]) {
    const before = new TextDecoder().decode(files.bytes(`data/illustrative/${file}.geojson`));
    const after = writeFeatureTable(parseFeatureTable(before));
    expect(JSON.parse(after)).toEqual(JSON.parse(before));
    expect(writeFeatureTable(parseFeatureTable(after))).toBe(after);
  }
});

test("a blank text is a table without columns", () => {
  expect(parseFeatureTable(" \n")).toEqual({ header: [], rows: [] });
  expect(JSON.parse(writeFeatureTable({ header: [], rows: [] }))).toEqual({
    type: "FeatureCollection",
    features: [],
  });
});
