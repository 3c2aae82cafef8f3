/** Something to be ranked. `value` null: a blank, which has no rank. */
export interface Contender<Id> {
  readonly id: Id;
  readonly value: number | null;
  /** Of how many (works, households …) the value speaks; null when that is not what it is made of. */
  readonly denominator: number | null;
}

export interface Ranked<Id> extends Contender<Id> {
  readonly value: number;
  /** 1 is the first. Those who share a rank leave as many ranks free after it: 1, 2, 2, 4. */
  readonly rank: number;
  /** Shares its rank: shown with "=". */
  readonly tied: boolean;
}

export interface Ranking<Id> {
  readonly ranked: readonly Ranked<Id>[];
  /** Too small a denominator to stand at either end; in order, without a rank. */
  readonly small: readonly Contender<Id>[];
  readonly blank: readonly Contender<Id>[];
}

export interface RankingRule {
  readonly first: "highest" | "lowest";
  /** Values that read the same with so many digits share a rank: nobody is put behind a difference that is not shown. */
  readonly digits: number;
  /** Contenders with a smaller denominator stand apart; 0 keeps all together. */
  readonly minimumDenominator: number;
}

/** Ranks contenders; equal values keep the order they came in, so that the same data always gives the same list. */
export function rank<Id>(
  contenders: readonly Contender<Id>[],
  { first, digits, minimumDenominator }: RankingRule,
): Ranking<Id> {
  const scale = 10 ** digits;
  const shown = (value: number) => Math.round(value * scale) * (first === "highest" ? -1 : 1);
  const blank: Contender<Id>[] = [];
  const known: (Contender<Id> & { readonly value: number })[] = [];
  for (const contender of contenders) {
    const { value } = contender;
    if (value === null) blank.push(contender);
    else known.push({ ...contender, value });
  }
  known.sort((a, b) => shown(a.value) - shown(b.value));
  const isSmall = ({ denominator }: Contender<Id>) =>
    denominator !== null && denominator < minimumDenominator;
  const large = known.filter((contender) => !isSmall(contender));
  return {
    ranked: large.map((contender, index) => {
      const isLevel = (other: Contender<Id> & { readonly value: number }) =>
        shown(other.value) === shown(contender.value);
      const before = large.findIndex(isLevel);
      const neighbours = [large[index - 1], large[index + 1]];
      return {
        ...contender,
        rank: before + 1,
        tied: neighbours.some((other) => other !== undefined && isLevel(other)),
      };
    }),
    small: known.filter(isSmall),
    blank,
  };
}
