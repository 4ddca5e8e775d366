import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { HeldOffice } from '../shared/model.ts';
import { formatDate } from './format.ts';

/** From when and until when an office was held, or when its holder was last seen in it; empty where nothing is known. */
export function termOf({ from, to, seen }: Pick<HeldOffice, 'from' | 'to' | 'seen'>, strings: CardStrings, language: string): string {
  return [
    from && fill(strings.cardFrom, formatDate(from, language)),
    to && fill(strings.cardUntil, formatDate(to, language)),
    seen && fill(strings.cardInOffice, formatDate(seen, language)),
  ]
    .filter(Boolean)
    .join(' · ');
}
