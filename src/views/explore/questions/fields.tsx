import { type ReactNode, useState } from "react";
import { formatNumber } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import { useExplore } from "../context";

/** A choice of a sentence: a label and a native list, so that every keyboard and every screen reader knows it. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  wide = false,
  onChoose,
}: {
  readonly label: string;
  readonly value: Value;
  /** A group has a heading of its own in the list. */
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly disabled?: boolean;
    readonly group?: string;
  }[];
  readonly wide?: boolean;
  readonly onChoose: (value: Value) => void;
}) {
  const groups = [...new Set(options.map(({ group }) => group))];
  const listed = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ));
  return (
    <label className={`ask__field${wide ? " ask__field--wide" : ""}`}>
      <span className="field__label">{label}</span>
      <select
        className="select"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {groups.map((group) =>
          group === undefined ? (
            listed(group)
          ) : (
            <optgroup key={group} label={group}>
              {listed(group)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

/** A number within a range; what is not one is said so and changes nothing. An empty field is null where that is allowed. */
export function NumberField({
  label,
  note,
  value,
  range,
  step,
  mayBeEmpty = false,
  onType,
}: {
  readonly label: string;
  readonly note?: ReactNode;
  readonly value: number | null;
  readonly range: readonly [number, number];
  readonly step: number;
  readonly mayBeEmpty?: boolean;
  readonly onType: (value: number | null) => void;
}) {
  const { locale } = useExplore();
  const words = questionMessages[locale];
  const shown = value === null ? "" : String(value);
  // What is being typed, as long as it is not the value: "1" on the way to "1500", or nothing that can be read.
  const [typed, setTyped] = useState<string | null>(null);
  const [least, most] = range;
  const read = (text: string): number | null | undefined => {
    if (text.trim() === "") return mayBeEmpty ? null : undefined;
    const number = Number(text.replace(",", "."));
    const isFine =
      number >= least && number <= most && Math.abs(number / step - Math.round(number / step)) < 1e-6;
    return isFine ? number : undefined;
  };
  const isWrong = typed !== null && read(typed) === undefined;
  return (
    <label className="ask__field">
      <span className="field__label">{label}</span>
      <input
        className="select"
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? shown}
        aria-invalid={isWrong}
        onChange={(event) => {
          const text = event.currentTarget.value;
          const number = read(text);
          setTyped(text);
          if (number !== undefined) onType(number);
        }}
        onBlur={() => {
          if (!isWrong) setTyped(null);
        }}
      />
      {isWrong ? (
        <span className="note ask__wrong" role="alert">
          {words.numberBetween(formatNumber(locale, least), formatNumber(locale, most))}
        </span>
      ) : (
        note !== undefined && <span className="note">{note}</span>
      )}
    </label>
  );
}

export function Tick({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="ask__tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
