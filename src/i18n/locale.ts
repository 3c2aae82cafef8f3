export const LOCALES = ["vi", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Texts of one language in one namespace: plain, or a sentence with parameters. */
export type Texts = Record<string, string | ((...values: never[]) => string)>;

/** What another language must have: exactly the keys and parameters of `M`, in words of its own. */
export type Translation<M extends Texts> = { readonly [K in keyof M]: M[K] extends string ? string : M[K] };

/**
 * A small namespace that comes with a lazy view, both languages in one file: English must have exactly the keys and parameters
 * of Vietnamese, or it does not compile.
 */
export interface Namespace<M extends Texts> {
  readonly vi: M;
  readonly en: Translation<M>;
}
export const namespace = <M extends Texts>(vi: M, en: Translation<M>): Namespace<M> => ({ vi, en });
