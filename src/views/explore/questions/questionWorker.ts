import { answerer } from "./answerer";
import type { FromWorker, ToWorker } from "./protocol";

/** The worker's side of the line: everything it does is in `answerer`. */
const scope = globalThis as unknown as {
  postMessage: (message: FromWorker) => void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
};
const answer = answerer((message) => scope.postMessage(message));
scope.onmessage = ({ data }) => void answer(data);
