/** Names of people from countries that write other letters, as Chinese, Japanese and Korean spell them by sound. */

import type { Alias, Lexicon } from '../lexicon/lexicon.ts';
import { classAt, KATAKANA, WORD } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';
import { isCommonSurname } from './commonNames.ts';

/** Countries whose people write their own names with such signs. */
const writersOfHan = new Set(['CN', 'TW', 'HK', 'MO', 'JP', 'KR', 'KP', 'SG']);

function writesHan(entity: number, lexicon: Lexicon): boolean {
  return writersOfHan.has(lexicon.header.countries[lexicon.countryOf(entity)] ?? '');
}

/** 部长赖歇下调: a transliterated name behind its title is one, whatever words its last sign might begin. */
export function isForeigner({ entity, part }: Alias, { lexicon }: Scene): boolean {
  return part === 'surname' && !writesHan(entity, lexicon);
}

/** Foreign surnames of several signs, as Chinese, Japanese and Korean write them, are rare; 松本 and 片山 are not. */
export function isTransliterated(spot: Spot, alias: Alias, { text, lexicon }: Scene): boolean {
  const kind = classAt(text, spot.start);
  if (spot.end - spot.start < 2 || kind === WORD) return false;
  if (isCommonSurname(lexicon.entityName(alias.entity).split(' ').at(-1) as string)) return false;
  return kind === KATAKANA || !writesHan(alias.entity, lexicon);
}
