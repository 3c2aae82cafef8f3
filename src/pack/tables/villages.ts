import type { Village } from "@/domain/village";
import type { Table } from "../csv";

export const villagesTable: Table<Village> = {
  file: "villages.csv",
  read: (cells) => ({
    villageId: cells.text("village_id"),
    name: cells.text("name"),
    aliases: cells.list("aliases"),
    communeCode: cells.communeCode("commune_code"),
    point: cells.optionalLonLat("lon", "lat"),
    accuracyM: cells.optionalNumber("accuracy_m", { min: 0 }),
    sourceId: cells.text("source_id"),
  }),
};
