import type { CommuneCode } from "@/domain/commune";
import { CAPITAL_SOURCES, type CapitalSource, FINISHED_STAGES } from "@/domain/work";
import { type SectorTotal, sectorTotals } from "./programmeTotals";
import type { Snapshot, WorkState } from "./snapshot";

/** How the programme stands on a day, in the numbers a reader with five minutes asks for first. */
export interface ProgrammeAnswer {
  /** Works that are surely of the 97, in the register's order; empty while the list is not public. */
  readonly works: readonly WorkState[];
  readonly sectors: readonly SectorTotal[];
  readonly all: SectorTotal;
  /** Communes with a late work, in the register's order; a work in several communes is late in each. */
  readonly lateCommunes: readonly CommuneCode[];
  /** Late works of which no commune is known. */
  readonly lateNowhere: number;
  /** Works of the register that are not, or not surely, of the 97: never counted above. */
  readonly others: number;
}

/** Handed over or settled: nothing is left to hand over. */
export const handedOver = ({ stages }: Pick<SectorTotal, "stages">): number =>
  FINISHED_STAGES.reduce((sum, stage) => sum + stages[stage], 0);

/** Begun and not handed over: started, under construction, accepted. Suspended works stand apart. */
export const inProgress = ({ stages }: Pick<SectorTotal, "stages">): number =>
  stages.started + stages.construction + stages.accepted;

/** The answer for a snapshot's day, whatever filter it carries. */
export function programmeAnswer(snapshot: Snapshot): ProgrammeAnswer {
  const works = snapshot.allWorks.filter(({ work }) => work.inPlan97 === "yes");
  const late = works.filter(({ lateness }) => lateness.answer === "yes");
  const codes = new Set(late.flatMap(({ work }) => work.communeCodes));
  return {
    works,
    ...sectorTotals(snapshot),
    lateCommunes: snapshot.register.communes.map(({ code }) => code).filter((code) => codes.has(code)),
    lateNowhere: late.filter(({ work }) => work.communeCodes.length === 0).length,
    others: snapshot.allWorks.length - works.length,
  };
}

/** Capital planned from one source over all years. */
export interface SourceCapital {
  readonly source: CapitalSource;
  /** Triệu đồng. */
  readonly amount: number;
  /** Works with a row of this source. */
  readonly works: number;
}

/** Capital planned for some works by source, over all years that are known on the day; sources without a row are left out. */
export const capitalBySource = (works: readonly WorkState[]): readonly SourceCapital[] =>
  CAPITAL_SOURCES.flatMap((source) => {
    const amounts = works.flatMap(({ money }) => money.bySource[source] ?? []);
    return amounts.length === 0
      ? []
      : [{ source, amount: amounts.reduce((sum, amount) => sum + amount, 0), works: amounts.length }];
  });
