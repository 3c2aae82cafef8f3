import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { read, utils, type WorkBook, write } from "@e965/xlsx";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftMessages } from "@/i18n/messages/draft";
import { importToolMessages } from "@/i18n/messages/importTool";
import { buildData } from "../../scripts/data/build";
import { shapefileZip } from "../imports/layers/shapefile";
import { axeProblems } from "./axe";
import { DIST, openSite, ROOT, type Site, visit } from "./site";

const m = importToolMessages.vi;
const HEADINGS = [
  "Mã công trình",
  "Ngày chốt số liệu",
  "Ngày báo cáo",
  "Giai đoạn",
  "Tiến độ khối lượng (%)",
];

let site: Site;
let folder: string;
beforeAll(async () => {
  site = await openSite({ prefix: "/a/b/" });
  folder = await mkdtemp(path.join(tmpdir(), "import-"));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

function workbook(name: string, sheets: Readonly<Record<string, unknown[][]>>): string {
  const book: WorkBook = utils.book_new();
  for (const [title, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), title);
  const file = path.join(folder, name);
  writeFileSync(file, write(book, { type: "buffer", bookType: "xlsx", compression: true }));
  return file;
}

/** Two zones near the centre of An Lạc, in VN-2000 / TM-3 107°00′, by a program that wrote no `.prj`. */
function zonesInMetres(): string {
  const [east, north] = [494_883.21, 2_356_900.5];
  const box = (x: number) => ({
    type: "Polygon" as const,
    coordinates: [
      [
        [east + x, north],
        [east + x + 1500, north],
        [east + x + 1500, north + 1500],
        [east + x, north + 1500],
        [east + x, north],
      ],
    ],
  });
  const file = path.join(folder, "nguy-co-sat-lo.zip");
  writeFileSync(
    file,
    shapefileZip([
      {
        name: "nguy_co",
        geometries: [box(0), box(2000)],
        fields: [{ name: "CAP_NGUYCO", type: "C", length: 20, values: ["Cao", "Rất cao"] }],
        cpg: "UTF-8",
      },
    ]),
  );
  return file;
}

/** A work of the scenario. */
function aWork(): string {
  const lines = readFileSync(path.join(ROOT, "data/illustrative/works.csv"), "utf8").split("\n");
  return lines[1]?.split(",")[0] ?? "";
}

/** What a release holds, as whoever builds the site has it: with the settings of the site, which are no part of it. */
function unpacked(zip: Readonly<Record<string, Uint8Array>>): { dataDir: string; outDir: string } {
  const dataDir = path.join(folder, "data");
  for (const [file, bytes] of Object.entries(zip)) {
    if (!file.startsWith("data/")) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes);
  }
  writeFileSync(path.join(dataDir, "site.json"), readFileSync(path.join(ROOT, "data/site.json")));
  return { dataDir, outDir: path.join(folder, "built") };
}

async function openTool(page: Page): Promise<void> {
  await page.locator("[data-import] button").click();
  await page.getByRole("heading", { name: m.title }).waitFor();
}
async function hand(page: Page, ...files: readonly string[]): Promise<void> {
  await page.locator(".import input[type=file]").setInputFiles([...files]);
  await page.locator(".import__file").first().waitFor();
}
async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: m.check, exact: true }).click();
  await page.getByRole("heading", { name: m["step.apply"] }).waitFor();
}

describe("a clerk hands in a quarter's reports", () => {
  test("faults are named by row and shown; nothing can be applied before they are mended", async () => {
    const { page, complaints, close } = await visit(site, "du-lieu/");
    await openTool(page);
    const id = aWork();
    const file = workbook("loi.xlsx", {
      "Quý IV": [
        ["BÁO CÁO QUÝ IV/2028"],
        HEADINGS,
        [id, "31/02/2028", "15/01/2029", "Đang thi công", 45],
        ["KHONG-CO", "31/12/2028", "15/01/2029", "Bay lên", 145],
      ],
    });
    await hand(page, file);
    expect(await page.locator(".import__row").inputValue()).toBe("2");
    await check(page);
    const text = await page.locator(".import__problems").innerText();
    for (const said of ["31/02/2028", "Bay lên", "145"]) expect(text).toContain(said);
    expect(await page.getByRole("button", { name: m.apply }).isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: m.release }).isDisabled()).toBe(true);
    // The row itself, with the cell the problem speaks of.
    await page
      .locator(".import__problems tr", { hasText: "31/02/2028" })
      .getByRole("button", { name: m.jump("3") })
      .click();
    expect(await page.locator("dialog .import__cell").innerText()).toBe("31/02/2028");
    await page.keyboard.press("Escape");
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: m.saveProblems }).click(),
    ]);
    const list = readFileSync(await saved.path(), "utf8");
    expect(list.startsWith(`\uFEFF${m.severity},${m.file}`)).toBe(true);
    expect(list).toContain("31/02/2028");
    expect(complaints).toEqual([]);
    await close();
  });

  test("from a file to a draft every page shows, one step back, and a release that builds to the same bytes", async () => {
    const { page, complaints, close } = await visit(site, "du-lieu/", { serviceWorkers: "allow" });
    const root = new URL("/a/b/", site.server.url).href;
    const release = async () => (await page.request.get(`${root}data/manifest.json`)).text();
    const published = await release();
    await openTool(page);
    await hand(
      page,
      workbook("q4.xlsx", {
        "Danh mục": [
          ["DANH MỤC CÔNG TRÌNH"],
          ["TT", "Mã công trình", "Tên công trình", "Lĩnh vực", "Xã", "Thuộc danh mục 97"],
          [1, "CT-01", "Kè chống sạt lở thôn Thử", "Chống sạt lở", "An Lạc", "Không"],
          [2, "CT-02", "Trường tiểu học Thử", "Trường học", "xã Sơn Hải", "Không"],
        ],
        "Báo cáo": [
          HEADINGS,
          ["CT-01", "31/12/2028", "15/01/2029", "Đang thi công", "45,5"],
          ["Tổng cộng", "", "", "", ""],
        ],
      }),
    );
    await page.getByRole("combobox", { name: m.source, exact: true }).selectOption("+");
    await page.getByLabel(m["source.id"]).fill("SRC-THU-01");
    await page.getByLabel(m["source.title"]).fill("Báo cáo thử quý IV");
    await page.getByLabel(m["source.publisher"]).fill("Văn phòng thử");
    await page.getByLabel(m["source.kind"]).selectOption("official");
    await page.getByLabel(m["source.publishedOn"]).fill("2029-01-15");
    await page.getByLabel(m["source.licence"]).fill("CC0-1.0");
    await page.getByLabel("Mức rõ của vị trí").selectOption("commune");
    await check(page);
    expect(await page.locator(".import__counts tbody td").allInnerTexts()).toEqual([
      ...["2", "0", "0", "0"],
      ...["1", "0", "0", "0"],
    ]);
    expect((await page.locator(".import__where li").allInnerTexts()).sort()).toEqual([
      m.communeRows("An Lạc", "1"),
      m.communeRows("Sơn Hải", "1"),
    ]);
    expect(await page.locator(".import__where use[fill*=accent]").count()).toBe(2);
    expect(await axeProblems(page)).toEqual([]);

    // A release, before anything is applied here.
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: m.release }).click(),
    ]);
    const zip = unzipSync(readFileSync(await saved.path()));
    const { dataDir, outDir } = unpacked(zip);
    const rebuilt = await buildData({ packs: ["official", "illustrative"], dataDir, outDir });
    expect(rebuilt.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const artifacts = Object.keys(zip).filter((file) => file.startsWith("public/data/"));
    expect(artifacts.map((file) => file.slice("public/data/".length)).sort()).toEqual(
      [...rebuilt.written].sort(),
    );
    for (const file of artifacts) {
      const built = readFileSync(path.join(outDir, file.slice("public/data/".length)));
      expect([file, Buffer.compare(built, zip[file] ?? Buffer.alloc(0))]).toEqual([file, 0]);
    }

    await page.getByRole("button", { name: m.apply }).click();
    await page.getByText(m.applied).waitFor();
    await page.locator(".draft-band").waitFor();
    expect(await page.locator(".draft-band").innerText()).toContain(draftMessages.vi.prerendered);

    // The map draws it, also after it is opened anew; its footer and links know that it is a draft.
    await page.goto(`${root}?w=CT-01`);
    await page.locator(".draft-band").waitFor();
    expect(await page.locator(".draft-band").innerText()).toContain(draftMessages.vi.label);
    await page.getByRole("heading", { name: "Kè chống sạt lở thôn Thử" }).first().waitFor();
    const drawn = () => page.evaluate(async () => (await fetch("data/manifest.json")).json());
    expect(await drawn()).toMatchObject({ draft: true });
    await page.reload();
    await page.locator(".draft-band").waitFor();
    expect(await axeProblems(page)).toEqual([]);

    // A map for other sites shows what is published, on this device as on any other.
    const frame = await page.context().newPage();
    await frame.goto(`${root}embed.html?i=late`);
    expect(
      await frame.evaluate(async (address) => (await fetch(address)).text(), `${root}data/manifest.json`),
    ).toBe(published);
    await frame.close();

    // One step back is the published data, without a band.
    await Promise.all([
      page.waitForEvent("load"),
      page.getByRole("button", { name: draftMessages.vi.undo }).click(),
    ]);
    await page.locator("#root svg").first().waitFor();
    expect("draft" in (await drawn())).toBe(false);
    expect(await page.locator(".draft-band").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("from the empty templates of the page to a release: nothing else is needed", async () => {
    const { page, complaints, close } = await visit(site, "du-lieu/", { serviceWorkers: "allow" });
    const fetched = async (form: string): Promise<string> => {
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(`a[href$="mau-${form}.xlsx"]`).click(),
      ]);
      const file = path.join(folder, saved.suggestedFilename());
      await saved.saveAs(file);
      return file;
    };
    // As a clerk fills it in: below the headings of the first sheet, and nowhere else.
    const filled = async (form: string, rows: readonly Readonly<Record<string, string | number>>[]) => {
      const file = await fetched(form);
      const book = read(readFileSync(file));
      const sheet = book.Sheets[book.SheetNames[0] ?? ""];
      if (sheet === undefined) throw new Error("the template has no sheet");
      const headings = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
      for (const [index, row] of rows.entries()) {
        const cells = headings.map((heading) => row[heading.replace(/ \(.*$| \*$/g, "")] ?? null);
        expect(cells.filter((cell) => cell !== null)).toHaveLength(Object.keys(row).length);
        utils.sheet_add_aoa(sheet, [cells], { origin: { r: 1 + index, c: 0 } });
      }
      writeFileSync(file, write(book, { type: "buffer", bookType: "xlsx" }));
      return file;
    };
    const given = [
      await filled("sources", [
        {
          "Mã nguồn": "SRC-MAU",
          "Tên văn bản": "Báo cáo thử từ biểu mẫu",
          "Cơ quan ban hành": "Văn phòng thử",
          "Tính chất": "Chính thức",
          "Giấy phép": "CC0-1.0",
        },
      ]),
      await filled("works", [
        {
          "Mã công trình": "CT-11",
          "Tên công trình": "Trường tiểu học Mẫu",
          "Lĩnh vực": "Trường học",
          "Địa bàn": "An Lạc",
          "Mức rõ của vị trí": "Chỉ biết xã",
          "Thuộc 97 công trình": "Không",
          "Mã nguồn": "SRC-MAU",
        },
      ]),
      await filled("work-plans", [
        {
          "Mã công trình": "CT-11",
          "Ngày ghi nhận": "30/06/2028",
          "Tổng mức đầu tư": "12.500",
          "Ngày khởi công kế hoạch": "01/07/2028",
          "Ngày hoàn thành kế hoạch": "30/06/2029",
          "Mã nguồn": "SRC-MAU",
        },
      ]),
      await filled("work-reports", [
        {
          "Mã công trình": "CT-11",
          "Ngày chốt số liệu": "31/07/2028",
          "Ngày báo cáo": "05/08/2028",
          "Giai đoạn": "Đang thi công",
          "Tiến độ khối lượng": "12,5",
          "Ngày khởi công thực tế": "03/07/2028",
          "Mã nguồn": "SRC-MAU",
        },
      ]),
    ];
    await openTool(page);
    await hand(page, ...given);
    await check(page);
    expect(await page.locator(".import__counts tbody td").allInnerTexts()).toEqual(
      given.flatMap(() => ["1", "0", "0", "0"]),
    );
    const toMend = page.locator(".import__problems tbody tr", { hasText: m["severity.error"] });
    expect(await toMend.allInnerTexts()).toEqual([]);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: m.release }).click(),
    ]);
    const text = (file: string) => new TextDecoder().decode(unpackedZip[file]);
    const unpackedZip = unzipSync(readFileSync(await saved.path()));
    expect(text("data/official/works.csv")).toContain("CT-11,Trường tiểu học Mẫu,school");
    expect(text("data/official/work_plans.csv")).toContain("CT-11,2028-06-30,12500,2028-07-01,2029-06-30");
    expect(text("data/official/work_reports.csv")).toContain("CT-11,2028-07-31,2028-08-05,");
    expect(text("public/data/works.json")).toContain("CT-11");
    expect(complaints).toEqual([]);
    await close();
  });

  test("a hundred thousand rows: the page goes on, the check can be stopped, and comes to an end", async () => {
    const { page, complaints, close } = await visit(site, "du-lieu/");
    const works = [
      "Mã công trình,Tên công trình,Lĩnh vực,Địa bàn (xã),Mức rõ của vị trí,Thuộc 97 công trình",
    ];
    const reports = ["Mã công trình,Ngày chốt số liệu,Ngày báo cáo,Giai đoạn,Khó khăn vướng mắc"];
    for (let work = 0; work < 5000; work++) {
      works.push(`CT-${work},Công trình ${work},Trường học,An Lạc,Chỉ biết xã,Không`);
      for (let quarter = 0; quarter < 20; quarter++) {
        const day = `${2021 + Math.floor(quarter / 4)}-${["03-20", "06-20", "09-20", "12-20"][quarter % 4]}`;
        reports.push(`CT-${work},${day},${day.slice(0, 8)}25,Đang thi công,Vướng mặt bằng`);
      }
    }
    const given = Object.entries({ "danh-muc.csv": works, "bao-cao.csv": reports }).map(([name, lines]) => {
      writeFileSync(path.join(folder, name), lines.join("\n"));
      return path.join(folder, name);
    });
    await openTool(page);
    await hand(page, ...given);
    await page.locator(".import__sheet").nth(1).waitFor();
    await page.getByRole("combobox", { name: m.source, exact: true }).selectOption("SRC-PLAN-PROVINCE");
    const begin = page.getByRole("button", { name: m.check, exact: true });
    await begin.click();
    await page.getByRole("button", { name: m.stop }).click();
    await page.getByText(m.stopped).waitFor();
    // The files are still there: they are read again by themselves.
    await page.locator(".import__sheet").nth(1).waitFor();
    await begin.click();
    await page.locator(".import__counts").waitFor({ timeout: 100_000 });
    expect(await page.locator(".import__counts tbody td").allInnerTexts()).toEqual([
      ...["5.000", "0", "0", "0"],
      ...["100.000", "0", "0", "0"],
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a file that is no table is refused with a reason, and the next one is read", async () => {
    const { page, complaints, close } = await visit(site, "en/du-lieu/", {
      viewport: { width: 390, height: 844 },
    });
    const en = importToolMessages.en;
    await page.locator("[data-import] button").click();
    await page.getByRole("heading", { name: en.title }).waitFor();
    const file = path.join(folder, "anh.png");
    writeFileSync(file, readFileSync(path.join(DIST, "favicon.png")));
    await hand(page, file, workbook("b.xlsx", { S: [HEADINGS, ["X", "1/1/2029", "2/1/2029", "", ""]] }));
    expect(await page.locator(".import__refused").innerText()).toContain("no spreadsheet, CSV or map file");
    await page.locator(".import__sheet summary").click();
    expect(await page.locator(".import__sheet tbody tr").count()).toBe(5);
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a susceptibility map in metres: the system is asked, shapes are seen where they lie, the map draws them", async () => {
    const { page, complaints, close } = await visit(site, "du-lieu/", { serviceWorkers: "allow" });
    const root = new URL("/a/b/", site.server.url).href;
    await openTool(page);
    await hand(page, zonesInMetres());
    const system = page.getByLabel(m.crs);
    expect(await system.inputValue()).toBe("");
    await page.getByRole("combobox", { name: m.source, exact: true }).selectOption("SRC-PLAN-PROVINCE");
    await page.getByLabel("Phương pháp").fill("Bản đồ thử 1:50.000");
    // Known before the day the map opens on: it would not be drawn otherwise.
    await page.getByLabel("Ngày ghi nhận").fill("2028-06-30");
    await check(page);
    expect(await page.locator(".import__problems").innerText()).toContain("EPSG:9214");
    expect(await page.getByRole("button", { name: m.apply }).isDisabled()).toBe(true);

    // The one that fits says so.
    expect(await system.locator("option", { hasText: "nằm trong tỉnh" }).getAttribute("value")).toBe(
      "EPSG:9214",
    );
    await system.selectOption("EPSG:9214");
    await check(page);
    await page.getByText(m.shapesCount(m["shapes.polygon"]("2"))).waitFor();
    // An Lạc, in the east of the province.
    const [zone, map] = [
      await page.locator(".import__areas").boundingBox(),
      await page.locator(".import__where svg.commune-map").boundingBox(),
    ];
    if (zone === null || map === null) throw new Error("nothing is drawn");
    expect((zone.x + zone.width / 2 - map.x) / map.width).toBeGreaterThan(0.7);
    expect(await axeProblems(page)).toEqual([]);

    await page.getByRole("button", { name: m.apply }).click();
    await page.getByText(m.applied).waitFor();
    await page.goto(`${root}?l=hazard,unassessed`);
    await page.locator(".draft-band").waitFor();
    const zones = await page.evaluate(async () => (await fetch("data/hazard-zones.json")).text());
    expect(zones).toContain("Bản đồ thử 1:50.000");
    expect(zones).not.toContain("MH-VNC-001");
    await expect
      .poll(() => page.locator('.map__drawing [data-plane="hazard"] path').count())
      .toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
