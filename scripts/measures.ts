/** Measures of rankings and groupings. */

/**
 * Normalised discounted cumulative gain of the first `depth` places, with
 * grades as gains, as TREC's background linking task measures it (Soboroff,
 * Huang and Harman, "TREC 2018 News Track Overview"). 1 where nothing could be gained.
 */
export function ndcg(ranked: readonly number[], grades: readonly number[], depth: number): number {
  const best = gain(
    [...grades].sort((a, b) => b - a),
    depth,
  );
  return best === 0 ? 1 : gain(ranked, depth) / best;
}

function gain(grades: readonly number[], depth: number): number {
  return grades.slice(0, depth).reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
}

/** Of the pairs that stand in one group, how many should; and of those that should, how many do. */
export function pairScores(
  groups: readonly (readonly string[])[],
  truth: ReadonlyMap<string, string>,
): { precision: number; recall: number; pairs: number } {
  let together = 0;
  let right = 0;
  for (const group of groups) {
    together += pairsOf(group.length);
    right += pairsWithin(group.map((member) => truth.get(member) ?? member));
  }
  const pairs = pairsWithin([...truth.values()]);
  return { precision: right / (together || 1), recall: right / (pairs || 1), pairs };
}

function pairsWithin(labels: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + pairsOf(size), 0);
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2;
}
