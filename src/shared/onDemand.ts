/** What pages get only when it is wanted; the build writes both beside the content script. */
export const onDemand = {
  /** How marks look: for pages that have any. */
  style: '/src/content/highlights.css',
  /** Draws cards: for pages on which one is opened. */
  cards: '/src/content/cards.iife.js',
} as const;
