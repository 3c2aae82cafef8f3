import { createHash } from "node:crypto";

/** The source expression that allows exactly this inline text. */
export const hashSource = (text: string): string =>
  `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

/** Inline texts a page carries, character for character between their tags. */
export interface InlineTexts {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

/**
 * The content security policy of one page (TECH §8), for its meta tag. Nothing inline but the given texts, nothing from
 * elsewhere, no eval. Trusted Types are enforced: the only policy is the app's `default`, which passes same-origin
 * script addresses alone – MapLibre 6.17 starts its worker with a plain string (maplibre-gl-js #7210).
 * `frame-ancestors` cannot be given by meta; README › Deploying has it as a header.
 */
export function contentSecurityPolicy({ styles, scripts }: InlineTexts): string {
  const sources = (texts: readonly string[]) => ["'self'", ...new Set(texts.map(hashSource))].join(" ");
  return [
    "default-src 'none'",
    `script-src ${sources(scripts)}`,
    `style-src ${sources(styles)}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}
