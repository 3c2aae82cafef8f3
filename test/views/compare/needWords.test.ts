import { expect, test } from "vitest";
import { needRisk } from "@/analysis/needRisk";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isoDate } from "@/domain/date";
import { needMessages } from "@/i18n/messages/compareNeed";
import { missingText, povertyBasisText, rateText, riskText } from "@/views/compare/need/needWords";
import { readThreshold } from "@/views/compare/need/ThresholdInput";
import { aCommune, aRegister, aWork, HERE } from "../../fixtures/register";

const m = needMessages.vi;
const wall = { sector: "landslide-protection" } as const;
const bare = needRisk(takeSnapshot(aRegister({}), isoDate("2028-09-30")), [HERE], {
  needFrom: 15,
  riskFrom: 5,
}).rows[0]!;
const missing = (works: ReturnType<typeof aWork>[]) => {
  const answer = needRisk(takeSnapshot(aRegister({ works }), isoDate("2028-09-30")), [HERE], {
    needFrom: 15,
    riskFrom: 5,
  });
  return missingText("vi", answer.rows[0]!, answer);
};

test("a figure is never written for what is not known", () => {
  expect(rateText("vi", bare)).toBe(m.rateMissing);
  expect(rateText("vi", { ...bare, rate: { kind: "withheld" } })).toBe(m.rateWithheld);
  expect(rateText("vi", { ...bare, rate: { kind: "rate", percent: 21.314 } })).toBe("21,31\u00a0%");
  expect(riskText("vi", bare, aCommune())).toBe(m.groundMissing);
  expect(riskText("vi", { ...bare, risk: { from: 0, to: 100 } }, aCommune())).toBe(m.groundMissing);
  expect(riskText("vi", { ...bare, risk: { from: 0, to: 40 } }, aCommune())).toBe(
    "từ 0,0\u00a0% đến 40,0\u00a0%",
  );
  expect(riskText("vi", { ...bare, risk: { from: 7.84, to: 7.84 } }, aCommune())).toBe(
    "7,8\u00a0% của 100\u00a0km²",
  );
});

test("a commune lacks protection only where none can be there", () => {
  expect(missing([aWork()])).toEqual({ text: m.noProtection, isMissing: true });
  expect(missing([aWork(), aWork({ workId: "b", ...wall })])).toEqual({
    text: m.hasProtection,
    isMissing: false,
  });
  expect(missing([aWork(), aWork({ workId: "b", ...wall, inPlan97: "no" })])).toEqual({
    text: m.noProtectionOf97("1"),
    isMissing: true,
  });
  const nowhere = aWork({ workId: "x", ...wall, communeCodes: [], locationClass: "unknown", point: null });
  expect(missing([aWork(), nowhere])).toEqual({ text: m.protectionUnknown("1"), isMissing: false });
  expect(missing([])).toEqual({ text: m.unlisted, isMissing: false });
});

test("year and standard are told once when all share them, with a warning when not", () => {
  const rate = { kind: "rate", percent: 20 } as const;
  const known = { ...bare, rate, year: 2027, standard: "2027-2030" } as const;
  expect(povertyBasisText("vi", [bare])).toBeNull();
  expect(povertyBasisText("vi", [known, known, bare])).toBe(m.povertyBasis(m.basis("2027", "2027–2030")));
  expect(povertyBasisText("vi", [known, { ...known, year: null, standard: null }])).toContain(m.basisMixed);
});

test("a threshold is a whole percent from 1 to 100", () => {
  expect(["1", "15", "100"].map(readThreshold)).toEqual([1, 15, 100]);
  for (const text of ["", "0", "101", "7.5", "-3", "1e1", "mười"]) expect(readThreshold(text)).toBeNull();
});
