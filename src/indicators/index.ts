import { disbursement } from "./disbursement";
import { hazardHigh } from "./hazardHigh";
import type { Indicator } from "./indicator";
import { investmentPerInhabitant } from "./investmentPerInhabitant";
import { investmentPerPoorHousehold } from "./investmentPerPoorHousehold";
import { physicalProgress } from "./physicalProgress";
import { populationDensity } from "./populationDensity";
import { poverty } from "./poverty";
import { reportCompleteness } from "./reportCompleteness";
import { worksFinished } from "./worksFinished";
import { worksLate } from "./worksLate";

/** Every indicator, in the order of the menu. */
export const INDICATORS: readonly Indicator[] = [
  physicalProgress,
  disbursement,
  worksFinished,
  worksLate,
  reportCompleteness,
  poverty,
  hazardHigh,
  investmentPerInhabitant,
  investmentPerPoorHousehold,
  populationDensity,
];

/** The indicator of an id, or null for an id that was never given. */
export const indicatorById = (id: string): Indicator | null =>
  INDICATORS.find((indicator) => indicator.id === id) ?? null;
