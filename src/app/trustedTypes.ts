/** The part of the Trusted Types API used here; TypeScript's DOM library does not have it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown;
}

/**
 * The page's policy asks for Trusted Types, and MapLibre starts its worker from a plain string: the default policy passes
 * script addresses of this origin and refuses all others. No rule for HTML or scripts, so those are refused altogether.
 */
export function allowOwnScripts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy("default", {
    createScriptURL: (address) => {
      if (new URL(address, location.href).origin !== location.origin) {
        throw new TypeError(`script from another origin refused: ${address}`);
      }
      return address;
    },
  });
}
