/** Stands in a question for a file of the reader's that was not opened yet; no file has this hash. */
export const NO_LAYER = "0000000000000000";
