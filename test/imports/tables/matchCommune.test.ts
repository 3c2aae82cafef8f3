import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { communeMatcher } from "@/imports/tables/matchCommune";
import { readRepository } from "../../pack/pack";

const communes = readRepository(["official"]).rows.communes.map(({ row }) => row);
const match = communeMatcher(communes);
const codeOf = (text: string) => {
  const found = match(text);
  return found.kind === "found" ? `${found.code} ${found.via}` : found.kind;
};

describe("a commune by what people write", () => {
  test.each([
    ["07654", "07654 code"],
    ["7654", "07654 code"],
    ["An Lạc", "07654 name"],
    ["xã an lac", "07654 name"],
    ["XÃ AN LẠC", "07654 name"],
    ["Xã Lệ Viễn", "07654 merged"],
    ["Hiệp Hoà", "07840 name"],
    ["Hiệp Hòa", "07840 name"],
    ["xã Tuấn Đạo cũ", "none"],
    ["99999", "none"],
    ["", "none"],
    ["Hà Nội", "none"],
  ])("“%s”: %s", (text, expected) => expect(codeOf(text)).toBe(expected));

  test("a unit of two districts is asked for, its district settles it", () => {
    expect(match("Xã Đồng Tiến")).toEqual({ kind: "ambiguous", codes: ["07246", "07822", "09193"] });
    expect(codeOf("Xã Đồng Tiến, huyện Hiệp Hòa")).toBe("07822 merged");
    expect(codeOf("Xã Đồng Tiến (huyện Yên Thế)")).toBe("07246 merged");
    expect(codeOf("Xã Lệ Viễn, huyện Sơn Động")).toBe("07654 merged");
  });

  test("a unit that was divided is never given to one of its heirs", () => {
    const [first, second] = communes;
    if (first === undefined || second === undefined) throw new Error("no communes");
    const split = communeMatcher([
      { ...first, formerUnits: ["Xã Bịa (một phần)"] },
      { ...second, formerUnits: ["Một phần xã Bịa", "Xã Khác"] },
    ]);
    expect(split("xã Bịa")).toEqual({ kind: "split", codes: [first.code, second.code] });
    expect(split("Xã Khác")).toEqual({ kind: "found", code: second.code, via: "merged" });
  });

  test("a commune that was one unit before is called unchanged", () => {
    const [first] = communes;
    if (first === undefined) throw new Error("no communes");
    expect(communeMatcher([{ ...first, formerUnits: ["Xã Tên Cũ"] }])("xã tên cũ")).toMatchObject({
      via: "same",
    });
  });

  test.each(communes.map((commune) => [commune.name, commune] as const))(
    "%s and all that went into it lead to it",
    (_, commune) => {
      expect(match(commune.code)).toMatchObject({ kind: "found", code: commune.code });
      const now = match(`${commune.unit === "ward" ? "Phường" : "Xã"} ${commune.name}`);
      expect(now).toEqual({ kind: "found", code: commune.code, via: "name" });
      for (const former of commune.formerUnits) {
        const found = match(former);
        // Where a commune of today has the name of a former unit elsewhere, today's is meant: never a third one.
        const codes = found.kind === "found" ? [found.code] : found.kind === "none" ? [] : found.codes;
        const namesake = communes.filter(({ name }) => former.endsWith(name)).map(({ code }) => code);
        expect(
          codes.some((code) => code === commune.code || namesake.includes(code)),
          former,
        ).toBe(true);
      }
    },
  );

  test("anything may be asked for", () => {
    fc.assert(
      fc.property(fc.string(), (text) => ["found", "none", "ambiguous", "split"].includes(match(text).kind)),
    );
  });
});
