/**
 * Remembers the last answer for each owner, as long as what else it was made from is the same (by identity). The parts of a scene
 * that only depend on the day stay the same objects when another indicator is shown, so nobody has to compare or draw them again.
 */
export function remember<Owner extends object, Value>(): (
  owner: Owner,
  parts: readonly unknown[],
  make: () => Value,
) => Value {
  const kept = new WeakMap<Owner, { readonly parts: readonly unknown[]; readonly value: Value }>();
  return (owner, parts, make) => {
    const known = kept.get(owner);
    if (known?.parts.length === parts.length && parts.every((part, index) => part === known.parts[index]))
      return known.value;
    const value = make();
    kept.set(owner, { parts, value });
    return value;
  };
}
