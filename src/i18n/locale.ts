export const LOCALES = ["vi", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** A namespace of messages: English must have exactly the keys and parameters of Vietnamese, or it does not compile. */
export interface Namespace<M extends Record<string, string | ((...values: never[]) => string)>> {
  readonly vi: M;
  readonly en: { readonly [K in keyof M]: M[K] extends string ? string : M[K] };
}
export const namespace = <M extends Record<string, string | ((...values: never[]) => string)>>(
  vi: M,
  en: { readonly [K in keyof M]: M[K] extends string ? string : M[K] },
): Namespace<M> => ({ vi, en });
