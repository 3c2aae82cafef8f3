import { useMemo } from "react";
import type { CommuneCode } from "@/domain/commune";
import { formatNumber } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import { useExplore, useShown } from "../context";
import { communeName } from "../words";
import { Choice } from "./fields";
import { communesText } from "./questionWords";

/**
 * One commune, those chosen on the map, or one of the ready sets given. `codes` null: a ready set holds. Communes of a link that are neither are an
 * entry of their own, so that looking at a question never changes it.
 */
export function CommuneChoice<Ready extends string>({
  label,
  ready,
  value,
  codes,
  onReady,
  onCodes,
}: {
  readonly label: string;
  readonly ready: readonly { readonly value: Ready; readonly label: string; readonly disabled?: boolean }[];
  readonly value: Ready;
  readonly codes: readonly CommuneCode[] | null;
  readonly onReady: (value: Ready) => void;
  readonly onCodes: (codes: readonly CommuneCode[]) => void;
}) {
  const explore = useExplore();
  const { view } = useShown();
  const { locale, messages, snapshot } = explore;
  const words = questionMessages[locale];
  const { chosen } = view;
  const inOrder = useMemo(
    () =>
      snapshot.register.communes
        .map((commune) => ({
          value: commune.code,
          label: communeName(messages, commune),
          name: commune.name,
        }))
        .toSorted((a, b) => new Intl.Collator(locale).compare(a.name, b.name)),
    [snapshot.register, messages, locale],
  );
  const isChosen =
    codes !== null && chosen.length > 0 && [...codes].sort().join() === [...chosen].sort().join();
  const now =
    codes === null ? value : isChosen ? "chosen" : codes.length === 1 ? (codes[0] ?? "these") : "these";
  return (
    <Choice<string>
      label={label}
      value={now}
      wide
      options={[
        ...ready,
        ...(chosen.length > 0
          ? [{ value: "chosen", label: words.chosenCommunes(formatNumber(locale, chosen.length)) }]
          : []),
        ...(now === "these" && codes !== null
          ? [{ value: "these", label: communesText(explore, codes) }]
          : []),
        ...inOrder.map((option) => ({ ...option, group: words.oneCommune })),
      ]}
      onChoose={(next) => {
        const code = inOrder.find((option) => option.value === next)?.value;
        const set = ready.find((option) => option.value === next)?.value;
        if (code !== undefined) onCodes([code]);
        else if (next === "chosen") onCodes(chosen);
        else if (set !== undefined) onReady(set);
      }}
    />
  );
}
