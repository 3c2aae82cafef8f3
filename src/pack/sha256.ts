/** SHA-256 of bytes, 64 hex digits. Needs `crypto.subtle`: Node, or a page served over https or from localhost. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
