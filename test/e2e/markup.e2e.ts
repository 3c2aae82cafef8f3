import { readFileSync } from "node:fs";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { distFiles } from "../../scripts/checks/distRules";
import { DIST } from "./site";

/** Pages of one kind differ only in their rows: this many of each are read. */
const OF_A_KIND = 6;

/** What HTML itself says (void elements, nesting, ids, references, attributes), not matters of taste. */
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // The serializer of React writes void elements with a slash and booleans as empty strings: both are HTML.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-trailing-whitespace": "off",
    // A data: icon, meta with long policies.
    "long-title": "off",
    "no-inline-style": "error",
    "no-dup-id": "error",
    "valid-id": ["error", { relaxed: true }],
    // Names of buttons that show an icon alone on a phone are given twice on purpose.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
    "tel-non-breaking": "off",
    "no-implicit-button-type": "error",
    "require-sri": "off",
  },
});

/** Pages by kind: numbers and codes in the path stand for one another. */
function kinds(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of distFiles(DIST).filter((name) => name.endsWith(".html"))) {
    const kind = file.replace(/(xa|cong-trinh|bao-cao)\/[^/]+\/index/, "$1/*/index");
    found.set(kind, [...(found.get(kind) ?? []), file]);
  }
  return found;
}

describe("the markup of every page is HTML", () => {
  test.each([...kinds()])("%s", async (_, files) => {
    const step = Math.max(1, Math.floor(files.length / OF_A_KIND));
    const chosen = files.filter((_file, index) => index % step === 0);
    const problems: string[] = [];
    for (const file of chosen) {
      const report = await validator.validateString(readFileSync(path.join(DIST, file), "utf8"), file);
      for (const { messages } of report.results)
        for (const { ruleId, message, selector } of messages)
          problems.push(`${file}: ${ruleId} ${message} ${selector ?? ""}`);
    }
    expect([...new Set(problems)].slice(0, 20)).toEqual([]);
  });
});
