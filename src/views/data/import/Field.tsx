import { type ReactNode, useId } from "react";

/** A control below its label; the label is its name, whatever the control holds. `children` gets the id the control must have. */
export function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
