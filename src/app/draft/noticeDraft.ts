/** Asks for the band only where a worker answers for the page: nobody else pays for drafts. `drawn`: see `showDraftBand`. */
export const noticeDraft = (drawn: boolean): unknown =>
  navigator.serviceWorker?.controller && import("./band").then((band) => band.showDraftBand(drawn));
