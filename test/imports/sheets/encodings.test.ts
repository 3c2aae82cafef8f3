import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeAs, decodeText, type Encoding } from "@/imports/sheets/encodings";

const PLAIN = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
/** Written down a second time, from words set in ABC fonts, so that the table of the reader is not its own witness. */
const ABC = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô­õö÷øùúûüýþ";
const tcvn3 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (letter) => {
    const at = [...PLAIN].indexOf(letter);
    const capital = "ĂÂÊÔƠƯĐ".indexOf(letter);
    return at >= 0
      ? (ABC.codePointAt(at) ?? 0)
      : capital >= 0
        ? 0xa1 + capital
        : (letter.codePointAt(0) ?? 0);
  });
const SINGLE_1258: Readonly<Record<string, number>> = {
  ă: 0xe3,
  â: 0xe2,
  ê: 0xea,
  ô: 0xf4,
  ơ: 0xf5,
  ư: 0xfd,
  đ: 0xf0,
  Đ: 0xd0,
};
const TONES: Readonly<Record<string, number>> = {
  "\u0300": 0xcc,
  "\u0301": 0xec,
  "\u0303": 0xde,
  "\u0309": 0xd2,
  "\u0323": 0xf2,
};
/** Base letters of one byte, the tone as a byte behind. */
const windows1258 = (text: string): Uint8Array => {
  const bytes = [...text].flatMap((letter) => {
    const marks = [...letter.normalize("NFD")];
    const tone = marks.find((mark) => mark in TONES);
    const base = marks
      .filter((mark) => mark !== tone)
      .join("")
      .normalize("NFC");
    return [SINGLE_1258[base] ?? base.codePointAt(0) ?? 0, ...(tone === undefined ? [] : [TONES[tone] ?? 0])];
  });
  return Uint8Array.from(bytes);
};
const utf16 = (text: string, isLittle: boolean, hasMark: boolean): Uint8Array =>
  Uint8Array.from(
    [...(hasMark ? `\ufeff${text}` : text)].flatMap((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const SENTENCE =
  "Mã công trình;Tên công trình;Địa bàn (xã)\nCT-1;Trường tiểu học xã Lệ Viễn;đường vào thôn Khe Rỗ\n";

describe("known words", () => {
  test.each([
    ["ViÖt Nam", "Việt Nam"],
    ["Céng hßa x· héi chñ nghÜa", "Cộng hòa xã hội chủ nghĩa"],
    ["§­êng giao th«ng", "Đường giao thông"],
    ["B¾c Ninh", "Bắc Ninh"],
  ])("TCVN3 %s", (written, meant) => {
    expect(
      decodeAs(
        Uint8Array.from(written, (letter) => letter.charCodeAt(0)),
        "tcvn3",
      ),
    ).toBe(meant);
  });
});

describe("a file that does not say how it was written", () => {
  test.each<[string, Uint8Array, Encoding]>([
    ["UTF-8", new TextEncoder().encode(SENTENCE), "utf-8"],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${SENTENCE}`), "utf-8"],
    ["UTF-8, decomposed", new TextEncoder().encode(SENTENCE.normalize("NFD")), "utf-8"],
    ["UTF-16 LE", utf16(SENTENCE, true, true), "utf-16le"],
    ["UTF-16 BE", utf16(SENTENCE, false, true), "utf-16be"],
    ["UTF-16 LE without a mark", utf16(SENTENCE, true, false), "utf-16le"],
    ["Windows-1258", windows1258(SENTENCE), "windows-1258"],
    ["TCVN3", tcvn3(SENTENCE), "tcvn3"],
  ])("%s", (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: SENTENCE, encoding, isCertain: true });
  });

  test("what is no Vietnamese in either way is asked for", () => {
    expect(decodeText(Uint8Array.from([0x80, 0x81, 0x90, 0xff, 0x41])).isCertain).toBe(false);
  });

  test("sentences of the words of this programme come back from each old way", () => {
    const words =
      "trường nước sạch giao thông thủy lợi chống sạt lở xã thôn công trình hộ nghèo khởi công nghiệm thu đường quyết định".split(
        " ",
      );
    const text = fc
      .array(fc.constantFrom(...words), { minLength: 4, maxLength: 30 })
      .map((parts) => `trường ${parts.join(" ")}`);
    fc.assert(
      fc.property(text, (given) => {
        expect(decodeText(windows1258(given))).toMatchObject({ text: given, encoding: "windows-1258" });
        expect(decodeText(tcvn3(given))).toMatchObject({ text: given, encoding: "tcvn3" });
      }),
    );
  });

  test("every letter has a place in TCVN3", () => {
    for (const letter of `${PLAIN}ĂÂÊÔƠƯĐ`) expect(decodeAs(tcvn3(letter), "tcvn3")).toBe(letter);
  });

  test("any bytes give some text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeText(bytes).text === "string"),
    );
  });
});
