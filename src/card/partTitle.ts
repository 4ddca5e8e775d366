import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { CardModel } from '../shared/model.ts';
import { formatDate } from './format.ts';

/** What stands over an entity's part of today: it says as of when, where the article is older than it. */
export function partTitle({ partThen, partSince, asOf, language }: CardModel, strings: CardStrings): string {
  if (partThen === null && !partSince) return strings.cardPart;
  return fill(partThen ? strings.cardPartNow : strings.cardPartAsOf, formatDate(asOf, language));
}
