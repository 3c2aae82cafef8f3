import { useMemo } from "react";
import { usePage } from "../../page/context";
import type { Words } from "./words";

/** What sentences of this page need, from the page. */
export function useWords(): Words {
  const { locale, messages, communeByCode, snapshot } = usePage();
  return useMemo(
    () => ({ locale, messages, communeByCode, workById: snapshot.workById }),
    [locale, messages, communeByCode, snapshot],
  );
}
