/** How often a text speaks of countries. */

/** How often countries are spoken of, each with one of the words. */
export type Votes = Map<number, { count: number; detail: string }>;

/** Counts a word or a mention for a country. */
export function vote(votes: Votes, country: number, detail: string): void {
  if (country < 0) return;
  const known = votes.get(country);
  if (known) known.count++;
  else votes.set(country, { count: 1, detail });
}
