import type { DataProblem } from "@/domain/parse";
import type { Locale } from "@/i18n/locale";

/** A problem in the reader's language. */
export const problemSentence = ({ message, remedy }: DataProblem, _: Locale) => ({ message, remedy });
