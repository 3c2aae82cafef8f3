import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { FORMS } from "@/imports/forms";
import { ImportSession } from "@/imports/importSession";
import { readFile } from "@/imports/sheets/readFile";
import { folderFiles } from "../../scripts/data/folderFiles";
import { DIST, ROOT } from "./site";

const OFFICE = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/usr/bin/libreoffice"].find((file) =>
  existsSync(file),
);

/** Lists a sheet offers: where, and from which range. */
const listsOf = (bytes: Uint8Array): readonly string[] => {
  const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<dataValidation [^>]*type="list"[^>]*>.*?<\/dataValidation>/gs)].map(([rule]) =>
    [/sqref="([^"]*)"/.exec(rule)?.[1], /<formula1>([^<]*)<\/formula1>/.exec(rule)?.[1]]
      .join(" ← ")
      .replaceAll(/'|&apos;/g, ""),
  );
};

if (OFFICE === undefined) {
  test("LibreOffice: not run here, it is not installed (Debian: apt install libreoffice-calc-nogui)", ({
    skip,
  }) => {
    console.warn("templates: not opened in LibreOffice, because it is not installed");
    skip("LibreOffice is not installed");
  });
} else {
  describe("templates opened and saved by LibreOffice", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "office-"));
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each(LOCALES)(
      "%s: lists are kept, and the import knows them as before",
      async (locale) => {
        const from = path.join(DIST, locale === "en" ? "en" : "", "du-lieu/tai");
        const files = readdirSync(from).filter((file) => /^mau-.*\.xlsx$/.test(file));
        expect(files.sort()).toEqual(
          FORMS.filter(({ hasTemplate }) => hasTemplate)
            .map(({ id }) => `mau-${id}.xlsx`)
            .sort(),
        );
        const to = path.join(folder, locale);
        const { status, stderr } = spawnSync(
          OFFICE,
          [
            `-env:UserInstallation=file://${folder}/profile`,
            "--headless",
            ...["--convert-to", "xlsx", "--outdir", to],
            ...files.map((file) => path.join(from, file)),
          ],
          { encoding: "utf8", timeout: 240_000 },
        );
        expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
        for (const file of files) {
          const [given, saved] = [from, to].map((place) => readFileSync(path.join(place, file)));
          if (given === undefined || saved === undefined) throw new Error(file);
          // Grouped by LibreOffice, in an order of its own.
          expect([file, listsOf(saved).toSorted()]).toEqual([file, listsOf(given).toSorted()]);
          const [before, after] = await Promise.all(
            [given, saved].map(async (bytes) => {
              const read = await readFile(file, bytes);
              if (!("sheets" in read)) throw new Error(`${file}: ${JSON.stringify(read)}`);
              const session = new ImportSession(folderFiles(path.join(ROOT, "data")));
              session.add(read.sheets);
              return session.sheets.map(({ sheet, match, isUsed }) => [
                sheet.name,
                isUsed,
                match?.form.id ?? null,
                match?.columns.map(({ column }) => column) ?? [],
              ]);
            }),
          );
          expect([file, after]).toEqual([file, before]);
        }
      },
      300_000,
    );
  });
}
