import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countFacet, FACET_ANSWERS, filterSnapshot, isShown, leftOutBy } from "@/analysis/filterWorks";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import {
  BODY_UNKNOWN,
  FACET_VALUES,
  FACETS,
  isUnfiltered,
  NO_FILTER,
  type WorkFilter,
} from "@/domain/workFilter";

const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const snapshot = takeSnapshot(register, isoDate("2028-09-30"));
const shownBy = (change: Partial<WorkFilter>) => filterSnapshot(snapshot, { ...NO_FILTER, ...change });

/** Filters made of what the register really holds, so that they meet. */
const filters: fc.Arbitrary<WorkFilter> = fc
  .record(
    Object.fromEntries(
      FACETS.map((facet) => {
        const values = [...new Set(snapshot.works.flatMap((state) => FACET_ANSWERS[facet](state)))];
        return [facet, fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray(values))];
      }),
    ),
  )
  .chain((facets) =>
    fc
      .record({
        investment: fc.oneof(
          { weight: 3, arbitrary: fc.constant(null) },
          fc.tuple(fc.option(fc.nat(60_000)), fc.option(fc.integer({ min: 60_000, max: 900_000 }))),
        ),
        text: fc.oneof(
          { weight: 3, arbitrary: fc.constant("") },
          fc.constantFrom("truong", "Đường", "CT-0", "  "),
        ),
      })
      .map((rest) => ({ ...NO_FILTER, ...facets, ...rest }) as WorkFilter),
  );

describe("the filter of works", () => {
  it("keeps every work, and the very same snapshot, when nothing is asked", () => {
    expect(isUnfiltered(NO_FILTER)).toBe(true);
    expect(filterSnapshot(snapshot, { ...NO_FILTER })).toBe(snapshot);
  });

  it.each(FACETS)("answers facet %s for every work with a value the facet may take", (facet) => {
    const possible: readonly string[] | null = FACET_VALUES[facet];
    for (const state of snapshot.works)
      for (const answer of FACET_ANSWERS[facet](state))
        if (possible !== null) expect(possible).toContain(answer);
  });

  it.each(FACETS)("of facet %s keeps exactly the works that answer so", (facet) => {
    for (const { value, count } of countFacet(snapshot, NO_FILTER, facet)) {
      const kept = shownBy({ [facet]: [value] }).works;
      expect(kept).toHaveLength(count);
      expect(kept).toEqual(snapshot.works.filter((state) => FACET_ANSWERS[facet](state).includes(value)));
    }
  });

  it("joins values by or and facets by and", () => {
    const either = shownBy({ sectors: ["school", "health"] }).works.length;
    expect(either).toBe(
      shownBy({ sectors: ["school"] }).works.length + shownBy({ sectors: ["health"] }).works.length,
    );
    const both = shownBy({ sectors: ["school"], late: ["yes"] }).works;
    expect(both.every(({ work, lateness }) => work.sector === "school" && lateness.answer === "yes")).toBe(
      true,
    );
    expect(both.length).toBeGreaterThan(0);
  });

  it("never counts an unknown stage, lateness, body or investment as an answer", () => {
    const unknownStage = shownBy({ stages: ["unknown"] }).works;
    expect(unknownStage.every(({ stage }) => stage === null)).toBe(true);
    expect(shownBy({ late: ["no"] }).works.some(({ lateness }) => lateness.answer === "unknown")).toBe(false);
    expect(shownBy({ bodies: [BODY_UNKNOWN] }).works.every(({ work }) => work.responsibleBody === null)).toBe(
      true,
    );
    const any = shownBy({ investment: [0, null] }).works;
    expect(any.some(({ money }) => money.totalInvestment === null)).toBe(false);
    expect(any.length + snapshot.works.filter(({ money }) => money.totalInvestment === null).length).toBe(
      snapshot.works.length,
    );
  });

  it("includes both ends of an investment range", () => {
    const total =
      snapshot.works.find(({ money }) => money.totalInvestment !== null)?.money.totalInvestment ?? 0;
    expect(shownBy({ investment: [total, total] }).works.length).toBeGreaterThan(0);
    expect(
      shownBy({ investment: [total + 1, null] }).works.some(({ money }) => money.totalInvestment === total),
    ).toBe(false);
  });

  it("finds text without accents, in name and id, spelled decomposed too", () => {
    const name = snapshot.works[0]?.work.name ?? "";
    const wanted = shownBy({ text: name }).works.map(({ work }) => work.workId);
    const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
    expect(wanted.length).toBeGreaterThan(0);
    expect(shownBy({ text: plain.toUpperCase() }).works.map(({ work }) => work.workId)).toEqual(wanted);
    expect(shownBy({ text: name.normalize("NFD") }).works.map(({ work }) => work.workId)).toEqual(wanted);
    expect(shownBy({ text: snapshot.works[3]?.work.workId ?? "" }).works).toHaveLength(1);
  });

  it("keeps map, communes and register in one account; hides nothing that can be opened", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const filtered = filterSnapshot(snapshot, filter);
        const kept = new Set(filtered.works);
        expect(filtered.works).toEqual(snapshot.works.filter((state) => isShown(state, filter)));
        expect(filtered.allWorks).toBe(snapshot.allWorks);
        expect(filtered.workById.size).toBe(snapshot.workById.size);
        const inCommunes = new Set([...filtered.worksByCommune.values()].flat());
        for (const state of inCommunes) expect(kept.has(state)).toBe(true);
        for (const state of kept) expect(inCommunes.has(state)).toBe(state.work.communeCodes.length > 0);
        expect([...filtered.worksByCommune.values()].every((list) => list.length > 0)).toBe(true);
      }),
    );
  });

  it("says why a work is left out, and a facet less never shows fewer", () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...FACETS), (filter, facet) => {
        const fewer = filterSnapshot(snapshot, filter).works;
        const more = new Set(filterSnapshot(snapshot, { ...filter, [facet]: [] }).works);
        for (const state of fewer) expect(more.has(state)).toBe(true);
        for (const state of snapshot.works)
          expect(leftOutBy(state, filter).length === 0).toBe(fewer.includes(state));
      }),
    );
  });

  it("counts what a click would show, and keeps chosen values that answer to nothing listed", () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...FACETS), (filter, facet) => {
        const counts = countFacet(snapshot, filter, facet);
        for (const value of filter[facet]) expect(counts.map((row) => row.value)).toContain(value);
        for (const { value, count } of counts) {
          const alone = filterSnapshot(snapshot, { ...filter, [facet]: [value] });
          expect(alone.works).toHaveLength(count);
        }
      }),
      { numRuns: 40 },
    );
    expect(countFacet(snapshot, { ...NO_FILTER, villages: ["gone"] }, "villages").at(-1)).toEqual({
      value: "gone",
      count: 0,
    });
  });
});
