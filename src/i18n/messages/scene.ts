import { namespace } from "../locale";

export const sceneMessages = namespace({}, {});
export type SceneMessageKey = keyof typeof sceneMessages.vi;
