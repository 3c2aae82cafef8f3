import { namespace } from "../locale";

export const exploreMessages = namespace({}, {});
export type ExploreMessageKey = keyof typeof exploreMessages.vi;
