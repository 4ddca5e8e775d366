/**
 * Owners, teachers and referees who bear an official's name. Officials are
 * lawyers and owners, too, so what is said of the bearer counts only where
 * the sentence names nothing of the official's.
 */

import type { Alias } from '../lexicon/lexicon.ts';
import { classAt, WORD } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';

/** How people are addressed between what they do and their name: "the owner, Mr Ruto". */
const address = /(?:^|\s)(?:Mrs?\.?|Ms\.?|Miss|Herrn?|Frau|Monsieur|M\.|Madame|Mme|señora?|don|doña)\s$/u;

/** "The owner is called", „Der Wirt heißt“. */
const isCalled = /\s(?:is (?:called|named)|was (?:called|named)|heißt|hieß|s['’]appel(?:le|ait)|se llama(?:ba)?)\s$/;

/** What may stand before a trade with a capital and names no firm: "Its owner", „Der Wirt“. */
const determiner = /^(?:The|An?|Its|His|Her|Their|Our|My|Whose|Der|Die|Ein|Eine|Ihre?|Seine?|Unsere?|Le|La|Un|Une|Sa|Son|El|Los|Una|Su)$/;

/** The trade beside an official's name that makes it a private person's; else null. */
export function tradeBeside(spot: Spot, alias: Alias, scene: Scene): string | null {
  if (scene.category(alias) !== 'official' || classAt(scene.text, spot.start) !== WORD) return null;
  if (!scene.holds('trade') && !scene.holds('lawyer')) return null;
  const trade = tradeBefore(spot, scene) ?? tradeAfter(spot, scene);
  return trade === null || scene.namesKin(spot, alias.entity)
    ? null
    : scene.text.slice(Math.min(trade.start, spot.start), Math.max(trade.end, spot.end));
}

function tradeBefore(spot: Spot, scene: Scene): Spot | null {
  const { text } = scene;
  const called = isCalled.exec(text.slice(Math.max(0, spot.start - 16), spot.start));
  let end = spot.start - (called?.[0].length ?? 0);
  if (called === null) {
    end -= address.exec(text.slice(Math.max(0, end - 12), end))?.[0].trimStart().length ?? 0;
    end -= /,\s$/.test(text.slice(Math.max(0, end - 2), end)) ? 2 : 0;
  }
  const trade = scene.spotBefore(end);
  if (trade === null) return null;
  // A bare surname behind "the prosecutor," is the prosecutor's; of "the lawyer Todd Blanche" news speaks often.
  const isSurname = !text.slice(spot.start, spot.end).includes(' ');
  const counts = trade.words.some(
    ({ kind }) => kind === 'trade' || (kind === 'lawyer' && isSurname && (end < spot.start || called !== null)),
  );
  const whose = counts ? scene.document.wordBefore(trade.start) : null;
  // "Twitter owner", "Trump's accountant"
  const isOwned = whose !== null && (/['’]s?$/.test(whose.text) || (/^\p{Lu}/u.test(whose.text) && !determiner.test(whose.text)));
  return counts && !isOwned && text[trade.start - 1] !== '-' ? trade : null;
}

/** What officials are besides: "Donald Trump, owner of a golf course". */
const alsoOfficials =
  /^(?:co-)?(?:owner|proprietor|tenant|landlord|inhaber|besitzer|propriétaire|propietari|dueñ|manager|wid|villain|protagon)/iu;

/** "don Pedro Sánchez, farero", "Jean Castex, a locksmith", "Robles el camarero" */
function tradeAfter(spot: Spot, scene: Scene): Spot | null {
  const opening = /^\s(?:el|la|le|der|die)\s|^,\s(?:(?:an?|the|une?|le|la|una|el|eine?|der|die)\s)?/u.exec(
    scene.text.slice(spot.end, spot.end + 8),
  );
  const trade = opening && scene.spotAfter(spot.end + opening[0].length);
  if (!isWord(trade, 'trade')) return null;
  return alsoOfficials.test(scene.text.slice(trade.start, trade.end)) ? null : trade;
}
