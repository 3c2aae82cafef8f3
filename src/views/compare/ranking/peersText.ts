import type { Commune, CommuneCode } from "@/domain/commune";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import { compareRankingMessages } from "@/i18n/messages/compareRanking";
import { PEER_GROUPS, type PeerGroup, type Peers } from "@/state/compareView";
import { communeName } from "../../explore/words";

export const isPeerGroup = (peers: Peers): peers is PeerGroup => PEER_GROUPS.some((group) => group === peers);

/** "19 xã ĐBKK", "Giáp ranh với Xã An Lạc". */
export function peersText(
  locale: Locale,
  messages: Messages,
  peers: Peers,
  communeByCode: ReadonlyMap<CommuneCode, Commune>,
): string {
  const m = compareRankingMessages[locale];
  if (isPeerGroup(peers)) return m[`peers.${peers}`];
  const commune = communeByCode.get(peers);
  return `${m.neighbours} ${commune === undefined ? peers : communeName(messages, commune)}`;
}
