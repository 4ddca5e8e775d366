/**
 * What kind of thing a mention names; each has its own mark on the page. By
 * themselves, so that what only tells them apart need not load the schemas.
 */
export const categories = ['chip', 'agency', 'official', 'company', 'executive', 'policy', 'organisation'] as const;
export type Category = (typeof categories)[number];
