import { moneyTotals, sectorTotals } from "@/analysis/programmeTotals";
import { yearOf } from "@/domain/date";
import { PLAN_TOTAL } from "@/domain/work";
import { formatDate, formatMoney, formatPercent } from "@/i18n/format";
import { reportMessages } from "@/i18n/messages/report";
import { physicalProgress } from "@/indicators/physicalProgress";
import { plannedProgress } from "@/indicators/plannedProgress";
import { type ReportPart, type ReportReading, yearChanges } from "./reportTables";

/** The sentences that stand before a table, made of the same rows; an unknown is said, never a 0. */
export function reportProse(part: ReportPart, reading: ReportReading): readonly string[] {
  const { locale, snapshot, before } = reading;
  const m = reportMessages[locale];
  const { all } = sectorTotals(snapshot);
  const listed = snapshot.allWorks.filter(({ work }) => work.inPlan97 === "yes");
  const none = listed.length === 0;
  switch (part) {
    case "results": {
      const others = snapshot.allWorks.length - listed.length;
      const apart = others > 0 ? [m.others(others)] : [];
      if (none) return [m.noneListed(PLAN_TOTAL), ...apart];
      const { stages } = all;
      const counts = [
        m.finished(stages["handed-over"] + stages.settled, all.named),
        m.doing(stages.started + stages.construction + stages.accepted),
        m.preparing(stages.preparation),
        ...(stages.suspended > 0 ? [m.suspended(stages.suspended)] : []),
        ...(stages.unknown > 0 ? [m.unknownStage(stages.unknown)] : []),
      ];
      const progress = physicalProgress.overall(snapshot);
      const plan = plannedProgress(snapshot, null);
      return [
        m.listed(all.named, PLAN_TOTAL),
        `${counts.join(", ")}.`,
        progress.kind === "blank"
          ? m.noProgress
          : plan === null
            ? m.progressOnly(formatPercent(locale, progress.value))
            : m.progress(formatPercent(locale, progress.value), formatPercent(locale, plan)),
        ...apart,
      ];
    }
    case "money": {
      const totals = moneyTotals({ works: listed });
      const year = String(yearOf(snapshot.asOf));
      const share = ({ part: some, whole }: { readonly part: number; readonly whole: number }) =>
        formatPercent(locale, (100 * some) / whole);
      const { yearShare, cumulativeShare } = totals;
      return [
        yearShare === null
          ? m.noYearMoney(year)
          : m.yearMoney(
              year,
              formatMoney(locale, yearShare.part),
              share(yearShare),
              formatMoney(locale, yearShare.whole),
              yearShare.works,
            ),
        ...(cumulativeShare === null
          ? []
          : [
              m.allMoney(
                formatMoney(locale, cumulativeShare.part),
                share(cumulativeShare),
                formatMoney(locale, cumulativeShare.whole),
              ),
            ]),
        m.ceiling,
      ];
    }
    case "late":
      if (none) return [];
      return [
        all.late.yes === 0 && all.late.unknown === 0
          ? m.noLate(all.named)
          : m.late(all.late.yes, all.named, all.late.unknown),
      ];
    case "year": {
      const changes = yearChanges(reading);
      if (changes === null || before === null) return [m.noBefore];
      const count = (kind: string) => changes.changes.filter((change) => change.kind === kind).length;
      return [
        m.changed(
          formatDate(locale, before.asOf),
          count("started"),
          count("finished"),
          count("became-late"),
          count("rescheduled"),
          count("corrected"),
        ),
      ];
    }
    case "obstacles": {
      const works = listed.filter(({ report }) => report !== null && report.obstacle !== null).length;
      return [works === 0 ? m.noObstacles : m.obstaclesCount(works)];
    }
    default:
      return [];
  }
}
