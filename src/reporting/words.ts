/**
 * Text to the terms by which reports are compared. Scripts that part words by
 * spaces give stems; Chinese and Japanese give pairs of Han characters and
 * whole katakana words; Korean gives pairs of syllables of words without their
 * particles. Pairs are the usual way to search these languages without a
 * dictionary (Nie et al., "On the use of words and n-grams for Chinese
 * information retrieval", IRAL 2000).
 */
import { simplifyHan } from './hanVariants.ts';
import { remembered } from './remembered.ts';

/** Words too common to tell one text from another, folded. */
const stopWords = new Set(
  `a about above after again against all also am amid an and any are as at be because been before being below between both but by can could
did do does doing down during each few for from further get gets got had has have having he her here hers him his how i if in into is it its
itself just like may me might more most must my new news no nor not now of off on once one only or other our out over own per s said same say
says she should since so some such than that the their them then there these they this those through to today too under until up upon us very
via was we were what when where which while who whom why will with without would you your monday tuesday wednesday thursday friday saturday
sunday week month year day time first last two three told according report reports reported update live video photo photos exclusive breaking
watch explainer opinion editorial analysis mr mrs ms dr make makes made take takes took come comes big back still way many much well even

der die das des dem den ein eine einer einem einen eines und oder aber mit von vom zu zum zur im in an am auf aus bei beim bis durch fur gegen
nach ohne um unter uber vor wegen zwischen ist sind war waren wird werden wurde wurden hat haben hatte nicht kein keine auch als wie so noch nur
schon mehr sich es er sie wir ihr ihre sein seine dass wenn weil dann dort hier jetzt heute neue neuer neuen jahr jahre
le la les l un une des du de d et ou mais avec sans pour par sur sous dans en au aux ce cette ces cet qui que quoi dont est sont etait ont a
ne pas plus tres il elle ils elles on nous vous se sa son ses leur leurs apres avant entre contre chez selon deux fait aussi comme
el los las unos unas y o pero con sin para por sobre en al del lo que quien como mas muy es son fue era ha han no se su sus tras entre segun
desde hasta este esta estos estas dos ano anos nuevo nueva ya hay
il lo gli i uno di da dal dalla della dello dei degli delle nel nella sul sulla per tra fra che chi non piu anche e sono era ha hanno dopo
o os as um uma dos das no na nos nas ao aos com sem por mais foi sao ser tem
het een van dat niet zijn met voor ook maar aan bij wordt door naar om
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по от о из ему для при это после`
    .split(/\s+/)
    .filter(Boolean),
);

/** Han characters that join words rather than mean something: pairs are not made across them. */
const joiningHan = /[的了在是和与及也不有为这那他她它我你们就都而对被把将让向从由或等并以于之其此则还又再已曾正所着过吗呢吧日月年称说指据]/;

/** Endings that Korean words carry: particles and the commonest verb endings (National Institute of Korean Language, list of josa). */
const koreanEndings =
  /(?:에서는|에게서|으로는|으로도|이라고|이라는|에서도|까지|부터|에서|에게|으로|이라|라고|라는|하고|하는|한다|했다|하기|하며|해야|된다|됐다|되는|이다|처럼|보다|만에|은|는|이|가|을|를|에|의|로|와|과|도|만|한|할|해)$/;

const alphabet = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';
const eastern = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々ー';
const run = new RegExp(
  [
    `[${alphabet}\\p{M}\\p{N}]+(?:['’.\\-&][${alphabet}\\p{M}\\p{N}]+)*`,
    '[\\p{Script=Han}々]+',
    '[\\p{Script=Katakana}ー]+',
    '\\p{Script=Hangul}+',
    `(?:(?![${alphabet}${eastern}])[\\p{L}\\p{M}])+`,
  ].join('|'),
  'gu',
);

/** A stretch of text in one script, as written and without accents or capitals. */
export interface Run {
  script: 'word' | 'han' | 'katakana' | 'hangul';
  text: string;
  folded: string;
  start: number;
}

/** A text parted into runs; hiragana, which joins words, is left out. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const { 0: found, index } of text.normalize('NFKC').matchAll(run)) {
    const unit = found.charCodeAt(0);
    if (isHan(unit)) runs.push({ script: 'han', text: found, folded: simplifyHan(found), start: index });
    else if (unit >= 0x30a0 && unit <= 0x30ff) runs.push({ script: 'katakana', text: found, folded: found, start: index });
    else if (unit >= 0xac00 && unit <= 0xd7a3) runs.push({ script: 'hangul', text: found, folded: found, start: index });
    else runs.push({ script: 'word', text: found, folded: fold(found), start: index });
  }
  return runs;
}

/** The terms of a run. */
export function termsOf(run: Run): string[] {
  if (run.script === 'han') return pairs(run.folded, joiningHan);
  if (run.script === 'katakana') return run.folded.length > 1 ? [run.folded.replace(/ー$/, '')] : [];
  if (run.script === 'hangul') return hangulTerms(run.folded);
  return wordTerms(run.folded);
}

/** The stem of a folded word of an alphabet. */
export const stem = remembered((word: string): string => {
  if (word.length < 4 || /\d/.test(word)) return word;
  let out = word.replace(/(?:'s|s')$/, '');
  if (/ies$/.test(out) && out.length > 4) out = `${out.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh|z)es$/.test(out)) out = out.slice(0, -2);
  else if (/[^suia]s$/.test(out)) out = out.slice(0, -1);
  const bare = out.replace(/(?:ing|edly|ed|ment|als?|ers?|ors?|e)$/, '');
  if (bare.length >= 4 || (bare.length >= 3 && bare.length >= out.length - 3 && /[aeiouy]/.test(bare))) out = bare;
  return out.replace(/([^aeiou])\1$/, '$1').replace(/y$/, 'i');
});

/** A Korean word without its particle. */
export function bareKorean(word: string): string {
  const bare = word.length > 2 ? word.replace(koreanEndings, '') : word;
  return bare.length >= 2 ? bare : word;
}

/** Whether a folded word is among the common ones. */
export function isCommon(word: string): boolean {
  return stopWords.has(word);
}

function wordTerms(word: string): string[] {
  const whole = word.replace(/['’]s$/, '');
  const parts = /[-.&]/.test(whole) ? whole.split(/[-.&]/) : [];
  return [whole.replace(/[.'’]/g, ''), ...parts.filter((part) => part.length > 2)]
    .filter((part) => (part.length > 1 || /\d{2}/.test(part)) && !stopWords.has(part) && !/^(?:19|20)\d\d$/.test(part))
    .map(stem);
}

function hangulTerms(word: string): string[] {
  const bare = bareKorean(word);
  return bare.length < 2 ? [] : pairs(bare);
}

function pairs(text: string, joining?: RegExp): string[] {
  const list: string[] = [];
  for (const part of joining ? text.split(joining) : [text]) for (let at = 0; at + 1 < part.length; at++) list.push(part.slice(at, at + 2));
  return list;
}

function fold(word: string): string {
  const small = word.toLowerCase();
  return /^[a-z0-9'.&-]*$/.test(small) ? small : unaccented(word);
}

function unaccented(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l');
}

function isHan(unit: number): boolean {
  return unit === 0x3005 || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);
}
