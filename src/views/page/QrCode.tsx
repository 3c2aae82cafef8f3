import { pageMessages } from "@/i18n/messages/page";
import { usePage } from "./context";
import { qrPath } from "./qrPath";
import { linkToRoot } from "./sitePages";

export { qrPath } from "./qrPath";

/** A code to scan, black on white in every theme. `what`: what it opens, for the ear. */
export function QrDrawing({ text, label }: { readonly text: string; readonly label: string }) {
  const { d, side } = qrPath(text);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${side}v${side}h-${side}z`} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}

/**
 * The code of a page of the site, when the site has an address. Without one there is nothing to encode at build; the place stays,
 * marked with the path below the site's root, and the script of the page (app/reading/fillCodes.ts) fills it from the address it was
 * really opened at.
 */
export function PageQr({ path, what }: { readonly path: string; readonly what: string }) {
  const page = usePage();
  const { address, locale } = page;
  const label = pageMessages[locale].qrLabel(what);
  return address === null ? (
    <span className="qr-place" data-qr={path} data-root={linkToRoot(page)} data-label={label} />
  ) : (
    <QrDrawing text={`${address}${path}`} label={label} />
  );
}
