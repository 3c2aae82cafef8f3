import { encode } from "uqr";

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
