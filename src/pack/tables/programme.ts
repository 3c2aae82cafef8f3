import type { Table } from "../csv";

/** A total a public document states, against which the rows are counted. */
export interface ProgrammeTotal {
  readonly totalId: string;
  readonly value: number;
  readonly unit: string;
  readonly quote: string;
  readonly sourceId: string;
}

export const programmeTable: Table<ProgrammeTotal> = {
  file: "programme.csv",
  read: (cells) => ({
    totalId: cells.text("total_id"),
    value: cells.number("value"),
    unit: cells.text("unit"),
    quote: cells.text("quote"),
    sourceId: cells.text("source_id"),
  }),
};

/** A commune that may be one of the 19: reasoning, listed on the data page only, never mapped. */
export interface Candidate {
  readonly communeCode: string;
  readonly likelihood: "very-likely" | "likely" | "possible" | "weak";
  readonly reason: string;
  readonly sourceId: string;
}

export const candidatesTable: Table<Candidate> = {
  file: "candidates.csv",
  read: (cells) => ({
    communeCode: cells.communeCode("commune_code"),
    likelihood: cells.oneOf("likelihood", ["very-likely", "likely", "possible", "weak"]),
    reason: cells.text("reason"),
    sourceId: cells.text("source_id"),
  }),
};
