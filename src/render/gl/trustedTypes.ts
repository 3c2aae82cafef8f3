/** The part of Trusted Types that is used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypePolicyFactory {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): object;
}

/**
 * MapLibre starts its worker with a plain string, which a page that requires Trusted Types refuses (maplibre-gl-js #7210, still so in
 * 6.17). The default policy lets script addresses of this origin pass and nothing else; HTML and script text stay refused.
 */
export function installWorkerPolicy(): void {
  const factory = (window as { readonly trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
  if (factory === undefined || factory.defaultPolicy !== null) return;
  factory.createPolicy("default", {
    createScriptURL(url) {
      if (new URL(url, document.baseURI).origin === location.origin) return url;
      throw new TypeError(`a script of another origin was refused: ${url}`);
    },
  });
}
