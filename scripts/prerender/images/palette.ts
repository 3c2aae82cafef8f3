/** Colours a PNG with a palette may have. */
export const MOST_COLORS = 256;
/** The commonest colours are kept as they are: classes, ground, paper and ink. What is between them is the soft edge of a line. */
const EXACT_SHARE = 3 / 8;

/** A picture of few colours: a place in `colors` (RGB, three bytes each) for every pixel. */
export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  readonly indexes: Uint8Array;
  readonly colors: Uint8Array;
}

interface Bin {
  readonly colors: readonly number[];
  /** Pixels in it. */
  readonly weight: number;
  /** Of the channel along which it is widest. */
  readonly shift: number;
  /** How much splitting it would help. */
  readonly gain: number;
}

const channel = (color: number, shift: number): number => (color >> shift) & 0xff;

const SHIFTS = [16, 8, 0] as const;

/** The channel along which some colours lie furthest apart, and how far. */
function widestOf(colors: readonly number[]): { readonly shift: number; readonly extent: number } {
  const least = [255, 255, 255];
  const most = [0, 0, 0];
  for (const color of colors)
    SHIFTS.forEach((shift, at) => {
      const value = channel(color, shift);
      least[at] = Math.min(least[at] ?? 255, value);
      most[at] = Math.max(most[at] ?? 0, value);
    });
  const extents = SHIFTS.map((shift, at) => ({ shift, extent: (most[at] ?? 0) - (least[at] ?? 0) }));
  return extents.reduce((a, b) => (b.extent > a.extent ? b : a));
}

/** Splits boxes of colours, the widest with most pixels first, at the median pixel (Heckbert's median cut). */
function cut(counts: ReadonlyMap<number, number>, colors: readonly number[], most: number): readonly Bin[] {
  const binOf = (some: readonly number[]): Bin => {
    const weight = some.reduce((sum, color) => sum + (counts.get(color) ?? 0), 0);
    const { shift, extent } = widestOf(some);
    return { colors: some, weight, shift, gain: extent * Math.sqrt(weight) };
  };
  const bins: Bin[] = colors.length === 0 ? [] : [binOf(colors)];
  while (bins.length > 0 && bins.length < most) {
    const bin = bins.reduce((a, b) => (b.gain > a.gain ? b : a));
    if (bin.gain === 0) break;
    const sorted = bin.colors.toSorted((a, b) => channel(a, bin.shift) - channel(b, bin.shift) || a - b);
    let [below, end] = [0, 0];
    while (end < sorted.length - 1 && below < bin.weight / 2) below += counts.get(sorted[end++] ?? 0) ?? 0;
    bins.splice(bins.indexOf(bin), 1, binOf(sorted.slice(0, end)), binOf(sorted.slice(end)));
  }
  return bins;
}

/** The mean of a box, weighed by pixels. */
function meanOf({ colors, weight }: Bin, counts: ReadonlyMap<number, number>): number {
  const mean = (shift: number) =>
    Math.round(
      colors.reduce((sum, color) => sum + channel(color, shift) * (counts.get(color) ?? 0), 0) / weight,
    );
  return (mean(16) << 16) | (mean(8) << 8) | mean(0);
}

/**
 * Opaque RGBA pixels with at most `most` colours. The commonest of them stay exactly what they are, so that a class has the colour of its legend; the
 * rest, soft edges, take the mean of the box they fall into. The same pixels give the same picture.
 */
export function indexColors(
  pixels: Uint8Array,
  {
    width,
    height,
    most = MOST_COLORS,
  }: { readonly width: number; readonly height: number; readonly most?: number },
): IndexedPicture {
  const counts = new Map<number, number>();
  const length = width * height;
  const colors = new Uint32Array(length);
  const count = (color: number, more: number) => counts.set(color, (counts.get(color) ?? 0) + more);
  // Flat areas are long runs: one look-up for each, not for each pixel.
  let [run, since] = [-1, 0];
  for (let at = 0; at < length; at++) {
    const color =
      ((pixels[4 * at] ?? 0) << 16) | ((pixels[4 * at + 1] ?? 0) << 8) | (pixels[4 * at + 2] ?? 0);
    colors[at] = color;
    if (color === run) continue;
    if (run >= 0) count(run, at - since);
    [run, since] = [color, at];
  }
  if (run >= 0) count(run, length - since);
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([color]) => color);
  const exact = byCount.slice(0, counts.size <= most ? most : Math.floor(most * EXACT_SHARE));
  const bins = cut(counts, byCount.slice(exact.length), most - exact.length);
  const places = new Map(exact.map((color, place) => [color, place]));
  const palette = [...exact];
  for (const bin of bins) {
    for (const color of bin.colors) places.set(color, palette.length);
    palette.push(meanOf(bin, counts));
  }
  const indexes = new Uint8Array(length);
  let [last, place] = [-1, 0];
  for (let at = 0; at < length; at++) {
    const color = colors[at] ?? 0;
    if (color !== last) {
      place = places.get(color) ?? 0;
      last = color;
    }
    indexes[at] = place;
  }
  return {
    width,
    height,
    indexes,
    colors: Uint8Array.from(palette.flatMap((color) => SHIFTS.map((shift) => channel(color, shift)))),
  };
}
