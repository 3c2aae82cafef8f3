import { KINDS, type Source } from "@/domain/source";
import type { Table } from "../csv";

export const sourcesTable: Table<Source> = {
  file: "sources.csv",
  read: (cells) => ({
    sourceId: cells.text("source_id"),
    title: cells.text("title"),
    publisher: cells.text("publisher"),
    kind: cells.oneOf("kind", KINDS),
    publishedOn: cells.optionalDate("published_on"),
    retrievedOn: cells.optionalDate("retrieved_on"),
    licence: cells.text("licence"),
    url: cells.optionalText("url"),
    note: cells.optionalText("note"),
  }),
};
