import { useEffect, useId, useRef } from "react";

/** Percent a threshold may be: nothing is below 1, where every commune would pass. */
export const LEAST_THRESHOLD = 1;
export const MOST_THRESHOLD = 100;

/** What was typed as a threshold; null when it is not a whole percent of the range. */
export function readThreshold(text: string): number | null {
  const value = Number(text);
  return /^\d{1,3}$/.test(text) && value >= LEAST_THRESHOLD && value <= MOST_THRESHOLD ? value : null;
}

/**
 * A percent to be typed or stepped by arrow keys. It counts when it is settled (Enter, leaving the field, an arrow), not while it is being
 * typed: each count is a step of "back". What is no percent is put back.
 */
export function ThresholdInput({
  label,
  unit,
  value,
  onSettle,
}: {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly onSettle: (value: number) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current;
    if (input === null) return;
    input.value = String(value);
    // The browser's own "change", which React does not pass on: it fires once, when the value is settled.
    const settle = () => {
      const read = readThreshold(input.value);
      if (read === null) input.value = String(value);
      else onSettle(read);
    };
    input.addEventListener("change", settle);
    return () => input.removeEventListener("change", settle);
  }, [value, onSettle]);
  return (
    <p className="need__threshold">
      <label htmlFor={id}>{label}</label>{" "}
      <span className="need__field">
        <input
          ref={field}
          id={id}
          type="number"
          inputMode="numeric"
          min={LEAST_THRESHOLD}
          max={MOST_THRESHOLD}
          step={1}
          defaultValue={value}
          aria-describedby={`${id}-unit`}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </span>
    </p>
  );
}
