/** Abbreviations that a text introduces itself. */

import { classAt, WORD } from '../spotting/fold.ts';
import { isCapitalised } from '../text/document.ts';
import type { Admitted, Scene } from '../text/scene.ts';

/**
 * Abbreviations that a text introduces itself: "the Ministry of Trade,
 * Industry and Resources (MOTIR)" makes MOTIR a name for the rest of it.
 */
export function bindIntroduced(scene: Scene): void {
  const { text } = scene;
  for (const [short, { mention, bracket }] of introductions(scene)) {
    for (let at = text.indexOf(short, mention.end); at >= 0; at = text.indexOf(short, at + short.length)) {
      const end = at + short.length;
      if (classAt(text, at - 1) === WORD || classAt(text, end) === WORD) continue;
      if (scene.isTaken({ start: at, end })) continue;
      scene.admit({
        start: at,
        end,
        entity: mention.entity,
        full: false,
        evidence: { rule: 'introduced', detail: text.slice(mention.start, mention.end) + bracket },
      });
    }
    scene.settle();
  }
}

/** Abbreviations in brackets behind the names that they stand for; the first introduction of each counts. */
function introductions(scene: Scene): Map<string, { mention: Admitted; bracket: string }> {
  const found = new Map<string, { mention: Admitted; bracket: string }>();
  for (const mention of scene.admitted) {
    const category = scene.lexicon.categoryOf(mention.entity);
    if (!mention.full || category === 'official' || category === 'executive' || category === 'chip') continue;
    const bracket = /^\s*[(（]["“]?(?:the\s+)?([\p{Lu}][\p{Lu}\p{Ll}&-]{1,7})["”]?\s*[)）]/u.exec(
      scene.text.slice(mention.end, mention.end + 24),
    );
    const short = bracket?.[1];
    if (bracket === null || short === undefined || found.has(short)) continue;
    const isOwnLanguage = category === 'agency' && isForeignAcronym(short, scene.text.slice(mention.start, mention.end));
    if (isOwnLanguage || isAbbreviationOf(short, scene.lexicon.entityName(mention.entity)))
      found.set(short, { mention, bracket: bracket[0] });
  }
  return found;
}

/** News agencies and the like, which stand in brackets behind anything. */
const signatures = new Set([
  'AFP',
  'DPA',
  'EFE',
  'APA',
  'ANSA',
  'PTI',
  'SDA',
  'KNA',
  'EPD',
  'TASS',
  'ATS',
  'UPI',
  'ANI',
  'GOP',
  'USA',
  'CDU',
  'CSU',
  'SPD',
  'FDP',
  'AFD',
]);

/** "Swedish Defence Materiel Administration (FMV)": a body of several words may be short for its name in its own language. */
function isForeignAcronym(short: string, name: string): boolean {
  return /^\p{Lu}{3,6}$/u.test(short) && !signatures.has(short) && name.split(' ').length >= 3;
}

/** Whether a short form is made of capitals that stand, in order, at the heads of a name's words. */
function isAbbreviationOf(short: string, name: string): boolean {
  const capitals = short.replace(/[^\p{Lu}]/gu, '');
  if (capitals.length < 2) return false;
  const heads = name
    .split(/[\s-]+/)
    .filter((word) => isCapitalised(word))
    .map((word) => word[0])
    .join('');
  let at = 0;
  for (const capital of capitals) {
    at = heads.indexOf(capital, at) + 1;
    if (at === 0) return false;
  }
  return heads.startsWith(capitals[0] as string);
}
