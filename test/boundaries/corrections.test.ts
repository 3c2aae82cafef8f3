import { describe, expect, it } from "vitest";
import { correctRow, toCorrections } from "../../scripts/boundaries/corrections";

const [correction] = toCorrections([
  {
    file: "t.csv",
    key: "07654",
    column: "seat",
    from: "xã Lệ Viên",
    to: "xã Lệ Viễn",
    reason: "former unit",
  },
]);
const row = { code: "07654", seat: "xã Lệ Viên" };

describe("correctRow", () => {
  it("changes the cell, says what and why, and leaves the source row alone", () => {
    const corrected = correctRow(row, "07654", [correction!]);
    expect(corrected.row.seat).toBe("xã Lệ Viễn");
    expect(corrected.notes).toEqual(['seat: "xã Lệ Viên" → "xã Lệ Viễn" (former unit)']);
    expect(corrected.problems).toEqual([]);
    expect(row.seat).toBe("xã Lệ Viên");
  });
  it("touches no other commune", () => {
    expect(correctRow(row, "07000", [correction!])).toEqual({ row, notes: [], problems: [] });
  });
  it("reports a correction that the source has outgrown", () => {
    const corrected = correctRow({ ...row, seat: "xã An Lạc" }, "07654", [correction!]);
    expect(corrected.row.seat).toBe("xã An Lạc");
    expect(corrected.problems).toMatchObject([{ severity: "warning", column: "seat", value: "xã An Lạc" }]);
  });
});
