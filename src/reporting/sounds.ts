/**
 * The consonants of a name, in classes that scripts keep apart alike, so that
 * "Valencia", "バレンシア" and "발렌시아" give one key. A rough form of Soundex
 * (Russell, US patent 1,261,167) for names written by sound in katakana and Hangul.
 */
import { remembered } from './remembered.ts';
import { bareKorean, type Run } from './words.ts';

/** Fewest consonants that make a key. */
const SHORTEST = 3;

/** How Korean verbs end; they are no names. */
const verbEnding = /[다고며서던려]$/;

/** Keys of a run's sound: two for a Latin word with an r that other scripts may drop, none where it is too short. */
export function soundsOf(run: Run): string[] {
  if (run.script === 'katakana') return long(squeeze(katakana(run.folded)));
  if (run.script === 'hangul') {
    const word = bareKorean(run.folded);
    return word.length >= SHORTEST && !verbEnding.test(word) ? long(squeeze(hangul(word))) : [];
  }
  if (run.script !== 'word' || !/^\p{Lu}/u.test(run.text) || /\d/.test(run.text)) return [];
  return latinKeys(run.folded);
}

const latinKeys = remembered((folded: string): string[] => {
  const word = folded.replace(/['’]s$/, '').replace(/[^a-z]/g, '');
  return [...new Set([...long(squeeze(latin(word))), ...long(squeeze(latin(word.replace(/r(?![aeiouy])/g, ''))))])];
});

function long(key: string): string[] {
  return key.length >= SHORTEST ? [key] : [];
}

function squeeze(key: string): string {
  return key.replace(/(.)\1+/g, '$1');
}

function latin(word: string): string {
  return word
    .replace(/tsch|sch|tch|tsh|tz|ts|cz|sh|ch/g, 's')
    .replace(/ph/g, 'p')
    .replace(/gh|ck|qu|q/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/g(?=[eiy])/g, 's')
    .replace(/x/g, 'ks')
    .replace(/ng(?=[^aeiouy]|$)/g, 'n')
    .replace(/[cg]/g, 'k')
    .replace(/[bfv]/g, 'p')
    .replace(/d/g, 't')
    .replace(/[zj]/g, 's')
    .replace(/r/g, 'l')
    .replace(/[^pktslmn]/g, '');
}

const kanaClasses: [string, string][] = [
  ['カキクケコガギグゲゴ', 'k'],
  ['サシスセソザジズゼゾチツヂヅ', 's'],
  ['タテトダデド', 't'],
  ['ナニヌネノン', 'n'],
  ['フバビブベボパピプペポヴ', 'p'],
  ['マミムメモ', 'm'],
  ['ラリルレロ', 'l'],
];
const kana = new Map(kanaClasses.flatMap(([letters, key]) => [...letters].map((letter) => [letter, key] as const)));

function katakana(word: string): string {
  return [...word].map((letter) => kana.get(letter) ?? '').join('');
}

/** Initial and final consonants of Hangul syllables in Unicode's order (chapter 3.12 of the standard). */
const initials = ['k', 'k', 'n', 't', 't', 'l', 'm', 'p', 'p', 's', 's', '', 's', 's', 's', 'k', 't', 'p', ''];
const finals = [
  '',
  'k',
  'k',
  'k',
  'n',
  'n',
  'n',
  't',
  'l',
  'l',
  'l',
  'l',
  'l',
  'l',
  'l',
  'l',
  'm',
  'p',
  'p',
  't',
  't',
  'n',
  't',
  't',
  'k',
  't',
  'p',
  '',
];

function hangul(word: string): string {
  let key = '';
  for (const letter of word) {
    const syllable = letter.charCodeAt(0) - 0xac00;
    if (syllable < 0 || syllable >= 11172) continue;
    key += (initials[Math.floor(syllable / 588)] ?? '') + (finals[syllable % 28] ?? '');
  }
  return key;
}
