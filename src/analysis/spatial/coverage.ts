import { boxesMeet, type PlaneShape } from "./shape";

/** An edge going up: x at its lower end and by metre of height, and whose it is. Level edges bound no area and are left out. */
interface Edge {
  readonly low: number;
  readonly high: number;
  readonly x: number;
  readonly slope: number;
  /** 0: the ground that is asked about; 1 and more: the covers, one number each. */
  readonly owner: number;
}

const at = (edge: Edge, y: number) => edge.x + (y - edge.low) * edge.slope;

/** Adds the edges of a shape that reach into a band of heights. */
function collect(shape: PlaneShape, owner: number, south: number, north: number, into: Edge[]): void {
  const { coordinates, parts } = shape;
  for (let part = 0; part + 1 < parts.length; part++) {
    const from = 2 * (parts[part] as number);
    const to = 2 * (parts[part + 1] as number);
    let ax = coordinates[to - 2] as number;
    let ay = coordinates[to - 1] as number;
    for (let index = from; index < to; index += 2) {
      const bx = coordinates[index] as number;
      const by = coordinates[index + 1] as number;
      const [low, high] = ay < by ? [ay, by] : [by, ay];
      if (low < high && high > south && low < north)
        into.push({ low, high, x: ay < by ? ax : bx, slope: (bx - ax) / (by - ay), owner });
      ax = bx;
      ay = by;
    }
  }
}

/** What the sweep adds up, m². `ground`: the ground itself; `covered`: its part under at least one cover, overlaps once. */
export interface Coverage {
  readonly ground: number;
  readonly covered: number;
}

/** Steps a crossing may split one band into, before what is left is below anything measurable. */
const DEEPEST = 48;
/** Metres by which edges may change places without counting as crossed: the noise of the last bits of a coordinate. */
const NOISE_M = 1e-9;

/**
 * Area of a ground and of its part under covers. The plane is cut at the height of every corner and every crossing; between two cuts no edges
 * cross, so that what lies between neighbouring edges is a trapezoid whose area is exact. Nothing has to be joined or cleaned: covers may
 * overlap one another (counted once), share edges, touch themselves or cross themselves (even-odd).
 */
export function coverage(ground: PlaneShape, covers: readonly PlaneShape[]): Coverage {
  const near = covers.filter((cover) => cover.kind === "areas" && boxesMeet(ground.box, cover.box));
  if (near.length === 0) return { ground: areaOf(ground), covered: 0 };
  const [, south, , north] = ground.box;
  const edges: Edge[] = [];
  collect(ground, 0, south, north, edges);
  for (const [index, cover] of near.entries()) collect(cover, index + 1, south, north, edges);
  return sweep(edges, near.length, south, north);
}

/**
 * Whether all of a ground but `most` m² lies under covers. As `coverage`, but it stops as soon as more than that is bare: of ground that is not covered
 * the first few metres tell.
 */
export function isCoveredBut(most: number, ground: PlaneShape, covers: readonly PlaneShape[]): boolean {
  const near = covers.filter((cover) => cover.kind === "areas" && boxesMeet(ground.box, cover.box));
  const [, south, , north] = ground.box;
  const edges: Edge[] = [];
  collect(ground, 0, south, north, edges);
  for (const [index, cover] of near.entries()) collect(cover, index + 1, south, north, edges);
  const { ground: whole, covered } = sweep(edges, near.length, south, north, most);
  return whole - covered <= most;
}

/**
 * Area two shapes share, m². As `coverage` for one cover, but only the heights both reach are looked at: a small shape in a large one is cheap.
 */
export function sharedArea(a: PlaneShape, b: PlaneShape): number {
  if (a.kind !== "areas" || b.kind !== "areas" || !boxesMeet(a.box, b.box)) return 0;
  const [south, north] = [Math.max(a.box[1], b.box[1]), Math.min(a.box[3], b.box[3])];
  const edges: Edge[] = [];
  collect(a, 0, south, north, edges);
  collect(b, 1, south, north, edges);
  return sweep(edges, 1, south, north).covered;
}

const areas = new WeakMap<PlaneShape, number>();
/** Area of a shape's rings by the even-odd rule, m²; measured once a shape. */
export function areaOf(shape: PlaneShape): number {
  if (shape.kind !== "areas") return 0;
  const known = areas.get(shape);
  if (known !== undefined) return known;
  const [, south, , north] = shape.box;
  const edges: Edge[] = [];
  collect(shape, 0, south, north, edges);
  const { ground } = sweep(edges, 0, south, north);
  areas.set(shape, ground);
  return ground;
}

/** `most`: bare ground, m², beyond which there is no need to go on. */
function sweep(
  edges: Edge[],
  covers: number,
  south: number,
  north: number,
  most = Number.POSITIVE_INFINITY,
): Coverage {
  edges.sort((a, b) => a.low - b.low);
  const heights = cuts(edges, south, north);
  const inside = new Uint8Array(covers + 1);
  const sum = { ground: 0, covered: 0 };
  const active: Edge[] = [];
  let next = 0;
  for (let index = 0; index + 1 < heights.length; index++) {
    const low = heights[index] as number;
    const high = heights[index + 1] as number;
    let kept = 0;
    for (const edge of active) if (edge.high > low) active[kept++] = edge;
    active.length = kept;
    for (; next < edges.length && (edges[next] as Edge).low <= low; next++) {
      const edge = edges[next] as Edge;
      if (edge.high > low) active.push(edge);
    }
    band(active, low, high, inside, sum, DEEPEST);
    if (sum.ground - sum.covered > most) break;
  }
  return sum;
}

/** Heights of all corners within the band, once each, in order. */
function cuts(edges: readonly Edge[], south: number, north: number): Float64Array {
  const all = new Float64Array(2 * edges.length + 2);
  all[0] = south;
  all[1] = north;
  let count = 2;
  for (const { low, high } of edges) {
    all[count++] = low > south ? low : south;
    all[count++] = high < north ? high : north;
  }
  all.sort();
  let kept = 0;
  for (let index = 0; index < count; index++)
    if (kept === 0 || (all[index] as number) > (all[kept - 1] as number)) all[kept++] = all[index] as number;
  return all.subarray(0, kept);
}

/** Adds what lies between two cuts; where edges cross in between, the band is cut there first. */
function band(
  active: Edge[],
  low: number,
  high: number,
  inside: Uint8Array,
  sum: { ground: number; covered: number },
  depth: number,
): void {
  const middle = (low + high) / 2;
  sortAcross(active, middle);
  for (let index = 1; depth > 0 && index < active.length; index++) {
    const left = active[index - 1] as Edge;
    const right = active[index] as Edge;
    const [below, above] = [at(right, low) - at(left, low), at(right, high) - at(left, high)];
    if (below >= -NOISE_M && above >= -NOISE_M) continue;
    const height = low + ((high - low) * below) / (below - above);
    if (!(height > low && height < high)) continue;
    band(active, low, height, inside, sum, depth - 1);
    band(active, height, high, inside, sum, depth - 1);
    return;
  }
  const tall = high - low;
  inside.fill(0);
  let covering = 0;
  for (let index = 0; index + 1 < active.length; index++) {
    const { owner } = active[index] as Edge;
    const isIn = inside[owner] === 0;
    inside[owner] = isIn ? 1 : 0;
    if (owner > 0) covering += isIn ? 1 : -1;
    if (inside[0] === 0) continue;
    const area = (at(active[index + 1] as Edge, middle) - at(active[index] as Edge, middle)) * tall;
    sum.ground += area;
    if (covering > 0) sum.covered += area;
  }
}

/** From west to east at a height. From one band to the next the order hardly changes, which suits sorting by insertion. */
function sortAcross(active: Edge[], y: number): void {
  for (let index = 1; index < active.length; index++) {
    const edge = active[index] as Edge;
    const x = at(edge, y);
    let to = index;
    for (; to > 0 && at(active[to - 1] as Edge, y) > x; to--) active[to] = active[to - 1] as Edge;
    active[to] = edge;
  }
}
