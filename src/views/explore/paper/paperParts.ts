import type { ReactNode } from "react";
import type { DataTable, Metadata } from "@/exports/dataTable";
import type { MapOverlay } from "../MapStage";

/** Something that is open beside the map and can follow it on sheets of its own. */
export interface PaperPart {
  readonly title: string;
  /** Below the title: how many, in which order. */
  readonly lead: string;
  /** As they are to be read: shown columns alone, rows in order. */
  readonly tables: readonly DataTable[];
  readonly about: Metadata;
  /** Opens this very part; null: it is too long for a link. */
  readonly address: string | null;
}

/** An answer also has marks: the map on paper shows what the screen shows. */
export interface PaperAnswer extends PaperPart {
  readonly draw: MapOverlay;
  readonly legend: ReactNode;
}

/** Where a part of the page says that it is open. What it has on paper is made when a sheet asks for it. */
export interface PaperOffer<Part> {
  /** Returns what takes the offer back. */
  readonly offer: (make: () => Part) => () => void;
  /** Null: that part is not open. */
  readonly take: () => Part | null;
}

// Not state of the page: nothing is drawn from it until a sheet is asked for, and the start, which opens the sheet, need not know of it.
function paperOffer<Part>(): PaperOffer<Part> {
  let held: (() => Part) | null = null;
  return {
    offer: (make) => {
      held = make;
      return () => {
        if (held === make) held = null;
      };
    },
    take: () => held?.() ?? null,
  };
}

/** The table beside the map. */
export const tableForPaper = paperOffer<PaperPart>();
/** The answer to the question that is open. */
export const answerForPaper = paperOffer<PaperAnswer>();
