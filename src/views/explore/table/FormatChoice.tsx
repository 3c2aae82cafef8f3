import { tableMessages } from "@/i18n/messages/table";
import { useExplore } from "../context";
import { FORMATS, type Format } from "./saveTable";

const NAMES = {
  "csv-comma": "csvComma",
  "csv-semicolon": "csvSemicolon",
  xlsx: "xlsx",
  geojson: "geojson",
} as const satisfies Readonly<Record<Format, string>>;

/** The format a table is saved in. */
export function FormatChoice({
  format,
  label,
  isLabelShown,
  onFormat,
}: {
  readonly format: Format;
  readonly label: string;
  /** False: for the ear alone, where the button beside it says the same. */
  readonly isLabelShown: boolean;
  readonly onFormat: (format: Format) => void;
}) {
  const { locale } = useExplore();
  const m = tableMessages[locale];
  return (
    <label className={isLabelShown ? "ask__field" : undefined}>
      <span className={isLabelShown ? "field__label" : "hidden-text"}>{label}</span>
      <select
        className={isLabelShown ? "select" : "select drawer__format"}
        value={format}
        onChange={(event) => {
          const chosen = FORMATS.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) onFormat(chosen);
        }}
      >
        {FORMATS.map((one) => (
          <option key={one} value={one}>
            {m[NAMES[one]]}
          </option>
        ))}
      </select>
    </label>
  );
}
