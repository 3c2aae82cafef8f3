import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { uploadsMessages } from "@/i18n/messages/uploads";
import type { LayerFormat, LayerProblem, LayerProblemCode } from "./uploadedLayer";

type ProblemTexts = Readonly<Record<LayerProblemCode, string | ((value: string, where: string) => string)>>;

/** A code without a sentence does not compile here. */
const TEXTS: Readonly<Record<Locale, ProblemTexts>> = uploadsMessages;

/** Codes whose value counts something; a value of the others is repeated as it stands in the file. */
const COUNTED: ReadonlySet<LayerProblemCode> = new Set<LayerProblemCode>([
  "too-large",
  "not-utf-8",
  "too-many-features",
  "too-many-vertices",
  "ring-too-short",
  "line-too-short",
  "row-too-long",
  "all-swapped",
  "ring-unclosed",
  "part-left-out",
  "duplicate-vertices",
  "wrong-winding",
  "heights-dropped",
  "mixed-types",
  "collection-split",
]);

/**
 * A problem as one sentence: what happened, where, what was kept, what to do. Plain text, never HTML; the value in it comes from the
 * file. `format` as in the `ReadResult`: CSV has rows, GeoJSON features.
 */
export function problemText(
  locale: Locale,
  { code, row, value }: LayerProblem,
  format: LayerFormat | null,
): string {
  const texts = uploadsMessages[locale];
  const counted = COUNTED.has(code)
    ? value.replace(/\d+/g, (digits) => formatNumber(locale, Number(digits)))
    : value;
  const number = row === null ? "" : formatNumber(locale, row);
  const where = row === null ? texts.file : format === "csv" ? texts.row(number) : texts.feature(number);
  const text = TEXTS[locale][code];
  return typeof text === "string" ? text : text(counted, where);
}
