import type { BBox } from "@/domain/units";
import type { GivenRow } from "./givenRows";
import { eachPosition, mapPositions } from "./positions";
import type { ProblemLog } from "./problemLog";
import type { UploadedFeature } from "./uploadedLayer";

/** About 50 km: what lies no further from the frame is still meant for this map. */
const NEAR_DEGREES = 0.5;

const isInside = (x: number, y: number, [west, south, east, north]: BBox): boolean =>
  x >= west && x <= east && y >= south && y <= north;

const around = ([west, south, east, north]: BBox): BBox => [
  west - NEAR_DEGREES,
  south - NEAR_DEGREES,
  east + NEAR_DEGREES,
  north + NEAR_DEGREES,
];

/** How the positions of a row lie. */
interface RowLook {
  readonly given: GivenRow;
  readonly positions: number;
  /** Positions that lie far from the frame, and near it when read as latitude, longitude. */
  readonly swapped: number;
  /** The first position beyond ±180 or ±90, "x y"; null: none. A swapped one is not counted. */
  readonly beyond: string | null;
  readonly firstSwapped: string | null;
}

function look(given: GivenRow, near: BBox): RowLook {
  let positions = 0;
  let swapped = 0;
  let beyond: string | null = null;
  let firstSwapped: string | null = null;
  for (const geometry of given.geometries) {
    eachPosition(geometry, (x, y) => {
      positions++;
      if (!isInside(x, y, near) && isInside(y, x, near)) {
        swapped++;
        firstSwapped ??= `${x} ${y}`;
      } else if (Math.abs(x) > 180 || Math.abs(y) > 90) {
        beyond ??= `${x} ${y}`;
      }
    });
  }
  return { given, positions, swapped, beyond, firstSwapped };
}

/**
 * The rows whose positions can be longitude and latitude in degrees; null when the file is refused.
 *
 * Latitude before longitude is mended when every position of the file has it, and only then: in a file with both orders nobody can tell
 * which are meant. More than half of the rows beyond ±180 or ±90: the file is in metres and is refused. Fewer: slips of the pen, and
 * only those rows are left out.
 */
export function placeRows(
  rows: readonly GivenRow[],
  frame: BBox,
  log: ProblemLog,
): readonly GivenRow[] | null {
  const near = around(frame);
  const looks = rows.map((given) => look(given, near));
  if (rows.length > 0 && looks.every(({ positions, swapped }) => swapped === positions)) {
    log.add("all-swapped", null, rows.length);
    return rows.map((given) => ({
      ...given,
      geometries: given.geometries.map((geometry) =>
        mapPositions(geometry, ([x = 0, y = 0, ...heights]) => [y, x, ...heights]),
      ),
    }));
  }
  const beyond = looks.filter((each) => each.beyond !== null);
  const [first] = beyond;
  if (first !== undefined && first.beyond !== null && 2 * beyond.length > rows.length) {
    log.add("projected", first.given.row, first.beyond);
    return null;
  }
  return looks.flatMap(({ given, beyond, firstSwapped }) => {
    if (beyond !== null) log.add("out-of-range", given.row, beyond);
    else if (firstSwapped !== null) log.add("swapped", given.row, firstSwapped);
    else return [given];
    return [];
  });
}

/**
 * Says which features lie wholly outside the frame, and which reach far beyond it; they stay as they are. False, and one refusal, when
 * none lies inside. A feature lies inside when its box and the frame have ground in common.
 */
export function checkFrame(features: readonly UploadedFeature[], frame: BBox, log: ProblemLog): boolean {
  const near = around(frame);
  const looks = features.map(({ row, geometry }) => {
    const box: [number, number, number, number] = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ];
    let far: string | null = null;
    eachPosition(geometry, (x, y) => {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
      if (!isInside(x, y, near)) far ??= `${x} ${y}`;
    });
    const isOutside = box[0] > frame[2] || box[2] < frame[0] || box[1] > frame[3] || box[3] < frame[1];
    return { row, far: far as string | null, isOutside, first: `${box[0]} ${box[1]}` };
  });
  if (looks.length > 0 && looks.every(({ isOutside }) => isOutside)) {
    log.add("all-outside", null, looks[0]?.first);
    return false;
  }
  for (const { row, far, isOutside, first } of looks) {
    if (isOutside) log.add("outside", row, first);
    else if (far !== null) log.add("partly-outside", row, far);
  }
  return true;
}
