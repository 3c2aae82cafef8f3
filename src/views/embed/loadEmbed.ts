import { type DataSource, type DatasetFailure, loadEmbedData } from "@/datasets";
import { isCommuneCode } from "@/domain/commune";
import { indicatorById } from "@/indicators";
import { decodeBoundaries } from "@/scene/geometry";
import { type KnownToEmbed, readEmbedView } from "@/state/embedView";
import type { EmbedData } from "./embedModel";

/** Layers whose shapes are large and seldom asked for. */
const HAZARD_LAYERS = ["hazard", "unassessed"];
/** Before there are data: whatever could be known. */
const ANY: KnownToEmbed = {
  indicator: (id) => indicatorById(id) !== null,
  layer: () => true,
  commune: () => true,
  days: null,
};

/**
 * Whether a link needs zones and assessed ground: it draws them; it is of a commune, whose map and table rest on them; or its indicator does. Shares of the
 * ground are numbers without a source of their own: who made the zones has made them, and only the zones say who that was.
 */
export function needsHazard(search: string): boolean {
  const { indicator, place, layers } = readEmbedView(search, ANY);
  return (
    isCommuneCode(place) ||
    indicatorById(indicator ?? "")?.needs.includes("hazard-shares") === true ||
    layers?.some((id) => HAZARD_LAYERS.includes(id)) === true
  );
}

/** Data of a link to an embedded map, with what could not be had of them. */
export async function loadEmbed(
  source: DataSource,
  search: string,
): Promise<{ readonly data: EmbedData; readonly failures: readonly DatasetFailure[] }> {
  const { register, geometry, classBreaks, manifest, site, failures } = await loadEmbedData(source, {
    hazard: needsHazard(search),
  });
  const lacksZones = failures.some(
    ({ dataset }) => dataset === "hazard-zones" || dataset === "hazard-assessed",
  );
  return {
    data: {
      // A number nobody can be named for is blank.
      register: lacksZones ? { ...register, hazardShares: [] } : register,
      boundaries: geometry.boundaries === null ? null : decodeBoundaries(geometry.boundaries),
      surroundings: geometry.surroundings,
      locator: geometry.locator,
      classBreaks,
      manifest,
      site,
    },
    failures,
  };
}
