/** Limits that the content script shares with others. */

/** How much of an article's text goes along with a question about it, in UTF-16 code units. */
export const CONTEXT_TEXT = 12_000;
