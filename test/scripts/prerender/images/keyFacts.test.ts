import { expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isCommuneCode } from "@/domain/commune";
import { isoDate } from "@/domain/date";
import { messagesFor } from "@/i18n/messages";
import { hazardHigh } from "@/indicators/hazardHigh";
import { populationDensity } from "@/indicators/populationDensity";
import { poverty } from "@/indicators/poverty";
import { dossierData } from "@/views/dossier/dossierFacts";
import { indicatorText } from "@/views/explore/valueText";
import { communeKeyFacts, workKeyFacts } from "../../../../scripts/prerender/images/keyFacts";
import { aCommune, aPlan, aRegister, aReport, aWork } from "../../../fixtures/register";

const DAY = isoDate("2028-09-30");
const vi = messagesFor("vi");
const planOf = (part: Partial<Parameters<typeof aPlan>[0]> = {}) =>
  aPlan({ plannedStart: isoDate("2027-01-01"), plannedEnd: isoDate("2028-06-30"), ...part });
const reportOf = (part: Partial<Parameters<typeof aReport>[0]> = {}) =>
  aReport({ asOf: isoDate("2028-09-25"), reportedOn: isoDate("2028-09-28"), physicalProgress: 40, ...part });

function factsOf(part: Parameters<typeof aRegister>[0]) {
  const snapshot = takeSnapshot(aRegister({ communes: [aCommune()], ...part }), DAY);
  const data = dossierData(snapshot, new Map(), null);
  const commune = snapshot.register.communes[0]!;
  expect(isCommuneCode(commune.code)).toBe(true);
  const states = snapshot.worksByCommune.get(commune.code) ?? [];
  return {
    commune: communeKeyFacts(vi, data, { commune, states }),
    works: snapshot.allWorks.map((state) => workKeyFacts(vi, data, state)),
    states,
  };
}
const code = aCommune().code;
const work = (id: string) => aWork({ workId: id, communeCodes: [code] });

test("a work behind its plan: how far, that it is late, that no money is reported", () => {
  const { works } = factsOf({ works: [work("W1")], workPlans: [planOf()], workReports: [reportOf()] });
  const [progress, state, spent] = works[0]!;
  expect(progress).toMatchObject({ value: "40\u00a0%" });
  expect(progress!.note).toContain("100\u00a0%");
  expect(state).toMatchObject({ isLate: true });
  expect(state!.note).toMatch(/\d+ ngày/);
  expect(spent!.value).toBe("chưa có số liệu");
});

test("a work without a plan or a report is not called late, and says that it is not known", () => {
  const { works } = factsOf({ works: [work("W1")] });
  const [progress, state] = works[0]!;
  expect(progress).toMatchObject({ note: "" });
  expect(progress!.value).not.toMatch(/\d/);
  expect(state).toMatchObject({ isLate: false });
  expect(state!.note).toMatch(/chưa rõ/);
});

test("a commune says how many works are late, and apart from that how many are unknown", () => {
  const { commune } = factsOf({
    works: [work("W1"), work("W2"), work("W3")],
    workPlans: [planOf()],
    workReports: [reportOf()],
  });
  expect(commune[1]).toMatchObject({ value: "3", note: "01 công trình trễ", isLate: true });
  expect(commune[1]!.unknown).toContain("2");
});

test("a commune without late works says what is unknown in the same line, without the colour", () => {
  const { commune } = factsOf({ works: [work("W1")] });
  expect(commune[1]).toMatchObject({ value: "1", isLate: false });
  expect(commune[1]!.note).toMatch(/chưa ghi nhận công trình trễ · 1/);
  expect(commune[1]!.unknown).toBeUndefined();
});

test("a commune without works has facts of its own, none of them late", () => {
  const { commune, states } = factsOf({});
  expect(states).toEqual([]);
  expect(commune.map(({ label }) => label)).toEqual(
    [populationDensity, poverty, hazardHigh].map(({ label }) => indicatorText(vi, label)),
  );
  expect(commune[0]!.value).toMatch(/người\/km²/);
  expect(commune.some(({ isLate }) => isLate)).toBe(false);
  expect(commune[2]!.note).not.toBe("");
});
