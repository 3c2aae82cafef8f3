import { describe, expect, test } from "vitest";
import { buildMapScene } from "@/scene/buildScene";
import { fitCamera } from "@/scene/camera";
import { colorHex } from "@/scene/palette";
import {
  DOSSIER_MAP,
  DOSSIER_MAP_SEEN,
  type DossierPicture,
  dossierPicture,
} from "../../../../scripts/prerender/images/dossierPicture";
import type { KeyFact } from "../../../../scripts/prerender/images/keyFacts";
import { textsOf } from "../../../../scripts/prerender/images/outlineText";
import { SHARE_SIZE } from "../../../../scripts/prerender/images/scenePictures";
import { sceneInput } from "../../../fixtures/programme";
import { overlaps, textBoxes } from "./textBoxes";

const FRAME = [106.86, 21.27, 107.02, 21.37] as const;
const FACTS: readonly KeyFact[] = [
  { label: "Khối lượng đã làm", value: "56,4 %", note: "Chậm 33,7 điểm % so với kế hoạch", isLate: true },
  { label: "Số công trình", value: "24", note: "02 công trình trễ", isLate: true, unknown: "16 chưa rõ" },
  { label: "Giải ngân lũy kế", value: "136,9 tỷ", note: "47,9 % của 285,9 tỷ vốn đã giao" },
];
const HATCH = {
  sign: { type: "fill", fill: { pattern: "unassessed" }, stroke: null },
  text: "chưa đánh giá",
} as const;
const inputOf = (part: Partial<DossierPicture> = {}): DossierPicture => ({
  locale: "vi",
  kicker: "Bản đồ Chương trình 22 · Hồ sơ xã · tỉnh Bắc Ninh",
  name: "Xã An Lạc",
  place: "tỉnh Bắc Ninh · số liệu chốt 30/9/2028",
  facts: FACTS,
  map: {
    scene: buildMapScene(sceneInput("physical-progress", { layers: ["labels", "works"] })),
    camera: fitCamera(FRAME, DOSSIER_MAP_SEEN.width, DOSSIER_MAP_SEEN.height),
    colours: "Màu xã: Tiến độ khối lượng (% khối lượng)",
    hatches: [HATCH],
  },
  credits: {
    kind: "illustrative",
    kindText: "Dữ liệu minh họa – không phải số liệu chính thức",
    notes: ["Ranh giới để tham khảo, không có giá trị pháp lý.", "Nguồn: 9 nguồn, liệt kê trong hồ sơ."],
  },
  address: "https://bando.example.vn/",
  alt: "Xã An Lạc",
  ...part,
});
const withoutTextures = (): DossierPicture["map"] => {
  const { map } = inputOf();
  return "scene" in map ? { ...map, hatches: [] } : map;
};
const boxesOf = (part: Partial<DossierPicture> = {}) => textBoxes(dossierPicture(inputOf(part)).svg);
const boxOf = (part: Partial<DossierPicture>, text: string) =>
  boxesOf(part).find((box) => box.text === text)!;
const mapOf = ({ svg }: { readonly svg: string }) => {
  const [, y, width, height] = /<svg x="0" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
  return { y: Number(y), width: Number(width), height: Number(height) };
};
/** As many facts as a column has to hold, each as long as it gets. */
const LONG: readonly KeyFact[] = [
  {
    label: "Khối lượng đã làm",
    value: "Chưa có số liệu",
    note: "Chưa có số liệu nào trong các nguồn đã đọc. Không phải là 0.",
  },
  {
    label: "Diện tích nguy cơ sạt lở cao trở lên",
    value: "Chưa đánh giá",
    note: "Chưa có bản đồ nguy cơ nào phủ vùng đất này, không có nghĩa là an toàn.",
  },
  { label: "Giải ngân lũy kế", value: "1.136,9 tỷ", note: "47,9 % của 2.285,9 tỷ vốn đã giao" },
];
const LONG_NAME =
  "Cải tạo, nâng cấp đường trục xã từ quốc lộ 31 đi Tân Chung - Lạnh - Đồng Dương - Đồng Bài - Thác và hai cầu qua suối";

describe.each([
  ["a short name", {}],
  ["a name of two lines", { name: LONG_NAME }],
  ["long facts", { facts: LONG }],
  ["long facts under a long name", { facts: LONG, name: LONG_NAME }],
  ["no map", { map: { why: "Chưa rõ công trình nằm ở xã nào, nên không vẽ bản đồ." } }],
  ["no textures", { map: withoutTextures() }],
  ["no address", { address: null }],
] satisfies readonly (readonly [string, Partial<DossierPicture>])[])("the picture with %s", (_, part) => {
  test("has the size services ask for, and every text in it, none over another", () => {
    const picture = dossierPicture(inputOf(part));
    expect([picture.width, picture.height]).toEqual([SHARE_SIZE.width, SHARE_SIZE.height]);
    const boxes = textBoxes(picture.svg);
    expect(overlaps(boxes)).toEqual([]);
    for (const { text, left, right, bottom, top } of boxes)
      expect([text, left >= 0, right <= 600.01, top >= 0, bottom <= 315]).toEqual([
        text,
        true,
        true,
        true,
        true,
      ]);
  });
  test("is said whole: name, place, facts, kind, boundary note", () => {
    const input = inputOf(part);
    const text = textsOf(dossierPicture(input).svg).join(" ");
    const words = [
      input.name.slice(0, 60).split(" ").slice(0, 6).join(" "),
      input.place,
      ...input.facts.flatMap(({ value, label }) => [value, label]),
      "minh họa",
      input.credits.notes[0]!,
    ];
    for (const one of words) expect(text).toContain(one);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });
});

test("a name is as large as it fits: one word larger than a sentence", () => {
  const short = boxOf({}, "Xã An Lạc");
  expect(short.size).toBe(24);
  const middle = "Đường liên xã Đại Sơn – Biên Sơn – Biển Động (minh họa)";
  expect(boxOf({ name: middle }, middle).size).toBe(19);
  const lines = boxesOf({ name: LONG_NAME }).filter(({ weight }) => weight === 700);
  expect(lines).toHaveLength(2);
  expect(lines[0]!.size).toBe(16);
});

test("why a value is missing is said to its end, or not at all", () => {
  const alone = [FACTS[0]!, LONG[1]!, FACTS[2]!];
  expect(textsOf(dossierPicture(inputOf({ facts: alone, map: withoutTextures() })).svg).join(" ")).toContain(
    "không có nghĩa là an toàn.",
  );
  const crowded = textsOf(dossierPicture(inputOf({ facts: LONG, name: LONG_NAME })).svg).join(" ");
  expect(crowded).not.toContain("Chưa có bản đồ nguy cơ");
  expect(crowded).toContain("Chưa đánh giá");
});

test("a warning is said however crowded the picture is", () => {
  const facts = [LONG[0]!, LONG[1]!, { ...LONG[2]!, note: "trễ 120 ngày", isLate: true }];
  expect(textsOf(dossierPicture(inputOf({ facts, name: LONG_NAME })).svg)).toContain("trễ 120 ngày");
});

test("lateness has a sign beside its colour, and what is unknown has neither", () => {
  const { svg } = dossierPicture(inputOf());
  const late = colorHex("late", "light");
  expect(svg.match(new RegExp(`<path d="[^"]*l4 7\\.4h-8z" fill="${late}"`, "g"))).toHaveLength(2);
  const fills = (words: string) => new RegExp(`fill="([^"]*)"[^>]*>${words}`).exec(svg)?.[1];
  expect(fills("02 công trình trễ")).toBe(late);
  expect(fills("16 chưa rõ")).not.toBe(late);
  const calm = dossierPicture(inputOf({ facts: FACTS.map(({ isLate: _, ...fact }) => fact) }));
  expect(calm.svg).not.toMatch(new RegExp(`l4 7\\.4h-8z" fill="${late}"`));
});

test("a number is set larger than words", () => {
  expect(boxOf({}, "56,4 %").size).toBe(19);
  expect(boxOf({ facts: LONG }, "Chưa có số liệu").size).toBeLessThan(19);
});

test("the map fills what name, textures and credits leave, and never more than was cut for it", () => {
  const plain = mapOf(dossierPicture(inputOf()));
  const bare = mapOf(dossierPicture(inputOf({ map: withoutTextures() })));
  const long = mapOf(dossierPicture(inputOf({ name: LONG_NAME })));
  expect(plain.width).toBe(DOSSIER_MAP.width);
  expect(bare.height).toBeGreaterThan(plain.height);
  expect(long.height).toBeLessThan(plain.height);
  for (const { height } of [plain, bare, long]) expect(height).toBeLessThanOrEqual(DOSSIER_MAP.height);
  expect(plain.height).toBeGreaterThanOrEqual(DOSSIER_MAP_SEEN.height);
});

test("textures stand in a line of their own between map and credits", () => {
  const { svg } = dossierPicture(inputOf());
  const map = mapOf({ svg });
  const strip = textBoxes(svg).find(({ text }) => text === "chưa đánh giá")!;
  const band = textBoxes(svg).find(({ text }) => text.startsWith("Dữ liệu minh họa"))!;
  expect(strip.top).toBeGreaterThan(map.y + map.height);
  expect(strip.bottom).toBeLessThan(band.top);
});

test("colours have their number line, without counts of the whole province", () => {
  const input = inputOf();
  if (!("scene" in input.map)) throw new Error("no map");
  const { legend } = input.map.scene;
  const texts = textsOf(dossierPicture(input).svg);
  for (const { label } of legend.ticks) expect(texts).toContain(label);
  expect(texts).not.toContain(legend.sum);
  expect(dossierPicture(inputOf({ map: { why: "Không." } })).svg).not.toContain(
    colorHex("progress-4", "light"),
  );
});

test("data that are not made up bear no mark and no dashes at the foot", () => {
  const { svg } = dossierPicture(
    inputOf({ credits: { ...inputOf().credits, kind: "official", kindText: "Loại số liệu: chính thức" } }),
  );
  expect(textsOf(svg).join(" ")).not.toMatch(/minh họa/);
  expect(svg).toContain("Loại số liệu: chính thức.");
});
