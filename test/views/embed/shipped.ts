import { readFileSync } from "node:fs";
import type { Read } from "@/datasets";
import { ReadError } from "@/datasets";
import type { CommuneCode } from "@/domain/commune";
import { INDICATORS } from "@/indicators";
import { assembleData } from "@/pack/assemble";
import type { PublishedView } from "@/state/embedView";
import type { EmbedData } from "@/views/embed/embedModel";
import { loadEmbed } from "@/views/embed/loadEmbed";
import { folderFiles } from "../../../scripts/data/folderFiles";

export const disk: Read = async (path) => readFileSync(`public/data/${path}`, "utf8");

/** A query that needs every dataset an embedded map can need. */
const WHOLE = "?l=hazard,unassessed";

/** The shipped data of embedded maps, read through their own loader. */
export const shippedEmbed = async (): Promise<EmbedData> => (await loadEmbed(disk, WHOLE)).data;

/** The same of the facts alone, built in memory: nobody has said which communes the 19 are. */
export async function officialEmbed(): Promise<EmbedData> {
  const { artifacts } = await assembleData(["official"], folderFiles("data"));
  const { data, failures } = await loadEmbed(async (path) => {
    const bytes = artifacts?.get(path);
    if (bytes === undefined) throw new ReadError("missing", path);
    return new TextDecoder().decode(bytes);
  }, WHOLE);
  if (failures.length > 0) throw new Error(`the official pack lacks ${failures.map(({ path }) => path)}`);
  return data;
}

/** Every published view, counted here and not by the builder's list: each indicator twice, each commune once. */
export const viewsOf = ({ register }: Pick<EmbedData, "register">): readonly PublishedView[] => [
  ...(["province", "19"] as const).flatMap((place) =>
    INDICATORS.map(({ id }): PublishedView => ({ place, indicator: id })),
  ),
  ...register.communes.map(
    ({ code }: { code: CommuneCode }): PublishedView => ({ place: code, indicator: null }),
  ),
];
