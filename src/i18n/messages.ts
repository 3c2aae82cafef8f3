import type { Locale } from "./locale";
import { domainMessages } from "./messages/domain";
import { exploreMessages } from "./messages/explore";
import { indicatorsMessages } from "./messages/indicators";
import { pagesMessages } from "./messages/pages";
import { sceneMessages } from "./messages/scene";

/** All texts of one language, by namespace. A new namespace is one file and one line here. */
export const messagesFor = (locale: Locale) => ({
  locale,
  domain: domainMessages[locale],
  indicators: indicatorsMessages[locale],
  scene: sceneMessages[locale],
  explore: exploreMessages[locale],
  pages: pagesMessages[locale],
});
export type Messages = ReturnType<typeof messagesFor>;
