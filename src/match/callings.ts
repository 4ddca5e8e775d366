/** Designers, dietitians, analysts and a man called so: people who bear an official's or executive's name, as the words beside it say. */
import { callingBefore, humblePostBefore, longerJapaneseName } from './bearers.ts';
import { isMaleFirstName } from './commonNames.ts';
import { classAt, WORD } from './fold.ts';
import type { Alias } from './lexicon.ts';
import type { Scene, Spot } from './scene.ts';

/** What the bearer of a person's name does for a living, where no office or firm of the pack is that; else null. */
export function callingOf(spot: Spot, alias: Alias, scene: Scene): string | null {
  const category = scene.category(alias);
  if (category !== 'official' && category !== 'executive') return null;
  if (category === 'official') {
    const firm = firmAfter.exec(scene.text.slice(spot.end, spot.end + 60));
    if (firm !== null) return scene.text.slice(spot.start, spot.end) + firm[0];
  }
  const namesake =
    callingBefore(spot, scene) ??
    longerJapaneseName(spot, scene) ??
    (category === 'official' ? humblePostBefore(spot, alias, scene) : null);
  if (namesake !== null) return namesake;
  if (!scene.holds('calling')) return null;
  const comma = /,\s+$/.exec(scene.text.slice(Math.max(0, spot.start - 3), spot.start));
  const around = [
    scene.spotBefore(comma === null ? spot.start : spot.start - comma[0].length),
    scene.spotAfter(spot.end),
    appositionAfter(spot, scene),
  ];
  const calling = around.find((other) => other?.words.some((word) => word.kind === 'calling'));
  // "Bank of England Governor Andrew Bailey": the body says whose governor.
  const whose = calling && scene.spotBefore(calling.start);
  if (whose?.aliases.some((one) => scene.category(one) === 'agency')) return null;
  // German joins firm and post: ASML-Chef.
  if (calling && scene.text[calling.start - 1] === '-') return null;
  return calling ? scene.text.slice(calling.start, calling.end) : null;
}

/** "Chris Wright of Marlow Securities": who speaks for a firm of money or law holds no office. */
const firmAfter =
  /^(?:,? (?:of|at|from|with)|, (?:an? )?\p{Ll}+ (?:of|at|for|with)) (?:\p{Lu}[\p{L}&.'’-]* ){1,4}?(?:Securities|Capital|Partners|Research|Advisors|Advisers|Consulting|Investments?|Asset|Wealth|Markets|Analytics|LLP|LLC|PLC|plc|Ltd|Brokers|Insurance)\b/u;

/** "Lin Jian, the Shanghai designer" */
function appositionAfter(spot: Spot, scene: Scene): Spot | null {
  const comma = /^(?:,|(?=\sthe\s))\s+(?:an?\s+|the\s+)?(?=\p{L})/u.exec(scene.text.slice(spot.end, spot.end + 60));
  return comma ? scene.spotAfter(spot.end + comma[0].length) : null;
}

const calls = /(?:named|called|dubbed|namens|nommée?|llamad[oa])\s+$/;

/** Somebody else of the name, as the words in front of a bare surname say. */
export function otherBearer(spot: Spot, alias: Alias, scene: Scene): string | null {
  const category = scene.category(alias);
  const surface = scene.text.slice(spot.start, spot.end);
  if ((category !== 'official' && category !== 'executive') || surface.includes(' ') || classAt(surface, 0) !== WORD) return null;
  if (!/\s/.test(scene.text[spot.start - 1] ?? '')) return null;
  const before = scene.text.slice(Math.max(0, spot.start - 24), spot.start);
  // "a man called Hegseth"; but "Trump named Hegseth" and "Erdogan called Putin".
  const called = calls.test(before)
    ? /(?<!\p{L})(?:an?|some|another|one|eine?[nmr]?|une?|una|the other|a third)\s+(?:[\p{Ll}-]+\s+){1,3}\p{Ll}+\s+$/u.exec(
        scene.text.slice(Math.max(0, spot.start - 60), spot.start),
      )
    : null;
  if (called !== null) return called[0] + surface;
  const another = /(?<!\p{L})(?:an?|another|second|third|fourth|other)\s+$/u.exec(before);
  if (another !== null && /^[,.;:)]/.test(scene.text.slice(spot.end, spot.end + 1))) return another[0] + surface;
  // "ein Herr Huang", "a Mr Huang"
  const some = /(?<!\p{L})(?:an?|ein|une?|un tal) (?:certain |gewisser )?(?:Herr|Mr\.?|Ms\.?|Monsieur|señor|Señor) $/u.exec(before);
  if (some !== null) return some[0] + surface;
  const lady = /(?:^|[\s“"(])(?:Mrs\.?|Ms\.?|Miss|Frau|Mme|Madame|Sra\.|Señora|doña|Doña)\s+$/u.exec(before);
  const first = scene.lexicon.entityName(alias.entity).split(' ')[0] as string;
  return lady !== null && isMaleFirstName(first) ? lady[0] + surface : null;
}
