import { expect, test } from "vitest";
import { toXlsx } from "@/exports/xlsx";
import { withoutTimes } from "../../../../scripts/prerender/pages/withoutTimes";

const workbook = async (heading: string) => {
  const table = { id: "x", title: "t", columns: [], rows: [] };
  const names = { official: "", published: "", derived: "", inference: "", illustrative: "" };
  const blob = await toXlsx(table, { pairs: [["a", "b"]], kindHeading: heading, kindNames: names }, "m");
  return new Uint8Array(await blob.arrayBuffer());
};
/** Every DOS time and date in the directory. */
const times = (zip: Uint8Array) => {
  const view = new DataView(zip.buffer, zip.byteOffset);
  return [...zip.keys()].flatMap((at) =>
    at + 16 < zip.length && view.getUint32(at, true) === 0x02014b50 ? [view.getUint32(at + 12, true)] : [],
  );
};

test("two workbooks of the same content are the same bytes, whenever they were made", async () => {
  const first = await workbook("k");
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const second = await workbook("k");
  // Otherwise this test would pass without the function.
  expect(times(first)).not.toEqual(times(second));
  expect(withoutTimes(first)).toEqual(withoutTimes(second));
  expect(new Set(times(withoutTimes(first)))).toEqual(new Set([0x210000]));
});
test("other content stays other content, and the argument is not changed", async () => {
  const [one, two] = [await workbook("k"), await workbook("l")];
  const before = one.slice();
  expect(withoutTimes(one)).not.toEqual(withoutTimes(two));
  expect(one).toEqual(before);
});
test("what is no ZIP is refused", () => {
  expect(() => withoutTimes(new Uint8Array(64))).toThrow("not a ZIP");
});
