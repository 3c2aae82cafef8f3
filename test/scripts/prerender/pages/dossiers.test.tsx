import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadFineBoundaries, loadMapData } from "@/datasets";
import { isoDate } from "@/domain/date";
import { formatMoney, formatPercent } from "@/i18n/format";
import { LOCALES, type Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { dossierMessages } from "@/i18n/messages/dossier";
import { physicalProgress } from "@/indicators/physicalProgress";
import { valueText } from "@/views/explore/valueText";
import { communePath, LANGUAGE_FOLDERS, workPath } from "@/views/page/sitePages";
import { pageProblems } from "../../../../scripts/checks/distRules";
import { communeDossiers } from "../../../../scripts/prerender/pages/communeDossiers";
import { dossierIndexes } from "../../../../scripts/prerender/pages/dossierIndexes";
import type { BuiltPages, BuiltSite, SitePage } from "../../../../scripts/prerender/pages/sitePage";
import { workDossiers } from "../../../../scripts/prerender/pages/workDossiers";
import { documentHtml } from "../../../../scripts/prerender/shell";

const read = (file: string) => Promise.resolve(readFileSync(`public/data/${file}`, "utf8"));

interface Drawn {
  readonly page: SitePage;
  /** Below the site's root. */
  readonly path: string;
  readonly html: string;
}

let site: BuiltSite;
let built: readonly BuiltPages[];
let drawn: readonly Drawn[];

const SCRIPTS = {
  compare: "c.js",
  reading: "r.js",
  builder: "b.js",
  dataPage: "",
  embed: "e.js",
  embedView: "v.js",
  embedMap: "m.js",
};
const siteOf = async (address: string | null): Promise<BuiltSite> => {
  const data = await loadMapData(read);
  return {
    data: address === null || data.site === null ? data : { ...data, site: { ...data.site, address } },
    snapshot: takeSnapshot(data.register, isoDate(data.manifest?.defaultAsOf ?? "")),
    fineBoundaries: await loadFineBoundaries(read),
    address,
    scripts: { vi: SCRIPTS, en: SCRIPTS },
  };
};

beforeAll(async () => {
  site = await siteOf(null);
  built = await Promise.all([communeDossiers(site), workDossiers(site), dossierIndexes(site)]);
  drawn = built.flatMap(({ pages }) =>
    pages.map((page) => ({
      page,
      path: `${LANGUAGE_FOLDERS[page.locale]}${page.path}`,
      html: renderToStaticMarkup(page.body),
    })),
  );
}, 120_000);

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
/** No-break spaces as `textOf` leaves them. */
const plain = (text: string) => text.replace(/\s+/g, " ");
const pageAt = (path: string, locale: Locale = "vi"): Drawn => {
  const found = drawn.find((one) => one.page.path === path && one.page.locale === locale);
  if (found === undefined) throw new Error(`${path} was not built in ${locale}`);
  return found;
};
const documentOf = ({ page, path, html }: Drawn) =>
  documentHtml({
    locale: page.locale,
    title: page.title,
    description: page.description,
    toRoot: "../../",
    path,
    alternates: {},
    address: null,
    noindex: page.noindex,
    styles: "p{top:0}",
    body: html,
    script: null,
    enhancement: "r.js",
  });

describe("every dossier and index, in both languages", () => {
  test("is there: 99 communes, every work, two indexes", () => {
    const { communes, works } = site.data.register;
    expect(drawn).toHaveLength(2 * (99 + works.length + 2));
    for (const { code } of communes) pageAt(communePath(code), "en");
    for (const { workId } of works) pageAt(workPath(workId), "en");
  });

  test("says nothing that is no word or number", () => {
    for (const { path, html } of drawn) {
      expect([path, /undefined|NaN|\[object|Infinity|\bnull\b/.exec(textOf(html))?.[0]]).toEqual([
        path,
        undefined,
      ]);
      expect([path, /(NaN|undefined|Infinity)/.exec(html)?.[0]]).toEqual([path, undefined]);
    }
  });

  test("has no empty cell, and every table its caption and the scopes of its headings", () => {
    for (const { path, html } of drawn) {
      expect([path, /<t[dh][^>]*>\s*<\/t[dh]>/.exec(html)?.[0]]).toEqual([path, undefined]);
      for (const table of html.match(/<table[\s\S]*?<\/table>/g) ?? []) {
        expect([path, table.includes("<caption")]).toEqual([path, true]);
        expect([path, /<th(?!ead)(?![^>]*scope=)[^>]*>/.exec(table)?.[0]]).toEqual([path, undefined]);
      }
    }
  });

  test("has each id once, one first heading, and no jump among the headings", () => {
    for (const { path, html } of drawn) {
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect([path, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([path, []]);
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      expect([path, levels.filter((level) => level === 1).length]).toEqual([path, 1]);
      levels.forEach((level, index) => {
        expect([path, level - (levels[index - 1] ?? 1) <= 1]).toEqual([path, true]);
      });
    }
  });

  test("links only to pages and files that are built, and to places that are on them", () => {
    const files = new Set(built.flatMap((part) => part.files.map(({ path }) => path)));
    const ids = new Map(
      drawn.map(({ path, html }) => [
        path,
        new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)),
      ]),
    );
    // Pages of other builders.
    const others = /^(en\/)?(so-sanh\/|chi-tieu\/|bao-cao\/|du-lieu\/|gioi-thieu\/|nhung\/|)$/;
    const broken = new Set<string>();
    for (const { path, html } of drawn) {
      for (const [, href = ""] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
        if (/^(https?|mailto|tel):/.test(href)) continue;
        const url = new URL(href.replaceAll("&amp;", "&"), `https://site/${path}`);
        const target = decodeURI(url.pathname.slice(1));
        const isThere = files.has(target) || ids.has(target) || others.test(target);
        const hash = decodeURIComponent(url.hash.slice(1));
        const isPlace = hash === "" || ids.get(target)?.has(hash) === true;
        if (!isThere || !isPlace) broken.add(`${path} → ${href}`);
      }
    }
    expect([...broken].slice(0, 10)).toEqual([]);
  });

  test("refers by number only to sources of its own list", () => {
    for (const { path, html } of drawn) {
      const cited = [...html.matchAll(/href="#(nguon-\d+)"/g)].map(([, id]) => id);
      for (const id of new Set(cited)) expect([path, html.includes(`id="${id}"`)]).toEqual([path, true]);
      // Sources that are not in the list would show as "no source".
      expect([path, textOf(html).includes(messagesFor("vi").explore.noSource)]).toEqual([path, false]);
    }
  });

  test("keeps the rules of a page under its policy", () => {
    for (const one of drawn) expect(pageProblems(one.path, documentOf(one))).toEqual([]);
  });
});

test("a sample of each kind of page is valid HTML", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: {
      // React's own way of writing.
      "void-style": "off",
      "no-inline-style": "error",
      "attr-quotes": "off",
      "doctype-style": "off",
      "long-title": "off",
      "no-trailing-whitespace": "off",
      "tel-non-breaking": "off",
      // The role says for older readers what the elements are.
      "no-redundant-role": "off",
      "prefer-native-element": "off",
    },
  });
  const paths = [
    communePath("07654" as never),
    communePath("07621" as never),
    communePath("07210" as never),
    workPath("AL-01"),
    workPath("MH-010"),
    workPath(site.data.register.works.find(({ locationClass }) => locationClass === "unknown")!.workId),
    "xa/",
    "cong-trinh/",
  ];
  for (const path of paths)
    for (const locale of LOCALES) {
      const report = await validator.validateString(documentOf(pageAt(path, locale)));
      const messages = report.results.flatMap((result) =>
        result.messages.map(
          ({ ruleId, message, line, column }) => `${path} ${ruleId}: ${message} (${line}:${column})`,
        ),
      );
      expect(messages.slice(0, 10)).toEqual([]);
    }
});

describe("numbers of a commune's dossier are the map's", () => {
  test("physical progress, its blank, its denominator and the money", () => {
    for (const locale of LOCALES) {
      const messages = messagesFor(locale);
      const m = dossierMessages[locale];
      for (const { code } of site.data.register.communes) {
        const text = textOf(pageAt(communePath(code), locale).html);
        const value = physicalProgress.measure(site.snapshot, code);
        expect([code, text.includes(plain(valueText(messages, physicalProgress, value)))]).toEqual([
          code,
          true,
        ]);
        if (value.kind === "value" && value.coverage !== null)
          expect(text).toContain(m.progressOf(value.coverage.counted, value.coverage.of));
        const states = site.snapshot.worksByCommune.get(code) ?? [];
        const spent = states.flatMap(({ money }) => money.disbursedCumulative ?? []);
        if (spent.length > 0)
          expect(text).toContain(
            plain(
              formatMoney(
                locale,
                spent.reduce((sum, amount) => sum + amount, 0),
              ),
            ),
          );
        const late = states.filter(({ lateness }) => lateness.answer === "yes").length;
        const unknown = states.filter(({ lateness }) => lateness.answer === "unknown").length;
        // "No work is late" is said only where every one is known not to be.
        if (states.length > 0)
          expect(text).toContain(late === 0 && unknown > 0 ? m.lateNotSeen : m.late(late));
      }
    }
  });

  test("every work of the commune stands in it once, with its progress", () => {
    for (const { code } of site.data.register.communes) {
      const { html } = pageAt(communePath(code));
      const rows = html.match(/<tr>(?:(?!<\/tr>)[\s\S])*works-table__name"[\s\S]*?<\/tr>/g) ?? [];
      const states = site.snapshot.worksByCommune.get(code) ?? [];
      expect([code, rows.length]).toEqual([code, states.length]);
      for (const { work, progress } of states) {
        const own = rows.filter((row) => row.includes(`cong-trinh/${work.workId}/`));
        expect(own).toHaveLength(1);
        if (progress !== null) expect(own[0]).toContain(formatPercent("vi", progress));
      }
    }
  });

  test("a withheld count of a village is nowhere on the page of its commune", () => {
    const { register } = site.data;
    for (const { villageId, communeCode } of register.villages) {
      const row = site.snapshot.poverty.get(`village:${villageId}`);
      if (row?.poor !== "suppressed") continue;
      const { html } = pageAt(communePath(communeCode));
      const name = register.villages.find((one) => one.villageId === villageId)?.name ?? "";
      const line =
        html.split("<tr").find((part) => part.includes(`>${name}<`) && part.includes(">2027<")) ?? "";
      expect([
        villageId,
        textOf(line).includes(messagesFor("vi").domain["blank.suppressed"].toLowerCase()),
      ]).toEqual([villageId, true]);
    }
  });
});

describe("files beside the pages", () => {
  const fileAt = (path: string) =>
    built.flatMap(({ files }) => files).find((file) => file.path === path)?.content ?? "";
  /** Rows of a CSV file as this project writes them, up to the empty line before the metadata. */
  const rowsOf = (csv: string) =>
    [
      ...csv
        .replace(/^\uFEFF/, "")
        .split("\r\n\r\n")[0]!
        .matchAll(/((?:"(?:[^"]|"")*"|[^,\r\n])*)(,|\r\n|$)/g),
    ].reduce<string[][]>(
      (rows, [, cell = "", end]) => {
        rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
        if (end === "\r\n") rows.push([]);
        return rows;
      },
      [[]],
    );

  test("a commune's CSV has its works in the order of the page, with the very numbers", () => {
    for (const { code } of site.data.register.communes) {
      const csv = String(fileAt(`${communePath(code)}ho-so.csv`));
      const [head = [], ...rows] = rowsOf(csv);
      const states = site.snapshot.worksByCommune.get(code) ?? [];
      expect([code, rows.length]).toEqual([code, states.length]);
      const column = (heading: string) => head.indexOf(heading);
      rows.forEach((row, index) => {
        expect(row[0]).toBe(String(index + 1));
        const state = states.find(({ work }) => work.workId === row[column("Mã")])!;
        expect(row[column("Khối lượng (%)")]).toBe(state.progress === null ? "" : String(state.progress));
        expect(row[column("Giải ngân lũy kế (triệu đồng)")]).toBe(
          state.money.disbursedCumulative === null ? "" : String(state.money.disbursedCumulative),
        );
      });
      expect(csv).toContain("Ngày chốt số liệu,30/9/2028");
    }
  });

  test("a work's CSV has every version of every report known on the day", () => {
    for (const { work } of site.snapshot.allWorks) {
      const [, ...rows] = rowsOf(String(fileAt(`${workPath(work.workId)}ho-so.csv`)));
      const known = site.data.register.workReports.filter(
        ({ workId, asOf, reportedOn }) =>
          workId === work.workId && asOf <= site.snapshot.asOf && reportedOn <= site.snapshot.asOf,
      );
      expect([work.workId, rows.filter((row) => row.length > 1).length]).toEqual([work.workId, known.length]);
    }
  });

  test("workbooks stand beside every page in both languages, the same bytes each build", async () => {
    for (const { path } of drawn.filter(({ page }) => /^(xa|cong-trinh)\/.+/.test(page.path)))
      expect([path, fileAt(`${path}ho-so.xlsx`).length > 1000]).toEqual([path, true]);
    const again = await workDossiers({ ...site });
    const one = "cong-trinh/MH-010/ho-so.xlsx";
    expect(again.files.find(({ path }) => path === one)?.content).toEqual(fileAt(one));
  });
});

test("what rests on anything made up asks not to be found; with an address every code holds its page", async () => {
  const addressed = await siteOf("https://ban-do.example/");
  const { pages } = await communeDossiers({
    ...addressed,
    data: {
      ...addressed.data,
      register: {
        ...addressed.data.register,
        communes: addressed.data.register.communes.filter(({ code }) => code === "07621"),
      },
    },
  });
  const html = renderToStaticMarkup(pages[0]?.body);
  expect(pages.every(({ noindex }) => noindex)).toBe(true);
  expect(html).not.toContain("data-qr");
  // The page, its six works and the five villages they name.
  expect(html.match(/class="qr"/g)).toHaveLength(1 + 6 + 5);
});
