import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "@/pack/csv";
import { coordinateFault, frameOf } from "@/pack/frame";
import { Problems } from "@/pack/problems";
import { villagesTable } from "@/pack/tables/villages";
import { readRepository } from "./pack";

const frame = frameOf(readRepository(["official"]).rows.communes.map(({ row }) => row));
const inFrame = fc.tuple(
  fc.double({ min: frame[0], max: frame[2], noNaN: true }),
  fc.double({ min: frame[1], max: frame[3], noNaN: true }),
);

describe("where the province's things can lie", () => {
  it("is lon lat around the communes, and nothing else", () => {
    fc.assert(
      fc.property(inFrame, ([lon, lat]) => {
        expect(coordinateFault([lon, lat], frame)).toBeNull();
        expect(coordinateFault([lat, lon], frame)?.message).toBe("looks like lon/lat swapped");
        expect(coordinateFault([lon * 1e4, lat * 1e5], frame)?.message).toBe(
          "looks like projected metres, give --crs",
        );
        expect(coordinateFault([lon - 3, lat], frame)?.message).toBe("lies outside the province");
      }),
    );
  });

  it("is not a blank, a NaN or half a pair", () => {
    for (const position of [[], [106], [Number.NaN, 21], [106, Number.POSITIVE_INFINITY]]) {
      expect(coordinateFault(position, frame)?.message).toBe("is not a pair of numbers");
    }
  });
});

describe("any text in place of a table", () => {
  it("is read or reported, and never stops the run", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("", '"', ",", "\n", ";", "*", "NaN", "2026-02-30", "07654"),
    );
    fc.assert(
      fc.property(fc.array(cell), fc.boolean(), (cells, withHeader) => {
        const header = "village_id,name,aliases,commune_code,lon,lat,accuracy_m,source_id\n";
        const problems = new Problems();
        const rows = readTable(
          villagesTable,
          (withHeader ? header : "") + cells.join(","),
          "x.csv",
          problems,
        );
        expect(rows.length === 0 || withHeader).toBe(true);
        for (const { row } of rows) expect(row.communeCode).toMatch(/^\d{5}$/);
        for (const { file, remedy } of problems.all())
          expect([file, remedy === ""]).toEqual(["x.csv", false]);
      }),
    );
  });
});
