import { namespace } from "../locale";

export const indicatorsMessages = namespace({}, {});
export type IndicatorMessageKey = keyof typeof indicatorsMessages.vi;
