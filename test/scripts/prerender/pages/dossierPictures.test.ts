import { readFileSync } from "node:fs";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadFineBoundaries, loadMapData } from "@/datasets";
import { isoDate } from "@/domain/date";
import { formatDate, formatMoney } from "@/i18n/format";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { physicalProgress } from "@/indicators/physicalProgress";
import { communeFacts, kindOf } from "@/views/dossier/dossierFacts";
import { amountOf } from "@/views/explore/Money";
import { valueText } from "@/views/explore/valueText";
import type { StandingPicture } from "../../../../scripts/prerender/images/frame";
import { communeKeyFacts, workKeyFacts } from "../../../../scripts/prerender/images/keyFacts";
import { outlineText, textsOf } from "../../../../scripts/prerender/images/outlineText";
import { PNG_BUDGET, rasterise } from "../../../../scripts/prerender/images/rasterise";
import { communePicture, workPicture } from "../../../../scripts/prerender/pages/dossierPictures";
import { type DossierSheets, dossierSheets } from "../../../../scripts/prerender/pages/dossierSheets";
import type { BuiltSite } from "../../../../scripts/prerender/pages/sitePage";
import { overlaps, textBoxes } from "../images/textBoxes";

const SCRIPTS = {
  compare: "c.js",
  reading: "r.js",
  builder: "b.js",
  dataPage: "",
  embed: "e.js",
  embedView: "v.js",
  embedMap: "m.js",
};
const read = (file: string) => Promise.resolve(readFileSync(`public/data/${file}`, "utf8"));
const ADDRESS = "https://bando.example.vn/ct22/";
const AN_LAC = "07654";

let site: BuiltSite;
let sheets: DossierSheets;
beforeAll(async () => {
  const data = await loadMapData(read);
  site = {
    data,
    snapshot: takeSnapshot(data.register, isoDate(data.manifest?.defaultAsOf ?? "")),
    fineBoundaries: await loadFineBoundaries(read),
    address: ADDRESS,
    scripts: { vi: SCRIPTS, en: SCRIPTS },
  };
  sheets = dossierSheets(site);
}, 60_000);

const communeOf = (code: string) => site.data.register.communes.find((commune) => commune.code === code)!;
const factsOf = (code: string) => communeFacts(sheets.data, communeOf(code));
const ofCommune = (code: string, kind = kindOf(sheets.data, factsOf(code).sourceIds)) =>
  communePicture(sheets, factsOf(code), kind, ADDRESS);
const stateOf = (
  find: (work: { workId: string; locationClass: string; communeCodes: readonly string[] }) => boolean,
) => site.snapshot.allWorks.find(({ work }) => find(work))!;
const ofWork = (find: Parameters<typeof stateOf>[0]) =>
  workPicture(sheets, stateOf(find), "illustrative", ADDRESS);
const said = ({ svg }: StandingPicture) => textsOf(svg).join(" ");

/** Every eleventh dossier, the longest names, and the places that are hardest to draw. */
function drawSample(): readonly StandingPicture[] {
  const { communes } = site.data.register;
  const { allWorks } = site.snapshot;
  const longest = allWorks.toSorted((a, b) => b.work.name.length - a.work.name.length).slice(0, 4);
  const odd = allWorks.filter(
    ({ work }) =>
      work.communeCodes.length > 1 || (work.communeCodes.length === 0 && work.workId.endsWith("5")),
  );
  const works = [...new Set([...allWorks.filter((_, index) => index % 13 === 0), ...longest, ...odd])];
  return LOCALES.flatMap((locale) => [
    // The two last have the longest column: late, unknown, three textures.
    ...communes
      .filter(({ code }, index) => index % 11 === 0 || ["07594", "07603"].includes(code))
      .map(({ code }) => ofCommune(code)(locale)),
    ...works.map((state) => workPicture(sheets, state, "illustrative", ADDRESS)(locale)),
  ]);
}
let drawn: readonly StandingPicture[] | undefined;
const sample = () => {
  drawn ??= drawSample();
  return drawn;
};

test("all letters are in the site's fonts, nothing overlaps, nothing leaves the picture", () => {
  const pictures = sample();
  expect(pictures.length).toBeGreaterThan(40);
  for (const picture of pictures) {
    expect(outlineText(picture.svg)).not.toContain("<text");
    const boxes = textBoxes(picture.svg);
    expect([picture.alt, overlaps(boxes)]).toEqual([picture.alt, []]);
    for (const { text, left, right, bottom } of boxes)
      expect([picture.alt, text, left >= 0, right <= picture.width, bottom <= picture.height]).toEqual([
        picture.alt,
        text,
        true,
        true,
        true,
      ]);
    expect(picture.svg).not.toMatch(/var\(|NaN|undefined|<image/);
  }
}, 60_000);

test("no texts but titles of works and places end in dots", () => {
  for (const picture of sample()) {
    for (const { text, size } of textBoxes(picture.svg))
      expect([picture.alt, text, text.endsWith("…") && size < 15]).toEqual([picture.alt, text, false]);
  }
}, 60_000);

describe("the picture of a commune", () => {
  test.each(LOCALES)(
    "says name, place, day, three facts as the dossier does, kind, boundary note, address: %s",
    (locale) => {
      const messages = messagesFor(locale);
      const picture = ofCommune(AN_LAC)(locale);
      const text = said(picture);
      const { states } = factsOf(AN_LAC);
      for (const words of [
        "An Lạc",
        locale === "vi" ? "tỉnh Bắc Ninh" : "Bắc Ninh province",
        formatDate(locale, site.snapshot.asOf),
        valueText(
          messages,
          physicalProgress,
          physicalProgress.measure(site.snapshot, communeOf(AN_LAC).code),
        ),
        String(states.length),
        formatMoney(locale, amountOf(states, "disbursedCumulative")!),
        messages.scene.boundaryNote,
        "bando.example.vn/ct22",
      ])
        expect(text).toContain(words);
      expect(picture.alt).toContain("An Lạc");
    },
  );

  test("has the numbers of its key in its own language", () => {
    const code = site.data.register.communes.find(({ code: one }) => factsOf(one).states.length === 0)!.code;
    expect(said(ofCommune(code)("vi"))).toContain("1.000");
    expect(said(ofCommune(code)("en"))).toContain("1,000");
  });

  test("bears the mark where its rows are made up, and not one word of it where they are not", () => {
    const code = site.data.register.communes.find(({ code: one }) => factsOf(one).states.length === 0)!.code;
    expect(textsOf(ofCommune(code, "illustrative")("vi").svg)).toContain("minh họa");
    expect(said(ofCommune(code, "derived")("vi"))).not.toMatch(/minh họa/i);
    expect(said(ofCommune(code, "derived")("vi"))).toContain(messagesFor("vi").domain["kind.derived"]);
  });

  test("explains every texture its map shows, and no other", () => {
    const picture = ofCommune("07594" as typeof AN_LAC)("vi");
    const map = /<svg x="[\s\S]*?<\/svg>/.exec(picture.svg)![0];
    const onMap = [...map.matchAll(/fill="url\(#b-([^)]+)\)"/g)].map(([, key]) => key);
    const inKey = [...picture.svg.matchAll(/fill="url\(#k-([^)]+)\)"/g)].map(([, key]) => key);
    expect(onMap).toContain("blank-no-data");
    expect(new Set(inKey)).toEqual(new Set(onMap));
    expect(said(picture)).toContain(messagesFor("vi").domain["blank.no-data"]);
  });

  test("outlines the commune and draws its neighbours", () => {
    const { svg } = ofCommune(AN_LAC)("vi");
    expect(svg).toContain("#34408f");
    expect(svg).toContain('data-plane="works"');
  });
});

test("ground nobody assessed is never left without saying that this is not safe", () => {
  for (const { code } of site.data.register.communes.filter((_, index) => index % 4 === 0)) {
    const facts = communeKeyFacts(messagesFor("en"), sheets.data, factsOf(code));
    if (factsOf(code).states.length > 0 || facts[2]!.note === "") continue;
    expect([code, said(ofCommune(code)("en"))]).toEqual([
      code,
      expect.stringContaining(facts[2]!.note.slice(-4)),
    ]);
  }
});

describe("the picture of a work", () => {
  test("whose commune is not known has no map and says why", () => {
    const picture = ofWork(({ communeCodes }) => communeCodes.length === 0)("vi");
    expect(picture.svg).not.toContain("data-plane");
    expect(said(picture)).toContain("nên không vẽ");
  });
  test("known by commune only says that no point is drawn", () => {
    expect(said(ofWork(({ locationClass }) => locationClass === "commune")("vi"))).toContain("không vẽ điểm");
    expect(said(ofWork(({ locationClass }) => locationClass === "exact")("vi"))).not.toContain(
      "không vẽ điểm",
    );
  });
  test("of several communes names them", () => {
    expect(said(ofWork(({ communeCodes }) => communeCodes.length === 3)("vi"))).toMatch(/Xã .*, Xã .*, Xã /);
  });
});

describe("three facts", () => {
  test("of every commune and work, in both languages, none empty", () => {
    for (const messages of LOCALES.map(messagesFor)) {
      const all = [
        ...site.data.register.communes.map(({ code }) =>
          communeKeyFacts(messages, sheets.data, factsOf(code)),
        ),
        ...site.snapshot.allWorks.map((state) => workKeyFacts(messages, sheets.data, state)),
      ];
      for (const facts of all) {
        expect(facts).toHaveLength(3);
        for (const { label, value, note } of facts) {
          expect(label).not.toBe("");
          expect(value).not.toBe("");
          expect(`${label}${value}${note}`).not.toMatch(/undefined|NaN|null/);
        }
      }
    }
  });
  test("late works are said in the colour of lateness; what is unknown is said apart", () => {
    const facts = communeKeyFacts(messagesFor("vi"), sheets.data, factsOf(AN_LAC));
    const { states } = factsOf(AN_LAC);
    const late = states.filter(({ lateness }) => lateness.answer === "yes").length;
    const unknown = states.filter(({ lateness }) => lateness.answer === "unknown").length;
    expect(late).toBeGreaterThan(0);
    expect(facts[1]).toMatchObject({ value: String(states.length), isLate: true });
    expect(facts[1]!.note).toContain(String(late));
    expect(facts[1]!.note).not.toContain(String(unknown));
    expect(facts[1]!.unknown).toContain(String(unknown));
  });
});

test("pictures are light and the same every time", async () => {
  const bytes = await rasterise(ofCommune(AN_LAC)("vi").svg, 1200);
  expect(Buffer.from(await rasterise(ofCommune(AN_LAC)("vi").svg, 1200)).equals(bytes)).toBe(true);
  expect(bytes.length).toBeLessThan(PNG_BUDGET);
  const { width, height } = PNG.sync.read(Buffer.from(bytes));
  expect([width, height]).toEqual([1200, 630]);
});
