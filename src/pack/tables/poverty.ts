import { POVERTY_STANDARDS, type Poverty, type Relocation } from "@/domain/poverty";
import type { Table } from "../csv";

export const povertyTable: Table<Poverty> = {
  file: "poverty.csv",
  read: (cells) => ({
    areaLevel: cells.oneOf("area_level", ["province", "commune", "village"]),
    areaCode: cells.text("area_code"),
    year: cells.optionalNumber("year", { min: 2000, max: 2100, whole: true }),
    standard: cells.optionalOneOf("standard", POVERTY_STANDARDS),
    households: cells.count("households"),
    poor: cells.count("poor"),
    nearPoor: cells.count("near_poor"),
    poorRate: cells.optionalPercent("poor_rate"),
    nearPoorRate: cells.optionalPercent("near_poor_rate"),
    recordedOn: cells.date("recorded_on"),
    sourceId: cells.text("source_id"),
  }),
};

export const relocationsTable: Table<Relocation> = {
  file: "relocations.csv",
  read: (cells) => ({
    place: cells.text("place"),
    communeCode: cells.communeCode("commune_code"),
    households: cells.count("households"),
    done: cells.count("done"),
    recordedOn: cells.date("recorded_on"),
    sourceId: cells.text("source_id"),
  }),
};
