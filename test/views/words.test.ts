import { describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isoDate } from "@/domain/date";
import { messagesFor } from "@/i18n/messages";
import { latenessText } from "@/views/explore/words";
import { aPlan, aRegister, aReport, aWork } from "../fixtures/register";

const TODAY = isoDate("2028-09-30");
const m = messagesFor("vi");
const said = (plan: Parameters<typeof aPlan>[0], report: Parameters<typeof aReport>[0]) => {
  const snapshot = takeSnapshot(
    aRegister({ works: [aWork()], workPlans: [aPlan(plan)], workReports: [aReport(report)] }),
    TODAY,
  );
  return latenessText(m, snapshot.workById.get("W1")!, TODAY);
};

describe("how a work stands to its plan, in words", () => {
  const ended = { stage: "handed-over", actualEnd: isoDate("2028-05-13") } as const;
  test("finished after its planned end is not called on time", () => {
    expect(said({ plannedEnd: isoDate("2028-02-06") }, ended)).toBe(m.explore.endedLate(97));
  });
  test("finished by its planned end is", () => {
    expect(said({ plannedEnd: isoDate("2028-05-13") }, ended)).toBe(m.explore.endedInTime);
  });
  test("finished without a planned or actual end is only finished", () => {
    expect(said({ plannedEnd: null }, ended)).toBe(m.explore.ended);
    expect(said({}, { stage: "settled", actualEnd: null })).toBe(m.explore.ended);
  });
  test("under way within its plan is on time, without a planned date it is not", () => {
    expect(said({ plannedEnd: isoDate("2029-01-01") }, {})).toBe(m.explore.notLate);
    expect(said({ plannedStart: null, plannedEnd: null }, {})).toBe(m.explore.lateNoDate);
  });
});
