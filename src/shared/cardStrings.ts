/** The texts around a card's contents. They travel with the card, since a content script cannot load files. */
import * as v from 'valibot';
import type { MessageKey } from './i18n.ts';

const keys = [
  'categoryChip',
  'categoryAgency',
  'categoryOfficial',
  'categoryCompany',
  'categoryExecutive',
  'categoryPolicy',
  'categoryOrganisation',
  'cardOffice',
  'cardOfficeNow',
  'cardPart',
  'cardKnown',
  'cardSince',
  'cardFacts',
  'cardTimeline',
  'cardRelated',
  'cardSources',
  'cardReported',
  'cardDisputed',
  'cardSinceMark',
  'cardWebsite',
  'cardAsOf',
  'cardUndated',
  'cardClose',
  'cardMore',
  'cardMissing',
] as const satisfies MessageKey[];

export const CardStrings = v.object(v.entriesFromList(keys, v.string()));
export type CardStrings = v.InferOutput<typeof CardStrings>;

/** The card's texts from a translation. */
export function cardStrings(translate: (key: MessageKey) => string): CardStrings {
  return Object.fromEntries(keys.map((key) => [key, translate(key)])) as CardStrings;
}
