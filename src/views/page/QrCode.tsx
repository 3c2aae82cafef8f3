import { encode } from "uqr";
import { pageMessages } from "@/i18n/messages/page";
import { usePage } from "./context";

/** Quiet zone around a code, modules (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** The dark modules of a code as one path, and the side of its square, quiet zone included. Error correction M: 15 % may be lost. */
export function qrPath(text: string): { readonly d: string; readonly side: number } {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  const d = data
    .map((row, y) => {
      let run = "";
      for (let x = 0; x < row.length; x++) {
        if (row[x] !== true) continue;
        const from = x;
        while (row[x + 1] === true) x++;
        run += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
      }
      return run;
    })
    .join("");
  return { d, side: size };
}

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
 * marked with the path, and the script of the page fills it from the address it was really opened at.
 */
export function PageQr({ path, what }: { readonly path: string; readonly what: string }) {
  const { address, locale } = usePage();
  const label = pageMessages[locale].qrLabel(what);
  return address === null ? (
    <span className="qr-place" data-qr={path} data-label={label} />
  ) : (
    <QrDrawing text={`${address}${path}`} label={label} />
  );
}
